"""Members of packages that are made of a module alone, and kept as archives hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from moocbuild.model.course import Course
from moocbuild.model.marks import made, module_key
from moocbuild.model.plain import Codec
from moocbuild.package import Content, Deflated
from moocbuild.package.zip import deflated

_CODEC = Codec([Deflated])
Members = Iterable[tuple[str, Content]]


def members(
    course: Course,
    module: str,
    shelf: str,
    make: Callable[[], Iterable[tuple[str, bytes]]],
    *more: str,
) -> Members:
    """Names and contents of what `make` makes of a module of this course, by its id.

    shelf, more: what it is made into. Where nothing is kept, the very bytes are given.
    """
    key = module_key(course, module, *more)
    if key is None:
        return make()
    return made(shelf, key, _CODEC, lambda: tuple((n, deflated(data)) for n, data in make()))
