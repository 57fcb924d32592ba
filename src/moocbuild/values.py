"""Data classes that cost little: to define, since every start defines all of them, and to make.

`dataclasses` compiles six methods for a frozen class, and makes its values by one call for each
field. Here only `__init__` is compiled, when the first value is made, as no run needs all classes;
and nothing but mypy keeps a value from being changed. To compile takes 70 µs, to rename what was
compiled for another class 4.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: bool) -> Callable[..., Any]:
        """`dataclasses.dataclass`, with the same values, comparison and hash."""

        def made(cls: type) -> type:
            cls = dataclasses.dataclass(init=False, repr=False, eq=False, **options)(cls)
            cls.__init__ = _first_init(cls)
            cls.__repr__ = _repr
            if eq:
                cls.__eq__, hashed = _comparison(cls)
                cls.__hash__ = hashed if frozen else None
            return cls

        return made

    def replace(value: Any, **changes: Any) -> Any:
        """`dataclasses.replace`, which asks each field whether it is one."""
        cls = value.__class__
        names, read = _fields(cls)
        return cls(**{**dict(zip(names, read(value), strict=True)), **changes})


@cache
def _fields(cls: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Names of the fields that `__init__` takes, and what reads them."""
    names = tuple(field.name for field in dataclasses.fields(cls) if field.init)
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda value: tuple(getattr(value, name) for name in names)


def _first_init(cls: Any) -> Callable[..., None]:
    """Puts the class's own `__init__` in its place, and calls that."""

    def first(self: Any, *values: Any, **named: Any) -> None:
        cls.__init__ = _init(cls)
        cls.__init__(self, *values, **named)

    return first


def _init(cls: Any) -> Callable[..., None]:
    """`__init__` as the standard library has it for a class that is not frozen."""
    fields = dataclasses.fields(cls)
    made_here = (
        not each.init or each.default_factory is not dataclasses.MISSING for each in fields
    )
    if fields and not any(made_here) and not hasattr(cls, "__post_init__"):
        return _renamed(cls, sorted(fields, key=lambda each: each.kw_only is True))
    space: dict[str, Any] = {"MISSING": dataclasses.MISSING}
    body = [_assignment(field, space) for field in fields]
    body += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    in_order = [_parameter(each, space) for each in fields if each.init and not each.kw_only]
    by_name = [_parameter(each, space) for each in fields if each.init and each.kw_only]
    parameters = ["self", *in_order, *(["*", *by_name] if by_name else [])]
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(filter(None, body)), space)
    made: Callable[..., None] = space["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _renamed(cls: Any, fields: Sequence[dataclasses.Field[Any]]) -> Callable[..., None]:
    """Where all is given or has a default: compiled once for all classes of as many fields."""
    names = tuple(field.name for field in fields)
    by_name = [field for field in fields if field.kw_only]
    code = _assigning(len(fields)).replace(
        co_argcount=1 + len(fields) - len(by_name),
        co_kwonlyargcount=len(by_name),
        co_varnames=("self", *names),
        co_names=names,
        co_qualname=f"{cls.__qualname__}.__init__",
    )
    known = {each.name: each.default for each in fields if each.default is not dataclasses.MISSING}
    in_order = tuple(
        known[each.name] for each in fields if each.name in known and not each.kw_only
    )
    made = FunctionType(code, {}, "__init__", in_order)
    made.__kwdefaults__ = {each.name: known[each.name] for each in by_name if each.name in known}
    return made


@cache
def _assigning(count: int) -> CodeType:
    """The code of an `__init__` that sets so many fields."""
    names = [f"field_{number}" for number in range(count)]
    space: dict[str, Any] = {}
    body = "\n ".join(f"self.{name} = {name}" for name in names)
    exec(f"def __init__(self, {', '.join(names)}):\n {body}", space)
    code: CodeType = space["__init__"].__code__
    return code


def _parameter(field: dataclasses.Field[Any], space: dict[str, Any]) -> str:
    """With its default, which a factory leaves to the body."""
    if field.default is not dataclasses.MISSING:
        space[f"default_{field.name}"] = field.default
        return f"{field.name}=default_{field.name}"
    made = field.default_factory is not dataclasses.MISSING
    return f"{field.name}=MISSING" if made else field.name


def _assignment(field: dataclasses.Field[Any], space: dict[str, Any]) -> str:
    """ "" for a field that `__post_init__` sets."""
    name, value = field.name, field.name if field.init else ""
    if field.default_factory is not dataclasses.MISSING:
        space[f"make_{name}"] = field.default_factory
        value = f"make_{name}() if {name} is MISSING else {name}" if value else f"make_{name}()"
    return f"self.{name} = {value}" if value else ""


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
