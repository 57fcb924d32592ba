"""What a search looks through, and that it is found as its index was made."""

from __future__ import annotations

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Course
from moocbuild.player.html.edition import NONE, SCORM_12
from moocbuild.player.html.search import folded, searchable
from moocbuild.player.html.site import files
from player.node import run

TEXTS = [
    "Où est l’Éclair ?",
    "Straße 12, 3½",
    "المُعلِّم",
    "日本語のPython 3",
    "snake_case",
    "한국어 학습",
]


@pytest.fixture
def course() -> Course:
    return make.course(
        make.lesson(make.prose("Les élèves apprennent vite"), key="m/one"),
        make.quiz(make.question("q", make.single("*secret", "b"))),
    )


def test_words_are_folded_as_the_script_folds_them() -> None:
    js = run(("find_pages.js",), "return given.map(searchWords);", TEXTS)
    assert js == [folded(text) for text in TEXTS]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("eleves", [1]),
        ("ÉLÈ app", [1]),
        ("eleves nowhere", []),
        ("secret", []),
        ("", []),
        (".*", []),
    ],
)
def test_pages_are_found_by_the_beginnings_of_all_words(
    course: Course, asked: str, found: list[int]
) -> None:
    index = searchable(course)
    given = {"pages": index.pages, "words": index.words, "asked": asked}
    assert run(("find_pages.js",), "return searched(given, given.asked);", given) == found


def test_a_page_named_so_comes_first() -> None:
    index = {"pages": [["a", "A", ""], ["b", "Silence", ""]], "words": "silence:0,1"}
    assert run(("find_pages.js",), "return searched(given, 'silen');", index) == [1, 0]


def test_only_an_edition_without_a_platform_searches(course: Course) -> None:
    assert "search.js" in files(course, NONE)
    assert "search.js" not in files(course, SCORM_12)
