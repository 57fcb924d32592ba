"""What a run costs, in counts: the same on a busy machine as on an idle one."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls(run: Callable[[], object]) -> int:
    """Functions called while `run` runs, ours and those in C."""
    counted = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return counted


class Reads(io.BytesIO):
    """A file that counts how often, and how much of it, is read."""

    times = amount = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """The same bytes."""
        data = super().read(size)
        self.times += 1
        self.amount += len(data)
        return data
