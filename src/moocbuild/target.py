"""What a target says of itself. Apart from `targets/`, so that importing it makes no cycle."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import BinaryIO

from moocbuild.model.course import Course
from moocbuild.model.question import Feature, Interaction
from moocbuild.package import Package
from moocbuild.package.zip import write_zip
from moocbuild.values import dataclass

__all__ = [
    "KEPT",
    "Fate",
    "Feature",
    "Packer",
    "State",
    "Target",
    "degraded",
    "lost",
]


class State(enum.Enum):
    """Whether a feature is carried. word: in a sentence. mark: in a table."""

    KEPT = "kept", "yes"
    DEGRADED = "degraded", "in part"
    LOST = "lost", "no"

    def __init__(self, word: str, mark: str) -> None:
        self.word, self.mark = word, mark


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a feature, and how or why in words where it is not kept."""

    state: State
    how: str = ""

    @property
    def kept(self) -> bool:
        """Whether it is carried whole."""
        return self.state is State.KEPT


KEPT = Fate(State.KEPT)


def degraded(how: str) -> Fate:
    """Carried in another form, said in `how`."""
    return Fate(State.DEGRADED, how)


def lost(why: str) -> Fate:
    """Not carried, said in `why`."""
    return Fate(State.LOST, why)


Packer = Callable[[Package, BinaryIO], None]
"""Writes a package to an empty, seekable stream: the same package, the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One kind of package.

    name: what --target takes, never renamed. interactions: what its renderer table knows.
    fates: what becomes of features here; one that is left to a lowering has none, and
    `lower.features` has them all. reasons: why such a feature is left to it, where that is to be
    said before what the lowering does. quiz_size: questions that a quiz must have exactly, 0 for
    any number. shares: what an option may be worth, () for anything. narrow_numbers: whether a
    typed number is one range with a decimal point. named_by_org: whether the author's organisation
    is part of the course's name. captions_by_name: whether the names of their languages decide
    which captions are shown first. surveys_apart: whether survey questions stand in quizzes of
    their own. render: pure, no disk, clock or network.
    switches: whether a package may have several languages, and a switch between them.
    content: False for what carries no course content at all, as the export of a framework: then
    nothing is degraded or said to be lost. on_request: built only where it is named.
    """

    name: str
    title: str
    suffix: str
    interactions: frozenset[type[Interaction]]
    fates: Mapping[Feature, Fate]
    render: Callable[[Course], Package]
    reasons: Mapping[Feature, str] = field(default_factory=dict)
    pack: Packer = write_zip
    quiz_size: int = 0
    shares: tuple[float, ...] = ()
    narrow_numbers: bool = False
    named_by_org: bool = False
    captions_by_name: bool = False
    surveys_apart: bool = False
    content: bool = True
    switches: bool = False
    on_request: bool = False

    @property
    def asks(self) -> bool:
        """Whether it can ask anything; else questions are there to read."""
        return bool(self.interactions)

    def keeps(self, feature: Feature) -> bool:
        """Whether it carries a feature whole, by its own account."""
        return self.fates.get(feature) == KEPT
