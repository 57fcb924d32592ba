"""Questions as text to read: how each interaction is asked, and how its answer is told.

A table an interaction; `asked` shows no answer, `answered` leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from moocbuild.lower.walk import stable_shuffle_key
from moocbuild.lower.words import Words
from moocbuild.model.numbers import spelled
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    HottextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.model.text import EMPTY, Content, Text, element, labelled, listed, paragraph, text


def asked(question: Question, heading: str, say: Words) -> Text:
    """Title, prompt and options of a question; heading: the tag of its title."""
    ask = _ASKED.get(type(question.interaction))
    options = ask(question.interaction, question, say) if ask else EMPTY
    title = element(heading, question.title, id=question.id) if question.title else EMPTY
    return text(title, element("div", question.prompt), options)


def answered(question: Question, heading: str, say: Words) -> Text:
    """Every option with its feedback, hint, explanation and items."""
    answer = _ANSWERED.get(type(question.interaction))
    codes = ", ".join(ref.code for ref in question.competencies)
    return text(
        _title(question, heading),
        answer(question.interaction, say) if answer else EMPTY,
        labelled(say.hint, question.hint),
        labelled(say.explanation, question.explanation),
        paragraph(say.items.format(codes)) if codes else EMPTY,
    )


def _title(question: Question, heading: str) -> Content:
    title = question.title or question.prompt.plain
    return element(heading, title) if title else EMPTY


def _ask_choices(
    asks: ChoiceInteraction | HottextInteraction, question: Question, say: Words
) -> Text:
    return listed("ul", (choice.text for choice in asks.choices))


def _ask_match(asks: MatchInteraction, question: Question, say: Words) -> Text:
    rights = sorted(asks.options, key=lambda option: stable_shuffle_key(question.id, option.id))
    left = listed("ul", (row.left for row in asks.rows))
    right = listed("ul", (option.text for option in rights))
    return text(paragraph(say.find), left, paragraph(say.belongs), right)


def _ask_order(asks: OrderInteraction, question: Question, say: Words) -> Text:
    steps = sorted(asks.steps, key=lambda step: stable_shuffle_key(question.id, step.id))
    if tuple(steps) == asks.steps:
        steps.reverse()
    return text(paragraph(say.put_in_order), listed("ul", (step.text for step in steps)))


def _write(asks: ExtendedTextInteraction, question: Question, say: Words) -> Text:
    return text(paragraph(element("em", say.write)))


def _tell_choices(asks: ChoiceInteraction | HottextInteraction, say: Words) -> Text:
    return listed("ul", (_told(_verdict(c, say), c.text, c.feedback) for c in asks.choices))


def _tell_typed(asks: TextEntryInteraction, say: Words) -> Text:
    def entry(answer: AcceptedText) -> Text:
        verdict = say.accepted if answer.correct else say.wrong
        return _told(verdict, text(answer.text), answer.feedback)

    return listed("ul", map(entry, asks.answers))


def _tell_numbers(asks: NumericEntryInteraction, say: Words) -> Text:
    def entry(answer: AcceptedNumber) -> Text:
        verdict = say.accepted if answer.correct else say.wrong
        return _told(verdict, text(_range(answer)), answer.feedback)

    return listed("ul", map(entry, asks.answers))


def _tell_match(asks: MatchInteraction, say: Words) -> Text:
    texts = {option.id: option.text for option in asks.options}
    rows = (
        text(row.left, " → ", texts.get(row.right, EMPTY), _below(row.feedback))
        for row in asks.rows
    )
    return listed("ul", rows)


def _tell_order(asks: OrderInteraction, say: Words) -> Text:
    steps = (text(step.text, _below(step.feedback)) for step in asks.steps)
    return text(paragraph(say.in_order), listed("ol", steps))


def _told(verdict: str, answer: Text, feedback: Text) -> Text:
    return text(element("strong", verdict), " ", answer, _below(feedback))


def _below(feedback: Text) -> Content:
    return element("div", feedback) if feedback else EMPTY


def _verdict(choice: Choice, say: Words) -> str:
    return say.right if choice.correct else say.partly if choice.score > 0 else say.wrong


def _range(answer: AcceptedNumber) -> str:
    low, high = spelled(answer.low), spelled(answer.high)
    return low if low == high else f"{low} – {high}"


_ASKED: Mapping[type, Callable[[Any, Question, Words], Text]] = {
    ChoiceInteraction: _ask_choices,
    HottextInteraction: _ask_choices,
    MatchInteraction: _ask_match,
    OrderInteraction: _ask_order,
    ExtendedTextInteraction: _write,
}
_ANSWERED: Mapping[type, Callable[[Any, Words], Text]] = {
    ChoiceInteraction: _tell_choices,
    HottextInteraction: _tell_choices,
    TextEntryInteraction: _tell_typed,
    NumericEntryInteraction: _tell_numbers,
    MatchInteraction: _tell_match,
    OrderInteraction: _tell_order,
}


def questions_and_answers(questions: tuple[Question, ...], say: Words) -> Iterator[Text]:
    """A page of questions to try, then their answers."""
    yield from (asked(question, "h2", say) for question in questions)
    yield from answers(questions, say)


def answers(questions: tuple[Question, ...], say: Words) -> Iterator[Text]:
    """The answers that close a page, under a heading of their own."""
    yield text(element("h2", say.answers))
    yield from (answered(question, "h3", say) for question in questions)
