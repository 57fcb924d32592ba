"""`moocbuild catalogue`: the same packages as single builds, whatever happens to other courses."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from pathlib import Path

import pytest

from catalogue.courses import (
    COURSES,
    broken,
    catalogue,
    copied,
    held,
    here,
    rows,
    started,
    tinies,
    tiny,
)
from hostile.run import run
from moocbuild import build_course
from moocbuild.catalogue import Job, processes
from moocbuild.catalogue.find import courses_below
from moocbuild.cli import catalogue as command
from moocbuild.diagnostics import Diagnostic

NUMBER = 20


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_runner", lambda *_: here)


def test_twenty_courses_and_a_broken_one(tmp_path: Path, in_this_process: None) -> None:
    top = tinies(tmp_path / "top", NUMBER)
    broken(top / "c0007b")
    outcome = run("catalogue", str(top), "-t", "web", "-t", "cc-1.3")
    assert outcome.status == 1
    assert f"{NUMBER} courses built, 1 not built; 1 error" in outcome.stderr
    assert "c0007b/course/01-one/01-lesson.md:3:9" in outcome.stdout
    assert "| [There](nowhere.md)" in outcome.stdout
    found = rows(top / "dist")
    assert [*found] == sorted(found) and len(found) == NUMBER + 1
    assert found["c0007b"]["status"] == "errors" and found["c0007b"]["packages"] == []
    assert not (top / "dist" / "c0007b").exists()
    alone = build_course(top / "c0003", tmp_path / "alone", ["web", "cc-1.3"])
    assert held(top / "dist" / "c0003") == held(tmp_path / "alone")
    packages = [*found["c0003"]["packages"], found["c0003"]["report"]]
    assert {each["file"]: each["sha256"] for each in packages} == alone.files
    for each in packages:
        file = top / "dist" / found["c0003"]["folder"] / each["file"]
        assert file.stat().st_size == each["bytes"]


def test_each_language(tmp_path: Path, in_this_process: None) -> None:
    top = tmp_path / "top"
    tiny(top / "tea")
    assert run("i18n", "pseudo", "fr", "-C", str(top / "tea")).status == 0
    copied("fractions", top / "maths" / "fractions")
    copied("bicycle", top / "bicycle")
    assert run("catalogue", str(top), "-t", "web", "-t", "scorm-1.2").status == 0
    found = rows(top / "dist")
    tea = found["tea"]
    assert [each["language"] for each in tea["languages"]] == ["en", "fr"]
    assert {each["language"] for each in tea["packages"]} == {"en", "fr"}
    for tag in ("en", "fr"):
        alone = build_course(top / "tea", tmp_path / tag, ["web", "scorm-1.2"], languages=[tag])
        sums = {p["file"]: p["sha256"] for p in tea["packages"] if p["language"] == tag}
        assert sums and sums.items() <= alone.files.items()
    assert {row["language"] for row in found.values()} == {"en", "fr", "ar"}
    assert found["maths/fractions"]["competencies"]["covered"]


def test_processes_write_the_same(tmp_path: Path) -> None:
    """However many there are."""
    top = tinies(tmp_path / "top", 4)
    broken(top / "broken")
    made = []
    for number, out in (("1", "one"), ("2", "two")):
        done = started(top, "-t", "web", "--jobs", number, "--out", tmp_path / out)
        said = done.communicate()[1]
        assert done.returncode == 1, said
        made.append(held(tmp_path / out))
        assert "4 courses built, 1 not built" in said
    assert made[0] == made[1]


# --- what happens to processes ------------------------------------------------------------------


def job(top: Path, path: str, out: Path) -> Job:
    return Job(top=str(top), path=path, out=str(out), targets=("web",), cache=False)


@contextmanager
def killing(folder: Path, times: int) -> Iterator[list[int]]:
    """Kills the worker that has begun to write into a folder, so often; who was killed."""
    killed: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not over.is_set() and len(killed) < times:
            new = [child.pid for child in active_children() if child.pid not in killed]
            begun = [*folder.parent.glob(".moocbuild-release-*"), *folder.glob(".moocbuild-*")]
            if begun and new and new[0]:
                os.kill(new[0], signal.SIGKILL)
                killed.append(new[0])
                for left in begun:
                    shutil.rmtree(left, ignore_errors=True)
            time.sleep(0.002)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


@pytest.mark.parametrize(("times", "ends"), [(1, "built"), (2, "failed")])
def test_a_worker_is_killed(times: int, ends: str, tmp_path: Path) -> None:
    top, out = tmp_path / "top", tmp_path / "out"
    copied("git-basics", top / "a")
    tiny(top / "b")
    jobs = [job(top, "a", out), job(top, "b", out)]
    with killing(out / "a", times) as killed, processes.processes(1)(jobs) as results:
        found = {done.job.path: done for done in results}
    assert len(killed) == times
    assert {path: done.status for path, done in found.items()} == {"a": ends, "b": "built"}
    if ends == "built":
        build_course(top / "a", tmp_path / "alone", ["web"], cache=False)
        assert held(out / "a") == held(tmp_path / "alone")
    else:
        assert [each.rule.code for each in found["a"].findings] == ["MB497"]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes")
@pytest.mark.parametrize(
    "number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.audit)]
)
def test_it_is_interrupted_and_goes_on(number: signal.Signals, tmp_path: Path) -> None:
    top = tinies(tmp_path / "top", 12)
    process = started(top, "--jobs", "2")
    assert process.stderr is not None
    lines = [process.stderr.readline() for _ in range(3)]
    if number == signal.SIGINT:  # a terminal interrupts all of them
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    said = process.stderr.read()
    assert process.wait() == 128 + number, said
    assert lines[2].startswith("3/12 ") and "help: run the same command again to go on" in said
    done = len([line for line in [*lines, *said.splitlines()] if "/12 " in line])
    assert f"interrupted: {done} of 12 courses are done" in said and done < 12
    assert not [*top.rglob(".moocbuild-*")]
    assert not (top / "dist" / "catalogue.json").exists()
    again = started(top, "--jobs", "2")
    said = again.communicate()[1]
    assert again.returncode == 0, said
    assert said.count(": unchanged") >= done
    assert f"12 courses built ({said.count(': unchanged')} unchanged)" in said
    build_course(top / "c0011", tmp_path / "alone")
    assert held(top / "dist" / "c0011") == held(tmp_path / "alone")


@pytest.mark.audit
def test_nobody_outlives_the_command(tmp_path: Path) -> None:
    top = tinies(tmp_path / "top", 12)
    process = started(top, "--jobs", "1")
    assert process.stderr is not None
    process.stderr.readline()
    process.kill()
    # The pipe of its output is closed once the last process that has it is gone.
    process.stderr.read()
    process.wait()
    assert not (top / "dist" / "c0011" / "SHA256SUMS").exists()


# --- git revisions ------------------------------------------------------------------------------


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two revisions: the course of the second is another one, and a second course has come."""
    top = tmp_path / "top"
    tiny(top / "ä b" / "tea")
    git(top, "init", "-q")
    for tag, title in (("v1", "Tea"), ("next/v2", "More tea")):
        tiny(top / "ä b" / "tea", title=title)
        git(top, "add", "-A")
        git(top, "commit", "-qm", tag)
        git(top, "tag", tag)
        shutil.copytree(COURSES / "fractions", top / "fractions", dirs_exist_ok=True)
    shutil.rmtree(top / "ä b")
    return top


def test_revisions(repository: Path, tmp_path: Path, in_this_process: None) -> None:
    asked = ["catalogue", str(repository), "-t", "web", "--out", str(tmp_path / "out")]
    asked += ["--revision", "v1", "--revision", "next/v2"]
    outcome = run(*asked)
    assert outcome.status == 0, outcome.stdout
    courses = catalogue(tmp_path / "out")["courses"]
    told = [(row["revision"]["name"], row["path"], row["folder"], row["title"]) for row in courses]
    assert told == [
        ("v1", "ä b/tea", "v1/ä b/tea", "Tea"),
        ("next/v2", "fractions", "next-v2/fractions", courses[1]["title"]),
        ("next/v2", "ä b/tea", "next-v2/ä b/tea", "More tea"),
    ]
    tiny(tmp_path / "tea", title="Tea")
    build_course(tmp_path / "tea", tmp_path / "alone", ["web"])
    assert held(tmp_path / "out/v1/ä b/tea") == held(tmp_path / "alone")
    before = held(tmp_path / "out")
    assert "3 courses built (3 unchanged)" in run(*asked).stderr
    (tmp_path / "out/v1/ä b/tea/report.html").write_text("mine")
    assert "3 courses built (2 unchanged)" in run(*asked).stderr
    assert held(tmp_path / "out") == before


def test_revisions_that_are_not_there(repository: Path, tmp_path: Path) -> None:
    outcome = run("catalogue", str(repository), "--revision", "v3")
    assert outcome.status == 2 and "no git revision 'v3'" in outcome.stderr
    shutil.rmtree(repository / "fractions")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "empty", "--allow-empty")
    outcome = run("catalogue", str(repository), "--revision", "HEAD")
    assert outcome.status == 1 and "MB490" in outcome.stdout
    assert not (repository / "dist").exists()


# --- folders and options ------------------------------------------------------------------------


def test_the_folder_itself_is_a_course(tmp_path: Path, in_this_process: None) -> None:
    tiny(tmp_path / "top")
    assert run("catalogue", str(tmp_path / "top"), "-t", "web").status == 0
    (row,) = catalogue(tmp_path / "top/dist")["courses"]
    assert (row["path"], row["folder"]) == (".", "course")
    build_course(tmp_path / "top", tmp_path / "alone", ["web"])
    assert held(tmp_path / "top/dist/course") == held(tmp_path / "alone")


def test_a_folder_that_nobody_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tinies(tmp_path, 2)
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "c0001":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found: list[Diagnostic] = []
    assert courses_below(tmp_path, "", found.append) == ["c0000", "c0001"]
    assert [(each.rule.code, each.message) for each in found] == [
        ("MB493", "'c0001' cannot be read: permission denied")
    ]


def test_what_is_passed_over(tmp_path: Path) -> None:
    tiny(tmp_path / "a")
    for name in (".hidden", "out", "a/course/b", "a/media/c"):
        tiny(tmp_path / name)
    found: list[Diagnostic] = []
    assert courses_below(tmp_path, "out", found.append) == ["a"]
    assert found == []


def test_strict(tmp_path: Path, in_this_process: None) -> None:
    """Warnings of a course stop it, warnings around courses are errors."""
    tiny(tmp_path / "a", licence="''")
    assert run("catalogue", str(tmp_path), "-t", "web").status == 0
    outcome = run("catalogue", str(tmp_path), "-t", "web", "--strict")
    assert outcome.status == 1 and "MB229" in outcome.stdout
    tiny(tmp_path / "a")
    tiny(tmp_path / "a" / "old")
    assert run("catalogue", str(tmp_path), "-t", "web").status == 0
    assert run("catalogue", str(tmp_path), "-t", "web", "--strict").status == 1


def test_findings_for_programs(tmp_path: Path, in_this_process: None) -> None:
    tiny(tmp_path / "b", licence="''")
    broken(tmp_path / "a")
    outcome = run("catalogue", str(tmp_path), "-t", "web", "--format", "json")
    found = [(each.path, each.severity) for each in outcome.findings]
    assert ("a/course/01-one/01-lesson.md", "error") in found
    assert ("b/course/course.yml", "warning") in found
    listed = rows(tmp_path / "dist")["b"]["findings"]
    assert [each["path"] for each in listed["listed"] if each["code"] == "MB229"] == [
        "b/course/course.yml"
    ]
    assert json.loads(outcome.stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-t", "wep"], "did you mean 'web'?"),
        (["--out", "c0000/course/out"], "is among the files of the course 'c0000'"),
        (["--jobs", "2", "--dask", "tcp://127.0.0.1:1"], "cannot be one run"),
        (["--out", "c0000/course/course.yml/x"], "is among the files"),
    ],
)
def test_what_cannot_be(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tinies(tmp_path, 1)
    monkeypatch.chdir(tmp_path)
    outcome = run("catalogue", *arguments)
    assert outcome.status == 2 and said in outcome.stderr
    assert not (tmp_path / "dist").exists()


def test_a_link_may_lead_anywhere(tmp_path: Path) -> None:
    tinies(tmp_path, 1)
    (tmp_path / "dist").symlink_to("c0000", target_is_directory=True)
    outcome = run("catalogue", str(tmp_path))
    assert outcome.status == 2 and "is a symbolic link" in outcome.stderr


def test_without_dask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tinies(tmp_path, 1)
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "moocbuild.catalogue.cluster", raising=False)
    outcome = run("catalogue", str(tmp_path), "--dask", "tcp://127.0.0.1:1")
    assert outcome.status == 2 and "python -m pip install distributed" in outcome.stderr
