"""Moodle's own XML: elements without a namespace, one field a child element.

What backups (.mbz) and question files share. Measured on Moodle 4.5 and 5.1: a backup says null
with a word of its own, and text that looks like a placeholder of the backup is replaced.
"""

from __future__ import annotations

import datetime
import hashlib
import html
from collections.abc import Iterable, Mapping
from decimal import Decimal

from moocbuild.formats import xml
from moocbuild.formats.titles import as_html, fitting

Value = str | int | float | None
Fields = Mapping[str, Value]

NULL = "$@NULL@$"
"""How a backup writes a null."""
NAME_LENGTH = 255
"""Characters of a name; one more stops a restore on 4.5."""
IDNUMBER_LENGTH = 100

_FEW = (1.0, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3)
FRACTIONS = (*_FEW, 0.25, 0.2, 0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05, 0.0)
"""Shares that an answer may earn: with another one the import of a question file skips the
question, and the question's form changes it. Each may also be negative."""


def node(
    tag: str,
    *children: xml.Element | str,
    attributes: Mapping[str, Value] | None = None,
    fields: Fields | None = None,
) -> xml.Element:
    """An element; `fields` become child elements before `children`; a string is its text."""
    element = xml.Element(tag)
    if attributes:
        element.attributes = {name: written(value) for name, value in attributes.items()}
    if fields:
        element.children = [
            xml.Element(name, text=xml.text(written(value))) for name, value in fields.items()
        ]
    for child in children:
        if isinstance(child, str):
            element.text = xml.text(child)
        else:
            element.children.append(child)
    return element


def record(tag: str, id: int, fields: Fields, *children: xml.Element) -> xml.Element:
    """A row of a table: its id as an attribute, its columns as elements."""
    return node(tag, *children, attributes={"id": id}, fields=fields)


def written(value: Value) -> str:
    """A value as a backup writes it; numbers without exponent or needless zeros."""
    if value is None:
        return NULL
    if isinstance(value, float):
        text = format(Decimal(repr(value)), "f")
        return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
    return str(value)


def document(root: xml.Element) -> bytes:
    """A file of a backup."""
    return xml.serialise(root)


def literal(markup: str) -> str:
    """HTML in which nothing an author wrote is taken for a placeholder.

    `$@NAME*1@$` is decoded by a restore, `@@PLUGINFILE@@` when a page is shown.
    """
    return markup.replace("$@", "&#36;@").replace("@@", "&#64;@")


def name(title: str) -> str:
    """A name on one line, not too long, in which Moodle finds neither tags nor placeholders."""
    return as_html(fitting(title))


def short_name(title: str) -> str:
    """The same for a competency or a framework: Moodle cuts it, so it is cut here first."""
    return as_html(fitting(title, IDNUMBER_LENGTH))


def idnumber(id: str) -> str:
    """An author's id as an idnumber: a long one is cut and told apart by its hash."""
    if len(id) <= IDNUMBER_LENGTH:
        return id
    digest = hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{id[: IDNUMBER_LENGTH - 13]}-{digest}"


def fraction(share: float) -> float:
    """The share on Moodle's list that is nearest."""
    nearest = min(FRACTIONS, key=lambda known: abs(known - abs(share)))
    return -nearest if share < 0 else nearest


def shares(count: int) -> list[float]:
    """What each of `count` right options earns, so that all of them earn full marks."""
    if count <= 10:
        return [fraction(1 / count)] * count
    if count <= 20:
        return [0.1] * (20 - count) + [0.05] * (2 * count - 20)
    return [round(1 / count, 7)] * count


def plain_html(text: str) -> str:
    """Plain text as HTML."""
    return html.escape(text, quote=False)


def timestamp(day: datetime.date) -> int:
    """Seconds since 1970 at midnight UTC."""
    return (day - datetime.date(1970, 1, 1)).days * 86400


def listed(tag: str, children: Iterable[xml.Element]) -> xml.Element:
    """An element that holds rows only."""
    return node(tag, *children)
