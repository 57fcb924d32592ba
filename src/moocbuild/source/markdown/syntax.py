"""Tokens to a syntax tree: the elements of Python-Markdown, each with the author's lines.

Python-Markdown lets a parser of one's own stand in place of its block parser; its extensions that
work on the tree then run as always. Elements carry `line` and `last`, counted from 1 in the file.
Beside those of HTML there are: `comment`, `citation` (`key`), `slot` (`name`), `noteref` (`note`),
`note` (`id`), `formula` (`tex`, `display`), `alert` (`kind`) with a `caption`, and `li` with
`checked`.

HTML that an author wrote is paired here: what opens must close, in the same place.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.util import AtomicString
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.text import VOID
from moocbuild.source.markdown.html_policy import (
    ATTRIBUTES,
    FORBIDDEN,
    HTML_ELEMENT,
    HTML_REMOVED,
    OPTIONAL_END,
    TAGS,
    dropped,
)
from moocbuild.source.markdown.limits import MAX_DEPTH, TOO_DEEP
from moocbuild.source.markdown.parser import tokens
from moocbuild.source.markdown.raw_html import Comment, Instruction, Piece, Tag, Unended, pieces

Element = ElementTree.Element

UNCLOSED = Rule(
    "MB033",
    "html-unclosed",
    Severity.ERROR,
    """An HTML element or comment is never closed, has no opening tag, or is not closed where it
was opened, such as a tag that opens inside a list and closes outside it. It would swallow the
rest of the page. If words in angle brackets are not meant as HTML, put them in code:
`` `<name>` ``.""",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding whose column is not known yet. words: what to look for in the line."""

    rule: Rule
    line: int
    words: str
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Syntax:
    """A text as parsed.

    notes: footnotes by the number that `noteref` has. unused: labels of those that no text
    mentions. refused: nested too deep to be read on.
    """

    blocks: tuple[Element, ...]
    notes: dict[str, Element] = field(default_factory=dict)
    unused: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    refused: bool = False


def parse(lines: Sequence[str], first: int) -> Syntax:
    """The syntax of `lines`, the first of which is line `first` of its file."""
    markdown = _markdown().reset()
    parser = markdown.parser
    assert isinstance(parser, TokenParser)
    root = parser.document(lines, first)
    for processor in markdown.treeprocessors:
        processor.run(root)
    notes = {note.get("id", ""): note for note in root.iter("note")}
    blocks = tuple(block for block in _blocks(root) if block.tag != "notes")
    refused = any(problem.rule is TOO_DEEP for problem in parser.problems)
    return Syntax(blocks, notes, parser.unused, tuple(parser.problems), refused)


def _blocks(root: Element) -> Iterator[Element]:
    """The blocks of a document; words between HTML blocks are paragraphs."""
    if root.text and root.text.strip():
        yield _paragraph(root.text, root)
    for block in root:
        tail, block.tail = block.tail, None
        yield block
        if tail and tail.strip():
            yield _paragraph(tail, block)


def _paragraph(words: str, place: Element) -> Element:
    made = Element("p", {"line": place.get("last", place.get("line", "1"))})
    made.text = words.strip()
    return made


class TokenParser(BlockParser):
    """Python-Markdown's place for a parser: lines in, a tree of elements out."""

    def __init__(self, md: Markdown, abbreviations: dict[str, str]) -> None:
        super().__init__(md)
        self.abbreviations = abbreviations
        self.problems: list[Problem] = []
        self.unused: frozenset[str] = frozenset()

    def parseDocument(self, lines: Iterable[str]) -> ElementTree.ElementTree:  # noqa: N802
        """The tree of a document; what was met on the way stands in the parser."""
        return ElementTree.ElementTree(self.document(lines, 1))

    def document(self, lines: Iterable[str], first: int) -> Element:
        """The root of that tree; the first line is line `first` of its file."""
        found, self.unused, abbreviations = tokens("\n".join(lines))
        self.abbreviations.update(abbreviations)
        builder = _Builder(first)
        deep = next((token for token in found if token.level > 2 * MAX_DEPTH), None)
        if deep is None:
            builder.add(found)
            self.problems = builder.finish()
        else:
            line = first + (deep.map or [0])[0]
            message = f"nested more than {MAX_DEPTH} levels deep"
            self.problems = [Problem(TOO_DEEP, line, "", message, "flatten it")]
        return builder.root


class _GitHubMarkdown(Extension):
    """Puts the parser in its place; of Python-Markdown's own steps only extensions' run."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        self._parser = TokenParser(md, {})
        md.parser = self._parser
        md.registerExtension(self)
        for name in ("inline", "prettify", "unescape"):
            md.treeprocessors.deregister(name)
        md.treeprocessors.register(AbbrTreeprocessor(md, self._parser.abbreviations), "abbr", 7)

    def reset(self) -> None:
        """Called between two documents."""
        self._parser.abbreviations.clear()


_here = threading.local()


def _markdown() -> Markdown:
    """One a thread, as a Python-Markdown keeps what it met between its steps."""
    made: Markdown | None = getattr(_here, "markdown", None)
    if made is None:
        made = Markdown(extensions=[_GitHubMarkdown()])
        _here.markdown = made
    return made


# --- building ---------------------------------------------------------------------------------


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet. raw: the HTML tag that opened it. skipped: not shown."""

    element: Element
    raw: Tag | None = None
    skipped: bool = False


_ALERT = re.compile(r"\[!(note|tip|important|warning|caution)\](?:[ \t]+|$)", re.I)
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_SWALLOWED = frozenset({"script", "style", "textarea", "title", "xmp"})


class _Builder:
    """Tokens in, elements out; Markdown's and HTML's elements share one stack."""

    def __init__(self, first: int) -> None:
        self.root = Element("div", {"line": str(first)})
        self._stack = [_Open(self.root)]
        self._offset = first
        self._line = first
        self._problems: list[Problem] = []

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

    def finish(self) -> list[Problem]:
        """Everything that is wrong."""
        while len(self._stack) > 1:
            self._pop_raw()
        return self._problems

    # Markdown

    def _inline(self, token: Token, found: Sequence[Token], place: int) -> None:
        children = token.children or []
        if place > 1 and found[place - 2].type == "alert_open":
            return  # the kind's name in English: what a reader sees is the dialect's
        if place > 1 and found[place - 2].type == "blockquote_open" and children:
            children = self._titled(children)
        if place > 1 and found[place - 2].type == "list_item_open" and children:
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
        return [first.copy(content=first.content[match.end() :]), *children[1:]]

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
            parent = self._stack[-1].element
            if len(parent) and parent[-1] is closed:  # an alert's title was all it held
                parent.remove(closed)

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

    # HTML

    def _raw(self, content: str) -> None:
        first, swallowed = self._line, ""
        for piece in pieces(content, first):
            if swallowed:
                if not _ends_tag(piece, swallowed):
                    continue
                swallowed = ""
            if isinstance(piece, Tag):
                swallowed = self._tag(piece)
            elif isinstance(piece, str):
                self._text(piece)
            else:
                self._other(piece)
        self._line = first + content.count("\n")

    def _tag(self, tag: Tag) -> str:
        """The name of an element whose content is no Markdown and no HTML, else ""."""
        self._line = tag.line
        if tag.closing:
            self._close_tag(tag)
        else:
            self._open_tag(tag)
            return tag.name if tag.name in _SWALLOWED else ""
        return ""

    def _other(self, piece: Comment | Instruction | Unended) -> None:
        self._line = piece.line
        if isinstance(piece, Comment):
            self._comment(piece)
        elif isinstance(piece, Unended):
            message, help = (
                f"the tag '{piece.written}' has no closing '>'",
                "write '&lt;' for a '<'",
            )
            self._unclosed(piece.line, piece.written, message, help)
        else:
            message = f"'{piece.written}' is removed"
            self._say(HTML_REMOVED, piece.line, piece.written, message, "write it in Markdown")

    def _comment(self, piece: Comment) -> None:
        self._append("comment").text = AtomicString(piece.words)
        if not piece.closed:
            self._unclosed(piece.line, "<!--", "'<!--' is never closed", "close it with '-->'")

    def _open_tag(self, tag: Tag) -> None:
        self._judge(tag)
        while (top := self._stack[-1].raw) and _ends(top.name, tag.name):
            self._stack.pop()
        skipped = tag.name not in TAGS
        if tag.name in VOID or tag.name in _VOID_ELSEWHERE:
            if not skipped:
                self._attributes(self._append(tag.name), tag)
        elif skipped:
            self._stack.append(_Open(self._stack[-1].element, tag, skipped=True))
        else:
            self._attributes(self._push(tag.name, tag), tag)

    def _judge(self, tag: Tag) -> None:
        if tag.name in FORBIDDEN:
            message = f"<{tag.name}> is not allowed in a course"
            self._say(HTML_ELEMENT, tag.line, tag.written, message, "remove it")
        elif tag.name not in TAGS:
            message = f"<{tag.name}> is removed"
            self._say(HTML_REMOVED, tag.line, tag.written, message, "write it in Markdown")
        for name in tag.names:
            if tag.name in TAGS and dropped(tag.name, name):
                self._say(HTML_REMOVED, tag.line, name, f"'{name}' is removed", "delete it")

    def _attributes(self, element: Element, tag: Tag) -> None:
        allowed = ATTRIBUTES.get(tag.name, frozenset()) | ATTRIBUTES["*"]
        for name, value in tag.attributes.items():
            if name in allowed:
                element.set(name, value)

    def _close_tag(self, tag: Tag) -> None:
        if tag.name in VOID or tag.name in _VOID_ELSEWHERE:
            return
        depth = len(self._stack) - 1
        while (raw := self._stack[depth].raw) and raw.name != tag.name:
            depth -= 1
        if self._stack[depth].raw is None:
            self._stray(tag)
            return
        while len(self._stack) > depth + 1:
            self._pop_raw()
        self._stack.pop()

    def _stray(self, tag: Tag) -> None:
        """A closing tag whose opening one is not open in this place."""
        opened = [each.raw for each in self._stack if each.raw and each.raw.name == tag.name]
        if opened:
            message = f"'</{tag.name}>' is not where its '<{tag.name}>' was opened"
            help = "open and close it in the same paragraph, list item or section"
            self._stack = [each for each in self._stack if each.raw is not opened[-1]]
        elif tag.name in OPTIONAL_END or tag.name not in TAGS:
            return  # `</name>` by itself was never an element
        else:
            message, help = (
                f"'</{tag.name}>' has no opening tag",
                "delete it, or add the opening tag",
            )
        self._unclosed(tag.line, tag.written, message, help)

    def _pop_raw(self) -> None:
        """Closes the top element, which its author left open."""
        tag = self._stack.pop().raw
        if tag is not None and tag.name not in OPTIONAL_END:
            message = f"'<{tag.name}>' is never closed"
            self._unclosed(tag.line, tag.written, message, f"close it with '</{tag.name}>'")

    # both

    def _push(self, name: str, raw: Tag | None = None) -> Element:
        element = self._append(name)
        self._stack.append(_Open(element, raw))
        return element

    def _append(self, name: str) -> Element:
        return ElementTree.SubElement(self._stack[-1].element, name, {"line": str(self._line)})

    def _text(self, words: str) -> None:
        parent = self._stack[-1].element
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words

    def _unclosed(self, line: int, words: str, message: str, help: str) -> None:
        self._say(UNCLOSED, line, words, message, help)

    def _say(self, rule: Rule, line: int, words: str, message: str, help: str) -> None:
        self._problems.append(Problem(rule, line, words, message, help))


_LEAVES: Mapping[str, Callable[[_Builder, Token], None]] = {
    "citation": _Builder._named,
    "code_block": _Builder._code,
    "code_inline": _Builder._inline_code,
    "fence": _Builder._code,
    "footnote_ref": _Builder._mark,
    "hardbreak": _Builder._break,
    "hr": _Builder._rule,
    "html_block": _Builder._html,
    "html_inline": _Builder._html,
    "image": _Builder._image,
    "math_block": _Builder._math,
    "math_inline": _Builder._math,
    "math_inline_double": _Builder._math,
    "slot": _Builder._named,
    "softbreak": _Builder._break,
    "text": _Builder._plain_text,
    "text_special": _Builder._plain_text,
}
_VOID_ELSEWHERE = frozenset(["wbr", "input", "area", "base", "embed", "link", "meta", "param"])
_ALIGNED = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


def _name(token: Token) -> str:
    if token.type == "alert_open":
        return "alert"
    return {"footnote_block_open": "notes", "footnote_open": "note"}.get(token.type, token.tag)


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


def _ends_tag(piece: Piece, name: str) -> bool:
    return isinstance(piece, Tag) and piece.closing and piece.name == name


def _ends(open: str, following: str) -> bool:
    """Whether HTML closes an open element by itself where another begins."""
    return following in OPTIONAL_END.get(open, frozenset())
