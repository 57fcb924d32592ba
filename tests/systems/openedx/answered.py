"""What an author's questions are worth, answer by answer: what a platform is held against.

Of each question: everything right and everything wrong, then each option, word, number, row, step
and gap by itself. Fields are in the order of the page, as drivers/graded.py takes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from moocbuild.model.numbers import middle, spelled
from moocbuild.model.question import (
    Choice,
    ChoiceInteraction,
    Gap,
    GapsInteraction,
    HottextInteraction,
    MatchInteraction,
    MatchRow,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.model.text import EMPTY, Text, said

WRONG_WORDS = "zzz not right"
WRONG_NUMBER = "987654"


@dataclass(frozen=True)
class Trial:
    """An answer, the share of the points that it earns, and what its author says of it."""

    fields: list[Any]
    share: float
    told: tuple[Text, ...] = ()


def trials(question: Question) -> dict[str, Trial]:
    """By name; the first two are `right` and `wrong`."""
    asks = question.interaction
    match asks:
        case ChoiceInteraction(multiple=False):
            return _named(_single(asks.choices))
        case ChoiceInteraction() | HottextInteraction():
            return _named(_boxes(asks.choices))
        case TextEntryInteraction():
            entries = [*_texts(asks)]
        case NumericEntryInteraction():
            entries = [*_numbers(asks)]
        case MatchInteraction():
            return _named(_matched(asks))
        case OrderInteraction():
            return _named(_ordered(asks))
        case GapsInteraction():
            return _named(_filled(asks.gaps))
        case _:
            return {}
    return _named(sorted(entries, key=lambda trial: -trial.share))


def _named(found: Sequence[Trial] | Iterator[Trial]) -> dict[str, Trial]:
    right, *others = found
    wrong = min(others, key=lambda trial: trial.share)
    others.remove(wrong)
    assert right.share == 1.0 > wrong.share
    return {"right": right, "wrong": wrong} | {f"{n}": each for n, each in enumerate(others)}


def _single(choices: Sequence[Choice]) -> Iterator[Trial]:
    for choice in sorted(choices, key=lambda choice: -choice.score):
        yield Trial([said(choice.text)], choice.score, (choice.feedback,))


def _boxes(choices: Sequence[Choice]) -> Iterator[Trial]:
    """All right ones, all others, and all right ones but for a mistake at each box."""

    def ticked(chosen: list[Choice]) -> Trial:
        mistakes = sum((choice in chosen) != choice.correct for choice in choices)
        share = {0: 1.0, 1: 0.5 if len(choices) > 2 else 0, 2: 0.25 if len(choices) > 4 else 0}
        feedback = tuple(choice.feedback for choice in chosen)
        return Trial([[said(c.text) for c in chosen]], share.get(mistakes, 0), feedback)

    right = [choice for choice in choices if choice.correct]
    yield ticked(right)
    yield ticked([choice for choice in choices if not choice.correct])
    for other in choices:
        chosen = [c for c in choices if c.correct is not (c is other)]
        if chosen:  # nothing ticked is no answer
            yield ticked(chosen)


def _texts(asks: TextEntryInteraction) -> Iterator[Trial]:
    for answer in asks.answers:
        yield Trial([answer.text], float(answer.correct), (answer.feedback,))
    yield Trial([WRONG_WORDS], 0)


def _numbers(asks: NumericEntryInteraction) -> Iterator[Trial]:
    for answer in asks.answers:
        feedback = (answer.feedback,) if answer.correct else ()  # it stands with the explanation
        for number in dict.fromkeys((answer.low, middle(answer.low, answer.high), answer.high)):
            yield Trial([spelled(number)], float(answer.correct), feedback)
    yield Trial([WRONG_NUMBER], 0)


def _matched(asks: MatchInteraction) -> Iterator[Trial]:
    words = {option.id: said(option.text) for option in asks.options}

    def cell(row: MatchRow, right: bool) -> str:
        return next(each for id, each in words.items() if (id == row.right) is right)

    def chosen(wrong: set[str]) -> Trial:
        fields = {said(row.left): cell(row, row.id not in wrong) for row in asks.rows}
        feedback = tuple(row.feedback for row in asks.rows if row.id not in wrong)
        return Trial([fields], 1 - len(wrong) / len(asks.rows), feedback)

    yield chosen(set())
    yield chosen({row.id for row in asks.rows})
    yield from (chosen({row.id}) for row in asks.rows)


def _ordered(asks: OrderInteraction) -> Iterator[Trial]:
    """In order; each one place further, so that none is right; the first two exchanged."""
    places = list(range(len(asks.steps)))
    for given in (places, [*places[1:], 0], [1, 0, *places[2:]]):
        fields = {said(step.text): f"{given[n] + 1}." for n, step in enumerate(asks.steps)}
        right = [given[n] == n for n in places]
        feedback = (step.feedback for step, ok in zip(asks.steps, right, strict=True) if not ok)
        yield Trial([fields], sum(right) / len(places), tuple(feedback))


def _filled(gaps: Sequence[Gap]) -> Iterator[Trial]:
    def filled(wrong: set[str]) -> Trial:
        words = [_of_gap(gap, gap.id not in wrong) for gap in gaps]
        share = 1 - len(wrong) / len(gaps)
        return Trial([word for word, _ in words], share, tuple(f for _, f in words))

    yield filled(set())
    yield filled({gap.id for gap in gaps})
    if len(gaps) > 1:
        yield from (filled({gap.id}) for gap in gaps)


def _of_gap(gap: Gap, right: bool) -> tuple[str, Text]:
    for told in gap.group:
        if (told.score == 1) is right:
            return said(told.text), told.feedback
    return WRONG_WORDS, EMPTY
