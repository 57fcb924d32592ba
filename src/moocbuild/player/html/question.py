"""Questions as HTML: one row and one template for each interaction.

The table is what a target says it can carry: a new interaction is one row and one template.
Knows how a question is shown; how an answer is judged is the script's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from moocbuild.model.language import affirms
from moocbuild.model.numbers import spelled
from moocbuild.model.question import (
    AcceptedNumber,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    HottextInteraction,
    Interaction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.model.text import Text, said
from moocbuild.player.html.names import question_anchor
from moocbuild.player.html.parts import PARTS
from moocbuild.player.html.render import Context

_Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Renderer:
    """template: file. kind: what the script calls it. values: what the template needs.

    scripts: the parts of the player that it needs beside the core.
    """

    template: str
    kind: Callable[[Any], str]
    values: Callable[[Any, Context], _Values]
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option as shown. mark: "good", "part" or "off"; word: the same for eyes and ears.

    true: of a true-false question the one that says yes.
    """

    id: str
    text: Text
    score: str
    mark: str
    word: str
    feedback: Text
    true: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An accepted (or foreseen) entry as shown where no script runs."""

    text: str
    mark: str
    word: str
    feedback: Text


def question_html(question: Question, context: Context, *, label: str = "") -> Markup:
    """A question, "" for one that could not be read (no build comes here with such a one)."""
    renderer = RENDERERS.get(type(question.interaction))
    if renderer is None:
        return Markup()
    kind = renderer.kind(question.interaction)
    return context.render(
        renderer.template,
        q=question,
        key=question_anchor(question.id),
        kind=kind,
        items=" ".join(dict.fromkeys(ref.code for ref in question.competencies)),
        points="" if question.points == 1 else spelled(question.points),
        label=label or context.words[_label(question, kind)],
        how=context.words[f"how_{kind}"],
        i=question.interaction,
        **renderer.values(question.interaction, context),
    )


def question_kind(question: Question) -> str:
    """What the script calls it: the interaction decides, so kinds of plugins work too."""
    renderer = RENDERERS.get(type(question.interaction))
    return renderer.kind(question.interaction) if renderer else ""


def needed(questions: Iterable[Question], *more: str) -> tuple[str, ...]:
    """The parts of the player that these questions need, then others, in an order that works."""
    known = (RENDERERS.get(type(question.interaction)) for question in questions)
    found = {name for renderer in known if renderer for name in renderer.scripts} | {*more}
    return tuple(name for name in PARTS if name in found)


def _label(question: Question, kind: str) -> str:
    if kind == "journal":
        return "label_journal"
    return "label_critical" if question.critical else "label_practice"


def _option_kind(interaction: ChoiceInteraction) -> str:
    if interaction.presentation == "truefalse":
        return "truefalse"
    return "multiple" if interaction.multiple else "single"


def _options(interaction: ChoiceInteraction | HottextInteraction, context: Context) -> _Values:
    several = isinstance(interaction, HottextInteraction) or interaction.multiple
    yes = None if several else _yes(interaction)
    options = [
        OptionView(
            choice.id,
            choice.text,
            spelled(choice.score),
            *_mark(choice.score, context),
            choice.feedback,
            choice is yes,
        )
        for choice in interaction.choices
    ]
    return {"options": options, "input": "checkbox" if several else "radio"}


def _yes(interaction: ChoiceInteraction | HottextInteraction) -> Choice | None:
    """The option of a true-false question that says so; where no words tell, the first."""
    if getattr(interaction, "presentation", "") != "truefalse":
        return None
    said = (c for c in interaction.choices if affirms(c.text.plain))
    return next(said, interaction.choices[0])


def _mark(score: float, context: Context) -> tuple[str, str]:
    mark = "good" if score >= 1 else "part" if score > 0 else "off"
    return mark, context.words[f"mark_{mark}"]


def _match(interaction: MatchInteraction, context: Context) -> _Values:
    # By their words, so that the order of the list gives nothing away.
    options = sorted(interaction.options, key=lambda option: said(option.text).casefold())
    shown = [(option.id, said(option.text)) for option in options]
    return {"options": shown, "right": {o.id: o.text for o in interaction.options}}


def _numbers(interaction: NumericEntryInteraction, context: Context) -> _Values:
    data = [{"low": a.low, "high": a.high, "correct": a.correct} for a in interaction.answers]
    shown = [
        AnswerView(
            spelled(a.low)
            if a.low == a.high
            else f"{spelled(a.low)} \N{EN DASH} {spelled(a.high)}",
            *_mark(float(a.correct), context),
            a.feedback,
        )
        for a in interaction.answers
    ]
    return {"answers": shown, "data": _compact(data), "mode": "decimal"}


def _range(answer: AcceptedNumber) -> str:
    low, high = spelled(answer.low), spelled(answer.high)
    return low if low == high else f"{low} \N{EN DASH} {high}"


def _texts(interaction: TextEntryInteraction, context: Context) -> _Values:
    data = [{"text": a.text, "exact": a.exact, "correct": a.correct} for a in interaction.answers]
    shown = [
        AnswerView(a.text, *_mark(float(a.correct), context), a.feedback)
        for a in interaction.answers
    ]
    return {"answers": shown, "data": _compact(data), "mode": "text"}


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _nothing(interaction: Interaction, context: Context) -> _Values:
    return {}


def _is(kind: str) -> Callable[[Any], str]:
    return lambda _: kind


_MATCH = ("match.js",)
_ORDER = ("order.js",)
_TYPED = ("entry.js",)
RENDERERS: Mapping[type[Interaction], Renderer] = {
    ChoiceInteraction: Renderer("choice.html", _option_kind, _options),
    HottextInteraction: Renderer("choice.html", _is("hottext"), _options),
    MatchInteraction: Renderer("match.html", _is("match"), _match, _MATCH),
    OrderInteraction: Renderer("order.html", _is("order"), _nothing, _ORDER),
    NumericEntryInteraction: Renderer("entry.html", _is("numeric"), _numbers, _TYPED),
    TextEntryInteraction: Renderer("entry.html", _is("text"), _texts, _TYPED),
    ExtendedTextInteraction: Renderer("journal.html", _is("journal"), _nothing),
}
