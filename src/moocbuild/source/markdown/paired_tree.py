"""A syntax tree while it is built: Markdown's and HTML's elements share one stack.

HTML that an author wrote is matched here: what opens must close, in the same place.
"""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.util import AtomicString

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.text import VOID
from moocbuild.source.markdown.below import is_of_heading
from moocbuild.source.markdown.elsewhere import film_at
from moocbuild.source.markdown.html_policy import (
    ATTRIBUTES,
    FORBIDDEN,
    HTML_ELEMENT,
    HTML_REMOVED,
    OPTIONAL_END,
    TAGS,
    dropped,
    fits,
)
from moocbuild.source.markdown.raw_html import Comment, Instruction, Piece, Tag, Unended, pieces
from moocbuild.values import dataclass

Element = ElementTree.Element

UNCLOSED = Rule(
    "MB033",
    "html-unclosed",
    Severity.ERROR,
    """An HTML element or comment is never closed, has no opening tag, or is not closed where it
was opened, such as a tag that opens inside a list and closes outside it. It would swallow the
rest of the page. If words in angle brackets are not meant as HTML, put them in code:
`` `<name>` ``.""",
    remedy="close the element where it was opened, or write it as code: `<name>`",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding whose column is not known yet. words: what to look for in the line."""

    rule: Rule
    line: int
    words: str
    message: str
    help: str


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet. raw: the HTML tag that opened it. skipped: not shown."""

    element: Element
    raw: Tag | None = None
    skipped: bool = False


_SWALLOWED = frozenset({"script", "style", "textarea", "title", "xmp"})
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_VOID_ELSEWHERE = frozenset(["wbr", "input", "area", "base", "embed", "link", "meta", "param"])


class PairedTree:
    """Elements in, in the order of the source; what is wrong with an author's HTML comes out."""

    def __init__(self, first: int) -> None:
        self.root = Element("div", {"line": str(first)})
        self._stack = [_Open(self.root)]
        self._line = first
        self._problems: list[Problem] = []

    def finish(self) -> list[Problem]:
        """Everything that is wrong."""
        while len(self._stack) > 1:
            self._pop_raw()
        return self._problems

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
        around = self._stack[-1].element
        above = around[-1] if len(around) else None
        if above is not None and above.tag in HEADINGS and _is_its(above, self._line, piece.words):
            above.set("below", piece.words)
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
            help = "link to the page instead" if tag.name == "iframe" else "remove it"
            if film_at(tag.attributes.get("src", "")):
                help = "link to the film instead, alone in a paragraph"
            self._say(HTML_ELEMENT, tag.line, tag.written, message, help)
        elif tag.name not in TAGS:
            message = f"<{tag.name}> is removed"
            self._say(HTML_REMOVED, tag.line, tag.written, message, "write it in Markdown")
        for name in tag.names:
            value = tag.attributes.get(name.lower(), "")
            if tag.name in TAGS and dropped(tag.name, name, value):
                self._say(HTML_REMOVED, tag.line, name, f"'{name}' is removed", "delete it")

    def _attributes(self, element: Element, tag: Tag) -> None:
        allowed = ATTRIBUTES.get(tag.name, frozenset()) | ATTRIBUTES["*"]
        for name, value in tag.attributes.items():
            if name in allowed and fits(name, value):
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


def _ends_tag(piece: Piece, name: str) -> bool:
    return isinstance(piece, Tag) and piece.closing and piece.name == name


def _ends(open: str, following: str) -> bool:
    """Whether HTML closes an open element by itself where another begins."""
    return following in OPTIONAL_END.get(open, frozenset())


def _is_its(heading: Element, line: int, words: str) -> bool:
    """Whether the next comment, in `line`, is that of a heading."""
    below = int(heading.get("last", heading.get("line", "0"))) + 1
    return line == below or is_of_heading(words)
