"""The comment below a heading, which programs that tidy Markdown part from it by a blank line."""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.cli import run
from moocbuild.model.course import Lesson, Quiz
from moocbuild.model.question import Question
from moocbuild.source.markdown.below import is_of_heading
from small_course import read

BANK = "quizzes/01-listening.md"
LESSON = "course/01-listening/01-silence.md"
ASKED = "`L.1`\n\nWhat now?\n\n- [x] Wait.\n    > Yes.\n- [ ] Talk.\n    > No.\n"


@pytest.mark.parametrize(
    ("words", "its"),
    [
        ("#a", True),
        ("#a-1 kind=match points=2 critical", True),
        ("kind=journal", True),
        ("#a and what else", False),
        ("critical: look at this again", False),
        ("the end", False),
        ("a note", False),
        ("#", False),
        ("", False),
    ],
)
def test_which_comment_is_a_headings(words: str, its: bool) -> None:
    assert is_of_heading(words) == its


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_a_question_has_its_comment(tmp_path: Path, gap: str) -> None:
    text = f"# Quiz\n\n## Silent{gap}<!-- #silence points=2 -->\n\n{ASKED}"
    course, report = read(tmp_path / "c", {BANK: text})
    [quiz] = [p for m in course.modules for p in m.activities if isinstance(p, Quiz)]
    assert [(q.id, q.points) for q in quiz.questions] == [("silence", 2)]
    assert not report.failed, report.found


def test_no_question_of_a_lesson_is_lost(tmp_path: Path) -> None:
    text = "# Silence\n\n## Yours\n\n<!-- #yours kind=journal -->\n\nWhat?\n\n____\n\n"
    text += "## Why\n\n<!-- a remark for authors -->\n\nBecause.\n\n"
    text += "### Now\n\n<!-- #here -->\n\nYes.\n"
    course, report = read(tmp_path / "c", {LESSON: text})
    [lesson] = [p for m in course.modules for p in m.activities if isinstance(p, Lesson)][-1:]
    assert [part.id for part in lesson.parts if isinstance(part, Question)] == ["yours"]
    assert "'here'" in repr(lesson.parts)
    assert not report.failed, report.found


def test_ids_go_into_it(tmp_path: Path) -> None:
    """And into a line of their own below a heading without one, as words that can be read."""
    asked = ASKED.replace("- [ ] Talk.", "- [x] Sit.")
    text = f"# Quiz\n\n## Größe\n\n<!-- kind=multiple -->\n\n{asked}\n## Straße\n\n{ASKED}"
    read(tmp_path / "c", {BANK: text})
    assert run(["ids", "--write", "-C", str(tmp_path / "c")]) == 0
    written = (tmp_path / "c" / BANK).read_text("utf-8")
    assert "\n\n<!-- #grosse kind=multiple -->" in written
    assert "## Straße\n<!-- #strasse -->\n" in written
