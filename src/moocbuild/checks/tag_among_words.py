"""A tag stands among the words of a question.

The code of an item in code, such as `` `IX.2` ``, links a question to the item only on a line of
its own below the heading. Among words learners read it, and it links nothing. If it is meant as it
is, write it without the signs for code.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course
from moocbuild.model.text import Element, walk

RULE = Rule(
    "MB159",
    "tag-among-words",
    Severity.WARNING,
    __doc__,
    remedy="write it on a line of its own below the heading, or not as code",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Once a question."""
    known = course.framework.by_code
    for question in course.questions():
        said = (*question.prompt.nodes, *question.explanation.nodes)
        codes = (_words(each) for each in walk(said) if each[0] == "code")
        found = next((code for code in codes if code in known), None)
        if found is not None:
            message = f"'`{found}`' stands among the words of '{question.id}'"
            help = "write it on a line of its own below the heading, or not as code"
            yield RULE.at(question.span, message, help=help)


def _words(code: Element) -> str:
    return "".join(child for child in code[2] if isinstance(child, str)).strip()
