"""What keeps a new course or page from being written."""

from __future__ import annotations


class ScaffoldError(Exception):
    """Nothing was written. help: what to type instead."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


def taken(name: str) -> ScaffoldError:
    """Something is there already."""
    return ScaffoldError(
        f"'{name}' is there already", "choose another name: nothing is written over"
    )


def refused(path: object, error: OSError) -> ScaffoldError:
    """The disk would not take it."""
    reason = (error.strerror or str(error)).lower()
    return ScaffoldError(
        f"{error.filename or path}: {reason}", "choose a folder that you may write to"
    )
