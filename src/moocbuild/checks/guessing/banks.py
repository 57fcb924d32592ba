"""What can be guessed: the single choices of each unit and pool, and those of each simulation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from moocbuild.diagnostics import Span
from moocbuild.model.course import Activity, Course, Module, Quiz
from moocbuild.model.outline import pools
from moocbuild.model.question import ChoiceInteraction, Question
from moocbuild.model.scenario import Scenario, Scene, SceneChoice
from moocbuild.model.text import Text, attribute, walk
from moocbuild.values import dataclass

Kind = Literal["questions", "simulation"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice to make, as words. best: for each option, whether nothing else is better.

    prompt: "" in a scene, where answering in the other's words is a skill and no tell.
    """

    prompt: str
    options: tuple[str, ...]
    best: tuple[bool, ...]

    @property
    def chance(self) -> float:
        """How likely a blind guess is right."""
        return sum(self.best) / len(self.best)


@dataclass(frozen=True, slots=True)
class Bank:
    """Decisions that are judged together. unit: the module or pool that they belong to."""

    kind: Kind
    unit: str
    title: str
    decisions: tuple[Decision, ...]
    span: Span


def banks(course: Course) -> Iterator[Bank]:
    """Every bank with at least one decision, in reading order.

    What nobody has translated yet is judged where it was written, by the rules of its language.
    """
    for module in course.modules:
        own = (q for page in module.pages() for q in _questions(page))
        asked = tuple(_decisions(course, own))
        if asked:
            yield Bank("questions", module.id, module.title, asked, _place(module))
        for page in module.activities:
            if isinstance(page, Scenario) and (turns := tuple(_turns(course, page))):
                yield Bank("simulation", module.id, page.title, turns, page.span)
    for use, questions in pools(course):
        asked = tuple(_decisions(course, questions))
        if asked:
            yield Bank("questions", f"pools/{use.pool}", use.title, asked, use.span)


def _place(module: Module) -> Span:
    """Where the unit's questions stand: its quiz, where it has one."""
    return next((page.span for page in module.activities if isinstance(page, Quiz)), module.span)


def _decisions(course: Course, questions: Iterable[Question]) -> Iterator[Decision]:
    for question in questions:
        asked = question.interaction
        if isinstance(asked, ChoiceInteraction) and _single(asked):
            options = tuple(choice.text.plain for choice in asked.choices)
            best = tuple(choice.correct for choice in asked.choices)
            texts = [choice.text for choice in asked.choices]
            if any(best) and not all(best) and not _untranslated(course, texts):
                yield Decision(question.prompt.plain, options, best)


def _questions(page: Activity) -> Iterator[Question]:
    """A page's own: a pool is a bank by itself."""
    found = () if isinstance(page, Scenario) else page.questions
    return (question for question in found if not question.pool)


def _single(asked: ChoiceInteraction) -> bool:
    return not asked.multiple and asked.presentation == "list"


def _turns(course: Course, scenario: Scenario) -> Iterator[Decision]:
    for scene in scenario.scenes:
        worth = [_worth(choice) for choice in scene.choices]
        texts = [choice.text for choice in scene.choices]
        if not scene.end and len(set(worth)) > 1 and not _untranslated(course, texts):
            best = tuple(each == max(worth) for each in worth)
            yield Decision("", _said(scene), best)


def _untranslated(course: Course, texts: Iterable[Text]) -> bool:
    """Whether one of the texts is in the language of the author, of whom this is a translation."""
    tag = course.translation.language if course.translation else ""
    return bool(tag) and any(
        attribute(each, "lang") == tag for text in texts for each in walk(text.nodes)
    )


def _said(scene: Scene) -> tuple[str, ...]:
    return tuple(choice.text.plain for choice in scene.choices)


def _worth(choice: SceneChoice) -> float:
    return -1.0 if choice.critical else choice.share
