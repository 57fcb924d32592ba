"""Shorter scripts do the same; and what cannot be read safely is refused."""

from __future__ import annotations

import pytest

from moocbuild.player.edition import EDITIONS
from moocbuild.player.parts import PARTS
from moocbuild.player.script import part, script, spelled
from moocbuild.player.shorten import names_in, shorten
from player.node import run

SAME = {
    "strings": """const shown = "a // b" + 'it\\'s /* c */'
          + `x ${[1].map((deep) => `${deep}}`)} y`;
        return shown;""",
    "patterns": """const made = {first: 1, second: [2, {third: 3}]};
        const {first, second: [other, {third = 4}], none = 5} = made;
        return {first, other, third, none, made};""",
    "keys": """const item = 1;
        const kind = {item, text: item ? item : 2, take(item) { return item; }};
        return [kind.item, kind.text, kind.take(7), kind["item"]];""",
    "signs": """let count = 1; count++; --count; const minus = - -count; const sum = 1 + +"2";
        return [count, minus, sum, 6 / 2 / 3, /[/"]+/.test('"'), count /2/ 1];""",
    "loops": """const found = []; let left = 3;
        for (const one of [1, 2]) {
          for (let other = 0; other < one; other++) found.push(one * other);
        }
        while (left--) found.push(left);
        try { missing.call(); } catch (error) { found.push(error.name); }
        return found;""",
    "lines": """const one = (value) => {
          return value
            ? "yes"
            : "no";
        }
        const list = [1]
        ;[2].forEach((value) => list.push(value))
        return [one(true), list].concat(one(false))""",
    "functions": """function outer(name, ...rest) { return inner(...rest) + name; }
        function inner(name) { const {length: size} = name; return size; }
        return outer("a", "bcd");""",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_the_same_with_short_names(text: str) -> None:
    text = text.replace("missing.call()", "null.call()")
    short = shorten(f"function all() {{{text}}}", {"all": "A"})
    wanted, found = run((), f"{_body(text)} {short} return [wanted(), A()];", None)
    assert found == wanted
    assert len(short) < len(text)


def _body(text: str) -> str:
    return f"function wanted() {{{text}}}"


def test_a_name_that_nobody_declares() -> None:
    with pytest.raises(ValueError, match="nobody declares lost"):
        shorten("function take(one) { return one + lost; }", {"take": "A"})


def test_names_of_the_browser_and_of_properties_stay() -> None:
    text = "function take(one) { document.title = one.name; setTimeout(take, 1); }"
    assert set(names_in(text)) == {"take", "one"}
    assert shorten(text, {"take": "A"}) == "function A(a){document.title=a.name;setTimeout(A,1);}"


@pytest.mark.parametrize("language", ["en"])
def test_every_file_is_valid(language: str) -> None:
    texts = [script(edition, language).decode() for edition in EDITIONS]
    texts += [part(name, language).decode() for name in PARTS]
    assert run((), "given.forEach((text) => new Function(text)); return 1;", texts) == 1


def test_words_go_with_the_scripts_that_say_them() -> None:
    assert "scenarioStop" in spelled(PARTS["scenario.js"])
    assert b"Stop here" not in script(EDITIONS[0], "en")
    assert b"Stop here" in part("scenario.js", "en")
