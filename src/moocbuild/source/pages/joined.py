"""How two lists of options become one again, where that is mechanical."""

from __future__ import annotations

from moocbuild.diagnostics import Edit, Fix, Span
from moocbuild.source.markdown.texts import last_line, line_of
from moocbuild.source.pages.section import Element, Section

_INDENT = "    "


def joining(section: Section, block: Element) -> Fix | None:
    """What makes `block`, a list, go on with the list before it.

    Feedback that stands at the margin between the two is indented. None where anything else parts
    them.
    """
    place = next((n for n, each in enumerate(section.blocks) if each is block), 0)
    before = section.blocks[max(0, place - 2) : place]
    if [each.tag for each in before] != [block.tag, "blockquote"]:
        return None
    first, last = line_of(before[1]), last_line(before[1])
    file = section.reader.file
    lines = (number for number in range(first, last + 1) if file.line(number).strip())
    return Fix(edits=tuple(Edit(Span(file.path, number), _INDENT) for number in lines))
