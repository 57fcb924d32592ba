"""Packages as values that can be compared: files by name, markup as trees, JSON as values."""

from __future__ import annotations

import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree, html

Files = dict[str, bytes]
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption col colgroup dd details div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main "
        "meta nav ol optgroup option p pre script section select source style summary table "
        "tbody td textarea tfoot th thead title tr track ul video audio noscript template",
    )
)
"""Beside these, white space in HTML is not seen."""
EXACT = frozenset(("pre", "script", "style", "textarea"))
"""In these it is."""
DOCTYPE = re.compile(rb"<!doctype[^>]*>", re.IGNORECASE)
MARKUP = re.compile(r"<[A-Za-z/!][^>]*>|&#?\w+;")
ASSIGNED = re.compile(r"\s*[\w.$ ]+=\s*([\[{].*[\]}]);?\s*", re.DOTALL)
"""A script that only sets a variable to data."""


# --- files -------------------------------------------------------------------------------------


def read(path: Path) -> Files:
    """A folder, a package, or any other file; archives inside are opened too."""
    if path.is_dir():
        found = {
            each.relative_to(path).as_posix(): each.read_bytes()
            for each in sorted(path.rglob("*"))
            if each.is_file()
        }
        return dict(_opened(found))
    data = path.read_bytes()
    return dict(_opened(unpacked(data) or {path.name: data}))


def _opened(files: Files) -> Iterator[tuple[str, bytes]]:
    for name, data in _named(files).items():
        inside = unpacked(data)
        if inside is None:
            yield name, data
        else:
            yield from ((f"{name}!/{inner}", each) for inner, each in _opened(inside))


def unpacked(data: bytes) -> Files | None:
    """The files of an archive; None for anything else."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}
    if data[:2] == b"\x1f\x8b":
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            return {each.name: _content(tar, each) for each in tar if each.isfile()}
    return None


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    return b"" if file is None else file.read()


def _named(files: Files) -> Files:
    """Moodle names files by their content: here they get the names that learners see."""
    out = dict(files)
    for index in [name for name in files if name.rpartition("/")[2] == "files.xml"]:
        folder = index.removesuffix("files.xml")
        for stored, name in _stored(files[index]):
            if (data := files.get(f"{folder}files/{stored[:2]}/{stored}")) is not None:
                out.pop(f"{folder}files/{stored[:2]}/{stored}", None)
                out[f"{folder}files/{name}"] = data
    return out


def _stored(index: bytes) -> Iterator[tuple[str, str]]:
    parts = ("component", "contextid", "filearea", "itemid")
    for file in etree.fromstring(index).iter("file"):
        place = "/".join(file.findtext(part) or "" for part in parts)
        path = f"{file.findtext('filepath')}{file.findtext('filename')}"
        yield file.findtext("contenthash") or "", place + path


# --- trees -------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Node:
    """An element, or a comment or instruction (tag "!"). children: nodes and texts.

    key: equal for nodes that are equal, white space and order of attributes apart.
    """

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)
    line: int = 0
    key: int = 0

    def __str__(self) -> str:
        classes = self.attributes.get("class", "").split()
        return f"<{'.'.join([self.tag, *sorted(classes)])}>"


def key_of(part: Node | str) -> int:
    """Equal for parts that are equal."""
    return hash(part) if isinstance(part, str) else part.key


def parse_xml(data: bytes) -> Node:
    """Raises etree.XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return _node(etree.fromstring(data, parser), False, 0)


def parse_html(data: bytes) -> Node:
    """A whole page."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree: Any = etree.parse(io.BytesIO(data or b"<html></html>"), parser)
    node = _node(tree.getroot(), True, 0)
    doctype = DOCTYPE.search(data[:500])
    node.attributes["doctype"] = doctype[0].decode().lower() if doctype else ""
    return _keyed(node)


def parse_fragment(text: str, line: int) -> Node:
    """HTML that stands as text in XML or JSON."""
    return _node(html.fragment_fromstring(text, create_parent="text"), True, line)


def _node(element: Any, is_html: bool, base: int) -> Node:
    if not isinstance(element.tag, str):
        return _keyed(Node("!", {"": (element.text or "").strip()}, line=base))
    name = etree.QName(element).localname
    line = base or element.sourceline or 0
    attributes = {str(key): _value(str(value)) for key, value in element.attrib.items()}
    node = Node(name, attributes, line=line)
    node.children = list(_parts(element, is_html, base))
    node.children = _texts(node, is_html)
    return _keyed(node)


def _parts(element: Any, is_html: bool, base: int) -> Iterator[Node | str]:
    if element.text:
        yield from _text(element.text, is_html, base or element.sourceline or 0)
    for child in element:
        yield _node(child, is_html, base)
        if child.tail:
            yield from _text(child.tail, is_html, base or child.sourceline or 0)


def _text(text: str, is_html: bool, line: int) -> Iterator[Node | str]:
    """Texts of XML that hold markup are read as markup."""
    if not is_html and MARKUP.search(text):
        yield from parse_fragment(text, line).children
    else:
        yield text


def _texts(node: Node, is_html: bool) -> list[Node | str]:
    """Without the white space that nobody sees."""
    if node.tag in EXACT and is_html:
        return node.children
    out: list[Node | str] = []
    last = len(node.children) - 1
    for n, part in enumerate(node.children):
        if isinstance(part, str):
            part = re.sub(r"[ \t\r\n]+", " ", part)
            if not is_html or _edge(node, n - 1, n == 0):
                part = part.lstrip(" ")
            if not is_html or _edge(node, n + 1, n == last):
                part = part.rstrip(" ")
        if part != "":
            out.append(part)
    return out


def _edge(node: Node, beside: int, end: bool) -> bool:
    if end:
        return node.tag in BLOCKS or node.tag == "text"
    other = node.children[beside]
    return isinstance(other, Node) and other.tag in BLOCKS | {"br", "!"}


def _value(value: str) -> str:
    """Data in an attribute: however it was written."""
    if value[:1] in "[{" and value[-1:] in "]}":
        try:
            return json.dumps(json.loads(value), sort_keys=True, ensure_ascii=False)
        except ValueError:
            return value
    return value


def _keyed(node: Node) -> Node:
    attributes = frozenset(
        (key, frozenset(value.split()) if key == "class" else value)
        for key, value in node.attributes.items()
    )
    node.key = hash((node.tag, attributes, tuple(map(key_of, node.children))))
    return node


# --- data --------------------------------------------------------------------------------------


def parse_data(text: str) -> object:
    """JSON, or a script that holds nothing else. Raises ValueError."""
    assigned = ASSIGNED.fullmatch(text)
    return json.loads(assigned[1] if assigned else text)


def leaves(value: object, path: str = "") -> Iterable[tuple[str, object]]:
    """Every value inside, by its path."""
    if isinstance(value, dict) and value:
        for key, each in value.items():
            yield from leaves(each, f"{path}.{key}")
    elif isinstance(value, list) and value:
        for n, each in enumerate(value):
            yield from leaves(each, f"{path}[{n}]")
    else:
        yield path, value
