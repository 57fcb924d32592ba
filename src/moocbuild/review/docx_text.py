"""Texts of the course as runs of a Word document, and as the words that were written."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from moocbuild.formats import xml
from moocbuild.model.blocks import Block, exact
from moocbuild.model.course import Course
from moocbuild.model.language import direction
from moocbuild.model.text import INLINE, Element, Nodes, Text, attribute, reference, walk
from moocbuild.review import marks
from moocbuild.review.comments import cleaned
from moocbuild.review.looks import picture_of
from moocbuild.words import Words

_WIDE = Cm(9)
_SHOWN = ("image/png", "image/jpeg", "image/gif")
"""Pictures that Word shows; others, such as drawings, are told by their descriptions."""
_BEHIND_BIDI = ("w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
"""What may follow it in the properties of a paragraph, of what python-docx writes."""
_MONO = frozenset({"code", "kbd", "samp", "pre", "var"})


class Writer:
    """Writes into paragraphs, in the direction of the course."""

    def __init__(self, course: Course, say: Words) -> None:
        self._course, self._say = course, say
        self.turned = direction(course.language) == "rtl"

    def label(self, paragraph: Paragraph, words: str) -> None:
        """What is no word of the course."""
        paragraph.add_run(_xml(words))._r.style = marks.LABEL

    def plain(self, paragraph: Paragraph, words: str) -> None:
        """Words without form."""
        self._words(paragraph, words, frozenset())
        self._turn(paragraph)

    def block(self, paragraph: Paragraph, block: Block) -> str:
        """A block; the words that were written, as a reader of the document finds them."""
        nodes = block.text.nodes
        if block.kind == "table":
            self.label(paragraph, self._say("review.table"))
        elif block.kind == "picture":
            self._picture(paragraph, block.text)
        self._nodes(paragraph, () if block.kind == "table" else nodes, frozenset())
        if block.kind != "code":  # which is written from left to right in every language
            self._turn(paragraph)
        return written(paragraph)

    def _nodes(self, paragraph: Paragraph, nodes: Nodes, forms: frozenset[str]) -> None:
        for node in nodes:
            if isinstance(node, str):
                self._words(paragraph, node, forms)
            elif node[0] in _SIGNS:
                self._words(paragraph, _SIGNS[node[0]](node), forms)
            elif node[0] == "noteref":
                self.label(paragraph, f"[{attribute(node, 'number')}]")
            else:
                gap = "" if node[0] in INLINE else " "
                self._words(paragraph, gap, forms)
                self._nodes(paragraph, node[2], forms | {node[0]})
                self._words(paragraph, gap, forms)

    def _words(self, paragraph: Paragraph, words: str, forms: frozenset[str]) -> None:
        if not words:
            return
        text = _xml(words)
        run = paragraph.add_run(text if "pre" in forms else " ".join(text.split("\n")))
        run.bold = True if forms & {"strong", "b", "th"} else None
        run.italic = True if forms & {"em", "i", "cite", "dfn"} else None
        run.font.subscript = True if "sub" in forms else None
        run.font.superscript = True if "sup" in forms else None
        run.font.strike = True if forms & {"del", "s"} else None
        if forms & _MONO:
            run.font.name = "Consolas"
        elif self.turned:
            run.font.rtl = True

    def _picture(self, paragraph: Paragraph, text: Text) -> None:
        for found in walk(text.nodes):
            source = reference(found, "src") if found[0] == "img" else None
            asset = self._course.assets.get(source.id) if source else None
            data = picture_of(asset) if asset and asset.media_type in _SHOWN else None
            if data is not None:
                run = paragraph.add_run()
                run._r.style = marks.LABEL
                _insert(run, data)

    def _turn(self, paragraph: Paragraph) -> None:
        """From right to left, where the course is."""
        if self.turned:
            properties = paragraph._p.get_or_add_pPr()
            bidi = OxmlElement("w:bidi")
            behind = (properties.find(qn(name)) for name in _BEHIND_BIDI)
            places = [properties.index(each) for each in behind if each is not None]
            properties.insert(min(places, default=len(properties)), bidi)


def _insert(run: Run, data: bytes) -> None:
    """A picture, no wider than the text; one that python-docx cannot read is told in words."""
    try:
        shape = run.add_picture(io.BytesIO(data))
    except Exception:  # whatever is wrong with it, its description is there
        return
    if shape.width > _WIDE:
        shape.height, shape.width = Length(shape.height * _WIDE // shape.width), _WIDE


def written(paragraph: Paragraph) -> str:
    """The words of a paragraph without labels."""
    runs = (run for run in paragraph.runs if run._r.style != marks.LABEL)
    return cleaned(exact(Text(("".join(run.text for run in runs),))))


def table_rows(text: Text) -> list[list[str]]:
    """The cells of a table, in words."""
    rows = (each for each in walk(text.nodes) if each[0] == "tr")
    return [
        [exact(Text(cell[2]), typed=True) for cell in row[2] if not isinstance(cell, str)]
        for row in rows
    ]


def _xml(words: str) -> str:
    return xml.text(words)


def _said(node: Element) -> str:
    return exact(Text((node,)), typed=True)


def _box(node: Element) -> str:
    return f"{_said(node)} "


_SIGNS: Mapping[str, Callable[[Element], str]] = {
    "formula": _said,
    "img": _said,
    "blank": _said,
    "box": _box,
    "br": lambda node: " ",
}
"""Elements that are written otherwise than by the words in them."""
