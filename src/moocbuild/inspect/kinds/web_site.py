"""A web site: what `moocbuild build -t web` makes, and other folders of pages."""

from __future__ import annotations

from collections import Counter

from moocbuild.inspect.contents import Contents, Line, Looking

ORDER = 90
_NAME = "index.html"
MARKS = ()


def recognise(looking: Looking) -> bool:
    """By the page at the root, where nothing says more."""
    return _NAME in looking.archive.members


def look(looking: Looking) -> Contents:
    """Pages, and files by suffix."""
    names = list(looking.archive.members)
    pages = [name for name in names if name.endswith((".html", ".htm"))]
    counts = Counter(name.rpartition(".")[2].lower() for name in names)
    return Contents(
        kind="Web site",
        facts={"pages": len(pages), **{f".{end}": n for end, n in counts.most_common(6)}},
        outline=[Line(1, name) for name in pages],
    )
