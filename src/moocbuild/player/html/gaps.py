"""A text with gaps: its controls stand in it, and what is said of each gap below it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from moocbuild.model.question import Gap, GapsInteraction
from moocbuild.model.text import (
    Content,
    Element,
    Node,
    Nodes,
    Text,
    attribute,
    own_language,
    said,
    text,
)
from moocbuild.player.html.render import Context
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class NoteView:
    """What is said of one answer to a gap. answer: how the script knows it."""

    answer: str
    words: Text
    mark: str
    word: Markup
    feedback: Text


@dataclass(frozen=True, slots=True)
class GapView:
    """What is said of a gap. plain, name: "Gap 1 of 3", the latter with its language."""

    id: str
    plain: str
    name: Markup
    notes: tuple[NoteView, ...]


def values(asks: GapsInteraction, context: Context, key: str) -> dict[str, object]:
    """What the template needs: `filled` makes a prompt with its controls."""
    total = len(asks.gaps)
    places = {gap.id: {"n": n, "total": total} for n, gap in enumerate(asks.gaps, 1)}

    def filled(prompt: Text) -> Markup:
        by_id = {gap.id: gap for gap in asks.gaps}

        def control(blank: Element) -> Nodes:
            gap = by_id[attribute(blank, "part")]
            name = context.say.content("page.gap", **places[gap.id])
            return _control(gap, f"{key}-{gap.id}", name, blank, context)

        rules = {**context.dialect.rules, "blank": control}
        return replace(context, dialect=replace(context.dialect, rules=rules)).html(prompt)

    views = [
        GapView(
            gap.id,
            context.say("page.gap", **places[gap.id]),
            context.word("page.gap", **places[gap.id]),
            tuple(_notes(gap, context)),
        )
        for gap in asks.gaps
    ]
    data = {gap.id: _key(gap) for gap in asks.gaps}
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return {"filled": filled, "gaps": views, "data": written}


def _key(gap: Gap) -> object:
    """What the script judges by: options with their scores, or the entries."""
    if gap.choices:
        return {choice.id: choice.score for choice in gap.choices}
    return [{"text": a.text, "exact": a.exact, "correct": a.correct} for a in gap.answers]


def _notes(gap: Gap, context: Context) -> Iterator[NoteView]:
    answers = [choice.id for choice in gap.choices] or map(str, range(len(gap.answers)))
    for answer, told in zip(answers, gap.group, strict=True):
        yield NoteView(answer, told.text, *context.mark(told.score), told.feedback)


def _control(gap: Gap, id: str, name: Content, blank: Element, context: Context) -> Nodes:
    """A label and a native control; where no script runs, the number and a line."""
    number = attribute(blank, "number")
    label = _made(
        "label",
        {"for": id},
        _made("span", {"class": "unseen"}, *text(name).nodes),
        _made("span", {"aria-hidden": "true"}, number),
    )
    line = _made("noscript", {}, "____")
    field = {"class": "needs-js", "id": id, "data-gap": gap.id, "autocomplete": "off"}
    control = _list(gap, field, context) if gap.choices else _field(gap, field)
    return (_made("span", {"class": "gap"}, label, line, control),)


def _list(gap: Gap, attributes: dict[str, str], context: Context) -> Node:
    # By their words, so that the order of the list gives nothing away.
    choices = sorted(gap.choices, key=lambda choice: said(choice.text).casefold())
    options = [
        _made("option", {"value": each.id, **own_language(each.text)}, said(each.text))
        for each in choices
    ]
    first = _made("option", {"value": "", **context.say.marks()}, context.say("page.choose"))
    return _made("select", attributes, first, *options)


def _field(gap: Gap, attributes: dict[str, str]) -> Node:
    longest = max(len(answer.text) for answer in gap.answers)
    size = str(min(40, 5 * (longest // 5) + 10))  # in steps, so that it tells little
    return _made("input", {"type": "text", **attributes, "autocapitalize": "off", "size": size})


def _made(name: str, attributes: dict[str, str], *children: Node) -> Node:
    """An element of a page; those of the model hold no controls."""
    return (name, tuple(attributes.items()), children, 0)
