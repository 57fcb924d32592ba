"""Data classes that cost little: to define, since every start defines all of them, and to make.

`dataclasses` compiles six methods for a frozen class, and makes its values by one call for each
field. Here only `__init__` is compiled, and nothing but mypy keeps a value from being changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: bool) -> Callable[..., Any]:
        """`dataclasses.dataclass`, with the same values, comparison and hash."""

        def made(cls: type) -> type:
            cls = dataclasses.dataclass(repr=False, eq=False, **options)(cls)
            cls.__repr__ = _repr
            if eq:
                cls.__eq__, hashed = _comparison(cls)
                cls.__hash__ = hashed if frozen else None
            return cls

        return made


def _comparison(cls: Any) -> tuple[Callable[[Any, Any], bool], Callable[[Any], int]]:
    """`__eq__` and `__hash__` by the fields that are compared."""
    key = attrgetter(*(field.name for field in dataclasses.fields(cls) if field.compare))

    def equal(self: Any, other: Any) -> bool:
        return key(self) == key(other) if self.__class__ is other.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    return equal, hashed


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({', '.join(shown)})"
