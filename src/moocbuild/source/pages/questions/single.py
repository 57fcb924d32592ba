"""`single`: pick one of the options; `[x]` marks the best, a chip such as `0.5` a workable one."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import ChoiceInteraction, Interaction, Unreadable
from moocbuild.source.pages.raw_question import RawQuestion, choices, task_list
from moocbuild.source.pages.section import Element, Section

ORDER = 30

NO_RIGHT_ANSWER = Rule(
    "MB111",
    "no-right-answer",
    Severity.ERROR,
    """No option is marked as right. Put an x between the brackets of the best one: `- [x] …`.""",
    remedy="write '- [x]' before the best option",
)
SEVERAL_RIGHT = Rule(
    "MB112",
    "several-right-answers",
    Severity.ERROR,
    """The question is of kind `single`, but several options are marked as right. Leave one `[x]`,
or write `kind=multiple`.""",
    remedy="keep one [x], or write 'kind=multiple'",
)
ONE_OPTION = Rule(
    "MB113",
    "too-few-options",
    Severity.ERROR,
    """A single choice needs at least two options. Add another `- [ ] …` line: something that a
kind person might do, and that does not help here.""",
    remedy="add another option: '- [ ] …'",
)


def find(section: Section) -> Element | None:
    """A task list with at most one `[x]`; with `kind=`, any task list."""
    block = task_list(section)
    if block is None or section.attributes.get("kind") == "single":
        return block
    ticked = sum(bool(item.get("checked")) for item in block)
    return block if ticked <= 1 else None


def parse(raw: RawQuestion) -> Interaction:
    """One best option; unticked ones are worth their chip or nothing."""
    found = choices(raw)
    ticked = [choice for choice in found if choice.correct]
    if len(found) < 2:
        raw.report(ONE_OPTION, raw.place, f"only one option in '{raw.id}'")
        return Unreadable("only one option")
    if not ticked:
        message = f"no option of '{raw.id}' is marked as right"
        raw.report(NO_RIGHT_ANSWER, raw.place, message)
        return Unreadable("no right answer")
    if len(ticked) > 1:
        message = f"{len(ticked)} options of '{raw.id}' are marked as right"
        help = "keep one [x], or write 'kind=multiple'"
        raw.report(SEVERAL_RIGHT, ticked[1].span, message, help)
        return Unreadable("several right answers")
    return ChoiceInteraction(choices=found)
