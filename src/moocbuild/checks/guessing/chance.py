"""How many hits chance gives: sums of independent tries, each with a chance of its own."""

from __future__ import annotations

from collections.abc import Iterable

CERTAINTY = 0.95


def at_most(chances: Iterable[float]) -> int:
    """The number of hits that chance does not exceed in 95 of 100 rounds, computed exactly."""
    reached = 0.0
    for hits, share in enumerate(_spread(chances)):
        reached += share
        if reached >= CERTAINTY:
            return hits
    raise ValueError("chances lie between 0 and 1")


def _spread(chances: Iterable[float]) -> list[float]:
    """How likely each number of hits is, from none to all."""
    spread = [1.0]
    for chance in chances:
        missed = [share * (1 - chance) for share in spread]
        hit = [share * chance for share in spread]
        spread = [a + b for a, b in zip([*missed, 0.0], [0.0, *hit], strict=True)]
    return spread
