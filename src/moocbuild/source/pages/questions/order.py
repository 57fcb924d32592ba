"""`order`: an ordered list in the right order; a nested `>` is shown for a misplaced step."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import Interaction, OrderInteraction, Step, Unreadable
from moocbuild.source.pages.raw_question import (
    MAX_OPTIONS,
    TOO_MANY_OPTIONS,
    RawQuestion,
    block_of,
    feedback,
    words,
)
from moocbuild.source.pages.section import Element, ListItem, Section, list_items

ORDER = 60
FORM = "write a numbered list"

TOO_FEW_STEPS = Rule(
    "MB118",
    "too-few-steps",
    Severity.ERROR,
    "An ordering question needs at least three steps: two can only be swapped.",
    remedy="write at least three steps",
)


OUT_OF_ORDER = Rule(
    "MB165",
    "steps-out-of-order",
    Severity.ERROR,
    """The numbers of the steps do not rise. The right order is the one in which steps stand, as on
GitHub, which counts them anew; learners see them in another order anyway.""",
    remedy="write the steps in their right order",
)

_STEP = re.compile(r"\s*(\d{1,9})[.)]")


def find(section: Section) -> Element | None:
    """An ordered list, without boxes."""
    block = block_of(section, "ol")
    boxed = block is not None and any("checked" in item.attrib for item in block)
    return None if boxed else block


def parse(raw: RawQuestion) -> Interaction:
    """Steps in their right order; the numbers do not count, the places do."""
    items = list_items(raw.section, raw.answer)
    if len(items) < 3:
        message = f"{len(items)} steps in '{raw.id}'"
        raw.report(TOO_FEW_STEPS, raw.place, message)
        return Unreadable(message)
    if len(items) > MAX_OPTIONS:
        message = f"{len(items)} steps in '{raw.id}'"
        raw.report(TOO_MANY_OPTIONS, items[MAX_OPTIONS].span, message)
        items = items[:MAX_OPTIONS]
    _report_numbers(raw, items)
    letters = raw.letters([item.source for item in items])
    return OrderInteraction(
        steps=tuple(
            Step(
                id=letter,
                text=words(raw.section, item.content, item.span),
                feedback=feedback(raw.section, item),
                span=item.span,
            )
            for letter, item in zip(letters, items, strict=True)
        )
    )


def _report_numbers(raw: RawQuestion, items: Sequence[ListItem]) -> None:
    """An author who writes 3, 1, 2 means something by it."""
    lines = ((item, raw.section.reader.file.line(item.span.line)) for item in items)
    found = [(item, int(match[1])) for item, line in lines if (match := _STEP.match(line))]
    for (_, before), (item, number) in itertools.pairwise(found):
        if number < before:
            message = f"step {number} of '{raw.id}' stands behind step {before}"
            raw.report(OUT_OF_ORDER, item.span, message, help="write them in their right order")
            return
