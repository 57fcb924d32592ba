"""One folder per family of packages; each exports `TARGETS`. Nothing else knows their names."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterable, Mapping

from moocbuild.plugins import plugins
from moocbuild.target import Target


@functools.cache
def targets() -> Mapping[str, Target]:
    """Every target by name: folders here, then entry points `moocbuild.targets`."""
    found: list[Target] = []
    for module in pkgutil.iter_modules(__path__):
        found.extend(_exported(importlib.import_module(f"{__name__}.{module.name}").TARGETS))
    for entry in plugins("targets"):
        found.extend(_exported(entry.load()))
    return {target.name: target for target in sorted(found, key=lambda t: t.name)}


def _exported(value: object) -> Iterable[Target]:
    """A module's `TARGETS`, or the single Target behind an entry point."""
    if isinstance(value, Target):
        return (value,)
    if isinstance(value, Iterable):
        return tuple(value)
    raise TypeError(f"not a target: {value!r}")
