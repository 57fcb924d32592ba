"""The course has no `org:`, so this target files it under a name that the author has not chosen.

Open edX puts an organisation before every course, and shows it to learners. Without `org:` in
course.yml packages name the first author, or the course's id; a course whose course.lock names no
organisation stays under `ORG`. Write `org:` with your organisation's short name on that platform.
Where the course is already there, write the one that it has: under another, it is another course.
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.lower.walk import note
from moocbuild.model.course import Course
from moocbuild.source.course import COURSE
from moocbuild.target import Fate, Feature, Target

ORDER = 5
RULE = Rule("MB398", "no-organisation", Severity.NOTE, __doc__)
FEATURE = None
FATES: Mapping[Feature, Fate] = {}


def applies(target: Target) -> bool:
    """Where an organisation is part of a course's name."""
    return target.named_by_org


def lower(course: Course, target: Target, report: Report) -> Course:
    """A note; the course stays as it is."""
    if course.settings.olx.unnamed:
        said = f"the course belongs to '{course.org}', as course.yml names no 'org'"
        note(report, RULE, target, [Span(COURSE)], said)
    return course
