"""Places: every word that learners read stands at one, with its file and line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from hostile.run import run
from moocbuild.model.blocks import blocks, exact
from moocbuild.model.course import Course
from moocbuild.model.options import ROWS
from moocbuild.model.places import module_places, places_of, text_hash, words_of_place
from moocbuild.model.question import NumericEntryInteraction
from moocbuild.model.text import Text, element, text
from moocbuild.model.walk import texts
from review.sheets import COURSES, MOST, SMALL, course_at
from small_course import read


@pytest.fixture(params=MOST, ids=lambda root: root.name)
def course(request: pytest.FixtureRequest) -> Course:
    return course_at(request.param)


def test_every_word_has_a_place(course: Course) -> None:
    said = {word for place in places_of(course) for word in words_of_place(place).split()}
    for module in course.units():
        for page in module.pages():
            for each in texts(page):
                missing = set(exact(each, typed=True).split()) - said
                assert not missing, (page.id, missing)


def test_ids_are_unique_and_lines_are_known(course: Course) -> None:
    places = [*places_of(course)]
    assert len({place.id for place in places}) == len(places)
    for place in places:
        assert place.span.line >= 1, place
        assert place.span.path.endswith(".md")


def test_a_line_has_the_words(course: Course) -> None:
    """The first word of a paragraph stands on the line that its place names."""
    for place in places_of(course):
        if place.kind in ("paragraph", "item", "heading") and not place.inside:
            root = next(r for r in COURSES if course_at_is(r, course))
            line = (root / place.span.path).read_text("utf-8").split("\n")[place.span.line - 1]
            first = words_of_place(place).split()[0]
            if first.isalpha():
                assert first in line, place


def course_at_is(root: Path, course: Course) -> bool:
    settings = (root / "course" / "course.yml").read_text("utf-8")
    return f"id: {course.id}\n" in settings


def test_what_a_text_is_taken_apart_into() -> None:
    alert = element("alert", element("p", "Wait."), kind="tip", line=4)
    inner = element("ul", element("li", "two"), line=7)
    listed = element("ul", element("li", element("p", "one"), inner, line=6), line=6)
    found = [*blocks(text("loose ", element("em", "words"), alert, listed, element("hr")))]
    assert [(b.kind, exact(b.text), b.inside, b.level) for b in found] == [
        ("paragraph", "loose words", (), 0),
        ("paragraph", "Wait.", ("tip",), 0),
        ("item", "one", (), 1),
        ("item", "two", (), 2),
    ]
    assert [b.line for b in found][2:] == [6, 7]


def test_formulas_are_compared_as_written_and_shown_as_typed(tmp_path: Path) -> None:
    course = course_at(SMALL[0])
    (place,) = (p for p in places_of(course) if p.id == "lire/la-tarte#:1")
    assert "3/8" in words_of_place(place)
    assert "$\\frac{3}{8}$" in exact(place.text)


def test_an_unknown_interaction_tells_its_own_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    course = course_at(SMALL[0])
    before = [place.id for place in places_of(course)]
    monkeypatch.setattr("moocbuild.model.options.ROWS", replace(ROWS, number=None))
    assert NumericEntryInteraction not in replace(ROWS, number=None).known
    assert [place.id for place in places_of(course)] == before


# --- the hash of a text ------------------------------------------------------------------------

LESSON = "course/01-listening/01-silence.md"
QUIZ = "quizzes/01-listening.md"


def hash_of(root: Path, changes: dict[str, tuple[str, str]] | None = None) -> str:
    files = {}
    for path, (old, new) in (changes or {}).items():
        before = (root / path).read_text("utf-8")
        assert old in before
        files[path] = before.replace(old, new)
    for path, words in files.items():
        (root / path).write_text(words, "utf-8")
    (module,) = course_at(root).units()
    return text_hash(module)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    read(tmp_path / "c")
    return tmp_path / "c"


def test_it_tells_texts_apart(root: Path) -> None:
    seen = [hash_of(root)]
    lesson = (root / LESSON).read_text("utf-8")
    assert "looking for words" in lesson
    seen.append(hash_of(root, {LESSON: ("looking for words", "looking for the words")}))
    seen.append(hash_of(root, {QUIZ: ("- [ ] Ask about", "- [ ] `0.5` Ask about")}))
    seen.append(hash_of(root, {QUIZ: ("She has room.", "There is room.")}))
    assert len(set(seen)) == len(seen)


def test_it_does_not_mind_ids_line_ends_and_emphasis(root: Path) -> None:
    before = hash_of(root)
    same = {
        LESSON: ("A gap is not empty.", "A gap\nis  *not* empty."),
        QUIZ: ("- [ ] Ask about her tablets.", "* [ ] Ask about her tablets."),
    }
    assert hash_of(root, same) == before
    shutil.rmtree(root / "course" / "locale", ignore_errors=True)
    assert run("ids", "-C", str(root), "--write").status == 0
    assert hash_of(root) == before


def test_the_hash_is_the_same_in_every_version() -> None:
    """Rows of reviews.yml hang on it: with another one, all reviews would look outdated."""
    hashes = {root.name: text_hash(next(course_at(root).units())) for root in SMALL}
    assert hashes == {
        "fractions": "3e2aa2b19a09596674d0912690fd7a9b",
        "bicycle": "0d428839f8756878446626a2edf2e629",
        "git-basics": "9a7adcf7c9728c87f6d7ea5e8c9cea56",
    }


def test_places_of_a_module_are_those_of_its_pages() -> None:
    course = course_at(SMALL[2])
    for module in course.units():
        pages = {page.id for page in module.pages()}
        assert {place.page for place in module_places(module)} == pages


def test_a_text_without_words_has_no_place() -> None:
    assert [*blocks(Text((" \n", element("hr"))))] == []
