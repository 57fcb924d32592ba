"""Question → a problem.

CAPA knows no order: each step gets its place from a list, which is worth the same, a share for
each right place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moocbuild.formats import capa
from moocbuild.formats.olx import Block, Element, element
from moocbuild.model.language import direction
from moocbuild.model.numbers import middle, spelled
from moocbuild.model.question import (
    AcceptedNumber,
    Choice,
    ChoiceInteraction,
    Gap,
    GapsInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    Renderers,
    TextEntryInteraction,
)
from moocbuild.model.spellings import answers_by_spelling
from moocbuild.model.text import Href, Text, said
from moocbuild.targets.olx import gaps
from moocbuild.targets.olx.dialect import fragment, no_variable
from moocbuild.targets.olx.names import url_name
from moocbuild.words import Words, words

_WHOLE_NUMBERS = 50
"""Of further ranges, which CAPA has not: so many whole numbers in them are accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How the texts of one page become problems. graded: an answer is told once it is right."""

    language: str
    href: Href
    shuffle: bool = False
    graded: bool = False

    @property
    def say(self) -> Words:
        """Words of the course's language."""
        return words(self.language)

    def said(self, key: str, **values: str) -> Element:
        """A word of ours as a paragraph."""
        return element("p", self.say.marks(), self.say(key, **values))

    def text(self, text: Text) -> Element:
        """A text as an element that holds it."""
        made = fragment(text, self.href, self.language)
        if direction(self.language) == "rtl":
            made.set("lang", self.language)
            made.set("dir", "rtl")
        return made

    def option(self, text: Text) -> Element:
        """The same; where it is no block, it is none."""
        made = self.text(text)
        made.tag = "div" if any(child.tag in _BLOCKS for child in made) else "span"
        return made

    def feedback(self, text: Text) -> Element | None:
        """None for an empty one."""
        return self.text(text) if text else None


_BLOCKS = frozenset({"p", "ul", "ol", "dl", "div", "table", "blockquote", "pre", "figure"})


def problem(question: Question, writer: Writer) -> Block:
    """The block of a question."""
    before, label = _asked(question, writer)
    responses = RENDERERS(question.interaction, label, question, writer)
    shuffled = writer.shuffle and responses[0].tag == "multiplechoiceresponse"
    told = _explanation(question, writer)
    hint = writer.feedback(question.hint)
    return Block(
        type="problem",
        url_name=url_name(question.id),
        attributes={
            "display_name": " ".join((question.title or question.prompt.plain).split()),
            "weight": spelled(question.points),
            "showanswer": "answered" if writer.graded else "attempted",
            "rerandomize": "per_student" if shuffled else "never",
        },
        content=(
            element("div", {"id": question.id}, *before),  # so that its page can link to it
            *responses,
            *((capa.solution(writer.said("question.explanation"), told),) if len(told) else ()),
            *((capa.demand_hint(hint),) if hint is not None else ()),
        ),
    )


def _asked(question: Question, writer: Writer) -> tuple[list[Element], Element]:
    """What stands above the answers, and their label: the last paragraph of the prompt.

    A prompt with places to fill is all label: the answers stand in it.
    """
    prompt = writer.text(question.prompt)
    if prompt.find(".//blank") is not None:
        return [], prompt
    blocks = list(prompt)
    if blocks and blocks[-1].tag == "p" and not (blocks[-1].tail or "").strip():
        label = blocks.pop()
        prompt.remove(label)
        label.tag, label.tail = "span", None
    else:
        label = element("span", {}, question.title or question.prompt.plain)
    return ([prompt] if len(prompt) or (prompt.text or "").strip() else []), label


def _explanation(question: Question, writer: Writer) -> Element:
    told = writer.text(question.explanation)
    if isinstance(question.interaction, NumericEntryInteraction):
        for answer in question.interaction.answers:
            if not answer.correct and answer.feedback:
                numbers = writer.say.number(answer.low, answer.high)
                told.append(writer.said("olx.wrong_numbers", numbers=numbers))
                told.append(writer.text(answer.feedback))
    if not len(told) and (told.text or "").strip():
        inner = element("p", {}, told.text or "")
        told.text = None
        told.append(inner)
    return told


def _choice(
    asks: ChoiceInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    if asks.multiple:
        options = [_option(choice, writer) for choice in sorted(asks.choices, key=_letter)]
        return (capa.checkboxes(label, options),)
    options = [_option(choice, writer) for choice in asks.choices]
    shuffle = writer.shuffle and asks.presentation != "truefalse"
    return (capa.multiple_choice(label, options, shuffle=shuffle),)


def _letter(choice: Choice) -> tuple[int, str]:
    """CAPA knows boxes by their place alone, so an option that the author moves keeps its place.

    Else ticks of learners would stand at other options after the next import (measured).
    """
    return len(choice.id), choice.id


def _option(choice: Choice, writer: Writer) -> capa.Option:
    return capa.Option(
        id=choice.id,
        text=writer.option(choice.text),
        score=choice.score,
        feedback=writer.feedback(choice.feedback),
        verdict=writer.say("question.partly") if 0 < choice.score < 1 else "",
    )


def _match(
    asks: MatchInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    texts = {option.id: _listed(option.text) for option in asks.options}
    offered = sorted(texts.values(), key=str.casefold)
    rows = (
        capa.Row(
            label=writer.option(row.left),
            options=offered,
            right=texts[row.right],
            praise=writer.feedback(row.feedback),  # it speaks of the right cell
        )
        for row in asks.rows
    )
    return (element("p", {}, label), *map(capa.dropdown, rows))


def _order(
    asks: OrderInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    places = [f"{place}." for place in range(1, len(asks.steps) + 1)]
    right = {step.id: place for step, place in zip(asks.steps, places, strict=True)}
    shown = sorted(asks.steps, key=lambda step: _stable_shuffle_key(question.id, step.id))
    if tuple(shown) == asks.steps:
        shown.reverse()
    rows = (
        capa.Row(
            label=writer.option(step.text),
            options=places,
            right=right[step.id],
            correction=writer.feedback(step.feedback),
        )
        for step in shown
    )
    return (element("p", {}, label), *map(capa.dropdown, rows))


def _number(
    asks: NumericEntryInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    right = [answer for answer in asks.answers if answer.correct]
    right.sort(key=lambda answer: answer.low == answer.high)  # one range may come first
    first, *more = right
    answer = capa.Answer(text=_numbers(first), feedback=writer.feedback(first.feedback))
    others = (
        capa.Answer(text=number, feedback=writer.feedback(each.feedback))
        for each in more
        for number in _inside(each)
    )
    return (capa.number(label, answer, others),)


def _text(
    asks: TextEntryInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    exact = any(answer.exact for answer in asks.answers)
    found = answers_by_spelling(asks.answers, case_counts=exact)
    # One that CAPA would put a value of its own into is left to its spelling without signs.
    plain = {each: answer for each, answer in found.items() if no_variable(each) == each}
    if any(answer.correct for answer in plain.values()):
        found = plain
    answers = [
        capa.Answer(
            text=spelling, correct=answer.correct, feedback=writer.feedback(answer.feedback)
        )
        for spelling, answer in found.items()
    ]
    return (capa.text_entry(label, answers, exact=exact),)


def _gaps(
    asks: GapsInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    def response(gap: Gap, number: Element) -> Element:
        if gap.choices:
            return gaps.chosen(gap, number, _listed, writer.feedback)
        (made,) = _text(TextEntryInteraction(answers=gap.answers), number, question, writer)
        return made

    return (gaps.filled(asks, label, response),)


def _listed(text: Text) -> str:
    """Lists hold plain words; a picture alone is told by its description."""
    return no_variable(said(text))


def _numbers(answer: AcceptedNumber) -> str:
    low, high = spelled(answer.low), spelled(answer.high)
    return low if low == high else f"[{low},{high}]"


def _inside(answer: AcceptedNumber) -> Iterator[str]:
    ends = (answer.low, middle(answer.low, answer.high), answer.high)
    first = int(answer.low) + (int(answer.low) < answer.low)
    whole: Iterable[float] = range(first, min(int(answer.high), first + _WHOLE_NUMBERS) + 1)
    yield from dict.fromkeys(map(spelled, (*ends, *whole)))


def _stable_shuffle_key(*names: str) -> bytes:
    """Looks like chance and is the same in every build."""
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).digest()


RENDERERS: Renderers[[Element, Question, Writer], tuple[Element, ...]] = Renderers(
    choice=_choice,
    text=_text,
    number=_number,
    match=_match,
    order=_order,
    gaps=_gaps,
)
