"""One rule a file: `RULE` (its code, severity and explanation) and `check(course)`.

No rule sees another. Found by being here, or behind a `moocbuild.checks` entry point.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points

from moocbuild.diagnostics import Diagnostic
from moocbuild.model.course import Course

Check = Callable[[Course], Iterator[Diagnostic]]


@functools.cache
def checks() -> tuple[Check, ...]:
    """Every check, by file name."""
    found: list[Check] = [
        importlib.import_module(f"{__name__}.{module.name}").check
        for module in pkgutil.iter_modules(__path__)
    ]
    found += [entry.load() for entry in entry_points(group="moocbuild.checks")]
    return tuple(found)
