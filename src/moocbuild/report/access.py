"""A draft of an accessibility conformance report: WCAG 2.2, A and AA, in the form of OpenACR.

Programs find failures and evidence; that something is supported, only a person can say. So a
criterion is "does-not-support" where a check found a failure, "not-applicable" where the course
has nothing that it is about, and "not-evaluated" for a person to fill in, with the evidence.
Form: GSA's OpenACR 0.1.0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from moocbuild import __version__
from moocbuild.diagnostics import Diagnostic
from moocbuild.model.course import Course
from moocbuild.report.keeps import place
from moocbuild.report.wcag import CRITERIA
from moocbuild.words import Words

Row = dict[str, Any]
AXE = "4.14.1"
"""The axe-core that moocbuild's own tests run on pages of the player."""
_SHOWN = 5
"""Places that are named of a failure."""
CHECKS: Mapping[str, tuple[str, ...]] = {
    "1.1.1": ("MB240", "MB188"),
    "1.2.1": ("MB242",),
    "1.2.2": ("MB241", "MB243"),
    "1.2.3": ("MB242", "MB245"),
    "1.3.1": ("MB152",),
    "1.4.3": ("MB171",),
}
"""Criteria that rules find failures of."""


class Holds:
    """What a course holds that criteria are about: files, and sites that films come from."""

    def __init__(self, course: Course) -> None:
        kinds = Counter(each.media_type.partition("/")[0] for each in course.assets.values())
        self.pictures, self.films, self.sounds = kinds["image"], kinds["video"], kinds["audio"]
        self.elsewhere = len(course.hosts())
        self.limits = any(getattr(page, "time_limit", 0) for page in course.pages())

    @property
    def media(self) -> int:
        """Films and sounds of any kind."""
        return self.films + self.sounds + self.elsewhere


_ABSENT: Mapping[str, Callable[[Holds], bool]] = {
    "1.2.1": lambda holds: not holds.media,
    "1.2.2": lambda holds: not holds.films + holds.elsewhere,
    "1.2.3": lambda holds: not holds.films + holds.elsewhere,
    "1.2.4": lambda holds: True,
    "1.2.5": lambda holds: not holds.films + holds.elsewhere,
    "1.4.2": lambda holds: not holds.media,
    "2.2.1": lambda holds: not holds.limits,
    "2.5.4": lambda holds: True,
    "3.3.4": lambda holds: True,
    "3.3.8": lambda holds: True,
}
"""Criteria that a course without something has nothing to do with."""


def criteria(course: Course, findings: Iterable[Diagnostic], say: Words) -> list[Row]:
    """A row for each criterion: num, level, name, adherence, notes."""
    holds = Holds(course)
    by_code: dict[str, list[Diagnostic]] = {}
    for each in findings:
        by_code.setdefault(each.rule.code, []).append(each)
    rows = []
    for number, (level, name) in CRITERIA.items():
        failures = [f for code in CHECKS.get(number, ()) for f in by_code.get(code, ())]
        absent = _ABSENT.get(number)
        adherence = "not-evaluated"
        if failures:
            adherence = "does-not-support"
        elif absent and absent(holds):
            adherence = "not-applicable"
        notes = _notes(number, adherence, failures, holds, say)
        rows.append(
            {"num": number, "level": level, "name": name, "adherence": adherence, "notes": notes}
        )
    return sorted(rows, key=lambda row: [int(part) for part in row["num"].split(".")])


def _notes(
    number: str, adherence: str, failures: Sequence[Diagnostic], holds: Holds, say: Words
) -> str:
    if failures:
        places = [place(failure.span) for failure in failures]
        shown = ", ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else "")
        return say("report.acr_failures", n=len(places), places=shown)
    if adherence == "not-applicable":
        return say("report.acr_absent")
    if number not in _NAMES:
        return ""
    counts = {"pictures": holds.pictures, "films": holds.films, "sounds": holds.sounds}
    return say(f"report.seen_{_NAMES[number]}", **counts)


_NAMES: Mapping[str, str] = {
    "1.1.1": "pictures",
    "1.2.1": "transcripts",
    "1.2.2": "captions",
    "1.2.3": "transcripts",
    "1.3.1": "headings",
    "1.4.2": "sound",
    "1.4.3": "contrast",
    "2.2.1": "time",
    "2.5.7": "dragging",
    "3.1.1": "language",
    "3.1.2": "parts",
}
"""Criteria of which words tell what was checked: `report.seen_NAME`."""


def openacr(course: Course, rows: Iterable[Row], say: Words) -> Row:
    """The same as OpenACR has it. What only people know is left empty."""
    chapters: dict[str, list[Row]] = {"A": [], "AA": []}
    for row in rows:
        adherence = {"level": row["adherence"], "notes": row["notes"]}
        component = {"name": "web", "adherence": adherence}
        chapters[row["level"]].append({"num": row["num"], "components": [component]})
    day = course.released.isoformat()
    return {
        "title": say("report.acr_title", title=course.title),
        "product": {
            "name": course.title,
            "version": course.version,
            "description": course.description,
        },
        "author": {"name": "", "company_name": ", ".join(course.authors), "email": ""},
        "report_date": day,
        "last_modified_date": day,
        "version": 1,
        "notes": say("report.acr_draft"),
        "evaluation_methods_used": say("report.acr_methods", version=__version__, axe=AXE),
        "chapters": {
            "success_criteria_level_a": {"criteria": chapters["A"]},
            "success_criteria_level_aa": {"criteria": chapters["AA"]},
        },
    }
