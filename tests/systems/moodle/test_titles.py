"""Titles with what Moodle takes for tags, languages and placeholders: all of them arrive."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from formats.test_titles import JOINER, TITLES, moodle_name, titled
from moocbuild.build import BuildRequest, Variant, variants
from moocbuild.diagnostics import Collector
from moocbuild.formats.titles import as_html
from systems.moodle.site import Site, Visitor

pytestmark = pytest.mark.lms
SCORM, GRADES, BANK = (
    "mod/scorm/view.php?id=",
    "grade/report/grader/index.php?id=",
    "question/edit.php?courseid=",
)


@pytest.fixture(scope="module")
def manager(site: Site) -> Iterator[Visitor]:
    name = site.php("manager.php")
    with site.served():
        yield Visitor(site, name)


@pytest.fixture(params=TITLES)
def title(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def variant_of(title: str, target: str) -> Variant:
    (variant,) = variants(titled(title), BuildRequest((target,)), Collector())
    return variant


def written(title: str, target: str, folder: Path) -> Path:
    variant = variant_of(title, target)
    file = folder / variant.file
    with file.open("wb") as stream:
        variant.target.pack(variant.target.render(variant.course), stream)
    return file


def seen(visitor: Visitor, path: str) -> list[str]:
    """The texts of a page's elements, as its reader has them, and its title."""
    page = lxml.html.document_fromstring(visitor.page(f"{visitor.site.address}/{path}"))
    for hidden in page.xpath("//script | //style | //noscript"):
        hidden.drop_tree()
    return [" ".join(each.text_content().replace(JOINER, "").split()) for each in page.iter("*")]


def count(visitor: Visitor, path: str, title: str) -> int:
    """How often a page says the title; nowhere as it is kept, or escaped once too often."""
    texts = [each for each in seen(visitor, path) if len(each) < len(title) + 60]
    wrong = {html.escape(title), as_html(title), html.escape(as_html(title))} - {title}
    assert not [each for each in texts if any(form in each.replace(title, "") for form in wrong)]
    return sum(title in each for each in texts)


def test_a_backup(
    site: Site, made: list[int], manager: Visitor, title: str, tmp_path: Path
) -> None:
    number = site.restore(written(title, "moodle", tmp_path))
    made.append(number)
    facts = site.php("facts.php", number)
    # Since 5.0 the question bank of a course is an activity, named by Moodle.
    ours = [module for module in facts["modules"] if module["kind"] != "qbank"]
    modules = {module["idnumber"]: module for module in ours}
    names = {moodle_name(each["name"]).replace(JOINER, "") for each in ours}
    assert names == {page.title for page in variant_of(title, "moodle").course.pages()}
    assert names >= {title, f"{title}: text version"}
    course = f"course/view.php?id={number}"
    # The course, its sections and their activities.
    assert count(manager, course, title) > 10
    assert count(manager, f"{SCORM}{modules['one/talk']['id']}", title) > 3
    assert count(manager, f"{GRADES}{number}", title) > 3
    assert count(manager, f"{BANK}{number}", title) > 8
    quiz = modules["one/check"]["id"]
    assert count(manager, f"mod/quiz/edit.php?cmid={quiz}", title) > 8


def test_a_cartridge(
    site: Site, made: list[int], manager: Visitor, title: str, tmp_path: Path
) -> None:
    said = site.php("restore.php", written(title, "cc-1.1", tmp_path))
    made.append(said["course"])
    assert said.get("ok"), said
    assert count(manager, f"course/view.php?id={said['course']}", title) > 10
    assert count(manager, f"{BANK}{said['course']}", title) > 5


def test_a_framework(site: Site, manager: Visitor, title: str, tmp_path: Path) -> None:
    said = site.php("import_competencies.php", written(title, "moodle-competencies", tmp_path))
    assert said["error"] == "", said
    labels = {moodle_name(each["label"]).replace(JOINER, "") for each in said["competencies"]}
    assert labels == {f"{code} {title}" for code in ("I.3", "VIII.2", "IX.2", "I.1", "II.1")}
    frameworks = "admin/tool/lp/competencyframeworks.php?pagecontextid=1"
    assert count(manager, frameworks, title) > 0


def test_a_question_file(
    site: Site, made: list[int], manager: Visitor, title: str, tmp_path: Path
) -> None:
    said: dict[str, Any] = site.php("import_questions.php", written(title, "moodle-xml", tmp_path))
    made.append(said["course"])
    assert said["ok"] is True, said
    questions = site.php("facts.php", said["course"])["questions"]
    assert {moodle_name(each["name"]).replace(JOINER, "") for each in questions} == {title}
