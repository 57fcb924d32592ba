"""Courses and libraries of Open edX (OLX)."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.manifest import tag

ORDER = 15
MARKS = ("course.xml", "library.xml")
_BLOCKS = ("chapter", "sequential", "vertical", "problem", "html", "video", "problemset")


def recognise(looking: Looking) -> bool:
    """By the file at the root, or in the one folder there."""
    return bool(_main(looking))


def _main(looking: Looking) -> str:
    names = looking.archive.members
    for name in names:
        inner = name.split("/")
        if len(inner) <= 2 and inner[-1] in MARKS and _says(looking, name):
            return name
    return ""


def _says(looking: Looking, name: str) -> bool:
    if name in looking.read:
        return True
    root = looking.root(name)
    return tag(root) in (("", "course"), ("", "library"))


def look(looking: Looking) -> Contents:
    """Chapters, and blocks by type."""
    main = _main(looking)
    root = looking.root(main)
    names = "/".join(str(root.get(key, "")) for key in ("org", "course", "url_name"))
    base = main.rpartition("/")[0]
    start = f"{base}/" if base else ""
    run = f"{start}course/{root.get('url_name', '')}.xml"
    if run in looking.archive.members:
        found = looking.try_root(run)
        root = root if found is None else found
    counts = Counter(
        name.removeprefix(start).split("/")[0]
        for name in looking.archive.members
        if name.startswith(start) and name.endswith(".xml")
    )
    return Contents(
        kind="OLX",
        title=str(root.get("display_name", "")),
        facts={
            "course": names,
            **{kind: counts[kind] for kind in _BLOCKS if counts[kind]},
        },
        outline=[Line(1, _chapter(looking, start, each)) for each in root.iterchildren("chapter")],
    )


def _chapter(looking: Looking, start: str, element: etree._Element) -> str:
    if title := str(element.get("display_name", "")):
        return title
    name = f"{start}chapter/{element.get('url_name', '')}.xml"
    root = looking.try_root(name) if name in looking.archive.members else None
    return str((element if root is None else root).get("display_name", ""))
