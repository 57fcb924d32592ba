"""What Open edX is told of the course as a whole: names, dates, tabs, and how it is graded."""

from __future__ import annotations

import datetime
import json
import re

from moocbuild.model.course import Activity, Course, Quiz
from moocbuild.model.evidence import RULES
from moocbuild.model.language import primary
from moocbuild.package import Content
from moocbuild.targets.olx.about import tabs
from moocbuild.targets.olx.names import places
from moocbuild.targets.olx.studio import all_tabs, course_settings, grading
from moocbuild.words import words

_OPEN_END = datetime.date(2099, 12, 31)
"""An open course has no end, but olxcleaner wants one; till then nothing is closed or archived."""
_CREATIVE_COMMONS = re.compile(r"CC[- ](BY(?:-(?:NC|SA|ND))*)-(\d\.\d)", re.IGNORECASE)


def attributes(course: Course) -> dict[str, str]:
    """Of the course block. Without a start learners are kept out until 2030."""
    dates = {"start": course.released, "end": _OPEN_END, **course.settings.olx.dates}
    return {
        "display_name": course.title,
        **{name: _moment(name, day) for name, day in dates.items()},
        "language": primary(course.language),
        "self_paced": "false" if course.settings.olx.self_paced is False else "true",
        # "" is the platform's own; without a word it would link to a file that is not there
        "course_image": course.settings.olx.image or _cover(course),
        **_licence(course.licence),
    }


def _cover(course: Course) -> str:
    """The cover's name among the static files."""
    cover = course.theme.cover
    return places(course).media[cover.href] if cover and cover.href in course.assets else ""


def _moment(name: str, day: datetime.date) -> str:
    """The first moment of a first day, the last of a last one, in universal time."""
    return f"{day.isoformat()}T{'00:00:00' if name.endswith('start') else '23:59:59'}Z"


def due(course: Course, activity: Activity) -> dict[str, str]:
    """Of a subsection: its last day, if its author names one."""
    day = course.settings.olx.due.get(activity.id)
    return {"due": _moment("due", day)} if day else {}


def graded(course: Course, activity: Activity) -> dict[str, str]:
    """Of a subsection: its format names the row of the grading policy that it counts in."""
    if not isinstance(activity, Quiz) or not activity.graded or not activity.questions:
        return {}
    return {"format": _format(course, activity), "graded": "true"}


def files(course: Course) -> dict[str, Content]:
    """policy.json and grading_policy.json."""
    folder = f"policies/{course.settings.olx.run}"
    settings = {**course_settings(course), "tabs": all_tabs(course, tabs(course))}
    policy = {f"course/{course.settings.olx.run}": settings}
    return {
        f"{folder}/policy.json": _json(policy),
        f"{folder}/grading_policy.json": _json(grading(course, _grading(course))),
    }


def _grading(course: Course) -> dict[str, object]:
    quizzes = [page for page in course.pages() if graded(course, page)]
    kinds = [_format(course, quiz) for quiz in quizzes if isinstance(quiz, Quiz)]
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    worth = {kind: count * _worth(course, kind) for kind, count in counts.items()}
    weights = _rounded(worth)
    graders = [
        {
            "type": kind,
            "short_label": kind[:1],
            "min_count": count,
            "drop_count": 0,
            "weight": weights[kind],
        }
        for kind, count in counts.items()
    ]
    cutoffs = {"Pass": course.settings.pass_mark / 100}
    return {"GRADER": graders, "GRADE_CUTOFFS": cutoffs}


def _rounded(worth: dict[str, float]) -> dict[str, float]:
    """Shares in whole per cent that make one: so Studio shows them."""
    whole, left, shares = sum(worth.values()), 100, {}
    for place, (kind, value) in enumerate(worth.items(), 1):
        share = left if place == len(worth) else round(100 * value / whole)
        shares[kind], left = share / 100, left - share
    return shares


def _format(course: Course, quiz: Quiz) -> str:
    return words(course.language)("olx.finals" if quiz.final else "olx.quizzes")


def _worth(course: Course, kind: str) -> float:
    final = kind == words(course.language)("olx.finals")
    return RULES.quiz_weight(final=final)


def _licence(licence: str) -> dict[str, str]:
    """`CC-BY-SA-4.0` in the platform's words."""
    found = _CREATIVE_COMMONS.fullmatch(licence)
    if found is None:
        return {}
    parts = found[1].upper().replace("-", " ")
    return {"license": f"creative-commons: ver={found[2]} {parts}"}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
