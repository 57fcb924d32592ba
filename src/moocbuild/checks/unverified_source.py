"""A source that the course cites has not been read in full.

`verified:` in course/references.yml says how well it was checked: `source` or `public copies` if
it was read, `part` if the detail that the course relies on was not, `memory` if nobody looked it
up. Learners are never told: read the source, leave out what depends on it, or say that it is
practice wisdom.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

RULE = Rule(
    "MB224",
    "unverified-source",
    Severity.WARNING,
    __doc__,
    remedy="read it, then write 'verified: source', or leave out what depends on it",
)
_SEEN = {"memory": "is cited from memory", "part": "was read only in part"}


def check(course: Course) -> Iterator[Diagnostic]:
    """Cited sources."""
    for reference in course.references:
        if reference.verified in _SEEN:
            message = f"[@{reference.key}] {_SEEN[reference.verified]}"
            help = "read it, then write 'verified: source', or leave out what depends on it"
            yield RULE.at(reference.span, message, help=help)
