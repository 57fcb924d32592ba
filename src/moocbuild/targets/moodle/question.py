"""A question as Moodle asks it: the type, its answers and options, ready for either file format.

How a backup and a question file spell the result is the type's (types.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from moocbuild.formats.moodle import fraction, name, shares
from moocbuild.model.numbers import half_width, middle, spelled
from moocbuild.model.question import (
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Gap,
    GapsInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    Renderers,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.spellings import answers_by_spelling, case_counts
from moocbuild.model.text import Ref, Text, element, listed, paragraph, said, text
from moocbuild.package.memo import once
from moocbuild.targets.moodle import cloze, types
from moocbuild.targets.moodle.item import Answer, Item, MoodleQuestion, Options, Pair, Part
from moocbuild.targets.moodle.text import NOTHING, Html, Writer
from moocbuild.values import dataclass
from moocbuild.words import Words
from moocbuild.words.languages import truth

_COMBINED: Options = {
    "correctfeedback": "",
    "correctfeedbackformat": 1,
    "partiallycorrectfeedback": "",
    "partiallycorrectfeedbackformat": 1,
    "incorrectfeedback": "",
    "incorrectfeedbackformat": 1,
    "shownumcorrect": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoweringContext:
    """What lowering needs besides the question."""

    writer: Writer
    words: Words
    shuffle: bool = True


def _choice(
    asks: ChoiceInteraction, question: Question, context: LoweringContext
) -> MoodleQuestion:
    if asks.presentation == "truefalse":
        truths = [truth(choice.text.plain) for choice in asks.choices]
        if sorted(truths) == ["false", "true"]:
            return _true_false(asks, truths, context)
    scores = _ticked(asks.choices) if asks.multiple else [c.score for c in asks.choices]
    answers = (
        Answer(
            id=choice.id,
            fraction=fraction(score) if not asks.multiple else score,
            text=context.writer.html(choice.text),
            feedback=context.writer.html(choice.feedback),
        )
        for choice, score in zip(asks.choices, scores, strict=True)
    )
    options: Options = {
        "layout": 0,
        "single": int(not asks.multiple),
        "shuffleanswers": int(context.shuffle),
        "answernumbering": "none",
        "showstandardinstruction": 1,
    }
    return MoodleQuestion(
        type=types.MULTICHOICE, answers=tuple(answers), options={**_COMBINED, **options}
    )


def _ticked(choices: Iterable[Choice]) -> list[float]:
    """(right − wrong) ÷ right ones: a wrong tick takes back what a right one gives."""
    choices = list(choices)
    right = shares(max(1, sum(choice.correct for choice in choices)))
    earned = iter(right)
    return [next(earned) if choice.correct else -max(right) for choice in choices]


def _true_false(
    asks: ChoiceInteraction, truths: list[str], context: LoweringContext
) -> MoodleQuestion:
    by_truth = dict(zip(truths, asks.choices, strict=True))
    answers = (
        Answer(
            id=said,
            fraction=float(by_truth[said].correct),
            typed=said.capitalize(),
            feedback=context.writer.html(by_truth[said].feedback),
        )
        for said in ("true", "false")
    )
    return MoodleQuestion(
        type=types.TRUE_FALSE, answers=tuple(answers), options={"showstandardinstruction": 1}
    )


def _text(
    asks: TextEntryInteraction, question: Question, context: LoweringContext
) -> MoodleQuestion:
    exact = case_counts(asks.answers)
    found = answers_by_spelling(asks.answers, case_counts=exact)
    answers = (
        Answer(
            id=spelling,
            fraction=float(answer.correct),
            typed=spelling.replace("*", r"\*"),
            feedback=context.writer.html(answer.feedback),
        )
        for spelling, answer in found.items()
    )
    return MoodleQuestion(
        type=types.SHORT_ANSWER, answers=tuple(answers), options={"usecase": int(exact)}
    )


def _number(
    asks: NumericEntryInteraction, question: Question, context: LoweringContext
) -> MoodleQuestion:
    answers = []
    for place, answer in enumerate(asks.answers):
        answers.append(
            Answer(
                id=str(place),
                fraction=float(answer.correct),
                typed=spelled(middle(answer.low, answer.high)),
                tolerance=half_width(answer.low, answer.high),
                feedback=context.writer.html(answer.feedback),
            )
        )
    options: Options = {"showunits": 3, "unitsleft": 0, "unitgradingtype": 0, "unitpenalty": "0.1"}
    return MoodleQuestion(type=types.NUMERICAL, answers=tuple(answers), options=options)


def _match(asks: MatchInteraction, question: Question, context: LoweringContext) -> MoodleQuestion:
    rights = {option.id: name(said(option.text)) for option in asks.options}
    rows = [
        # Moodle writes "left → right, left → right": in one line, two directions would mix these.
        Pair(
            id=row.id,
            left=context.writer.html(row.left, apart=True),
            right=rights.get(row.right, "…"),
        )
        for row in asks.rows
    ]
    used = {row.right for row in asks.rows}
    rest = [
        Pair(id=f"/{option.id}", left=NOTHING, right=rights[option.id])
        for option in asks.options
        if option.id not in used
    ]
    told = [(row.left, row.feedback) for row in asks.rows if row.feedback]
    return MoodleQuestion(
        type=types.MATCH,
        pairs=(*rows, *rest),
        options={"shuffleanswers": 1, **_COMBINED},
        more=_told("ul", told),
    )


def _order(asks: OrderInteraction, question: Question, context: LoweringContext) -> MoodleQuestion:
    answers = (
        Answer(id=step.id, fraction=float(place), text=context.writer.whole(step.text))
        for place, step in enumerate(asks.steps, 1)
    )
    options: Options = {
        "layouttype": 0,
        "selecttype": 0,
        "selectcount": 0,
        "gradingtype": 0,
        "showgrading": 0,
        "numberingstyle": "none",
    }
    some = any(step.feedback for step in asks.steps)
    told = [(step.text, step.feedback) for step in asks.steps] if some else []
    return MoodleQuestion(
        type=types.ORDERING,
        answers=tuple(answers),
        options={**options, **_COMBINED},
        more=_told("ol", told),
    )


def _told(tag: str, rows: list[tuple[Text, Text]]) -> Text:
    """A list of parts with what is said of each: Moodle shows one feedback for the whole."""
    return listed(tag, (text(part, element("div", said)) for part, said in rows))


def _gaps(asks: GapsInteraction, question: Question, context: LoweringContext) -> MoodleQuestion:
    points = cloze.worth(question.points, len(asks.gaps))
    parts = {gap.id: _gap(gap, points, question, context) for gap in asks.gaps}
    return cloze.multianswer(question.prompt, parts, context.writer)


def _gap(gap: Gap, points: int, question: Question, context: LoweringContext) -> Part:
    """Its spelling for teachers names pictures in words: that text has no files for answers."""
    shown = replace(gap, choices=tuple(replace(c, text=text(said(c.text))) for c in gap.choices))
    return Part(
        question=_asked_in(shown, question, context),
        stem=cloze.spelled_out(_asked_in(cloze.in_words(shown), question, context), points),
        mark=points,
    )


def _asked_in(gap: Gap, question: Question, context: LoweringContext) -> MoodleQuestion:
    if gap.choices:
        return _choice(ChoiceInteraction(choices=gap.choices), question, context)
    return _text(TextEntryInteraction(answers=gap.answers), question, context)


def _journal(
    asks: ExtendedTextInteraction, question: Question, context: LoweringContext
) -> MoodleQuestion:
    return MoodleQuestion(type=types.DESCRIPTION)


def _survey(
    asks: SurveyInteraction, question: Question, context: LoweringContext
) -> MoodleQuestion:
    """Moodle has no question without a right answer: here every one is, and earns nothing."""
    agreed = tuple(replace(choice, score=1.0) for choice in asks.choices)
    return _choice(ChoiceInteraction(choices=agreed), question, replace(context, shuffle=False))


RENDERERS: Renderers[[Question, LoweringContext], MoodleQuestion] = Renderers(
    choice=_choice,
    text=_text,
    number=_number,
    journal=_journal,
    match=_match,
    order=_order,
    hottext=None,
    gaps=_gaps,
    survey=_survey,
)


def bank_item(source: Question, context: LoweringContext) -> Item:
    """The question with its texts bound; made once for all packages where it leads nowhere.

    Each package has addresses of its own, of pages and of media.
    """
    led: list[Ref] = []

    def make() -> tuple[Question, Item, bool]:
        writer = context.writer.watched(led.append)
        return source, _item(source, replace(context, writer=writer)), bool(led)

    key = ("moodle-item", id(source), context.words.language, context.shuffle)
    _, item, leads = once(key, make, lambda _: _SIZE)
    return _item(source, context) if leads and not led else item


_SIZE = 4_000
"""Bytes that an item takes, about."""


def _item(source: Question, context: LoweringContext) -> Item:
    question = RENDERERS(source.interaction, source, context)
    explanation = text(source.explanation, question.more)
    return Item(
        id=source.id,
        title=name(source.title or source.prompt.plain),
        mark=source.points if source.scored else 0,
        question=question,
        stem=question.stem or _stem(source, context),
        explanation=context.writer.html(explanation),
        hint=context.writer.html(source.hint),
        tags=tuple(dict.fromkeys(ref.code for ref in source.competencies)),
    )


def _stem(question: Question, context: LoweringContext) -> Html:
    """What is asked; a title where there is no prompt; for a journal, that it is for oneself."""
    prompt = question.prompt or text(paragraph(question.title))
    if isinstance(question.interaction, ExtendedTextInteraction):
        prompt = text(prompt, paragraph(element("em", context.words.content("moodle.write"))))
    return context.writer.html(prompt)
