"""Messages to authors who guess how a file is written: what they are to type instead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moocbuild.build import load
from moocbuild.diagnostics import Collector
from small_course import MINIMAL
from test_diagnostics import TODAY


def helps(root: Path, name: str, old: str, new: str) -> list[tuple[str, str, str]]:
    """Code, message and help of each error, after `old` was replaced in the minimal course."""
    shutil.copytree(MINIMAL, root)
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")
    report = Collector()
    load(root, report, TODAY)
    found = [each for each in report.sorted() if each.rule.severity.name == "ERROR"]
    return [(each.rule.code, each.message, each.help) for each in found]


@pytest.mark.parametrize(
    ("old", "written", "help"),
    [
        ("authors:\n  - name: Tests\n", "authors: [Ada]\n", "write 'name: Ada'"),
        (
            "authors:\n  - name: Tests\n",
            "authors: [[Ada]]\n",
            "write 'name: …', with keys out of ",
        ),
        ("licence:", "completion: 70\nlicence:", "write 'key: …', with keys out of "),
    ],
)
def test_words_where_keys_belong(tmp_path: Path, old: str, written: str, help: str) -> None:
    [(code, _, told)] = helps(tmp_path / "c", "course/course.yml", old, written)
    assert code == "MB018" and told.startswith(help)


def test_a_comma_that_cuts_a_text(tmp_path: Path) -> None:
    """YAML reads the rest as a key without a value, which nobody would miss."""
    terms = "terms:\n  - {term: Pot, definition: A vessel, for tea}\n"
    shutil.copytree(MINIMAL, tmp_path / "c")
    (tmp_path / "c/course/glossary.yml").write_text(terms, "utf-8")
    report = Collector()
    load(tmp_path / "c", report, TODAY)
    [found] = [each for each in report.found if each.rule.code == "MB017"]
    assert found.message == "unknown key 'for tea'" and '"…, for tea"' in found.help


def test_keys_without_a_value_are_as_none(tmp_path: Path) -> None:
    assert helps(tmp_path / "c", "course/course.yml", "countries: [BE]", "countries:") == []
    [(code, message, help)] = helps(
        tmp_path / "d", "course/course.yml", "language:", "titel:\nlanguage:"
    )
    assert (code, message, help) == ("MB017", "unknown key 'titel'", "did you mean 'title'?")


def test_the_lock_of_a_sample(tmp_path: Path) -> None:
    """One error, not one for each thing that was in it."""
    shutil.copytree(MINIMAL, tmp_path / "c")
    lock = "questions:\n  kettle: 1\n  cup: 2\nlessons:\n  tea/index: 1\n  tea/pot: 2\n"
    (tmp_path / "c/course/course.lock").write_text(lock, "utf-8")
    report = Collector()
    load(tmp_path / "c", report, TODAY)
    [found] = [each for each in report.found if each.rule.code == "MB104"]
    assert found.help.startswith("delete the file if nobody has learned with it")
