"""XML of strangers: read by a guard first, then as a tree. Nothing is ever loaded besides.

The guard is Expat, which is asked to stop at the first thing that has no place in a manifest, so
that no declaration is ever looked at. What it lets pass, lxml turns into a tree; that both have
to find it well-formed is no accident.
"""

from __future__ import annotations

import codecs
import re
from urllib.parse import urlsplit
from xml.parsers import expat

from lxml import etree

from moocbuild.archive import rules
from moocbuild.archive.limits import LIMITS, Limits
from moocbuild.archive.refused import RefusedError, place, shown
from moocbuild.diagnostics import Diagnostic, Rule
from moocbuild.values import dataclass

_XINCLUDE = "http://www.w3.org/2001/XInclude"
_DECLARED = re.compile(
    r"""<\?xml\s{1,99}version\s{0,9}=\s{0,9}["'][^"'<>]{0,9}["']"""
    r"""\s{1,99}encoding\s{0,9}=\s{0,9}["']([^"'<>]{0,99})["']"""
)
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF8: "utf-8"}
_NAMES = {"utf-8": ("utf-8", "utf8"), "utf-16": ("utf-16", "utf-16le", "utf-16be")}
_LIKE_ASCII = ("us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252")
"""What Canvas writes, for instance, into files that are ASCII; then all readers see the same."""


@dataclass(frozen=True, slots=True)
class Xml:
    """A file as a tree. found: warnings; doctype: the name after `<!DOCTYPE`, or ""."""

    root: etree._Element
    found: tuple[Diagnostic, ...]
    doctype: str = ""


def read_xml(data: bytes, archive: str, entry: str = "", limits: Limits = LIMITS) -> Xml:
    """The XML of a file, `entry`, in an archive. Raises RefusedError, with the line where it can.

    Comments and instructions are left out, so that they cannot cut a text in two.
    """
    guard = _guarded(data, entry, limits)
    span = place(archive, entry)
    found = [rules.PASSED_OVER.at(span, message) for message in guard.found]
    return Xml(_tree(data, entry), tuple(found), guard.doctype)


def check_xml(data: bytes, entry: str = "", limits: Limits = LIMITS) -> int:
    """Raises what `read_xml` would, and makes no tree. How many elements and attributes it has."""
    return _guarded(data, entry, limits).nodes


def _guarded(data: bytes, entry: str, limits: Limits) -> _Guard:
    if len(data) > limits.xml:
        raise RefusedError(rules.LIMIT, f"{len(data):,} bytes of XML", entry)
    _check_encoding(data, entry)
    guard = _Guard(entry, limits)
    guard.read(data)
    return guard


def _check_encoding(data: bytes, entry: str) -> None:
    """UTF-8 or UTF-16 with its mark, and no other name in the declaration."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    encoding = _MARKS.get(mark, "utf-8")
    if not mark and (data[:1] == b"\0" or data[1:2] == b"\0"):
        raise RefusedError(rules.ENCODING, "UTF-16 or UTF-32 without its mark", entry)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise RefusedError(rules.ENCODING, "UTF-32", entry)
    head = data[:1024].decode(encoding, "ignore").lstrip("\ufeff")
    declared = _DECLARED.match(head)
    name = declared[1].lower() if declared else encoding
    if name not in _NAMES[encoding] and not (name in _LIKE_ASCII and data.isascii()):
        message = f"declared as '{shown(name)}', but read as {encoding.upper()}"
        raise RefusedError(rules.ENCODING, message, entry, 1)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"bytes that are not {encoding.upper()}"
        raise RefusedError(rules.SYNTAX, message, entry, line) from None
    if "\0" in text:
        raise RefusedError(rules.SYNTAX, "a NUL", entry, text.count("\n", 0, text.find("\0")) + 1)


class _Guard:
    """Reads it once, builds nothing, and stops where it should."""

    def __init__(self, entry: str, limits: Limits) -> None:
        self._entry, self._limits = entry, limits
        self._depth = self.nodes = 0
        self.found: dict[str, None] = {}
        self.doctype = ""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.SkippedEntityHandler = self._skipped
        parser.XmlDeclHandler = self._declaration
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser = parser

    def read(self, data: bytes) -> None:
        """Raises RefusedError."""
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            message = expat.ErrorString(error.code) or "not well-formed"
            if error.code == _UNDEFINED:
                self._refuse(rules.ENTITY, "an entity that XML does not have")
            line, column = error.lineno, error.offset + 1
            raise RefusedError(rules.SYNTAX, message, self._entry, line, column) from None
        except (LookupError, ValueError) as error:
            raise RefusedError(rules.ENCODING, "an unknown encoding", self._entry) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self.nodes += 1 + len(attributes)
        if self._depth > self._limits.depth:
            self._refuse(rules.LIMIT, f"more than {self._limits.depth} elements within each other")
        if len(attributes) > self._limits.attributes:
            self._refuse(rules.LIMIT, f"{len(attributes):,} attributes at one element")
        if self.nodes > self._limits.nodes:
            self._refuse(rules.LIMIT, f"more than {self._limits.nodes:,} elements and attributes")
        if len(name) > _LONGEST_NAME:
            self._refuse(rules.LIMIT, f"a name of {len(name):,} characters")
        if attributes and _XINCLUDE in attributes.values():
            self._refuse(rules.XINCLUDE, "the namespace of XInclude")

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _doctype(self, name: str, system: str | None, public: str | None, subset: bool) -> None:
        if subset:
            self._refuse(rules.ENTITY, "the document type declares things of its own")
        if _is_remote(system or ""):
            self._refuse(rules.REMOTE_DTD, f"the document type is at '{shown(system or '')}'")
        self.doctype = name
        self._note(f"a document type, '{shown(name)}', that was not loaded")

    def _instruction(self, target: str, _: str) -> None:
        self._note(f"the instruction '{shown(target)}' was passed over")

    def _skipped(self, name: str, _: bool) -> None:
        self._refuse(rules.ENTITY, f"the entity '{shown(name)}' is declared elsewhere")

    def _declaration(self, version: str, _: str | None, __: int) -> None:
        if version and version != "1.0":
            self._refuse(rules.SYNTAX, f"XML {shown(version)}, which is not read")

    def _note(self, message: str) -> None:
        if len(self.found) < _MOST_NOTES:
            self.found[message] = None

    def _refuse(self, rule: Rule, message: str) -> None:
        where = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        raise RefusedError(rule, message, self._entry, *where)


_UNDEFINED = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
_LONGEST_NAME = 1_000
_MOST_NOTES = 5


def _is_remote(system: str) -> bool:
    try:
        parts = urlsplit(system)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _tree(data: bytes, entry: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = int(getattr(error, "lineno", None) or 0)
        message = shown(str(error).split(", line ")[0])
        raise RefusedError(rules.SYNTAX, message, entry, line) from None
    return root
