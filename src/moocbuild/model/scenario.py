"""Branching simulations: scenes, choices, meters, and the linear reading version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.evidence import RULES
from moocbuild.model.question import Question
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """Shown as words, never as a number. words: lowest value → what is said from there on."""

    id: str
    title: str
    start: int
    min: int
    max: int
    words: Mapping[int, str]

    def said(self, colon: str) -> dict[int, str]:
        """Its words by value, as learners read them, on a line of their own.

        What begins with a small letter is no sentence and stands behind the title. colon: with the
        blanks of the course's language.
        """
        return {
            value: f"{self.title}{colon}{words}" if words[:1].islower() else words
            for value, words in sorted(self.words.items())
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneChoice:
    """What the learner may say or do. evidence: item → 0, 1 or 2. effects: meter → change."""

    id: str
    text: Text
    goes_to: str
    feedback: Text = EMPTY
    evidence: tuple[tuple[CompetencyRef, int], ...] = ()
    effects: tuple[tuple[str, int], ...] = ()
    critical: bool = False
    read: bool = False
    span: Span = field(compare=False)

    @property
    def share(self) -> float:
        """Earned of possible points; 0 where the choice carries no evidence."""
        points = [value for _, value in self.evidence]
        return sum(points) / (RULES.choice * len(points)) if points else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One moment. end: an ending; its choices are ways back. ordinal: frozen, from 1."""

    id: str
    title: str
    text: Text
    choices: tuple[SceneChoice, ...] = ()
    end: bool = False
    ordinal: int = 0
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """`scenes[0]` is the start; `intro` is the start page; `debrief` follows every ending.

    id: the whole page id, `module/scenario`. debrief_questions: its journal prompts.
    """

    id: str
    title: str
    intro: Text
    scenes: tuple[Scene, ...]
    debrief: Text = EMPTY
    debrief_title: str = ""
    debrief_questions: tuple[Question, ...] = ()
    meters: tuple[Meter, ...] = ()
    competencies: tuple[CompetencyRef, ...] = ()
    content_notes: tuple[str, ...] = ()
    minutes: int = 0
    ordinal: int = 0
    hosts: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    span: Span = field(compare=False)

    def shown(self) -> Iterator[CompetencyRef]:
        """The competencies that its choices are evidence for, in order, as often as they stand."""
        for scene in self.scenes:
            for choice in scene.choices:
                yield from (ref for ref, _ in choice.evidence)


def reading_path(scenario: Scenario) -> list[tuple[Scene, SceneChoice | None]]:
    """The scenes of the reading version with the choice taken in each, None at the ending.

    A choice marked `read` first; else the highest share, the first on ties, never a critical one,
    never a scene seen before. Ends where nothing is left.
    """
    by_id = {scene.id: scene for scene in scenario.scenes}
    scene = scenario.scenes[0] if scenario.scenes else None
    path: list[tuple[Scene, SceneChoice | None]] = []
    seen: set[str] = set()
    while scene is not None:
        seen.add(scene.id)
        choice = None if scene.end else _read_choice(scene, seen)
        path.append((scene, choice))
        scene = by_id.get(choice.goes_to) if choice else None
    return path


def _read_choice(scene: Scene, seen: set[str]) -> SceneChoice | None:
    fresh = [c for c in scene.choices if c.goes_to not in seen]
    marked = [c for c in fresh if c.read]
    if marked:
        return marked[0]
    harmless = [c for c in fresh if not c.critical] or fresh
    return max(harmless, key=lambda c: c.share, default=None)
