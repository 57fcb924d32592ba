"""The golden vectors, in the player's own script and in the Python reference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from player import reference
from player.node import run

EVIDENCE = Path(__file__).parents[1] / "evidence"
SCORING: dict[str, Any] = json.loads((EVIDENCE / "scoring.json").read_text("utf-8"))
ITEMS: dict[str, Any] = json.loads((EVIDENCE / "evidence.json").read_text("utf-8"))


def about(found: Any, wanted: Any) -> bool:
    if wanted is None or found is None:
        return found is wanted
    return bool(found == pytest.approx(wanted, abs=1e-8))


@pytest.mark.parametrize("v", SCORING["shares"], ids=lambda v: f"{v['kind']}-{v['response']}")
def test_shares_in_python(v: Any) -> None:
    assert about(reference.share_of(v["kind"], v["key"], v["response"]), v["share"])


def test_the_rest_in_python() -> None:
    for v in SCORING["kept"]:
        assert reference.level_of(v["share"]) == v["level"]
        assert about(reference.LEVELS[v["level"]], v["kept"])
    for v in SCORING["quizzes"]:
        assert reference.quiz_percent(v["answers"]) == v["percent"]
    for v in SCORING["courses"]:
        assert reference.course_score(v["quizzes"]) == v["score"]
    for v in ITEMS["runs"]:
        assert reference.run_shares(v["evidence"]) == pytest.approx(v["shares"])
    for v in ITEMS["items"]:
        _same_items(reference.evidence(v["pieces"], v["inFinal"]), v["items"])


def test_vectors_in_the_player() -> None:
    found = run(
        (
            "score.js",
            "state.js",
            "judge.js",
            "score_rows.js",
            "score_entries.js",
            "score_gaps.js",
            "evidence.js",
        ),
        """
        const [scoring, items] = given;
        return {
          shares: scoring.shares.map((v) => SHARES[v.kind](v.key, v.response)),
          levels: scoring.kept.map((v) => levelOf(v.share)),
          kept: scoring.kept.map((v) => LEVELS[levelOf(v.share)]),
          quizzes: scoring.quizzes.map((v) => quizPercent(v.answers)),
          courses: scoring.courses.map((v) => scoreOf(v.quizzes)),
          runs: items.runs.map((v) => runShares(v.evidence)),
          items: items.items.map((v) => evidenceOf(v.pieces, v.inFinal)),
        };""",
        [SCORING, ITEMS],
    )
    for v, share in zip(SCORING["shares"], found["shares"], strict=True):
        assert about(share, v["share"]), (v, share)
    assert found["levels"] == [v["level"] for v in SCORING["kept"]]
    assert found["kept"] == pytest.approx([v["kept"] for v in SCORING["kept"]], abs=1e-8)
    assert found["quizzes"] == [v["percent"] for v in SCORING["quizzes"]]
    assert found["courses"] == [v["score"] for v in SCORING["courses"]]
    for v, shares in zip(ITEMS["runs"], found["runs"], strict=True):
        assert shares == pytest.approx(v["shares"])
    for v, items in zip(ITEMS["items"], found["items"], strict=True):
        _same_items(items, v["items"])


def _same_items(found: Any, wanted: Any) -> None:
    assert set(found) == set(wanted)
    for item, of in wanted.items():
        assert found[item]["state"] == of["state"], (item, found[item], of)
        for name in ("earned", "possible", "share"):
            assert about(found[item][name], of[name]), (item, name)


def test_a_draw_is_repeatable_fair_and_complete() -> None:
    plan = {"always": ["c1"], "pools": [["a1", "a2"], ["b1", "b2", "b3"]], "rest": 2}
    bank = ["c1", "c2", "a1", "a2", "b1", "b2", "b3"]
    draws = run(
        ("draw.js",),
        """
        const [plan, bank] = given;
        return Array.from({length: 500}, (_, seed) => drawn(plan, bank, seed + 1));""",
        [plan, bank],
    )
    again = run(("draw.js",), "return drawn(given[0], given[1], 7);", [plan, bank])
    assert again == draws[6]
    for draw in draws:
        assert len(draw) == len(set(draw)) == 5
        assert "c1" in draw and {"a1", "a2"} & set(draw) and {"b1", "b2", "b3"} & set(draw)
    for id in bank[1:]:
        assert 0.3 < sum(id in draw for draw in draws) / 500 < 0.95, id
