"""What is right in a question, as plain data: one row for each thing that can be answered.

A row is `{"sort", "text", "value", "feedback"}`. sort "share": an option and its share of the
points; "accepted" and "range": words and numbers to type, 1 where they are right; "partner": a row
of a match and what belongs to it; "place": a step and its place; "option": what can be chosen and
is neither right nor wrong. Rows are found by frozen letters, typed answers by what is typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from moocbuild.compare.words import words_in
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
from moocbuild.model.text import EMPTY, Text

Answer = dict[str, Any]
Answers = Mapping[str, Answer]


def answers_of(asks: Interaction) -> Answers:
    """The rows of an interaction; of one without a row here, what it says of itself."""
    return ROWS(asks) if type(asks) in ROWS.known else _told(asks)


def _row(sort: str, text: Text | str, value: object, feedback: Text = EMPTY) -> Answer:
    words = text if isinstance(text, str) else words_in(text)
    row: Answer = {"sort": sort, "text": words, "value": value}
    return {**row, "feedback": words_in(feedback)} if feedback else row


def _options(choices: Iterable[Choice], sort: str = "share") -> Answers:
    return {c.id: _row(sort, c.text, c.score, c.feedback) for c in choices}


def _choice(asks: ChoiceInteraction) -> Answers:
    return _options(asks.choices)


def _hottext(asks: HottextInteraction) -> Answers:
    return _options(asks.choices)


def _entries(answers: Iterable[AcceptedText]) -> Answers:
    return {
        shown: _row("accepted", shown, float(a.correct), a.feedback)
        for a in answers
        for shown in [f'"{a.text}"' if a.exact else a.text]
    }


def _text(asks: TextEntryInteraction) -> Answers:
    return _entries(asks.answers)


def _number(asks: NumericEntryInteraction) -> Answers:
    return {
        shown: _row("range", shown, float(a.correct), a.feedback)
        for a in asks.answers
        for shown in [spelled_range(a.low, a.high)]
    }


def _match(asks: MatchInteraction) -> Answers:
    right = {option.id: words_in(option.text) for option in asks.options}
    named = {row.right for row in asks.rows}
    return {
        **{r.id: _row("partner", r.left, right.get(r.right, ""), r.feedback) for r in asks.rows},
        **{
            f"option {words}": _row("option", words, 0.0)
            for id, words in right.items()
            if id not in named
        },
    }


def _order(asks: OrderInteraction) -> Answers:
    return {s.id: _row("place", s.text, n, s.feedback) for n, s in enumerate(asks.steps, 1)}


def _gaps(asks: GapsInteraction) -> Answers:
    return {
        f"{gap.id} {id}": {**row, "gap": number}
        for number, gap in enumerate(asks.gaps, 1)
        for id, row in {**_options(gap.choices), **_entries(gap.answers)}.items()
    }


def _survey(asks: SurveyInteraction) -> Answers:
    statements = {f"statement {s.id}": _row("option", s.text, 0.0) for s in asks.statements}
    return {**statements, **_options(asks.choices, "option")}


def _journal(asks: ExtendedTextInteraction) -> Answers:
    return {}


def _told(asks: Interaction) -> Answers:
    """Of an interaction that nothing here knows: what may be answered, in order."""
    found: dict[str, Answer] = {}
    for group in asks.groups():
        for told in group:
            words = spelled_range(*told.numbers) if told.numbers else words_in(told.text)
            sort = "share" if told.offered else "range" if told.numbers else "accepted"
            found[words] = _row(sort, words, told.score, told.feedback)
    return found


ROWS: Renderers[[], Answers] = Renderers(
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
