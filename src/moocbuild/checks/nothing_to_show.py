"""A page that `pages:` in course.yml asks for has nothing to show.

The pages of the framework, of terms and of sources are made of framework.yml, glossary.yml, and
the sources that texts cite; the competencies of a learner need quizzes or simulations that are
linked to items, and the journal needs questions to write on. Add what is missing, or take the line
out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course, MadePage
from moocbuild.model.outline import assessed_competencies, journal_prompts

RULE = Rule(
    "MB232",
    "nothing-to-show",
    Severity.WARNING,
    __doc__,
    remedy="add what it is made of, or leave the page out of 'pages:'",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """A warning for each page that is asked for in vain."""
    empty: Mapping[MadePage, bool] = {
        "framework": not course.framework.by_code,
        "glossary": not course.glossary,
        "sources": not course.references,
        "competencies": not assessed_competencies(course),
        "journal": not any(journal_prompts(page) for page in course.pages()),
    }
    for page, nothing in empty.items():
        if nothing and course.made.asked.get(page):
            message = f"the page '{page}' has nothing to show"
            yield RULE.at(Span("course/course.yml", 1), message)
