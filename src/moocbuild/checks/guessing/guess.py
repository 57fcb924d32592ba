"""Rules from the other units of a course, and how well they guess the best options of one.

A naive Bayes over tells: each counts by how often best options have it, and how often others.
It reads no meaning, so that a hit beyond chance says that a surface gives something away.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from moocbuild.cache.keep import key_of
from moocbuild.checks.guessing.banks import Bank, Kind, banks
from moocbuild.checks.guessing.chance import at_most
from moocbuild.checks.guessing.tells import Seen, eye, said
from moocbuild.model.course import Course
from moocbuild.model.marks import made
from moocbuild.model.plain import Codec
from moocbuild.package.memo import once
from moocbuild.values import dataclass

UNITS = 3
LEARNED_ON = 12
"""Fewer units, or decisions to learn on, give no rules."""
_NAMED = 3
_CODEC = Codec([Seen])
_SMOOTH = 1.0

Counts = Counter[tuple[str, bool, bool]]
"""(tell, whether the option is a best one, whether it has the tell) → options."""
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Guessed:
    """One bank. hits: best options that the rules found. allowed: what chance stays at or below
    in 95 of 100. expected: what it gives on average. tells: what gives away most, in words, where
    there are more hits than that."""

    bank: Bank
    hits: int
    allowed: int
    expected: float
    tells: tuple[str, ...]

    @property
    def asked(self) -> int:
        """How many decisions there were to guess."""
        return len(self.bank.decisions)


def guessed(course: Course) -> list[Guessed]:
    """Every bank of a course that is large enough to learn on, in reading order.

    Once a build: a check asks, and the report.
    """
    return once(("guessed", course), lambda: _guessed(course), lambda _: 0)


def _guessed(course: Course) -> list[Guessed]:
    seen = [(bank, _seen(bank, course.language)) for bank in banks(course)]
    kinds: tuple[Kind, ...] = ("questions", "simulation")
    found = [each for kind in kinds for each in _of_kind(kind, seen, course.language)]
    order = {id(bank): number for number, (bank, _) in enumerate(seen)}
    return sorted(found, key=lambda each: order[id(each.bank)])


def _seen(bank: Bank, language: str) -> tuple[Seen, ...]:
    """A bank as it is seen, now or before: looking takes longer than all the counting."""
    key = key_of(language, [(each.prompt, each.options, each.best) for each in bank.decisions])
    return made("guesses", key, _CODEC, lambda: tuple(map(eye(language), bank.decisions)))


def _of_kind(
    kind: Kind, seen: Sequence[tuple[Bank, Sequence[Seen]]], language: str
) -> Iterator[Guessed]:
    by_unit: dict[str, list[Seen]] = defaultdict(list)
    of_kind = [(bank, decisions) for bank, decisions in seen if bank.kind == kind]
    for bank, decisions in of_kind:
        by_unit[bank.unit] += decisions
    if len(by_unit) < UNITS:
        return
    counts = {unit: _counted(decisions) for unit, decisions in by_unit.items()}
    total = sum(counts.values(), Counter())
    size = sum(map(len, by_unit.values()))
    for bank, decisions in of_kind:
        if size - len(by_unit[bank.unit]) >= LEARNED_ON:
            yield _judged(bank, decisions, _weights(total - counts[bank.unit]), language)


def _counted(decisions: Sequence[Seen]) -> Counts:
    found: Counts = Counter()
    for seen in decisions:
        for tell, marks in seen.tells.items():
            found.update(zip(repeat(tell), seen.best, marks))
    return found


def _weights(counts: Counts) -> Weights:
    """Logarithms of odds: above 0 where best options have a tell more often than others."""
    tells = sorted({tell for tell, _, _ in counts})
    return {tell: _odds(counts, tell, True) - _odds(counts, tell, False) for tell in tells}


def _odds(counts: Counts, tell: str, best: bool) -> float:
    with_it, without = counts[tell, best, True], counts[tell, best, False]
    return math.log((with_it + _SMOOTH) / (without + _SMOOTH))


def _judged(bank: Bank, decisions: Sequence[Seen], weights: Weights, language: str) -> Guessed:
    hits = sum(seen.best[_pick(seen, weights)] for seen in decisions)
    chances = [decision.chance for decision in bank.decisions]
    allowed = at_most(chances)
    named = _named(decisions, weights, language) if hits > allowed else ()
    return Guessed(bank, hits, allowed, sum(chances), tuple(named))


def _pick(seen: Seen, weights: Weights) -> int:
    """The option whose tells speak for it most."""

    def rank(place: int) -> tuple[float, int]:
        speaking = (weights.get(t, 0.0) for t, marks in seen.tells.items() if marks[place])
        return sum(speaking), seen.order[place]

    return max(range(len(seen.best)), key=rank)


def _named(decisions: Sequence[Seen], weights: Weights, language: str) -> Iterator[str]:
    """The tells that point right most beyond chance, as "the longest option is right (5 of 6)"."""
    fares = {tell: _fares(tell, decisions, weight > 0) for tell, weight in weights.items()}
    ranked = sorted(fares, key=lambda tell: (-fares[tell].beyond, tell))
    families: set[str] = set()
    for tell in ranked:
        fare, family = fares[tell], tell.split()[-1]
        if fare.beyond > 1 and family not in families and len(families) < _NAMED:
            families.add(family)  # "the only option with x" is not named beside "an option with x"
            verdict = "right" if weights[tell] > 0 else "wrong"
            yield f"{said(tell, language)} is {verdict} ({fare.right} of {fare.cases})"


@dataclass(frozen=True, slots=True)
class _Fare:
    """How a tell fares in one bank. beyond: how often it points right more than chance would."""

    right: int
    cases: int
    beyond: float


def _fares(tell: str, decisions: Sequence[Seen], speaks_for: bool) -> _Fare:
    right, by_chance = 0, 0.0
    cases = [seen for seen in decisions if tell in seen.tells]
    for seen in cases:
        marks = seen.tells[tell] if speaks_for else [not mark for mark in seen.tells[tell]]
        right += any(mark and best for mark, best in zip(marks, seen.best, strict=True))
        by_chance += sum(marks) / len(marks)
    return _Fare(right, len(cases), right - by_chance)
