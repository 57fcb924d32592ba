"""Values of the model as plain data and back: tuples, lists, strings and numbers.

A list stands for what is no plain value itself: its first item says what. A text's nodes are plain
already, but for the references in them.
"""

from __future__ import annotations

import dataclasses
import enum
import marshal
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, cast

from moocbuild.cache.keep import Plain
from moocbuild.model.course import Lesson
from moocbuild.model.text import EMPTY, Node, Nodes, Ref, Text

_TEXT, _LINKED, _MAPPING, _SET, _LIST, _ENUM, _FIRST = range(7)
_ATOMS = frozenset({type(None), bool, int, float, str, bytes})
_EMPTY = [_TEXT]


class Codec:
    """Takes values of these classes apart, and makes them again: data classes and enums."""

    def __init__(self, classes: Sequence[type[Any]]) -> None:
        self._classes = tuple(classes)
        self._codes = {each: code for code, each in enumerate(classes, _FIRST)}
        self._makers = [_maker(each) for each in classes]
        values = [each for each in classes if dataclasses.is_dataclass(each)]
        self._seen = {each: (self._codes[each], _getter(_fields(each))) for each in values}

    def close(self, value: object) -> Plain:
        """A value as plain data. Raises ValueError for what is of no class known."""
        kind = type(value)
        if kind in _ATOMS:
            return value
        if kind is Text:
            return _text(cast(Text, value))
        if kind is tuple:
            return tuple(self._closed(cast("tuple[object, ...]", value)))
        if kind in self._seen:
            code, fields = self._seen[kind]
            return [code, *self._closed(fields(value))]
        return self._collection(value)

    def _closed(self, values: Iterable[object]) -> list[Plain]:
        close = self.close
        return [v if type(v) in _ATOMS else close(v) for v in values]

    def _collection(self, value: object) -> Plain:
        if isinstance(value, Mapping):
            return [_MAPPING, *self._closed(each for pair in value.items() for each in pair)]
        if isinstance(value, (set, frozenset)):
            return [_SET, *sorted(self._closed(value))]
        if isinstance(value, str):  # of a library's own kind
            return str(value)
        if isinstance(value, list):
            return [_LIST, *self._closed(value)]
        if isinstance(value, enum.Enum) and type(value) in self._codes:
            return [_ENUM, self._codes[type(value)], self.close(value.value)]
        raise ValueError(f"not plain: {type(value).__qualname__}")

    def open(self, plain: Plain) -> Any:
        """The value again."""
        kind = type(plain)
        if kind is tuple:
            return tuple(self._opened(plain))
        if kind is not list:
            return plain
        code = plain[0]
        if code == _TEXT:
            return Text(plain[1]) if len(plain) > 1 else EMPTY
        if code >= _FIRST:
            _, *values = self._opened(plain)
            return self._makers[code - _FIRST](*values)
        return self._special(plain)

    def _opened(self, plain: Iterable[Plain]) -> list[Any]:
        open = self.open
        return [
            open(each) if type(each) is list or type(each) is tuple else each for each in plain
        ]

    def _special(self, items: list[Any]) -> object:
        code = items[0]
        if code == _LINKED:
            return Text(
                tuple([_linked(node[0]) if type(node) is list else node for node in items[1]])
            )
        if code == _ENUM:
            return self._classes[items[1] - _FIRST](items[2])
        values = self._opened(items[1:])
        if code == _MAPPING:
            return dict(zip(values[::2], values[1::2], strict=True))
        return set(values) if code == _SET else values


PLAIN = Codec(())
"""For what is plain as it is."""


def _fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.init)


def _maker(kind: type[Any]) -> Callable[..., object]:
    if dataclasses.is_dataclass(kind) and any(f.kw_only for f in dataclasses.fields(kind)):
        names = _fields(kind)
        return lambda *values: kind(**dict(zip(names, values, strict=True)))
    return kind


def outline(value: object) -> Plain:
    """All of a page but its texts, and where they stand in files: what other pages may show of it.

    Its title counts, as a text, too. Not to be taken apart again.
    """
    seen = _told(value, _no_text)
    return (seen, repr(value.heading.nodes)) if isinstance(value, Lesson) else seen


def facts(value: object) -> Plain:
    """All of a value but where it stands in files. Not to be taken apart again."""
    return _told(value, lambda text: repr(text.nodes))


def _no_text(text: Text) -> None:
    return None


def _told(value: object, text: Callable[[Text], Plain]) -> Plain:
    kind: Any = type(value)
    if kind in _ATOMS:
        return value
    if kind is Text:
        return text(cast(Text, value))
    if kind is tuple:
        items = cast("tuple[object, ...]", value)
        return tuple([v if type(v) in _ATOMS else _told(v, text) for v in items])
    if dataclasses.is_dataclass(value):
        name, seen = _compared(kind)
        return [name, *[v if type(v) in _ATOMS else _told(v, text) for v in seen(value)]]
    if isinstance(value, (str, uuid.UUID, enum.Enum)) or hasattr(value, "isoformat"):  # a date
        return str(value)
    if isinstance(value, Mapping):
        return tuple([(_told(key, text), _told(item, text)) for key, item in value.items()])
    if isinstance(value, Path):  # of a file that is told by its hash
        return None
    raise ValueError(f"not plain: {kind.__qualname__}")


@cache
def _compared(kind: type[Any]) -> tuple[str, Callable[[Any], Iterable[Any]]]:
    fields = dataclasses.fields(kind)
    return kind.__qualname__, _getter([field.name for field in fields if field.compare])


def _getter(names: Sequence[str]) -> Callable[[Any], Iterable[Any]]:
    """The values of these fields: `attrgetter` gives one alone, and takes no less."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


# --- texts --------------------------------------------------------------------------------------


def _text(text: Text) -> Plain:
    if not text.nodes:
        return _EMPTY
    alone = len(text.nodes) == 1 and type(text.nodes[0]) is str  # as most texts are
    if alone or _is_plain(text.nodes):
        return [_TEXT, text.nodes]
    return [_LINKED, tuple([n if _is_plain(n) else [_unlinked(n)] for n in text.nodes])]


def _is_plain(nodes: Nodes | Node) -> bool:
    """Whether nothing in it is a reference, or a library's own kind of string."""
    try:
        marshal.dumps(nodes)
    except ValueError:
        return False
    return True


def _unlinked(node: Node) -> Plain:
    if isinstance(node, str):
        return str(node)
    name, attributes, children, line = node
    values = tuple([(k, list(v) if isinstance(v, Ref) else str(v)) for k, v in attributes])
    return (name, values, tuple(map(_unlinked, children)), line)


def _linked(node: Any) -> Node:
    if type(node) is str:
        return node
    name, attributes, children, line = node
    values = tuple([(k, Ref(*v) if type(v) is list else v) for k, v in attributes])
    return (name, values, tuple(map(_linked, children)), line)
