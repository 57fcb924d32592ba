"""Characters that nobody sees, and what is said where one stands in data."""

from __future__ import annotations

import re

from moocbuild.diagnostics import Rule, Severity

HIDDEN_IN_DATA = Rule(
    "MB021",
    "hidden-character-in-data",
    Severity.ERROR,
    """An answer, an id or a setting contains an invisible character. It can make a wrong answer
look right, or one id look like another. Delete it.""",
    remedy="delete it",
)
HIDDEN_CHARACTERS = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def hidden_message(char: str) -> str:
    """Which character it is."""
    return f"an invisible character (U+{ord(char):04X})"
