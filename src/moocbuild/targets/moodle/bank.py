"""The question bank: a category for each module, as questions.xml of a backup.

A quiz that draws has a category of its own below its module's, and below that one for each main
item from which one question is drawn: Moodle draws from categories.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from moocbuild.formats import xml
from moocbuild.formats.moodle import Value, idnumber, listed, name, node, record
from moocbuild.model.course import Course, Module, Quiz
from moocbuild.model.draw import draw_plan, main_item
from moocbuild.model.question import Question
from moocbuild.targets.moodle.question import (
    Answer,
    LoweringContext,
    MoodleQuestion,
    explanation,
    lowered,
    stem,
)
from moocbuild.targets.moodle.quiz import pool_category
from moocbuild.targets.moodle.text import Html

TOP = "/top"


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """key: what names it in the bank and is its idnumber; parent: the key above, "" for `top`."""

    key: str
    title: str
    parent: str
    questions: tuple[Question, ...] = ()
    info: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as Moodle has it: the author's, its texts, and how Moodle item it."""

    source: Question
    question: MoodleQuestion
    stem: Html
    explanation: Html
    hint: Html

    @property
    def title(self) -> str:
        """Its name in the bank."""
        return name(self.source.title or self.source.prompt.plain)

    @property
    def tags(self) -> list[str]:
        """One for each competency code."""
        return list(dict.fromkeys(ref.code for ref in self.source.competencies))


def bank_item(source: Question, context: LoweringContext) -> Item:
    """The question with its texts bound."""
    question = lowered(source, context)
    return Item(
        source=source,
        question=question,
        stem=stem(source, context),
        explanation=explanation(source, question, context),
        hint=context.writer.html(source.hint),
    )


def categories(course: Course) -> list[Category]:
    """Every category that holds questions or others, parents first."""
    return [category for module in course.modules for category in _of_module(module)]


def _of_module(module: Module) -> Iterator[Category]:
    quizzes = [page for page in module.activities if isinstance(page, Quiz) and page.questions]
    drawing = [quiz for quiz in quizzes if draw_plan(quiz).rest or draw_plan(quiz).pools]
    whole = [q for quiz in quizzes if quiz not in drawing for q in quiz.questions]
    journals = [q for quiz in drawing for q in quiz.questions if not q.scored]
    if quizzes:
        yield Category(key=module.id, title=module.title, parent="", questions=(*whole, *journals))
    for quiz in drawing:
        yield from _of_quiz(quiz, module)


def _of_quiz(quiz: Quiz, module: Module) -> Iterator[Category]:
    pools = {id: pool for pool in draw_plan(quiz).pools for id in pool}
    scored = [question for question in quiz.questions if question.scored]
    rest = tuple(question for question in scored if question.id not in pools)
    yield Category(key=quiz.id, title=quiz.title, parent=module.id, questions=rest)
    for pool in dict.fromkeys(pools.values()):
        questions = tuple(question for question in scored if question.id in pool)
        title = main_item(questions[0]) or quiz.title
        yield Category(
            key=pool_category(quiz, pool), title=title, parent=quiz.id, questions=questions
        )


Number = Callable[[str, str], int]
Keep = Callable[[tuple[str, str, int], Html], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """How questions become elements. number: of (kind, name). keep: files of a text's area."""

    course: str
    context: int
    created: int
    number: Number
    keep: Keep

    def listing(
        self, found: Sequence[Category], lowering: Callable[[Question], LoweringContext]
    ) -> xml.Element:
        """questions.xml."""
        top = self._category(Category(key=TOP, title="top", parent=""), (), parent=0)
        rows = (
            self._category(
                category,
                (self._entry(bank_item(q, lowering(q)), category) for q in category.questions),
                parent=self.number("category", category.parent or TOP),
            )
            for category in found
        )
        return listed("question_categories", [top, *rows] if found else [])

    def _category(
        self, category: Category, entries: Iterable[xml.Element], parent: int
    ) -> xml.Element:
        return record(
            "question_category",
            self.number("category", category.key),
            {
                "name": name(category.title),
                "contextid": self.context,
                "contextlevel": 50,
                "contextinstanceid": 1,
                "info": category.info,
                "infoformat": 1,
                "stamp": self._stamp("category", category.key),
                "parent": parent,
                "sortorder": 999 if parent else 0,
                "idnumber": idnumber(category.key) if parent else None,
            },
            listed("question_bank_entries", entries),
        )

    def _entry(self, item: Item, category: Category) -> xml.Element:
        id = self.number("question", item.source.id)
        version = record(
            "question_versions",
            id,
            {"version": 1, "status": "ready"},
            listed("questions", [self._question(item, id)]),
        )
        return record(
            "question_bank_entry",
            id,
            {
                "questioncategoryid": self.number("category", category.key),
                "idnumber": idnumber(item.source.id),
                "ownerid": None,
            },
            listed("question_version", [version]),
        )

    def _question(self, item: Item, id: int) -> xml.Element:
        source, question = item.source, item.question
        self.keep(("question", "questiontext", id), item.stem)
        self.keep(("question", "generalfeedback", id), item.explanation)
        columns: dict[str, Value] = {
            "parent": 0,
            "name": item.title,
            "questiontext": item.stem.markup,
            "questiontextformat": 1,
            "generalfeedback": item.explanation.markup,
            "generalfeedbackformat": 1,
            "defaultmark": source.points if source.scored else 0,
            "penalty": 0,
            "qtype": question.qtype,
            "length": 1 if source.scored else 0,
            "stamp": self._stamp("question", source.id),
            "timecreated": self.created,
            "timemodified": self.created,
            "createdby": None,
            "modifiedby": None,
        }
        parts = _plugin(self, item, id)
        plugin = [node(f"plugin_qtype_{question.qtype}_question", *parts)] if parts else []
        return record(
            "question",
            id,
            columns,
            *plugin,
            *_some("question_hints", self._hints(item, id)),
            *_some("tags", self._tags(item)),
        )

    def _hints(self, item: Item, id: int) -> Iterator[xml.Element]:
        if item.hint:
            self.keep(("question", "hint", id), item.hint)
            yield record(
                "question_hint",
                id,
                {
                    "hint": item.hint.markup,
                    "hintformat": 1,
                    "shownumcorrect": 0,
                    "clearwrong": 0,
                    "options": None,
                },
            )

    def _tags(self, item: Item) -> Iterator[xml.Element]:
        for tag in item.tags:
            id = self.number("tag", f"{item.source.id}/{tag}")
            names = {"name": tag.lower(), "rawname": tag}
            yield node("tag", attributes={"id": id, "contextid": self.context}, fields=names)

    def answers(self, item: Item) -> xml.Element:
        """The answers of a question, in order."""
        return listed("answers", (self._answer(answer, item) for answer in item.question.answers))

    def answer_number(self, item: Item, answer: Answer) -> int:
        """The number of an answer."""
        return self.number("answer", f"{item.source.id}/{answer.id}")

    def _answer(self, answer: Answer, item: Item) -> xml.Element:
        id = self.answer_number(item, answer)
        self.keep(("question", "answer", id), answer.text)
        self.keep(("question", "answerfeedback", id), answer.feedback)
        return record(
            "answer",
            id,
            {
                "answertext": answer.text.markup if answer.typed is None else answer.typed,
                "answerformat": 1 if answer.typed is None else 0,
                "fraction": answer.fraction,
                "feedback": answer.feedback.markup,
                "feedbackformat": 1,
            },
        )

    def _stamp(self, kind: str, key: str) -> str:
        """What tells Moodle that a category or question is the one that it has already."""
        whole = f"{self.course}+{kind}+{key}"
        digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:20]
        return f"moocbuild+{kind}+{digest}"


def _some(tag: str, rows: Iterable[xml.Element]) -> Iterator[xml.Element]:
    """A list with rows; none at all without, at which a restore of 4.5.5 stops."""
    found = list(rows)
    if found:
        yield listed(tag, found)


Parts = list[xml.Element]


def _with_answers(bank: Bank, item: Item, id: int) -> Parts:
    options = record(item.question.qtype, id, item.question.options)
    return [bank.answers(item), options]


def _true_false(bank: Bank, item: Item, id: int) -> Parts:
    right, wrong = (bank.answer_number(item, answer) for answer in item.question.answers)
    columns: dict[str, Value] = {
        "trueanswer": right,
        "falseanswer": wrong,
        **item.question.options,
    }
    return [bank.answers(item), record("truefalse", id, columns)]


def _numerical(bank: Bank, item: Item, id: int) -> Parts:
    records = (
        record(
            "numerical_record",
            bank.answer_number(item, answer),
            {"answer": bank.answer_number(item, answer), "tolerance": answer.tolerance},
        )
        for answer in item.question.answers
    )
    return [
        bank.answers(item),
        listed("numerical_options", [record("numerical_option", id, item.question.options)]),
        listed("numerical_records", records),
    ]


def _match(bank: Bank, item: Item, id: int) -> Parts:
    matches = []
    for pair in item.question.pairs:
        number = bank.number("pair", f"{item.source.id}/{pair.id}")
        bank.keep(("qtype_match", "subquestion", number), pair.left)
        columns: dict[str, Value] = {"questiontext": pair.left.markup, "questiontextformat": 1}
        matches.append(record("match", number, {**columns, "answertext": pair.right}))
    return [record("matchoptions", id, item.question.options), listed("matches", matches)]


def _plugin(bank: Bank, item: Item, id: int) -> Parts:
    """What the plugin of a type of question keeps of it."""
    match item.question.qtype:
        case "multichoice" | "shortanswer" | "ordering":
            return _with_answers(bank, item, id)
        case "truefalse":
            return _true_false(bank, item, id)
        case "numerical":
            return _numerical(bank, item, id)
        case "match":
            return _match(bank, item, id)
        case "description":
            return []
        case _:
            assert_never(item.question.qtype)
