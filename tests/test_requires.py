"""`requires:` in course.yml: which versions of the program a course takes."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from moocbuild.cli.commands import cli
from moocbuild.diagnostics import Collector
from moocbuild.freeze import freeze
from moocbuild.source.course import load_course
from moocbuild.source.files.tree import SourceFile, read_tree
from moocbuild.source.requires import other_version
from small_course import MINIMAL

PATH = "course/course.yml"


def told(written: str, running: str) -> str:
    text = f"id: tea\n{written}\ntitle: Tea\n"
    found = other_version(SourceFile(PATH, text, tuple(text.split("\n"))), running)
    return f"{found.span.line}:{found.span.column} {found.message} | {found.help}" if found else ""


@pytest.mark.parametrize(
    ("written", "running"),
    [
        ("licence: none", "0.2.0"),
        ("requires:", "0.2.0"),
        ("extra: {requires: '>=9'}", "0.2.0"),
        ("requires: '>=0.2, <0.4'", "0.2.0"),
        ("requires: '>=0.2, <0.4'", "0.3.7"),
        ("requires: '>=0.2,<0.4'", "0.3.0rc1"),
        ("requires: ~=0.2.1", "0.2.9"),
        ("requires: ==0.2.*", "0.2.9"),
        ("requires: '!=0.2.1'", "0.2.0"),
    ],
)
def test_it_fits(written: str, running: str) -> None:
    assert told(written, running) == ""


@pytest.mark.parametrize(
    ("written", "running", "wanted", "typed"),
    [
        ("requires: '>=0.2, <0.4'", "0.4.0", ">=0.2, <0.4", ">=0.2,<0.4"),
        ("requires: '>=0.2, <0.4'", "0.1.0", ">=0.2, <0.4", ">=0.2,<0.4"),
        ("requires: '  >=0.3 ,<1 '", "0.2.0", ">=0.3, <1", ">=0.3,<1"),
        ("requires: ~=0.2.1", "0.3.0", "~=0.2.1", "~=0.2.1"),
        ("requires: ==0.2.1", "0.2.0", "==0.2.1", "==0.2.1"),
        ("requires: '>=0.3'\nunknown: key", "0.2.0", ">=0.3", ">=0.3"),
    ],
)
def test_it_does_not_fit(written: str, running: str, wanted: str, typed: str) -> None:
    assert told(written, running) == (
        f"2:11 this course requires moocbuild {wanted}, and this is {running} | "
        f"run 'pip install \"moocbuild{typed}\"', or change this line to take {running}"
    )


def found(root: Path) -> list[str]:
    report = Collector()
    load_course(read_tree(root, report), report)
    return [f"{each.rule.code} {each.message}" for each in report.sorted()]


def with_line(root: Path, line: str) -> Path:
    if not (root / PATH).exists():
        shutil.copytree(MINIMAL, root, dirs_exist_ok=True)
    file = root / PATH
    file.write_text(file.read_text("utf-8") + f"{line}\n", "utf-8")
    return root


@pytest.mark.parametrize(
    "value",
    [
        "0.2",
        "0.2.0",
        "'>=9,'",
        "'>=9 <10'",
        "'===9'",
        "'===$(touch x)'",
        "'>=9; touch x'",
        "'~=1'",
    ],
)
def test_what_names_no_versions(value: str, tmp_path: Path) -> None:
    """Nothing of it comes into a command that somebody is told to type."""
    told = [line for line in found(with_line(tmp_path, f"requires: {value}")) if "MB018" in line]
    assert told == [f"MB018 requires: '{value.strip(chr(39))}' names no versions"]


@pytest.mark.parametrize("value", [">=0.2", ">0.2"])
def test_a_sign_that_yaml_reads(value: str, tmp_path: Path) -> None:
    assert "MB010 '>' or '|' begins a text on more lines" in found(
        with_line(tmp_path, f"requires: {value}")
    )


def test_nothing_else_is_said(tmp_path: Path) -> None:
    root = with_line(tmp_path, "requires: '>=99'\nof_a_later_version: true")
    next(root.glob("course/*/index.md")).write_text("---\nof_later: 1\n---\n\n# M\n", "utf-8")
    assert [line.split()[0] for line in found(root)] == ["MB187"]


def test_no_id_is_retired(tmp_path: Path) -> None:
    """Such a program must not touch course.lock."""
    root = with_line(tmp_path, "")
    next(root.glob("course/*/[0-9]*.md")).unlink()
    assert list(freeze(root, Collector())) == ["course/course.lock"]
    with_line(tmp_path, "requires: '>=99'")
    assert freeze(root, Collector()) == {}
    lock = root / "course/course.lock"
    both = f"<<<<<<< ours\n{lock.read_text('utf-8')}=======\n>>>>>>> theirs\n"
    lock.write_text(both, "utf-8")
    assert freeze(root, Collector()) == {}


@pytest.mark.parametrize(
    "line",
    [
        "build",
        "check",
        "report",
        "ids --write",
        "ids --write --moved",
        "ids --restore x",
        "new lesson Ice --in 1",
        "new module Ice",
        "new quiz Ice --in 1",
        "new language fr",
    ],
)
def test_every_command_stops_and_writes_nothing(line: str, tmp_path: Path) -> None:
    root = with_line(tmp_path / "c", "requires: '>=99'")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = CliRunner().invoke(cli, [*line.split(), "-C", str(root)], standalone_mode=False)
    assert done.return_value == 1 or isinstance(done.exception, click.ClickException)
    said = f"{done.output}{done.exception}"
    assert "restore" in line or "requires moocbuild >=99" in said
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before


def test_a_course_that_is_stopped_keeps_its_language(tmp_path: Path) -> None:
    """With a mistake elsewhere in course.yml, texts are checked as what they are."""
    root = with_line(tmp_path, "requires: 0.2")
    file = root / PATH
    file.write_text(file.read_text("utf-8").replace("language: en", "language: fr"), "utf-8")
    page = next(root.glob("course/*/[0-9]*.md"))
    (root / "media/pour.mp4").write_bytes(b"")
    (root / "media/pour.fr.vtt").write_text("WEBVTT\n", "utf-8")
    page.write_text(f"{page.read_text('utf-8')}\n[Pour](../../media/pour.mp4)\n", "utf-8")
    assert not [line for line in found(root) if line.startswith("MB241")]
