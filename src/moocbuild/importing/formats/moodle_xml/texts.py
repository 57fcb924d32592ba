"""Texts of Moodle: HTML, Markdown, or what somebody typed, with their files beside."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import unquote

from lxml import etree

from moocbuild.diagnostics import Report, Span
from moocbuild.importing.carry import Carry
from moocbuild.importing.html import Html
from moocbuild.importing.markup import as_html
from moocbuild.model.text import EMPTY, Ref, Text
from moocbuild.values import dataclass

_PLUGINFILE = "@@PLUGINFILE@@"


def plain(element: etree._Element | None) -> str:
    """What an element says: in a `text` of its own, or itself."""
    if element is None:
        return ""
    inner = element.find("text")
    return ((element.text if inner is None else inner.text) or "").strip()


@dataclass(slots=True)
class Texts:
    """Reads the texts of one question. shared: files of the question's own text."""

    carry: Carry
    report: Report
    span: Span

    def block(self, element: etree._Element | None) -> Text:
        """A text of paragraphs."""
        markup = self.markup(element)
        return self._html(element).text(markup, self.span) if markup else EMPTY

    def inline(self, element: etree._Element | None) -> Text:
        """A text of an option or a cell."""
        markup = self.markup(element)
        return self._html(element).inline(markup, self.span) if markup else EMPTY

    def of(self, markup: str, element: etree._Element, *, block: bool = False) -> Text:
        """A part of the text of `element`."""
        reader = self._html(element)
        return reader.text(markup, self.span) if block else reader.inline(markup, self.span)

    def markup(self, element: etree._Element | None) -> str:
        """The text as HTML, whatever format it is in."""
        written = plain(element)
        if element is None or not written:
            return ""
        return as_html(written, element.get("format", "html"))

    def _html(self, element: etree._Element | None) -> Html:
        files = {} if element is None else _files(element)

        def find(address: str) -> Ref | None:
            if address.startswith(_PLUGINFILE):
                path = unquote(address.removeprefix(_PLUGINFILE).partition("?")[0])
                data = files.get(path)
                return self.carry.put(path, data) if data is not None else None
            return self.carry.inline(address)

        return Html(find=find, report=self.report)


def _files(element: etree._Element) -> dict[str, bytes]:
    """Path → content of the files of a text."""
    found: dict[str, bytes] = {}
    for file in element.iterchildren("file"):
        path = f"{file.get('path') or '/'}{file.get('name') or ''}"
        try:
            found[path] = base64.b64decode(file.text or "")
        except (ValueError, binascii.Error):
            continue
    return found
