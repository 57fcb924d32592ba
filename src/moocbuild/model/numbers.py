"""Numbers as people write them: one spelling for pages, packages and messages."""

from __future__ import annotations

from decimal import Decimal

_EXACT = 1e16
"""Below it Python writes numbers without an exponent, and whole ones are exact."""


def spelled(number: float) -> str:
    """A number without an exponent and without needless zeros: 3.5, 1234567, 0.0000125."""
    if abs(number) < _EXACT and number == int(number):
        return str(int(number))
    return format(Decimal(repr(number)), "f")


def spelled_range(low: float, high: float) -> str:
    """From one number to another, or the one where both are the same: `3.5 – 4`."""
    return spelled(low) if low == high else f"{spelled(low)} \N{EN DASH} {spelled(high)}"


def middle(low: float, high: float) -> float:
    """Half way between two numbers, exact in decimals."""
    return float((Decimal(repr(low)) + Decimal(repr(high))) / 2)


def half_width(low: float, high: float) -> float:
    """How far both are from their middle, exact in decimals."""
    return float((Decimal(repr(high)) - Decimal(repr(low))) / 2)
