"""The scripts of packages are those of `scripts/`, and can be read by browsers."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from compile_scripts import NoTerserError, _common, _declared, _files, _joined, _used, compiled
from moocbuild.player.html.edition import EDITIONS, Edition
from moocbuild.player.html.parts import CORE, FIRST, PARTS, SEARCH
from moocbuild.player.html.script import COMPILED, WORDS, first_script, part, script
from player.node import run


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_no_name_stands_twice(edition: Edition) -> None:
    """What is joined shares one scope, where the last one of a name silently wins."""
    files = {
        *FIRST,
        *edition.finders,
        *edition.adapters,
        *CORE,
        *SEARCH,
        *(file for part in PARTS.values() for file in part),
    }
    names = [
        name
        for file in sorted(files)
        for name in re.findall(
            r"^(?:async )?function (\w+)", (COMPILED.parent / "scripts" / file).read_text(), re.M
        )
    ]
    assert len(names) > 130
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_compiled_scripts_are_not_behind_their_sources() -> None:
    try:
        wanted = compiled()
    except NoTerserError as error:
        pytest.skip(f"no terser to compile with: {error}")
    found = {path.name: path.read_text("utf-8") for path in COMPILED.glob("*.js")}
    assert found == wanted, "run 'make scripts'"


def test_no_name_is_left_that_nobody_declares() -> None:
    """Terser shortens every name that a file declares or takes; a whole one would be a global."""
    firsts, cores, parts = _files()
    texts = (*firsts.values(), *cores.values(), *parts.values())
    names = {name for text in texts for name in _declared(text) if len(name) > 3}
    # Called, spread or asked for something; not a method `name(){`, not a value of a text.
    used = re.compile(r"(?:(?<![.\w$`'\" -])|(?<=\.\.\.))(\w+)(?:\((?![^()]*\)\{)|\.|\[|\))")
    for path in COMPILED.glob("*.js"):
        left = {*used.findall(path.read_text("utf-8"))} & names
        assert (path.name, left) == (path.name, set())


def test_help_needs_the_core_alone() -> None:
    """It is there before every other part, and also where these do not come."""
    firsts, cores, _ = _files()
    core = _common(firsts) | _common(cores)
    mine = _joined(PARTS["help.js"])
    elsewhere = {name for part in PARTS for name in _declared(_joined(PARTS[part]))}
    assert (_used(mine) & elsewhere) - core - _declared(mine) == set()


@pytest.mark.parametrize("language", ["en"])
def test_every_file_is_valid(language: str) -> None:
    texts = [script(edition, language).decode() for edition in EDITIONS]
    texts += [part(name, language).decode() for name in PARTS]
    texts += [first_script(edition).decode() for edition in EDITIONS]
    assert not [text for text in texts if WORDS in text]
    assert run((), "given.forEach((text) => new Function(text)); return 1;", texts) == 1


def test_words_go_with_the_scripts_that_say_them() -> None:
    assert b"Stop here" not in script(EDITIONS[0], "en")
    assert b"Stop here" in part("scenario.js", "en")
