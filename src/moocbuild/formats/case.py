"""CASE 1.1: a competency framework as the JSON of a CFPackage (1EdTech).

Names and their order are the standard's. Knows values, no frameworks of ours.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from moocbuild.formats.lined_json import lined
from moocbuild.values import dataclass

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A CFDocument. changed: the time of the last change, ISO 8601. rights: what may be done with
    the statements, and its title.
    """

    identifier: uuid.UUID
    title: str
    creator: str
    changed: str
    language: str = ""
    description: str = ""
    notes: str = ""
    rights: str = ""
    rights_title: str = ""

    @property
    def licence(self) -> uuid.UUID:
        """Identifies what `rights` say."""
        return uuid.uuid5(self.identifier, "licence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A CFItem, and its place: parent is the identifier of the document or of another item."""

    identifier: uuid.UUID
    code: str
    statement: str
    type: str
    parent: uuid.UUID
    label: str = ""
    notes: str = ""


def package(document: Document, items: Iterable[Item]) -> bytes:
    """The CFPackage: the document, its items, and one `isChildOf` for each."""
    items = list(items)
    titles = {document.identifier: document.title} | {i.identifier: _title(i) for i in items}
    counts: dict[uuid.UUID, int] = {}
    links = []
    for item in items:
        counts[item.parent] = counts.get(item.parent, 0) + 1
        links.append(_child(item, counts[item.parent], titles, document))
    value = {
        "CFDocument": _document(document),
        "CFItems": [_item(item, document) for item in items],
        "CFAssociations": links,
        **({"CFDefinitions": {"CFLicenses": [_licence(document)]}} if document.rights else {}),
    }
    return lined(value)


def _document(document: Document) -> Json:
    return _filled(
        {
            "identifier": str(document.identifier),
            "uri": _uri(document.identifier),
            "caseVersion": "1.1",
            "creator": document.creator,
            "title": document.title,
            "lastChangeDateTime": document.changed,
            "description": document.description,
            "language": document.language,
            "notes": document.notes,
            "licenseURI": _licence_link(document),
        }
    )


def _licence(document: Document) -> Json:
    """Who owns the statements, and what may be done with them."""
    return {
        **_licence_link(document),
        "licenseText": document.rights,
        "lastChangeDateTime": document.changed,
    }


def _licence_link(document: Document) -> Json:
    if not document.rights:
        return {}
    return {
        "title": document.rights_title,
        "identifier": str(document.licence),
        "uri": _uri(document.licence),
    }


def _item(item: Item, document: Document) -> Json:
    return _filled(
        {
            "identifier": str(item.identifier),
            "fullStatement": item.statement,
            "alternativeLabel": item.label,
            "CFItemType": item.type,
            "uri": _uri(item.identifier),
            "humanCodingScheme": item.code,
            "notes": item.notes,
            "language": document.language,
            "licenseURI": _licence_link(document),
            "lastChangeDateTime": document.changed,
        }
    )


def _child(item: Item, number: int, titles: dict[uuid.UUID, str], document: Document) -> Json:
    identifier = uuid.uuid5(item.identifier, f"isChildOf/{item.parent}")
    return {
        "identifier": str(identifier),
        "associationType": "isChildOf",
        "sequenceNumber": number,
        "uri": _uri(identifier),
        "originNodeURI": _link(item.identifier, titles),
        "destinationNodeURI": _link(item.parent, titles),
        "lastChangeDateTime": document.changed,
    }


def _link(identifier: uuid.UUID, titles: dict[uuid.UUID, str]) -> Json:
    return {
        "title": titles[identifier],
        "identifier": str(identifier),
        "uri": _uri(identifier),
    }


def _title(item: Item) -> str:
    return f"{item.code} {item.statement}"


def _uri(identifier: uuid.UUID) -> str:
    return identifier.urn


def _filled(value: Json) -> Json:
    return {name: each for name, each in value.items() if each not in ("", {})}
