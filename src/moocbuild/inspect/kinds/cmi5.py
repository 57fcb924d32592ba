"""cmi5: its course structure (cmi5 1.0, section 13)."""

from __future__ import annotations

from lxml import etree

from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.manifest import said, tag

ORDER = 10
_NAME = "cmi5.xml"
MARKS = (_NAME,)


def recognise(looking: Looking) -> bool:
    """By the course structure at the root."""
    return _NAME in looking.archive.members


def look(looking: Looking) -> Contents:
    """Blocks and assignable units."""
    root = looking.root(_NAME)
    course = root.find("{*}course")
    outline = list(_lines(root, 1))
    return Contents(
        kind="cmi5",
        version="1.0",
        title=_words(course, "title"),
        facts={
            "assignable units": sum(1 for _ in root.iter("{*}au")),
            "blocks": sum(1 for _ in root.iter("{*}block")),
            "id": "" if course is None else str(course.get("id", "")),
        },
        outline=outline,
    )


def _lines(around: etree._Element, depth: int) -> list[Line]:
    lines: list[Line] = []
    for each in around.iterchildren("{*}block", "{*}au"):
        lines.append(Line(depth, _words(each, "title"), said(each.find("{*}url"))))
        if tag(each)[1] == "block":
            lines += _lines(each, depth + 1)
    return lines


def _words(around: etree._Element | None, name: str) -> str:
    """In the first language."""
    found = None if around is None else around.find(f"{{*}}{name}")
    return "" if found is None else said(found.find("{*}langstring"))
