"""A date is written out; what only looks like one to a parser is refused."""

from __future__ import annotations

import datetime

import pytest

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.schema import ReviewsFile
from moocbuild.source.yaml.validate import validate

REVIEW = "reviews:\n  - unit: a\n    who: A\n    role: b\n    when: {}\n"


def read(when: str) -> tuple[ReviewsFile | None, list[str]]:
    found: list[Diagnostic] = []
    node = read_yaml(REVIEW.format(when), "course/reviews.yml", found.append)
    made = validate(ReviewsFile, node, found.append, Span("course/reviews.yml", 1))
    return made, [f"{each.message} ({each.help})" for each in found]


def test_a_date() -> None:
    made, found = read("2026-11-21")
    assert made is not None and not found
    assert made.reviews[0].when == datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    "when",
    ["0", "7", "1767312000", "20261121", "2026-1-1", "2026-02-30", "2026-11-21T00:00:00", "٢٠٢٦"],
)
def test_no_date(when: str) -> None:
    made, found = read(when)
    assert made is None
    assert found == [f"reviews.0.when: '{when}' is not a date (write it as 2026-11-21)"]
