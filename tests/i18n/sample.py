"""The sample course, `tests/courses/first-loaf`: English, with two whole catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from i18n.courses import in_language, loaded, messages, packages
from moocbuild.diagnostics import Collector
from moocbuild.i18n.po import catalogue_path, read_catalogue
from moocbuild.model.course import Course
from moocbuild.model.spellings import without_accents
from moocbuild.package import Package
from moocbuild.words import words
from whole.courses import root
from whole.wording import WORD, Wording

SAMPLE = root("first-loaf")
LANGUAGES = ("fr", "de")
LISTED = """
    Weighs and mixes a dough by its proportions.
    Tells by touch and sight when a dough has risen enough.
    Bakes a loaf safely and tells when it is done.
    Millrace Baking School Millrace Jonas Mia CC-BY-4.0 B B.1 B.2 B.3 English français Deutsch
"""
"""What is the same in every language: item statements as printed, names, codes, the licence."""
IDS = frozenset({"first", "loaf", "oven", "sunday", "morning", "bread", "en", "fr", "de"})
"""Words of ids and tags, where formats show them."""
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""As answers may be typed."""
_HIDDEN = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)")
"""Names of notes, and addresses."""


@cache
def course(language: str) -> Course:
    """The course in one language, of which nothing is a warning."""
    found = loaded(SAMPLE)
    assert found.course is not None
    if language == "en":
        return found.course
    report = Collector(strict=True)
    made = in_language(found, language, report)
    assert not report.found, report.found
    return made


@cache
def made(language: str) -> Mapping[str, Package]:
    """What all targets make of it."""
    return packages(course(language))


def translations(language: str) -> Iterator[str]:
    """What its translator wrote for learners, in the catalogue and in files of the language."""
    file = loaded(SAMPLE).tree.texts[catalogue_path(language)]
    for entry in read_catalogue(file, Collector()).entries.values():
        yield _HIDDEN.sub(" ", entry.done)
    for path in sorted((SAMPLE / "media").glob(f"*.{language}.*")):
        yield re.sub(r"<[^>]*>", " ", path.read_text("utf-8"))


def folded(text: str) -> set[str]:
    """Its words, as `Wording` compares them."""
    return {word.casefold() for word in WORD.findall(without_accents(text))}


@cache
def known(language: str) -> frozenset[str]:
    """Words that somebody wrote in this language, and those that are English everywhere."""
    written = list(translations(language))
    typed = [each.translate(_TWO_LETTERS) for each in written]
    own = set().union(*map(folded, [*written, *typed]))
    return frozenset(own | folded(LISTED))


@cache
def wording(language: str) -> Wording:
    """Allows what is in the language, and what is listed."""
    return Wording(known(language) | IDS, language, ())


@cache
def english(language: str) -> frozenset[str]:
    """Words that are English and nothing else: no learner in another language may meet them."""
    written = set().union(*(folded(message.words) for message in messages(loaded(SAMPLE))))
    return frozenset((written | interface("en")) - interface(language) - known(language))


@cache
def interface(language: str) -> frozenset[str]:
    """All words of the interface."""
    forms = (form for word in words(language).known.values() for form in word.forms.values())
    return frozenset(word for form in forms for word in folded(form))
