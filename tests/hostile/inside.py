"""Looking inside built packages: every text that learners meet, and nothing that runs."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
from lxml import etree

from hostile.run import TARGETS

OWN_SCRIPT = re.compile(r"[a-z0-9-]+\.js")
OWN_STYLE = re.compile(r"[a-z0-9-]+\.css|data:,")
OWN_SCRIPT_AHEAD = ("preload", "script")
FORBIDDEN = {"iframe", "frame", "object", "embed", "applet", "base", "portal", "marquee", "style"}
REFERENCES = {"src", "srcset", "poster", "ping", "background", "data", "action", "formaction"}
SAFE = re.compile(r"(https?|mailto|tel):", re.I)
HTML_MATTEXT = ".//{*}mattext[@texttype='text/html']"


@dataclass(frozen=True)
class Inside:
    """A package: names with bytes, and every piece of HTML in it."""

    target: str
    files: dict[str, bytes]

    def documents(self) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
        for name, data in self.files.items():
            if name.endswith(".html"):
                yield name, lxml.html.document_fromstring(data.decode())
            elif name.endswith(".xml"):
                for number, markup in enumerate(self._in_xml(data)):
                    whole = f"<html><body>{markup}</body></html>"
                    yield f"{name}#{number}", lxml.html.document_fromstring(whole)

    def _in_xml(self, data: bytes) -> Iterator[str]:
        for node in etree.fromstring(data).iterfind(HTML_MATTEXT):
            yield node.text or ""

    def words(self) -> str:
        """All that is shown, as text, white space folded, invisible joiners out."""
        shown = [self._shown(document) for _, document in self.documents()]
        shown += [
            "".join(etree.fromstring(data).itertext())
            for name, data in self.files.items()
            if name.endswith(".xml")
        ]
        return " ".join(" ".join(shown).replace("\u2060", "").split())

    def _shown(self, document: lxml.html.HtmlElement) -> str:
        return str(document.text_content())


def packages(out: Path) -> list[Inside]:
    """The five packages in `out`."""
    found = []
    for target in TARGETS:
        (path,) = out.glob(f"*-{target}.*")
        with zipfile.ZipFile(path) as archive:
            found.append(Inside(target, {n: archive.read(n) for n in archive.namelist()}))
    return found


def troubles(package: Inside) -> list[str]:
    """What could run, load or disturb; empty for a good package."""
    found = [
        f"{package.target} {name}: {trouble}"
        for name, document in package.documents()
        for element in document.iter(etree.Element)
        for trouble in _in_element(element)
    ]
    for name, document in package.documents():
        ids = [element.get("id") for element in document.iter() if element.get("id")]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        found += [f"{package.target} {name}: id {i} stands twice" for i in twice]
        found += [f"{package.target} {name}: id {i}" for i in ids if "API" in i]
        found += _lost_anchors(package, name, document, set(ids))
    for name, data in package.files.items():
        if name.endswith(".svg"):
            found += [f"{package.target} {name}: {t}" for t in _in_svg(data)]
    return found


def _lost_anchors(
    package: Inside, name: str, document: lxml.html.HtmlElement, ids: set[str]
) -> Iterator[str]:
    if "#" in name:
        return
    for link in document.iter("a"):
        href = link.get("href", "")
        if href.startswith("#") and href[1:] not in ids:
            yield f"{package.target} {name}: {href} leads nowhere"


def _in_element(element: lxml.html.HtmlElement) -> Iterator[str]:
    tag = str(element.tag).lower()
    if tag in FORBIDDEN:
        yield f"<{tag}>"
    if tag == "script" and (element.text or not OWN_SCRIPT.fullmatch(element.get("src", ""))):
        yield f"<script> {element.get('src')} {element.text}"
    ahead = (element.get("rel"), element.get("as")) == OWN_SCRIPT_AHEAD
    if tag == "link" and not (OWN_SCRIPT if ahead else OWN_STYLE).fullmatch(
        element.get("href", "")
    ):
        yield f"<link> to {element.get('href')}"
    if tag == "meta" and "refresh" in (element.get("http-equiv") or "").lower():
        yield "<meta> that refreshes"
    for name, value in element.attrib.items():
        yield from _in_attribute(tag, str(name).lower(), str(value))


def _in_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    address = re.sub(r"[\x00-\x20\u200b-\u200f\ufeff]+", "", html.unescape(value)).lower()
    if name.startswith("on") or name in ("style", "srcdoc", "ping", "autoplay", "target"):
        yield f"{name} of <{tag}>"
    if name == "name" and "api" in address:
        yield f"name={value} of <{tag}>"
    if name in REFERENCES and (SAFE.match(address) or address.startswith("//")):
        yield f"<{tag} {name}={value}> loads from elsewhere"
    if name in REFERENCES or name.endswith("href"):
        scheme = re.match(r"[a-z][a-z0-9+.-]*:", address)
        if scheme and not SAFE.match(address) and (tag, address) != ("link", "data:,"):
            yield f"<{tag} {name}={value}>"


def _in_svg(data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter(etree.Element):
        tag = etree.QName(element).localname.lower()
        if tag in ("script", "foreignobject", "image", "iframe", "animate", "set"):
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            local = etree.QName(str(name)).localname.lower()
            if local.startswith("on") or (local == "href" and not str(value).startswith("#")):
                yield f"{local}={value!r}"
