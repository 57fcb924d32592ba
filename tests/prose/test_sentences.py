"""Where sentences end, what a word is, and how hard a text is to read."""

from __future__ import annotations

import pytest

from moocbuild.diagnostics import Span
from moocbuild.prose.languages import has_spaces, language
from moocbuild.prose.passages import NO_WORD, Passage
from moocbuild.prose.sentences import lix, sentences

AT = Span("course/01-m/01-p.md", 1)


def lengths(words: str, tag: str = "en", **more: bool) -> list[int]:
    found = sentences([Passage(words, AT, **more)], tag)
    return [len(sentence.words) for sentence in found]


@pytest.mark.parametrize(
    ("words", "tag", "found"),
    [
        ("One two. Three!", "en", [2, 1]),
        ("One two.Three", "en", [1 + 1]),
        ("“One.” Two", "en", [1, 1]),
        ("One (two.) Three", "en", [2, 1]),
        ("Ask, e.g. Lina. She knows", "en", [3, 2]),
        ("See Dr. Almeida and J. Smith. Go", "en", [6, 1]),
        ("She says no. If so, go", "en", [3, 3]),
        ("See no. 5 and fig. 3. Go", "en", [6, 1]),
        ("Il aime l’art. Elle, non", "fr", [3, 2]),
        ("Es ist z. B. hier. Und", "de", [5, 1]),
        ("Wait… and go", "en", [3]),
        ("Wait… And go", "en", [1, 2]),
        ("“Why?” she asked. He left", "en", [3, 2]),
        ("One\ntwo three.\nFour", "en", [3, 1]),
        ("On 3.5 km, at 10.30. Then", "en", [5, 1]),
        ("don’t well-known l’école", "fr", [3]),
        (f"Write {NO_WORD} or {NO_WORD}. Then", "en", [2, 1]),
        ("هل تسمع؟ نعم", "ar", [2, 1]),
        ("...", "en", []),
    ],
)
def test_sentences(words: str, tag: str, found: list[int]) -> None:
    assert lengths(words, tag) == found


def test_headings_are_no_sentences() -> None:
    assert lengths("One two. Three", heading=True) == []


def test_a_sentence_knows_where_it_begins() -> None:
    _, second = sentences([Passage("One. Two three.", AT)], "en")
    assert second.passage.words[second.start :].strip() == "Two three."


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("One two three four.", 4),
        ("One two. Three four.", 2),
        ("Sentence one. Two three", 2 + 25),  # sentence: eight letters
        ("peer-support a", 2 + 50),
        ("l’école a", 2),
        ("", 0),
    ],
)
def test_lix(words: str, measure: int) -> None:
    """Words a sentence, and how many of a hundred have more than six letters in one piece."""
    assert lix(list(sentences([Passage(words, AT)], "fr"))) == measure


def test_languages() -> None:
    assert language("fr-BE") is language("fr")
    assert language("no") is language("nb")
    assert language("xx").normal == 0
    assert [has_spaces(tag) for tag in ("en", "zh-Hans", "th")] == [True, False, False]
    for tag in ("en", "fr", "de", "es", "nb", "ro", "ca"):
        known = language(tag)
        assert known.links and known.pictures and known.shortened
        assert 40 < known.normal < 80
