"""HTML that an author writes into Markdown, cut into tags, words, comments and the rest.

Follows the grammar of CommonMark 0.31.2, section 6.6, which is a part of HTML's own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import field

from moocbuild.values import dataclass

_ATTRIBUTE = (
    r"""[ \t\n]+([a-zA-Z_:@][\w.:@-]*)"""
    r"""(?:[ \t\n]*=[ \t\n]*("[^"]*"|'[^']*'|[^ \t\n"'=<>`]+))?"""
)
_PIECE = re.compile(
    r"<!--(?P<comment>(?=-?>)|.*?)(?P<end>--!?>|(?<=<!--)-?>|\Z)"
    r"|<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)"
    rf"(?P<attributes>(?:{_ATTRIBUTE})*)[ \t\n]*(?P<void>/?)>"
    r"|(?P<other><\?.*?\?>|<!\[CDATA\[.*?\]\]>|<[?!][^>]*>)"
    r"|(?P<unended></?[a-zA-Z][a-zA-Z0-9-]*)",
    re.S,
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_SPACE = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag.

    name: in small letters. written: how it begins, as its author wrote it; whole: all of it.
    attributes: by name in small letters. names: of attributes, as written.
    """

    name: str
    line: int
    written: str
    whole: str
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """closed: whether `-->` ends it."""

    words: str
    line: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Instruction:
    """A processing instruction, a declaration or a CDATA section. written: how it begins."""

    line: int
    written: str


@dataclass(frozen=True, slots=True)
class Unended:
    """The beginning of a tag that no `>` ends. Its words follow."""

    line: int
    written: str


Piece = Tag | Comment | Instruction | Unended | str


def pieces(content: str, line: int) -> Iterator[Piece]:
    """The parts of `content`, which begins on `line`; strings are words, decoded."""
    end = 0
    for match in _PIECE.finditer(content):
        if words := html.unescape(content[end : match.start()]):
            yield words
        here = line + content.count("\n", 0, match.start())
        if match["name"]:
            yield _tag(match, here)
        elif match["comment"] is not None:
            yield Comment(match["comment"].strip(), here, closed=bool(match["end"]))
        elif match["unended"]:
            yield Unended(here, match[0])
            yield match[0]
        else:
            yield Instruction(here, match["other"].split()[0][:20])
        end = match.end()
    if words := html.unescape(content[end:]):
        yield words


def _tag(match: re.Match[str], line: int) -> Tag:
    found: dict[str, str] = {}
    names: list[str] = []
    for attribute in _ATTRIBUTES.finditer(match["attributes"]):
        value = attribute[2] or ""
        value = value[1:-1] if value[:1] in ("'", '"') else value
        found.setdefault(attribute[1].lower(), html.unescape(value))
        names.append(attribute[1])
    written = f"<{match['slash']}{match['name']}"
    name, closing = match["name"].lower(), bool(match["slash"])
    return Tag(name, line, written, match[0], closing, found, tuple(names))
