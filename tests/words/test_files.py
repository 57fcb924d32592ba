"""The files of words: every key is said somewhere, and every language has every key."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import pytest

import moocbuild
from moocbuild.model.question import Feature
from moocbuild.model.text import text
from moocbuild.player.html.script import script_words
from moocbuild.words import languages, words
from moocbuild.words.languages import category, facts, files, truth, writes_comma

SOURCE = Path(moocbuild.__file__).parent
LANGUAGES = sorted(files())
BY_AUTHORS = re.compile(
    r"alert\..*|role\..*|framework\.(overlap|\w+_overlap|exclusive)|feature\..*"
)
"""Named by what an author writes (the kind of an alert, of a help line, of a comparison), or after
a feature.
"""
HOLE = re.compile(r"\{(\w+)\}")
SCRIPTS = sorted((SOURCE / "player" / "scripts").rglob("*.js"))
REPORT = SOURCE / "report" / "templates" / "report.html"
TEMPLATES = sorted((SOURCE / "player" / "templates").glob("*.html"))


def entries(language: str) -> Mapping[str, str | dict[str, str]]:
    return {
        f"{group}.{name}": said
        for group, names in files()[language].items()
        for name, said in names.items()
        if group != "facts"
    }


def forms(said: str | dict[str, str]) -> Iterator[str]:
    yield from [said] if isinstance(said, str) else said.values()


def spelled() -> tuple[set[str], set[str]]:
    """Strings of the program, and beginnings of those that it puts together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
    return whole, {each for each in begun if re.fullmatch(r"[a-z_]+\.[a-z_]*", each)}


def in_templates() -> set[str]:
    views = sorted((SOURCE / "player" / "html").glob("*.py"))
    text = "".join(path.read_text("utf-8") for path in [*TEMPLATES, *views])
    plain = re.findall(r"\bt\.(?!plain|own)(\w+)", text)
    return {*plain, *re.findall(r'\bt(?:\.plain)?\("(\w+)"', text)}


def in_report() -> set[str]:
    return set(re.findall(r'\bt\("(\w+)"', REPORT.read_text("utf-8")))


def in_scripts() -> set[str]:
    said = re.compile(r'"(\w+)"')
    return {word for path in SCRIPTS for word in said.findall(path.read_text("utf-8"))}


def said_keys() -> set[str]:
    whole, begun = spelled()
    templates = {f"page.{name}" for name in in_templates()}
    templates |= {f"report.{name}" for name in in_report()}
    scripts = {f"script.{name}" for name in in_scripts()} | {"page.colon"}
    put_together = {
        key
        for key in entries("en")
        if any(key.startswith(each) and key.removeprefix(each) in whole for each in begun)
    }
    return whole | templates | scripts | put_together


def test_nothing_is_kept_for_nobody() -> None:
    never = set(entries("en")) - said_keys()
    assert {key for key in never if not BY_AUTHORS.fullmatch(key)} == set()


def test_every_word_that_is_said_is_there() -> None:
    whole, _ = spelled()
    groups = "|".join(files()["en"])
    written = {each for each in whole if re.fullmatch(rf"(?:{groups})\.[a-z_]*[a-z]", each)}
    keys = {
        each for each in written if not each.endswith((".js", ".json", ".css", ".html", ".xml"))
    }
    assert len(keys) > 80
    assert keys - set(entries("en")) == set()
    assert {f"report.{name}" for name in in_report()} - set(entries("en")) == set()
    assert in_templates() - {key.partition(".")[2] for key in entries("en")} == set()
    said = re.compile(r"\b(?:say|trouble|tool)\([^\"()]*\"(\w+)\"")
    wanted = {word for path in SCRIPTS for word in said.findall(path.read_text("utf-8"))}
    assert wanted - set(script_words("en")) == set()


def test_features_are_called_in_english_what_the_program_calls_them() -> None:
    said = {f"feature.{each.name.lower()}": each.value for each in Feature}
    assert said == {k: v for k, v in entries("en").items() if k.startswith("feature.")}


def test_a_key_that_is_nowhere_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        words("fr")("page.nothing_of_the_kind")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_same_words_with_the_same_places(language: str) -> None:
    """What it lacks is said in English, and docs/languages.md counts it."""
    own, english = entries(language), entries("en")
    assert set(own) - set(english) == set()
    for key, said in own.items():
        wanted = set(chain.from_iterable(map(HOLE.findall, forms(english[key]))))
        for form in forms(said):
            assert set(HOLE.findall(form)) <= wanted, key
        other = said if isinstance(said, str) else said["other"]
        assert set(HOLE.findall(other)) == wanted, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_are_those_of_the_language(language: str) -> None:
    wanted = {*facts(language).plural, "other"}
    found = [key for key, said in entries(language).items() if not isinstance(said, str)]
    assert found
    for key in found:
        said = entries(language)[key]
        assert isinstance(said, dict) and set(said) == wanted, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_say_nothing_that_changes_with_a_number(language: str) -> None:
    assert all(isinstance(said, str) for said in files()[language]["script"].values())


def test_french_has_its_blanks() -> None:
    for key, said in entries("fr").items():
        for form in forms(said):
            plain = HOLE.sub("x", form)
            assert not re.search("[ \u00a0][;:!?»%]|«[ \u00a0]", plain), (
                f"{key}: an ordinary blank"
            )
            assert not re.search("(?<=[^\\W\\d_])[;!?»]|«(?!\u202f)", plain), f"{key}: no blank"
            assert not re.search(r"\w:(?!//|\w)", plain), f"{key}: no blank"
            assert "'" not in form and "..." not in form, f"{key}: typewriter signs"
            assert "·" not in form, f"{key}: a point in the middle of a word"


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        ("en", 0, "0 pages"),
        ("en", 1, "1 page"),
        ("en", 2, "2 pages"),
        ("fr", 0, "0 page"),
        ("fr-BE", 1, "1 page"),
        ("fr", 2, "2 pages"),
        ("xx", 1, "1 page"),
        ("ro", 0, "0 pagini"),
        ("ro", 1, "1 pagină"),
        ("ro", 19, "19 pagini"),
        ("ro", 20, "20 de pagini"),
        ("ro", 100, "100 de pagini"),
        ("ro", 101, "101 pagini"),
        ("ar", 1, "صفحة واحدة"),
        ("ar", 2, "صفحتان"),
        ("ar", 3, "3 صفحات"),
        ("ar", 11, "11 صفحة"),
        ("ar", 103, "103 صفحات"),
    ],
)
def test_numbers_choose_the_form(language: str, number: int, form: str) -> None:
    assert words(language)("page.unit_pages", n=number) == form


def test_rules_of_plurals_are_cldrs(monkeypatch: pytest.MonkeyPatch) -> None:
    polish = {
        "one": "n = 1",
        "few": "n % 10 = 2..4 and n % 100 != 12..14",
        "many": "n != 1 and n % 10 = 0,1 or n % 10 = 5..9 or n % 100 = 12..14",
    }
    monkeypatch.setattr(languages, "facts", lambda language: facts_of(polish))
    found = {n: category("pl", n) for n in (0, 1, 2, 5, 12, 22, 25, 101, 102, 112)}
    wanted = "many one few many many few many many few many"
    assert list(found.values()) == wanted.split()


def facts_of(plural: Mapping[str, str]) -> object:
    return type(facts("en"))(plural=plural)


def test_languages_fall_back_and_are_no_paths() -> None:
    assert words("xx")("page.check") == words("en")("page.check")
    assert words("../words/fr").foreign == "en"
    assert (words("xx").foreign, words("fr-BE").foreign, words("en-GB").foreign) == ("en", "", "")


def test_lists_dates_and_numbers() -> None:
    import datetime

    english, french = words("en"), words("fr")
    assert text(english.listed(["a", "b", "c"])).plain == "a, b and c"
    assert text(french.listed(["a", "b"])).plain == "a et b"
    assert (english.either(["a", "b"]), french.joined(["a", "b", "c"])) == ("a or b", "a, b, c")
    day = datetime.date(2026, 3, 1)
    assert (english.date(day), french.date(day)) == ("2026-03-01", "1er mars 2026")
    assert (english.number(3.5), french.number(3.5, 4)) == ("3.5", "3,5 – 4")
    assert words("de").number(0.5) == "0,5" and words("ja").number(0.5) == "0.5"


def test_numbers_behind_words_from_right_to_left_run_with_ours() -> None:
    row = words("fa")("question.row", title="چرا؟", n=1, total=3)
    assert row == "چرا؟ (\N{LEFT-TO-RIGHT MARK}1 of \N{LEFT-TO-RIGHT MARK}3)"
    assert words("fa")("page.place", n=1, total=3) == "1 of 3"
    assert words("ar")("question.row", title="ما السبب؟", n=1, total=3) == "ما السبب؟ (1 من 3)"
    assert words("el")("question.row", title="Γιατί;", n=1, total=3) == "Γιατί; (1 of 3)"


def test_opposite_answers_are_known_in_any_language() -> None:
    assert [truth(word) for word in ("True.", "faux", "richtig", "maybe")] == [
        *("true", "false", "true", "")
    ]
    assert writes_comma("fr") and writes_comma("xx") and not writes_comma("en-IE")
