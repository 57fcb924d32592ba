"""Every page of the manual follows its own advice, word by word."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import moocbuild
from manual.pages import Step, Typed, steps, typed
from manual.samples import sample_errors

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
RUN = ("first", "console", "sh", "file")
Shell = Callable[[str], "subprocess.CompletedProcess[str]"]


def _steps(page: Path) -> list[Step]:
    return list(steps(page.read_text("utf-8")))


def _with(*kinds: str) -> list[Path]:
    return [p for p in PAGES if any(s.kind in kinds and not s.skipped for s in _steps(p))]


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Runs commands in an empty folder, at nobody's home, without a network."""
    work, home, bin_ = (tmp_path / name for name in ("work", "home", "bin"))
    for folder in (work, home, bin_):
        folder.mkdir()
    program = bin_ / "moocbuild"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m moocbuild "$@"\n')
    program.chmod(0o755)
    at = tmp_path / "at"
    at.write_text(str(work))

    def run(commands: str) -> subprocess.CompletedProcess[str]:
        script = f'cd "$(cat "$AT")"\ntrap \'pwd > "$AT"\' EXIT\nset -e\n{commands}\n'
        return subprocess.run(
            ["bash", "-c", script],
            env={**_environment(bin_, home), "AT": str(at)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    return run


def _environment(bin_: Path, home: Path) -> Mapping[str, str]:
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    who = {"NAME": "A teacher", "EMAIL": "teacher@example.org"}
    return {
        **nowhere,
        **{f"GIT_{role}_{key}": v for role in ("AUTHOR", "COMMITTER") for key, v in who.items()},
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PYTHONPATH": str(Path(moocbuild.__file__).parents[1]),
        "REPOSITORY": str(ROOT),
    }


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the commands are typed into bash")
@pytest.mark.parametrize("page", _with("console", "sh"), ids=_name)
def test_commands_do_what_is_said(page: Path, shell: Shell, tmp_path: Path) -> None:
    for step in _steps(page):
        if step.skipped or step.kind not in RUN:
            continue
        where = f"{_name(page)}:{step.line}"
        if step.kind == "file":
            _write(Path((tmp_path / "at").read_text().strip()) / step.path, step.body)
        elif step.kind == "console":
            for each in typed(step.body):
                _compare(each, shell, where)
        else:
            done = shell(step.body)
            assert done.returncode == 0, f"{where}\n{done.stdout}"


def _write(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, "utf-8")


def _compare(each: Typed, shell: Shell, where: str) -> None:
    done = shell(each.command)
    assert each.fits(done.stdout), (
        f"{where}\n$ {each.command}\n{done.stdout}\nbut not\n{each.said}"
    )
    assert (done.returncode != 0) == each.fails, f"{where}: status {done.returncode}"


SAMPLES = ("yaml", "markdown")


@pytest.mark.parametrize("page", _with(*SAMPLES), ids=_name)
def test_samples_are_right(page: Path, tmp_path: Path) -> None:
    for step in _steps(page):
        if step.kind in SAMPLES and not step.skipped:
            found = sample_errors(step, tmp_path / str(step.line))
            assert not found, f"{_name(page)}:{step.line}: {found}"


def test_what_is_not_run_has_a_reason() -> None:
    reasons = [(page, step) for page in PAGES for step in _steps(page) if step.skipped]
    assert all(len(step.skipped.split()) > 2 for _, step in reasons), reasons


@pytest.mark.parametrize(
    ("said", "words", "fits"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("a …\n", "a 12 KB\n", True),
        ("a …\n", "a\nb\n", False),
        ("…\nc\n", "a\n\nb\nc\n", True),
        ("…\nc\n", "c\n", True),
        ("…\nc\n", "a\nd\n", False),
        ("", "a\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_dots_stand_for_anything_in_their_line(said: str, words: str, fits: bool) -> None:
    assert Typed("", said).fits(words) is fits


def _unknown(page: Path) -> Iterator[str]:
    for step in _steps(page):
        known = {*RUN, *SAMPLES, "python", "text", "vtt", "gitattributes", "po", "csv", ""}
        if step.kind not in known and not step.skipped:
            yield f"{_name(page)}:{step.line}: {step.kind}"


def test_every_fence_is_of_a_kind_that_is_looked_at() -> None:
    assert not [name for page in PAGES for name in _unknown(page)]
    assert re.search(r"^```console$", (ROOT / "docs/tutorial.md").read_text("utf-8"), re.M)
