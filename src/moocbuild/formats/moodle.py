"""Moodle's own XML: elements without a namespace, one field a child element.

What backups (.mbz) and question files share. Measured on Moodle 4.5 and 5.1: a backup says null
with a word of its own, and text that looks like a placeholder of the backup is replaced.
"""

from __future__ import annotations

import datetime
import hashlib
import html
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NewType, TypeAlias

from moocbuild.formats import xml
from moocbuild.formats.titles import as_html, fitting

Value = str | int | float | None
Fields = Mapping[str, Value]
Lines = NewType("Lines", str)
"""Elements one after the other as they are written, except that `_LINE` begins each line."""
Element: TypeAlias = "Lines | tuple[str, tuple[Element, ...], str]"
"""Such elements, or one that holds others: its tag with attributes, its children, its tag.

Nothing is searched or changed later. Of the 70,000 elements of a backup of 200 lessons most are a
field, which is a line of text from the start.
"""
_LINE = "\0"
"""Stands for the end of a line and the blanks before the next; no XML can contain it."""
_INNER = f"{_LINE}  "

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
    *children: Element,
    attributes: Fields | None = None,
    fields: Fields | None = None,
) -> Element:
    """An element that holds others; `fields` become elements before `children`."""
    return _holding(tag + _written(attributes) if attributes else tag, tag, fields, children)


def leaf(tag: str, value: Value, attributes: Fields | None = None) -> Lines:
    """An element that holds a value."""
    opening = tag + _written(attributes) if attributes else tag
    return Lines(f"{_LINE}<{opening}>{_content(value)}</{tag}>")


def columns(fields: Fields, line: str = _LINE) -> Lines:
    """An element for each of `fields`."""
    made = [
        f"{line}<{name}>{value if isinstance(value, int) else _content(value)}</{name}>"
        for name, value in fields.items()
    ]
    return Lines("".join(made))


def record(tag: str, id: int, fields: Fields, *children: Element) -> Element:
    """A row of a table: its id as an attribute, its columns as elements."""
    return _holding(f'{tag} id="{id}"', tag, fields, children)


def written(value: Value) -> str:
    """A value as a backup writes it; numbers without exponent or needless zeros."""
    if value is None:
        return NULL
    if isinstance(value, float):
        text = repr(value)
        return format(Decimal(text), "f") if "e" in text else text.removesuffix(".0")
    return str(value)


def document(root: Element) -> bytes:
    """A file of a backup."""
    made = [xml.DECLARATION.encode()]
    _write((root,), "\n", lambda piece: made.append(piece.encode()))
    return b"".join((*made, b"\n"))


def flat(elements: Iterable[Element]) -> Lines:
    """Elements as lines of text, which fit in at any depth as the elements do."""
    made: list[str] = []
    _write(elements, _LINE, made.append)
    return Lines("".join(made))


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
    size = abs(share)
    nearest = size if size in FRACTIONS else min(FRACTIONS, key=lambda known: abs(known - size))
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


def listed(tag: str, children: Iterable[Element]) -> Element:
    """An element that holds rows only."""
    return node(tag, *children)


def _holding(
    opening: str, tag: str, fields: Fields | None, children: tuple[Element, ...]
) -> Element:
    if children:
        return (opening, (columns(fields), *children) if fields else children, tag)
    if fields:  # a row of a table, mostly
        return Lines(f"{_LINE}<{opening}>{columns(fields, _INNER)}{_LINE}</{tag}>")
    return Lines(f"{_LINE}<{opening}/>")


def _write(elements: Iterable[Element], line: str, write: Callable[[str], None]) -> None:
    """line: what begins a line at this depth."""
    for element in elements:
        if isinstance(element, str):
            write(element.replace(_LINE, line))
        else:
            opening, children, tag = element
            write(f"{line}<{opening}>")
            _write(children, f"{line}  ", write)
            write(f"{line}</{tag}>")


def _written(attributes: Fields) -> str:
    return "".join([xml.attribute(name, written(value)) for name, value in attributes.items()])


def _content(value: Value) -> str:
    return xml.escaped(xml.text(value)) if isinstance(value, str) else written(value)
