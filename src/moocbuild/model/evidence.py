"""The numbers by which answers and choices are evidence of a competency.

They stand here alone. The player's scripts get them when they are compiled (`make scripts`), the
plugins for Moodle and Open edX as a file (`make rules`); golden vectors in tests/evidence prove
that all count the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, field

from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """weights: of the points of each kind of evidence. secondary: of an item that is not a
    question's first one. choice: most points of a choice in a simulation.

    pieces: so many must there be, or nothing is said. developing, shown: least shares. For "shown"
    evidence must be broad: of so many `kinds`, or from so many `questions` where no final question
    asks for the item. nearly: sums of shares such as a third miss whole numbers by less.
    path: most choices in one way through a simulation; loops are allowed, endless ones are not.
    How a learner walks through one: tests/evidence/walks.json.
    """

    weights: Mapping[str, float] = field(
        default_factory=lambda: {"quiz": 1, "scenario": 1, "final": 1.5}
    )
    secondary: float = 0.5
    choice: int = 2
    pieces: int = 2
    developing: float = 0.5
    shown: float = 0.8
    kinds: int = 2
    questions: int = 3
    nearly: float = 1e-9
    path: int = 500

    def quiz_weight(self, *, final: bool) -> float:
        """What the points of a quiz count in the course's score."""
        return self.weights["final" if final else "quiz"]

    def values(self) -> dict[str, object]:
        """All of them by name, as they go to scripts and plugins."""
        return asdict(self)


RULES = Rules()
