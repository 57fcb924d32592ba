"""What two courses must not share: an id, and the names of their packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from moocbuild.catalogue import Job
from moocbuild.diagnostics import Diagnostic
from moocbuild.diagnostics.cataloguing import SAME_ID, SAME_PACKAGES
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    number: int
    job: Job
    version: str
    languages: frozenset[str]


class Twice:
    """Courses by revision and id."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[_Known]] = {}

    def add(self, number: int, job: Job, row: Mapping[str, Any]) -> None:
        """Takes a course; number: its place among all."""
        if row["id"]:
            languages = frozenset(each["language"] for each in row["languages"])
            known = _Known(number=number, job=job, version=row["version"], languages=languages)
            revision = job.revision.folder if job.revision else ""
            self._known.setdefault((revision, row["id"]), []).append(known)

    def findings(self) -> Iterator[Diagnostic]:
        """One for each course but the first of an id, in the order of courses."""
        found = []
        for (_, id), courses in self._known.items():
            first, *others = sorted(courses, key=lambda each: each.number)
            found += [(each.number, _finding(id, first, each)) for each in others]
        yield from (finding for _, finding in sorted(found, key=lambda each: each[0]))


def _finding(id: str, first: _Known, other: _Known) -> Diagnostic:
    span = other.job.span("course/course.yml")
    if first.version == other.version and first.languages & other.languages:
        message = f"its packages have the names of those of '{first.job.named}': both are '{id}' "
        return SAME_PACKAGES.at(span, f"{message}{other.version}")
    return SAME_ID.at(span, f"the id '{id}' is that of '{first.job.named}', too")
