"""Data classes of authors' files, and what they ask of a value: schemas of pydantic's core.

A class is written as for `pydantic`, and its core checks the values. The rest of `pydantic` would
make the same schemas of the same annotations, and costs each start a seventh of the bare stack
(docs/performance.md), so that `json_schema` alone imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy, deepcopy
from datetime import date
from functools import cache
from inspect import get_annotations
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic_core import SchemaValidator

from moocbuild.values import dataclass

if TYPE_CHECKING:
    from typing import Self

    from pydantic_core import CoreSchema

Core = dict[str, Any]
"""A schema of pydantic's core, as plain data."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping: what its value must be, and whether it must be there."""

    annotation: Any
    required: bool


@dataclass_transform(kw_only_default=True)
class Schema:
    """A mapping of an author's file: nothing in it but its keys.

    `validate` makes one of what an author wrote, and the constructor of values that are right.
    """

    __slots__ = (  # as the core of pydantic fills them
        "__dict__",
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
    )
    __pydantic_fields_set__: set[str]

    if not TYPE_CHECKING:

        def __init__(self, **values: object) -> None:
            for name, value in _defaults(type(self)).items():
                if name not in values:
                    self.__dict__[name] = deepcopy(value)
            self.__dict__.update(values)
            self.__pydantic_fields_set__ = set(values)

    @classmethod
    def validate(cls, written: object) -> Self:
        """What an author wrote, as values. Raises ValidationError with every problem."""
        kind: Any = cls
        made: Self = _validator(kind).validate_python(written)
        return made

    @classmethod
    def fields(cls) -> Mapping[str, Field]:
        """Its keys, in order."""
        kind: Any = cls
        return _fields(kind)

    def written(self) -> frozenset[str]:
        """The keys that stand in the file."""
        return frozenset(self.__pydantic_fields_set__)

    def plain(self) -> dict[str, Any]:
        """As plain data."""
        return {name: _plain(value) for name, value in self.__dict__.items()}

    def but(self, **changes: object) -> Self:
        """The same with other values, which are right."""
        made = copy(self)
        made.__dict__.update(changes)
        return made

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__


class Cleaned(Schema):
    """A mapping of which something is taken out first."""

    @classmethod
    def cleaned(cls, written: object) -> object:
        """What is checked of what an author wrote."""
        raise NotImplementedError


def _plain(value: Any) -> Any:
    if isinstance(value, Schema):
        return value.plain()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return {k: _plain(v) for k, v in value.items()} if isinstance(value, dict) else value


# --- what annotations add ------------------------------------------------------------------------


class Limits:
    """What the core of pydantic holds a value to: `ge`, `le`, `pattern`, `min_length` …"""

    def __init__(self, **limits: object) -> None:
        self._limits = limits

    def around(self, inner: Core) -> Core:
        """The schema with these limits."""
        return {**inner, **self._limits}


class Before:
    """A function that what is written goes through first. written: what may be written, for
    editors, where it is more than what comes out.
    """

    def __init__(self, function: Callable[[Any], Any], written: object = None) -> None:
        self._function, self._written = function, written

    def around(self, inner: Core) -> Core:
        """The schema after the function."""
        return {**self._call("function-before"), "schema": inner}

    def _call(self, kind: str) -> Core:
        made: Core = {"type": kind, "function": {"type": "no-info", "function": self._function}}
        if self._written is not None:
            made["json_schema_input_schema"] = _asked(self._written, {})
        return made


class Instead(Before):
    """A function that alone makes the value of what is written."""

    def around(self, inner: Core) -> Core:
        """The function."""
        return self._call("function-plain")


class Editors:
    """What the JSON Schema says of a value beside its kind."""

    def __init__(self, **said: object) -> None:
        self._said = said

    def around(self, inner: Core) -> Core:
        """The schema with this beside it."""
        return {**inner, "metadata": {EDITORS: self._said}} if self._said else inner


class After(Editors):
    """A function that the value goes through. said: to editors, beside its kind."""

    def __init__(self, function: Callable[[Any], Any], **said: object) -> None:
        super().__init__(**said)
        self._function = function

    def around(self, inner: Core) -> Core:
        """The schema before the function."""
        call = {"type": "no-info", "function": self._function}
        return super().around({"type": "function-after", "function": call, "schema": inner})


EDITORS = "editors"
"""The key of what editors are told, in the metadata of a schema."""


# --- classes as schemas --------------------------------------------------------------------------

_KINDS = {str: "str", int: "int", bool: "bool", date: "date", object: "any"}
_CONFIG = {"extra_fields_behavior": "forbid", "allow_inf_nan": False}


def core_schema(cls: type[Schema]) -> Core:
    """The schema of a class; classes within it are named, as they may hold themselves."""
    known: dict[type[Schema], Core] = {}
    made = _model(cls, known)
    if not known:
        return made
    if cls in known:
        made = _named(cls)
    return {"type": "definitions", "schema": made, "definitions": list(known.values())}


def _model(cls: type[Schema], known: dict[type[Schema], Core]) -> Core:
    kind: Any = cls
    fields, defaults = Core(), _defaults(kind)
    for name, field in cls.fields().items():
        asked = _asked(field.annotation, known)
        if not field.required:
            asked = {"type": "default", "schema": asked, **_default(defaults[name])}
        fields[name] = {"type": "model-field", "schema": asked}
    inner: Core = {"type": "model-fields", "fields": fields, "model_name": cls.__name__}
    if issubclass(cls, Cleaned):
        inner = Before(cls.cleaned).around(inner)
    return {"type": "model", "cls": cls, "schema": inner, "config": _CONFIG, "ref": _name(cls)}


def _default(value: object) -> Core:
    """What a key begins with: a value, of which each mapping has a copy."""
    if value in ([], {}):
        return {"default_factory": type(value)}
    return {"default": value}


def _asked(annotation: Any, known: dict[type[Schema], Core]) -> Core:
    """What an annotation asks of a value. known: schemas of classes, to which this adds."""
    if annotation in _KINDS:
        return {"type": _KINDS[annotation]}
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        if annotation not in known:
            known[annotation] = {}  # it may hold itself
            known[annotation] = _model(annotation, known)
        return _named(annotation)
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        alone = isinstance(arguments[1], Instead)  # of a kind that nobody writes
        made = {} if alone else _asked(arguments[0], known)
        for mark in arguments[1:]:
            made = mark.around(made)
        return made
    return _made_of(annotation, arguments, known)


def _made_of(annotation: Any, arguments: tuple[Any, ...], known: dict[type[Schema], Core]) -> Core:
    """Of a kind that has kinds within."""
    origin = get_origin(annotation)
    if origin is Literal:
        return {"type": "literal", "expected": list(arguments)}
    if origin in (Union, UnionType):
        return _one_of(arguments, known)
    if origin is list:
        return {"type": "list", "items_schema": _asked(arguments[0], known)}
    if origin is dict:
        keys, values = (_asked(each, known) for each in arguments)
        return {"type": "dict", "keys_schema": keys, "values_schema": values}
    raise TypeError(f"no key of a file can be {annotation!r}")


def _one_of(kinds: tuple[Any, ...], known: dict[type[Schema], Core]) -> Core:
    choices = [_asked(each, known) for each in kinds if each is not NoneType]
    made = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
    return {"type": "nullable", "schema": made} if NoneType in kinds else made


def _named(cls: type[Schema]) -> Core:
    return {"type": "definition-ref", "schema_ref": _name(cls)}


def _name(cls: type[Schema]) -> str:
    """As JSON Schemas want it: the class, and what tells it from others of the name."""
    return f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"


@cache
def _validator(cls: Any) -> SchemaValidator:
    """At first use: no course has every kind of file."""
    return SchemaValidator(cast("CoreSchema", core_schema(cls)))


@cache
def _fields(cls: Any) -> Mapping[str, Field]:
    hints, defaults = get_type_hints(cls, include_extras=True), _defaults(cls)
    return {
        name: Field(hint, name not in defaults)
        for name, hint in hints.items()
        if not name.startswith("__")
    }


@cache
def _defaults(cls: Any) -> Mapping[str, object]:
    return {
        name: kind.__dict__[name]
        for kind in reversed(cls.__mro__)
        for name in get_annotations(kind)
        if name in kind.__dict__ and not name.startswith("__")
    }
