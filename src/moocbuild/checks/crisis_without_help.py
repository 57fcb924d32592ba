"""A module about crisis does not lead to help.

Its content notes mention suicide, self-harm or crisis, so its first page must offer a way to get
help: a link to the contacts (`[help page](../contacts.yml)`) or `{local_help}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course, Lesson
from moocbuild.model.scenario import Scenario
from moocbuild.model.walk import texts
from moocbuild.words.crisis import speaks_of_crisis

RULE = Rule(
    "MB221",
    "crisis-without-help",
    Severity.ERROR,
    __doc__,
    remedy="link to '../contacts.yml', or write '{local_help}'",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Welcome pages of such modules, and start pages of such simulations."""
    for module in course.modules:
        if speaks_of_crisis(module.content_notes) and not _leads_to_help(module.welcome):
            help = "link to '../contacts.yml'"
            yield RULE.at(module.span, "this module covers crisis but offers no help", help=help)
        for page in module.activities:
            if (
                isinstance(page, Scenario)
                and speaks_of_crisis(page.content_notes)
                and not _leads_to_help(page)
            ):
                help = "write '{local_help}' before the first scene"
                yield RULE.at(page.span, "this simulation offers no help at its start", help=help)


def _leads_to_help(page: Lesson | Scenario) -> bool:
    shown = page.intro if isinstance(page, Scenario) else page.parts
    return any(ref.id == "help" for text in texts(shown) for ref in text.refs())
