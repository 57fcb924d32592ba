"""What reviewers do in Word, done to a document: comments, tracked and plain changes, replies."""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

LABEL = "ReviewLabel"


class Desk:
    """An open document."""

    def __init__(self, data: bytes) -> None:
        self.doc = Document(io.BytesIO(data))
        self.paragraphs = [Paragraph(p, self.doc._body) for p in self.doc.element.iter(qn("w:p"))]

    def save(self, path: Path) -> Path:
        self.doc.save(str(path))
        return path

    def at(self, words: str) -> Paragraph:
        """The one passage with these words."""
        (found,) = (p for p in self.paragraphs if words in p.text and "mbp" in names(p))
        return found

    def comment(self, words: str, said: str, who: str = "Ana", selected: str = "") -> None:
        """On all words of a passage, or on some that are selected."""
        paragraph = self.at(words)
        runs = [run for run in paragraph.runs if run._r.style != LABEL]
        if selected:
            (run,) = (run for run in runs if selected in run.text)
            before, _, after = run.text.partition(selected)
            runs = [run]
            for text, add in ((before, run._r.addprevious), (after, run._r.addnext)):
                other = copy.deepcopy(run._r)
                other.text = text
                add(other)
            run.text = selected
        self.doc.add_comment(runs, text=said, author=who, initials=who[:1])

    def track(self, words: str, old: str, new: str, who: str = "Bea") -> None:
        """Deletes `old` and inserts `new` where it was, with changes tracked."""
        paragraph = self.at(words)
        (run,) = (run for run in paragraph.runs if old and old in run.text)
        before, _, after = run.text.partition(old)
        first, last, gone, come = (copy.deepcopy(run._r) for _ in range(4))
        first.text, last.text, come.text = before, after, new
        gone.clear()
        text = OxmlElement("w:delText")
        text.text = old
        gone.append(text)
        for each in (first, tracked("w:del", who, gone), tracked("w:ins", who, come), last):
            run._r.addprevious(each)
        run._r.getparent().remove(run._r)

    def type(self, words: str, old: str, new: str) -> None:
        """Writes into the text, without a track."""
        for run in self.at(words).runs:
            run.text = run.text.replace(old, new)

    def enter(self, words: str, new: str) -> None:
        """A paragraph of one's own behind a passage."""
        added = copy.deepcopy(self.at(words)._p)
        for each in [*added]:
            if each.tag != qn("w:pPr"):
                added.remove(each)
        self.at(words)._p.addnext(added)
        Paragraph(added, self.doc._body).add_run(new)

    def reply(self, page: int, number: str, said: str) -> None:
        """In the next empty row of a page's table, pages counted from 0."""
        tables = [t for t in self.doc.tables if "mbt" in names(t.rows[0].cells[0].paragraphs[0])]
        row = next(row for row in tables[page].rows if not row.cells[1].text)
        row.cells[0].text, row.cells[1].text = number, said

    def fill(self, **answers: str) -> None:
        """The form at the end."""
        for row in self.doc.tables[-1].rows:
            for field, said in answers.items():
                if f"mbf_{field}" in names(row.cells[0].paragraphs[0]):
                    row.cells[1].text = said


def tracked(kind: str, who: str, run: Any) -> Any:
    """A run as it stands when changes are tracked."""
    made = OxmlElement(kind)
    made.set(qn("w:id"), "900")
    made.set(qn("w:author"), who)
    made.append(run)
    return made


def names(paragraph: Paragraph) -> str:
    """Names of its bookmarks."""
    starts = paragraph._p.iter(qn("w:bookmarkStart"))
    return " ".join(str(each.get(qn("w:name"))) for each in starts)
