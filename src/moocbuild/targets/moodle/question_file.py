"""The question bank as Moodle XML: what teachers import under "Question bank → Import".

Categories as paths, idnumbers, a tag for each competency code, and media inside the file.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, assert_never

from moocbuild.formats import xml
from moocbuild.formats.moodle import Fields, document, idnumber, name, node, written
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course, Quiz
from moocbuild.package import Package, read_asset
from moocbuild.package.names import media_files
from moocbuild.render.common import speaking
from moocbuild.targets.moodle import bank
from moocbuild.targets.moodle.bank import Category, Item
from moocbuild.targets.moodle.question import Answer, LoweringContext
from moocbuild.targets.moodle.text import DIALECT, Html, Writer
from moocbuild.words import words

FILE = "questions.xml"
_HTML = {"format": "html"}
_PLAIN = {"format": "plain_text"}
_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


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
            rows.append(file.question(bank.bank_item(question, context)))
    return Package({FILE: document(node("quiz", *rows))})


def pack(made: Package, stream: BinaryIO) -> None:
    """The file itself: Moodle's import takes no archive."""
    stream.write(made.read(FILE))


def _category(category: Category, found: Mapping[str, Category]) -> xml.Element:
    path = "/".join(_path(category, found))
    return node(
        "question",
        node("category", _text(f"$course$/top/{path}")),
        node("info", _text(""), attributes=_HTML),
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
        source, question = item.source, item.question
        return node(
            "question",
            node("name", _text(item.title)),
            self._html("questiontext", item.stem),
            self._html("generalfeedback", item.explanation),
            *_fields(
                {
                    "defaultgrade": source.points if source.scored else 0,
                    "penalty": 0,
                    "hidden": 0,
                    "idnumber": idnumber(source.id),
                }
            ),
            *_content(self, item),
            *self._hint(item),
            node("tags", *(node("tag", _text(tag)) for tag in item.tags)),
            attributes={"type": "matching" if question.qtype == "match" else question.qtype},
        )

    def answers(self, item: Item, percent: Callable[[float], float]) -> Iterator[xml.Element]:
        """The answers in order."""
        for answer in item.question.answers:
            yield self._answer(answer, percent(answer.fraction))

    def pairs(self, item: Item) -> Iterator[xml.Element]:
        """The rows of a match."""
        for pair in item.question.pairs:
            row = self._html("subquestion", pair.left)
            row.append(node("answer", _text(pair.right)))
            yield row

    def _answer(self, answer: Answer, fraction: float) -> xml.Element:
        typed = answer.typed
        attributes = {"fraction": written(fraction)}
        if typed is None:
            element = self._html("answer", answer.text, attributes)
        else:
            element = node("answer", _text(typed), attributes={**attributes, **_PLAIN})
        element.append(self._html("feedback", answer.feedback))
        if answer.tolerance:
            element.append(node("tolerance", written(answer.tolerance)))
        return element

    def _hint(self, item: Item) -> Iterator[xml.Element]:
        if item.hint:
            yield self._html("hint", item.hint)

    def _html(
        self, tag: str, text: Html, attributes: Mapping[str, str] | None = None
    ) -> xml.Element:
        files = (self._file(self._media[href], self._assets[href]) for href in text.media)
        return node(tag, _text(text.markup), *files, attributes={**(attributes or {}), **_HTML})

    def _file(self, path: str, asset: Asset) -> xml.Element:
        folder, _, file = path.rpartition("/")
        where = {"name": file, "path": f"/{folder}/" if folder else "/", "encoding": "base64"}
        return node("file", base64.b64encode(read_asset(asset)).decode(), attributes=where)


def _text(text: str) -> xml.Element:
    return node("text", text)


def _fields(fields: Fields) -> Iterable[xml.Element]:
    return (node(tag, written(value)) for tag, value in fields.items())


def _percent(fraction: float) -> float:
    return round(fraction * 100, 5)


def _as_it_is(fraction: float) -> float:
    return fraction


def _feedbacks() -> Iterable[xml.Element]:
    """Empty ones: without them the import of an ordering question stops the whole file."""
    return (node(tag, _text(""), attributes=_HTML) for tag in _COMBINED)


_Parts = Iterable[xml.Element]


def _choice(file: _File, item: Item) -> _Parts:
    options = item.question.options
    flags = {key: "true" if options[key] else "false" for key in ("single", "shuffleanswers")}
    numbering = {"answernumbering": options["answernumbering"], "showstandardinstruction": 1}
    yield from _fields({**flags, **numbering})
    yield from _feedbacks()
    yield from file.answers(item, _percent)


def _true_false(file: _File, item: Item) -> _Parts:
    for answer in item.question.answers:
        lower = Answer(
            id=answer.id, fraction=0, typed=(answer.typed or "").lower(), feedback=answer.feedback
        )
        yield file._answer(lower, _percent(answer.fraction))


def _typed(file: _File, item: Item) -> _Parts:
    if "usecase" in item.question.options:
        yield from _fields({"usecase": item.question.options["usecase"]})
    yield from file.answers(item, _percent)


def _match(file: _File, item: Item) -> _Parts:
    yield from _fields({"shuffleanswers": "true"})
    yield from _feedbacks()
    yield from file.pairs(item)


def _order(file: _File, item: Item) -> _Parts:
    yield from _fields(
        {
            "layouttype": "VERTICAL",
            "selecttype": "ALL",
            "selectcount": 0,
            "gradingtype": "ABSOLUTE_POSITION",
            "showgrading": "HIDE",
            "numberingstyle": "none",
        }
    )
    yield from _feedbacks()
    yield from _fields({"shownumcorrect": 0})
    yield from file.answers(item, _as_it_is)


def _content(file: _File, item: Item) -> _Parts:
    """What only this type of question has."""
    match item.question.qtype:
        case "multichoice":
            return _choice(file, item)
        case "truefalse":
            return _true_false(file, item)
        case "shortanswer" | "numerical":
            return _typed(file, item)
        case "match":
            return _match(file, item)
        case "ordering":
            return _order(file, item)
        case "description":
            return ()
        case _:
            assert_never(item.question.qtype)
