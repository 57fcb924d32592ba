"""Small helpers to compose RichText: escaped words, elements, links."""

from __future__ import annotations

import html
from collections.abc import Iterable

from moocbuild.model.richtext import Link, Part, Ref, RichText


def text(*parts: Part | RichText) -> RichText:
    """One RichText from HTML strings, references and other texts."""
    flat: list[Part] = []
    words: list[str] = []
    for part in parts:
        if isinstance(part, RichText):
            flat.extend(part.parts)
            words.append(part.plain)
        else:
            flat.append(part)
    return RichText(tuple(flat), " ".join(words))


def escape(words: str) -> str:
    """`words` for element content."""
    return html.escape(words, quote=False)


def element(tag: str, words: str, id: str = "", classes: str = "") -> str:
    """`<tag>` around escaped words."""
    attributes = f' id="{html.escape(id)}"' if id else ""
    attributes += f' class="{classes}"' if classes else ""
    return f"<{tag}{attributes}>{escape(words)}</{tag}>"


def page_link(page: str, words: str, anchor: str = "") -> Link:
    """A link to a page of the course."""
    return Link(Ref("page", page, anchor), escape(words))


def paragraphs(*lines: str) -> str:
    """Each line as a paragraph."""
    return "".join(element("p", line) for line in lines)


def bullets(items: Iterable[str]) -> str:
    """Escaped items as a list."""
    return "<ul>" + "".join(element("li", item) for item in items) + "</ul>"
