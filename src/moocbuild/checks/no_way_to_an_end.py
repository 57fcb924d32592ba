"""No ending can be reached from this scene.

Either the scene has no choices and is not marked `end`, or its choices lead in a circle. Every
scene must have a path to an ending: `<!-- #held end -->` marks one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario

RULE = Rule(
    "MB139",
    "no-way-to-an-end",
    Severity.ERROR,
    __doc__,
    remedy="mark an ending with 'end', or add a choice that leads to one",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Scenes from which no `end` is reached, walked backwards from the endings."""
    for page in course.pages():
        if isinstance(page, Scenario):
            ending = _can_end(page)
            for scene in page.scenes:
                if scene.id not in ending:
                    dead = not scene.choices
                    what = "has no choices" if dead else "leads in a circle"
                    help = (
                        "mark it 'end', or give it a choice"
                        if dead
                        else "add a choice that leads to an ending"
                    )
                    yield RULE.at(scene.span, f"'#{scene.id}' {what}", help=help)


def _can_end(scenario: Scenario) -> set[str]:
    before: dict[str, list[str]] = defaultdict(list)
    for scene in scenario.scenes:
        for choice in scene.choices:
            before[choice.goes_to].append(scene.id)
    met: set[str] = set()
    waiting = [scene.id for scene in scenario.scenes if scene.end]
    while waiting:
        scene_id = waiting.pop()
        if scene_id not in met:
            met.add(scene_id)
            waiting.extend(before[scene_id])
    return met
