"""The page of sources tells learners what is cited; what is unchecked is told to authors alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.model.course import Lesson
from moocbuild.model.text import Text
from moocbuild.pages.sources import sources_page
from small_course import read

REFERENCES = "references:\n  - {{key: Book2020, cite: A book. 2020., verified: {}}}\n"


def page(root: Path, verified: str) -> Lesson:
    course, report = read(root, {"course/references.yml": REFERENCES.format(verified)})
    warned = "MB224" in {found.rule.code for found in report.found}
    assert warned == (verified in ("memory", "part"))
    return sources_page(course)


@pytest.mark.parametrize("verified", ["memory", "part", "public copies"])
def test_learners_read_the_same_however_far_it_was_seen(verified: str, tmp_path: Path) -> None:
    (text,) = page(tmp_path / "a", verified).parts
    assert isinstance(text, Text)
    assert "[Book2020] A book. 2020." in text.plain
    assert page(tmp_path / "b", "source").parts == (text,)
