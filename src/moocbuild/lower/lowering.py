"""What each degradation exports, and what becomes of features where some apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from moocbuild.diagnostics import Report, Rule
from moocbuild.model.course import Course
from moocbuild.target import KEPT, Fate, Feature, Target


class Lowering(Protocol):
    """One file of lower/. RULE: its note. FATES: what becomes of features where it applies.

    ORDER: when it is taken, lower ones first. FEATURE: what it is for, told by its own note; None
    where it takes nothing away.
    """

    @property
    def ORDER(self) -> int: ...  # noqa: D102, N802

    @property
    def RULE(self) -> Rule: ...  # noqa: D102, N802

    @property
    def FEATURE(self) -> Feature | None: ...  # noqa: D102, N802

    @property
    def FATES(self) -> Mapping[Feature, Fate]: ...  # noqa: D102, N802

    def applies(self, target: Target) -> bool:
        """Whether this target needs it, whatever the course holds."""
        ...

    def lower(self, course: Course, target: Target, report: Report) -> Course:
        """The course as the target can carry it; the very same one where nothing is to do."""
        ...


def fates(target: Target, lowerings: Iterable[Lowering]) -> Mapping[Feature, Fate]:
    """Every feature: what the target says of it, else what a lowering makes of it.

    What a lowering is for is kept where it does not apply. Raises LookupError where neither says
    anything.
    """
    found: dict[Feature, Fate] = {}
    for lowering in lowerings:
        if lowering.applies(target):
            found |= {
                feature: _because(fate, target.reasons.get(feature))
                for feature, fate in lowering.FATES.items()
            }
        elif lowering.FEATURE is not None:
            found.setdefault(lowering.FEATURE, KEPT)
    found |= target.fates
    untold = [feature.name for feature in Feature if feature not in found]
    if untold:
        raise LookupError(f"{target.name} says nothing of {', '.join(untold)}")
    return {feature: found[feature] for feature in Feature}


def _because(fate: Fate, reason: str | None) -> Fate:
    return replace(fate, how=f"{reason}: {fate.how}") if reason else fate
