"""What the program is installed and run with elsewhere: the wheel, and files for other systems."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from moocbuild.cli.commands import cli
from moocbuild.scaffold.templates import FOLDER

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "templates" / "gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
CONTAINER = ROOT / "Containerfile"
DOCS = [
    *sorted(ROOT.glob("[A-Z]*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    FOLDER / "common" / "AGENTS.md",
]


def judged(tool: str, *arguments: str | Path, text: str | None = None) -> None:
    """By a program of the development lock; skipped where it has no wheel for this system."""
    program = Path(sys.executable).with_name(tool)
    if not program.exists():
        pytest.skip(f"no {tool}: make dev (it is locked for Linux on x86-64)")
    command = [str(program), *map(str, arguments)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        *(("github-workflows", path) for path in WORKFLOWS),
        ("github-actions", ACTION),
        ("gitlab-ci", GITLAB),
        ("citation-file-format", ROOT / "CITATION.cff"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_they_fit_the_schemas_of_their_systems(schema: str, path: Path) -> None:
    judged("check-jsonschema", "--builtin-schema", f"vendor.{schema}", path)


def test_hooks_fit_pre_commit() -> None:
    judged("pre-commit", "validate-manifest", HOOKS)


def test_workflows_are_safe() -> None:
    """Actions pinned by commit, no rights that are not needed, nothing of a title run as code."""
    judged("zizmor", "--offline", "--no-progress", *WORKFLOWS, ACTION)


def test_the_container_is_as_hadolint_wants_it() -> None:
    judged("hadolint", "--failure-threshold", "style", CONTAINER)


def _scripts() -> Iterator[tuple[str, str]]:
    """Where, and the shell script."""
    for workflow in WORKFLOWS:
        for name, job in yaml.safe_load(workflow.read_text("utf-8"))["jobs"].items():
            yield from ((name, step["run"]) for step in job.get("steps", ()) if "run" in step)
    steps = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    yield from (("action", step["run"]) for step in steps if "run" in step)
    for name, job in yaml.safe_load(GITLAB.read_text("utf-8")).items():
        if isinstance(job, dict):
            lines = [*job.get("before_script", ()), *job.get("script", ())]
            yield name, "\n".join(lines)
    container = CONTAINER.read_text("utf-8").replace("\\\n", " ")
    yield from (("container", run) for run in re.findall(r"^RUN (.*)$", container, re.M))


SCRIPTS = [(name, script) for name, script in _scripts() if script]


@pytest.mark.parametrize(("name", "script"), SCRIPTS)
def test_bash_can_read_the_scripts(name: str, script: str) -> None:
    bash = shutil.which("bash")
    assert bash
    done = subprocess.run([bash, "-n"], input=script, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("name", "script"), SCRIPTS)
def test_the_scripts_are_sound(name: str, script: str) -> None:
    """With -e, as runners start them."""
    judged("shellcheck", "--severity=style", "-", text=f"#!/bin/bash -e\n{script}")


def test_the_script_of_ci_is_sound() -> None:
    judged("shellcheck", ROOT / ".ci" / "run")


def test_actions_are_the_same_everywhere() -> None:
    """One pinned commit for each, with its version beside it."""
    texts = [path.read_text("utf-8") for path in (*WORKFLOWS, ACTION)]
    step = re.compile(r"^[ -]*uses: ([^./\s]\S*)(.*)$", re.M)
    used = [each for text in texts for each in step.findall(text)]
    assert len(used) >= 10
    pins = {name.partition("@")[0]: (name, said) for name, said in used}
    assert set(pins.values()) == set(used)
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name, _ in used)
    assert all(re.fullmatch(r" # v[\d.]+", said) for _, said in used)


def _commands(text: str) -> Iterator[str]:
    """Every command line of ours in a script."""
    yield from re.findall(r"^\s*(?:\$ |- )?(moocbuild [a-z].*)$", text, re.M)


def _told(text: str) -> Iterator[str]:
    """Every one in a page: on lines of its own in fences, or within a sentence."""
    for script in re.findall(r"^```(?:sh|console|powershell)\n(.*?)^```", text, re.M | re.S):
        yield from _commands(script)
    yield from re.findall(r"`(moocbuild [a-z][^`]*)`", text)


def _understood(line: str) -> None:
    """Raises click.ClickException for a command or an option that there is not."""
    words = shlex.split(line.partition(" #")[0].partition("   ")[0], posix=True)[1:]
    words = [word for word in words if word != "${options[@]}"]
    command: click.Command = cli
    while isinstance(command, click.Group):
        name, *words = words
        found = command.get_command(click.Context(command), name)
        if found is None:
            raise click.UsageError(f"no command {name}: {line}")
        command = found
    known: Any = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    unknown = [word for word in words if word.startswith("-") and word not in known]
    if unknown:
        raise click.UsageError(f"no option {unknown}: {line}")


@pytest.mark.parametrize("path", [*DOCS, HOOKS], ids=lambda path: path.name)
def test_every_command_that_is_named_is_there(path: Path) -> None:
    for line in _told(path.read_text("utf-8")):
        _understood(line)


def test_scripts_name_commands_that_are_there() -> None:
    lines = [line for _, script in SCRIPTS for line in _commands(script)]
    assert len(lines) >= 6
    for line in lines:
        _understood(line)
    for hook in yaml.safe_load(HOOKS.read_text("utf-8")):
        _understood(hook["entry"])


def test_a_wrong_command_is_found() -> None:
    with pytest.raises(click.UsageError, match="no command biuld"):
        _understood("moocbuild biuld")
    with pytest.raises(click.UsageError, match="no option"):
        _understood("moocbuild build --stric")


def test_a_release_is_tested_attested_and_uploaded_without_a_password() -> None:
    path = ROOT / ".github" / "workflows" / "release.yml"
    release, tests = (
        yaml.safe_load(p.read_text("utf-8")) for p in (path, path.parent / "test.yml")
    )
    jobs = release["jobs"]
    assert jobs["tests"]["uses"] == "./.github/workflows/test.yml"
    assert "workflow_call" in tests[True]  # `on`, as YAML 1.1 reads it
    needs = {name: job["needs"] for name, job in jobs.items() if "needs" in job}
    assert needs == {"build": "tests", "attest": "build", "pypi": "attest", "github": "pypi"}
    assert release["permissions"] == {}
    rights = {name: job["permissions"] for name, job in jobs.items()}
    assert rights["pypi"] == {"id-token": "write"} and jobs["pypi"]["environment"] == "pypi"
    assert [name for name, of in rights.items() if "id-token" in of] == ["attest", "pypi"]
    assert [name for name, of in rights.items() if of.get("contents") == "write"] == ["github"]
    assert "secrets." not in path.read_text("utf-8")
    assert any("--tag $TAG" in step.get("run", "") for step in jobs["build"]["steps"])


def test_the_container_copies_what_is_there() -> None:
    text = CONTAINER.read_text("utf-8")
    lines = re.findall(r"^COPY (?!--)(.*) \S+$", text, re.M)
    copied = [name for line in lines for name in line.split()]
    assert copied
    assert not [name for name in copied if not (ROOT / name).exists()]
    order = re.findall(r"^([A-Z]+) ", text, re.M)
    assert order[0] == "FROM" and order.count("USER") == 1 and order.count("ENTRYPOINT") == 1
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert set(order) <= known


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, room)
    shutil.copytree(ROOT / "src", room / "src", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run(command, cwd=room, check=True, capture_output=True)
    return next((room / "dist").glob("*.whl"))


def test_the_wheel_holds_every_file(wheel: Path) -> None:
    source = ROOT / "src"
    files = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        (points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "moocbuild = moocbuild.cli:main" in archive.read(points).decode()
    assert held == files
    assert wheel.name.endswith("-py3-none-any.whl")


@pytest.mark.slow
def test_the_wheel_builds_a_course_with_nothing_on_the_path(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True, capture_output=True)
    room = tmp_path / "empty"
    room.mkdir()
    bare = {"PATH": "", "PYTHONPATH": str(target), "MOOCBUILD_CACHE_DIR": str(tmp_path / "cache")}
    for line in ("init tea", "check -C tea --strict", "build -C tea --strict"):
        done = subprocess.run(
            [str(target / "bin" / "moocbuild"), *line.split()],
            cwd=room,
            env=bare,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert (room / "tea" / "dist" / "tea-1.0.0-en-scorm-1.2.zip").stat().st_size > 10_000
    assert [path.name for path in room.iterdir()] == ["tea"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("moocbuild sch", {"schema"}),
        ("moocbuild build -t scorm", {"scorm-1.2", "scorm-2004"}),
        ("moocbuild explain MB10", {f"MB10{n}" for n in range(1, 10)}),
        ("moocbuild schema q", {"quiz"}),
        ("moocbuild new quiz X --in 01", {"01-making-tea"}),
    ],
)
def test_the_shell_completes(tmp_path: Path, words: str, offered: set[str]) -> None:
    (tmp_path / "course" / "01-making-tea").mkdir(parents=True)
    (tmp_path / "course" / "01-making-tea" / "index.md").touch()
    asked = {
        "_MOOCBUILD_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    code = "import sys; sys.argv = ['moocbuild']; from moocbuild.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
    )
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == offered
