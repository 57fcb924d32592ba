"""Which scripts are compiled together, and in which file of a package they lie.

Knows names only; how they are joined is script.py's, which page needs which is the pages'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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


def _after(file: Path) -> tuple[str, ...]:
    """What a script says in its head that it comes after."""
    found = _AFTER.search(file.read_text("utf-8"))
    return tuple(found[1].split()) if found else ()


_KINDS = {file.name: _after(file) for file in sorted(_SCRIPTS.glob("kinds/*.js"))}
"""Kinds of questions, and what each comes after."""
_SHARED_BY_KINDS = tuple(dict.fromkeys(name for names in _KINDS.values() for name in names))
_LEARNER = {
    "home.js": (),
    "completion.js": (),
    "download.js": (),
    "competencies.js": ("download.js",),
    "journal.js": (),
    "writing.js": ("journal.js", "download.js"),
}
_LATER = (
    "navigation.js",
    "keep_look.js",
    "settings.js",
    "menu.js",
    "offline.js",
    "tabs.js",
    "reveal.js",
)
_ALONE: Mapping[str, tuple[str, ...]] = {
    "quiz.js": ("quiz.js", "quiz_place.js"),
    "evidence.js": ("evidence.js",),
    "scenario.js": ("walk.js", "scenario.js"),
    "card.js": ("card.js",),
    "search.js": ("find_pages.js", "search.js"),
    "help.js": ("keep_look.js", "help.js"),
}
PARTS: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in _SHARED_BY_KINDS},
    **{name: (f"kinds/{name}",) for name in _KINDS},
    **_ALONE,
    **{name: (name,) for name in _LEARNER},
    "later.js": _LATER,
    "before.js": ("before.js",),
    "worker.js": ("worker.js",),
}
"""Parts of the player, and the scripts that are compiled as one in each. Kinds of questions come
first, as quizzes use what they declare.

A part uses the core, parts before it in the same file, and functions of other files, which must
be there by the time that it calls them.
"""
_NEEDS: Mapping[str, tuple[str, ...]] = {**_KINDS, **_LEARNER}
KINDS, LEARNER, LATER = "kinds.js", "learner.js", "later.js"
FILES: Mapping[str, tuple[str, ...]] = {
    KINDS: (*_SHARED_BY_KINDS, *_KINDS),
    **{name: (name,) for name in _ALONE},
    LEARNER: tuple(_LEARNER),
    LATER: ("later.js", "before.js", "worker.js"),
}
"""Files of a package, and the parts that may lie in each, in this order: those that the course
uses (later.js: its edition). Small parts compress badly alone, and each would be a request.

The core loads help.js, where a page leads to help, and later.js itself when a page is there; that
loads learner.js where there is something to write. Others are asked for by the pages.
"""
_FILE_OF = {part: file for file, parts in FILES.items() for part in parts}


def files_of(parts: Iterable[str]) -> tuple[str, ...]:
    """The files in which these parts lie, in an order that works."""
    found = {_FILE_OF[part] for part in parts}
    return tuple(file for file in FILES if file in found)


def parts_in(file: str, used: Iterable[str]) -> tuple[str, ...]:
    """The parts of a file that a course has which uses these."""
    wanted = {*used}
    wanted |= {name for part in wanted for name in _NEEDS.get(part, ())}
    return tuple(part for part in FILES[file] if part in wanted)
