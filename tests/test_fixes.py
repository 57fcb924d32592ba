"""Findings whose remedy is mechanical give it to programs: an edit or a command."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from moocbuild.build import load
from moocbuild.cli import run
from moocbuild.diagnostics import Collector, Diagnostic, Fix, Span
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.source.files.front_matter import UNCLOSED
from test_diagnostics import HERE, PAGES, TODAY, _files, _write

HAVE = {
    "MB017", "MB021", "MB101", "MB102", "MB105", "MB106", "MB107", "MB108", "MB109",
    "MB117", "MB127", "MB131", "MB147", "MB170", "MB171", "MB192", "MB231", "MB379",
}  # fmt: skip
"""Rules whose pages have one."""


def _found(course: Path, code: str) -> list[dict[str, Any]]:
    report = Collector()
    tree = load(course, report, TODAY).tree
    (said,) = EMITTERS["json"](report.sorted(), tree.line)
    return [each for each in json.loads(said)["diagnostics"] if each["code"] == code]


def _apply(course: Path, fix: dict[str, Any]) -> None:
    """As a program does it that knows nothing of courses."""
    if "command" in fix:
        program, *arguments = fix["command"].split()
        assert program == "moocbuild"
        assert run([*arguments, "-C", str(course)]) == 0
        return
    for edit in fix["edits"]:
        path = course / edit["path"]
        lines = path.read_text("utf-8").split("\n")
        line, start = lines[edit["line"] - 1], edit["column"] - 1
        lines[edit["line"] - 1] = line[:start] + edit["text"] + line[start + edit["length"] :]
        path.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("code", sorted(HAVE))
def test_a_fix_mends_what_was_found(code: str, tmp_path: Path) -> None:
    (page,) = [page for page in PAGES if page.stem.startswith(code)]
    course = tmp_path / "course"
    shutil.copytree(HERE / "courses" / "minimal", course)
    for kind, name, body in _files(page.read_text("utf-8")):
        _write(course / name, kind, body)
    before = [each for each in _found(course, code) if each["fix"]]
    assert before, f"{code} has no fix"
    for each in reversed(before):  # columns on the left stay as they are
        _apply(course, each["fix"])
    assert not [each for each in _found(course, code) if each["fix"]]


def test_nothing_offered_is_without_a_fix() -> None:
    """What a person is offered as a name, a program is offered as an edit."""
    for page in PAGES:
        code = page.stem[:5]
        if "help: did you mean '" in re.sub(r"(?s).*```console", "", page.read_text("utf-8")):
            assert code in HAVE | NOT_FOR_PROGRAMS, code


NOT_FOR_PROGRAMS = {
    "MB104",  # whether an id is lost, only its author knows
    "MB179",  # these stand at what a quiz asks of a pool, not at the name
    "MB180",
}
UNUSED = Span("a.md", 1, 3, 4)


@pytest.mark.parametrize(
    ("line", "fix", "shown"),
    [
        ("# abcd ef", Fix("abcd", "x"), {"column": 3, "length": 4, "text": "x"}),
        ("# `ab` ef", Fix("ab", "x"), {"column": 4, "length": 2, "text": "x"}),
        ("# aabb ef", Fix("a", "x"), None),
        ("# abcd ef", Fix("ef", "x"), None),
        ("# abcd ef", Fix("abcd", ""), {"column": 3, "length": 4, "text": ""}),
    ],
)
def test_an_edit_is_of_what_is_written_there(
    line: str, fix: Fix, shown: dict[str, Any] | None
) -> None:
    found = Diagnostic(UNCLOSED, UNUSED, "wrong", fix=fix)
    (said,) = EMITTERS["json"]([found], lambda _: line)
    (one,) = json.loads(said)["diagnostics"]
    expected = shown and {"edits": [{"path": "a.md", "line": 1, **shown}], "sure": True}
    assert one["fix"] == expected


def test_a_program_retires_nothing(tmp_path: Path) -> None:
    shutil.copytree(HERE / "courses" / "minimal", tmp_path / "c")
    bank = tmp_path / "c" / "quizzes" / "01-listening.md"
    bank.write_text(bank.read_text("utf-8").replace("#silence", "#quiet"), "utf-8")
    (found,) = _found(tmp_path / "c", "MB127")
    assert found["fix"] is None
