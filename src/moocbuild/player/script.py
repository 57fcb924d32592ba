"""The player's scripts: a core that every page loads, and parts that only some pages need.

Classic scripts and no modules: modules are dead on `file://`, in an opaque sandbox and where a
server calls them text. Every file is one function of its own: what it declares, the others get
from it by name, and the window gets no names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from moocbuild.player.data import js
from moocbuild.player.edition import EDITIONS, Edition
from moocbuild.player.parts import CORE, PARTS
from moocbuild.player.shorten import names_in, short_names, shorten
from moocbuild.player.words import script_words

_CORE = "player.js"
_SPELLED = re.compile(r'"(\w+)"')
_TOP = re.compile(r"^(function|const|let) (\w+)", re.M)
_FOLDER = Path(__file__).parent / "scripts"


@dataclass(frozen=True, slots=True)
class _Plan:
    """Over all scripts at once. given: of each file, the names that other files take from it."""

    short: Mapping[str, str]
    given: Mapping[str, Sequence[str]]
    taken: Mapping[str, Sequence[str]]
    mark: str


@cache
def script(edition: Edition, language: str) -> bytes:
    """player.js: the adapter for one LMS API and the core, which starts when all is declared."""
    plan = _plan()
    files = (*edition.adapters, *CORE)
    body = shorten(f"const words={_words(files, language)};{_joined(files)}", plan.short)
    course, begin = plan.short["course"], plan.short["start"]
    end = f"{course}.{plan.mark}={_object(_CORE, plan)};{begin}()"
    return f'(function(){{"use strict";{body}\n{end}}})();\n'.encode()


@cache
def part(name: str, language: str) -> bytes:
    """One of `PARTS`. Beside a core of another release it does nothing."""
    plan = _plan()
    files = PARTS[name]
    words = _words(files, language)
    said = "" if words == "{}" else f"Object.assign({plan.short['words']},{words});"
    taken = f"const {{{','.join(plan.short[n] for n in plan.taken[name])}}}=$;"
    given = f"\nObject.assign($,{_object(name, plan)})" if plan.given[name] else ""
    body = shorten(_joined(files), plan.short)
    core = f"(window.moocbuild||0).{plan.mark}"
    begin = f'(function($){{"use strict";if(!$)return;{taken}{said}'
    return f"{begin}{body}{given}}})({core});\n".encode()


def spelled(files: Iterable[str]) -> frozenset[str]:
    """The words of the interface that scripts say: each is spelled where it is said."""
    return frozenset(_SPELLED.findall(_joined(files)))


@cache
def _plan() -> _Plan:
    """The names of all scripts: what each declares, and what it takes from others."""
    sources = {name: _joined(files) for name, files in PARTS.items()}
    cores = [_joined((*edition.adapters, *CORE)) for edition in EDITIONS]
    used = {name: names_in(text) for name, text in sources.items()}
    tops = {name: _tops(text) for name, text in sources.items()}
    tops[_CORE] = frozenset.intersection(*map(_tops, cores)) | {"words"}
    shared = frozenset().union(*tops.values())
    taken = {name: sorted({*used[name], "words"} & shared - tops[name]) for name in sources}
    wanted = {name for names in taken.values() for name in names}
    every = {name for text in (*cores, *sources.values()) for _, name in _TOP.findall(text)}
    everything = "\n".join((*cores, *sources.values()))
    often = names_in(everything)
    return _Plan(
        short_names({name: often[name] for name in {*every, "words"}}),
        {name: sorted(top & wanted) for name, top in tops.items()},
        taken,
        f"p{hashlib.sha256(everything.encode()).hexdigest()[:6]}",
    )


def _tops(text: str) -> frozenset[str]:
    """What a script declares for all; a name whose value may be exchanged is not for others."""
    return frozenset(name for kind, name in _TOP.findall(text) if kind != "let")


def _object(name: str, plan: _Plan) -> str:
    names = ",".join(plan.short[given] for given in plan.given[name])
    return f"{{{names}}}"


def _words(files: Iterable[str], language: str) -> str:
    said = spelled(files)
    mine = {key: text for key, text in script_words(language).items() if key in said}
    return js(mine)


def _joined(names: Iterable[str]) -> str:
    return "\n".join((_FOLDER / name).read_text("utf-8") for name in names)
