"""Which scripts are joined in which file of the package.

Knows names only; how they are joined is script.py's, which page needs which is the pages'.
"""

from __future__ import annotations

from collections.abc import Mapping

CORE = (
    "dom.js",
    "score.js",
    "state.js",
    "report.js",
    "parts.js",
    "start.js",
    "judge.js",
    "question.js",
    "journal.js",
)
"""After the adapters. Each may use what those before it declare: they share one function.

Questions and journals are among them, as nearly every lesson has both: one file compresses better
than three.
"""
PARTS: Mapping[str, tuple[str, ...]] = {
    "entry.js": ("score_entries.js", "entry.js"),
    "match.js": ("score_rows.js", "row_feedback.js", "match.js"),
    "order.js": ("score_rows.js", "row_feedback.js", "draw.js", "order.js"),
    "quiz.js": ("quiz.js",),
    "evidence.js": ("evidence.js",),
    "scenario.js": ("walk.js", "scenario.js"),
    "writing.js": ("download.js", "writing.js"),
    "competencies.js": ("download.js", "competencies.js"),
    "completion.js": ("completion.js",),
    "home.js": ("home.js",),
    "later.js": ("navigation.js", "settings.js", "menu.js", "help.js", "offline.js"),
}
"""Files of the package and what is joined in them. A part uses the core and parts above it.

The core loads later.js itself when a page is there; others are asked for by the pages.
"""
