"""The question bank as Moodle XML: what teachers import under "Question bank → Import".

Categories as paths, idnumbers, a tag for each competency code, and media inside the file.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from moocbuild.formats import xml
from moocbuild.formats.moodle import document, idnumber, name, node, written
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course, Quiz
from moocbuild.package import Package, read_asset
from moocbuild.package.names import media_files
from moocbuild.render.common import speaking
from moocbuild.targets.moodle import bank
from moocbuild.targets.moodle.bank import Category
from moocbuild.targets.moodle.item import Answer, Item
from moocbuild.targets.moodle.question import LoweringContext, bank_item
from moocbuild.targets.moodle.text import DIALECT, Html, Writer
from moocbuild.targets.moodle.types import plain
from moocbuild.words import words

FILE = "questions.xml"
_HTML = {"format": "html"}
_PLAIN = {"format": "plain_text"}


def package(course: Course) -> Package:
    """One file. Its course has been fitted: no hottext. Links to pages become words."""
    media = media_files(course)
    writer = Writer(media=media, page=lambda ref: None, dialect=speaking(DIALECT, course.language))
    file = _File(course, media)
    shuffle = {
        question.id: page.shuffle
        for page in course.pages()
        if isinstance(page, Quiz)
        for question in page.questions
    }
    say = words(course.language)
    found = {category.key: category for category in bank.categories(course)}
    rows: list[xml.Element] = []
    asked = writer.of_questions(course.language)
    for category in found.values():
        rows.append(_category(category, found))
        for question in category.questions:
            context = LoweringContext(writer=asked, words=say, shuffle=shuffle[question.id])
            rows.append(file.question(bank_item(question, context)))
    return Package({FILE: document(node("quiz", *rows))})


def pack(made: Package, stream: BinaryIO) -> None:
    """The file itself: Moodle's import takes no archive."""
    stream.write(made.read(FILE))


def _category(category: Category, found: Mapping[str, Category]) -> xml.Element:
    path = "/".join(_path(category, found))
    return node(
        "question",
        node("category", plain(f"$course$/top/{path}")),
        node("info", plain(""), attributes=_HTML),
        node("idnumber", idnumber(category.key)),
        attributes={"type": "category"},
    )


def _path(category: Category, found: Mapping[str, Category]) -> list[str]:
    above = _path(found[category.parent], found) if category.parent else []
    return [*above, name(category.title).replace("/", "//")]


class _File:
    """Questions as elements, their media inside."""

    def __init__(self, course: Course, media: Mapping[str, str]) -> None:
        self._assets = course.assets
        self._media = media

    def question(self, item: Item) -> xml.Element:
        """One question."""
        return node(
            "question",
            node("name", plain(item.title)),
            self.html("questiontext", item.spelled_out),
            self.html("generalfeedback", item.explanation),
            node("defaultgrade", written(item.mark)),
            node("penalty", "0"),
            node("hidden", "0"),
            node("idnumber", idnumber(item.id)),
            *item.question.type.content(self, item),
            *self._hint(item),
            node("tags", *(node("tag", plain(tag)) for tag in item.tags)),
            attributes={"type": item.question.type.in_file},
        )

    def answers(self, item: Item, percent: Callable[[float], float]) -> Iterator[xml.Element]:
        """The answers in order."""
        for answer in item.question.answers:
            yield self._answer(answer, percent(answer.fraction))

    def _answer(self, answer: Answer, fraction: float) -> xml.Element:
        typed = answer.typed
        attributes = {"fraction": written(fraction)}
        if typed is None:
            element = self.html("answer", answer.text, attributes)
        else:
            element = node("answer", plain(typed), attributes={**attributes, **_PLAIN})
        element.append(self.html("feedback", answer.feedback))
        if answer.tolerance:
            element.append(node("tolerance", written(answer.tolerance)))
        return element

    def _hint(self, item: Item) -> Iterator[xml.Element]:
        if item.hint:
            yield self.html("hint", item.hint)

    def html(
        self, tag: str, text: Html, attributes: Mapping[str, str] | None = None
    ) -> xml.Element:
        """A text with its files."""
        files = (self._file(self._media[href], self._assets[href]) for href in text.media)
        return node(tag, plain(text.markup), *files, attributes={**(attributes or {}), **_HTML})

    def _file(self, path: str, asset: Asset) -> xml.Element:
        folder, _, file = path.rpartition("/")
        where = {"name": file, "path": f"/{folder}/" if folder else "/", "encoding": "base64"}
        return node("file", base64.b64encode(read_asset(asset)).decode(), attributes=where)
