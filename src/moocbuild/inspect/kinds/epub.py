"""EPUB: container and package document (EPUB 3.3, sections 4.2 and 5)."""

from __future__ import annotations

from moocbuild.archive.hrefs import folder, follow
from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.manifest import said

ORDER = 13
_CONTAINER = "META-INF/container.xml"
MARKS = (_CONTAINER,)


def recognise(looking: Looking) -> bool:
    """By its container."""
    return _CONTAINER in looking.archive.members


def look(looking: Looking) -> Contents:
    """The spine."""
    container = looking.root(_CONTAINER)
    rootfile = next(container.iter("{*}rootfile"), None)
    name = "" if rootfile is None else follow(str(rootfile.get("full-path", ""))).name
    if name not in looking.archive.members:
        return Contents(kind="EPUB")
    package = looking.root(name)
    hrefs = {
        str(each.get("id", "")): follow(str(each.get("href", "")), folder(name)).name
        for each in package.iter("{*}item")
    }
    spine = [hrefs.get(str(each.get("idref", "")), "") for each in package.iter("{*}itemref")]
    return Contents(
        kind="EPUB",
        version=str(package.get("version", "")),
        title=said(next(package.iter("{*}title"), None)),
        facts={
            "language": said(next(package.iter("{*}language"), None)),
            "pages": len(spine),
        },
        outline=[Line(1, each) for each in spine],
    )
