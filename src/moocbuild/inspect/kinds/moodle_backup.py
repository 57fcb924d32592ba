"""Backups of Moodle courses (.mbz): moodle_backup.xml."""

from __future__ import annotations

from collections import Counter

from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.manifest import said

ORDER = 14
_NAME = "moodle_backup.xml"
MARKS = (_NAME,)


def recognise(looking: Looking) -> bool:
    """By its file at the root."""
    return _NAME in looking.archive.members


def look(looking: Looking) -> Contents:
    """Sections and activities."""
    root = looking.root(_NAME)
    information = next(root.iter("information"), root)
    activities = list(root.iterfind(".//activities/activity"))
    counts = Counter(said(each.find("modulename")) for each in activities)
    return Contents(
        kind="Moodle backup",
        version=said(information.find("moodle_release")),
        title=said(information.find("original_course_fullname")),
        facts={
            "sections": sum(1 for _ in root.iterfind(".//sections/section")),
            "activities": len(activities),
            **{f"of them {name}": count for name, count in sorted(counts.items())},
        },
        outline=[
            Line(1, said(each.find("title")), said(each.find("modulename"))) for each in activities
        ],
    )
