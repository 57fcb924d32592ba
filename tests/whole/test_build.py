"""Whole courses build for every target without a warning, and look as their authors want them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from moocbuild.api import build_course
from moocbuild.build import load
from moocbuild.diagnostics import Collector, Severity
from moocbuild.model.course import Quiz
from moocbuild.targets import targets
from test_diagnostics import TODAY
from whole.courses import (
    ABOUT_COMPETENCIES,
    COURSES,
    FOR_ALL,
    ON_REQUEST,
    course,
    packages,
    root,
)


@pytest.mark.parametrize("name", COURSES)
def test_every_target(name: str) -> None:
    wanted = FOR_ALL | ON_REQUEST | (ABOUT_COMPETENCIES if name == "fractions" else frozenset())
    assert set(packages(name)) == wanted
    if name == "fractions":
        assert wanted == set(targets())


@pytest.mark.parametrize("name", COURSES)
def test_a_build_as_authors_run_it(name: str, tmp_path: Path) -> None:
    shutil.copytree(root(name), tmp_path / "copy")
    result = build_course(tmp_path / "copy", tmp_path / "dist", strict=True)
    assert result.status == "built"
    made = {path.name for path in (tmp_path / "dist").iterdir()}
    assert {"SHA256SUMS", "report.html"} <= made
    assert len(made) == len(set(packages(name)) - ON_REQUEST) + 2
    again = build_course(tmp_path / "copy", tmp_path / "again", strict=True, cache=False)
    sums = [(tmp_path / each / "SHA256SUMS").read_bytes() for each in ("dist", "again")]
    assert again.status == "built" and sums[0] == sums[1]


def test_nothing_has_to_be_switched_off_in_arabic(tmp_path: Path) -> None:
    """Not even where words of the interface are asked for."""
    shutil.copytree(root("bicycle"), tmp_path / "copy")
    yml = tmp_path / "copy/course/course.yml"
    kept = re.sub(r"^rules:\n(?:  .*\n)+", "", yml.read_text("utf-8"), flags=re.M)
    yml.write_text(kept, "utf-8")
    report = Collector(strict=True)
    load(tmp_path / "copy", report, TODAY)
    found = [each.rule for each in report.found]
    assert [rule.slug for rule in found if rule.severity > Severity.NOTE] == []


def test_looks_differ() -> None:
    themes = [course(name).theme for name in COURSES]
    assert len({theme.accent["light"] for theme in themes}) == len(COURSES)
    assert {theme.font for theme in themes} == {"sans", "serif", "legible"}
    assert all(theme.logo and theme.footer for theme in themes)


def test_each_has_what_it_is_there_for() -> None:
    kinds = {name: {each.kind for each in course(name).questions()} for name in COURSES}
    assert {"gaps", "match", "order", "numeric"} <= kinds["fractions"]
    assert {"match", "order", "likert", "survey", "gaps"} <= kinds["bicycle"]
    levels = [item.code.count(".") for item in course("fractions").framework.items]
    assert max(levels) == 2
    assert not any(course(name).framework.items for name in COURSES if name != "fractions")
    first = course("git-basics").modules[0]
    quizzes = [page for page in first.activities if isinstance(page, Quiz)]
    assert [quiz.pretest for quiz in quizzes].count(False) == 2
    web = packages("git-basics")["web"]
    drafts = [name for name in web.names() if b"quokka" in web.read(name)]
    assert drafts == [], "a draft is in no package"
