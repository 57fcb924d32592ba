"""The numbers of evidence stand once, all carry the same, and the golden vectors feel each."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import share_rules
from moocbuild.model.evidence import RULES
from moocbuild_xblock import evidence

ROOT = Path(__file__).parents[2]
VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("evidence.json").read_text("utf-8"))
NUMBER = re.compile(r"(?<![\w.#])\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.])")
COMMENTS = re.compile(r"/\*.*?\*/|//[^\n]*|\"\"\".*?\"\"\"|#[^\n]*", re.S)
ARITHMETIC = (
    "plugins/moodle/classes/evidence/arithmetic.php",
    "plugins/openedx/moocbuild_xblock/evidence.py",
    "src/moocbuild/player/scripts/evidence.js",
)
TEXTS = {".py", ".php", ".js"}


@pytest.mark.parametrize("path", share_rules.FILES, ids=lambda path: path.parent.name)
def test_the_plugins_carry_them(path: Path) -> None:
    assert path.read_text("utf-8") == share_rules.text(), "make rules"
    assert set(get_args(evidence.Kind)) == set(RULES.weights)


@pytest.mark.parametrize("file", ARITHMETIC)
def test_arithmetic_has_no_numbers_of_its_own(file: str) -> None:
    text = (ROOT / file).read_text("utf-8").partition("/* ---- from the state")[0]
    assert {*NUMBER.findall(COMMENTS.sub("", text))} <= {"0", "1", "0.0", "1.0"}


def test_unmistakable_numbers_stand_once() -> None:
    """1.5 and 1e-9 mean nothing else here; the others are numbers of many things."""
    found = [path for path, text in _sources() if {"1.5", "1e-9"} & {*NUMBER.findall(text)}]
    assert found == [ROOT / "src/moocbuild/model/evidence.py"]


def _sources() -> Iterator[tuple[Path, str]]:
    for folder in ("src", "plugins"):
        for path in sorted((ROOT / folder).rglob("*")):
            parts = {*path.relative_to(ROOT).parts}
            if path.suffix in TEXTS and not parts & {"tests", "compiled", "node_modules"}:
                yield path, COMMENTS.sub("", path.read_text("utf-8"))


CHANGES: list[dict[str, Any]] = [
    *({"weights": {**RULES.weights, kind: 1.25}} for kind in RULES.weights),
    {"secondary": 0.75},
    {"choice": 3},
    {"pieces": 1},
    {"pieces": 3},
    {"developing": 0.49},
    {"developing": 0.51},
    {"shown": 0.79},
    {"shown": 0.81},
    {"kinds": 1},
    {"kinds": 3},
    {"questions": 2},
    {"questions": 4},
    {"nearly": 0},
]


def test_vectors_hold_for_the_rules_as_they_are() -> None:
    assert _wrong() == []


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_vectors_feel_a_change(change: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "RULES", dataclasses.replace(evidence.RULES, **change))
    assert _wrong() != []


def _wrong() -> list[Any]:
    wrong = [
        vector
        for vector in VECTORS["items"]
        for item, found in evidence.evidence_of(
            [evidence.Piece(**piece) for piece in vector["pieces"]], vector["inFinal"]
        ).items()
        if found.state != vector["items"][item]["state"]
        or abs(found.earned - vector["items"][item]["earned"]) > 1e-8
    ]
    for vector in VECTORS["runs"]:
        if evidence.run_shares(vector["evidence"]) != pytest.approx(vector["shares"]):
            wrong.append(vector)
    return wrong
