"""Numbers inside a backup: made from what the author wrote, so that they stay when others come.

A restore gives everything new numbers; these only tie the files of one backup together.
"""

from __future__ import annotations

import hashlib

_BITS = 30


class Ids:
    """Numbers of one backup: a (kind, name) has one, which no other of its kind has."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._taken: set[tuple[str, int]] = set()

    def of(self, kind: str, name: str) -> int:
        """The number of `name` among things of its `kind`."""
        key = (kind, name)
        if key not in self._known:
            number = _hashed(kind, name)
            while (kind, number) in self._taken:
                number += 1
            self._known[key] = number
            self._taken.add((kind, number))
        return self._known[key]


def _hashed(kind: str, name: str) -> int:
    digest = hashlib.sha256(f"{kind}\0{name}".encode("utf-8", "surrogatepass")).digest()
    return 1000 + int.from_bytes(digest[:4], "big") % (1 << _BITS)
