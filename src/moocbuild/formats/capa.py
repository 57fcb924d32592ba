"""CAPA, the problems of Open edX, as elements: one function a response type.

Texts are elements that hold HTML. CAPA decodes a text that stands directly in a choice or label
once too often, so each is wrapped in an element. Knows no courses. Facts about grading were read
in the platform's `responsetypes.py` and measured on a running one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from moocbuild.formats import xml
from moocbuild.formats.olx import Element, add, element


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
    """A list to choose from; `right` is one of `options`. Feedback for a right and another one."""

    label: Element
    options: Sequence[str]
    right: str
    praise: Element | None = None
    correction: Element | None = None


def multiple_choice(label: Element, options: Iterable[Option], *, shuffle: bool) -> Element:
    """Pick one; options worth a share earn it."""
    options = list(options)
    group = element("choicegroup", {"type": "MultipleChoice"} | _shuffled(shuffle))
    add(group, *(_pick(option) for option in options))
    partial = any(0 < option.score < 1 for option in options)
    credit = {"partial_credit": "points"} if partial else {}
    return element("multiplechoiceresponse", credit, _label(label), group)


def checkboxes(label: Element, options: Iterable[Option]) -> Element:
    """Tick several. One mistake leaves half of the points, two a quarter where options are many.

    The other way that CAPA knows, a share for every decision, rewards those who tick nothing
    right: with six options, two of them right, one wrong tick alone would earn half.
    """
    group = element("checkboxgroup", {}, *(_tick(option) for option in options))
    return element("choiceresponse", {"partial_credit": "halves"}, _label(label), group)


def dropdown(row: Row) -> Element:
    """Choose from a list."""
    offered = element("optioninput")
    for text in dict.fromkeys(map(listed, row.options)):
        right = text == listed(row.right)
        hint = row.praise if right else row.correction
        option = element("option", {"correct": str(right)}, text)
        add(option, *_hint("optionhint", hint))
        offered.append(option)
    return element("optionresponse", {}, _label(row.label), offered)


def listed(text: str) -> str:
    """An entry of a list: CAPA reads the list with a shell's lexer, to which ' ends an entry.

    A backslash at the end would take the lexer's own ' with it: an invisible joiner parts them.
    """
    entry = " ".join(text.split()).replace("'", "\u2019") or "…"
    return f"{entry}\u2060" if entry.endswith("\\") else entry


def number(label: Element, answer: Answer, others: Iterable[Answer]) -> Element:
    """A number, or a range such as "[10,12]"; others: single numbers accepted beside it."""
    root = element("numericalresponse", {"answer": answer.text}, _label(label))
    root.append(element("responseparam", {"type": "tolerance", "default": "0"}))
    for other in others:
        hint = _hint("correcthint", other.feedback)
        root.append(element("additional_answer", {"answer": other.text}, *hint))
    add(root, element("formulaequationinput"), *_hint("correcthint", answer.feedback))
    return root


def text_entry(label: Element, answers: Sequence[Answer], *, exact: bool) -> Element:
    """A text; at least one answer is right. exact: case counts."""
    first, *more = sorted(answers, key=_after)
    kind = {} if exact else {"type": "ci"}
    root = element("stringresponse", {"answer": first.text} | kind, _label(label))
    add(root, *_hint("correcthint", first.feedback))
    for answer in more:
        known = {"answer": answer.text}
        if answer.correct:
            hint = _hint("correcthint", answer.feedback)
            root.append(element("additional_answer", known, *hint))
        elif answer.feedback is not None:
            root.append(_renamed(answer.feedback, "stringequalhint", known))
    root.append(element("textline", {"size": "20"}))
    return root


def demand_hint(hint: Element) -> Element:
    """What learners may ask for while answering."""
    return element("demandhint", {}, _renamed(hint, "hint"))


def solution(title: Element, text: Element) -> Element:
    """What stands below the answer once it may be shown."""
    inner = element("div", {"class": "detailed-solution"}, title, deepcopy(text))
    return element("solution", {}, inner)


def _shuffled(shuffle: bool) -> dict[str, str]:
    return {"shuffle": "true"} if shuffle else {}


def _pick(option: Option) -> Element:
    worth = {"correct": "true" if option.score >= 1 else "false"}
    if 0 < option.score < 1:
        worth = {"correct": "partial", "point_value": f"{option.score:g}"}
    choice = element("choice", {"name": option.id} | worth, deepcopy(option.text))
    if option.feedback is not None:
        verdict = {"label": option.verdict} if option.verdict else {}
        choice.append(_renamed(option.feedback, "choicehint", verdict))
    return choice


def _tick(option: Option) -> Element:
    choice = element("choice", {"correct": "true" if option.score >= 1 else "false"})
    add(choice, deepcopy(option.text))
    if option.feedback is not None:
        choice.append(_renamed(option.feedback, "choicehint", {"selected": "true"}))
    return choice


def _after(answer: Answer) -> tuple[bool, bool]:
    """Right answers first; "_or_" in the very first one would part it in two."""
    return not answer.correct, "_or_" in answer.text.lower()


def _label(text: Element) -> Element:
    return element("label", {}, deepcopy(text))


def _hint(tag: str, feedback: Element | None) -> tuple[Element, ...]:
    return () if feedback is None else (_renamed(feedback, tag),)


def _renamed(content: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    made = deepcopy(content)
    made.tag = tag
    made.tail = None
    made.attrib.clear()
    for name, value in (attributes or {}).items():
        made.set(name, xml.attribute_value(value))
    return made
