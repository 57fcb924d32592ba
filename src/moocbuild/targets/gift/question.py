"""A question as an entry of a GIFT file.

What the format has no place for is not lost where a text can say it: hints unfold below the
question, and what is said of rows follows the explanation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.formats import gift
from moocbuild.formats.moodle import fraction, idnumber, name, shares
from moocbuild.model.language import direction
from moocbuild.model.numbers import half_width, middle, spelled
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    Question,
    Renderers,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.spellings import answers_by_spelling
from moocbuild.model.text import (
    EMPTY,
    Content,
    Element,
    Nodes,
    Ref,
    Text,
    attribute,
    element,
    is_inline,
    labelled,
    listed,
    paragraph,
    said,
    text,
)
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, caption_of
from moocbuild.render.foreign_style import BOOTSTRAP, block, speaking
from moocbuild.values import dataclass
from moocbuild.words import Words, words
from moocbuild.words.languages import truth


def _described(found: Element) -> Nodes:
    alt = attribute(found, "alt")
    return (f"[{alt}]",) if alt.strip() else ()


def _nothing(found: Element) -> Nodes:
    return ()


_DIALECT = Dialect(
    rules={
        **RULES,
        **BOOTSTRAP,
        "img": _described,
        "player": caption_of,
        "audio": _nothing,
        "video": _nothing,
    },
    edge="start",
)
"""A text file has no media: pictures are their descriptions, films what they are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Texts of one course as HTML. rtl: its language, where that runs from right to left."""

    dialect: Dialect
    say: Words
    rtl: str = ""

    def html(self, found: Text) -> str:
        """A text; links to pages become words."""
        if found and self.rtl:
            inline = is_inline(self.dialect.changed(found.nodes))
            turned = element("span", found, lang=self.rtl, dir="rtl")
            found = text(turned if inline else block(self.rtl, found))
        return self.dialect.html(found, _nowhere)


def writer(language: str) -> Writer:
    """How texts of a course in `language` are written."""
    rtl = language if direction(language) == "rtl" else ""
    return Writer(dialect=speaking(_DIALECT, language), say=words(language), rtl=rtl)


def _nowhere(ref: Ref) -> None:
    """A bank has no pages, and a text no files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """answers: None for a text that asks nothing. stem, more: what follows the prompt, and the
    explanation.
    """

    answers: Sequence[str] | None
    stem: Text = EMPTY
    more: Text = EMPTY


def entry(question: Question, write: Writer) -> str:
    """The question as it stands in the file."""
    asked = RENDERERS(question.interaction, question, write)
    prompt: Content = question.prompt or paragraph(question.title)
    general = text(question.explanation, asked.more)
    if asked.answers is None:
        told = labelled(write.say.content("question.explanation"), general)
        stem = text(prompt, asked.stem, *_hint(question, write.say), told)
    else:
        stem = text(prompt, asked.stem, *_hint(question, write.say))
    return gift.entry(
        id=idnumber(question.id),
        tags=dict.fromkeys(ref.code for ref in question.competencies),
        title=name(question.title or question.prompt.plain),
        stem=write.html(stem),
        answers=asked.answers,
        general=write.html(general),
    )


def _hint(question: Question, say: Words) -> Iterator[Element]:
    if question.hint:
        label = element("summary", say.content("question.hint"))
        yield element("details", label, element("div", question.hint))


def _choice(asks: ChoiceInteraction, question: Question, write: Writer) -> Asked:
    if asks.presentation == "truefalse":
        by_truth = {truth(choice.text.plain): choice for choice in asks.choices}
        if sorted(map(str, by_truth)) == ["false", "true"]:
            return _true_false(by_truth["true"], by_truth["false"], write)
    signs = _ticked(asks.choices) if asks.multiple else map(_sign, asks.choices)
    return Asked(
        answers=[
            gift.answer(sign, gift.html(write.html(choice.text)), write.html(choice.feedback))
            for sign, choice in zip(signs, asks.choices, strict=True)
        ]
    )


def _sign(choice: Choice) -> str:
    return "=" if choice.correct else f"~{gift.weight(fraction(choice.score))}"


def _ticked(choices: Sequence[Choice]) -> Iterator[str]:
    """Where no option has a `=`, several may be ticked; a wrong tick takes back a right one."""
    right = shares(max(1, sum(choice.correct for choice in choices)))
    earned = iter(right)
    for choice in choices:
        yield f"~{gift.weight(next(earned) if choice.correct else -max(right))}"


def _true_false(true: Choice, false: Choice, write: Writer) -> Asked:
    right, wrong = (true, false) if true.correct else (false, true)
    told = [gift.html(write.html(each.feedback)) for each in (wrong, right)]
    while told and not told[-1]:
        told.pop()
    return Asked(answers=["#".join(["TRUE" if right is true else "FALSE", *told])])


def _text(asks: TextEntryInteraction, question: Question, write: Writer) -> Asked:
    found = answers_by_spelling(asks.answers, case_counts=False)
    return Asked(
        answers=[
            gift.answer(_typed(answer), gift.typed(spelling), write.html(answer.feedback))
            for spelling, answer in found.items()
        ]
    )


def _typed(answer: AcceptedText | AcceptedNumber) -> str:
    """What is typed never stands behind a `~`, also where it earns nothing."""
    return "=" if answer.correct else "=%0%"


def _number(asks: NumericEntryInteraction, question: Question, write: Writer) -> Asked:
    answers = []
    for answer in asks.answers:
        number = spelled(middle(answer.low, answer.high))
        around = half_width(answer.low, answer.high)
        number += f":{spelled(around)}" if around else ""
        answers.append(gift.answer(_typed(answer), number, write.html(answer.feedback)))
    return Asked(answers=["#", *answers])


def _match(asks: MatchInteraction, question: Question, write: Writer) -> Asked:
    rights = {option.id: name(said(option.text)) for option in asks.options}
    pairs = [(write.html(row.left), rights.get(row.right, "…")) for row in asks.rows]
    used = {row.right for row in asks.rows}
    pairs += [("", right) for id, right in rights.items() if id not in used]
    told = [text(r.left, element("div", r.feedback)) for r in asks.rows if r.feedback]
    return Asked(
        answers=[f"={gift.html(left)} -> {gift.escaped(right)}" for left, right in pairs],
        more=listed("ul", told),
    )


def _journal(asks: ExtendedTextInteraction, question: Question, write: Writer) -> Asked:
    """No essay: what is written there is sent to teachers."""
    alone = element("em", write.say.content("moodle.write"))
    return Asked(answers=None, stem=text(paragraph(alone)))


def _survey(asks: SurveyInteraction, question: Question, write: Writer) -> Asked:
    """GIFT has no question without a right answer: statements and options are read."""
    statements = listed("ol", (each.text for each in asks.statements))
    options = listed("ul", (choice.text for choice in asks.choices))
    return Asked(answers=None, stem=text(statements, options))


RENDERERS: Renderers[[Question, Writer], Asked] = Renderers(
    choice=_choice,
    text=_text,
    number=_number,
    journal=_journal,
    match=_match,
    order=None,
    hottext=None,
    gaps=None,
    survey=_survey,
)
