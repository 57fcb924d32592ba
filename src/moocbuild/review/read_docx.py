"""A Word document that came back: comments, tracked and plain changes, and tables of replies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from lxml import etree

from moocbuild.review import marks
from moocbuild.review.comments import MANY, Comment, NotAReviewError, Review, cleaned
from moocbuild.review.docx_words import W, Words, names_in, words_in
from moocbuild.review.keys import words_hash
from moocbuild.review.marks import PlaceMark
from moocbuild.review.open_docx import open_docx
from moocbuild.values import dataclass

_VERDICTS = {"a": "yes", "b": "changes", "c": "no"}
_OURS = tuple(f"{kind}_" for kind in (marks.OURS, marks.COURSE, marks.MODULE))
_NUMBER = re.compile(r"\d{1,6}")


def read_docx(data: bytes) -> Review:
    """The review in a document. Raises NotAReviewError."""
    document, comments = open_docx(data)
    reader = _Reader()
    for each in document.iter(f"{W}tbl", f"{W}p", f"{W}commentRangeStart", f"{W}commentReference"):
        reader.take(each)
        if len(reader.found) > MANY:
            raise NotAReviewError("has more changes than a review can")
    if not reader.ours and comments is None:
        raise NotAReviewError("is no document that 'moocbuild review' wrote")
    said = [] if comments is None else [*_comments(comments, reader)]
    every = [*said, *reader.found, *_replies(reader)]
    return Review(
        key=reader.course,
        name=reader.fields.get("name", ""),
        role=reader.fields.get("role", ""),
        verdict=_VERDICTS.get(reader.fields.get("verdict", "")[:1].casefold(), ""),
        remarks=reader.fields.get("remarks", ""),
        hashes=reader.hashes,
        comments=tuple(sorted(every, key=lambda each: each.number)),
    )


@dataclass(slots=True)
class _Passage:
    """A place as the document has it."""

    mark: PlaceMark | None
    words: Words

    def comment(self, said: str, who: str = "", quoted: str = "") -> Comment:
        """A remark on it."""
        mark = self.mark
        return Comment(
            key=mark.key if mark else "",
            number=mark.number if mark else 0,
            hash=mark.hash if mark else "",
            text=self.words.before,
            said=said,
            who=who,
            quoted=quoted,
        )


@dataclass(slots=True)
class _Reader:
    """Goes through a document from its beginning to its end.

    ours: whether it has bookmarks of ours. anchors: of comments, the passage and the words that
    were selected. cells: tables of replies, the number of their page and rows of two texts.
    """

    ours: bool = False
    course: str = ""
    hashes: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    numbered: dict[int, _Passage] = field(default_factory=dict)
    anchors: dict[str, _Passage] = field(default_factory=dict)
    found: list[Comment] = field(default_factory=list)
    replies: list[tuple[int, str, str]] = field(default_factory=list)
    _here: _Passage | None = None
    _waiting: list[str] = field(default_factory=list)
    _done: set[etree._Element] = field(default_factory=set)

    def take(self, element: etree._Element) -> None:
        """The next element."""
        if element.tag == f"{W}tbl":
            self._table(element)
        elif element.tag == f"{W}p":
            if element not in self._done:
                self._paragraph(element)
        else:
            self._anchor(element.get(f"{W}id", ""))

    def _anchor(self, comment: str) -> None:
        if comment in self.anchors:
            return
        if self._here is None:
            self._waiting.append(comment)
        else:
            self.anchors[comment] = self._here

    def _paragraph(self, paragraph: etree._Element) -> None:
        names = names_in(paragraph)
        self._facts(names)
        words = words_in(paragraph)
        place = next(filter(None, map(marks.read_place, names)), None)
        if place is not None:
            self.ours = True
            self._here = self.numbered.setdefault(place.number, _Passage(place, words))
            self._changes(self._here, words, worded=place.worded)
        elif any(name.startswith(_OURS) for name in names):
            if self._here and words.before != words.after:
                self._suggest(self._here, words)
        elif not self.ours or self._here is None:
            self._here = _Passage(None, words)
        elif words.after:
            self.found.append(self._here.comment(f"suggests to add '{words.after}'", words.who))
        for comment in self._waiting if self._here else ():
            self.anchors.setdefault(comment, self._here or _Passage(None, words))
        self._waiting = [] if self._here else self._waiting

    def _changes(self, passage: _Passage, words: Words, *, worded: bool) -> None:
        """What was tracked, or, without a track, written into the text."""
        if words.before != words.after:
            self._suggest(passage, words)
        elif worded and passage.mark and words_hash(words.after) != passage.mark.hash:
            passage.words = replace(words, before="")  # what stood there is not known
            self._suggest(passage, words)

    def _suggest(self, passage: _Passage, words: Words) -> None:
        said = f"suggests '{words.after}'" if words.after else "suggests to delete this"
        self.found.append(passage.comment(said, words.who))

    def _facts(self, names: list[str]) -> None:
        known = dict(name.split("_", 1) for name in names if "_" in name)
        if marks.COURSE in known:
            self.ours, self.course = True, known[marks.COURSE]
        if marks.MODULE in known and marks.HASH in known:
            self.hashes[known[marks.MODULE]] = known[marks.HASH]

    def _table(self, table: etree._Element) -> None:
        """A form, or a table of replies, of which the paragraphs are answers."""
        first = table.find(f".//{W}p")
        known = dict(name.split("_", 1) for name in names_in(first) if "_" in name)
        if marks.FIELD in known:
            for row in table.iter(f"{W}tr"):
                self._field(row)
        elif known.get(marks.REPLIES, "").isdecimal():
            for row in [*table.iter(f"{W}tr")][1:]:
                number, said = self._cells(row)
                self.replies.append((int(known[marks.REPLIES]), number, said))
        else:
            return
        self._done.update(table.iter(f"{W}p"))

    def _field(self, row: etree._Element) -> None:
        first = row.find(f".//{W}p")
        known = dict(name.split("_", 1) for name in names_in(first) if "_" in name)
        if marks.FIELD in known:
            self.fields[known[marks.FIELD]] = self._cells(row)[1]

    def _cells(self, row: etree._Element) -> tuple[str, str]:
        """What stands in the first cell, and in all others."""
        cells = [
            " ".join(filter(None, (words_in(p).after for p in cell.iter(f"{W}p"))))
            for cell in row.iter(f"{W}tc")
        ]
        return (cells[0] if cells else "", " ".join(filter(None, cells[1:])))


def _replies(reader: _Reader) -> Iterator[Comment]:
    """Rows of the tables: a number and what is said; without a number, on the page as a whole."""
    for page, number, said in reader.replies:
        numbers = [int(each) for each in _NUMBER.findall(number)]
        known = [reader.numbered[each] for each in numbers if each in reader.numbered]
        whole = reader.numbered.get(page, _Passage(None, Words()))
        if known and said:
            yield from (passage.comment(said) for passage in known)
        elif said or number:
            yield whole.comment(" ".join(filter(None, (number, said))))


def _comments(root: etree._Element, reader: _Reader) -> Iterator[Comment]:
    for each in root.iter(f"{W}comment"):
        id, who = each.get(f"{W}id", ""), cleaned(each.get(f"{W}author", ""))
        said = " ".join(filter(None, (words_in(p).after for p in each.iter(f"{W}p"))))
        passage = reader.anchors.get(id) or _Passage(None, Words())
        if said:
            yield passage.comment(said, who, _quoted(passage, id))


def _quoted(passage: _Passage, id: str) -> str:
    """The words that were selected, where these are not all."""
    words = passage.words.selected.get(id, "")
    return "" if words == passage.words.before else words
