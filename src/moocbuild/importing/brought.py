"""What a format has read: pages and questions as the course model has them, and their files.

Questions are the model's own values, so that the writer is the inverse of what reads a course, and
both can be compared. Ids may be empty or taken: `naming.py` settles them. A `Ref` of the kind
"media" names one of `files`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.model.question import Question
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Markdown:
    """A text that its author wrote in Markdown, which is kept as it is."""

    source: str


Body = Text | Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of prose. id: what the source calls it, "" where it has no name for it.

    key: what links of the source name it by.
    """

    title: str
    body: Body
    id: str = ""
    key: str = ""
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """A quiz. settings: front matter that the source has a value for, such as `attempts`.

    pools: id of a pool → how many of its questions are asked.
    """

    title: str
    questions: tuple[Question, ...]
    id: str = ""
    key: str = ""
    pools: Mapping[str, int] = field(default_factory=dict)
    intro: Text = EMPTY
    settings: Mapping[str, int | bool] = field(default_factory=dict)
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A module: what its first page says, and its other pages in order. key: as of a page."""

    title: str
    id: str = ""
    key: str = ""
    welcome: Body = EMPTY
    pages: tuple[Page | Bank, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """All of a source. What it does not say is "".

    pools: questions that quizzes draw from. files: name → content. codes: of competencies → what
    they say, "" where the source has no more than the code.
    """

    units: tuple[Unit, ...]
    title: str = ""
    description: str = ""
    language: str = ""
    licence: str = ""
    pools: tuple[Bank, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether there is nothing that a course could have."""
        return not any(unit.pages or unit.welcome for unit in self.units)
