"""The messages of a Markdown text: what stands in each paragraph, heading, cell or piece of HTML.

A leaf is a stretch of a file that a translator may replace. Everything between the leaves (ids,
boxes, marks of lists, item codes, addresses of choices) stays as its author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from markdown_it.token import Token

from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.parser import block_tokens
from moocbuild.values import dataclass

Form = Literal["paragraph", "line", "cell", "html", "value"]
"""How a leaf stands in its file, and so what a translation of it may be: "paragraph" may have
lines of its own; "line" and "cell" may not; "html" is raw; "value" is a scalar of YAML."""

_BREAK = re.compile(r"(?:(?<! ) {2,}|\\)\n")
_BOX = re.compile(r"\[[ xX]\](?:[ \t\n]+|$)")
_SHARE = re.compile(r"`(?:0(?:\.\d{1,2})?|1(?:\.0{1,2})?)`\s+")
_ALERT = re.compile(r"\[!(?:note|tip|important|warning|caution)\](?:[ \t]+|$)", re.I)
_ENTRY = re.compile(r"!?=(?:\s+|$)")
_CHOICE = re.compile(r"\[(?P<words>.*)\]\(#[^)\s]*\)(?:\s*`[^`]*`)*\s*", re.S)
_CODES = re.compile(r"(?:`[^`]+`[\s,]*)+")
_CELL = re.compile(r"((?:\\\||[^|])*)(\||\Z)")
_SUMMARY = re.compile(r"\s*<summary>(.*\S.*)</summary>\s*", re.I)
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.S)
_ABBREVIATION = re.compile(r" {0,3}\*\[([^\]\n]{1,80})\]:[ \t]*(\S[^\n]{0,500})")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file: lines from 1, columns from 0; `end` is behind the last character."""

    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands in one place. words: as the author wrote it, on one line but for hard breaks.

    within: names of the blocks around it, outermost first. cell: its number among those of its
    row, from 0, else -1. marked: what stood before the words: "box", "ticked", "entry", "choice".
    """

    place: Place
    words: str
    form: Form
    within: tuple[str, ...] = ()
    cell: int = -1
    marked: str = ""


def leaves(file: SourceFile, first: int) -> list[Leaf]:
    """Those of the Markdown that begins on line `first`, in the order of the file."""
    body = "\n".join(file.lines[first - 1 :])
    found = _Leaves(file, first)
    found.read(block_tokens(body))
    found.abbreviations()
    return sorted(found.made, key=lambda leaf: (leaf.place.first, leaf.place.start))


def folded(words: str) -> str:
    """Words on one line; what breaks lines for readers stays a line of its own."""
    if "\n" not in words:
        return words.strip()
    return "\\\n".join(" ".join(part.split("\n")).strip() for part in _BREAK.split(words)).strip()


class _Leaves:
    """One walk over the tokens of a text."""

    def __init__(self, file: SourceFile, first: int) -> None:
        self._file, self._first = file, first
        self._open: list[str] = []
        self._cell = -1
        self.made: list[Leaf] = []
        self._taken: set[int] = set()

    def read(self, found: Sequence[Token]) -> None:
        """Every token, in order."""
        for place, token in enumerate(found):
            if token.nesting == 1:
                self._opened(token)
            elif token.nesting == -1:
                self._open.pop()
            elif token.type == "inline":
                self._inline(token, found[place - 1])
            elif token.map:
                self._block(token)

    def abbreviations(self) -> None:
        """What short forms stand for, each on a line of its own."""
        for number in range(self._first, len(self._file.lines) + 1):
            match = _ABBREVIATION.fullmatch(self._file.line(number))
            if match and number not in self._taken:
                place = Place(number, match.start(2), number, match.end(2))
                self.made.append(Leaf(place, match[2].strip(), "line", ("abbreviation",)))

    def _opened(self, token: Token) -> None:
        name = token.type.removesuffix("_open")
        if name == "alert":
            name = f"alert-{str(token.meta['kind']).lower()}"
        self._cell = -1 if name == "tr" else self._cell + (name in ("td", "th"))
        self._open.append(name)

    def _block(self, token: Token) -> None:
        assert token.map is not None
        lines = range(token.map[0] + self._first, token.map[1] + self._first)
        self._taken.update(lines)
        if token.type == "html_block":
            self._html(lines, token.content)

    def _html(self, lines: range, content: str) -> None:
        """Raw HTML with words in it: a summary by itself, all else as a whole."""
        rest = []
        for number in lines:
            match = _SUMMARY.fullmatch(self._file.line(number))
            if match:
                place = Place(number, match.start(1), number, match.end(1))
                self._add(place, match[1], "line", "summary")
            else:
                rest.append(number)
        said = "\n".join(self._file.line(number) for number in rest)
        if not any(map(str.isalnum, _HIDDEN.sub("", said))):
            return
        last = max(number for number in rest if self._file.line(number).strip())
        first = next(number for number in rest if self._file.line(number).strip())
        if len(rest) == len(lines):
            start = len(self._file.line(first)) - len(self._file.line(first).lstrip())
            end = len(self._file.line(last).rstrip())
            place = Place(first, start, last, end)
            self._add(place, self._cut(place), "html", "html")
        else:
            for number in rest:
                self._html_line(number)

    def _html_line(self, number: int) -> None:
        line = self._file.line(number)
        if any(map(str.isalnum, _HIDDEN.sub("", line))):
            start = len(line) - len(line.lstrip())
            self._add(
                Place(number, start, number, len(line.rstrip())), line.strip(), "html", "html"
            )

    def _cut(self, place: Place) -> str:
        """What stands there, lines and all."""
        lines = list(self._file.lines[place.first - 1 : place.last])
        lines[-1] = lines[-1][: place.end]
        lines[0] = lines[0][place.start :]
        return "\n".join(line.strip() for line in lines)

    def _inline(self, token: Token, before: Token) -> None:
        if token.map is None or before.type == "alert_title_open":
            return
        first = token.map[0] + self._first
        self._taken.update(range(first, token.map[1] + self._first))
        content = token.content
        if self._open[-1] in ("td", "th"):
            self._in_cell(first, content)
        elif content.strip():
            self._in_lines(first, content)

    def _in_cell(self, number: int, content: str) -> None:
        line = self._file.line(number)
        for start, end, words in _cells(line, self._cell):
            if words.replace("\\|", "|") == content and content:
                leaf = Place(number, start, number, end)
                self._add(leaf, content, "cell", cell=self._cell)
                return

    def _in_lines(self, first: int, content: str) -> None:
        places = list(_lines(self._file, first, content))
        if len(places) != content.count("\n") + 1:
            return
        heading = self._open[-1] == "heading"
        for start, end, form, marked in _parts(content, self._open):
            place = _place(places, content, start, end)
            shape: Form = "line" if heading or self._open[-1] == "dt" else form
            self._add(place, folded(content[start:end]), shape, marked=marked)

    def _add(
        self, place: Place, words: str, form: Form, *within: str, cell: int = -1, marked: str = ""
    ) -> None:
        if words.strip():
            around = (*self._open, *within)
            self.made.append(Leaf(place, words.strip(), form, around, cell, marked))


_Part = tuple[int, int, Form, str]
"""Where a part of a paragraph begins and ends, its form, and what stood before it."""


def _parts(content: str, within: Sequence[str]) -> Iterator[_Part]:
    """The stretches of a paragraph that translators see."""
    around = within[-2] if len(within) > 1 else ""
    part = _in_item(content) if around == "list_item" else None
    alert = _ALERT.match(content) if around == "blockquote" else None
    if part:
        yield part
    elif alert:
        yield from _titled(content, alert.end())
    elif not _CODES.fullmatch(content):
        yield 0, len(content), "paragraph", ""


def _in_item(content: str) -> _Part | None:
    """The words behind a box or `=`, or of the link that a choice is."""
    if box := _BOX.match(content):
        share = _SHARE.match(content, box.end())
        worth = share is not None and content[share.end() :].strip()
        start = share.end() if share and worth else box.end()
        return start, len(content), "paragraph", "ticked" if content[1] in "xX" else "box"
    if entry := _ENTRY.match(content):
        return entry.end(), len(content), "line", "entry"
    if choice := _CHOICE.fullmatch(content):
        return choice.start("words"), choice.end("words"), "paragraph", "choice"
    return None


def _titled(content: str, start: int) -> Iterator[_Part]:
    """A callout with a title of its own, in its first line."""
    ends = content.find("\n")
    title = len(content) if ends < 0 else ends
    if start < title:
        yield start, title, "line", "caption"
    if title + 1 < len(content):
        yield title + 1, len(content), "paragraph", ""


def _lines(file: SourceFile, first: int, content: str) -> Iterator[tuple[int, int]]:
    """Line and column where each line of a paragraph begins; nothing where one is not found."""
    for number, words in enumerate(content.split("\n"), first):
        line = file.line(number)
        said, bare = words.rstrip(), line.rstrip()
        if bare.endswith(said):
            yield number, len(bare) - len(said)
        elif (start := line.find(said)) >= 0:  # a heading with signs behind it
            yield number, start


def _place(places: Sequence[tuple[int, int]], content: str, start: int, end: int) -> Place:
    while end > start and content[end - 1].isspace():
        end -= 1
    first, begun = _at(places, content, start)
    last, ended = _at(places, content, end)
    return Place(first, begun, last, ended)


def _at(places: Sequence[tuple[int, int]], content: str, offset: int) -> tuple[int, int]:
    row = content.count("\n", 0, offset)
    number, column = places[row]
    return number, column + offset - (content.rfind("\n", 0, offset) + 1)


def _cells(line: str, wanted: int) -> Iterator[tuple[int, int, str]]:
    """Where a cell with this number may stand: the row may be within lists or quotations."""
    for match in re.finditer(r"(?=\S)", line):
        begun = match.start()
        if begun and not re.fullmatch(r"[\s>*+\-\d.)]*", line[:begun]):
            return
        rest = line[begun:].rstrip(" \t")
        skipped = len(rest) - len(rest.removeprefix("|").lstrip(" \t"))
        found = [each for each in _CELL.finditer(rest, skipped) if each[0]]
        if wanted < len(found):
            cell = found[wanted]
            inner = cell[1].strip(" \t")
            start = begun + cell.start(1) + len(cell[1]) - len(cell[1].lstrip(" \t"))
            yield start, start + len(inner), inner
