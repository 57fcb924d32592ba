"""The linear reading version of a simulation: one good way through, as text with comments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from moocbuild.model.course import Activity, Lesson, Module
from moocbuild.model.hosts import hosts_of
from moocbuild.model.outline import text_version
from moocbuild.model.scenario import Scenario, Scene, SceneChoice, reading_path
from moocbuild.model.text import Text, element, paragraph, text
from moocbuild.model.walk import texts
from moocbuild.words import Words


def with_reading_versions(
    module: Module, say: Words, finish: Callable[[Lesson], Lesson]
) -> Module:
    """The module with a page after each simulation that has one. finish: makes it ready."""
    activities: list[Activity] = []
    for activity in module.activities:
        activities.append(activity)
        if isinstance(activity, Scenario):
            activities.append(finish(reading_version(activity, say)))
    return replace(module, activities=tuple(activities))


def reading_version(scenario: Scenario, say: Words) -> Lesson:
    """One way through `scenario`: what is said, what you say, and the comment on it."""
    parts: list[Text] = [scenario.intro, text(paragraph(say.content("text_version.lead")))]
    for scene, choice in reading_path(scenario):
        parts.append(_scene(scene, choice, say))
    if scenario.debrief:
        title = scenario.debrief_title or say.content("text_version.debrief")
        heading = element("h2", title, id="debrief")
        parts.append(text(heading, scenario.debrief))
    asked = scenario.debrief_questions
    shown = [*parts, *(words for question in asked for words in texts(question))]
    return Lesson(
        id=text_version(scenario.id),
        title=say("text_version.title", title=scenario.title),
        heading=say.heading("text_version.title", title=say.quoted(scenario.title)),
        kind="page",
        parts=(text(*parts), *asked),
        competencies=scenario.competencies,
        content_notes=scenario.content_notes,
        hosts=hosts_of(shown) if scenario.hosts else (),
        uses=scenario.uses,
        span=scenario.span,
    )


def _scene(scene: Scene, choice: SceneChoice | None, say: Words) -> Text:
    heading = element("h2", scene.title, id=f"read-{scene.id}")
    if choice is None:
        return text(heading, scene.text)
    said = paragraph(element("strong", say.content("text_version.said")), " ", choice.text)
    if not choice.feedback:
        return text(heading, scene.text, said)
    return text(heading, scene.text, said, element("blockquote", choice.feedback))
