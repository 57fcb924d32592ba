"""A sheet as a Word document, for comments, tracked changes and tables of replies."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import cast

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from moocbuild.model.blocks import Block, blocks
from moocbuild.model.course import Course
from moocbuild.model.language import direction
from moocbuild.package import Package
from moocbuild.package.zip import write_zip
from moocbuild.review import marks
from moocbuild.review.docx_text import Writer, table_rows
from moocbuild.review.keys import key_of, words_hash
from moocbuild.review.looks import label
from moocbuild.review.page import words_of
from moocbuild.review.sheet import Numbered, Sheet, SheetModule, SheetPage
from moocbuild.words import Words

_REPLIES = 3
"""Empty rows of a table for comments: Word adds more with the tab key."""
_FIELDS = ("name", "role", "verdict", "remarks")
_WIDTH = 16.0
"""Centimetres between the margins."""
_TYPES = "[Content_Types].xml"


def review_docx(found: Sheet) -> bytes:
    """The document; the same bytes for the same course, the python-docx being the same."""
    made = _Made(found.course)
    made.beginning()
    for module in found.modules:
        made.module(module)
    made.form()
    stream = io.BytesIO()
    made.doc.save(stream)
    return _repacked(stream)


def _repacked(stream: io.BytesIO) -> bytes:
    """Without the time of the day, deflated as packages are."""
    with zipfile.ZipFile(stream) as archive:
        members = {each.filename: archive.read(each) for each in archive.infolist()}
    packed = io.BytesIO()
    write_zip(Package(members, first=(_TYPES,)), packed)
    return packed.getvalue()


class _Made:
    """A document in the making."""

    def __init__(self, course: Course) -> None:
        self.course, self.say = course, words_of(course)
        self.doc: Doc = Document()
        self._bookmarks = 0
        self.writer = Writer(course, self.say)
        _settle(self.doc, course, self.say)
        self._style_ids = {each.name: each.style_id for each in self.doc.styles}
        self._end = self.doc.element.body.sectPr

    def mark(self, paragraph: Paragraph, *names: str) -> None:
        """Bookmarks around all that stands in a paragraph."""
        for name in names:
            self._bookmarks += 1
            start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
            start.set(qn("w:id"), str(self._bookmarks))
            start.set(qn("w:name"), name)
            end.set(qn("w:id"), str(self._bookmarks))
            has_properties = paragraph._p.pPr is not None
            paragraph._p.insert(1 if has_properties else 0, start)
            paragraph._p.append(end)

    def ours(self, paragraph: Paragraph) -> Paragraph:
        """Marks a paragraph in which no place begins, so that it is not taken for a remark."""
        self.mark(paragraph, f"{marks.OURS}_{self._bookmarks + 1}")
        return paragraph

    def beginning(self) -> None:
        """The title, and how to comment."""
        title = _filled(self.paragraph("Title"), self._own("title", title=self.course.title))
        self.mark(title, f"{marks.COURSE}_{key_of(self.course.id)}")
        version = self._own("version", version=self.course.version)
        self.ours(_filled(self.paragraph(), version))
        self.ours(_filled(self.paragraph(), self._own("word_lead")))

    def paragraph(self, style: str = "Normal") -> Paragraph:
        """A further paragraph. `Document.add_paragraph` looks at all others first."""
        made = cast(CT_P, OxmlElement("w:p"))
        if style != "Normal":
            made.style = self._style_ids[style]
        self._end.addprevious(made)
        return Paragraph(made, self.doc._body)

    def table(self, rows: int, columns: int, *, mirrored: bool = False) -> Table:
        """A further table, with lines around its cells. mirrored: its words are the course's."""
        made = CT_Tbl.new_tbl(rows, columns, Cm(_WIDTH))
        made.tblStyle_val = self._style_ids["Table Grid"]
        if self.writer.turned and mirrored:
            made.bidiVisual_val = WD_TABLE_DIRECTION.RTL
        self._end.addprevious(made)
        return Table(made, self.doc._body)

    def _own(self, key: str, **values: str) -> str:
        return self.say(f"review.{key}", **values)

    def module(self, found: SheetModule) -> None:
        """A heading, and the pages."""
        head = self.paragraph("Heading 1")
        self.writer.plain(head, found.module.title)
        hashes = [f"{marks.HASH}_{found.hash}"] if found.hash else []
        self.mark(head, f"{marks.MODULE}_{key_of(found.module.id)}", *hashes)
        for page in found.pages:
            self._page(page)

    def _page(self, page: SheetPage) -> None:
        self.ours(_filled(self.paragraph("Subtitle"), self._own(page.kind)))
        for row in page.rows:
            self._place(row)
        self._replies(page)

    def _place(self, row: Numbered) -> None:
        first, *more = [*blocks(row.place.text)] or [Block(kind="paragraph", text=row.place.text)]
        paragraph = self.paragraph(_style(row))
        _indent(paragraph, row)
        name = label(row, self.say)
        said = f"{name}{self.say('page.colon')}" if name else ""
        self.writer.label(paragraph, f"{row.number}\t{said}")
        written = self.writer.block(paragraph, first)
        worded = not more and words_hash(written) == row.hash
        self.mark(
            paragraph,
            marks.place_mark(row.number, key_of(row.place.id), row.hash, worded=worded),
        )
        self._below(first, row)
        for block in more:
            below = self.paragraph()
            _indent(below, row)
            self.writer.block(below, block)
            self.ours(below)
            self._below(block, row)

    def _below(self, block: Block, row: Numbered) -> None:
        if block.kind == "table":
            rows = table_rows(block.text)
            width = max((len(cells) for cells in rows), default=0)
            if width:
                self._table(rows, width)

    def _table(self, rows: list[list[str]], width: int) -> None:
        table = self.table(len(rows), width, mirrored=True)
        for cells, written in zip(rows, table._tbl.tr_lst, strict=True):
            for place, cell in enumerate(written.tc_lst):
                paragraph = Paragraph(cell.p_lst[0], self.doc._body)
                self.writer.plain(paragraph, cells[place] if place < len(cells) else "")
                self.ours(paragraph)
        self.ours(self.paragraph())

    def _replies(self, page: SheetPage) -> None:
        head = self.ours(_filled(self.paragraph("Caption"), self._own("word_table")))
        head.paragraph_format.keep_with_next = True
        table = self.table(1 + _REPLIES, 2)
        first, second = (cell.paragraphs[0] for cell in table.rows[0].cells)
        self.ours(_filled(first, self._own("word_number")))
        self.ours(_filled(second, self._own("word_comment")))
        self.mark(first, f"{marks.REPLIES}_{page.rows[0].number}")
        _widths(table, (2.2, _WIDTH - 2.2))
        self.ours(self.paragraph())

    def form(self) -> None:
        """Who the reviewer is, and what they say of the whole."""
        self.ours(_filled(self.paragraph("Heading 1"), self._own("about_you")))
        table = self.table(len(_FIELDS), 2)
        for field, written in zip(_FIELDS, table.rows, strict=True):
            hints = {"name": "name_hint", "role": "role_hint", "verdict": "word_verdict"}
            hint = f"\n{self._own(hints[field])}" if field in hints else ""
            cell = written.cells[0].paragraphs[0]
            _filled(cell, f"{self._own(field)}{hint}")
            self.mark(cell, f"{marks.FIELD}_{field}")
        _widths(table, (6.2, _WIDTH - 6.2))


def _filled(paragraph: Paragraph, words: str) -> Paragraph:
    paragraph.add_run(words)
    return paragraph


def _widths(table: Table, widths: tuple[float, float]) -> None:
    """In centimetres: Word goes by cells, LibreOffice by columns."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Cm(width)


_STYLES = {"question": "Heading 3", "scene": "Heading 3", "debrief": "Heading 3"}


def _style(row: Numbered) -> str:
    place = row.place
    if place.kind == "title":
        return "Heading 2"
    if place.kind == "heading":
        return f"Heading {min(6, place.level + 1)}"
    return _STYLES.get(place.kind, "Normal")


def _indent(paragraph: Paragraph, row: Numbered) -> None:
    """The number hangs before the text; feedback and inner lists stand further in."""
    place = row.place
    steps = place.level if place.kind in ("item", "step") else place.kind == "feedback"
    layout = paragraph.paragraph_format
    layout.left_indent, layout.first_line_indent = Cm(1.2 + 0.8 * int(steps)), Cm(-1.2)
    layout.tab_stops.add_tab_stop(layout.left_indent)


def _settle(doc: Doc, course: Course, say: Words) -> None:
    """Facts about the document, its language, and a style for what are no words of the course."""
    day = datetime.datetime.combine(course.released, datetime.time(12))
    facts = doc.core_properties
    facts.title, facts.author = say("review.title", title=course.title), ""
    facts.created = facts.modified = day
    facts.last_modified_by, facts.comments = "", ""
    facts.revision, facts.language, facts.version = 1, course.language, course.version
    style = doc.styles.add_style(marks.LABEL, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    style.font.size, style.font.color.rgb = Pt(8.5), RGBColor(0x56, 0x60, 0x5C)
    style.font.bold, style.font.italic = False, False
    language = doc.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is not None:
        side = "w:bidi" if direction(course.language) == "rtl" else "w:val"
        language.set(qn(side), course.language)
