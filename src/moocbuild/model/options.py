"""What stands in a question beside its prompt, row by row: options, entries, pairs, steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Span
from moocbuild.model.interactions import Choice
from moocbuild.model.numbers import spelled_range
from moocbuild.model.question import (
    AcceptedText,
    ChoiceInteraction,
    ExtendedTextInteraction,
    GapsInteraction,
    HottextInteraction,
    Interaction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Renderers,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.text import EMPTY, Text, text
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """id: unique in its question: a frozen letter, or what is typed. kind: "option", "entry",
    "pair", "place" or "statement". value: its share of the points; None where nothing is earned.
    """

    id: str
    kind: str
    text: Text
    value: float | None = None
    feedback: Text = EMPTY
    span: Span | None = None


def rows_of(asks: Interaction) -> Iterator[Row]:
    """The rows of an interaction; of one without a table here, what it says of itself."""
    return ROWS(asks) if type(asks) in ROWS.known else _told(asks)


def _options(choices: Iterable[Choice], before: str = "", *, earns: bool = True) -> Iterator[Row]:
    for each in choices:
        yield Row(
            id=f"{before}{each.id}",
            kind="option",
            text=each.text,
            value=each.score if earns else None,
            feedback=each.feedback,
            span=each.span,
        )


def _entries(answers: Iterable[AcceptedText], before: str = "") -> Iterator[Row]:
    for each in answers:
        shown = f'"{each.text}"' if each.exact else each.text
        yield Row(
            id=f"{before}={shown}",
            kind="entry",
            text=text(shown),
            value=float(each.correct),
            feedback=each.feedback,
            span=each.span,
        )


def _choice(asks: ChoiceInteraction) -> Iterator[Row]:
    return _options(asks.choices)


def _hottext(asks: HottextInteraction) -> Iterator[Row]:
    return _options(asks.choices)


def _text(asks: TextEntryInteraction) -> Iterator[Row]:
    return _entries(asks.answers)


def _number(asks: NumericEntryInteraction) -> Iterator[Row]:
    for each in asks.answers:
        shown = spelled_range(each.low, each.high)
        yield Row(
            id=f"={shown}",
            kind="entry",
            text=text(shown),
            value=float(each.correct),
            feedback=each.feedback,
            span=each.span,
        )


def _match(asks: MatchInteraction) -> Iterator[Row]:
    right = {option.id: option.text for option in asks.options}
    for row in asks.rows:
        pair = text(*row.left.nodes, " ↔ ", *right.get(row.right, EMPTY).nodes)
        yield Row(id=row.id, kind="pair", text=pair, feedback=row.feedback, span=row.span)
    named = {row.right for row in asks.rows}
    for option in asks.options:
        if option.id not in named:
            yield Row(id=f"option.{option.id}", kind="option", text=option.text, value=0.0)


def _order(asks: OrderInteraction) -> Iterator[Row]:
    for number, step in enumerate(asks.steps, 1):
        numbered = text(f"{number}. ", *step.text.nodes)
        yield Row(id=step.id, kind="place", text=numbered, feedback=step.feedback, span=step.span)


def _gaps(asks: GapsInteraction) -> Iterator[Row]:
    for gap in asks.gaps:
        yield from _options(gap.choices, f"{gap.id}.")
        yield from _entries(gap.answers, f"{gap.id}.")


def _survey(asks: SurveyInteraction) -> Iterator[Row]:
    for each in asks.statements:
        id = f"statement.{each.id}"
        yield Row(id=id, kind="statement", text=each.text, span=each.span)
    yield from _options(asks.choices, earns=False)


def _journal(asks: ExtendedTextInteraction) -> Iterator[Row]:
    return iter(())


def _told(asks: Interaction) -> Iterator[Row]:
    met: set[str] = set()
    for group in asks.groups():
        for told in group:
            shown = text(spelled_range(*told.numbers)) if told.numbers else told.text
            id, kind = f"={shown.plain}", "option" if told.offered else "entry"
            if id not in met:
                yield Row(id=id, kind=kind, text=shown, value=told.score, feedback=told.feedback)
            met.add(id)


ROWS: Renderers[[], Iterator[Row]] = Renderers(
    choice=_choice,
    text=_text,
    number=_number,
    journal=_journal,
    match=_match,
    order=_order,
    hottext=_hottext,
    gaps=_gaps,
    survey=_survey,
)
