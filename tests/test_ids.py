"""Ids that survive edits: `ids --write`, and what course.lock keeps."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.freeze import freeze, write
from moocbuild.model.course import Course
from moocbuild.model.question import ChoiceInteraction, Question
from moocbuild.source.files.lock import Ids
from moocbuild.source.yaml.schema import LockFile

MINIMAL = Path(__file__).parent / "courses" / "minimal"
BANK = "quizzes/01-listening.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "c"))


def _edit(root: Path, old: str, new: str) -> None:
    path = root / BANK
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _course(root: Path) -> tuple[Course | None, Collector]:
    report = Collector()
    return load(root, report, datetime.date(2026, 1, 1)).course, report


def _question(root: Path) -> Question:
    course, _ = _course(root)
    assert course is not None
    return next(course.questions())


def _letters(root: Path) -> dict[str, str]:
    asked = _question(root).interaction
    assert isinstance(asked, ChoiceInteraction)
    return {choice.text.plain: choice.id for choice in asked.choices}


def test_a_frozen_course_does_not_change(root: Path) -> None:
    assert freeze(root, Collector()) == {}


def test_missing_ids_are_written_below_their_headings(root: Path) -> None:
    _edit(root, "<!-- #silence -->\n", "")
    (root / "course" / "course.lock").unlink()
    changed = freeze(root, Collector())
    assert "## She falls silent\n<!-- #she-falls-silent -->\n" in changed[BANK]
    write(root, changed)
    course, report = _course(root)
    assert course is not None and not report.failed
    assert freeze(root, Collector()) == {}


def test_an_id_joins_the_comment_that_is_there(root: Path) -> None:
    _edit(root, "<!-- #silence -->", "<!-- kind=single -->")
    (root / "course" / "course.lock").unlink()
    assert "<!-- #she-falls-silent kind=single -->" in freeze(root, Collector())[BANK]


def test_moved_and_mended_options_keep_their_letters(root: Path) -> None:
    before = _letters(root)
    _edit(root, "Ask about her tablets.", "TEMP")
    _edit(root, "- [x] Stay quiet for a moment.", "- [ ] Ask her about her tablets, gently.")
    _edit(root, "- [ ] TEMP", "- [x] Stay quiet for a moment.")
    after = _letters(root)
    assert after["Stay quiet for a moment."] == before["Stay quiet for a moment."]
    assert after["Ask her about her tablets, gently."] == before["Ask about her tablets."]


LONG = (
    "The team met in the morning and talked about the medicine of the man in room four, and then "
    "about the letter that his sister had sent. Nobody had asked him what he thought of either, "
    "so you wait until the round is over and ask him whether he would like to hear what was said."
)


def test_long_options_keep_their_letters_when_words_change(root: Path) -> None:
    _edit(root, "Ask about her tablets.", LONG)
    (root / "course" / "course.lock").unlink()
    write(root, freeze(root, Collector()))
    before = _letters(root)[LONG]
    mended = LONG.replace("sister", "brother").replace("morning", "afternoon")
    _edit(root, f"- [ ] {LONG}", "- [ ] Something quite different, and quite short.")
    _edit(root, "- [x] Stay quiet", f"- [ ] {mended}\n    > No.\n- [x] Stay quiet")
    assert _letters(root)[mended] == before


def test_a_new_option_gets_a_letter_of_its_own(root: Path) -> None:
    _edit(root, "- [x] Stay", "- [ ] Hum a tune in the doorway.\n    > Hm.\n- [x] Stay")
    assert _letters(root)["Hum a tune in the doorway."] == "c"


def test_ordinals_stay_when_questions_come_and_go(root: Path) -> None:
    path = root / BANK
    asked = "## First\n<!-- #first -->\n\n`L.1`\n\nWell?\n\n- [x] A\n- [ ] B\n    > No.\n\n"
    new = f"{asked}## She falls"
    path.write_text(path.read_text("utf-8").replace("## She falls", new), "utf-8")
    course, _ = _course(root)
    assert course is not None
    assert {q.id: q.ordinal for q in course.questions()} == {"first": 2, "silence": 1}


def test_a_lost_id_is_retired_and_its_ordinal_never_used_again(root: Path) -> None:
    _edit(root, "#silence", "#quiet")
    _, report = _course(root)
    assert [d.rule.slug for d in report.found if d.rule.severity.name == "ERROR"] == ["lost-id"]
    write(root, freeze(root, Collector()))
    assert _question(root).ordinal == 2
    lock = (root / "course" / "course.lock").read_text("utf-8")
    assert "silence=1" in lock
    _edit(root, "#quiet", "#silence")
    _, report = _course(root)
    assert {"retired-id", "lost-id"} <= {d.rule.slug for d in report.found}


def test_nothing_is_frozen_while_something_cannot_be_read(root: Path) -> None:
    _edit(root, "kind: quiz", "kind: quizz")
    report = Collector()
    assert freeze(root, report) == {}
    assert report.failed


@given(st.permutations(["wait", "speak about it", "look at the floor", "call Noor"]))
def test_any_order_of_options_keeps_the_letters(order: list[str]) -> None:
    frozen = {"a": "wait", "b": "speak about it", "c": "look at the floor", "d": "call Noor"}
    ids = Ids(LockFile(options={"q": frozen}))
    assert dict(zip(ids.letters("q", order), order, strict=True)) == frozen
