"""What a format is, and what the author says of what is read."""

from __future__ import annotations

from collections.abc import Callable

from moocbuild.diagnostics import Report
from moocbuild.importing.brought import Brought
from moocbuild.importing.source import Source
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the author says of what is read. language: "" where nothing was said."""

    report: Report
    language: str = ""

    @property
    def spoken(self) -> str:
        """The language, English where nothing was said."""
        return self.language or "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """title: what people call it. order: who is asked first whether the file is theirs.

    recognises: by its content, and by its name only where content says nothing. read: raises
    RefusedError and ImportFailed.
    """

    name: str
    title: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Wanted], Brought]
    order: int = 50
