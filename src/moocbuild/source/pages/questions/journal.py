"""`journal`: private writing space below a ruled line; never scored, drawn or counted."""

from __future__ import annotations

from moocbuild.model.question import ExtendedTextInteraction
from moocbuild.source.pages.raw_question import RawQuestion, block_of
from moocbuild.source.pages.section import Element, Section

ORDER = 10
FORM = "write a ruled line: ____"


def find(section: Section) -> Element | None:
    """A ruled line: `____`, `---` or `***`, where nothing else is asked: others part questions."""
    wanted = section.attributes.get("kind") == "journal"
    asks = not wanted and any(map(_is_answer, section.blocks))
    return None if asks else block_of(section, "hr")


def _is_answer(block: Element) -> bool:
    """Whether a list holds boxes, or words to type, also those of gaps."""
    items = [*block.iter("li")] if block.tag in ("ul", "ol") else []
    words = ["".join(item.itertext()).lstrip() for item in items]
    return any("checked" in item.attrib for item in items) or (
        bool(words) and all(each.startswith(("= ", "!= ")) for each in words)
    )


def parse(raw: RawQuestion) -> ExtendedTextInteraction:
    """Room to write."""
    return ExtendedTextInteraction()
