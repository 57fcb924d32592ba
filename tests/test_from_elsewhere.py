"""Plain Markdown of other tools, read as it is: titles, ids, links, keys and numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.course import LESSON, write_course
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.model.text import Text
from test_diagnostics import TODAY

IN = "course/01-one"


def read(root: Path, files: dict[str, str]) -> tuple[Course, list[str]]:
    report = Collector()
    write_course(root, {**files})
    course = load(root, report, TODAY).course
    assert course is not None, report.found
    return course, [d.rule.slug for d in report.sorted() if d.rule.severity.name != "NOTE"]


def pages(course: Course) -> dict[str, str]:
    return {page.id: page.title for page in course.pages() if page.id.startswith("one/")}


# --- titles -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Words alone.\n", "Quality control"),
        ("## One\n\nA.\n\n## Two\n\nB.\n", "Quality control"),
        ("## All of it\n\nA.\n\n### A part\n\nB.\n", "All of it"),
        ("---\nminutes: 3\n---\n\n### All of it\n\nA.\n", "All of it"),
        ("Words before.\n\n## All of it\n\nA.\n", "Quality control"),
        ("---\ntitle: Said\n---\n\n## A part\n\nA.\n", "Said"),
        ("## A part\n\nA.\n\n# The title\n\nB.\n", "Quality control"),
        (
            "## Ask\n<!-- #ask kind=truefalse -->\n\nIs it?\n\n- [x] True\n- [ ] False\n",
            "Quality control",
        ),
    ],
)
def test_what_a_page_without_a_title_is_called(text: str, title: str, tmp_path: Path) -> None:
    course, found = read(tmp_path / "c", {f"{IN}/03-quality_control.md": text})
    assert pages(course)["one/quality-control"] == title
    assert "missing-title" not in found


@pytest.mark.parametrize(
    "text", ["---\nminutes: 3\n---\n\nWords.\n", "---\nminutes: 3\n---\n\n## A\n\nB.\n\n## C\n"]
)
def test_a_page_of_ours_says_its_title(text: str, tmp_path: Path) -> None:
    assert "missing-title" in read(tmp_path / "c", {LESSON: text})[1]


def test_a_title_is_no_heading_of_the_text(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {f"{IN}/03-a.md": "## All of it\n\nWords.\n"})
    (page,) = (page for page in course.pages() if page.id == "one/a")
    (text,) = page.parts  # type: ignore[union-attr]
    assert isinstance(text, Text) and text.plain == "Words."


# --- ids ----------------------------------------------------------------------------------------


def test_pages_of_one_name_in_folders_are_told_apart(tmp_path: Path) -> None:
    names = (
        "week-1/lesson.md",
        "week-2/lesson.md",
        "week-2/01-more/lesson.md",
        "week-2/only.md",
        "week-2/index.md",
        "a/deep/exercise.md",
        "b/deep/exercise.md",
    )
    files = {f"{IN}/{name}": f"# Page {name}\n\nWords.\n" for name in names}
    course, found = read(tmp_path / "c", files)
    assert "duplicate-id" not in found
    by_title = {title: id for id, title in pages(course).items()}
    assert [by_title[f"Page {name}"] for name in names] == [
        "one/week-1-lesson",
        "one/week-2-lesson",
        "one/more-lesson",
        "one/only",
        "one/week-2",
        "one/a-deep-exercise",
        "one/b-deep-exercise",
    ]


def test_the_page_that_lies_in_no_folder_keeps_its_name(tmp_path: Path) -> None:
    """So do ids that are whole, and pages of one folder with one id are still an error."""
    files = {
        f"{IN}/05-lesson.md": "# Near\n\nWords.\n",
        f"{IN}/week-1/lesson.md": "# Far\n\nWords.\n",
        f"{IN}/week-1/x.md": "---\nid: one/same\n---\n\n# X\n\nWords.\n",
        f"{IN}/week-2/y.md": "---\nid: one/same\n---\n\n# Y\n\nWords.\n",
        LESSON: "# First\n\nWords.\n",
    }
    (tmp_path / "c").mkdir()
    course, found = read(tmp_path / "c", files)
    titles = {title: id for id, title in pages(course).items()}
    assert titles["Far"] == "one/week-1-lesson"
    assert found.count("duplicate-id") == 2, "lesson.md and 05-lesson.md, and the whole ids"


def test_ids_of_other_tools(tmp_path: Path) -> None:
    head = "---\nid: {}\nsidebar_label: Short\ntags: [a, b]\n---\n\n# {}\n\nWords.\n"
    files = {
        f"{IN}/index.md": head.format("index", "One"),
        f"{IN}/week-1/lesson.md": head.format("lesson-x", "First"),
        f"{IN}/week-2/lesson.md": head.format("lesson-x", "Second"),
    }
    course, found = read(tmp_path / "c", files)
    assert {"reserved-id", "duplicate-id", "unknown-key"}.isdisjoint(found)
    assert {"one/week-1-lesson-x", "one/week-2-lesson-x", "one/index"} <= set(pages(course))


def test_an_unknown_key_is_still_one(tmp_path: Path) -> None:
    text = "---\nsidebar_label: x\nminuts: 3\n---\n\n# A\n\nB.\n"
    assert "unknown-key" in read(tmp_path / "c", {LESSON: text})[1]


# --- links --------------------------------------------------------------------------------------


def test_names_with_a_sign_may_be_links(tmp_path: Path) -> None:
    text = (
        "# A\n\nBy [@ana], [@Bo](https://bo.example) and [@cy][c].\n\n"
        "[@Ana]: https://ana.example\n[c]: https://cy.example\n"
    )
    course, found = read(tmp_path / "c", {LESSON: text})
    assert "unknown-reference" not in found
    (page,) = (page for page in course.pages() if page.title == "A")
    assert page.parts[0].plain == "By @ana, @Bo and @cy."  # type: ignore[union-attr]


def test_a_citation_is_still_one(tmp_path: Path) -> None:
    assert "unknown-reference" in read(tmp_path / "c", {LESSON: "# A\n\nSee [@Nobody].\n"})[1]


def test_an_address_of_a_site(tmp_path: Path) -> None:
    report = Collector()
    root = tmp_path / "c"
    text = "# A\n\n[B](/01-one/02-story) and [C](/etc/passwd).\n"
    load(write_course(root, {LESSON: text}), report, TODAY)
    found = {d.rule.slug: d.help for d in report.found if d.rule.severity.name == "ERROR"}
    assert found == {
        "dead-link": "did you mean '02-story.md'?",
        "path-outside": "copy it to media/",
    }


# --- numbers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "18/04/2020",
        "04-06-2021",
        "5.12.2019",
        "2018-07-21 15",
        "624724 - 621624",
        "12345678.9",
        "12.500 .. 13.500",
        "1200000 .. 1300000",
    ],
)
def test_what_is_no_telephone_number(words: str, tmp_path: Path) -> None:
    found = read(tmp_path / "c", {LESSON: f"# A\n\nOn {words} it is.\n"})[1]
    assert "personal-data" not in found


@pytest.mark.parametrize("words", ["0475/12.34.56", "0800 - 123 456", "+32 475 12 34 56"])
def test_what_is_one(words: str, tmp_path: Path) -> None:
    assert "personal-data" in read(tmp_path / "c", {LESSON: f"# A\n\nCall {words}.\n"})[1]


def test_a_title_before_a_folder_is_no_empty_page(tmp_path: Path) -> None:
    files = {f"{IN}/06-part.md": "# Part\n", f"{IN}/06-part/one.md": "# Its first\n\nWords.\n"}
    assert "empty-page" not in read(tmp_path / "c", files)[1]
    assert "empty-page" in read(tmp_path / "d", {f"{IN}/06-part.md": "# Part\n"})[1]
