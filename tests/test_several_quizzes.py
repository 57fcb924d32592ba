"""A module with several quizzes: among its lessons, and apart from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.course import QUIZ, Files, write_course
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.model.outline import quizzes
from moocbuild.targets import targets
from test_diagnostics import TODAY


def quiz(title: str, *ids: str, kind: str = "quiz") -> str:
    head = f"---\nkind: {kind}\n---\n\n# {title}\n\n"
    body = (
        "## Ask {0}\n<!-- #{0} -->\n\n`A.1`\n\nWhich?\n\n- [x] This {0}.\n- [ ] That.\n    > No.\n"
    )
    return head + "\n".join(body.format(id) for id in ids)


FILES: Files = {
    "course/01-one/00-before.md": quiz("Before you begin", "before"),
    QUIZ: quiz("At the end", "end"),
    "quizzes/01-one/01-more.md": quiz("More", "more-a", "more-b"),
    "quizzes/01-one/02-final.md": quiz("The last one", "last", kind="final"),
}


def read(root: Path, files: Files) -> tuple[Course, Collector]:
    report = Collector()
    course = load(write_course(root, files), report, TODAY).course
    assert course is not None, report.found
    return course, report


def test_they_stand_where_their_files_do(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", FILES)
    (module,) = course.modules
    assert [page.id for page in module.activities] == [
        "one/before",
        "one/lesson",
        "one/story",
        "one/quiz",
        "one/more",
        "one/final",
    ]
    assert [q.final for q in quizzes(course)] == [False, False, False, True]
    numbers = [page.ordinal for page in module.pages()]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("target", sorted(targets()))
def test_every_package_has_them_all(target: str, tmp_path: Path) -> None:
    course, report = read(tmp_path / "c", FILES)
    (found,) = variants(course, BuildRequest((target,)), report)
    package = found.target.render(found.course)
    said = b"".join(package.read(name) for name in package.names()).decode("utf-8", "replace")
    if found.target.content or target in ("moodle-xml", "gift"):
        assert all(f"Ask {id}" in said for id in ("before", "end", "more-a", "more-b", "last"))


def test_a_quiz_of_no_module_is_said_to_be_left_out(tmp_path: Path) -> None:
    _, report = read(tmp_path / "c", {"quizzes/02-two/01-more.md": quiz("More", "more")})
    assert [d.span.path for d in report.found if d.rule.slug == "left-out"] == [
        "quizzes/02-two/01-more.md"
    ]


def test_one_id_for_two_quizzes_is_an_error(tmp_path: Path) -> None:
    files = {
        "course/01-one/00-check.md": quiz("One", "a"),
        "quizzes/01-one/01-check.md": quiz("Two", "b"),
    }
    _, report = read(tmp_path / "c", files)
    assert "MB103" in {d.rule.code for d in report.found}
