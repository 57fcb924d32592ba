"""Words within a course's own language, and within one that has no words of its own."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from moocbuild.model.text import EMPTY, Content, element, text
from moocbuild.words import words

DAY = datetime.date(2026, 5, 1)


@pytest.mark.parametrize(
    ("language", "foreign", "marks", "rtl"),
    [
        ("en", "", {}, False),
        ("en-GB", "", {}, False),
        ("fr", "", {}, False),
        ("fr-BE", "", {}, False),
        ("de", "", {}, False),
        ("ar", "", {}, True),
        ("no", "", {}, False),
        ("it", "en", {"lang": "en"}, False),
        ("he", "en", {"lang": "en", "dir": "ltr"}, True),
    ],
)
def test_what_is_marked(language: str, foreign: str, marks: dict[str, str], rtl: bool) -> None:
    say = words(language)
    assert (say.foreign, say.marks(), say.right_to_left) == (foreign, marks, rtl)
    title = say("about.title")
    expected = element("span", title, **marks) if marks else title  # type: ignore[arg-type]
    assert say.content("about.title") == expected
    assert say.heading("about.title") == (text(expected) if foreign else EMPTY)
    assert say.ours("x") == (element("span", "x", **marks) if marks else "x")  # type: ignore[arg-type]
    assert say.ours("") == ""


@pytest.mark.parametrize(
    ("language", "marks"),
    [("it", {"lang": "it"}), ("he", {"lang": "he", "dir": "rtl"}), ("fr", {}), ("en", {})],
)
def test_an_author_s_words_keep_their_language(language: str, marks: dict[str, Any]) -> None:
    say = words(language)

    def own(said: str) -> Content:
        return element("bdi", said, **marks) if marks else said

    last = " et " if language == "fr" else " and "
    assert say.quoted("x") == own("x")
    assert say.listed([]) == ""
    assert say.listed(["a"]) == own("a")
    assert say.listed(["a", "b"]) == text(own("a"), last, own("b"))
    assert say.listed(["a", "b", "c"]) == text(own("a"), ", ", own("b"), last, own("c"))


@pytest.mark.parametrize(
    ("items", "joined", "either", "ou"),
    [
        ([], "", "", ""),
        (["a"], "a", "a", "a"),
        (["a", "b"], "a, b", "a or b", "a ou b"),
        (["a", "b", "c"], "a, b, c", "a, b or c", "a, b ou c"),
    ],
)
def test_lists_of_characters(items: list[str], joined: str, either: str, ou: str) -> None:
    assert (words("en").joined(items), words("en").either(items)) == (joined, either)
    assert (words("it").joined(items), words("it").either(items)) == (joined, either)
    assert words("fr").either(items) == ou


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "2026-05-01", "2026-05-02"),
        ("fr", "1er mai 2026", "2 mai 2026"),
        ("fr-BE", "1er mai 2026", "2 mai 2026"),
        ("de", "1. Mai 2026", "2. Mai 2026"),
        ("no", "1. mai 2026", "2. mai 2026"),
        ("it", "2026-05-01", "2026-05-02"),
    ],
)
def test_days(language: str, first: str, second: str) -> None:
    say = words(language)
    assert (say.date(DAY), say.date(DAY.replace(day=2))) == (first, second)


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [("en", "3.5", "1 – 2.5"), ("fr", "3,5", "1 – 2,5"), ("it", "3,5", "1 – 2,5")],
)
def test_numbers(language: str, one: str, several: str) -> None:
    assert (words(language).number(3.5), words(language).number(1, 2.5)) == (one, several)
    assert words(language).number(3, 0) != words(language).number(3)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["0 items", "1 item", "2 items"]),
        ("fr", ["0 compétence", "1 compétence", "2 compétences"]),
        ("ro", ["0 competențe", "1 competență", "2 competențe"]),
        ("it", ["0 items", "1 item", "2 items"]),
    ],
)
def test_forms_by_number(language: str, forms: list[str]) -> None:
    assert [words(language)("framework.items", n=n) for n in range(3)] == forms


def test_a_word_that_is_nowhere() -> None:
    say = words("fr")
    assert "about.title" in say and "about.nothing" not in say and "facts.date" not in say
    with pytest.raises(KeyError):
        say("about.nothing")
    with pytest.raises(AssertionError, match="changes with a number"):
        say("framework.items", n="many")
