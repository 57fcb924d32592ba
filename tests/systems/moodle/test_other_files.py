"""The question file and the cartridge on a real Moodle."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from moocbuild.model.course import Lesson, Quiz
from systems.moodle.conftest import variant
from systems.moodle.site import Site

pytestmark = pytest.mark.lms
Archive = Callable[[str], Path]


def test_the_question_file_arrives_whole(site: Site, made: list[int], archive: Archive) -> None:
    said = site.php("import_questions.php", archive("moodle-xml"))
    made.append(said["course"])
    assert said["ok"] is True, said
    found = site.php("facts.php", said["course"])
    bank = {question["idnumber"]: question for question in found["questions"]}
    pages = variant("moodle-xml").course.pages()
    asked = [q for page in pages if isinstance(page, Quiz) for q in page.questions]
    assert len(bank) == len(found["questions"]) == len(asked)
    for question in asked:
        row = bank[question.id]
        assert sorted(row["tags"]) == sorted(ref.code for ref in question.competencies)
        assert len(row["hints"]) == bool(question.hint)
        assert row["mark"] == question.points * question.scored
        choices = getattr(question.interaction, "choices", ())
        assert len(row["answers"]) == len(choices) or not choices
    categories = {row["idnumber"] for row in found["categories"]}
    modules = variant("moodle-xml").course.modules
    assert categories >= {m.id for m in modules if any(isinstance(p, Quiz) for p in m.activities)}


@pytest.fixture(scope="module")
def cartridge(site: Site, made: list[int], archive: Archive) -> dict[str, Any]:
    said = site.php("restore.php", archive("cc-1.1"))
    made.append(said["course"])
    assert said["format"] == "imscc11"
    assert said.get("ok"), said
    return dict(site.php("facts.php", said["course"]))


def test_a_cartridge_brings_every_page(cartridge: dict[str, Any]) -> None:
    pages = [page for page in variant("cc-1.1").course.pages() if isinstance(page, Lesson)]
    found = [module for module in cartridge["modules"] if module["kind"] == "page"]
    assert len(found) >= len(pages)
    assert {_words(page.title) for page in pages} <= {_words(m["name"]) for m in found}


def test_a_cartridge_s_pages_are_whole(
    cartridge: dict[str, Any], archive: Callable[[str], Path]
) -> None:
    """Every word of every page that the cartridge holds."""
    with zipfile.ZipFile(archive("cc-1.1")) as opened:
        html = [name for name in opened.namelist() if name.endswith(".html")]
        sent = Counter(_text(opened.read(name).decode()) for name in html)
    found = Counter(_text(m["content"]) for m in cartridge["modules"] if m["kind"] == "page")
    assert sent
    assert not sent - found, next(iter(sent - found))


def _text(markup: str) -> str:
    body = lxml.html.document_fromstring(markup).find("body")
    return " ".join("".join(body.itertext()).split())


def test_a_cartridge_s_images_are_there(cartridge: dict[str, Any]) -> None:
    named = shown = 0
    for module in cartridge["modules"]:
        content = module["content"] or ""
        paths = {file["path"] for file in module["files"]}
        for source in re.findall(r'<img[^>]*src="([^"]*)"', content):
            named += 1
            assert source.startswith("@@PLUGINFILE@@"), source
            shown += source.removeprefix("@@PLUGINFILE@@") in paths
    assert named == shown >= 5


def test_a_cartridge_s_quizzes_grade_right(site: Site, cartridge: dict[str, Any]) -> None:
    quizzes = [module for module in cartridge["modules"] if module["kind"] == "quiz"]
    assert quizzes
    for module in quizzes:
        assert len(module["quiz"]["slots"]) == 4 == module["quiz"]["sumgrades"]
        tried = site.php("attempt.php", module["id"], "right")
        assert tried["percent"] == pytest.approx(100), module["name"]


def _words(title: str) -> str:
    return re.sub(r"\W+", " ", title).strip()
