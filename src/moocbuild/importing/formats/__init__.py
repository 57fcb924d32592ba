"""One folder per format; each exports `FORMAT`. Nothing else knows their names."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping

from moocbuild.importing.format import Format
from moocbuild.plugins import plugins


@functools.cache
def formats() -> Mapping[str, Format]:
    """Every format by name, in the order in which they are asked."""
    found = [
        importlib.import_module(f"{__name__}.{module.name}").FORMAT
        for module in pkgutil.iter_modules(__path__)
    ]
    found += [entry.load() for entry in plugins("imports")]
    return {each.name: each for each in sorted(found, key=lambda each: (each.order, each.name))}
