"""Courses that `import` makes of others' cartridges, as native backups on a real Moodle."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from imports import brought, course_at, package_of
from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.question import Question
from moocbuild.model.text import Nodes
from moocbuild.package import read_asset
from systems.moodle.conftest import ROOT
from systems.moodle.site import Site
from systems.moodle.test_backup import KINDS

PACKAGES = ROOT.parent / "shared" / "packages" / "cc"
NAMES = [
    "ccgem_canvas_large_1.3",
    "ccgem_canvas_small_1.1",
    "ccviewer_course-with-associated-content-assignments",
    "ccviewer_multiple-pages",
    "conformed_all-question-types",
]
pytestmark = [
    pytest.mark.lms,
    pytest.mark.skipif(not PACKAGES.is_dir(), reason="needs ../shared/packages"),
]
Facts = dict[str, Any]


@pytest.fixture(scope="module", params=NAMES)
def course(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Course, Path]:
    """A course as Moodle can carry it, and its backup."""
    folder = tmp_path_factory.mktemp("imported")
    brought(folder / "made", PACKAGES / f"{request.param}.imscc")
    backup = folder / "backup.mbz"
    return package_of(course_at(folder / "made"), "moodle", backup), backup


@pytest.fixture(scope="module")
def found(site: Site, course: tuple[Course, Path], made: list[int]) -> Facts:
    number = site.restore(course[1])
    made.append(number)
    return dict(site.php("facts.php", number))


def test_every_page_is_there_in_order(course: tuple[Course, Path], found: Facts) -> None:
    expected = [
        (number, KINDS[type(page)], page.id, page.title)
        for number, module in enumerate(course[0].modules, 1)
        for page in module.pages()
    ]
    assert expected == [
        (module["section"], module["kind"], module["idnumber"], html.unescape(module["name"]))
        for module in found["modules"]
        if module["kind"] != "qbank"
    ]
    named = [html.unescape(section["name"]) for section in found["sections"]]
    assert named == [course[0].title, *(module.title for module in course[0].modules)]


def test_every_word_and_picture_is_there(course: tuple[Course, Path], found: Facts) -> None:
    by_id = {module["idnumber"]: module for module in found["modules"]}
    counted = 0
    for page in course[0].pages():
        if not isinstance(page, Lesson):
            continue
        texts = [part for part in page.parts if not isinstance(part, Question)]
        shown = _words(re.sub(r"<[^>]*>", " ", by_id[page.id]["content"]))
        for part in texts:
            written = [word for each in _strings(part.nodes) for word in _words(each)]
            assert _within(written, shown), page.id
            counted += len(written)
        used = {ref.id for part in texts for ref in part.refs() if ref.kind == "media"}
        wanted = {
            _picture(href, hashlib.sha1(read_asset(course[0].assets[href])).hexdigest())
            for href in used
        }
        files = by_id[page.id]["files"]
        assert wanted == {_picture(file["path"], file["sha1"]) for file in files}, page.id
    assert counted > 10


def _picture(path: str, sha1: str) -> tuple[str, str]:
    """Its name and bytes; of a JPEG the name alone, as Moodle's EXIF remover codes it anew."""
    name = path.rpartition("/")[2]
    return name, "" if name.lower().endswith((".jpg", ".jpeg")) else sha1


def _strings(nodes: Nodes) -> Iterator[str]:
    """Every piece of a text but for formulas, whose MathML no Moodle has."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node[0] != "formula":
            yield from _strings(node[2])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(text))


def _within(some: list[str], all_of_them: list[str]) -> bool:
    """Whether these stand there in this order, whatever stands between them."""
    rest = iter(all_of_them)
    return all(word in rest for word in some)


def test_every_question_is_there_and_can_be_answered(
    site: Site, course: tuple[Course, Path], found: Facts
) -> None:
    quizzes = [page for page in course[0].pages() if isinstance(page, Quiz)]
    asked = {question.id for quiz in quizzes for question in quiz.questions}
    assert {question["idnumber"] for question in found["questions"]} == asked
    by_id = {module["idnumber"]: module for module in found["modules"]}
    for quiz in quizzes:
        if quiz.graded:
            tried = site.php("attempt.php", by_id[quiz.id]["id"], "right")
            assert tried["percent"] == pytest.approx(100), quiz.id
