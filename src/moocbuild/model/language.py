"""Facts about language tags: the primary one, the direction of writing."""

from __future__ import annotations

RIGHT_TO_LEFT = frozenset(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"])


def primary(language: str) -> str:
    """`fr-BE` → `fr`."""
    return language.replace("_", "-").partition("-")[0].lower()


def direction(language: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` wants it."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"
