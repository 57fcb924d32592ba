"""What a course says of itself: how it was made, whose it is not, and who has reviewed it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from moocbuild.diagnostics import Span
from moocbuild.model.language import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """In the authors' words. drafted, endorsement: pieces of one sentence ("drafted with …").

    made: how the course was made, as long as it takes.
    """

    drafted: str = ""
    endorsement: str = ""
    made: str = ""

    def __bool__(self) -> bool:
        return bool(self.drafted or self.endorsement or self.made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One person's review of a module (`unit` is its id). version: of the text that was read."""

    unit: str
    who: str
    role: str
    when: datetime.date
    version: str = ""
    note: str = ""
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Words:
    """`{}`: names of units."""

    none: str
    some: str
    all: str


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        "no unit reviewed by people yet",
        "reviewed by people: {}",
        "every unit reviewed by people",
    ),
    "fr": _Words(
        "aucune unité n’a encore été relue par des personnes",
        "unités relues par des personnes : {}",
        "toutes les unités ont été relues par des personnes",
    ),
}


def sentence(
    statements: Statements, units: Sequence[str], reviewed: Sequence[str] | None, language: str
) -> str:
    """The one sentence of the first page; "" where there is nothing to say.

    units, reviewed: titles of all modules, and of those that people have reviewed; None where the
    course keeps no list of reviews, and so says nothing of them.
    """
    people = "" if reviewed is None else _people(units, reviewed, language)
    pieces = (statements.drafted, people, statements.endorsement)
    whole = "; ".join(piece.strip().rstrip(".") for piece in pieces if piece)
    return f"{whole[:1].upper()}{whole[1:]}." if whole else ""


def _people(units: Sequence[str], reviewed: Sequence[str], language: str) -> str:
    say = spoken(_WORDS, language)
    if len(reviewed) == len(units):
        return say.all
    return say.some.format(", ".join(reviewed)) if reviewed else say.none
