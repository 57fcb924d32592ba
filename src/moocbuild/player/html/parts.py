"""Which scripts are joined in which file of the package.

Knows names only; how they are joined is script.py's, which page needs which is the pages'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

FIRST = ("first.js",)
"""What cannot wait for the page, and no more; an edition's finders are behind it."""
CORE = (
    "dom.js",
    "score.js",
    "state.js",
    "report.js",
    "parts.js",
    "start.js",
    "judge.js",
    "question.js",
)
"""After the adapters, when the page is there. Each may use what those before it declare: they
share one function.

Questions are among them, as nearly every lesson has some: one file compresses better than two.
"""
SEARCH = ("search_way.js",)
"""Behind the core, in an edition that searches."""
_SCRIPTS = Path(__file__).parent.parent / "scripts"
_AFTER = re.compile(r"After: ([\w. ]+?) *\*/")


def _kinds() -> Mapping[str, tuple[str, ...]]:
    """A part for each file of scripts/kinds, with what it says that it comes after."""
    found = {
        file.name: _AFTER.search(file.read_text("utf-8")) for file in _SCRIPTS.glob("kinds/*.js")
    }
    return {
        name: (*(after[1].split() if after else ()), f"kinds/{name}")
        for name, after in sorted(found.items())
    }


PARTS: Mapping[str, tuple[str, ...]] = {
    **_kinds(),
    "quiz.js": ("quiz.js", "quiz_place.js"),
    "evidence.js": ("evidence.js",),
    "scenario.js": ("walk.js", "scenario.js"),
    "journal.js": ("journal.js",),
    "writing.js": ("download.js", "writing.js"),
    "competencies.js": ("download.js", "competencies.js"),
    "completion.js": ("completion.js",),
    "home.js": ("home.js",),
    "card.js": ("card.js",),
    "search.js": ("find_pages.js", "search.js"),
    "help.js": ("keep_look.js", "help.js"),
    "later.js": (
        "navigation.js",
        "keep_look.js",
        "settings.js",
        "menu.js",
        "offline.js",
        "tabs.js",
        "before.js",
        "reveal.js",
    ),
}
"""Files of the package and what is joined in them. A part uses the core and parts above it.

The core loads help.js, where a page leads to help, and later.js itself when a page is there; that
loads journal.js where there is something to write. Others are asked for by the pages. Kinds of
questions come first, as quizzes use what they declare.
"""
