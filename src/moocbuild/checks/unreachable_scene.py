"""No choice leads to this scene.

Learners never see it. Add a choice that leads to it, or delete it. The first scene is the start;
endings are reached like any other scene.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario

RULE = Rule(
    "MB138",
    "unreachable-scene",
    Severity.ERROR,
    __doc__,
    remedy="link to it from a choice, or delete it",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Scenes that no way from the start reaches."""
    for page in course.pages():
        if isinstance(page, Scenario):
            met = _reached(page)
            for scene in page.scenes:
                if scene.id not in met:
                    yield RULE.at(scene.span, f"no choice leads to '#{scene.id}'")


def _reached(scenario: Scenario) -> set[str]:
    choices = {scene.id: [c.goes_to for c in scene.choices] for scene in scenario.scenes}
    met: set[str] = set()
    waiting = [scenario.scenes[0].id] if scenario.scenes else []
    while waiting:
        scene = waiting.pop()
        if scene not in met:
            met.add(scene)
            waiting.extend(choices.get(scene, ()))
    return met
