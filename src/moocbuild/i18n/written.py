"""Translated texts: the sources of a course with translators' words in place of messages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace

from moocbuild.diagnostics import Span
from moocbuild.i18n.leaves import Leaf
from moocbuild.i18n.messages import Piece, Pieces
from moocbuild.model.text import one_line
from moocbuild.source.files.tree import Original, SourceFile
from moocbuild.source.markdown.anchors import words as heading_words
from moocbuild.source.markdown.syntax import parse
from moocbuild.values import dataclass

_SIGNS = re.compile(r"[^>\s]")
_MARKUP = re.compile(r"[\\`*_\[\]<>&~$!{^@]|://|www\.")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Given:
    """A translation, and the line of the catalogue on which it stands."""

    words: str
    path: str
    line: int


Find = Callable[[Piece], Given | None]
"""The translation of a piece; None where there is none that counts."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the lines of a made text come from. lines: of each its stretches: first column (from
    0), path and line of what stands there.
    """

    lines: Sequence[Sequence[tuple[int, str, int]]] = ()

    def of(self, span: Span) -> Span:
        """The place of something that was found in the made text."""
        if not 0 < span.line <= len(self.lines):
            return span
        parts = self.lines[span.line - 1]
        before = [part for part in parts if part[0] < max(span.column, 1)]
        put = [part for part in before if part[1] != span.path]
        behind = [part for part in parts if part[1] != span.path]
        _, path, line = (put or behind[:1] or before or list(parts))[-1]
        if path == span.path:
            return replace(span, line=line)
        return Span(path, line)


@dataclass(frozen=True, slots=True)
class Made:
    """A translated file. left: lines of characters that are still the author's."""

    file: SourceFile
    origins: Origins
    left: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Writer:
    """Lines as they grow, with where they come from."""

    source: SourceFile
    lines: list[str] = field(default_factory=lambda: [""])
    origins: list[list[tuple[int, str, int]]] = field(default_factory=lambda: [[]])
    line: int = 1
    column: int = 0

    def copy(self, last: int, end: int) -> None:
        """The author's text up to a place."""
        while self.line < last:
            self._put(self.source.line(self.line)[self.column :], self.source.path, self.line)
            self._next()
            self.line, self.column = self.line + 1, 0
        self._put(self.source.line(last)[self.column : end], self.source.path, last)
        self.column = end

    def put(self, given: Given, words: str, leaf: Leaf) -> None:
        """A translator's text in the place of a leaf."""
        first, *more = words.split("\n")
        margin = "" if leaf.form == "value" else _SIGNS.sub(" ", self.lines[-1])
        self._put(first, given.path, given.line)
        for line in more:
            self._next()
            self._put(margin + line, given.path, given.line)
        self.line, self.column = leaf.place.last, leaf.place.end

    def _put(self, words: str, path: str, line: int) -> None:
        self.origins[-1].append((len(self.lines[-1]), path, line))
        self.lines[-1] += words

    def _next(self) -> None:
        self.lines.append("")
        self.origins.append([])


def made_text(
    source: Pieces,
    find: Find,
    language: str,
    letters: Mapping[str, tuple[str, ...]],
    kinds: Mapping[str, str],
) -> Made:
    """A file with translations in it. language: the author's. letters, kinds: see `Original`."""
    file, writer = source.file, _Writer(source.file)
    left: set[int] = set()
    cells: set[tuple[int, int]] = set()
    titles: dict[int, str] = {}
    plain: set[str] = set()
    for piece in sorted(source.pieces, key=_order):
        leaf = piece.leaf
        if (leaf.place.first, leaf.place.start) < (writer.line, writer.column):
            continue
        writer.copy(leaf.place.first, leaf.place.start)
        number = len(writer.lines)
        given = find(piece)
        if given is not None:
            writer.put(given, _shaped(given.words, source, leaf), leaf)
            if "heading" in leaf.within:
                titles[number] = _title(leaf.words)
        elif leaf.cell >= 0:
            cells.add((number, leaf.cell))
        else:
            left.add(number)
        if given is None and (piece.plain or "heading" in leaf.within):
            plain.add(_title(leaf.words) if "heading" in leaf.within else leaf.words)
    writer.copy(len(file.lines), len(file.lines[-1]) if file.lines else 0)
    original = Original(
        language=language,
        left=frozenset(left),
        cells=frozenset(cells),
        letters=letters,
        kinds=kinds,
        titles=titles,
    )
    lines = tuple(writer.lines)
    text = replace(file, text="\n".join(lines), lines=lines, original=original)
    return Made(text, Origins(writer.origins), frozenset(plain))


def replaced_text(source: SourceFile, other: SourceFile, original: Original) -> Made:
    """A file that stands whole in the place of another: `lesson.fr.md`."""
    text = replace(source, text=other.text, lines=other.lines, original=original)
    lines = [[(0, other.path, number)] for number in range(1, len(other.lines) + 1)]
    return Made(text, Origins(lines))


def _order(piece: Piece) -> tuple[int, int]:
    return (piece.leaf.place.first, piece.leaf.place.start)


def _shaped(words: str, source: Pieces, leaf: Leaf) -> str:
    """A translation as it can stand in its place."""
    if leaf.form == "value":
        quoted = json.dumps(one_line(words), ensure_ascii=False)
        block = leaf.place.end == 0 and leaf.place.last > leaf.place.first
        return f"{quoted}\n" if block else quoted
    words = words.strip()
    if leaf.form == "line":
        return " ".join(words.split("\n"))
    if leaf.form == "cell":
        return _BAR.sub(r"\\|", " ".join(words.split("\n")))
    return words


def _title(words: str) -> str:
    """What a heading says, as plain words."""
    if not _MARKUP.search(words):
        return one_line(words)
    blocks = parse([f"# {words}"], 1).blocks
    return heading_words(blocks[0]) if blocks else one_line(words)


def mapped(origins: Mapping[str, Origins], span: Span) -> Span:
    """The place in what authors and translators wrote of a place in what is read."""
    found = origins.get(span.path)
    return found.of(span) if found else span


def all_left(made: Iterable[Made]) -> frozenset[str]:
    """Lines of characters that are the author's, in every file."""
    return frozenset(words for each in made for words in each.left)
