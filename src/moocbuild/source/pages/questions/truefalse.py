"""`truefalse`: a task list of exactly True/False or Yes/No in the course's language."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import ChoiceInteraction, Interaction, Unreadable
from moocbuild.source.pages.raw_question import RawQuestion, choices, task_list
from moocbuild.source.pages.section import Element, Section, list_items
from moocbuild.words.languages import opposites

ORDER = 20

NOT_TRUE_FALSE = Rule(
    "MB123",
    "not-true-false",
    Severity.ERROR,
    """A question of kind `truefalse` must have exactly two options, exactly one of them right.""",
    remedy="keep two options, and mark one with [x]",
)


def find(section: Section) -> Element | None:
    """A task list whose two options are such a pair; with `kind=`, any task list."""
    block = task_list(section)
    if block is None or section.attributes.get("kind") == "truefalse":
        return block
    said = {item.source.strip().lower().rstrip(".") for item in list_items(section, block)}
    return block if said in opposites(section.language) else None


def parse(raw: RawQuestion) -> Interaction:
    """Two opposite options, one right."""
    found = choices(raw)
    right = sum(c.correct for c in found)
    if len(found) != 2 or right != 1:
        message = f"{len(found)} options, {right} of them right, in '{raw.id}'"
        raw.report(NOT_TRUE_FALSE, raw.place, message)
        return Unreadable(message)
    return ChoiceInteraction(choices=found, presentation="truefalse")
