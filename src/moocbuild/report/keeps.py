"""What each package keeps of what this course uses, and how often the course uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.lower import features
from moocbuild.lower.unsupported import counts
from moocbuild.model.course import Course, Lesson
from moocbuild.model.question import Feature, feature_of
from moocbuild.model.scenario import Scenario
from moocbuild.target import State, Target
from moocbuild.words import Words

Row = dict[str, Any]
WHOLE = frozenset({Feature.PROGRESS, Feature.COMPLETION, Feature.MADE_PAGES, Feature.THEME})
"""Of the course as a whole: not counted."""


def used(course: Course) -> Mapping[Feature, int]:
    """What the course uses, and at how many places."""
    found: dict[Feature, int] = {}
    for question in course.questions():
        feature = feature_of(question.interaction)
        if feature:
            found[feature] = found.get(feature, 0) + 1
    others = {f: count(course) for f, count in _OTHERS.items()} | {**counts(course)}
    for feature, n in others.items():
        if n and feature not in found:
            found[feature] = 1 if feature in WHOLE else n
    return {feature: found[feature] for feature in Feature if feature in found}


def _feedback(course: Course) -> int:
    return sum(
        any(told.feedback for group in q.interaction.groups() for told in group)
        for q in course.questions()
    )


def _in_lessons(course: Course) -> int:
    return sum(len(page.questions) for page in course.pages() if isinstance(page, Lesson))


_OTHERS: Mapping[Feature, Callable[[Course], int]] = {
    Feature.FEEDBACK: _feedback,
    Feature.SCENARIO: lambda course: sum(isinstance(p, Scenario) for p in course.pages()),
    Feature.QUESTIONS_IN_LESSONS: _in_lessons,
}
"""Those that a lowering tells of; kinds of questions are counted as questions are."""


def matrix(uses: Mapping[Feature, int], targets: Sequence[Target], say: Words) -> list[Row]:
    """A row for each feature that a course uses: its name, how often, its state by target."""
    fates = {target.name: features(target) for target in targets if target.content}
    return [
        {
            "feature": named(feature, say),
            "n": 0 if feature in WHOLE else n,
            "states": {name: of[feature].state.name.lower() for name, of in fates.items()},
            "how": {name: of[feature].how for name, of in fates.items() if of[feature].how},
        }
        for feature, n in uses.items()
    ]


def named(feature: Feature, say: Words) -> str:
    """What a feature is called; one without words of its own is called what it is in English."""
    key = f"feature.{feature.name.lower()}"
    return say(key) if key in say else feature.value


def counted(rows: Iterable[Row], target: Target) -> Row:
    """How much of that a package keeps, changes and leaves out."""
    states = [row["states"][target.name] for row in rows]
    return {state.name.lower(): states.count(state.name.lower()) for state in State}


def losses(target: Target, findings: Iterable[Diagnostic]) -> list[tuple[str, str, str]]:
    """What was said of it in this course: message, first place, code; each once."""
    found = ((f.message, place(f.span), f.rule.code) for f in findings if f.target == target.name)
    return list(dict.fromkeys(found))


def place(span: Span) -> str:
    """File and line."""
    return f"{span.path}:{span.line}" if span.line else span.path
