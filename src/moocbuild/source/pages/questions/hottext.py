"""`hottext`: mark sentences in a text; a task list of sentences in reading order."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import HottextInteraction, Interaction, Unreadable
from moocbuild.source.pages.raw_question import RawQuestion, choices, task_list
from moocbuild.source.pages.section import Element, Section

ORDER = 0

NOTHING_TO_MARK = Rule(
    "MB129",
    "nothing-to-mark",
    Severity.ERROR,
    """A question of kind `hottext` needs at least two sentences, at least one of them marked
`[x]`.""",
    remedy="write at least two sentences, and mark those to find with [x]",
)


def find(section: Section) -> Element | None:
    """A task list of sentences."""
    return task_list(section)


def parse(raw: RawQuestion) -> Interaction:
    """Sentences in reading order."""
    found = choices(raw)
    if len(found) < 2 or not any(c.correct for c in found):
        message = f"nothing to mark in '{raw.id}'"
        raw.report(NOTHING_TO_MARK, raw.place, message)
        return Unreadable(message)
    return HottextInteraction(choices=found)
