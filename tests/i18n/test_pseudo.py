"""Round trip: extract, translate without a translator, merge, build. Nothing stays behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from i18n.courses import REFERENCE, loaded, packages, pseudo_course
from moocbuild.diagnostics import Collector, Severity
from moocbuild.i18n.pseudo import pseudo
from moocbuild.model.course import Course
from moocbuild.model.spellings import without_accents
from moocbuild.model.text import text, walk, words_of
from moocbuild.model.walk import texts
from moocbuild.source.contacts import confirmed_words
from whole.courses import root
from whole.pieces import pieces
from whole.wording import ELSEWHERE, WORD, Wording

OTHER = {"hand-hygiene": "fr", "fractions": "en", "git-basics": "fr", "bicycle": "fr"}
DOCUMENT = re.compile(r"!word/")
"""Files of media are no texts of a course: `guide.fr.docx` stands in the place of `guide.docx`."""
KEPT = (
    "authors",
    "code",
    "cite",
    "country",
    "doi",
    "licence",
    "number",
    "operator",
    "org",
    "printed",
    "source",
    "statement",
    "expected",
)
"""Values of YAML files that are names, addresses, numbers, citations and item statements."""


class Pseudo(Wording):
    """Allows words of the interface, what is pseudo, and what no translator changes."""

    def __init__(self, course: Course, kept: Iterable[str]) -> None:
        found = {word.casefold() for said in kept for word in WORD.findall(said)}
        author = found | {without_accents(word) for word in found}
        super().__init__(author, course.language, () if course.has_help else ELSEWHERE)
        slots = confirmed_words(course.contacts, course.countries, course.language).values()
        self._slots = [text(slot).plain for slot in slots]

    def allows(self, piece: str, depth: int = 0) -> bool:
        """Placeholders are words of the interface within those of an author."""
        for slot in self._slots if not depth else ():
            piece = re.sub(r"\s+", " ", piece).replace(slot, " ")
        return super().allows(piece, depth)

    def _written(self, text: str) -> bool:
        return all(self._known(word) for word in WORD.findall(text))

    def _known(self, word: str) -> bool:
        folded = without_accents(word).casefold()
        known = word.casefold() in self.author or folded in self._months
        return known or word.isdecimal() or pseudo(word).strip("⟦⟧") == word


def kept(course: Course, folder: Path) -> Iterator[str]:
    """What is the same in every language."""
    for path in sorted((folder / "course").glob("*.yml")):
        yield from _values(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".svg", ".csv", ".tsv", ".vtt") and "dist" not in path.parts:
            yield re.sub(r"<!--.*?-->|</?[a-z][^>]*>", " ", path.read_text("utf-8"))
    for page in course.pages():
        for each in texts(page):
            found = list(walk(each.nodes))
            yield from (words_of(e[2]) for e in found if e[0] in ("code", "pre", "math"))
            yield from (str(v) for e in found for k, v in e[1] if k in ("tex", "href"))
    yield from (page.id for page in course.pages())
    for question in course.questions():
        for told in getattr(question.interaction, "answers", ()):
            yield pseudo(getattr(told, "text", ""))  # also as people spell it without accents
    yield "doi"
    ids = (course.id, course.org, course.framework.id, course.version, course.language)
    yield " ".join((*ids, course.licence))


def _values(found: object, key: str = "") -> Iterator[str]:
    if isinstance(found, Mapping):
        for name, value in found.items():
            yield from _values(value, key if key in KEPT else str(name))
    elif isinstance(found, list):
        for value in found:
            yield from _values(value, key)
    elif isinstance(found, str) and key in KEPT:
        yield found


def foreign(folder: Path, language: str) -> set[tuple[str, str, str]]:
    """What stands in packages of a translated course and is in another language."""
    original = loaded(folder).course
    assert original is not None
    course = made(folder, language)
    allowed = Pseudo(course, kept(original, folder))
    judged: dict[str, bool] = {}
    found = set()
    for target, package in packages(course).items():
        for place, said in pieces(package):
            if said not in judged:
                judged[said] = allowed.allows(said)
            if not judged[said] and not DOCUMENT.search(place):
                found.add((target, place, said))
    assert len(judged) > 100
    return found


@cache
def made(folder: Path, language: str) -> Course:
    report = Collector()
    course = pseudo_course(folder, language, report)
    assert [d for d in report.found if d.rule.severity is Severity.ERROR] == []
    return course


@pytest.mark.parametrize("name", OTHER)
def test_every_text_is_translated(name: str) -> None:
    assert foreign(root(name), OTHER[name]) == set()


@pytest.mark.audit
def test_every_text_of_the_reference_course_is_translated() -> None:
    assert foreign(REFERENCE, "fr") == set()
