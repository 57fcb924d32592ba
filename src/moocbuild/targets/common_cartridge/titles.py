"""Titles that fit: Moodle's import stops at names of more than 255 characters."""

from __future__ import annotations

LONGEST = 240
"""Moodle 4.5 and 5.1 put words of their own around a quiz's title."""


def shortened(title: str, ending: str = "") -> str:
    """`title` and `ending` in at most LONGEST characters, on one line; the ending stays whole."""
    title = " ".join(title.split()) or "…"
    ending = ending if len(ending) < LONGEST // 2 else f"{ending[: LONGEST // 2]}…)"
    room = LONGEST - len(ending)
    return (title if len(title) <= room else title[: room - 1].rstrip() + "…") + ending
