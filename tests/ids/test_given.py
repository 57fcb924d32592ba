"""`id:` in front matter: a page keeps its id wherever its file goes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.freeze import freeze
from moocbuild.model.course import Course
from test_diagnostics import HERE, TODAY

FOLDER, INDEX = "course/01-listening", "course/01-listening/index.md"
LESSON, BANK = "course/01-listening/01-silence.md", "quizzes/01-listening.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "courses" / "minimal", tmp_path / "c"))


def move(root: Path, old: str, new: str, id: str = "") -> None:
    """A file elsewhere, perhaps with an id."""
    text = (root / old).read_text("utf-8")
    (root / old).unlink()
    (root / new).parent.mkdir(parents=True, exist_ok=True)
    (root / new).write_text(text.replace("---\n", f"---\nid: {id}\n", 1) if id else text, "utf-8")


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def read(root: Path) -> tuple[Course, Collector]:
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None, report.found
    return course, report


def errors(report: Collector) -> list[str]:
    return [d.rule.slug for d in report.sorted() if d.rule.severity.name == "ERROR"]


def numbers(course: Course) -> dict[str, int]:
    return {page.id: page.ordinal for page in course.pages() if page.ordinal}


BEFORE = {"listening/index": 1, "listening/silence": 2, "listening/quiz": 3}


@pytest.mark.parametrize("id", ["silence", "listening/silence"])
def test_a_renamed_lesson_keeps_its_id(root: Path, id: str) -> None:
    move(root, LESSON, f"{FOLDER}/07-when-someone-goes-quiet.md", id)
    course, report = read(root)
    assert errors(report) == [] and numbers(course) == BEFORE
    assert freeze(root, Collector()) == {}


def test_a_renamed_module_keeps_its_id_and_those_of_its_pages(root: Path) -> None:
    shutil.move(root / FOLDER, root / "course/03-hearing")
    shutil.move(root / BANK, root / "quizzes/03-hearing.md")
    edit(root, "course/course.yml", "01-listening", "03-hearing")
    edit(root, "course/03-hearing/index.md", "---\ntitle", "---\nid: listening\ntitle")
    course, report = read(root)
    assert errors(report) == [] and numbers(course) == BEFORE
    assert [module.id for module in course.units()] == ["listening"]


def test_a_lesson_in_another_module_keeps_its_whole_id(root: Path) -> None:
    (root / "course/02-more").mkdir()
    (root / "course/02-more/index.md").write_text("# More\n\nAnd on.\n", "utf-8")
    edit(root, "course/course.yml", "  - 01-listening\n", "  - 01-listening\n  - 02-more\n")
    move(root, LESSON, "course/02-more/01-quiet.md", "listening/silence")
    edit(root, INDEX, "Welcome.", "Welcome [there](../02-more/01-quiet.md).")
    course, report = read(root)
    assert errors(report) == []
    assert numbers(course) == {**BEFORE, "more/index": 4}
    assert [page.id for page in course.modules[1].pages()] == ["more/index", "listening/silence"]


def test_quizzes_have_ids_too(root: Path) -> None:
    move(root, BANK, "quizzes/01-listening/05-check.md", "quiz")
    course, report = read(root)
    assert errors(report) == [] and numbers(course) == BEFORE


def test_two_files_may_change_places(root: Path) -> None:
    (root / FOLDER / "02-speech.md").write_text("# Speech\n\nWords.\n", "utf-8")
    (root / "course/course.lock").unlink()
    before = {page.title: page.ordinal for page in read(root)[0].pages()}
    move(root, f"{FOLDER}/02-speech.md", f"{FOLDER}/x.md")
    edit(root, f"{FOLDER}/x.md", "# Speech", "---\nid: speech\n---\n# Speech")
    move(root, LESSON, f"{FOLDER}/02-speech.md", "silence")
    move(root, f"{FOLDER}/x.md", LESSON)
    course, report = read(root)
    assert errors(report) == []
    assert {page.title for page in course.pages()} == set(before)
    assert {page.id: page.title for page in course.pages()}["listening/speech"] == "Speech"


def test_other_files_name_a_page_by_its_file_or_by_its_id(root: Path) -> None:
    move(root, LESSON, f"{FOLDER}/03-quiet.md", "silence")
    with (root / "course/course.yml").open("a", encoding="utf-8") as file:
        file.write(
            "olx:\n  pacing: instructor\n"
            "  due: {01-listening/03-quiet: 2026-03-01, listening/quiz: 2026-03-02}\n"
            "tracks:\n  a: {title: A, modules: [01-listening/03-quiet]}\n"
            "  b: {title: B, modules: [listening/silence]}\n"
        )
    course, report = read(root)
    assert errors(report) == []
    assert [track.modules for track in course.tracks] == [("listening/silence",)] * 2
    assert set(course.settings.olx.due) == {"listening/silence", "listening/quiz"}


WRONG = {
    "not an id": (LESSON, "First Contact", ["wrong-value"]),
    "three parts": (LESSON, "a/b/c", ["wrong-value"]),
    "a module's has one part": (INDEX, "listening/index", ["wrong-value"]),
    "of a made page": (INDEX, "about", ["reserved-id"]),
    "in a made module": (LESSON, "about/x", ["reserved-id"]),
    "of another page": (LESSON, "quiz", ["duplicate-id"]),
    "of the welcome page": (LESSON, "index", ["duplicate-id"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_ids(root: Path, name: str) -> None:
    path, id, slugs = WRONG[name]
    (root / "course/course.lock").unlink()
    edit(root, path, "---\ntitle", f"---\nid: {id}\ntitle")
    _, report = read(root)
    assert errors(report) == slugs
    (found,) = (d for d in report.found if d.rule.severity.name == "ERROR")
    assert found.span.line == 2 or found.related


def test_a_course_page_has_no_id_of_its_own(root: Path) -> None:
    (root / "course/about.md").write_text("---\nid: mine\n---\n# About\n\nUs.\n", "utf-8")
    with (root / "course/course.yml").open("a", encoding="utf-8") as file:
        file.write("pages: {about: about.md}\n")
    assert errors(read(root)[1]) == ["unknown-key"]
