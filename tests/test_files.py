"""Files where authors put them: drafts, folders within modules, names as people write them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from hostile.course import COURSE, COURSE_YML, INDEX, LESSON, QUIZ, Files, write_course
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from test_diagnostics import TODAY

DRAFT = "---\ndraft: true\n---\n\n# Later\n\nWords that nobody sees.\n"
PAGE = "# A page\n\nWords.\n"


def read(root: Path, files: Files) -> tuple[Course, Collector]:
    report = Collector()
    course = load(write_course(root, files), report, TODAY).course
    assert course is not None, report.found
    return course, report


def ids(course: Course) -> list[str]:
    return [page.id for page in course.pages()]


@pytest.mark.parametrize(
    "files",
    [
        {"course/01-one/_later.md": PAGE},
        {"course/01-one/05-later.md": DRAFT},
        {"course/01-one/05-later.md": DRAFT.replace("true", "yes")},
        {"course/01-one/part/_later.md": PAGE},
        {"quizzes/01-one/_later.md": PAGE},
        {"quizzes/01-one/05-later.md": DRAFT},
    ],
    ids=lambda files: "+".join(files),
)
def test_a_draft_is_left_out_and_counted(files: Files, tmp_path: Path) -> None:
    whole, _ = read(tmp_path / "a", {})
    course, report = read(tmp_path / "b", files)
    assert ids(course) == ids(whole)
    (note,) = (found for found in report.found if found.rule.code == "MB212")
    assert note.message.startswith("1 draft is left out")
    assert not any(found.rule.code in ("MB145", "MB017") for found in report.found)
    for made in variants(course, BuildRequest(), report):
        package = made.target.render(made.course)
        assert not any(b"nobody sees" in package.read(name) for name in package.names())


def test_no_draft_is_none(tmp_path: Path) -> None:
    course, report = read(
        tmp_path / "c", {"course/01-one/05-later.md": DRAFT.replace("true", "no")}
    )
    assert "one/later" in ids(course)
    assert "MB212" not in {found.rule.code for found in report.found}


def test_a_quiz_as_a_draft(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: "---\nkind: quiz\ndraft: true\n---\n\n# Q\n"})
    assert "one/quiz" not in ids(course)


def test_a_whole_module_as_a_draft(tmp_path: Path) -> None:
    """Listed, in a track and with pages, and yet nowhere."""
    files: Files = {
        COURSE: COURSE_YML
        + "  - 02-two\ntracks:\n  all: {title: All, modules: [01-one, 02-two]}\n",
        "course/02-two/index.md": DRAFT,
        "course/02-two/01-lesson.md": PAGE,
    }
    course, report = read(tmp_path / "c", files)
    assert [module.id for module in course.modules] == ["one"]
    codes = {found.rule.code for found in report.found}
    assert "MB212" in codes and not codes & {"MB006", "MB145"}


def test_a_link_to_a_draft_leads_nowhere(tmp_path: Path) -> None:
    files = {LESSON: "# A lesson\n\n[Next](_next.md)\n", "course/01-one/_next.md": PAGE}
    _, report = read(tmp_path / "c", files)
    assert "MB106" in {found.rule.code for found in report.found}


def test_folders_within_a_module(tmp_path: Path) -> None:
    files = {
        "course/01-one/02-part/01-first.md": "# First\n\n[Back](../01-lesson.md)\n",
        "course/01-one/02-part/02-second.md": "# Second\n\n[Before](01-first.md)\n",
        "course/01-one/README.md": "For other authors.\n",
    }
    course, report = read(tmp_path / "c", files)
    assert ids(course)[:5] == ["one/index", "one/lesson", "one/first", "one/second", "one/story"]
    assert not any(found.rule.code in ("MB145", "MB106") for found in report.found)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("02 Getting started.md", "getting-started"),
        ("02_Getting_started.md", "getting-started"),
        ("Größe & Maß.md", "groe-ma"),
        ("Élan vital.md", "elan-vital"),
        ("ALL CAPS.md", "all-caps"),
        ("what? why!.md", "what-why"),
        ("2. Two.md", "two"),
    ],
)
def test_names_of_files_as_people_write_them(name: str, id: str, tmp_path: Path) -> None:
    link = f"# A lesson\n\n[There]({quote(name)})\n"
    course, report = read(tmp_path / "c", {LESSON: link, f"course/01-one/{name}": PAGE})
    assert f"one/{id}" in ids(course)
    assert not report.failed, report.found


def test_a_name_without_a_latin_letter_needs_an_id(tmp_path: Path) -> None:
    files = {"course/01-one/日本語.md": PAGE}
    _, report = read(tmp_path / "a", files)
    assert "MB105" in {found.rule.code for found in report.found}
    given = {"course/01-one/日本語.md": f"---\nid: japanese\n---\n\n{PAGE}"}
    course, report = read(tmp_path / "b", given)
    assert "one/japanese" in ids(course) and not report.failed


def test_a_module_whose_folder_has_a_blank(tmp_path: Path) -> None:
    files = {COURSE: COURSE_YML + "  - 02 Über uns\n", "course/02 Über uns/index.md": PAGE}
    course, report = read(tmp_path / "c", files)
    assert [module.id for module in course.modules] == ["one", "uber-uns"]
    assert not report.failed


def test_two_files_that_give_one_id_are_an_error(tmp_path: Path) -> None:
    _, report = read(
        tmp_path / "c", {"course/01-one/03-a b.md": PAGE, "course/01-one/04-a-b.md": PAGE}
    )
    (found,) = (each for each in report.found if each.rule.code == "MB103")
    assert "id:" in found.help or found.related
    assert INDEX in load(tmp_path / "c", Collector(), TODAY).tree.texts


def test_a_draft_module_hides_no_lost_id(tmp_path: Path) -> None:
    """Else a question could go without a word, as if its module could not be read."""
    files: Files = {
        COURSE: COURSE_YML + "  - 02-two\n",
        "course/02-two/index.md": DRAFT,
        "course/course.lock": "questions: {gone: 1}\n",
    }
    _, report = read(tmp_path / "c", files)
    assert "MB104" in {found.rule.code for found in report.found}
