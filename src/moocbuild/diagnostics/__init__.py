"""What went wrong, where, and what to do about it. The bottom layer: imports nothing of ours."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from itertools import islice

from moocbuild.values import dataclass


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
    remedy: what to do next, as an imperative; a finding that knows more of its place says more.
    recurs: often found many times on a page, where people are shown the first. on_request: only
    looked for where somebody asks for it, so that nothing follows from finding nothing.
    """

    code: str
    slug: str
    severity: Severity
    explanation: str = field(default="", compare=False)
    refuses: bool = False
    remedy: str = field(default="", compare=False)
    recurs: bool = False
    on_request: bool = False

    def at(
        self,
        span: Span,
        message: str,
        *,
        help: str = "",
        related: tuple[tuple[Span, str], ...] = (),
        fix: Fix | None = None,
    ) -> Diagnostic:
        """This rule, found at `span`. help: "" for what the rule itself advises."""
        return Diagnostic(self, span, message, help or self.remedy, related, fix=fix)

    def meant(
        self,
        span: Span,
        message: str,
        written: str,
        name: str,
        otherwise: str = "",
        *,
        sure: bool = False,
    ) -> Diagnostic:
        """The same, where the known `name` was probably meant; "": none is near.

        sure: nothing else can be meant.
        """
        if not name:
            return self.at(span, message, help=otherwise)
        fix = Fix(written, name, sure=sure)
        return self.at(span, message, help=_offered(name), fix=fix)


WRITE_IDS = "moocbuild ids --write"
"""Freezes new ids; what is gone is another matter."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`new` for what stands at `span`, which may be nothing. Within one line."""

    span: Span
    new: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What a program can do in the author's place: at the span of the finding, `new` for `old`,
    which stands there as it was written; or `edits`, all or none; or run a command.

    sure: mechanical, so that nobody has to judge it; else it is what was probably meant.
    """

    old: str = ""
    new: str = ""
    command: str = ""
    edits: tuple[Edit, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. message: lower case, one clause. help works if typed.

    target: the one whose package changes or leaves something out, or "". fix: None where somebody
    has to think.
    """

    rule: Rule
    span: Span
    message: str
    help: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    target: str = ""
    fix: Fix | None = None

    @property
    def said(self) -> str:
        """The message, with the target that it is about."""
        return f"{self.target}: {self.message}" if self.target else self.message


Report = Callable[[Diagnostic], None]
"""How every step reports. In tests it is `list.append`."""


@dataclass(slots=True)
class Override:
    """What an author has decided of a rule. severity: None, where it is switched off.

    path: of the file that it is about, "" for the whole course; first, last: lines of it. span:
    where it is written. used: whether anything was found that it is about.
    """

    code: str
    severity: Severity | None
    span: Span
    path: str = ""
    first: int = 0
    last: int = 0
    used: bool = False

    def about(self, found: Diagnostic) -> bool:
        """Whether it decides on what was found."""
        if found.rule.code != self.code:
            return False
        here = found.span
        return not self.path or (here.path == self.path and self.first <= here.line <= self.last)


@dataclass(slots=True)
class Collector:
    """The Report of a real run: keeps what was found, each thing once."""

    strict: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    overrides: list[Override] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set)

    def __call__(self, diagnostic: Diagnostic) -> None:
        """Keeps `diagnostic`, once, as the author wants it."""
        if diagnostic in self._seen:
            return
        self._seen.add(diagnostic)
        if wanted := self._as_wanted(diagnostic):
            self.found.append(wanted)

    def accept(self, overrides: Iterable[Override]) -> None:
        """From here on, and of what was found before, what the author has decided counts."""
        self.overrides += overrides
        self.found = [wanted for found in self.found if (wanted := self._as_wanted(found))]

    def _as_wanted(self, found: Diagnostic) -> Diagnostic | None:
        """What is nearest decides: what is said for a place before what is for the course."""
        for decided in sorted(self.overrides, key=lambda each: not each.path):
            if decided.about(found):
                decided.used = True
                if decided.severity is None:
                    return None
                return replace(found, rule=replace(found.rule, severity=decided.severity))
        return found

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
        """By file, line and column; notes behind the rest, those that belong to a target last."""
        return sorted(
            self.found,
            key=lambda d: (
                d.rule.severity is Severity.NOTE,
                bool(d.target),
                d.span.path,
                d.span.line,
                d.span.column,
                d.rule.code,
            ),
        )


_LONGEST = 100
_MANY = 500


def _offered(name: str) -> str:
    return f"did you mean '{name}'?"


def near(word: str, known: Iterable[str]) -> str:
    """ "did you mean 'x'?" for the nearest known name, "" where none is near."""
    name = nearest(word, known)
    return _offered(name) if name else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest known name, "" where none is near."""
    names, word = list(known), word[:_LONGEST]
    if len(names) > _MANY:  # else a file full of slips could take minutes
        begins, ends = word[:3].casefold(), word[-3:].casefold()
        alike = (n for n in names if n[:3].casefold() == begins or n[-3:].casefold() == ends)
        names = list(islice(alike, _MANY))
    folded = {name.casefold(): name for name in names}
    if word.casefold() in folded:
        return folded[word.casefold()]
    import difflib  # `--help` has no use for it

    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return close[0] if close else ""
