"""What packages beside this one add, through their entry points."""

from __future__ import annotations

import functools
from importlib.metadata import EntryPoints, entry_points
from typing import Any


def plugins(group: str) -> EntryPoints:
    """The entry points of a group."""
    found: EntryPoints = _every().select(group=f"moocbuild.{group}")
    return found


@functools.cache
def _every() -> Any:
    """Of all installed packages, which are looked through once. (Its type differs by Python.)"""
    return entry_points()
