"""A whole course in a language of its own words, and in one that has none."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector
from moocbuild.player.html import dialect, script
from moocbuild.targets import targets
from moocbuild.words import _read, languages, words
from small_course import read
from words.greek import course_files
from words.said import Said, said

TARGETS = [name for name, target in targets().items() if target.content or "moodle" in name]
LATIN = re.compile(r"[A-Za-z]{3,}")
KNOWN = re.compile(
    r"moocbuild:minimal|CC0-1\.0|Find a Helpline|Befrienders Worldwide|findahelpline\.com"
    r"|befrienders\.org|Book2020|\.txt\b|\{\w+\}"
    r"|\bsuicide\b|\$course\$/top|A book about listening|\bminimal\b"
)
"""Latin letters of the author's, of names, and of addresses."""


def fullwidth(text: str) -> str:
    """English with letters that no English text has: `Ｃｈｅｃｋ`. Places stay."""
    pieces = re.split(r"(\{\w+\})", text)
    return "".join(p if p.startswith("{") else _wide(p) for p in pieces)


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in text)


def wide(value: object) -> object:
    if isinstance(value, dict):
        return {key: wide(each) for key, each in value.items()}
    return fullwidth(value) if isinstance(value, str) else value


def forget() -> None:
    facts = (languages.files, languages._known, languages._verdicts, languages._affirming)
    for each in (*facts, words, _read, script.script, script.part, dialect.dialect):
        each.cache_clear()


@pytest.fixture
def one_more_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language added by one file."""
    english = json.loads((languages.FOLDER / "en.json").read_text("utf-8"))
    made = {**{k: wide(v) for k, v in english.items()}, "facts": english["facts"]}
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "en.json").write_text(json.dumps(english), "utf-8")
    (folder / "xx.json").write_text(json.dumps(made), "utf-8")
    monkeypatch.setattr(languages, "FOLDER", folder)
    forget()
    yield "xx"
    monkeypatch.undo()
    forget()


def test_the_example_of_contributing_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", guide, re.S)
    (tmp_path / "pl.json").write_text(example, "utf-8")
    shutil.copy(languages.FOLDER / "en.json", tmp_path)
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    forget()
    say = words("pl")
    pages = [say("page.unit_pages", n=n) for n in (1, 3, 12)]
    rest = say.content("page.check")
    answer = languages.truth("Prawda")
    monkeypatch.undo()
    forget()
    assert pages == ["1 strona", "3 strony", "12 stron"]
    assert rest == ("span", (("lang", "en"),), ("Check",), 0), "what is missing is in English"
    assert answer == "true"


def test_a_language_of_one_region_is_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = json.loads((languages.FOLDER / "en.json").read_text("utf-8"))
    made = {**{k: wide(v) for k, v in english.items()}, "facts": english["facts"]}
    (tmp_path / "en.json").write_text(json.dumps(english), "utf-8")
    (tmp_path / "pt-BR.json").write_text(json.dumps(made), "utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    forget()
    try:
        assert words("pt-BR").foreign == "" and words("pt").foreign == "en"
        assert words("pt-BR")("page.check") == wide(words("pt")("page.check"))
        assert (words("pt-BR").number(0.5), words("pt").number(0.5)) == ("0.5", "0,5")
    finally:
        monkeypatch.undo()
        forget()


def read_by_learners(root: Path, language: str, target: str) -> list[Said]:
    course, report = read(root, course_files(language))
    assert not [found for found in report.found if found.rule.code == "MB226"] or language == "el"
    (variant,) = variants(course, BuildRequest((target,)), Collector())
    return list(said(variant.target.render(variant.course)))


def latin(each: Said) -> str:
    return " ".join(LATIN.findall(KNOWN.sub("", each.text)))


@pytest.mark.parametrize("target", TARGETS)
def test_a_language_is_one_file(target: str, one_more_language: str, tmp_path: Path) -> None:
    found = read_by_learners(tmp_path / "course", one_more_language, target)
    assert any("Ｎ" in each.text for each in found), "the new words are said"
    assert [each for each in found if latin(each)] == []


@pytest.mark.parametrize("target", TARGETS)
def test_english_words_say_so_in_a_course_without_words(target: str, tmp_path: Path) -> None:
    found = read_by_learners(tmp_path / "course", "el", target)
    ours = [each for each in found if latin(each) and each.markup]
    assert ours or target == "moodle-competencies"
    assert [each for each in ours if each.language != "en"] == []
    greek = [each for each in found if re.search("[α-ω]{3,}", each.text) and each.markup]
    assert [each for each in greek if each.language not in ("el", "")] == []
