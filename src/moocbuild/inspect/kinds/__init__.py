"""Kinds of packages: one file each, found by being there.

A kind has `ORDER` (the lowest is asked first), `MARKS` (names of the files by which people know
it), `recognise(looking)`, whether an archive is one, and `look(looking)`, what is in it; the
latter reports what is wrong.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Sequence
from types import ModuleType


@functools.cache
def kinds() -> Sequence[ModuleType]:
    """Every kind, in the order in which they are asked."""
    found = [
        importlib.import_module(f"{__name__}.{each.name}")
        for each in pkgutil.iter_modules(__path__)
    ]
    return sorted(found, key=lambda kind: (kind.ORDER, kind.__name__))
