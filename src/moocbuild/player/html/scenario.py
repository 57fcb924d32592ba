"""Simulations as HTML values: scenes whose choices carry what the script has to know.

Every scene is readable and every choice a link, so that it works as text without a script.
"""

from __future__ import annotations

import json

from markupsafe import Markup

from moocbuild.model.scenario import Meter, Scenario, Scene, SceneChoice
from moocbuild.model.text import Text
from moocbuild.player.html.question import question_html
from moocbuild.player.html.render import Context
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """evidence: `VIII.2:2 IX.5:1`. effects: `trust:1`. Empty where there is none."""

    id: str
    goes_to: str
    text: Text
    feedback: Text
    evidence: str
    effects: str
    critical: bool


@dataclass(frozen=True, slots=True)
class SceneView:
    """A scene with the line that stands above its choices."""

    id: str
    ordinal: int
    title: str
    text: Text
    end: bool
    ask: Markup
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario as shown. reading: file of the reading version, "" without one."""

    start: str
    meters: str
    intro: Text
    scenes: tuple[SceneView, ...]
    debrief_title: Markup | str
    debrief: Text
    prompts: tuple[Markup, ...]
    reading: str


def scenario_view(scenario: Scenario, context: Context, reading: str) -> ScenarioView:
    """The view of a scenario."""
    colon = context.say("page.colon")
    return ScenarioView(
        start=scenario.scenes[0].id if scenario.scenes else "",
        meters=json.dumps([_meter(m, colon) for m in scenario.meters], ensure_ascii=False),
        intro=scenario.intro,
        scenes=tuple(_scene(scene, context) for scene in scenario.scenes),
        debrief_title=scenario.debrief_title or context.word("page.scenario_debrief"),
        debrief=scenario.debrief,
        prompts=tuple(question_html(q, context) for q in scenario.debrief_questions),
        reading=reading,
    )


def _meter(meter: Meter, colon: str) -> dict[str, object]:
    return {
        "id": meter.id,
        "title": meter.title,
        "start": meter.start,
        "min": meter.min,
        "max": meter.max,
        "words": {str(value): words for value, words in meter.said(colon).items()},
    }


def _scene(scene: Scene, context: Context) -> SceneView:
    return SceneView(
        scene.id,
        scene.ordinal,
        scene.title,
        scene.text,
        scene.end,
        context.word(f"page.scenario_{'back' if scene.end else 'choices'}"),
        tuple(map(_choice, scene.choices)),
    )


def _choice(choice: SceneChoice) -> ChoiceView:
    return ChoiceView(
        choice.id,
        choice.goes_to,
        choice.text,
        choice.feedback,
        " ".join(f"{ref.code}:{points}" for ref, points in choice.evidence),
        " ".join(f"{meter}:{change}" for meter, change in choice.effects),
        choice.critical,
    )
