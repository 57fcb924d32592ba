"""Everything in a package that a person may read: text nodes, attributes, titles, values."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from moocbuild.package import Package, read_asset
from words.said import said

TOKEN = re.compile(r"[\w$@.+:/#%=&?-]*[_$@/#+.:\d][\w$@.+:/#%=&?-]*")
"""An identifier, an address, a number: no word of a language."""
_OF_FORMATS = """
    displayoptions navmethod overduehandling preferredbehaviour questionarea itemtype itemmodule
    format original_course_format module license filter type name@moodle_backup modulename
    component filearea level source scormtype organization parent status qtype answernumbering
    meta@package value@assessmentItem baseValue@assessmentItem
    numberingstyle layouttype gradingtype selecttype showgrading shuffleanswers single
    filtercondition schema schemaversion fieldlabel fieldentry varequal value@manifest
    name@question_categories name@course idnumber identifier directory
"""
TO_PROGRAMS = frozenset(_OF_FORMATS.split())
"""Elements that hold what formats prescribe; `name@root` for one below this root alone."""
_KEYS = "id section kind type url_slug idnumber CFItemType associationType short_label"
IN_JSON = frozenset(_KEYS.split())
"""The same for keys; a short label is the initial of a name that stands beside it."""
SUMMARY = "moocbuild-summary.json"
"""What releases are compared by: beginnings of texts and their hashes."""
TRUTH = frozenset({"True", "False", "true", "false"})
"""What Moodle keeps of a right or wrong statement, and says in its own words."""
_CLOZE = re.compile(r"\{\d+:[A-Z_]+:|[~=#}]|%-?[\d.]+%")
_CATEGORY = re.compile(r"^\$course\$/top/?")
_MARKUP = re.compile(r"<[^>]*>")


def pieces(package: Package) -> Iterator[tuple[str, str]]:
    """Where something stands, and what it says."""
    for each in said(package):
        if "questions.xml" not in each.place or each.text not in TRUTH:
            yield each.place, _unformatted(each.text)
    for name, content in package.members.items():
        for inner, data in _files(
            name, content if isinstance(content, bytes) else read_asset(content)
        ):
            if data.lstrip().startswith(b"<?xml") or inner.endswith(".xml"):
                yield from _in_xml(inner, etree.fromstring(data))
            elif inner.endswith(SUMMARY):
                continue
            elif data[:1] in b"{[" and not inner.endswith((".js", ".css", ".csv")):
                yield from _in_json(inner, json.loads(data))


def _files(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data[:2] != b"PK":
        yield name, data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for inner in archive.namelist():
            yield from _files(f"{name}!{inner}", archive.read(inner))


def _in_xml(place: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    """Each element's text; markup in it was read as such."""
    around = etree.QName(root).localname
    for element in root.iter(etree.Element):
        tag, text = etree.QName(element).localname, (element.text or "").strip()
        if (
            tag == "style"
            or not text
            or TOKEN.fullmatch(text)
            or text in TRUTH
            or _MARKUP.search(text)
        ):
            continue
        if TO_PROGRAMS.isdisjoint({tag, f"{tag}@{around}"}):
            yield f"{place} <{tag}>", _unformatted(text)


def _in_json(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in IN_JSON:
                yield from _in_json(f"{place} {key}", each)
    elif isinstance(value, list):
        for each in value:
            yield from _in_json(place, each)
    elif isinstance(value, str) and not TOKEN.fullmatch(value):
        yield place, value


def _unformatted(text: str) -> str:
    """Without Moodle's signs for gaps, and its name for the top of a question bank."""
    if _CLOZE.search(text) and re.search(r"\{\d+:[A-Z_]+:", text):
        text = _MARKUP.sub(" ", html.unescape(_CLOZE.sub(" ", html.unescape(text))))
    return _CATEGORY.sub("", text)
