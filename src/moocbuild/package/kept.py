"""What packages are made of and need not be made again: members, manifests.

Members are made of a module alone, and kept as archives hold them. A manifest says of a course
what its outline does, and which files there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from moocbuild.model.course import MADE_MODULE, Course
from moocbuild.model.marks import made, module_key
from moocbuild.model.plain import PLAIN, Codec
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


def manifest(course: Course, names: Iterable[str], make: Callable[[], bytes], *more: str) -> bytes:
    """What `make` makes of this course. names: of the other files. more: what it is made into."""
    key = module_key(course, MADE_MODULE, *more, *names)
    return made("manifests", key, PLAIN, make)
