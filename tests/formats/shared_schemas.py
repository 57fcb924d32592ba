"""The official schemas, where they are at hand (they are not a part of this project)."""

from __future__ import annotations

import functools
import importlib.util
import types
from pathlib import Path

SHARED = Path(__file__).parents[2].parent / "shared"
WHY_NOT = "the official schemas are not at hand (../shared)"


@functools.cache
def module(path: str) -> types.ModuleType:
    """A Python file of ../shared, imported under its own name."""
    file = SHARED / path
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded
