"""`multiple`: tick every option that fits; several `[x]`."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import ChoiceInteraction, Interaction, Unreadable
from moocbuild.source.pages.raw_question import RawQuestion, choices, task_list
from moocbuild.source.pages.section import Element, Section

ORDER = 31

NOTHING_TO_TICK = Rule(
    "MB128",
    "nothing-to-tick",
    Severity.ERROR,
    """A question of kind `multiple` needs at least two options, at least one of them right.""",
    remedy="write at least two options, and mark the right ones with [x]",
)


def find(section: Section) -> Element | None:
    """A task list."""
    return task_list(section)


def parse(raw: RawQuestion) -> Interaction:
    """Options that fit are worth 1, the others 0."""
    found = choices(raw)
    if len(found) < 2 or not any(c.correct for c in found):
        message = f"nothing to tick in '{raw.id}'"
        help = "write at least two options, and mark the right ones with [x]"
        raw.report(NOTHING_TO_TICK, raw.place, message, help)
        return Unreadable(message)
    return ChoiceInteraction(choices=found, multiple=True)
