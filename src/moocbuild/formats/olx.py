"""OLX, the course format of Open edX: blocks, and the files that hold them.

A block of the platform's own lies in a file named by its type and url_name; a pure XBlock stands
inside its parent, since the platform reads no file of its own for one (measured: it comes in with
its factory content). What stands in a block are nodes of a text, since texts stand between its
elements. Knows no courses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from moocbuild.formats import xml
from moocbuild.model.text import Element, Href, Node, Nodes, Ref
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """url_name: unique among blocks of a type; `/jump_to_id/` finds it whatever its type.

    children: blocks inside it. content: XML of its own definition. html: the text of an html
    block. inline: a pure XBlock.
    """

    type: str
    url_name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Block, ...] = ()
    content: str = ""
    html: str | None = None
    inline: bool = False


def element(tag: str, attributes: Mapping[str, str] | None = None, *inside: Node) -> Element:
    """An element; strings are text where they stand."""
    return (tag, tuple(attributes.items()) if attributes else (), inside, 0)


def markup(nodes: Nodes, href: Href = lambda ref: None) -> str:
    """Nodes as XML, which never fails; white space stays, since it may stand between words."""
    return "".join(
        [
            xml.escaped(xml.text(node)) if isinstance(node, str) else _element(node, href)
            for node in nodes
        ]
    )


def documents(block: Block) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file that holds `block` and the blocks inside it."""
    if not block.inline:
        yield f"{block.type}/{block.url_name}.xml", f"{_definition(block)}\n".encode()
    if block.html is not None:
        yield f"{block.type}/{block.url_name}.html", xml.text(block.html).encode()
    for child in block.children:
        yield from documents(child)


def course_pointer(org: str, course: str, run: str) -> bytes:
    """The file `course.xml`."""
    named = {"url_name": run, "org": org, "course": course}
    return f"{_tagged('course', named, '')}\n".encode()


def _definition(block: Block) -> str:
    attributes = dict(block.attributes)
    if block.html is not None:
        attributes["filename"] = block.url_name
    inside = block.content + "".join(map(_child, block.children))
    return _tagged(block.type, attributes, inside)


def _child(block: Block) -> str:
    named = {"url_name": block.url_name}
    if block.inline:
        named |= {"xblock-family": "xblock.v1", **block.attributes}
    return _tagged(block.type, named, block.content if block.inline else "")


def _element(found: Element, href: Href) -> str:
    """A link that leads nowhere is its words."""
    name, attributes, children, _ = found
    inside, opening = markup(children, href), name
    for key, value in attributes:
        address = href(value) if isinstance(value, Ref) else value
        if address is None and key == "href":
            return inside
        opening += xml.attribute(key, address or "")
    return f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>"


def _tagged(name: str, attributes: Mapping[str, str], inside: str) -> str:
    opening = name + "".join([xml.attribute(key, value) for key, value in attributes.items()])
    return f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>"
