"""Numbers as people write them: one spelling for pages, packages and messages."""

from __future__ import annotations

from decimal import Decimal


def spelled(number: float) -> str:
    """A number without an exponent and without needless zeros: 3.5, 1234567, 0.0000125."""
    written = format(Decimal(repr(number)), "f")
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written in ("-0", "") else written


def spelled_range(low: float, high: float) -> str:
    """From one number to another, or the one where both are the same: `3.5 – 4`."""
    return spelled(low) if low == high else f"{spelled(low)} \N{EN DASH} {spelled(high)}"


def middle(low: float, high: float) -> float:
    """Half way between two numbers, exact in decimals."""
    return float((Decimal(repr(low)) + Decimal(repr(high))) / 2)


def half_width(low: float, high: float) -> float:
    """How far both are from their middle, exact in decimals."""
    return float((Decimal(repr(high)) - Decimal(repr(low))) / 2)
