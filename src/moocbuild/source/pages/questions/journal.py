"""`journal`: private writing space below a ruled line; never scored, drawn or counted."""

from __future__ import annotations

from moocbuild.model.question import ExtendedTextInteraction
from moocbuild.source.context import Context
from moocbuild.source.pages.raw_question import RawQuestion, block_of
from moocbuild.source.pages.section import Block, Section

ORDER = 10


def find(section: Section, language: str) -> Block | None:
    """A ruled line: `____`, `---` or `***`."""
    return block_of(section, "hr")


def parse(question: RawQuestion, context: Context) -> ExtendedTextInteraction:
    """Room to write."""
    return ExtendedTextInteraction()
