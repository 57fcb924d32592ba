"""Small pieces of prose made of an author's texts: elements around RichText, never markup by hand
around plain text.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from moocbuild.model.richtext import EMPTY, Part, RichText


def plain(text: str) -> RichText:
    """Plain text as RichText."""
    return RichText((html.escape(text, quote=False),), " ".join(text.split())) if text else EMPTY


def element(tag: str, *content: RichText, id: str = "") -> RichText:
    """An element around texts; tag is ours, never an author's. id: where links lead."""
    inner = joined(content)
    opening = f'{tag} id="{html.escape(id)}"' if id else tag
    parts: tuple[Part, ...] = (f"<{opening}>", *inner.parts, f"</{tag}>")
    return RichText(parts, inner.plain)


def joined(texts: Iterable[RichText]) -> RichText:
    """Texts one after the other."""
    given = [text for text in texts if text]
    parts = tuple(part for text in given for part in text.parts)
    return RichText(parts, " ".join(text.plain for text in given if text.plain))


def listed(tag: str, entries: Iterable[RichText]) -> RichText:
    """A list, `ul` or `ol`; EMPTY without entries."""
    items = [element("li", entry) for entry in entries]
    return element(tag, *items) if items else EMPTY


def labelled(label: str, text: RichText) -> RichText:
    """A text under a short label in bold; EMPTY without text."""
    if not text:
        return EMPTY
    return joined((element("p", element("strong", plain(label))), element("div", text)))


def paragraph(text: str) -> RichText:
    """A paragraph of plain text."""
    return element("p", plain(text))
