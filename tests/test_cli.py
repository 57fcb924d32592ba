"""The command line as users meet it: exit statuses, formats, what is written and what is not."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from moocbuild import __version__

MINIMAL = Path(__file__).parent / "courses" / "minimal"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "course root"))


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "moocbuild", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "100", **environment},
    )


def _break(course: Path) -> None:
    bank = course / "quizzes" / "01-listening.md"
    bank.write_text(bank.read_text("utf-8").replace("`L.1` `L.2`", "`L.1` `L.9`"), "utf-8")


def test_version_and_help() -> None:
    assert run("--version").stdout.split() == ["moocbuild,", "version", __version__]
    listed = run("--help").stdout
    names = ("build", "check", "explain", "ids", "schema", "targets")
    assert all(name in listed for name in names)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    heavy = [
        "jinja2",
        "lxml",
        "markdown",
        "markdown_it",
        "pydantic_core",
        "yaml",
        "moocbuild.model",
    ]
    code = (
        f"import sys; from moocbuild.cli import run; run({arguments!r});"
        f"sys.exit(bool(set({heavy!r}) & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert found.returncode == 0


def test_nothing_that_was_said_is_lost_at_the_end(tmp_path: Path) -> None:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    with (tmp_path / "said").open("w") as file:
        arguments = [sys.executable, "-m", "moocbuild", "explain"]
        subprocess.run(arguments, stdout=file, check=True, env=kept)
    assert (tmp_path / "said").read_text() == run("explain").stdout


def test_run_leaves_the_process_alone() -> None:
    code = (
        "import atexit; atexit.register(print, 'the end');"
        "from moocbuild.cli import run; print(run(['explain', 'MB9999']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.split("\n") == ["2", "the end", ""]


def test_build_writes_every_package_and_its_sums(course: Path) -> None:
    done = run("build", "-C", course)
    assert done.returncode == 0, done.stderr
    out = course / "dist"
    sums = dict(
        reversed(line.split("  ")) for line in (out / "SHA256SUMS").read_text().splitlines()
    )
    names = {path.name for path in out.iterdir()} - {"SHA256SUMS"}
    assert names == set(sums)
    assert {"minimal-1.0.0-en-scorm-1.2.zip", "minimal-1.0.0-en-cc-1.1.imscc"} < names
    for name, digest in sums.items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest


def test_build_only_what_is_asked(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", "-C", course, "--out", out, "-t", "web").returncode == 0
    assert sorted(p.name for p in out.iterdir()) == [
        "SHA256SUMS",
        "minimal-1.0.0-en-web.zip",
        "report.html",
    ]


def test_errors_exit_1_and_write_nothing(course: Path) -> None:
    _break(course)
    done = run("build", "-C", course)
    assert done.returncode == 1
    assert "error[MB101]: unknown competency 'L.9'" in done.stdout
    assert "nothing was written" in done.stderr
    assert not (course / "dist").exists()


def test_json_is_what_programs_expect(course: Path) -> None:
    _break(course)
    done = run("check", "-C", course, "--format", "json", "-t", "web")
    found = json.loads(done.stdout)["diagnostics"]
    error = next(d for d in found if d["severity"] == "error")
    assert error == {
        "code": "MB101",
        "slug": "unknown-competency",
        "severity": "error",
        "message": "unknown competency 'L.9'",
        "path": "quizzes/01-listening.md",
        "line": 11,
        "column": 7,
        "help": "did you mean 'L.2'?",
        "fix": {
            "edits": [
                {
                    "path": "quizzes/01-listening.md",
                    "line": 11,
                    "column": 8,
                    "length": 3,
                    "text": "L.2",
                }
            ],
            "sure": False,
        },
    }


def test_other_formats(course: Path) -> None:
    _break(course)
    concise = run("check", "-C", course, "--format", "concise").stdout.splitlines()
    assert concise[0].startswith(
        "quizzes/01-listening.md:11:7: error[MB101] unknown competency 'L.9'"
    )
    github = run("check", "-C", course, "--format", "github").stdout.splitlines()
    assert github[0].startswith("::error file=quizzes/01-listening.md,line=11,col=7,title=MB101")


def test_strict_turns_warnings_into_errors_never_notes(course: Path) -> None:
    (course / "course" / "course.lock").unlink()
    assert run("check", "-C", course).returncode == 0
    assert run("check", "-C", course, "--strict").returncode == 1
    shutil.copy(MINIMAL / "course" / "course.lock", course / "course")
    assert run("check", "-C", course, "--strict").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "-t", "scrom-1.2"), "did you mean 'scorm-1.2'?"),
        (("build", "--track", "nobody"), "no track 'nobody'"),
        (("build", "--nope"), "No such option"),
        (("explain", "MB9999"), "unknown rule 'MB9999'"),
    ],
)
def test_usage_exits_2(course: Path, arguments: tuple[str, ...], said: str) -> None:
    place = ("-C", str(course)) if arguments[0] == "build" else ()
    done = run(*arguments, *place)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (course / "dist").exists()


def test_a_folder_without_a_course(tmp_path: Path) -> None:
    done = run("build", "-C", tmp_path)
    assert done.returncode == 1
    assert "no course/course.yml here" in done.stdout
    assert "help: run 'moocbuild init my-course' to start a course" in done.stdout


@pytest.mark.parametrize(("inside", "way"), [("course", ".."), ("course/01-listening", "../..")])
def test_within_a_course(
    course: Path, inside: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course / inside)
    done = run("check")
    assert done.returncode == 1
    assert f"help: name the folder that contains course/: -C {way}\n" in done.stdout
    assert run("check", "-C", way).returncode == 0


def test_explain_lists_and_explains() -> None:
    assert "MB101  error    unknown-competency" in run("explain").stdout
    assert "not in the framework" in run("explain", "mb101").stdout
    assert run("explain", "dead-link").stdout.startswith("MB106 dead-link")


def test_a_bug_of_ours_exits_70(course: Path) -> None:
    code = (
        "import sys, moocbuild.cli.targets as t, moocbuild.cli as c\n"
        "t.targets = lambda: 1 / 0\n"
        "sys.exit(c.run(['targets']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 70
    assert "this is a bug in moocbuild" in done.stderr


@pytest.mark.parametrize("epoch", ["253402300800", "99999999999999999", "²", "today"])
def test_a_date_that_is_none(course: Path, epoch: str) -> None:
    done = run("check", "-C", course, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert f"SOURCE_DATE_EPOCH is '{epoch}'" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("redirection", ["> /dev/full", "2> /dev/full", "> /dev/full 2>&1"])
def test_output_that_takes_nothing(course: Path, redirection: str) -> None:
    words = f'"{sys.executable}" -m moocbuild check -C "{course}" --format concise {redirection}'
    _break(course)
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    done = subprocess.run(words, shell=True, capture_output=True, text=True, check=False, env=kept)
    assert done.returncode == 2 if redirection.startswith(">") else 1
    assert "Traceback" not in done.stderr


def test_dist_is_no_way_out_of_the_course(course: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (course / "dist").symlink_to(tmp_path / "elsewhere")
    done = run("build", "-C", course, "-t", "web")
    assert (done.returncode, list((tmp_path / "elsewhere").iterdir())) == (2, [])
    assert "is a symbolic link" in done.stderr and "--out" in done.stderr
    assert run("build", "-C", course, "-t", "web", "--out", course / "dist").returncode == 0


def test_no_standard_error(course: Path) -> None:
    words = f'"{sys.executable}" -m moocbuild build -C "{course}" -t web 2>&-'
    assert subprocess.run(words, shell=True, capture_output=True, check=False).returncode == 0


def test_progress_is_for_terminals_only(course: Path) -> None:
    assert "building" not in run("build", "-C", course).stderr


def test_tracks(course: Path) -> None:
    settings = course / "course" / "course.yml"
    text = settings.read_text("utf-8")
    settings.write_text(
        text + "tracks:\n  short: {title: Short, modules: [01-listening/01-silence]}\n", "utf-8"
    )
    done = run("build", "-C", course, "--track", "short", "-t", "web")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (course / "dist" / "minimal-1.0.0-en-short-web.zip").exists()
    assert run("build", "-C", course, "--all", "-t", "web").returncode == 0
    assert (course / "dist" / "minimal-1.0.0-en-web.zip").exists()
