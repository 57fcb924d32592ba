"""The sample course in French and German: nothing is left in English."""

from __future__ import annotations

import pytest

from i18n.courses import loaded, messages
from i18n.sample import (
    LANGUAGES,
    LISTED,
    SAMPLE,
    course,
    english,
    folded,
    made,
    translations,
    wording,
)
from moocbuild.model.question import (
    GapsInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    TextEntryInteraction,
)
from whole.pieces import pieces


def test_it_has_what_a_translator_meets() -> None:
    found = course("en")
    asked = {type(question.interaction) for question in found.questions() if question.scored}
    assert {
        NumericEntryInteraction,
        TextEntryInteraction,
        GapsInteraction,
        OrderInteraction,
    } <= asked
    assert len(list(found.questions())) > 10
    assert len(messages(loaded(SAMPLE))) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    done = course(language).translation
    assert done is not None and done.done == done.total > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_word_is_left(language: str) -> None:
    allowed, judged = wording(language), dict[str, bool]()
    found = set()
    for target, package in made(language).items():
        for place, text in pieces(package):
            if text not in judged:
                judged[text] = allowed.allows(text)
            if not judged[text]:
                found.add((target, place, text))
    assert found == set()
    assert len(judged) > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_english_is_found(language: str) -> None:
    allowed = wording(language)
    for text in ("Check your answer", "The dough needs more time.", "Flour", "0.7 % of the flour"):
        assert not allowed.allows(text), text
        assert folded(text) & english(language), text
    assert not folded(LISTED) & english(language)
    assert not {word for each in translations(language) for word in folded(each)} & english(
        language
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_of_a_language_stand_in_the_place_of_others(language: str) -> None:
    read = {n: made(language)["web"].read(n) for n in made(language)["web"].names() if "/" in n}
    for name in ("morning.svg", "fold.vtt"):
        stem, end = name.split(".")
        own = (SAMPLE / "media" / f"{stem}.{language}.{end}").read_text("utf-8")
        said = next(
            line
            for line in own.split("\n")
            if "Falten" in line or "Replier" in line or line.startswith("(")
        )
        assert any(said.encode() in content for content in read.values()), name
