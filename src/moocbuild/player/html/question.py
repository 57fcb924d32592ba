"""Questions as HTML: one row and one template for each interaction.

Knows how a question is shown; how an answer is judged is the script's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial

from markupsafe import Markup

from moocbuild.model.numbers import spelled
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    GapsInteraction,
    HottextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    Renderers,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.text import Text, own_language, said
from moocbuild.player.html import gaps
from moocbuild.player.html.names import question_anchor
from moocbuild.player.html.parts import PARTS
from moocbuild.player.html.render import Context
from moocbuild.player.html.style import SHEETS
from moocbuild.values import dataclass
from moocbuild.words.languages import affirms

_Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Form:
    """template: file. kind: what the script calls it. values: what the template needs; they are
    made from the context and the id of the form.

    scripts: the parts of the player that it needs beside the core.
    """

    template: str
    kind: str
    values: Callable[[Context, str], _Values]
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option as shown. mark: "good", "part" or "off"; word: the same for eyes and ears.

    field: the id of its control. spoken: how that is named, if not by the text. true: of a
    true-false question the one that says yes.
    """

    id: str
    field: str
    text: Markup
    score: str
    mark: str
    word: Markup
    feedback: Markup
    spoken: Markup
    true: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An accepted (or foreseen) entry as shown where no script runs."""

    text: str
    mark: str
    word: Markup
    feedback: Text


def question_html(question: Question, context: Context, *, label: Markup | str = "") -> Markup:
    """A question as a form."""
    form = RENDERERS(question.interaction)
    key = question_anchor(question.id)
    return context.render(
        form.template,
        q=question,
        key=key,
        kind=form.kind,
        items=" ".join(dict.fromkeys(ref.code for ref in question.competencies)),
        points="" if question.points == 1 else spelled(question.points),
        label=label or context.word(f"page.{_label(question, form.kind)}"),
        how=context.word(f"page.how_{form.kind}"),
        i=question.interaction,
        **form.values(context, key),
    )


def needed(questions: Iterable[Question], *more: str) -> tuple[str, ...]:
    """The parts of the player that these questions need, then others, in an order that works."""
    forms = (RENDERERS(question.interaction) for question in questions)
    found = {name for form in forms for name in form.scripts} | {*more}
    return tuple(name for name in PARTS if name in found)


def needed_sheets(questions: Iterable[Question]) -> tuple[str, ...]:
    """The files of style that their kinds have for themselves."""
    kinds = {RENDERERS(question.interaction).kind for question in questions}
    return tuple(name for name in SHEETS if name.removesuffix(".css") in kinds)


def _label(question: Question, kind: str) -> str:
    if not question.scored:
        return "label_journal" if kind == "journal" else "label_survey"
    return "label_critical" if question.critical else "label_practice"


def _choice(asks: ChoiceInteraction) -> Form:
    kind = "multiple" if asks.multiple else "single"
    kind = "truefalse" if asks.presentation == "truefalse" else kind
    yes = _yes(asks) if kind == "truefalse" else None
    several = asks.multiple
    return Form("choice.html", kind, partial(_options, asks.choices, several=several, yes=yes))


def _hottext(asks: HottextInteraction) -> Form:
    return Form("choice.html", "hottext", partial(_options, asks.choices, several=True))


def _options(
    choices: Iterable[Choice],
    context: Context,
    key: str,
    *,
    several: bool,
    yes: Choice | None = None,
) -> _Values:
    options = [
        OptionView(
            choice.id,
            f"{key}-{choice.id}",
            context.answer(choice.text),
            spelled(choice.score),
            *context.mark(choice.score),
            context.answer(choice.feedback),
            context.spoken(choice.text),
            choice is yes,
        )
        for choice in choices
    ]
    return {"options": options, "input": "checkbox" if several else "radio"}


def _yes(asks: ChoiceInteraction) -> Choice:
    """The option of a true-false question that says so; where no words tell, the first."""
    said = (choice for choice in asks.choices if affirms(choice.text.plain))
    return next(said, asks.choices[0])


def _match(asks: MatchInteraction) -> Form:
    # By their words, so that the order of the list gives nothing away.
    options = sorted(asks.options, key=lambda option: said(option.text).casefold())
    values: _Values = {
        "options": [(o.id, said(o.text), own_language(o.text)) for o in options],
        "right": {option.id: option.text for option in asks.options},
    }
    return Form("match.html", "match", lambda context, key: values, ("match.js",))


def _order(asks: OrderInteraction) -> Form:
    return Form("order.html", "order", _nothing, ("order.js",))


def _number(asks: NumericEntryInteraction) -> Form:
    return Form("entry.html", "numeric", partial(_numbers, asks.answers), ("entry.js",))


def _numbers(answers: tuple[AcceptedNumber, ...], context: Context, key: str) -> _Values:
    data = [{"low": a.low, "high": a.high, "correct": a.correct} for a in answers]
    shown = [
        AnswerView(context.say.number(a.low, a.high), *context.mark(float(a.correct)), a.feedback)
        for a in answers
    ]
    return {"answers": shown, "data": _compact(data), "mode": "decimal"}


def _text(asks: TextEntryInteraction) -> Form:
    return Form("entry.html", "text", partial(_texts, asks.answers), ("entry.js",))


def _texts(answers: tuple[AcceptedText, ...], context: Context, key: str) -> _Values:
    data = [{"text": a.text, "exact": a.exact, "correct": a.correct} for a in answers]
    shown = [AnswerView(a.text, *context.mark(float(a.correct)), a.feedback) for a in answers]
    return {"answers": shown, "data": _compact(data), "mode": "text"}


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _gaps(asks: GapsInteraction) -> Form:
    return Form("gaps.html", "gaps", partial(gaps.values, asks), ("gaps.js",))


def _journal(asks: ExtendedTextInteraction) -> Form:
    return Form("journal.html", "journal", _nothing)


def _survey(asks: SurveyInteraction) -> Form:
    if asks.statements:
        return Form("likert.html", "likert", _nothing, ("survey.js",))
    return Form("survey.html", "survey", _nothing, ("survey.js",))


def _nothing(context: Context, key: str) -> _Values:
    return {}


RENDERERS: Renderers[[], Form] = Renderers(
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
