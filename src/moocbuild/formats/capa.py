"""CAPA, the problems of Open edX, as elements: one function a response type.

Texts are elements that hold HTML. CAPA decodes a text that stands directly in a choice or label
once too often, so each is wrapped in an element. Knows no courses. Facts about grading were read
in the platform's `responsetypes.py` and measured on a running one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from moocbuild.formats.olx import element
from moocbuild.model.text import Element
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """score: share of the points, 1 for a right one. feedback: None without one.

    id: what a learner's answer is stored as, in a multiple choice. verdict: stands before the
    feedback, in place of the platform's words for right and wrong.
    """

    id: str
    text: Element
    score: float
    feedback: Element | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A text or number to type: accepted, or foreseen to be wrong."""

    text: str
    correct: bool = True
    feedback: Element | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A list to choose from; `right` is one of `options`. feedback: by option.

    label: None where the list stands in a line that labels it.
    """

    label: Element | None
    options: Sequence[str]
    right: str
    feedback: Mapping[str, Element | None] = field(default_factory=dict)


def multiple_choice(label: Element, options: Sequence[Option], *, shuffle: bool) -> Element:
    """Pick one; options worth a share earn it."""
    kind = {"type": "MultipleChoice"} | _shuffled(shuffle)
    group = element("choicegroup", kind, *map(_pick, options))
    partial = any(0 < option.score < 1 for option in options)
    credit = {"partial_credit": "points"} if partial else {}
    return element("multiplechoiceresponse", credit, *_label(label), group)


def checkboxes(label: Element, options: Iterable[Option]) -> Element:
    """Tick several. One mistake leaves half of the points, two a quarter where options are many.

    The other way that CAPA knows, a share for every decision, rewards those who tick nothing
    right: with six options, two of them right, one wrong tick alone would earn half.
    """
    group = element("checkboxgroup", {}, *map(_tick, options))
    return element("choiceresponse", {"partial_credit": "halves"}, *_label(label), group)


def dropdown(row: Row) -> Element:
    """Choose from a list."""
    right = listed(row.right)
    hints = {listed(option): feedback for option, feedback in row.feedback.items()}
    offered = [
        element(
            "option", {"correct": str(each == right)}, each, *_hint("optionhint", hints.get(each))
        )
        for each in dict.fromkeys(map(listed, row.options))
    ]
    return element("optionresponse", {}, *_label(row.label), element("optioninput", {}, *offered))


def listed(text: str) -> str:
    """An entry of a list: CAPA reads the list with a shell's lexer, to which ' ends an entry.

    A backslash at the end would take the lexer's own ' with it: an invisible joiner parts them.
    """
    entry = " ".join(text.split()).replace("'", "\u2019") or "…"
    return f"{entry}\u2060" if entry.endswith("\\") else entry


def number(label: Element, answer: Answer, others: Iterable[Answer]) -> Element:
    """A number, or a range such as "[10,12]"; others: single numbers accepted beside it."""
    return element(
        "numericalresponse",
        {"answer": answer.text},
        *_label(label),
        element("responseparam", {"type": "tolerance", "default": "0"}),
        *map(_accepted, others),
        element("formulaequationinput"),
        *_hint("correcthint", answer.feedback),
    )


def text_entry(label: Element | None, answers: Sequence[Answer], *, exact: bool) -> Element:
    """A text; at least one answer is right. exact: case counts. label: as in `Row`."""
    first, *more = sorted(answers, key=_after)
    return element(
        "stringresponse",
        {"answer": first.text} | ({} if exact else {"type": "ci"}),
        *_label(label),
        *_hint("correcthint", first.feedback),
        *(made for each in more for made in _further(each)),
        element("textline", {"size": "20"}),
    )


def demand_hint(hint: Element) -> Element:
    """What learners may ask for while answering."""
    return element("demandhint", {}, _renamed(hint, "hint"))


def solution(title: Element, text: Element) -> Element:
    """What stands below the answer once it may be shown."""
    inner = element("div", {"class": "detailed-solution"}, title, text)
    return element("solution", {}, inner)


def _shuffled(shuffle: bool) -> dict[str, str]:
    return {"shuffle": "true"} if shuffle else {}


def _pick(option: Option) -> Element:
    worth = {"correct": "true" if option.score >= 1 else "false"}
    if 0 < option.score < 1:
        worth = {"correct": "partial", "point_value": f"{option.score:g}"}
    verdict = {"label": option.verdict} if option.verdict else {}
    hint = _hint("choicehint", option.feedback, verdict)
    return element("choice", {"name": option.id} | worth, option.text, *hint)


def _tick(option: Option) -> Element:
    worth = {"correct": "true" if option.score >= 1 else "false"}
    hint = _hint("choicehint", option.feedback, {"selected": "true"})
    return element("choice", worth, option.text, *hint)


def _after(answer: Answer) -> tuple[bool, bool]:
    """Right answers first; "_or_" in the very first one would part it in two."""
    return not answer.correct, "_or_" in answer.text.lower()


def label_in_line(problem: str, place: int, words: str) -> Element:
    """What labels the only field of a problem's response number `place`, from 1, within a line.

    The platform shows labels that it knows as lines above: also one that stands right before a
    response, so this one is wrapped. A field's id is made of the problem's url_name and the number
    of its response, which begins at 2 (`capa_problem.py`).
    """
    field_id = f"input_{problem}_{place + 1}_1"
    label = element("label", {"for": field_id, "style": "display: inline"}, words)
    return element("span", {}, label)


def _label(text: Element | None) -> Sequence[Element]:
    return () if text is None else (element("label", {}, text),)


def _further(answer: Answer) -> tuple[Element, ...]:
    if answer.correct:
        return (_accepted(answer),)
    return _hint("stringequalhint", answer.feedback, {"answer": answer.text})


def _accepted(answer: Answer) -> Element:
    hint = _hint("correcthint", answer.feedback)
    return element("additional_answer", {"answer": answer.text}, *hint)


def _hint(
    tag: str, feedback: Element | None, attributes: Mapping[str, str] | None = None
) -> tuple[Element, ...]:
    return () if feedback is None else (_renamed(feedback, tag, attributes),)


def _renamed(content: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    return element(tag, attributes, *content[2])
