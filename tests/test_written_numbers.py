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
        return sorted({each.rule.code for each in report.found} & {"MB119", "MB120"})
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
        ("ja", "３．５", 3.5, 3.5),
        ("de", "3,5..4,5", 3.5, 4.5),
        ("de", "1.234,5", 1234.5, 1234.5),
        ("de", "1.234.567", 1234567, 1234567),
        ("en", "1,234.5", 1234.5, 1234.5),
        ("en", "1,234,567", 1234567, 1234567),
        ("en", "–5", -5, -5),
        ("en", "- 5", -5, -5),
        ("en", "−5 … −3", -5, -3),
        ("en", "3...5", 3, 5),
        ("en", "1e3", 1000, 1000),
        ("en", "1.6e-19", 1.6e-19, 1.6e-19),
        ("en", "6.022·10^23 ± 0.001·10^23", 6.021e23, 6.023e23),
        ("fr", "6,022 × 10²³", 6.022e23, 6.022e23),
        ("en", "`42`", 42, 42),
        ("en", "**42**", 42, 42),
        ("en", "42 <!-- see page 3 -->", 42, 42),
    ],
)
def test_numbers_as_a_language_writes_them(
    language: str, written: str, low: float, high: float, tmp_path: Path
) -> None:
    assert accepted(tmp_path / "c", language, written) == (low, high)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "3,5"),
        ("en", "1,234"),
        ("fr", "1,234,5"),
        ("en", "1.23.456"),
        ("en", "٣،٥،٦"),
        ("en", "9007199254740993"),
        ("en", "18446744073709551615"),
        ("en", "5 ± 0.0000000000000001"),
        ("en", "1e400"),
        ("en", "1e-400"),
        ("en", "5 ± -1"),
        ("en", "42\n\n    Because."),
    ],
)
def test_what_may_be_two_numbers_is_none(language: str, written: str, tmp_path: Path) -> None:
    found = accepted(tmp_path / "c", language, written)
    assert found == ["MB120" if "Because" in written else "MB119"]


@pytest.mark.parametrize(
    ("language", "written", "codes"),
    [
        ("de", "1.234", ["MB164"]),
        ("de", "12.500 .. 13.500", ["MB164", "MB164"]),
        ("de", "0.125", []),
        ("de", "1,234", []),
        ("en", "1.234", []),
        ("de-CH", "1.234", []),
        ("en", ">= 5", ["MB156"]),
        ("en", "[3, 5]", ["MB156"]),
        ("en", "3 to 5", ["MB156"]),
        ("ja", "3〜5", ["MB156"]),
        ("en", "½", ["MB156"]),
        ("en", "2 1/2", ["MB156"]),
        ("en", "5kg", ["MB156"]),
        ("en", "1/2", []),
        ("en", "12 34", []),
        ("en", "B12", []),
        ("en", "colour | color", ["MB163"]),
        ("en", "color; colour", ["MB163"]),
        ("en", "he/she", []),
        ("en", '"colour | color"', []),
        ("en", "H<sub>2</sub>O", ["MB163"]),
        ("en", "`<b>`", []),
        ("en", "word[^1]", ["MB163"]),
        ("en", "*ptr", []),
        ("en", "__init__", []),
        ("en", "a < b", []),
    ],
)
def test_what_may_mean_something_else_is_told(
    language: str, written: str, codes: list[str], tmp_path: Path
) -> None:
    yml = COURSE_YML.replace("language: en", f"language: {language}")
    files = {COURSE: yml, QUIZ: ASKS.format(written).replace(" kind=numeric", "")}
    report = Collector()
    load(write_course(tmp_path / "c", files), report, TODAY)
    told = {"MB110", "MB119", "MB120", "MB156", "MB163", "MB164"}
    assert [f.rule.code for f in report.sorted() if f.rule.code in told] == codes
