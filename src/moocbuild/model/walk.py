"""Walking the model: every text of a value, and the same value with its texts changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from moocbuild.model.text import Text

Value = TypeVar("Value")


def texts(value: object) -> Iterator[Text]:
    """Every Text in `value`, in the order of its fields."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def map_texts(value: Value, change: Callable[[Text], Text]) -> Value:
    """`value` with `change` applied to every Text; the same object where nothing changed."""
    return cast(Value, _mapped(value, change))


def _mapped(value: object, change: Callable[[Text], Text]) -> object:
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, tuple):
        items = tuple(_mapped(item, change) for item in value)
        same = all(a is b for a, b in zip(items, value, strict=True))
        return value if same else items
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in dataclasses.fields(value):
        old = getattr(value, field.name)
        new = _mapped(old, change)
        if new is not old:
            changed[field.name] = new
    return dataclasses.replace(value, **changed) if changed else value
