"""EPUB 3.3: the container, the package document, the navigation. Knows nothing of courses.

Clauses are those of W3C's EPUB 3.3; accessibility metadata of EPUB Accessibility 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.formats import xml
from moocbuild.formats.xml import serialise, vocabulary
from moocbuild.model.text import Element, Text
from moocbuild.values import dataclass

TYPE = b"application/epub+zip"
"""The file `mimetype`, the first of the archive and not deflated (4.2.4)."""
CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
PAGE = "application/xhtml+xml"
PLAYED = ("audio/", "video/", "text/vtt")
"""Media that may have any type (3.4): what is beside them must be one of the core types."""
IMAGES = frozenset({"image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"})
"""Core types of images (3.2)."""
_OPF = vocabulary("http://www.idpf.org/2007/opf")
_DC = vocabulary("http://purl.org/dc/elements/1.1/", "dc")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the book. properties: as the manifest says them (5.6.2), "mathml" for one."""

    name: str
    type: str
    properties: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a book says of itself. id: a URI, the same in every edition. changed: a UTC time."""

    id: str
    title: str
    language: str
    direction: str
    changed: str
    creators: tuple[str, ...] = ()
    description: str = ""
    rights: str = ""


def package(about: About, pages: Sequence[File], others: Sequence[File]) -> bytes:
    """The package document: pages in their order, the first before the navigation."""
    first, *rest = [f"p{n}" for n in range(len(pages))]
    named = [*zip((first, *rest), pages, strict=True)]
    named += [(f"f{n}", file) for n, file in enumerate(others)]
    named.append(("nav", File(name="nav.xhtml", type=PAGE, properties="nav")))
    order = (_OPF("itemref", {"idref": id}) for id in (first, "nav", *rest))
    root = {"version": "3.0", "unique-identifier": "id", "xml:lang": about.language}
    way = {"page-progression-direction": about.direction}
    metadata = (*_about(about), *_access([*pages, *others]))
    made = _OPF(
        "package",
        {**root, "dir": about.direction},
        _OPF("metadata", None, *metadata),
        _OPF("manifest", None, *(_item(id, file) for id, file in named)),
        _OPF("spine", way, *order),
    )
    return serialise(made)


def contents(entries: Text) -> Element:
    """The table of contents within the navigation document (7.4.1). entries: an `ol` of links."""
    return ("nav", (("epub:type", "toc"), ("role", "doc-toc")), entries.nodes, 0)


def _item(id: str, file: File) -> xml.Element:
    more = {"properties": file.properties} if file.properties else {}
    return _OPF("item", {"id": id, "href": file.name, "media-type": file.type, **more})


def _about(about: About) -> Iterator[xml.Element]:
    yield _DC("identifier", {"id": "id"}, about.id)
    yield _DC("title", about.title)
    yield _DC("language", about.language)
    yield from (_DC("creator", creator) for creator in about.creators)
    if about.description:
        yield _DC("description", about.description)
    if about.rights:
        yield _DC("rights", about.rights)
    yield _meta("dcterms:modified", about.changed)


def _access(files: Sequence[File]) -> Iterator[xml.Element]:
    """What readers need to see or hear, as far as files tell (EPUB Accessibility 1.1, 2.2)."""
    kinds = {file.type.partition("/")[0] for file in files}
    seen, heard = bool(kinds & {"image", "video"}), bool(kinds & {"audio", "video"})
    modes = ["textual", *["visual"] * seen, *["auditory"] * heard]
    features = {
        "tableOfContents": True,
        "readingOrder": True,
        "structuralNavigation": True,
        "alternativeText": "image" in kinds,
        "captions": any(file.type == "text/vtt" for file in files),
        "MathML": any(file.properties == "mathml" for file in files),
    }
    yield from (_meta("schema:accessMode", mode) for mode in modes)
    yield _meta("schema:accessModeSufficient", ",".join(modes) if heard else "textual")
    for feature in (name for name, there in features.items() if there):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "unknown" if "video" in kinds else "none")


def _meta(name: str, value: str) -> xml.Element:
    return _OPF("meta", {"property": name}, value)
