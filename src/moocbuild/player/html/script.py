"""The player's scripts: a few lines that run before a page is drawn, a core that every page loads
when it is there, and parts that only some pages need.

Classic scripts and no modules: modules are dead on `file://`, in an opaque sandbox and where a
server calls them text. They lie here as they were compiled from `scripts/` (`make scripts`); what
is left to do is to put in the words that they say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from moocbuild.player.html.data import js
from moocbuild.player.html.edition import Edition
from moocbuild.player.html.parts import LATER
from moocbuild.words import words

COMPILED = Path(__file__).parent.parent / "compiled"
FIRST = "first.js"
"""The only script that a page names as one: it loads the others."""
WORDS = "MOOCBUILD_WORDS"
"""Stands in a compiled script where its words belong."""
_LEVELS = ("level_unseen", "level_emerging", "level_developing", "level_shown")
_SHARED = ("mark_good", "mark_part", "mark_off", "quiz_place", *_LEVELS, "check", "colon")
"""Words that scripts share with the pages."""
_NUMBER = "numberFirst"
"""Gives an example of a number, with the decimal sign of the course's language."""
_MARKS = frozenset({"lang", "dir"})
_SPELLED = re.compile(r'"(\w+)"')


@cache
def script(edition: Edition, language: str) -> bytes:
    """player.js: the adapter for one LMS API and the core, which starts when all is declared."""
    return _filled(core_file(edition), language)


@cache
def first_script(edition: Edition) -> bytes:
    """first.js: what runs before the page is drawn. It says no words."""
    return (COMPILED / first_file(edition)).read_bytes()


@cache
def part(name: str, language: str) -> bytes:
    """One of `PARTS`. Beside a core of another release it does nothing."""
    return _filled(name, language)


@cache
def later_script(edition: Edition, language: str) -> bytes:
    """later.js: what every page of an edition loads when it can be read."""
    own = "before.js" if edition.platform else "worker.js"
    return part(LATER, language) + part(own, language)


def first_file(edition: Edition) -> str:
    """The name of what an edition's pages run first, among the compiled scripts."""
    return f"first.{edition.name}.js"


def core_file(edition: Edition) -> str:
    """The name of an edition's core among the compiled scripts."""
    return f"player.{edition.name}.js"


def spelled(text: str) -> frozenset[str]:
    """The words of the interface that a script says: each is spelled where it is said."""
    return frozenset(_SPELLED.findall(text))


@cache
def script_words(language: str) -> Mapping[str, str]:
    """The words that scripts say, and where these are not in the course's language, in which."""
    say = words(language)
    own = [key for key in say.known if key.startswith("script.")]
    keys = (*(f"page.{name}" for name in _SHARED), *own)
    found = {key.partition(".")[2]: say(key) for key in keys} | say.marks()
    return found | {_NUMBER: say(f"script.{_NUMBER}", number=say.number(3.5))}


def _filled(name: str, language: str) -> bytes:
    return filled((COMPILED / name).read_text("utf-8"), language)


def filled(text: str, language: str) -> bytes:
    """A script with the words in it that it says."""
    said = spelled(text)
    mine = {key: word for key, word in script_words(language).items() if key in said | _MARKS}
    return text.replace(WORDS, js(mine)).encode()
