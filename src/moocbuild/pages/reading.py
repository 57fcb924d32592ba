"""The linear reading version of a simulation: one good way through, as text with comments."""

from __future__ import annotations

from dataclasses import replace

from moocbuild.model.course import Activity, Lesson, Module
from moocbuild.model.outline import text_version
from moocbuild.model.scenario import Scenario, Scene, SceneChoice, reading_path
from moocbuild.model.text import Text, element, paragraph, text


def with_reading_versions(module: Module) -> Module:
    """The module with a page after each simulation that has one."""
    activities: list[Activity] = []
    for activity in module.activities:
        activities.append(activity)
        if isinstance(activity, Scenario):
            activities.append(reading_version(activity))
    return replace(module, activities=tuple(activities))


def reading_version(scenario: Scenario) -> Lesson:
    """One way through `scenario`: what is said, what you say, and the comment on it."""
    parts: list[Text] = [scenario.intro, text(paragraph(LEAD))]
    for scene, choice in reading_path(scenario):
        parts.append(_scene(scene, choice))
    if scenario.debrief:
        heading = element("h2", scenario.debrief_title or "Debrief", id="debrief")
        parts.append(text(heading, scenario.debrief))
    return Lesson(
        id=text_version(scenario.id),
        title=f"{scenario.title}: text version",
        kind="page",
        parts=(text(*parts), *scenario.debrief_questions),
        competencies=scenario.competencies,
        content_notes=scenario.content_notes,
        span=scenario.span,
    )


LEAD = "This is one good way through the scene. There are others. Nothing here is scored."


def _scene(scene: Scene, choice: SceneChoice | None) -> Text:
    heading = element("h2", scene.title, id=f"read-{scene.id}")
    if choice is None:
        return text(heading, scene.text)
    said = paragraph(element("strong", "You:"), " ", choice.text)
    if not choice.feedback:
        return text(heading, scene.text, said)
    return text(heading, scene.text, said, element("blockquote", choice.feedback))
