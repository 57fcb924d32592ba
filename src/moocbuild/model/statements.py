"""What a course says of itself: how it was made, whose it is not, and who has reviewed it."""

from __future__ import annotations

import datetime
from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """In the authors' words. drafted, endorsement: pieces of one sentence ("drafted with …").

    made: how the course was made, as long as it takes. record, record_limits: what a record of
    completion shows, and what it does not. privacy, accessibility: what only the authors know.
    """

    drafted: str = ""
    endorsement: str = ""
    made: str = ""
    record: str = ""
    record_limits: str = ""
    privacy: str = ""
    accessibility: str = ""

    def __bool__(self) -> bool:
        return bool(self.drafted or self.endorsement or self.made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One person's review of a module (`unit` is its id). version: of the text that was read.

    hash: of that text (`places.text_hash`), "" where none is written. stale: the text of today has
    another one.
    """

    unit: str
    who: str
    role: str
    when: datetime.date
    version: str = ""
    note: str = ""
    hash: str = ""
    stale: bool = False
    span: Span = field(compare=False)
