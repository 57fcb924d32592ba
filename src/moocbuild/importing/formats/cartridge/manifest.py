"""What a manifest says: title, language, items and resources. Versions 1.0 to 1.3 alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from moocbuild.archive import Archive
from moocbuild.archive.hrefs import folder, follow
from moocbuild.importing.qti.processing import children, first, inner, said
from moocbuild.importing.source import line_of
from moocbuild.values import dataclass

Element = etree._Element
FILE = "imsmanifest.xml"
_LONGEST = 50
"""Items within items; a manifest may not be deeper than what reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One resource. type: without its namespace. href: of what is opened; files: all of them.

    needs: resources that it depends on. codes: what it is about, by a part of it, "" for all.
    """

    id: str
    type: str
    href: str
    files: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the outline. resource: "" for a heading. codes: what it teaches."""

    id: str
    title: str
    resource: str = ""
    line: int = 0
    items: tuple[Item, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """resources: by identifier. statements: code → what it says."""

    title: str
    description: str
    language: str
    rights: str
    items: tuple[Item, ...]
    resources: Mapping[str, Resource]
    statements: Mapping[str, str]


def read_manifest(archive: Archive) -> Manifest:
    """Raises RefusedError."""
    root = archive.xml(FILE).root
    statements: dict[str, str] = {}
    resources: dict[str, Resource] = {}
    for found in _resources(root):
        each = _resource(found, statements)
        resources.setdefault(each.id, each)
    general = _first_below(first(root, "metadata"), "general")
    organization = first(root, "organizations", "organization")
    items = _items(organization, statements, 0) if organization is not None else ()
    return Manifest(
        title=_string(general, "title"),
        description=_string(general, "description"),
        language=_language(general),
        rights=_string(_first_below(first(root, "metadata"), "rights"), "description"),
        items=items,
        resources=resources,
        statements=statements,
    )


def _resources(root: Element) -> Iterator[Element]:
    holder = first(root, "resources")
    if holder is not None:
        yield from children(holder, "resource")


def _resource(found: Element, statements: dict[str, str]) -> Resource:
    base = (found.get("{http://www.w3.org/XML/1998/namespace}base") or "").strip()
    base = folder(f"{base.rstrip('/')}/x") if base else ""
    files = [_inside(each.get("href") or "", base) for each in children(found, "file")]
    href = _inside(found.get("href") or "", base) or next(iter(files), "")
    needs = [each.get("identifierref") or "" for each in children(found, "dependency")]
    return Resource(
        id=found.get("identifier") or "",
        type=(found.get("type") or "").strip(),
        href=href,
        files=tuple(filter(None, files)),
        needs=tuple(needs),
        codes=_standards(found, statements),
    )


def _inside(href: str, base: str) -> str:
    """A file of the package; "" for what leads elsewhere."""
    return follow(href, base).name if href else ""


def _standards(found: Element, statements: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Competencies by GUID and label (CC 1.2 and later, 4.6)."""
    codes: dict[str, list[str]] = {}
    for part in inner(found, "curriculumStandardsMetadataSet"):
        name = part.get("resourcePartId") or ""
        for each in inner(part, "labelledGUID"):
            code = said(first(each, "label")) or said(first(each, "GUID"))
            codes.setdefault(name, []).append(code)
            statements.setdefault(code, "")
    return {name: tuple(dict.fromkeys(found_)) for name, found_ in codes.items()}


def _items(parent: Element, statements: dict[str, str], depth: int) -> tuple[Item, ...]:
    if depth > _LONGEST:
        return ()
    return tuple(
        Item(
            id=each.get("identifier") or "",
            title=" ".join(said(first(each, "title")).split()),
            resource=each.get("identifierref") or "",
            line=line_of(each),
            items=_items(each, statements, depth + 1),
            codes=_classified(each, statements),
        )
        for each in children(parent, "item")
    )


def _classified(item: Element, statements: dict[str, str]) -> tuple[str, ...]:
    """Competencies as a classification of LOM (CC 1.1)."""
    codes = []
    metadata = first(item, "metadata")
    for found in inner(metadata, "classification") if metadata is not None else ():
        if said(first(found, "purpose", "value")) != "competency":
            continue
        for taxon in inner(found, "taxon"):
            code = said(first(taxon, "id"))
            statements[code] = statements.get(code) or said(first(taxon, "entry"))
            codes.append(code)
    return tuple(dict.fromkeys(filter(None, codes)))


def _first_below(element: Element | None, name: str) -> Element | None:
    return next(inner(element, name), None) if element is not None else None


def _string(element: Element | None, name: str) -> str:
    found = first(element, name) if element is not None else None
    return " ".join(said(found).split())


def _language(general: Element | None) -> str:
    if general is None:
        return ""
    own = said(first(general, "language"))
    strings = (each.get("language") or "" for each in inner(general, "string", "langstring"))
    return own or next(filter(None, strings), "")


def is_manifest_of(root: Element) -> bool:
    """Whether a manifest is of a cartridge, or of a package of QTI 1.2."""
    cartridge = any("imscc" in str(each.tag).partition("}")[0] for each in root.iter())
    types = (each.get("type") or "" for each in _resources(root))
    return cartridge or any(
        each.startswith(("imsqti_xmlv1p", "assessment/x-bb-qti")) for each in types
    )
