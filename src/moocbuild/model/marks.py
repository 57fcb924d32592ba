"""What tells the modules of a course from all others, so that what becomes of them can be kept.

A module's part of a package is a function of the module, of what the target is, and of the rest of
the course without the texts of its pages: no page shows a text of another one. A test holds every
target to this.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from moocbuild.cache.keep import Plain, current, key_of
from moocbuild.model.course import MADE_MODULE, Course, Module
from moocbuild.model.plain import Codec, facts
from moocbuild.model.wording import Wording
from moocbuild.values import dataclass

T = TypeVar("T")
Marks = Mapping[str, bytes]
"""By id of a module."""
_NEVER = datetime.date.min
_OWN = ("id", "title", "outcomes", "competencies", "content_notes", "minutes")
"""What a module says of itself, beside its pages."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells a page from all others. whole: all of it; outline: all but its texts."""

    whole: bytes
    outline: bytes


def marks_of(source: Course, selected: Course) -> Marks:
    """The marks of the modules of `selected`, which is `source` or a track of it.

    None where nothing is kept, or where it is not known what a page was made of.
    """
    keep = current()
    if keep is None or source.settings.olx.studio is not None:
        return {}
    pages = {page.id: keep.mark(page) for page in source.pages()}
    if not all(isinstance(mark, Mark) for mark in pages.values()):
        return {}
    settings = replace(source.settings, today=_NEVER, wording=Wording())
    how_far = source.translation
    counted = (how_far.done, how_far.total) if how_far else ()
    left = (how_far.language, sorted(how_far.left)) if how_far else ()
    files = [
        (a.href, a.sha256, a.media_type, a.width, a.height, a.fills)
        for a in source.assets.values()
    ]
    rest = key_of(
        facts(replace(source, modules=(), assets={}, settings=settings, translation=None)),
        files,
        left,
        [_module(module, pages) for module in source.modules],
        selected.track,
        [[module.id, *(page.id for page in module.pages())] for module in selected.modules],
    )
    whole = {id: mark.whole for id, mark in pages.items()}
    marks = {m.id: key_of(rest, m.id, [whole[p.id] for p in m.pages()]) for m in selected.modules}
    return {**marks, MADE_MODULE: key_of(rest, MADE_MODULE, counted)}


def _module(module: Module, pages: Mapping[str, Mark]) -> Plain:
    own = [getattr(module, name) for name in _OWN]
    return facts(tuple(own)), [pages[page.id].outline for page in module.pages()]


def know(course: Course, marks: Marks, *more: str) -> None:
    """Remembers the marks of this very course. more: what it has become since they were made."""
    keep = current()
    if keep is not None and marks:
        made = {id: key_of(mark, *more) for id, mark in marks.items()} if more else marks
        keep.know(course, made)


def module_key(course: Course, id: str, *more: str) -> bytes | None:
    """What tells a module of this very course; None of a course whose marks nobody knows.

    more: what the module is made into, as far as the course does not say so.
    """
    keep = current()
    marks: Marks = (keep.mark(course) if keep else None) or {}
    return key_of(marks[id], *more) if id in marks else None


def key_of_value(value: object, *more: str) -> bytes | None:
    """What tells this very value, and what it is made into; None where nobody knows."""
    keep = current()
    mark = keep.mark(value) if keep else None
    plain = mark.whole if isinstance(mark, Mark) else mark
    return key_of(plain, *more) if plain else None


def made(shelf: str, key: bytes | None, codec: Codec, make: Callable[[], T]) -> T:
    """What `make` makes, or has made of the same before. Without a key it is not kept."""
    keep = current()
    if keep is None or key is None:
        return make()
    value: T = keep.made(shelf, key, make, codec.close, codec.open)
    return value
