"""Markdown as the program reads it, and HTML as trees that can be compared.

A tree is a string or `(name, attributes, children)`. Nothing is mended on the way: markup whose
tags do not pair is an error. White space counts only where a reader sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from cmarkgfm import cmark

from moocbuild.diagnostics import Diagnostic
from moocbuild.model.text import INLINE, VOID, Ref, Text
from moocbuild.render import Dialect
from moocbuild.render.common import RULES
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.texts import Texts
from moocbuild.source.pages.section import read_syntax
from moocbuild.source.shared import FileReader, Shared

Tree = Any
"""`str | tuple[str, dict[str, str], list[Tree]]`."""

HTML = Dialect(rules=RULES)
_VOID = VOID | {"input", "wbr"}
_LINES = INLINE | {"img", "input", "math"}
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Reading:
    """A text and what its author is told."""

    text: Text
    findings: tuple[Diagnostic, ...]

    @property
    def html(self) -> str:
        """As every reader of HTML gets it."""
        return HTML.html(self.text, lambda ref: ref.id)

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, in order."""
        return [each.rule.code for each in self.findings]

    def at(self, code: str) -> list[int]:
        """The lines of the findings of one code."""
        return [each.span.line for each in self.findings if each.rule.code == code]


def read(markdown: str, *, as_written: bool = True) -> Reading:
    """`markdown` as the body of a text; as_written: links and pictures are not looked up."""
    lines = tuple(markdown.split("\n"))
    file = SourceFile("course/01-module/01-text.md", markdown, lines)
    reader = FileReader(file, "01-module/01-text", Shared())
    syntax = read_syntax(lines, 1, reader)
    if syntax is None:
        return Reading(Text(), tuple(reader.findings))
    texts = Texts(syntax, reader, _as_written) if as_written else Texts(syntax, reader)
    return Reading(texts.text(*syntax.blocks), tuple(reader.findings))


def _as_written(
    url: str, line: int, last: int, reader: FileReader, *, media: bool = False
) -> Ref | str | None:
    return url


def tree(html: str) -> list[Tree]:
    """The tree of well-formed HTML."""
    return list(_folded(_parsed(html), pre=False, block=True))


def github(markdown: str) -> list[Tree]:
    """The tree that GitHub's own parser makes, with names and signs as ours has them."""
    html = cmark.markdown_to_html_with_extensions(markdown, _OPTIONS, _EXTENSIONS)
    return list(_folded(_renamed(_parsed(html)), pre=False, block=True))


def ours(html: str) -> list[Tree]:
    """The tree of a text's HTML, to be compared with `github`."""
    return list(_folded(_renamed(_parsed(html)), pre=False, block=True))


_EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]
_OPTIONS = cmark.Options.CMARK_OPT_FOOTNOTES


_WAY_BACK = re.compile(r"\s(?=<a [^>]*footnote-backref)")


def _parsed(html: str) -> list[Tree]:
    builder = _Builder()
    builder.feed(_WAY_BACK.sub("", html))
    builder.close()
    assert len(builder.stack) == 1, f"<{builder.stack[-1][0]}> is never closed"
    return list(builder.stack[0][2])


def _renamed(children: list[Tree]) -> list[Tree]:
    made: list[Tree] = []
    for each in (each for child in children for each in _as_ours(child)):
        if made and isinstance(each, str) and isinstance(made[-1], str):
            made[-1] += each
        else:
            made.append(each)
    return made


def _as_ours(child: Tree) -> list[Tree]:
    """Footnotes are `noteref`, `notes` and `note`, boxes signs, and ids and way back left out."""
    if isinstance(child, str):
        return [child]
    name, attributes = child[0], child[1]
    kind = attributes.get("class", "")
    if kind == "footnote-backref":
        return []
    inner = _renamed(child[2])
    if name == "del":
        return [("s", {}, inner)]
    if name == "input":
        return ["\u2611" if "checked" in attributes else "\u2610"]
    if name == "sup" and "footnote-ref" in (kind, child[2][0][1].get("class", "")):
        return [("noteref", {"number": "".join(child[2][0][2])}, [])]
    if kind in ("footnotes", "footnote"):
        listed = next(each for each in inner if each[0] == "ol")
        return [("notes", {}, [("note", {}, n[2]) for n in listed[2] if n[0] == "li"])]
    if name == "li" and isinstance(inner[0] if inner else None, str):
        inner = _boxed(inner)
    return [(name, attributes, inner)]


def _boxed(inner: list[Tree]) -> list[Tree]:
    """GitHub's box stands before the paragraph that it belongs to."""
    said = [each for each in inner if not isinstance(each, str) or each.strip()]
    sign = said[0] if said and isinstance(said[0], str) else ""
    if sign.strip() not in ("\u2610", "\u2611") or len(said) < 2 or said[1][0] != "p":
        return inner
    return [("p", {}, _renamed([sign.strip() + " ", *said[1][2]])), *said[2:]]


class _Builder(HTMLParser):
    """Elements as they are written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[Tree] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {key: value or "" for key, value in attrs}, [])
        self.stack[-1][2].append(element)
        if tag not in _VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        assert tag in _VOID

    def handle_endtag(self, tag: str) -> None:
        assert self.stack[-1][0] == tag, f"</{tag}> closes <{self.stack[-1][0]}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        children = self.stack[-1][2]
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)


def _folded(children: list[Tree], *, pre: bool, block: bool) -> Iterator[Tree]:
    """Without the white space that no reader sees."""
    for place, child in enumerate(children):
        if isinstance(child, str):
            words = child if pre else _SPACE.sub(" ", child)
            before = children[place - 1] if place else None
            after = children[place + 1] if place + 1 < len(children) else None
            if not pre and (_breaks(before) if before else block):
                words = words.lstrip(" ")
            if not pre and (_breaks(after) if after else block):
                words = words.rstrip(" ")
            if words:
                yield words
            continue
        name, attributes, inner = _titled(child)
        within = list(_folded(inner, pre=pre or name == "pre", block=name not in _LINES))
        yield (name, _attributes(name, attributes), within)


def _titled(child: Tree) -> Tree:
    """A picture above its title, as Markdown has it: the title is an attribute."""
    if child[0] != "figure" or [each[0] for each in child[2]] != ["img", "figcaption"]:
        return child
    (_, attributes, _), (_, _, title) = child[2]
    return ("p", {}, [("img", {**attributes, "title": "".join(title)}, [])])


def _breaks(child: Tree) -> bool:
    return child[0] not in _LINES


def _attributes(name: str, found: dict[str, str]) -> dict[str, str]:
    """One spelling of each: alignment, and what only our markup says beside."""
    kept = {key: value for key, value in found.items() if key not in ("rel", "scope")}
    if align := kept.pop("align", ""):
        kept["class"] = align
    return kept
