"""Tokens of Markdown to elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree

from markdown.util import AtomicString
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.text import VOID
from moocbuild.source.markdown.html_policy import TAGS
from moocbuild.source.markdown.paired_tree import PairedTree
from moocbuild.source.markdown.raw_html import Tag, pieces

_ALERT = re.compile(r"\[!(note|tip|important|warning|caution)\](?:[ \t]+|$)", re.I)
_BRACKETS = re.compile(r"\s*\[[^\\\]]{1,20}\]")
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")


CODE_UNCLOSED = Rule(
    "MB166",
    "code-unclosed",
    Severity.WARNING,
    """A block of code that begins with three backticks or tildes is never closed, so that all
below it is code: headings and questions, too.""",
    remedy="write the same signs on a line below the code",
)


class Builder(PairedTree):
    """Tokens in, elements out."""

    def __init__(self, first: int) -> None:
        super().__init__(first)
        self._offset = first

    def add(self, found: Sequence[Token]) -> None:
        """Every token, in order."""
        for place, token in enumerate(found):
            if token.map:
                self._line = token.map[0] + self._offset
            if token.type == "inline":
                self._inline(token, found, place)
            elif token.nesting == 1:
                self._open_token(token)
            elif token.nesting == -1:
                self._close_token(token)
            else:
                self._leaf(token)

    def _inline(self, token: Token, found: Sequence[Token], place: int) -> None:
        children = token.children or []
        if place > 1 and found[place - 2].type == "alert_open":
            return  # the kind's name in English: what a reader sees is the dialect's
        plain = _BRACKETS.match(token.content)  # behind a backslash they are words
        if place > 1 and found[place - 2].type == "blockquote_open" and children and plain:
            children = self._titled(children)
        if place > 1 and found[place - 2].type == "list_item_open" and children and plain:
            children = self._boxed(children)
        if place and found[place - 1].type == "heading_open":
            children = list(_literal(children))
        self._words(children)

    def _boxed(self, children: list[Token]) -> list[Token]:
        """An item whose paragraph begins with `[ ]` or `[x]` is one of a task list.

        What follows on the line is words, also `- 5` and `3. October` (GFM, section 5.3).
        """
        first = children[0]
        match = _BOX.match(first.content) if first.type == "text" else None
        if match is None or (
            len(match[0]) == 3 and len(children) > 1 and not _breaks(children[1])
        ):
            return children
        item = next(each for each in reversed(self._stack) if each.element.tag == "li")
        item.element.set("checked", "checked" if match[1] in "xX" else "")
        first.content = first.content[match.end() :]
        return children

    def _titled(self, children: list[Token]) -> list[Token]:
        """A quotation that begins with `[!NOTE] Title` is an alert with a title."""
        match = _ALERT.match(children[0].content) if children[0].type == "text" else None
        if match is None:
            return children
        breaks = (n for n, t in enumerate(children) if t.type in ("softbreak", "hardbreak"))
        end = next(breaks, len(children))
        paragraph, alert = self._stack.pop().element, self._stack[-1].element
        alert.remove(paragraph)
        alert.tag = "alert"
        alert.set("kind", match[1].lower())
        self._push("caption")
        title = [*children[:end]]
        title[0] = title[0].copy(content=children[0].content[match.end() :])
        self._words(title)
        self._stack.pop()
        self._line += 1
        self._push("p")
        return children[end + 1 :]

    def _words(self, children: Iterable[Token]) -> None:
        depth = len(self._stack)
        for token in children:
            if token.nesting == 1:
                self._open_token(token)
            elif token.nesting == -1:
                self._close_token(token)
            else:
                self._leaf(token)
        while len(self._stack) > depth:
            self._pop_raw()

    def _open_token(self, token: Token) -> None:
        if token.hidden or token.type == "alert_title_open":
            return
        element = self._push(_name(token))
        if token.attrs or token.type in _WITH_MORE:
            for key, value in _attributes(token):
                element.set(key, value)
        if token.map:  # a term's ends where it begins
            element.set("last", str(max(self._line, token.map[1] + self._offset - 1)))

    def _close_token(self, token: Token) -> None:
        if token.hidden or token.type == "alert_title_close":
            return
        while self._stack[-1].raw is not None:
            self._pop_raw()
        closed = self._stack.pop().element
        if token.type == "paragraph_close" and not len(closed) and not closed.text:
            self._stack[-1].element.remove(closed)  # an alert's title was all it held

    def _leaf(self, token: Token) -> None:
        leaf = _LEAVES.get(token.type)
        if leaf is not None:
            leaf(self, token)

    def _break(self, token: Token) -> None:
        self._line += 1
        if token.type == "hardbreak":
            self._append("br")
        self._text("\n")

    def _rule(self, token: Token) -> None:
        self._append("hr")

    def _plain_text(self, token: Token) -> None:
        self._text(token.content)

    def _inline_code(self, token: Token) -> None:
        self._append("code").text = AtomicString(token.content)

    def _named(self, token: Token) -> None:
        self._append(token.type).set("name", token.content)

    def _mark(self, token: Token) -> None:
        self._append("noteref").set("note", str(token.meta["id"]))

    def _math(self, token: Token) -> None:
        self._formula(token.content, display=token.type != "math_inline")

    def _html(self, token: Token) -> None:
        self._raw(token.content)

    def _code(self, token: Token) -> None:
        language = next(iter(unescapeAll(token.info).split()), "")
        if language == "math":
            self._formula(token.content, display=True)
            return
        pre = self._append("pre")
        if token.map:
            pre.set("last", str(token.map[1] + self._offset - 1))
            if token.markup and token.map[1] - token.map[0] < token.content.count("\n") + 2:
                line, help = token.map[0] + self._offset, f"write '{token.markup}' below the code"
                self._say(CODE_UNCLOSED, line, token.markup, "code that is never closed", help)
        code = ElementTree.SubElement(pre, "code")
        ends = "\n" if token.content and not token.content.endswith("\n") else ""  # at the end
        code.text = AtomicString(token.content + ends)
        if language:
            code.set("class", f"language-{language}")

    def _formula(self, tex: str, *, display: bool) -> None:
        element = self._append("formula")
        element.set("tex", tex.strip())
        element.set("display", "block" if display else "")

    def _image(self, token: Token) -> None:
        image = self._append("img")
        image.set("src", str(token.attrs["src"]))
        image.set("alt", "".join(_plain(token.children or [])))
        image.set("markdown", "yes")
        for key in ("title", "width"):
            if key in token.attrs:
                image.set(key, str(token.attrs[key]))


_LEAVES: Mapping[str, Callable[[Builder, Token], None]] = {
    "citation": Builder._named,
    "code_block": Builder._code,
    "code_inline": Builder._inline_code,
    "fence": Builder._code,
    "footnote_ref": Builder._mark,
    "hardbreak": Builder._break,
    "hr": Builder._rule,
    "html_block": Builder._html,
    "html_inline": Builder._html,
    "image": Builder._image,
    "math_block": Builder._math,
    "math_inline": Builder._math,
    "math_inline_double": Builder._math,
    "slot": Builder._named,
    "softbreak": Builder._break,
    "text": Builder._plain_text,
    "text_special": Builder._plain_text,
}
_ALIGNED = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


_NAMES = {"alert_open": "alert", "footnote_block_open": "notes", "footnote_open": "note"}
_WITH_MORE = frozenset({"alert_open", "footnote_open", "th_open"})
"""Tokens that say more than their attributes do."""


def _name(token: Token) -> str:
    return _NAMES.get(token.type, token.tag)


def _attributes(token: Token) -> Iterator[tuple[str, str]]:
    """What elements of Markdown have."""
    if token.type == "alert_open":
        yield "kind", str(token.meta["kind"]).lower()
    elif token.type == "footnote_open":
        yield "id", str(token.meta["id"])
    elif token.type == "th_open":
        yield "scope", "col"
    for key in ("href", "title", "start"):
        if key in token.attrs:
            yield key, str(token.attrs[key])
    align = _ALIGNED.get(str(token.attrs.get("style", "")))
    if align:
        yield "class", align


def _breaks(token: Token) -> bool:
    return token.type in ("softbreak", "hardbreak")


def _literal(children: Sequence[Token]) -> Iterator[Token]:
    """In a heading HTML is an element only as a whole pair; else it is words: `# Heat <HACCP>`."""
    paired: set[int] = set()
    opened: list[tuple[str, int]] = []
    for place, token in enumerate(children):
        for tag in _tags(token):
            if tag.name in VOID:
                paired.add(place)
            elif not tag.closing:
                opened.append((tag.name, place))
            elif opened and opened[-1][0] == tag.name:
                paired |= {place, opened.pop()[1]}
    for place, token in enumerate(children):
        names = [tag.name for tag in _tags(token)]
        if names and (place not in paired or not TAGS.issuperset(names)):
            yield token.copy(type="text")
        else:
            yield token


def _tags(token: Token) -> list[Tag]:
    found = pieces(token.content, 0) if token.type == "html_inline" else ()
    return [piece for piece in found if isinstance(piece, Tag)]


def _plain(children: Iterable[Token]) -> Iterator[str]:
    """The words of a picture's description."""
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.children:
            yield from _plain(token.children)
        elif token.type not in ("html_inline", "html_block"):
            yield token.content
