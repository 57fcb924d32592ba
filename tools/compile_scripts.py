"""Compiles the player's scripts: `make scripts` writes what packages carry.

Reads src/moocbuild/player/scripts, joins them as player/parts.py says, has terser shorten them,
and writes src/moocbuild/player/compiled, one file a name. They are kept under version control,
since who builds a course needs no Node. A test tells when they are behind their sources.

Every file is one function. What they declare for each other travels in arrays, so that terser
may shorten every name: its place there is fixed here, for all files at once. What runs first
leaves one for the core, and the core one for parts: without it, these do nothing. What a part
takes from another file is looked up when it is called, since requests are lost, and that file may
come later.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from moocbuild.model.evidence import RULES
from moocbuild.player.html.edition import EDITIONS, NONE, Edition
from moocbuild.player.html.parts import CORE, FILES, FIRST, PARTS, SEARCH
from moocbuild.player.html.script import (
    COMPILED,
    WORDS,
    core_file,
    first_file,
    script_words,
    spelled,
)

SOURCES = COMPILED.parent / "scripts"
TESTS = Path(__file__).parents[1] / "tests" / "player"
OPTIONS = {
    "compress": {"passes": 3, "ecma": 2018, "unsafe_arrows": True, "inline": 1},
    "mangle": True,
    "format": {"comments": False},
}
_TOP = re.compile(r"^(function|const|let) (\w+)", re.M)
_NAME = re.compile(r"(?:(?<![.\w$])|(?<=\.\.\.))[A-Za-z_]\w*")
_NO_NAMES = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:[^\"\\\n$]|\\.|\$(?!\{))*\"", re.S)
"""Comments and texts: what they name is not used. `"${name}"` stands within a template."""
_TERSER = """
import {readFileSync} from "node:fs";
import {minify} from "terser";
const {files, options, numbers} = JSON.parse(readFileSync(0, "utf8"));
const out = {};
for (const [name, text, platform] of files) {
  options.compress.global_defs = Object.assign({PLATFORM: platform}, numbers);
  out[name] = (await minify(text, options)).code;
}
process.stdout.write(JSON.stringify(out));
"""


def numbers() -> dict[str, object]:
    """What stands for `RULES.…` in a script, as terser wants it: dotted names."""
    found: dict[str, object] = {}
    for name, value in RULES.values().items():
        found[f"RULES.{name}"] = value
        for key, number in value.items() if isinstance(value, dict) else ():
            found[f"RULES.{name}.{key}"] = number
    return found


class NoTerserError(RuntimeError):
    """Node or the npm packages of tests/player are not there."""


def compiled() -> dict[str, str]:
    """What should lie in `COMPILED`, by file name. Raises NoTerserError."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    if node is None or not (TESTS / "node_modules" / "terser").is_dir():
        raise NoTerserError("make dev, then npm --prefix tests/player ci")
    given = json.dumps({"files": list(wrapped()), "options": OPTIONS, "numbers": numbers()})
    run = subprocess.run(
        [node, "--input-type=module", "-e", _TERSER],
        input=given,
        cwd=TESTS,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return {name: f"{text}\n" for name, text in json.loads(run.stdout).items()}


def wrapped() -> Iterator[tuple[str, str, bool]]:
    """Every file's name, its text before it is shortened, and its PLATFORM."""
    firsts, cores, parts = _files()
    shared, mark = _shared(firsts, cores, parts), _mark(firsts, cores, parts)
    core = _common(firsts) | _common(cores)
    texts = zip(EDITIONS, firsts.items(), cores.items(), strict=True)
    for edition, (first, text), (name, core_text) in texts:
        early = _early(text, cores, parts)
        yield first, _first(text, early, mark), edition.platform
        yield name, _core(core_text, early, shared, mark), edition.platform
    for name, text in parts.items():
        later = _elsewhere(name, text, parts) - core
        taken = f"{_taken(text, shared, later)}{_called(shared, later)}"
        # Functions first: what a part wakes at its end may call them.
        early = _given(text, shared, core, "function")
        inner = f"{taken}{_said(text)}{early}{text}{_given(text, shared, core, 'const')}"
        wall = f'"use strict";if(!$)return;{inner}'
        yield name, f"(function($){{{wall}}})((window.moocbuild||0).{mark});", True


def core_with(adapter: str) -> str:
    """The core with another adapter, given as text; the parts as they are compiled go with it."""
    firsts, cores, parts = _files()
    shared, mark = _shared(firsts, cores, parts), _mark(firsts, cores, parts)
    early = _early(firsts[first_file(NONE)], cores, parts)
    text = _core(adapter + _joined(CORE), early, shared, mark)
    return f"const PLATFORM=true,RULES={json.dumps(RULES.values())};{text}"


_Texts = Mapping[str, str]


def _files() -> tuple[_Texts, _Texts, _Texts]:
    """The text of each file: those that run first, cores, parts."""
    return (
        {first_file(each): _joined((*FIRST, *each.finders)) for each in EDITIONS},
        {core_file(each): _joined(_of_core(each)) for each in EDITIONS},
        {name: _joined(files) for name, files in PARTS.items()},
    )


def _of_core(edition: Edition) -> tuple[str, ...]:
    return (*edition.adapters, *CORE, *(SEARCH if edition.searches else ()))


def _first(text: str, early: list[str], mark: str) -> str:
    """Leaves an array of its own for the core, under the mark and a zero."""
    inner = (
        f'"use strict";{text}(window.moocbuild=window.moocbuild||{{}}).{mark}0=[{",".join(early)}]'
    )
    return f"(function(){{{inner}}})();"


def _core(text: str, early: list[str], shared: list[str], mark: str) -> str:
    """Takes that array, and gives parts theirs under the mark itself."""
    mine = _declared(text) | {*early, "words"}
    given = ",".join(name for name in shared if name in mine)
    said = f'"use strict";if(!$)return;const [{",".join(early)}]=$,words={WORDS};{text}'
    return (
        f"(function($){{{said}course.{mark}=[{given}];start()}})((window.moocbuild||0).{mark}0);"
    )


def _early(first: str, cores: _Texts, parts: _Texts) -> list[str]:
    """Names that cores and parts take from a file that runs first."""
    wanted = {name for text in (*cores.values(), *parts.values()) for name in _used(text)}
    mine = _declared(first) & wanted
    return sorted(mine - {name for text in cores.values() for name in _declared(text)})


def _shared(firsts: _Texts, cores: _Texts, parts: _Texts) -> list[str]:
    """Names that parts take from others, the core's first, the most wanted of them first."""
    core = _common(firsts) | _common(cores) | {"words"}
    wanted: Counter[str] = Counter()
    for text in parts.values():
        wanted.update(_used(text) - _declared(text))
    given = {name for text in parts.values() for name in _declared(text)}
    found = sorted(
        (name for name in wanted if name in core | given), key=lambda name: (-wanted[name], name)
    )
    return [n for n in found if n in core] + [n for n in found if n not in core]


def _common(texts: _Texts) -> frozenset[str]:
    """What is declared in every edition."""
    return frozenset.intersection(*(_declared(text) for text in texts.values()))


def _elsewhere(name: str, text: str, parts: _Texts) -> frozenset[str]:
    """Functions of parts in other files that a part uses. Values cannot be looked up late."""
    near = {each for file in FILES.values() if name in file for each in file}
    far = "".join(other for each, other in parts.items() if each not in near)
    functions = {word for kind, word in _TOP.findall(far) if kind == "function"}
    return frozenset(functions & (_used(text) - _declared(text)))


def _called(shared: list[str], later: frozenset[str]) -> str:
    return "".join(
        f"const {name}=(...all)=>$[{place}](...all);"
        for place, name in enumerate(shared)
        if name in later
    )


def _taken(text: str, shared: list[str], later: frozenset[str]) -> str:
    """`const [find,,say]=$;` of what a part uses and does not declare itself."""
    used = _used(text) - _declared(text) - later
    places = [name if name in used else "" for name in shared]
    while places and not places[-1]:
        places.pop()
    return f"const [{','.join(places)}]=$;"


def _said(text: str) -> str:
    return f"Object.assign(words,{WORDS});" if spelled(text) & {*script_words("en")} else ""


def _given(text: str, shared: list[str], core: frozenset[str], kind: str) -> str:
    mine = {name for found, name in _TOP.findall(text) if found == kind} - core
    return "".join(f"$[{place}]={name};" for place, name in enumerate(shared) if name in mine)


def _used(text: str) -> set[str]:
    """Names that a script may use of others; some are its own, further in."""
    return {*_NAME.findall(_NO_NAMES.sub(" ", text)), "words"}


def _declared(text: str) -> frozenset[str]:
    """What a script declares for all; a name whose value may be exchanged is not for others."""
    return frozenset(name for kind, name in _TOP.findall(text) if kind != "let")


def _mark(*files: _Texts) -> str:
    """A part beside a core of another release finds nothing under its mark, and does nothing."""
    texts = (text for each in files for text in each.values())
    return "p" + hashlib.sha256("\n".join(texts).encode()).hexdigest()[:6]


def _joined(names: Iterable[str]) -> str:
    return "".join((SOURCES / name).read_text("utf-8") + "\n" for name in names)


def main() -> None:
    """Compiles every script of the player into its place."""
    files = compiled()
    COMPILED.mkdir(exist_ok=True)
    for old in COMPILED.glob("*.js"):
        if old.name not in files:
            old.unlink()
    for name, text in files.items():
        (COMPILED / name).write_text(text, "utf-8")
    print(f"{len(files)} files, {sum(map(len, files.values()))} bytes in {COMPILED.name}/")


if __name__ == "__main__":
    main()
