"""The golden vectors of evidence, in the blocks' own rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from moocbuild_xblock.evidence import Piece, evidence_of, run_shares

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "tests" / "evidence" / "evidence.json").read_text("utf-8")
)


@pytest.mark.parametrize("vector", VECTORS["items"], ids=range(len(VECTORS["items"])))
def test_items(vector: Any) -> None:
    pieces = [Piece(**piece) for piece in vector["pieces"]]
    found = evidence_of(pieces, vector["inFinal"])
    assert set(found) == set(vector["items"])
    for item, wanted in vector["items"].items():
        assert found[item].state == wanted["state"]
        for name in ("earned", "possible", "share"):
            assert getattr(found[item], name) == pytest.approx(wanted[name], abs=1e-8)


@pytest.mark.parametrize("vector", VECTORS["runs"], ids=range(len(VECTORS["runs"])))
def test_runs(vector: Any) -> None:
    assert run_shares(vector["evidence"]) == pytest.approx(vector["shares"])
