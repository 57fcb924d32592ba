"""`survey`: what learners think; a task list without a tick."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import Interaction, SurveyInteraction, Unreadable
from moocbuild.source.pages.raw_question import RawQuestion, choices, task_list
from moocbuild.source.pages.section import Element, Section

ORDER = 0  # only with kind=survey
FORM = "write a task list without a tick: '- [ ] often', '- [ ] rarely'"

BAD_SURVEY = Rule(
    "MB173",
    "bad-survey",
    Severity.ERROR,
    """A survey question asks what learners think, so none of its options is right. It is a task
list of at least two options without a tick, without shares such as `0.5` and without feedback.
Leave out `kind=survey` where there is a right answer.""",
    remedy="leave out ticks, shares and feedback, or 'kind=survey'",
)


def find(section: Section) -> Element | None:
    """A task list."""
    return task_list(section)


def parse(raw: RawQuestion) -> Interaction:
    """Options that nothing is said of."""
    found = choices(raw)
    judged = next((each for each in found if each.score or each.feedback), None)
    if judged is not None or len(found) < 2:
        why = "fewer than two options" if judged is None else "an option is judged"
        span = raw.place if judged is None else judged.span
        raw.report(BAD_SURVEY, span, f"{why} in the survey '{raw.id}'", FORM)
        return Unreadable(why)
    return SurveyInteraction(choices=found)
