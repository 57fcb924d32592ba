"""The files that reviewers send back, whichever kind they are."""

from __future__ import annotations

from pathlib import Path

from moocbuild.review.comments import LARGEST, NotAReviewError, Review
from moocbuild.review.read_json import read_json

_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"


def read_file(path: Path) -> Review:
    """The review in a file. Raises NotAReviewError, also for one that cannot be opened."""
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting
            raise NotAReviewError("is no ordinary file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotAReviewError(f"cannot be read: {reason}") from error
    if len(data) > LARGEST:
        raise NotAReviewError(f"is larger than {LARGEST // 1_000_000} MB")
    if data.startswith(_ZIP):
        from moocbuild.review.read_docx import read_docx  # pages need none of it

        return read_docx(data)
    if data.startswith((_OLD_WORD, _PDF)):
        what = "a PDF" if data.startswith(_PDF) else "in the older form of Word, or locked"
        raise NotAReviewError(f"is {what}", "ask the reviewer to save it as .docx, unlocked")
    return read_json(data)
