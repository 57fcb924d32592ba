"""Question → item of QTI 2.1: its interactions, what each answer earns and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from moocbuild.formats import qti21
from moocbuild.formats.imscp import ncname
from moocbuild.formats.qti21 import Response, Told, node, value, variable
from moocbuild.formats.titles import fitting
from moocbuild.model.numbers import spelled
from moocbuild.model.question import (
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Gap,
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
from moocbuild.model.spellings import answers_by_spelling, case_counts
from moocbuild.model.text import (
    Element,
    Node,
    Nodes,
    Text,
    attribute,
    element,
    labelled,
    listed,
    paragraph,
    said,
    text,
)
from moocbuild.render import Dialect
from moocbuild.targets.qti.text import block, flow, inline
from moocbuild.values import dataclass
from moocbuild.words import Words

_RESPONSE = "RESPONSE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How the items of one quiz are written."""

    dialect: Dialect
    say: Words
    language: str
    shuffle: bool = True


_Told: TypeAlias = "tuple[str, str, Text]"
"""A response, the identifier of a feedback to it, and that feedback."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an interaction becomes. blocks: after the prompt. blanks: within it, by their part.

    more: what follows the explanation, as there is no better place for it.
    """

    responses: Sequence[Response] = ()
    blocks: Sequence[Element] = ()
    blanks: Mapping[str, Element] | None = None
    rules: Sequence[Element | None] = ()
    told: Sequence[_Told] = ()
    more: Text = Text()


def identifier(question: Question) -> str:
    """Of an item, unique in the course."""
    return ncname(question.id, "Q_")


def item(question: Question, write: Writer) -> qti21.Item:
    """The item of a question."""
    asked = RENDERERS(question.interaction, question, write)
    prompt = question.prompt or text(paragraph(question.title))
    always = text(
        labelled(write.say.content("question.hint"), question.hint),
        question.explanation,
        asked.more,
    )
    return qti21.Item(
        id=identifier(question),
        title=fitting(question.title or question.prompt.plain),
        language=write.language,
        points=question.points if question.scored else 0,
        body=[_stem(prompt, asked, write), *asked.blocks],
        responses=asked.responses,
        rules=[rule for rule in asked.rules if rule],
        told=[
            Told(qti21.feedback_of(response), id, block(write.dialect, found))
            for response, id, found in asked.told
            if found
        ],
        always=block(write.dialect, always) if always else None,
    )


def _stem(prompt: Text, asked: Asked, write: Writer) -> Element:
    if asked.blanks is None:
        return block(write.dialect, prompt)
    blanks = asked.blanks

    def filled(found: Element) -> Nodes:
        return (blanks[attribute(found, "part")],)

    rules = {**write.dialect.rules, "blank": filled}
    return block(replace(write.dialect, rules=rules), prompt)


def _choice(asks: ChoiceInteraction, question: Question, write: Writer) -> Asked:
    truths = asks.presentation == "truefalse"
    interaction = node(
        "choiceInteraction",
        *(_simple("simpleChoice", choice, write) for choice in asks.choices),
        responseIdentifier=_RESPONSE,
        shuffle=str(write.shuffle and not truths).lower(),
        maxChoices="0" if asks.multiple else "1",
    )
    picked = (_ticked if asks.multiple else _picked)(asks.choices, question.points)
    return Asked(
        responses=[picked],
        blocks=[interaction],
        rules=[_tells(asks.choices, _RESPONSE)],
        told=_told_of(asks.choices, _RESPONSE),
    )


def _letter(choice: Choice) -> str:
    return ncname(choice.id, "o_")


def _simple(name: str, choice: Choice, write: Writer) -> Element:
    return node(name, *flow(write.dialect, choice.text), identifier=_letter(choice))


def _picked(choices: Sequence[Choice], points: float, id: str = _RESPONSE) -> Response:
    return Response(
        id=id,
        right=[_letter(each) for each in choices if each.correct][:1],
        shares=[(_letter(each), each.score * points) for each in choices],
        most=points,
    )


def _ticked(choices: Sequence[Choice], points: float, id: str = _RESPONSE) -> Response:
    """(right - wrong) / right ones, and never less than nothing."""
    share = points / max(1, sum(each.correct for each in choices))
    return Response(
        id=id,
        cardinality="multiple",
        right=[_letter(each) for each in choices if each.correct],
        shares=[(_letter(each), share if each.correct else -share) for each in choices],
        most=points,
    )


def _tells(choices: Iterable[Choice], id: str) -> Element | None:
    """What is picked, each with its feedback: the outcome is what was answered."""
    return qti21.tell_answer(id) if any(choice.feedback for choice in choices) else None


def _told_of(choices: Iterable[Choice], id: str) -> list[_Told]:
    return [(id, _letter(each), each.feedback) for each in choices]


def _text(asks: TextEntryInteraction, question: Question, write: Writer) -> Asked:
    response, rule, told = _typed(asks.answers, question.points, _RESPONSE)
    return Asked(responses=[response], blocks=[_line(_RESPONSE, 20)], rules=[rule], told=told)


def _line(id: str, length: int) -> Element:
    return node("p", _field(id, length))


def _field(id: str, length: int) -> Element:
    return node("textEntryInteraction", responseIdentifier=id, expectedLength=str(length))


def _typed(
    answers: Sequence[AcceptedText], points: float, id: str
) -> tuple[Response, Element | None, list[_Told]]:
    exact = case_counts(answers)
    found = answers_by_spelling(answers, case_counts=exact)
    ids = {answer.span: f"{id}_{n}" for n, answer in enumerate(answers, 1)}
    right = [spelling for spelling, answer in found.items() if answer.correct]
    response = Response(
        id=id,
        type="string",
        right=right[:1],
        shares=[(spelling, points * answer.correct) for spelling, answer in found.items()],
        most=points,
        folded=not exact,
    )
    case = str(exact).lower()
    cases = [
        (
            node("stringMatch", variable(id), value("string", spelling), caseSensitive=case),
            [qti21.tell(ids[answer.span], id)],
        )
        for spelling, answer in found.items()
        if answer.feedback
    ]
    told = [(id, ids[answer.span], answer.feedback) for answer in answers]
    return response, qti21.first(cases), told


def _number(asks: NumericEntryInteraction, question: Question, write: Writer) -> Asked:
    """The first range in which a number lies decides."""
    right = [answer for answer in asks.answers if answer.correct]
    response = Response(type="float", right=[spelled(a.low) for a in right[:1]])
    cases, told = [], []
    for n, answer in enumerate(asks.answers, 1):
        low, high = (value("float", spelled(end)) for end in (answer.low, answer.high))
        given = variable(_RESPONSE)
        within = node("and", node("gte", given, low), node("lte", given, high))
        then = [qti21.earn(question.points)] if answer.correct else []
        if answer.feedback:
            told.append((_RESPONSE, f"n_{n}", answer.feedback))
            then.append(qti21.tell(f"n_{n}", _RESPONSE))
        cases.append((within, then or [qti21.earn(0)]))
    return Asked(
        responses=[response], blocks=[_line(_RESPONSE, 10)], rules=[qti21.first(cases)], told=told
    )


def _match(asks: MatchInteraction, question: Question, write: Writer) -> Asked:
    pairs = [f"{ncname(r.id, 'r_')} {ncname(r.right, 'c_')}" for r in asks.rows]
    share = question.points / len(asks.rows)
    lefts = (_side(ncname(r.id, "r_"), r.left, "1", write) for r in asks.rows)
    rights = (_side(ncname(o.id, "c_"), o.text, "0", write) for o in asks.options)
    interaction = node(
        "matchInteraction",
        node("simpleMatchSet", *lefts),
        node("simpleMatchSet", *rights),
        responseIdentifier=_RESPONSE,
        shuffle="true",
        maxAssociations=str(len(asks.rows)),
    )
    response = Response(
        cardinality="multiple",
        type="directedPair",
        right=pairs,
        shares=[(pair, share) for pair in pairs],
        most=question.points,
    )
    told = ((row.left, row.feedback) for row in asks.rows)
    return Asked(responses=[response], blocks=[interaction], more=_after("ul", told))


def _side(id: str, shown: Text, most: str, write: Writer) -> Element:
    return node(
        "simpleAssociableChoice", *flow(write.dialect, shown), identifier=id, matchMax=most
    )


def _after(tag: str, parts: Iterable[tuple[Text, Text]]) -> Text:
    return listed(tag, [text(part, element("div", fb)) for part, fb in parts if fb])


def _order(asks: OrderInteraction, question: Question, write: Writer) -> Asked:
    """Each step in its place earns its share."""
    ids = [ncname(step.id, "s_") for step in asks.steps]
    shown = (
        node("simpleChoice", *flow(write.dialect, step.text), identifier=id)
        for id, step in zip(ids, asks.steps, strict=True)
    )
    interaction = node("orderInteraction", *shown, responseIdentifier=_RESPONSE, shuffle="true")
    share = question.points / len(ids)
    response = Response(cardinality="ordered", right=ids)
    told = ((step.text, step.feedback) for step in asks.steps)
    return Asked(
        responses=[response],
        blocks=[interaction],
        rules=[_placed(place, id, share) for place, id in enumerate(ids, 1)],
        more=_after("ul", told),
    )


def _placed(place: int, id: str, share: float) -> Element | None:
    there = node("index", variable(_RESPONSE), n=str(place))
    right = node("match", there, value("identifier", id))
    return qti21.first([(right, [qti21.earn(share)])])


def _hottext(asks: HottextInteraction, question: Question, write: Writer) -> Asked:
    shown: list[Node] = []
    for choice in asks.choices:
        sentence = inline(write.dialect, choice.text)
        shown += [node("hottext", *sentence, identifier=_letter(choice)), " "]
    interaction = node(
        "hottextInteraction",
        node("p", *shown),
        responseIdentifier=_RESPONSE,
        maxChoices="0",
    )
    return Asked(
        responses=[_ticked(asks.choices, question.points)],
        blocks=[interaction],
        rules=[_tells(asks.choices, _RESPONSE)],
        told=_told_of(asks.choices, _RESPONSE),
    )


def _gaps(asks: GapsInteraction, question: Question, write: Writer) -> Asked:
    made = [_gap(gap, question.points / len(asks.gaps), write) for gap in asks.gaps]
    return Asked(
        responses=[response for response, *_ in made],
        blanks={gap.id: field for gap, (_, field, *_) in zip(asks.gaps, made, strict=True)},
        rules=[rule for *_, rule, _ in made],
        told=[each for *_, told in made for each in told],
    )


_Gap: TypeAlias = "tuple[Response, Element, Element | None, list[_Told]]"


def _gap(gap: Gap, points: float, write: Writer) -> _Gap:
    id = ncname(gap.id, "RESPONSE_")
    if not gap.choices:
        response, rule, told = _typed(gap.answers, points, id)
        return response, _field(id, 15), rule, told
    # Letters begin anew in each gap, and feedback is found by them.
    choices = [replace(each, id=f"{gap.id}.{each.id}") for each in gap.choices]
    field = node(
        "inlineChoiceInteraction",
        *(node("inlineChoice", said(each.text), identifier=_letter(each)) for each in choices),
        responseIdentifier=id,
        shuffle=str(write.shuffle).lower(),
    )
    return _picked(choices, points, id), field, _tells(choices, id), _told_of(choices, id)


def _journal(asks: ExtendedTextInteraction, question: Question, write: Writer) -> Asked:
    """No field: what is written into one is sent to the system."""
    alone = element("em", write.say.content("moodle.write"))
    return Asked(blocks=[block(write.dialect, text(paragraph(alone)))])


def _survey(asks: SurveyInteraction, question: Question, write: Writer) -> Asked:
    """A choice of which no option is right."""
    interaction = node(
        "choiceInteraction",
        *(_simple("simpleChoice", choice, write) for choice in asks.choices),
        responseIdentifier=_RESPONSE,
        shuffle="false",
        maxChoices="1",
    )
    return Asked(responses=[Response()], blocks=[interaction])


RENDERERS: Renderers[[Question, Writer], Asked] = Renderers(
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
