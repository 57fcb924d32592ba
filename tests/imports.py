"""Courses imported in tests, and what they say."""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Mapping
from pathlib import Path

from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.importing.course import Ask, Outcome, bring
from moocbuild.model.course import Course
from moocbuild.model.question import Question
from small_course import MINIMAL
from test_diagnostics import TODAY

DAY = datetime.date(2026, 11, 30)


def brought(into: Path, *files: Path, **ask: str) -> Outcome:
    """What importing says."""
    return bring(files, into, Ask(released=DAY, **ask))


def of_text(tmp_path: Path, name: str, text: str | bytes, **ask: str) -> tuple[Outcome, Course]:
    """A file of this content, imported."""
    (tmp_path / name).write_bytes(text.encode() if isinstance(text, str) else text)
    made = brought(tmp_path / "made", tmp_path / name, **ask)
    return made, course_at(tmp_path / "made")


def course_at(root: Path) -> Course:
    """A course without errors."""
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None and not report.failed, report.sorted()
    return course


def asked(course: Course) -> Mapping[str, Question]:
    """Its questions by id."""
    return {each.id: each for each in course.questions()}


def codes(made: Outcome) -> list[str]:
    """Code and line of each finding."""
    return [f"{each.rule.code} {each.span.line}" for each in made.found]


def package_of(course: Course, target: str, file: Path) -> Course:
    """Writes a package, and returns the course as that target can carry it."""
    report = Collector()
    only = next(iter(variants(course, BuildRequest(targets=(target,)), report)))
    stream = io.BytesIO()
    only.target.pack(only.target.render(only.course), stream)
    file.write_bytes(stream.getvalue())
    return only.course


def bread(root: Path) -> Path:
    """A course in German with every kind of question."""
    shutil.copytree(MINIMAL, root)
    (root / "course/course.lock").unlink()
    settings = (root / "course/course.yml").read_text("utf-8")
    (root / "course/course.yml").write_text(
        settings.replace("language: en", "language: de"), "utf-8"
    )
    here = Path(__file__).parent / "importing" / "samples"
    shutil.copyfile(here / "bread.md", root / "quizzes/01-listening.md")
    return root


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
