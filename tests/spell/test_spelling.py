"""Spelling: which words count, which dictionary is taken, and what happens without one."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from common_cartridge import hand_made as make
from moocbuild.checks.misspelt import NoSpellerError, check_spelling
from moocbuild.cli import run
from moocbuild.diagnostics import Span
from moocbuild.model.course import Lesson, Module, Settings
from moocbuild.model.text import Text, element, paragraph, text
from moocbuild.model.wording import Wording
from moocbuild.prose.course_prose import Prose
from moocbuild.spell import hunspell
from moocbuild.spell.dictionaries import dictionary

needs_hunspell = pytest.mark.skipif(
    importlib.util.find_spec("hunspell") is None, reason="the extra `spell` is not installed"
)


class Few:
    """A dictionary of a few words."""

    key = "few"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def knows(self, word: str) -> bool:
        self.asked.append(word)
        return word.lower() in {"a", "gap", "room", "don't", "well", "known", "ready"}

    def near(self, word: str) -> Sequence[str]:
        return ["gap", "room", "ready", "well"] if word == "gpa" else []


AT = Span("course/01-m/01-p.md", 1)


def prose(words: Text, wording: Wording = Wording()) -> Prose:  # noqa: B008 - never changed
    page = Lesson(id="m/p", title="A gap", parts=(words,), span=AT)
    module = Module(id="m", title="A gap", welcome=page, span=AT)
    settings = Settings(wording=wording)
    course = replace(make.course(), modules=(module,), glossary=(), settings=settings)
    return Prose(course, lambda _: "")


def found(words: str, *, asked: bool | None = True, **wording: object) -> list[str]:
    said = prose(text(paragraph(words)), Wording(**wording))  # type: ignore[arg-type]
    findings = check_spelling(said, lambda *_: Few(), asked)
    return [f"{each.message} | {each.help}" for each in findings]


@pytest.mark.parametrize(
    "words",
    [
        "a gap",
        "Gap",
        "don’t",
        "well-known",
        "gap's room’s",
        "GPA",
        "GitHub",
        "x2 2nd 12,5",
        "gpa@xyz.test www.gpa.com gpa/xyz file_name gpa.txt",
        "a x b",
    ],
)
def test_right_words(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize("words", ["gpa", "a gpa, a gap"])
def test_a_wrong_word(words: str) -> None:
    told = "write 'gap' or 'room' or 'ready', or add it to course/words.txt"
    assert found(words) == [f"'gpa' is not in the dictionary | {told}"]


def test_one_finding_a_word() -> None:
    told = "correct it, or add it to course/words.txt"
    assert found("xyz xyz’s Lina xyz") == [
        f"'xyz' is not in the dictionary (3 times) | {told}",
        f"'Lina' is not in the dictionary | {told}",
    ]


def test_the_course_has_words_of_its_own() -> None:
    assert found("xyz Xyz’s Lina", accepted=("xyz", "Lina Lok")) == []


@pytest.mark.parametrize(
    ("asked", "spelling", "looked"),
    [(None, False, 0), (None, True, 1), (True, False, 1), (False, True, 0)],
)
def test_who_decides(asked: bool | None, spelling: bool, looked: int) -> None:
    assert len(found("gpa", asked=asked, spelling=spelling)) == looked


def test_code_and_other_languages_do_not_count() -> None:
    words = text(
        paragraph(element("code", "gpa"), " a ", element("em", "gpa xyz", lang="fr")),
        element("pre", element("code", "gpa")),
    )
    assert not list(check_spelling(prose(words), lambda *_: Few(), True))


def test_without_a_dictionary_there_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(hunspell, "folders", lambda: iter([tmp_path]))
    run(["check", "--spell", "-C", "tests/courses/fractions", "--format", "concise"])
    notes = [line for line in capsys.readouterr().out.split("\n") if "MB377" in line]
    assert len(notes) == 1
    assert ": note[MB377] spelling is not looked at: " in notes[0]


def test_without_the_extra_there_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "MODULE", "no_such_module")
    with pytest.raises(NoSpellerError, match="the extra 'spell' is missing") as raised:
        hunspell.speller("en", "", Path())
    assert "chunspell" in raised.value.help


def _install(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.aff").write_text("SET UTF-8\n")
        (folder / f"{name}.dic").write_text("2\ngap\nécole\n")


@pytest.mark.parametrize(
    ("tag", "asked", "name"),
    [
        ("en-GB", "", "en_GB"),
        ("en", "", "en_US"),
        ("en", "en_GB", "en_GB"),
        ("en", "en-GB", "en_GB"),
        ("fr-BE", "", "fr"),
        ("fr", "", "fr"),
        ("de", "", "de_DE"),
        ("pt", "", "pt_BR"),
        ("ro", "", None),
        ("fr", "fr_XX", None),
        ("fr", "words/own.dic", None),
    ],
)
def test_the_dictionary_of_a_language(
    tmp_path: Path, tag: str, asked: str, name: str | None
) -> None:
    _install(tmp_path / "a", "en_AU", "en_GB", "en_US", "fr", "de_AT", "de_DE", "pt_BR")
    (tmp_path / "a" / "ro.dic").write_text("1\na\n")  # half of one
    found = dictionary(tag, asked, tmp_path, [tmp_path / "none", tmp_path / "a"])
    assert (found and found.name) == name


def test_a_dictionary_of_the_course_is_in_it(tmp_path: Path) -> None:
    _install(tmp_path / "c" / "course", "own")
    _install(tmp_path, "other")
    assert dictionary("en", "course/own.dic", tmp_path / "c", []) == tmp_path / "c/course/own"
    assert dictionary("en", "../other.dic", tmp_path / "c", []) is None


@needs_hunspell
def test_hunspell_itself(tmp_path: Path) -> None:
    _install(tmp_path / "ü b", "own")
    made = hunspell.Hunspell(tmp_path / "ü b" / "own")
    assert [made.knows(word) for word in ("gap", "école", "Gap", "gpa", "日本")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert "gap" in made.near("gpa")


@needs_hunspell
def test_letters_that_a_dictionary_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "old.aff").write_text("SET ISO8859-1\n")
    (tmp_path / "old.dic").write_bytes("1\nécole\n".encode("latin-1"))
    made = hunspell.Hunspell(tmp_path / "old")
    assert made.knows("école")
    assert not made.knows("łódź")
    assert made.near("łódź") == ()
