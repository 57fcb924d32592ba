"""What is found in one package, clause by clause, not more often than anybody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from moocbuild.archive.refused import place
from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.inspect.clauses import Clauses
from moocbuild.values import dataclass

MOST = 20
"""Findings of one clause; more of them are counted."""


@dataclass(frozen=True, slots=True)
class At:
    """A file in the archive, to say where something is."""

    archive: str
    entry: str

    def line(self, element: etree._Element | None = None) -> Span:
        """Where an element begins, or the file as a whole."""
        return place(self.archive, self.entry, line_of(element))


def line_of(element: etree._Element | None) -> int:
    """The line that an element begins in, 0 where it is not known."""
    return int(getattr(element, "sourceline", None) or 0)


class Findings:
    """Breaches of one standard's clauses. A key that the standard does not have is passed over."""

    def __init__(self, clauses: Clauses, at: At) -> None:
        self.clauses, self._at = clauses, at
        self._found: dict[str, list[Diagnostic]] = {}
        self._count: Counter[str] = Counter()

    def __contains__(self, key: str) -> bool:
        """Whether the standard demands this at all."""
        return key in self.clauses

    def add(
        self,
        key: str,
        element: etree._Element | None,
        message: str,
        help: Callable[[], str] | None = None,
        at: At | None = None,
    ) -> None:
        """A breach, at an element of the manifest or of another file (`at`).

        help: what to do, asked only where the finding is kept.
        """
        clause = self.clauses.get(key)
        if clause is None:
            return
        self._count[key] += 1
        found = self._found.setdefault(key, [])
        if len(found) < MOST:
            advice = help() if help else ""
            found.append(clause.at((at or self._at).line(element), message, advice))

    def every(self) -> Iterator[Diagnostic]:
        """All of them; the last of many says how many more there are."""
        for key, found in self._found.items():
            yield from found
            if more := self._count[key] - len(found):
                clause = self.clauses[key]
                yield clause.at(found[-1].span, f"and {more:,} more like this")
