"""report.html: what administrators read of a release."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hostile.course import BASE, QUIZ, question, quiz, write_course
from hostile.run import run

LOCK = "course/course.lock"


def report(root: Path, **environment: str) -> str:
    outcome = run("build", "-C", str(root))
    assert outcome.status == 0, outcome.stdout
    return (root / "dist" / "report.html").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course", BASE)


def section(page: str, id: str) -> str:
    """What follows a heading, up to the next one."""
    return re.split(r"<h[23]", page.split(f'id="{id}">')[1])[0]


def test_it_can_be_walked(root: Path) -> None:
    page = report(root)
    targets = re.findall(r'href="#([^"]+)"', page)
    assert {"contents", "changes", "findings", "packages", "moodle", "web"} <= set(targets)
    assert all(f'id="{target}"' in page for target in targets)
    assert "<style>" in page and "<script" not in page
    ElementTree.fromstring(re.sub(r"<meta[^>]*>", "", page.removeprefix("<!DOCTYPE html>")))


def test_only_what_this_course_loses(root: Path) -> None:
    """It has one single choice and a simulation, and no matching, no draw, no hint."""
    page = report(root)
    for target in ("case", "openedx-taxonomy", "moodle-competencies"):
        assert "<table>" not in section(page, target)
        assert "the competency framework, and nothing else" in section(page, target)
    assert "imulation" in section(page, "cc-1.3")
    for word in ("atching", "Ordering", "Hints", "hint", "drawn", "Numbers"):
        assert word not in page
    assert "quizzes/01-one.md:" in section(page, "cc-1.1")


def test_findings(tmp_path: Path) -> None:
    bank = quiz(question().replace("    > Not quite.\n", "") + "<!-- <b> -->\n")
    page = report(write_course(tmp_path / "course", {**BASE, QUIZ: bank}))
    told = section(page, "findings")
    assert "MB201" in told and "quizzes/01-one.md:16" in told and "&#39;first&#39;" in told
    assert "MB127" in told


def test_changes(root: Path) -> None:
    assert "there is no course.lock yet" in section(report(root), "changes")
    assert run("ids", "-C", str(root), "--write").status == 0
    assert "is new or gone" in section(report(root), "changes")
    bank = quiz(question(wrong="Talk on & on"), question("second", title="Another", wrong="Go"))
    (root / QUIZ).write_text(bank, encoding="utf-8")
    told = section(report(root), "changes")
    assert "new question &#39;second&#39;" in told
    assert "another wording: &#39;Talk on &amp; on&#39; (before: &#39;Talk on and on&#39;)" in told
    (root / QUIZ).write_text(quiz(question(wrong="Quite another")), encoding="utf-8")
    told = section(report(root), "changes")
    assert "option &#39;Talk on and on&#39; of &#39;first&#39; is gone" in told
    assert "new option: &#39;Quite another&#39;" in told


def test_the_day_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contacts = (
        "contacts:\n  - country: BE\n    role: emergency\n    number: '112'\n"
        "    confirmed_on: 2026-01-01\n"
    )
    root = write_course(tmp_path / "course", {**BASE, "course/contacts.yml": contacts})
    pages = set()
    for seconds in ("1767312000", "1999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        pages.add(report(root))
    assert len(pages) == 1
