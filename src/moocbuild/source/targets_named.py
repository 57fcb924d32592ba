"""The targets that course.yml names, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, nearest
from moocbuild.model.course import Course

UNKNOWN_TARGET = Rule(
    "MB192",
    "unknown-target",
    Severity.ERROR,
    """`targets:` in course.yml names a kind of package that is not there; `moocbuild targets`
lists all of them. Without `targets:`, `moocbuild build` makes all but those on request.""",
    remedy="run 'moocbuild targets' for a list",
)


def check_targets_named(course: Course, known: Iterable[str]) -> Iterator[Diagnostic]:
    """Those that nobody knows. known: names of all targets."""
    names = tuple(known)
    for name, span in course.settings.targets:
        if name not in names:
            message, otherwise = f"no target '{name[:60]}'", f"name one of {', '.join(names)}"
            yield UNKNOWN_TARGET.meant(span, message, name, nearest(name, names), otherwise)
