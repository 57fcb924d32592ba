"""What a course has decided about its words. No package shows any of it."""

from __future__ import annotations

from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """Words that the course avoids, `*` for the rest of a word. instead, because: "" if unsaid."""

    words: str
    instead: str = ""
    because: str = ""
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """avoided: in the course's language. accepted: words that are right, whatever a dictionary
    says. spelling: whether it is always looked at. dictionary: a name such as `en_GB`, or a path
    from the course's root; "" for that of the language.
    """

    avoided: tuple[Avoided, ...] = ()
    accepted: tuple[str, ...] = ()
    spelling: bool = False
    dictionary: str = ""
    span: Span = field(default=Span("course/course.yml"), compare=False)
