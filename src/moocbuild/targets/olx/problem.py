"""Question → a problem.

CAPA knows no order: each step gets its place from a list, which is worth the same, a share for
each right place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from moocbuild.formats import capa
from moocbuild.formats.olx import Block, element, markup
from moocbuild.model.course import FeedbackTime
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
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.spellings import answers_by_spelling
from moocbuild.model.text import (
    Attributes,
    Element,
    Href,
    Nodes,
    Text,
    one_line,
    said,
    walk,
    with_attributes,
)
from moocbuild.render.foreign_style import block
from moocbuild.targets.olx import gaps
from moocbuild.targets.olx.dialect import no_variable, plain_words, problem_nodes
from moocbuild.targets.olx.fit import within_page
from moocbuild.targets.olx.names import problem_name
from moocbuild.values import dataclass
from moocbuild.words import Words, words

_WHOLE_NUMBERS = 50
"""Of further ranges, which CAPA has not: so many whole numbers in them are accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How the texts of one page become problems. graded: an answer is told once it is right.

    attempts: how often a problem may be answered, 0 for any number. told: when the worth of
    answers is. right_answers: whether they ever are.
    """

    language: str
    href: Href
    shuffle: bool = False
    graded: bool = False
    attempts: int = 0
    told: FeedbackTime = "immediate"
    right_answers: bool = True

    @property
    def say(self) -> Words:
        """Words of the course's language."""
        return words(self.language)

    def said(self, key: str, **values: str) -> Element:
        """A word of ours as a paragraph."""
        return element("p", self.say.marks(), self.say(key, **values))

    def text(self, text: Text) -> Element:
        """A text as an element that holds it."""
        return ("div", _block_marks(self.language), problem_nodes(text, self.language), 0)

    def option(self, text: Text) -> Element:
        """The same; where it is no block, it is none."""
        _, attributes, children, line = self.text(text)
        if any(child[0] in _BLOCKS for child in children if not isinstance(child, str)):
            return ("div", attributes, children, line)
        return ("span", _marks(self.language), children, line)

    def feedback(self, text: Text) -> Element | None:
        """None for an empty one. What holds it keeps no attributes, so it says its language."""
        return element("div", {}, self.option(text)) if text else None


@cache
def _marks(language: str) -> Attributes:
    """A text says its language: the platform's words around it may be in another."""
    return (("lang", language), ("dir", direction(language)))


def _said_in(found: Element, language: str) -> dict[str, str]:
    """The same of an element whose author may have said it."""
    own = {name: str(value) for name, value in found[1] if name in ("lang", "dir")}
    spoken = own.get("lang", language)
    return {"lang": spoken, "dir": direction(spoken)} | own


@cache
def _block_marks(language: str) -> Attributes:
    """The same of what has lines of its own; the platform aligns all to the left."""
    return block(language, "")[1]


_BLOCKS = frozenset({"p", "ul", "ol", "dl", "div", "table", "blockquote", "pre", "figure"})


def problem(question: Question, writer: Writer) -> Block:
    """The block of a question."""
    before, label = _asked(question, writer)
    responses = RENDERERS(question.interaction, label, question, writer)
    shuffled = writer.shuffle and responses[0][0] == "multiplechoiceresponse"
    told = _explanation(question, writer)
    hint = writer.feedback(question.hint)
    content = (
        element("div", {"id": question.id}, *before),  # so that its page can link to it
        *responses,
        *within_page(responses),
        *((capa.solution(writer.said("question.explanation"), told),) if told else ()),
        *((capa.demand_hint(hint),) if hint else ()),
    )
    return Block(
        type="problem",
        url_name=problem_name(question),
        attributes={
            "display_name": plain_words(one_line(question.title or question.prompt.plain)),
            "weight": spelled(question.points if question.scored else 0),
            **_told(question, writer),
            "rerandomize": "per_student" if shuffled else "never",
        },
        content=markup(content, writer.href),
    )


def _told(question: Question, writer: Writer) -> dict[str, str]:
    """What learners see of an answer's worth, and how often they may answer."""
    if not question.scored:
        return {"showanswer": "never", "show_correctness": "never"}
    shown = "answered" if writer.graded else "attempted"
    if writer.attempts:
        shown = "finished"
    later = {}
    if writer.told == "after-close":
        shown, later = "past_due", {"show_correctness": "past_due"}
    most = {"max_attempts": str(writer.attempts)} if writer.attempts else {}
    return {"showanswer": shown if writer.right_answers else "never", **later, **most}


def _asked(question: Question, writer: Writer) -> tuple[list[Element], Element]:
    """What stands above the answers, and their label: the last paragraph of the prompt.

    A prompt with places to fill is all label: the answers stand in it.
    """
    prompt = writer.text(question.prompt)
    if any(each[0] == "blank" for each in walk(prompt[2])):
        return [], prompt
    above, last = _parted(prompt[2])
    inside = last[2] if last else (question.title or question.prompt.plain,)
    label = ("span", last[1] if last else (), inside, 0)
    label = with_attributes(label, style=None, **_said_in(label, writer.language))
    if any(each[0] == "formula" for each in walk(question.prompt.nodes)):
        label = element("span", {"style": _WIDE}, label)
    return ([(*prompt[:2], above, 0)] if _says(above) else []), label


_WIDE = "display: block; min-width: 17em"
"""As wide as the narrowest telephone. MathJax breaks a formula at the width of what it stands in
before it is set, and the label of a choice is as wide as its words.
"""


def _parted(nodes: Nodes) -> tuple[Nodes, Element | None]:
    """What stands before the last paragraph and that one, if nothing follows it."""
    place = max((n for n, node in enumerate(nodes) if not isinstance(node, str)), default=-1)
    last = nodes[place] if place >= 0 else ""
    if isinstance(last, str) or last[0] != "p" or _says(nodes[place + 1 :]):
        return nodes, None
    return nodes[:place], last


def _says(nodes: Nodes) -> bool:
    """Whether there is more than white space."""
    return any(not isinstance(node, str) or node.strip() for node in nodes)


def _explanation(question: Question, writer: Writer) -> Element | None:
    told = writer.text(question.explanation)
    inside = (*told[2], *_of_wrong_numbers(question, writer))
    if not _says(inside):
        return None
    if all(isinstance(node, str) for node in inside):
        inside = (element("p", {}, *inside),)
    return (*told[:2], inside, 0)


def _of_wrong_numbers(question: Question, writer: Writer) -> Iterator[Element]:
    if isinstance(question.interaction, NumericEntryInteraction):
        for answer in question.interaction.answers:
            if not answer.correct and answer.feedback:
                numbers = writer.say.number(answer.low, answer.high)
                yield writer.said("olx.wrong_numbers", numbers=numbers)
                yield writer.text(answer.feedback)


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
            feedback={texts[row.right]: writer.feedback(row.feedback)},  # of the right cell
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
            feedback=dict.fromkeys(
                (place for place in places if place != right[step.id]),
                writer.feedback(step.feedback),
            ),
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
    return (_typed(asks, label, writer),)


def _typed(asks: TextEntryInteraction, label: Element | None, writer: Writer) -> Element:
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
    return capa.text_entry(label, answers, exact=exact)


def _gaps(
    asks: GapsInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    def response(gap: Gap) -> Element:
        if gap.choices:
            return gaps.chosen(gap, _listed, writer.feedback)
        return _typed(TextEntryInteraction(answers=gap.answers), None, writer)

    return (gaps.filled(problem_name(question), asks, label, response),)


def _survey(
    asks: SurveyInteraction, label: Element, question: Question, writer: Writer
) -> tuple[Element, ...]:
    """A list, or one for each statement. CAPA wants a right answer: here every one is, unseen."""

    def responded(said: Element) -> Element:
        options = (replace(_option(choice, writer), score=1.0) for choice in asks.choices)
        return capa.multiple_choice(said, list(options), shuffle=False)

    if not asks.statements:
        return (responded(label),)
    rows = (responded(writer.option(statement.text)) for statement in asks.statements)
    return (element("p", {}, label), *rows)


def _listed(text: Text) -> str:
    """Lists hold plain words; a picture alone is told by its description."""
    return no_variable(plain_words(said(text)))


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
    survey=_survey,
)
