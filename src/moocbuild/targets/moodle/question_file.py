"""The question bank as Moodle XML: what teachers import under "Question bank → Import".

Categories as paths, idnumbers, a tag for each competency code, and media inside the file.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import BinaryIO

from moocbuild.formats.moodle import (
    Element,
    Fields,
    Lines,
    document,
    flat,
    idnumber,
    leaf,
    name,
    node,
    written,
)
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course
from moocbuild.model.marks import made, module_key
from moocbuild.model.plain import PLAIN
from moocbuild.model.question import Question
from moocbuild.package import Package, read_asset
from moocbuild.package.names import media_files
from moocbuild.render.foreign_style import speaking
from moocbuild.targets.moodle import bank
from moocbuild.targets.moodle.bank import Category
from moocbuild.targets.moodle.item import Answer, Item
from moocbuild.targets.moodle.question import LoweringContext, bank_item
from moocbuild.targets.moodle.text import DIALECT, Html, Writer
from moocbuild.words import words

FILE = "questions.xml"
_HTML = {"format": "html"}
_PLAIN = {"format": "plain_text"}
_NONE: Fields = {}


def package(course: Course) -> Package:
    """One file. Its course has been fitted: no hottext. Links to pages become words."""
    media = media_files(course)
    writer = Writer(media=media, page=lambda ref: None, dialect=speaking(DIALECT, course.language))
    file = _File(course, media)
    shuffle = bank.shuffled(course)
    say = words(course.language)
    asked = writer.of_questions(course.language)

    def lowering(question: Question) -> LoweringContext:
        return LoweringContext(writer=asked, words=say, shuffle=question.id in shuffle)

    rows = []
    for module in course.modules:
        write = partial(_rows, bank.of_module(module), file, lowering)
        rows.append(made("moodle-xml", module_key(course, module.id), PLAIN, write))
    rows.append(_rows(bank.of_pools(course), file, lowering))
    return Package({FILE: document(node("quiz", *rows))})


def _rows(categories: Iterable[Category], file: _File, lowering: bank.Lower) -> Lines:
    """Categories, and their questions."""
    found = {category.key: category for category in categories}
    rows: list[Element] = []
    for category in found.values():
        rows.append(_category(category, found))
        rows += [file.question(bank_item(each, lowering(each))) for each in category.questions]
    return flat(rows)


def pack(made: Package, stream: BinaryIO) -> None:
    """The file itself: Moodle's import takes no archive."""
    stream.write(made.read(FILE))


def _category(category: Category, found: Mapping[str, Category]) -> Element:
    path = "/".join(_path(category, found))
    return node(
        "question",
        node("category", fields={"text": f"$course$/top/{path}"}),
        node("info", attributes=_HTML, fields={"text": ""}),
        leaf("idnumber", idnumber(category.key)),
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

    def question(self, item: Item) -> Element:
        """One question."""
        return node(
            "question",
            node("name", fields={"text": item.title}),
            self.html("questiontext", item.spelled_out),
            self.html("generalfeedback", item.explanation),
            leaf("defaultgrade", item.mark),
            leaf("penalty", 0),
            leaf("hidden", 0),
            leaf("idnumber", idnumber(item.id)),
            *item.question.type.content(self, item),
            *self._hint(item),
            node("tags", *(node("tag", fields={"text": tag}) for tag in item.tags)),
            attributes={"type": item.question.type.in_file},
        )

    def answers(self, item: Item, percent: Callable[[float], float]) -> Iterator[Element]:
        """The answers in order."""
        for answer in item.question.answers:
            yield self._answer(answer, percent(answer.fraction))

    def _answer(self, answer: Answer, fraction: float) -> Element:
        typed = answer.typed
        attributes = {"fraction": written(fraction)}
        after = [self.html("feedback", answer.feedback)]
        if answer.tolerance:
            after.append(leaf("tolerance", answer.tolerance))
        if typed is None:
            return self.html("answer", answer.text, *after, attributes=attributes)
        return node("answer", *after, attributes={**attributes, **_PLAIN}, fields={"text": typed})

    def _hint(self, item: Item) -> Iterator[Element]:
        if item.hint:
            yield self.html("hint", item.hint)

    def html(self, tag: str, text: Html, *more: Element, attributes: Fields = _NONE) -> Element:
        """A text with its files, and what comes after them."""
        files = [self._file(self._media[href], self._assets[href]) for href in text.media]
        return node(
            tag, *files, *more, attributes={**attributes, **_HTML}, fields={"text": text.markup}
        )

    def _file(self, path: str, asset: Asset) -> Element:
        folder, _, file = path.rpartition("/")
        where = {"name": file, "path": f"/{folder}/" if folder else "/", "encoding": "base64"}
        return leaf("file", base64.b64encode(read_asset(asset)).decode(), where)
