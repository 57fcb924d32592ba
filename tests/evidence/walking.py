"""Reads the golden vectors of ways through a simulation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

WALKS: dict[str, Any] = json.loads(Path(__file__).with_name("walks.json").read_text("utf-8"))
STORY: dict[str, Any] = WALKS["story"]


def path_of(vector: Any) -> list[str]:
    """The choices taken before."""
    return vector["path"] * vector.get("times", 1) + vector.get("then", [])


def is_right(vector: Any, found: list[str] | None) -> bool:
    """Whether this is the path after a vector's move."""
    if "to" in vector:
        return bool(found == vector["to"])
    return found is not None and len(found) == vector["length"]


def told(vector: Any) -> str:
    """A name for a test."""
    path = "-".join(vector["path"]) + f"x{vector.get('times', '')}"
    return f"{path} {vector.get('do', 'walk')} {vector.get('choice', '')}"
