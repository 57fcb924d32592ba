"""What files of words say of their languages is what CLDR says, by Babel; or it says why not."""

from __future__ import annotations

import datetime
import re

import pytest

from moocbuild.model.language import autonym
from moocbuild.model.text import text
from moocbuild.words import words
from moocbuild.words.languages import category, decimal, facts, files
from words.test_files import LANGUAGES, entries, forms

core = pytest.importorskip("babel.core")
dates = pytest.importorskip("babel.dates")
lists = pytest.importorskip("babel.lists")
localedata = pytest.importorskip("babel.localedata")
DAYS = [datetime.date(2026, month, day) for month in range(1, 13) for day in (1, 2, 11, 28)]
QUOTES = {
    **{"en": "“”", "de": "„“", "ro": "„”"},
    **dict.fromkeys(("fr", "es", "nb", "ca", "ar"), "«»"),
}
"""CLDR's `delimiters`, of which Babel has none; Arabic in print has «», where CLDR has ”“."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_take_the_form_that_cldr_says(language: str) -> None:
    """Up to a million, where `many` begins in French, Spanish and Catalan."""
    form = core.Locale.parse(language).plural_form
    for number in (*range(1_000), *range(999_000, 1_000_000, 7), 12_345, 100_001):
        assert category(language, number) == form(number), number
    assert category(language, 0) in {*facts(language).plural, "other"}


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_days_are_written_as_cldr_writes_them(language: str) -> None:
    """English keeps 2026-11-28, which nobody reads as another day."""
    ours = [words(language).date(day) for day in DAYS]
    theirs = [dates.format_date(day, "long", locale=language) for day in DAYS]
    if language == "fr":  # "1er mars", as people write; CLDR has no ordinal there
        theirs = [re.sub(r"^1 ", "1er ", day) for day in theirs]
    assert ours == theirs


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_joined_as_cldr_joins_them(language: str) -> None:
    say, items = words(language), ["Ana", "Bo", "Cy"]
    told = text(say.listed(items)).plain, say.either(items)
    cldr = tuple(
        lists.format_list(items, style=style, locale=language) for style in ("standard", "or")
    )
    if language == "en":  # "a, b and c", as in the rest of our English: CLDR's is American
        cldr = tuple(re.sub(r",(?= (?:and|or) )", "", each) for each in cldr)
    if language == "ar":  # commas, as in print: CLDR repeats "and", and "or"
        cldr = tuple(re.sub("^Ana (?:و|أو )", "Ana، ", each) for each in cldr)
    assert told == cldr


TAGS = [
    tag.replace("_", "-")
    for tag in localedata.locale_identifiers()
    if autonym(tag.partition("_")[0]) and not re.search(r"_[A-Z][a-z]{3}", tag)
]


def test_the_decimal_sign_is_cldrs_for_every_language_that_has_a_name() -> None:
    """But for English, which has a point everywhere: its words are the same in all countries."""
    assert len(TAGS) > 300
    told = {tag: decimal(tag) for tag in TAGS if not tag.startswith("en")}
    cldr = {
        tag: core.Locale.parse(tag, sep="-").number_symbols.get("latn", {}).get("decimal")
        for tag in told
    }
    assert {tag: (told[tag], cldr[tag]) for tag in told if told[tag] != cldr[tag]} == {}
    assert {decimal(tag) for tag in TAGS if tag.startswith("en")} == {"."}


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en", "fr"}))
def test_percent_signs_stand_as_cldr_has_them(language: str) -> None:
    """English has a blank of its own, French a narrower one."""
    pattern = core.Locale.parse(language).percent_formats[None].pattern
    assert entries(language)["change.percent"] == pattern.replace("#,##0", "{n}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    left, right = QUOTES[language]
    for key, said in entries(language).items():
        for form in forms(said):
            marks = re.findall('[„“”«»"‹›]', form)
            assert marks == [left, right] * (len(marks) // 2), key
    assert set(files()) == set(QUOTES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_and_days_come_whole_or_not_at_all(language: str) -> None:
    own = facts(language)
    assert len(own.months) == (12 if own.date else 0)
    assert own.decimal in (".", ",")
