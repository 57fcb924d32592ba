"""One folder per format; each exports `FORMAT`. Nothing else knows their names."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping

from moocbuild.diagnostics import Report
from moocbuild.importing.brought import Brought
from moocbuild.importing.source import Source
from moocbuild.plugins import plugins
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the author says of what is read. language: "" where nothing was said."""

    report: Report
    language: str = ""

    @property
    def spoken(self) -> str:
        """The language, English where nothing was said."""
        return self.language or "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """title: what people call it. order: who is asked first whether the file is theirs.

    recognises: by its content, and by its name only where content says nothing. read: raises
    RefusedError and ImportFailed.
    """

    name: str
    title: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Wanted], Brought]
    order: int = 50


@functools.cache
def formats() -> Mapping[str, Format]:
    """Every format by name, in the order in which they are asked."""
    found = [
        importlib.import_module(f"{__name__}.{module.name}").FORMAT
        for module in pkgutil.iter_modules(__path__)
    ]
    found += [entry.load() for entry in plugins("imports")]
    return {each.name: each for each in sorted(found, key=lambda each: (each.order, each.name))}
