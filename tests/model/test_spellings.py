"""Spellings and numbers for systems that compare letter by letter, against the golden vectors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moocbuild.diagnostics import Span
from moocbuild.model.numbers import half_width, middle, spelled
from moocbuild.model.question import AcceptedText
from moocbuild.model.spellings import answers_by_spelling, case_counts

VECTORS = json.loads((Path(__file__).parents[1] / "evidence" / "scoring.json").read_text("utf-8"))[
    "shares"
]
TEXTS = [v for v in VECTORS if v["kind"] == "text" and v["share"] is not None]


@pytest.mark.parametrize("vector", TEXTS, ids=lambda v: f"{v['key'][0]['text']}~{v['response']}")
def test_listed_spellings_judge_as_the_player_does(vector: dict[str, object]) -> None:
    key = [AcceptedText(**answer, span=Span("x")) for answer in vector["key"]]  # type: ignore[attr-defined]
    exact = case_counts(key)
    typed = " ".join(str(vector["response"]).split())
    found = answers_by_spelling(key, case_counts=exact)
    by_case = found if exact else {text.casefold(): answer for text, answer in found.items()}
    bare = typed if exact else typed.casefold()
    tries = (bare, bare.strip(" .!?"))  # what a learner adds at the end no list foresees
    answer = next((by_case[one] for one in tries if one in by_case), None)
    assert float(answer is not None and answer.correct) == vector["share"]


@pytest.mark.parametrize(
    "number, words",
    [
        (3.5, "3.5"),
        (10.0, "10"),
        (1234567.0, "1234567"),
        (0.0000125, "0.0000125"),
        (-0.0, "0"),
        (1e21, "1000000000000000000000"),
    ],
)
def test_numbers_are_spelled_as_people_write_them(number: float, words: str) -> None:
    assert spelled(number) == words


def test_middles_are_exact_in_decimals() -> None:
    assert middle(0.7, 0.9) == 0.8
    assert half_width(0.7, 0.9) == 0.1
