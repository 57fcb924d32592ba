"""What went wrong, where, and what to do about it. The bottom layer: imports nothing of ours."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


class Severity(enum.IntEnum):
    """Losses in a target are notes; `--strict` turns warnings into errors, never notes."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one source file: path from the course's root, lines and columns from 1.

    Columns and length count code points; line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be reported; the docstring of the defining module explains it.

    refuses: the input is not an author's slip but dangerous or foreign; the run exits with 2.
    """

    code: str
    slug: str
    severity: Severity
    explanation: str = field(default="", compare=False)
    refuses: bool = False

    def at(
        self,
        span: Span,
        message: str,
        *,
        help: str = "",
        related: tuple[tuple[Span, str], ...] = (),
    ) -> Diagnostic:
        """This rule, found at `span`."""
        return Diagnostic(self, span, message, help, related)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. message: lower case, one clause. help works if typed."""

    rule: Rule
    span: Span
    message: str
    help: str = ""
    related: tuple[tuple[Span, str], ...] = ()


Report = Callable[[Diagnostic], None]
"""How every step reports. In tests it is `list.append`."""


@dataclass(slots=True)
class Collector:
    """The Report of a real run: keeps what was found, each thing once."""

    strict: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set)

    def __call__(self, diagnostic: Diagnostic) -> None:
        """Keeps `diagnostic`, once."""
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.found.append(diagnostic)

    @property
    def failed(self) -> bool:
        """Whether anything found stops a build."""
        floor = Severity.WARNING if self.strict else Severity.ERROR
        return any(d.rule.severity >= floor for d in self.found)

    @property
    def refused(self) -> bool:
        """Whether the input was refused (exit status 2)."""
        return any(d.rule.refuses for d in self.found)

    def sorted(self) -> list[Diagnostic]:
        """By file, line and column; notes that belong to a target last."""
        return sorted(
            self.found,
            key=lambda d: (
                d.rule.code.startswith("MB3"),
                d.span.path,
                d.span.line,
                d.span.column,
                d.rule.code,
            ),
        )


_LONGEST = 100
_MANY = 500


def near(word: str, known: Iterable[str]) -> str:
    """ "did you mean 'x'?" for the nearest known name, "" where none is near."""
    names, word = list(known), word[:_LONGEST]
    if len(names) > _MANY:  # else a file full of slips could take minutes
        names = [name for name in names if name[:3] == word[:3] or name[-3:] == word[-3:]][:_MANY]
    folded = {name.casefold(): name for name in names}
    if word.casefold() in folded:
        return f"did you mean '{folded[word.casefold()]}'?"
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else ""
