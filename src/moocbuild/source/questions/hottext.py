"""`hottext`: mark sentences in a text; a task list of sentences in reading order."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import HottextInteraction, Interaction, Unreadable
from moocbuild.source.block import Block, Section
from moocbuild.source.context import Context
from moocbuild.source.sketch import Sketch, choices, task_list

ORDER = 0

NOTHING_TO_MARK = Rule(
    "MB129",
    "nothing-to-mark",
    Severity.ERROR,
    """A question of kind `hottext` needs at least two sentences, and one that is to be marked
`[x]`.""",
)


def find(section: Section, language: str) -> Block | None:
    """A task list of sentences."""
    return task_list(section)


def parse(sketch: Sketch, context: Context) -> Interaction:
    """Sentences in reading order."""
    found = choices(sketch, context)
    if len(found) < 2 or not any(c.correct for c in found):
        message = f"nothing to mark in '{sketch.id}'"
        context.report(NOTHING_TO_MARK.at(sketch.place, message, help="mark sentences with [x]"))
        return Unreadable(message)
    return HottextInteraction(choices=found)
