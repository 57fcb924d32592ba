"""What reviewers write, whichever file it comes in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field

from moocbuild.model.text import one_line
from moocbuild.values import dataclass

FORMAT = "moocbuild-review"
FORM = 1
"""Of the file that a page saves. One with a higher number is newer than this program."""
LARGEST = 20_000_000
"""Bytes of a file that comes back."""
MANY = 50_000
"""Comments in one file."""
VERDICTS = ("yes", "changes", "no")


class NotAReviewError(ValueError):
    """A file that cannot be read as a review; says why. help: what to do."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One remark on one place.

    place: its id, or "" where only a document knew it; key: a hash of the id, as documents have
    it. page: id of its page. number: on the sheet, 0 if unknown. text: what stood there. hash: of
    that, "" if unknown. quoted: the words that were selected, "" for all. who: its author, if the
    file says so for each.
    """

    place: str = ""
    key: str = ""
    page: str = ""
    number: int = 0
    text: str = ""
    hash: str = ""
    quoted: str = ""
    who: str = ""
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A whole file. course: its id, or key: a hash of it. saved: a date as it was written.

    hashes: module → hash of the text that was read, of modules that were read whole.
    """

    course: str = ""
    key: str = ""
    version: str = ""
    name: str = ""
    role: str = ""
    verdict: str = ""
    remarks: str = ""
    saved: str = ""
    hashes: Mapping[str, str] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()


def cleaned(words: str) -> str:
    """Words of strangers on one line, without signs that steer a terminal or turn text around."""
    kept = (
        " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char
        for char in words
        if unicodedata.category(char) not in ("Cf", "Cs") or char in _JOINERS
    )
    return one_line("".join(kept))


_JOINERS = "\u200c\u200d"
"""Scripts such as Persian and Hindi are spelled with these."""
