"""How quizzes count, and which number each package gives to a learning system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from moocbuild.model.course import Course, Quiz
from moocbuild.model.evidence import RULES
from moocbuild.model.outline import quizzes
from moocbuild.target import Target
from moocbuild.words import Words

Row = dict[str, Any]
FAMILIES = {
    "scorm-1.2": "scorm",
    "scorm-2004": "scorm",
    "cc-1.1": "cartridge",
    "cc-1.3": "cartridge",
    "moodle": "moodle",
    "olx": "olx",
    "web": "web",
    "moodle-xml": "bank",
    "gift": "bank",
    "qti-2.1": "bank",
    "cmi5": "cmi5",
}
"""Packages that hand over grades, or completion, in the same way."""


def table(course: Course) -> list[Row]:
    """A row for each quiz: title, module, questions, points, pass mark, share of the grade."""
    rows = [_quiz(quiz) for quiz in quizzes(course)]
    whole = sum(row["weight"] for row in rows)
    titles = {page.id: m.title for m in course.units() for page in m.pages()}
    for row in rows:
        row["module"] = titles.get(row["id"], "")
        row["share"] = round(100 * row.pop("weight") / whole, 1) if whole else 0.0
    return rows


def _quiz(quiz: Quiz) -> Row:
    asked = [question for question in quiz.questions if question.scored]
    points = sum(question.points for question in asked)
    if quiz.drawn and quiz.drawn < len(asked):
        points = points * quiz.drawn / len(asked)
    graded = quiz.graded and bool(asked)
    return {
        "id": quiz.id,
        "title": quiz.title,
        "questions": len(asked),
        "drawn": quiz.drawn,
        "points": round(points, 2),
        "pass_mark": quiz.pass_mark if graded else None,
        "attempts": quiz.attempts,
        "time_limit": quiz.time_limit,
        "graded": graded,
        "final": quiz.final,
        "weight": points * RULES.quiz_weight(final=quiz.final) if graded else 0.0,
    }


def gradebook(course: Course, targets: Sequence[Target], say: Words) -> list[Row]:
    """In words, for each family of packages: what lands in the gradebook, and what completes."""
    families: dict[str, list[str]] = {}
    for target in targets:
        if target.name in FAMILIES:
            families.setdefault(FAMILIES[target.name], []).append(target.name)
    graded = [row for row in table(course) if row["graded"]]
    return [
        {
            "packages": names,
            "grade": _grade(family, len(graded), course, say),
            "completion": _completion(family, bool(graded), course, say),
        }
        for family, names in families.items()
    ]


def _grade(family: str, graded: int, course: Course, say: Words) -> str:
    if not graded and family in ("scorm", "cmi5", "moodle", "olx", "cartridge"):
        return say("report.grade_none")
    if family == "scorm" and course.settings.sco == "lesson":
        return say("report.grade_scorm_lessons")
    values: dict[str, str | int] = {"mark": course.settings.pass_mark, "n": graded}
    return say(f"report.grade_{family}", **values)


def _completion(family: str, graded: bool, course: Course, say: Words) -> str:
    if family in ("scorm", "cmi5"):
        return say(
            "report.done_scorm" if graded else "report.done_scorm_read",
            mark=course.settings.pass_mark,
        )
    return say(f"report.done_{family}")
