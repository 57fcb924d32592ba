"""OLX, the course format of Open edX: blocks, and the files that hold them.

A block of the platform's own lies in a file named by its type and url_name; a pure XBlock stands
inside its parent, since the platform reads no file of its own for one (measured: it comes in with
its factory content). Knows no courses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from moocbuild.formats import xml

Element = etree._Element
"""Texts stand between elements here, and are looked at before they are written: nodes of lxml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """url_name: unique among blocks of a type; `/jump_to_id/` finds it whatever its type.

    children: blocks inside it. content: elements of its own definition. html: the text of an html
    block. inline: a pure XBlock.
    """

    type: str
    url_name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Block, ...] = ()
    content: tuple[Element, ...] = ()
    html: str | None = None
    inline: bool = False


def element(
    tag: str, attributes: Mapping[str, str] | None = None, *inside: Element | str
) -> Element:
    """An element; strings are text where they stand, and never fail."""
    made = etree.Element(tag)
    for name, value in (attributes or {}).items():
        made.set(name, xml.attribute_value(value))
    add(made, *inside)
    return made


def add(parent: Element, *inside: Element | str) -> None:
    """Appends elements and text."""
    for part in inside:
        if not isinstance(part, str):
            parent.append(part)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + xml.text(part)
        else:
            parent.text = (parent.text or "") + xml.text(part)


def serialise(root: Element) -> bytes:
    """UTF-8; white space stays as it is, since it may stand between words."""
    body: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return body + b"\n"


def documents(block: Block) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file that holds `block` and the blocks inside it."""
    if not block.inline:
        yield f"{block.type}/{block.url_name}.xml", serialise(_definition(block))
    if block.html is not None:
        text = xml.text(block.html)
        yield f"{block.type}/{block.url_name}.html", text.encode("utf-8", "replace")
    for child in block.children:
        yield from documents(child)


def course_pointer(org: str, course: str, run: str) -> bytes:
    """The file `course.xml`."""
    return serialise(element("course", {"url_name": run, "org": org, "course": course}))


def _definition(block: Block) -> Element:
    attributes = dict(block.attributes)
    if block.html is not None:
        attributes["filename"] = block.url_name
    return element(block.type, attributes, *block.content, *map(_child, block.children))


def _child(block: Block) -> Element:
    named = {"url_name": block.url_name}
    if block.inline:
        named |= {"xblock-family": "xblock.v1", **block.attributes}
    return element(block.type, named, *(block.content if block.inline else ()))
