"""What learners read in packages: each piece of text with the language that it says it is in."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

from moocbuild.package import Package, read_asset

SPOKEN = ("aria-label", "alt", "title", "placeholder", "display_name", "label")
"""Attributes that learners read or hear."""
_NAMES = (
    "fullname summary intro content questiontext generalfeedback answertext feedback hint title "
    "itemname text"
)
MOODLE = frozenset(_NAMES.split())
"""Elements of a backup, and of a question file, whose content learners read."""
PLAIN = frozenset({"fullname", "title", "itemname"})
_WORDS = re.compile(r'const words=(\{.*?\});|Object\.assign\(\w+,(\{"\w+":".*?"\})\)')


@dataclass(frozen=True)
class Said:
    """text: some words. language: of the nearest element that names one. markup: whether they
    stand where elements are allowed."""

    place: str
    text: str
    language: str
    markup: bool


def said(package: Package, place: str = "") -> Iterator[Said]:
    """Everything that learners read in a package."""
    for name, content in package.members.items():
        data = content if isinstance(content, bytes) else read_asset(content)
        yield from in_file(f"{place}{name}", data)


def in_file(name: str, data: bytes) -> Iterator[Said]:  # noqa: C901 - one case a format
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from in_file(f"{name}!{inner}", archive.read(inner))
    elif name.endswith((".html", ".htm")) or data.startswith(b"<!doctype html"):
        yield from in_markup(name, data.decode())
    elif name.endswith(".xhtml"):
        yield from in_markup(name, data.decode().partition("?>\n")[2])
    elif name.endswith(".txt"):
        yield from in_gift(name, data.decode())
    elif b"<assessment" in data[:100]:
        yield from in_qti(name, data.decode())
    elif name.endswith(".js"):
        yield from in_script(name, data.decode())
    elif name.endswith((".json", ".csv")):
        yield from in_data(name, data)
    elif data.lstrip().startswith(b"<"):
        yield from in_xml(name, etree.fromstring(data))


def in_markup(name: str, text: str) -> Iterator[Said]:
    if not text.strip():
        return
    root = html.fromstring(text) if "<html" in text else html.fragment_fromstring(text, "div")
    for element in root.iter(etree.Element):
        if element.tag in ("script", "style"):
            continue
        language = language_of(element)
        # A title in the head is one string, in whatever languages.
        yield from piece(name, element.text, language, element.tag != "title")
        for attribute in SPOKEN:
            yield from piece(f"{name}@{attribute}", element.get(attribute), language, False)
        if element.get("name") == "description":
            yield from piece(f"{name}@description", element.get("content"), language, False)
    for element in root.iter():
        parent = element.getparent()
        if parent is not None:
            yield from piece(name, element.tail, language_of(parent))


def in_gift(name: str, text: str) -> Iterator[Said]:
    """Names of categories and questions, and what is HTML: texts, answers, feedback."""
    for line in text.splitlines():
        if line.startswith("$"):
            yield from piece(name, line.partition(":")[2], "", False)
        elif line.startswith("::"):
            _, title, stem = line.split("::", 2)
            yield from piece(name, title, "", False)
            yield from in_markup(name, _unescaped(stem.removeprefix("[html]").removesuffix(" {")))
        elif not line.startswith(("//", "}")):
            parts = re.split(r"(?<!\\)#+|->", re.sub(r"^[=~]?(%[-\d.]+%)?", "", line))
            for part in parts[line.startswith(("TRUE", "FALSE")) :]:
                yield from in_markup(name, _unescaped(part))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\#=~{}:])", r"\1", text.replace(r"\n", " "))


def in_qti(name: str, text: str) -> Iterator[Said]:
    """The title, and what is shown of an item or a test."""
    yield from piece(name, next(iter(re.findall(r' title="([^"]*)"', text)), ""), "", False)
    shown = r"<(itemBody|modalFeedback|rubricBlock)\b[^>]*>.*?</\1>"
    for found in re.finditer(shown, text, re.S):
        yield from in_markup(name, found[0].replace("xml:lang", "lang"))


def language_of(element: etree._Element) -> str:
    found: list[str] = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
    return found[0] if found else ""


def piece(place: str, text: str | None, language: str, markup: bool = True) -> Iterator[Said]:
    if text and text.strip():
        yield Said(place, " ".join(text.split()), language, markup)


def in_script(name: str, text: str) -> Iterator[Said]:
    for match in _WORDS.finditer(text):
        table: Mapping[str, str] = json.loads(match[1] or match[2])
        language = table.get("lang", "")
        for key, word in table.items():
            if key not in ("lang", "dir"):
                yield Said(f"{name} {key}", word, language, True)


def in_data(name: str, data: bytes) -> Iterator[Said]:
    if name.endswith("policy.json"):
        value = json.loads(data)
        for policy in (each for each in value.values() if isinstance(each, dict)):
            for tab in policy.get("tabs", ()):
                yield Said(name, tab["name"], "", False)
        for grader in value.get("GRADER", ()):
            yield Said(name, grader["type"], "", False)
    if name.endswith(".csv"):
        for row in csv.DictReader(io.StringIO(data.decode())):
            yield Said(name, row.get("Scale values", ""), "", False)


def in_xml(name: str, root: etree._Element) -> Iterator[Said]:
    """HTML as text where the format has it so, else elements that are HTML themselves."""
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname
        text = element.text or "" if tag != "style" else ""
        language = language_of(element)
        for attribute in SPOKEN:
            if tag not in ("organization", "grade_item"):
                yield from piece(f"{name}@{attribute}", element.get(attribute), language, False)
        if re.search(r"<\w+[^>]*>", text):
            for each in in_markup(f"{name} <{tag}>", text):
                yield Said(each.place, each.text, each.language or language, each.markup)
        elif tag in MOODLE or root.tag in ("problem", "html", "vertical") or "mattext" in tag:
            yield from piece(
                f"{name} <{tag}>", text, language, tag not in ("fullname", "title", "itemname")
            )
        if root.tag == "problem":
            yield from piece(name, element.tail, language)
