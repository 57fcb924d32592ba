"""What packages beside this one add, through their entry points."""

from __future__ import annotations

import functools
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def plugins(group: str) -> Iterable[EntryPoint]:
    """The entry points of a group."""
    every = _every()
    if every is None:
        return ()
    found: Iterable[EntryPoint] = every.select(group=f"moocbuild.{group}")
    return found


def installed() -> Iterator[str]:
    """Where installed packages say what they are; the names of these folders bear versions."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:
            yield from (e.path for e in entries if e.name.endswith((".dist-info", ".egg-info")))


def plugin_modules(packages: Iterable[str] | None = None) -> Iterator[str]:
    """The modules of the entry points that are meant for this program."""
    for package in installed() if packages is None else packages:
        name = os.path.join(package, "entry_points.txt")  # noqa: PTH118 - most have none
        try:
            with open(name, encoding="utf-8", errors="replace") as stream:  # noqa: PTH123
                text = stream.read()
        except OSError:
            continue
        for section in f"\n{text}".split("\n[")[1:]:
            if section.startswith("moocbuild."):
                yield from re.findall(r"^[^=\n]+=\s*(\w+)", section, re.M)


@functools.cache
def _every() -> Any:
    """Of all installed packages, which are looked through once. (Its type differs by Python.)

    None where plainly nobody adds anything: what reads them brings a mail parser along.
    """
    if _are_folders() and next(plugin_modules(), None) is None:
        return None
    from importlib.metadata import entry_points

    return entry_points()


def _are_folders() -> bool:
    """Whether `installed` sees all packages: none is an archive, an egg, or found elsewhere."""
    finders = [each for each in sys.meta_path if hasattr(each, "find_distributions")]
    return len(finders) <= 1 and not any(
        path.endswith(".egg") or os.path.isfile(path)  # noqa: PTH113 - never raises
        for path in sys.path
    )
