"""`multiple`: tick every option that fits; several `[x]`."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import ChoiceInteraction, Interaction, Unreadable
from moocbuild.source.block import Block, Section
from moocbuild.source.context import Context
from moocbuild.source.sketch import Sketch, choices, task_list

ORDER = 31

NOTHING_TO_TICK = Rule(
    "MB128",
    "nothing-to-tick",
    Severity.ERROR,
    """A question of kind `multiple` needs at least two options, and one that is right.""",
)


def find(section: Section, language: str) -> Block | None:
    """A task list."""
    return task_list(section)


def parse(sketch: Sketch, context: Context) -> Interaction:
    """Options that fit are worth 1, the others 0."""
    found = choices(sketch, context)
    if len(found) < 2 or not any(c.correct for c in found):
        message = f"nothing to tick in '{sketch.id}'"
        help = "give two options or more, and mark what fits with [x]"
        context.report(NOTHING_TO_TICK.at(sketch.place, message, help=help))
        return Unreadable(message)
    return ChoiceInteraction(choices=found, multiple=True)
