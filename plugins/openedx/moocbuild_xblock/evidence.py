"""What answers and choices show of each competency: pure functions.

The rules are those of the course's other packages; tests/evidence/*.json holds the golden vectors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from moocbuild_xblock.rules import RULES

Kind = Literal["quiz", "final", "scenario"]
State = Literal["unseen", "emerging", "developing", "shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One answer, or one simulation. share: 0 to 1. main: whether `item` is its first one."""

    item: str
    kind: Kind
    share: float
    points: float = 1.0
    main: bool = True

    @property
    def weight(self) -> float:
        """Points: fewer for items that are not the main one, more in a final assessment."""
        rank = 1.0 if self.main else RULES.secondary
        return RULES.weights[self.kind] * rank * self.points


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of one item. share: earned of possible. questions, scenes: pieces by sort."""

    earned: float
    possible: float
    questions: int
    scenes: int
    state: State

    @property
    def share(self) -> float:
        """0 where nothing was possible."""
        return self.earned / self.possible if self.possible else 0.0


def evidence_of(pieces: Iterable[Piece], in_final: Collection[str]) -> dict[str, Evidence]:
    """Evidence by item. in_final: items that a final question asks for."""
    by_item: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_item.setdefault(piece.item, []).append(piece)
    return {item: _evidence(found, item in in_final) for item, found in by_item.items()}


def run_shares(signs: Iterable[tuple[str, int]]) -> dict[str, float]:
    """What one way through a simulation shows: (item, 0 to 2) of its choices → share by item."""
    most, values = RULES.choice, dict[str, list[int]]()
    for item, value in signs:
        values.setdefault(item, []).append(value)
    return {item: sum(found) / (most * len(found)) for item, found in values.items()}


def mean(shares: Mapping[str, float]) -> float:
    """What a run is worth as a whole: its items count the same. 0 without any."""
    return sum(shares.values()) / len(shares) if shares else 0.0


def _evidence(pieces: list[Piece], in_final: bool) -> Evidence:
    earned = sum(piece.weight * piece.share for piece in pieces)
    possible = sum(piece.weight for piece in pieces)
    scenes = sum(piece.kind == "scenario" for piece in pieces)
    questions = len(pieces) - scenes
    kinds = {piece.kind for piece in pieces}
    many = not in_final and questions >= RULES.questions
    broad = len(kinds) >= RULES.kinds or many
    share = earned / possible if possible else 0.0
    return Evidence(
        earned=earned,
        possible=possible,
        questions=questions,
        scenes=scenes,
        state=_state(len(pieces), share + RULES.nearly, broad),
    )


def _state(pieces: int, share: float, broad: bool) -> State:
    if pieces < RULES.pieces:
        return "unseen"
    if share < RULES.developing:
        return "emerging"
    return "shown" if share >= RULES.shown and broad else "developing"
