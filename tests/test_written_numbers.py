"""Numbers in answers, as authors of different languages write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.course import COURSE, COURSE_YML, QUIZ, write_course
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.model.question import NumericEntryInteraction
from test_diagnostics import TODAY

ASKS = "---\nkind: quiz\n---\n\n# Q\n\n## How many\n<!-- #many kind=numeric -->\n\nB?\n\n- = {}\n"


def accepted(root: Path, language: str, written: str) -> tuple[float, float] | list[str]:
    """The range that is right, or the codes of what was found wrong."""
    yml = COURSE_YML.replace("language: en", f"language: {language}")
    report = Collector()
    course = load(
        write_course(root, {COURSE: yml, QUIZ: ASKS.format(written)}), report, TODAY
    ).course
    if report.failed or course is None:
        return [found.rule.code for found in report.found if found.rule.code == "MB119"]
    asks = next(each for each in course.questions() if each.id == "many").interaction
    assert isinstance(asks, NumericEntryInteraction)
    return (asks.answers[0].low, asks.answers[0].high)


@pytest.mark.parametrize(
    ("language", "written", "low", "high"),
    [
        ("fr", "3,5", 3.5, 3.5),
        ("fr", "3.5", 3.5, 3.5),
        ("de", "1 234,5", 1234.5, 1234.5),
        ("fr", "1,2 ± 0,1", 1.1, 1.3),
        ("fr", "0,33 .. 0,34", 0.33, 0.34),
        ("ar", "٢٨", 28, 28),
        ("ar", "٣٫٥ .. ٤", 3.5, 4),
        ("ar", "٣،٥", 3.5, 3.5),
        ("ar", "١٬٢٣٤", 1234, 1234),
        ("fa", "۲۸", 28, 28),
    ],
)
def test_numbers_as_a_language_writes_them(
    language: str, written: str, low: float, high: float, tmp_path: Path
) -> None:
    assert accepted(tmp_path / "c", language, written) == (low, high)


@pytest.mark.parametrize(
    ("language", "written"), [("en", "3,5"), ("fr", "1,234,5"), ("fr", "1.234,5"), ("en", "٣،٥،٦")]
)
def test_what_may_be_two_numbers_is_none(language: str, written: str, tmp_path: Path) -> None:
    assert accepted(tmp_path / "c", language, written) == ["MB119"]
