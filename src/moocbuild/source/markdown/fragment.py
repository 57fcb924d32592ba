"""Lines of a file on their way to be rendered, and where words in them stand in the file."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from moocbuild.diagnostics import Span
from moocbuild.source.files.tree import SourceTree


@dataclass(frozen=True, slots=True)
class Fragment:
    """line: of the first of `lines` in the file, from 1. Lines are dedented.

    elsewhere: index → line of the file, for lines that do not follow the first one there.
    """

    path: str
    line: int
    lines: tuple[str, ...]
    elsewhere: Mapping[int, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The lines as one string, without blank ones around."""
        return "\n".join(self.lines).strip("\n")

    @property
    def lead(self) -> int:
        """How many blank lines come first; `text` is without them."""
        return next((n for n, line in enumerate(self.lines) if line), len(self.lines))

    @property
    def span(self) -> Span:
        """The first line that says something."""
        for index, line in enumerate(self.lines):
            if line.strip():
                indent = len(line) - len(line.lstrip())
                return Span(self.path, self.number(index), indent + 1, len(line.strip()))
        return Span(self.path, self.line)

    def number(self, index: int) -> int:
        """The line of the file on which `lines[index]` stands."""
        return self.elsewhere.get(index, self.line + index)

    def followed_by(self, other: Fragment) -> Fragment:
        """Both, with an empty line between."""
        start = len(self.lines) + 1
        places = {start + index: other.number(index) for index in range(len(other.lines))}
        lines = (*self.lines, "", *other.lines)
        return replace(self, lines=lines, elsewhere={**self.elsewhere, **places})


class Finder:
    """Looks words up in the order in which a text holds them; capitals are ignored."""

    def __init__(self, fragment: Fragment, tree: SourceTree) -> None:
        self.fragment = fragment
        self._file = tree.texts.get(fragment.path)
        self._index, self._column = 0, 0

    def __call__(self, words: str) -> Span:
        """The next place of `words`, else the first one, else the fragment's first line."""
        for wanted in dict.fromkeys((words.lower(), html.unescape(words).lower())):
            for index, start in self._starts():
                column = self._line(index).find(wanted, start)
                if column >= 0:
                    self._index, self._column = index, column + max(1, len(wanted))
                    number = self.fragment.number(index)
                    return Span(self.fragment.path, number, column + 1, len(wanted))
        return self.fragment.span

    def _starts(self) -> Iterator[tuple[int, int]]:
        """Lines with the column to begin at: from the last place found, then all."""
        count = len(self.fragment.lines)
        yield self._index, self._column
        yield from ((index, 0) for index in range(self._index + 1, count))
        yield from ((index, 0) for index in range(min(self._index + 1, count)))

    def _line(self, index: int) -> str:
        """The line as it stands in the file: columns count there."""
        whole = self._file.line(self.fragment.number(index)) if self._file else ""
        words = self.fragment.lines[index] if index < len(self.fragment.lines) else ""
        return (whole if words.strip() in whole else words).lower()
