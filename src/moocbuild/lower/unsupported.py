"""What a target does not carry whole, and where the course uses it.

Which losses are reported is derived from what the target says of itself and from what the course
uses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from moocbuild.diagnostics import Report, Span
from moocbuild.lower.losses import LOSSES, OF_COURSE
from moocbuild.lower.walk import note
from moocbuild.model.course import Activity, Course
from moocbuild.model.marks import key_of_value, made
from moocbuild.model.plain import PLAIN
from moocbuild.model.question import Question
from moocbuild.package.memo import once
from moocbuild.target import KEPT, Fate, Feature, Target

Uses = Mapping[str, tuple[int, tuple[str, ...]]]
"""By name of a feature: how often a page uses it, and the questions of pools that do."""


def report_unsupported(
    course: Course, target: Target, fates: Mapping[Feature, Fate], report: Report
) -> None:
    """A note for each of these features that the course uses and the target does not keep."""
    for feature, (rule, _) in LOSSES.items():
        fate = fates.get(feature, KEPT)
        first = None if fate.kept else next(places(feature, course), None)
        if first is not None:
            how = f": {fate.how}" if fate.how else ""
            note(report, rule, target, [first], f"{feature.value}, {fate.state.word}{how}")


def places(feature: Feature, course: Course) -> Iterator[Span]:
    """Where a course uses one of these features, in reading order; a question of a pool once."""
    of_course = OF_COURSE.get(feature)
    if of_course is not None:
        yield from of_course(course)
        return
    met: set[str] = set()
    name, find = feature.name, LOSSES[feature][1]
    for page, used in _used(course):
        if name in used:
            for place in find(page):
                pooled = isinstance(place, Question) and bool(place.pool)
                if not pooled or place.id not in met:
                    yield place.span
                met.add(place.id if pooled else "")


def counts(course: Course) -> Mapping[Feature, int]:
    """At how many places a course uses each of these features; only those that it uses."""
    found: Counter[str] = Counter()
    pooled: dict[str, set[str]] = defaultdict(set)
    for _, used in _used(course):
        for name, (count, ids) in used.items():
            found[name] += count
            pooled[name].update(ids)
    every = {f: found[f.name] + len(pooled[f.name]) for f in LOSSES if f.name in found}
    every |= {f: sum(1 for _ in find(course)) for f, find in OF_COURSE.items()}
    return {feature: count for feature, count in every.items() if count}


def _used(course: Course) -> Sequence[tuple[Activity, Uses]]:
    """Each page with what it uses; looked at once, whatever the number of targets."""
    return once(("uses", course), lambda: [(p, _uses(p)) for p in course.pages()], lambda _: 0)


def _uses(page: Activity) -> Uses:
    """What a page uses, found now or before."""
    return made("uses", key_of_value(page), PLAIN, lambda: dict(_uses_of(page)))


def _uses_of(page: Activity) -> Iterator[tuple[str, tuple[int, tuple[str, ...]]]]:
    for feature, (_, find) in LOSSES.items():
        found = list(find(page))
        pooled = tuple(p.id for p in found if isinstance(p, Question) and p.pool)
        if found:
            yield feature.name, (len(found) - len(pooled), pooled)
