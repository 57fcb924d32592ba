"""One file per kind of question that an author can write.

A file here is a kind: its name is the keyword after `kind=`, `find` says which block of a section
holds its answers (None: not this kind), `parse` lowers that block to an interaction of the model,
and `ORDER` decides who is asked first where no `kind=` is written. It may have a `FORM`: what to
write where it is asked for and not found. Nothing else knows the kinds.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Protocol, cast

from moocbuild.model.question import Interaction
from moocbuild.plugins import plugins
from moocbuild.source.pages.raw_question import RawQuestion
from moocbuild.source.pages.section import Element, Section


class Kind(Protocol):
    """What a module in this folder, or behind a `moocbuild.questions` entry point, offers.

    ORDER: lower is asked first; 0 = only with `kind=`.
    """

    ORDER: int
    find: Callable[[Section], Element | None]
    parse: Callable[[RawQuestion], Interaction]


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its keyword, in the order in which they are asked."""
    found = {
        module.name: cast(Kind, importlib.import_module(f"{__name__}.{module.name}"))
        for module in pkgutil.iter_modules(__path__)
    }
    for entry in plugins("questions"):
        found[entry.name] = cast(Kind, entry.load())
    return dict(sorted(found.items(), key=lambda pair: (pair[1].ORDER, pair[0])))


def guess(section: Section) -> tuple[str, Element] | None:
    """The first kind that fits, with the block of its answers."""
    for name, kind in kinds().items():
        block = kind.find(section) if kind.ORDER else None
        if block is not None:
            return name, block
    return None
