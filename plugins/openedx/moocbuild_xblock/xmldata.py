"""The XML that a block carries inside itself: read with care, judged by a schema, written back.

HTML stands in it as text, not as elements: the platform's reader drops white space between
elements, and so would join words.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from lxml import etree
from lxml.etree import _Element as Element

LONGEST = 1_000_000
"""Characters. The longest simulation known has a tenth."""

_SPACE = " \t\r\n"


class BadDataError(ValueError):
    """What is wrong with a block's data, each with its line. problems: (line, what)."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        super().__init__("; ".join(f"{line}: {what}" for line, what in problems))
        self.problems = problems


def parse(data: str, root: str) -> Element:
    """The element `root`, which its schema allows; raises `BadDataError`."""
    if len(data) > LONGEST:
        raise BadDataError([(1, f"longer than {LONGEST} characters")])
    found = _parsed(data)
    if found.tag != root:
        raise BadDataError([(1, f"<{root}> was expected, not <{found.tag}>")])
    schema = _schema(root)
    if not schema.validate(found):
        errors = schema.error_log
        raise BadDataError([(e.line, e.message) for e in errors])  # type: ignore[attr-defined]
    return found


def plain(node: Element) -> str:
    """`node` as a block keeps it: without the white space that only lays it out."""
    for each in node.iter():
        if len(each) and not (each.text or "").strip(_SPACE):
            each.text = None
        if not (each.tail or "").strip(_SPACE):
            each.tail = None
    return etree.tostring(node, encoding="unicode", with_tail=False)


def laid_out(data: str) -> str:
    """`data` on lines, for people; as it is where it cannot be read."""
    try:
        node = _parsed(data)
    except BadDataError:
        return data
    plain(node)
    return etree.tostring(node, encoding="unicode", pretty_print=True)


def tidy(data: str) -> str:
    """`data` as a block keeps it; raises `BadDataError` where it is no XML."""
    return plain(_parsed(data))


def element(data: str) -> Element | None:
    """For writing `data` back; None where it is no XML."""
    try:
        return _parsed(data)
    except BadDataError:
        return None


def text_of(node: Element, name: str) -> str:
    """The text of the child `name`; "" without one."""
    return (node.findtext(name) or "").strip(_SPACE)


def number(node: Element, name: str) -> int:
    """A whole number, 0 where it is not said."""
    return int(node.get(name, "0"))


def flag(node: Element, name: str) -> bool:
    """Whether an attribute is set to true."""
    return node.get(name, "") in ("true", "1")


def _parsed(data: str) -> Element:
    if "<!doctype" in data.lower():  # before parsing: a long one takes half a minute
        raise BadDataError([(1, "a DOCTYPE is not allowed")])
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise BadDataError([(line, getattr(error, "msg", None) or str(error))]) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadDataError([(1, "a DOCTYPE is not allowed")])
    return root


@cache
def _schema(root: str) -> etree.XMLSchema:
    source = files("moocbuild_xblock").joinpath("schemas", f"{root}.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(source))
