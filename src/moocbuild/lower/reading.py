"""Questions as text to read: how each interaction is asked, and how its answer is told.

A table an interaction; `asked` shows no answer, `answered` leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.lower.walk import stable_shuffle_key
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
    Renderers,
    TextEntryInteraction,
)
from moocbuild.model.text import EMPTY, Content, Text, element, labelled, listed, paragraph, text
from moocbuild.words import Words


def asked(question: Question, heading: str, say: Words) -> Text:
    """Title, prompt and options of a question; heading: the tag of its title."""
    options = _ASKED(question.interaction, question, say)
    title = element(heading, question.title, id=question.id) if question.title else EMPTY
    return text(title, element("div", question.prompt), options)


def answered(question: Question, heading: str, say: Words) -> Text:
    """Every option with its feedback, hint, explanation and items."""
    codes = ", ".join(ref.code for ref in question.competencies)
    return text(
        _title(question, heading),
        _ANSWERED(question.interaction, say),
        labelled(say.content("question.hint"), question.hint),
        labelled(say.content("question.explanation"), question.explanation),
        paragraph(say.content("question.items", codes=codes)) if codes else EMPTY,
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
    return text(
        paragraph(say.content("question.find")),
        left,
        paragraph(say.content("question.belongs")),
        right,
    )


def _ask_order(asks: OrderInteraction, question: Question, say: Words) -> Text:
    steps = sorted(asks.steps, key=lambda step: stable_shuffle_key(question.id, step.id))
    if tuple(steps) == asks.steps:
        steps.reverse()
    return text(
        paragraph(say.content("question.put_in_order")),
        listed("ul", (step.text for step in steps)),
    )


def _ask_typed(
    asks: TextEntryInteraction | NumericEntryInteraction, question: Question, say: Words
) -> Text:
    return EMPTY


def _ask_journal(asks: ExtendedTextInteraction, question: Question, say: Words) -> Text:
    return text(paragraph(element("em", say.content("question.write"))))


def _tell_choices(asks: ChoiceInteraction | HottextInteraction, say: Words) -> Text:
    return listed("ul", (_told(_verdict(c, say), c.text, c.feedback) for c in asks.choices))


def _tell_typed(asks: TextEntryInteraction, say: Words) -> Text:
    def entry(answer: AcceptedText) -> Text:
        verdict = say.content(f"question.{'accepted' if answer.correct else 'wrong'}")
        return _told(verdict, text(answer.text), answer.feedback)

    return listed("ul", map(entry, asks.answers))


def _tell_numbers(asks: NumericEntryInteraction, say: Words) -> Text:
    def entry(answer: AcceptedNumber) -> Text:
        verdict = say.content(f"question.{'accepted' if answer.correct else 'wrong'}")
        return _told(verdict, text(say.number(answer.low, answer.high)), answer.feedback)

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
    return text(paragraph(say.content("question.in_order")), listed("ol", steps))


def _tell_journal(asks: ExtendedTextInteraction, say: Words) -> Text:
    return EMPTY


def _told(verdict: Content, answer: Text, feedback: Text) -> Text:
    return text(element("strong", verdict), " ", answer, _below(feedback))


def _below(feedback: Text) -> Content:
    return element("div", feedback) if feedback else EMPTY


def _verdict(choice: Choice, say: Words) -> Content:
    name = "right" if choice.correct else "partly" if choice.score > 0 else "wrong"
    return say.content(f"question.{name}")


_ASKED: Renderers[[Question, Words], Text] = Renderers(
    choice=_ask_choices,
    text=_ask_typed,
    number=_ask_typed,
    journal=_ask_journal,
    match=_ask_match,
    order=_ask_order,
    hottext=_ask_choices,
)
_ANSWERED: Renderers[[Words], Text] = Renderers(
    choice=_tell_choices,
    text=_tell_typed,
    number=_tell_numbers,
    journal=_tell_journal,
    match=_tell_match,
    order=_tell_order,
    hottext=_tell_choices,
)


def questions_and_answers(questions: tuple[Question, ...], say: Words) -> Iterator[Text]:
    """A page of questions to try, then their answers."""
    yield from (asked(question, "h2", say) for question in questions)
    yield from answers(questions, say)


def answers(questions: tuple[Question, ...], say: Words) -> Iterator[Text]:
    """The answers that close a page, under a heading of their own."""
    yield text(element("h2", say.content("question.answers")))
    yield from (answered(question, "h3", say) for question in questions)
