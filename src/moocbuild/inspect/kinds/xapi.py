"""xAPI as Tin Can packages have it: tincan.xml."""

from __future__ import annotations

from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.manifest import said

ORDER = 11
_NAME = "tincan.xml"
MARKS = (_NAME,)


def recognise(looking: Looking) -> bool:
    """By its file at the root."""
    return _NAME in looking.archive.members


def look(looking: Looking) -> Contents:
    """Activities."""
    root = looking.root(_NAME)
    activities = list(root.iter("{*}activity"))
    lines = [
        Line(1, said(each.find("{*}name")), said(each.find("{*}launch"))) for each in activities
    ]
    return Contents(
        kind="xAPI (Tin Can)",
        title=lines[0].title if lines else "",
        facts={"activities": len(activities)},
        outline=lines,
    )
