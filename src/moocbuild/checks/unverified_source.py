"""A source that texts cite has not been seen whole.

`verified:` in course/references.yml says how far: `source` or `public copies` where it was read,
`part` where the detail that texts rely on was not, `memory` where nobody looked it up. Learners
are never told: read the source, or leave out what rests on it, or say that it is practice wisdom.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

RULE = Rule("MB224", "unverified-source", Severity.WARNING, __doc__)
_SEEN = {"memory": "is cited from memory", "part": "was seen in part only"}


def check(course: Course) -> Iterator[Diagnostic]:
    """Cited sources."""
    for reference in course.references:
        if reference.verified in _SEEN:
            message = f"[@{reference.key}] {_SEEN[reference.verified]}"
            help = "read it, then write 'verified: source'; or leave out what rests on it"
            yield RULE.at(reference.span, message, help=help)
