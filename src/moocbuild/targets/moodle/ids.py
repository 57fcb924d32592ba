"""Numbers inside a backup: made from what the author wrote, so that they stay when others come.

A restore gives everything new numbers; these only tie the files of one backup together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

_BITS = 30
Number = tuple[str, str, int]
"""Of a kind and a name."""


class Ids:
    """Numbers of one backup: a (kind, name) has one, which no other of its kind has."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._taken: set[tuple[str, int]] = set()
        self._asked: dict[tuple[str, str], int] = {}
        self.settled = True
        """Whether each number is the one that its name alone gives."""

    def of(self, kind: str, name: str) -> int:
        """The number of `name` among things of its `kind`."""
        key = (kind, name)
        number = self._known.get(key)
        if number is None:
            number = first = _hashed(kind, name)
            while (kind, number) in self._taken:
                number += 1
            self.settled &= number == first
            self._known[key] = number
            self._taken.add((kind, number))
        self._asked[key] = number
        return number

    @contextmanager
    def asked(self) -> Iterator[dict[tuple[str, str], int]]:
        """All numbers that are asked for within it."""
        self._asked = {}
        yield self._asked

    def claim(self, numbers: Iterable[Number]) -> bool:
        """Gives things these numbers; False, and nothing given, where one has another already."""
        for kind, name, number in numbers:
            known = self._known.get((kind, name))
            if number != known if known is not None else (kind, number) in self._taken:
                return False
        for kind, name, number in numbers:
            self._known[kind, name] = number
            self._taken.add((kind, number))
        return True


def _hashed(kind: str, name: str) -> int:
    digest = hashlib.sha256(f"{kind}\0{name}".encode("utf-8", "surrogatepass")).digest()
    return 1000 + int.from_bytes(digest[:4], "big") % (1 << _BITS)
