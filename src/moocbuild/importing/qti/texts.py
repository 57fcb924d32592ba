"""Texts of QTI 1.2: material with HTML, plain words or pictures, also as Blackboard writes it."""

from __future__ import annotations

import html
import re

from lxml import etree

from moocbuild.diagnostics import Span
from moocbuild.importing.html import Html
from moocbuild.importing.qti.processing import children, inner, local, said
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass

Element = etree._Element
_ASKED = frozenset({"response_lid", "response_str", "response_num", "response_grp", "response_xy"})


@dataclass(frozen=True, slots=True)
class Texts:
    """Reads the texts of one item."""

    html: Html
    span: Span

    def block(self, element: Element | None) -> Text:
        """Everything said below an element, apart from responses."""
        markup = self.markup(element)
        return self.html.text(markup, self.span) if markup else EMPTY

    def inline(self, element: Element | None) -> Text:
        """The same for an option or a cell."""
        markup = self.markup(element)
        return self.html.inline(markup, self.span) if markup else EMPTY

    def of(self, markup: str) -> Text:
        """A text of its own."""
        return self.html.text(markup, self.span) if markup.strip() else EMPTY

    def markup(self, element: Element | None) -> str:
        """Everything said below an element as HTML."""
        return "\n".join(self._materials(element)) if element is not None else ""

    def _materials(self, element: Element) -> list[str]:
        made: list[str] = []
        for child in element:
            name = local(child)
            if name in _ASKED or name == "response_label":
                continue
            make = _SAID.get(name)
            if make is not None:
                made += [markup] if (markup := make(child)) else []
            else:
                made += self._materials(child)
        return made


def _words(found: Element) -> str:
    """`mattext`: HTML by its type, or where it looks like it."""
    if len(found):  # XHTML within
        return "".join(etree.tostring(each, encoding="unicode") for each in found)
    words = found.text or ""
    kind = (found.get("texttype") or "text/plain").lower()
    if kind == "text/html" or re.search(
        r"</?(?:p|div|br|b|i|em|strong|span|img|sub|sup|a|ul|li)\b", words
    ):
        return words.strip()
    return html.escape(words.strip(), quote=False).replace("\n", "<br>")


def _formatted(found: Element) -> str:
    """`mat_formattedtext` of Blackboard: HTML, or what it calls smart text."""
    words = (found.text or "").strip()
    return (
        words
        if (found.get("type") or "").upper() in ("HTML", "SMART_TEXT")
        else html.escape(words)
    )


def _picture(found: Element) -> str:
    source = html.escape(found.get("uri") or "")
    alt = html.escape(found.get("label") or said(found))
    return f'<img src="{source}" alt="{alt}">' if source and alt else f'<img src="{source}">'


def _file(found: Element) -> str:
    source = html.escape(found.get("uri") or "")
    return f'<a href="{source}">{html.escape(found.get("label") or "file")}</a>' if source else ""


_SAID = {
    "mattext": _words,
    "matemtext": _words,
    "mat_formattedtext": _formatted,
    "matimage": _picture,
    "mataudio": _file,
    "matvideo": _file,
    "matapplication": _file,
}


def fields(element: Element) -> dict[str, str]:
    """Label → entry of the metadata of an item or an assessment, and of Blackboard's `bbmd_`."""
    found: dict[str, str] = {}
    for holder in children(element, "itemmetadata", "qtimetadata", "assessmentmetadata"):
        for each in inner(holder, "qtimetadatafield", "qti_metadatafield"):
            label = said(next(children(each, "fieldlabel"), None))
            found.setdefault(label, said(next(children(each, "fieldentry"), None)))
        for each in holder.iter():
            if local(each).startswith(("bbmd_", "qmd_")):
                found.setdefault(local(each), said(each))
    return found
