"""What one build makes once for several packages. Nothing is kept between builds or threads."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Made = TypeVar("Made")


class Memo:
    """Values by what they are made of; the oldest go when `budget` bytes are exceeded."""

    def __init__(self, budget: int) -> None:
        self._budget, self._size = budget, 0
        self._kept: dict[Hashable, tuple[Any, int]] = {}

    def once(self, key: Hashable, make: Callable[[], Made], size: Callable[[Made], int]) -> Made:
        """The value of `key`, made at the first call; size: in bytes."""
        found = self._kept.pop(key, None)
        if found is None:
            made = make()
            found = (made, size(made))
            self._size += found[1]
        self._kept[key] = found
        while self._size > self._budget and len(self._kept) > 1:
            self._size -= self._kept.pop(next(iter(self._kept)))[1]
        value: Made = found[0]
        return value


_memo: ContextVar[Memo | None] = ContextVar("memo", default=None)
_BUDGET = 24 << 20


@contextmanager
def one_build() -> Iterator[None]:
    """Within it, in this thread alone, `once` remembers; within another one, that one does."""
    if _memo.get() is not None:
        yield
        return
    token = _memo.set(Memo(_BUDGET))
    try:
        yield
    finally:
        _memo.reset(token)


def once(key: Hashable, make: Callable[[], Made], size: Callable[[Made], int]) -> Made:
    """What `make` makes, remembered within one build. key: all that it depends on."""
    memo = _memo.get()
    return make() if memo is None else memo.once(key, make, size)
