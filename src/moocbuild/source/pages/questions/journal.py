"""`journal`: private writing space below a ruled line; never scored, drawn or counted."""

from __future__ import annotations

from moocbuild.model.question import ExtendedTextInteraction
from moocbuild.source.pages.raw_question import RawQuestion, block_of
from moocbuild.source.pages.section import Element, Section

ORDER = 10
FORM = "write a ruled line: ____"


def find(section: Section) -> Element | None:
    """A ruled line: `____`, `---` or `***`."""
    return block_of(section, "hr")


def parse(raw: RawQuestion) -> ExtendedTextInteraction:
    """Room to write."""
    return ExtendedTextInteraction()
