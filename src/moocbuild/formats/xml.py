"""XML as elements, never as text: namespaces declared once, output that never varies.

Knows no vocabulary. Whatever a text holds, making an element of it never fails: characters that
XML 1.0 cannot carry (section 2.2) are left out. Elements are plain values: an lxml node costs
about five times as much to make and to write, and nothing here is ever searched. Tests parse all
that is written with lxml (`verify.verify_whole`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from moocbuild.values import dataclass

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_SPACES = re.compile("[\t\n\r]+")
_XML = "http://www.w3.org/XML/1998/namespace"

Prefixes = Mapping[str | None, str]
"""Prefix → namespace; None is the default namespace."""
_NO_ATTRIBUTES: Mapping[str, str] = {}
_NO_PREFIXES: Prefixes = {}


class Element:
    """One element: `tag` with its prefix; `text`, None where there is none; then `children`.

    attributes: names as `Vocabulary.attribute` gives them, or plain; values as an author wrote
    them. declares: prefixes that the element uses; what an outer one declares is not said again.
    """

    __slots__ = ("attributes", "children", "declares", "tag", "text")

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str] = _NO_ATTRIBUTES,
        text: str | None = None,
        declares: Prefixes = _NO_PREFIXES,
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.text = text
        self.declares = declares
        self.children: list[Element] = []

    def append(self, child: Element) -> None:
        """Adds a child behind the others."""
        self.children.append(child)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Makes elements of one namespace: `v("item", {"identifier": "a"}, v("title", "Welcome"))`.

    start: the prefix of its tags, with a colon. prefixes: what its elements declare. Inside a
    parent that declares the same namespaces nothing is declared again.
    """

    namespace: str
    prefixes: Prefixes
    start: str = ""

    def __call__(
        self,
        tag: str,
        content: dict[str, str] | Element | str | None = None,
        *children: Element | str | None,
    ) -> Element:
        """An element; a mapping is its attributes, a string its text, None nothing.

        Attributes of other namespaces are named as `attribute` names them.
        """
        element = Element(self.start + tag, declares=self.prefixes)
        if isinstance(content, dict):  # much quicker to ask than Mapping
            element.attributes = content
        elif content is not None:
            _fill(element, (content,))
        if children:
            _fill(element, children)
        return element

    def attribute(self, name: str) -> str:
        """The full name of an attribute that belongs to this namespace."""
        return f"{{{self.namespace}}}{name}"


def vocabulary(namespace: str, prefix: str | None = None) -> Vocabulary:
    """The elements of `namespace`, written with `prefix`, or as the default namespace."""
    return Vocabulary(namespace, {prefix: namespace}, f"{prefix}:" if prefix else "")


def text(value: str) -> str:
    """What XML can carry of `value`; line ends become line feeds (XML 1.0, 2.2 and 2.11)."""
    if value.isprintable():  # nearly all: a look is quicker than a search
        return value
    if "\r" in value:
        value = _LINE_END.sub("\n", value)
    return _NOT_XML.sub("", value)


def attribute_value(value: str) -> str:
    """The same for attributes, where a parser turns line ends and tabs into spaces (3.3.3)."""
    if value.isprintable():
        return value
    return _SPACES.sub(" ", _NOT_XML.sub("", value))


def attribute(name: str, value: str) -> str:
    """An attribute as it stands in a tag, with the blank before it."""
    if value.isalnum():  # most are: no sign that would have to be written otherwise
        return f' {name}="{value}"'
    return f' {name}="{quoted(attribute_value(value))}"'


def escaped(words: str) -> str:
    """Words as content of an element, in HTML and in XML."""
    if "&" in words:
        words = words.replace("&", "&amp;")
    if "<" in words:
        words = words.replace("<", "&lt;")
    return words.replace(">", "&gt;") if ">" in words else words


def quoted(words: str) -> str:
    """The same between double quotes."""
    words = escaped(words)
    return words.replace('"', "&quot;") if '"' in words else words


def serialise(root: Element) -> bytes:
    """UTF-8 with a declaration; characters as themselves, never as numeric references.

    Moodle's SCORM reader shows "&#233;" literally (measured on 4.5 and 5.1). Elements are
    indented, texts are not touched.
    """
    written = [DECLARATION, "\n"]
    _write(root, "\n", {"xml": _XML}, _NO_PREFIXES, written.append)
    written.append("\n")
    return "".join(written).encode("utf-8")


def _write(
    element: Element, line: str, known: Prefixes, last: Prefixes, write: Callable[[str], None]
) -> None:
    """line: what begins a line at this depth. known: what is declared around the element.

    last: what the element around it declared. Most elements declare the very same.
    """
    opening = f"<{element.tag}"
    if element.declares is not last:
        last = element.declares
        for prefix, namespace in last.items():
            if known.get(prefix) != namespace:
                known = {**known, prefix: namespace}
                opening += f' xmlns:{prefix}="{namespace}"' if prefix else f' xmlns="{namespace}"'
    for name, value in element.attributes.items():
        opening += attribute(_named(name, known), value)
    content = "" if element.text is None else escaped(element.text)
    if not element.children:
        empty = element.text is None
        write(f"{opening}/>" if empty else f"{opening}>{content}</{element.tag}>")
        return
    inner = line + "  "
    write(f"{opening}>{content}")
    for place, child in enumerate(element.children):
        if place or not content:
            write(inner)
        _write(child, inner, known, last, write)
    write(f"{line}</{element.tag}>")


def _named(name: str, known: Prefixes) -> str:
    """`{namespace}local` as `prefix:local`; LookupError where no prefix is declared for it."""
    if name[0] != "{":
        return name
    namespace, _, local = name[1:].partition("}")
    for prefix, uri in known.items():
        if prefix and uri == namespace:
            return f"{prefix}:{local}"
    raise LookupError(f"no prefix is declared for {name}")


def _fill(element: Element, children: Iterable[Element | str | None]) -> None:
    for child in children:
        if isinstance(child, str):
            element.text = text(child)
        elif child is not None:
            element.children.append(child)
