"""The numbers by which evidence counts: `evidence.json`, which the course compiler wrote.

What each of them means stands in its `moocbuild/model/evidence.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All of them."""

    weights: Mapping[str, float]
    secondary: float
    choice: int
    pieces: int
    developing: float
    shown: float
    kinds: int
    questions: int
    nearly: float
    path: int


RULES = Rules(**json.loads(Path(__file__).with_name("evidence.json").read_text("utf-8")))
