"""The question bank: a category for each module, as questions.xml of a backup.

A quiz that draws has a category of its own below its module's, and below that one for each main
item from which one question is drawn: Moodle draws from categories.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from moocbuild.formats import xml
from moocbuild.formats.moodle import Value, idnumber, listed, name, node, record
from moocbuild.model.course import Course, Module, Quiz
from moocbuild.model.draw import draw_plan, main_item
from moocbuild.model.question import Question
from moocbuild.targets.moodle.asked import (
    Answer,
    LoweringContext,
    MoodleQuestion,
    asked,
    explanation,
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
    """A question as Moodle has it: its texts, and how it is asked."""

    question: Question
    stem: Html
    explanation: Html
    hint: Html
    made: MoodleQuestion

    @property
    def title(self) -> str:
        """Its name in the bank."""
        return name(self.question.title or self.question.prompt.plain)

    @property
    def tags(self) -> list[str]:
        """One for each competency code."""
        return list(dict.fromkeys(ref.code for ref in self.question.competencies))


def item(question: Question, asker: LoweringContext) -> Item:
    """The question with its texts bound."""
    made = asked(question, asker)
    return Item(
        question=question,
        stem=stem(question, asker),
        explanation=explanation(question, made, asker),
        hint=asker.writer.html(question.hint),
        made=made,
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
        self, found: Sequence[Category], asker: Callable[[Question], LoweringContext]
    ) -> xml.Element:
        """questions.xml."""
        top = self._category(Category(key=TOP, title="top", parent=""), (), parent=0)
        rows = (
            self._category(
                category,
                (self._entry(item(q, asker(q)), category) for q in category.questions),
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

    def _entry(self, asks: Item, category: Category) -> xml.Element:
        id = self.number("question", asks.question.id)
        version = record(
            "question_versions",
            id,
            {"version": 1, "status": "ready"},
            listed("questions", [self._question(asks, id)]),
        )
        return record(
            "question_bank_entry",
            id,
            {
                "questioncategoryid": self.number("category", category.key),
                "idnumber": idnumber(asks.question.id),
                "ownerid": None,
            },
            listed("question_version", [version]),
        )

    def _question(self, asks: Item, id: int) -> xml.Element:
        question, made = asks.question, asks.made
        self.keep(("question", "questiontext", id), asks.stem)
        self.keep(("question", "generalfeedback", id), asks.explanation)
        columns: dict[str, Value] = {
            "parent": 0,
            "name": asks.title,
            "questiontext": asks.stem.markup,
            "questiontextformat": 1,
            "generalfeedback": asks.explanation.markup,
            "generalfeedbackformat": 1,
            "defaultmark": question.points if question.scored else 0,
            "penalty": 0,
            "qtype": made.qtype,
            "length": 1 if question.scored else 0,
            "stamp": self._stamp("question", question.id),
            "timecreated": self.created,
            "timemodified": self.created,
            "createdby": None,
            "modifiedby": None,
        }
        parts = _PLUGINS[made.qtype](self, asks, id)
        plugin = [node(f"plugin_qtype_{made.qtype}_question", *parts)] if parts else []
        return record(
            "question",
            id,
            columns,
            *plugin,
            *_some("question_hints", self._hints(asks, id)),
            *_some("tags", self._tags(asks)),
        )

    def _hints(self, asks: Item, id: int) -> Iterator[xml.Element]:
        if asks.hint:
            self.keep(("question", "hint", id), asks.hint)
            yield record(
                "question_hint",
                id,
                {
                    "hint": asks.hint.markup,
                    "hintformat": 1,
                    "shownumcorrect": 0,
                    "clearwrong": 0,
                    "options": None,
                },
            )

    def _tags(self, asks: Item) -> Iterator[xml.Element]:
        for tag in asks.tags:
            id = self.number("tag", f"{asks.question.id}/{tag}")
            names = {"name": tag.lower(), "rawname": tag}
            yield node("tag", attributes={"id": id, "contextid": self.context}, fields=names)

    def answers(self, asks: Item) -> xml.Element:
        """The answers of a question, in order."""
        return listed("answers", (self._answer(answer, asks) for answer in asks.made.answers))

    def answer_number(self, asks: Item, answer: Answer) -> int:
        """The number of an answer."""
        return self.number("answer", f"{asks.question.id}/{answer.id}")

    def _answer(self, answer: Answer, asks: Item) -> xml.Element:
        id = self.answer_number(asks, answer)
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


def _with_answers(bank: Bank, asks: Item, id: int) -> Parts:
    options = record(asks.made.qtype, id, asks.made.options)
    return [bank.answers(asks), options]


def _true_false(bank: Bank, asks: Item, id: int) -> Parts:
    right, wrong = (bank.answer_number(asks, answer) for answer in asks.made.answers)
    columns: dict[str, Value] = {"trueanswer": right, "falseanswer": wrong, **asks.made.options}
    return [bank.answers(asks), record("truefalse", id, columns)]


def _numerical(bank: Bank, asks: Item, id: int) -> Parts:
    records = (
        record(
            "numerical_record",
            bank.answer_number(asks, answer),
            {"answer": bank.answer_number(asks, answer), "tolerance": answer.tolerance},
        )
        for answer in asks.made.answers
    )
    return [
        bank.answers(asks),
        listed("numerical_options", [record("numerical_option", id, asks.made.options)]),
        listed("numerical_records", records),
    ]


def _match(bank: Bank, asks: Item, id: int) -> Parts:
    matches = []
    for pair in asks.made.pairs:
        number = bank.number("pair", f"{asks.question.id}/{pair.id}")
        bank.keep(("qtype_match", "subquestion", number), pair.left)
        columns: dict[str, Value] = {"questiontext": pair.left.markup, "questiontextformat": 1}
        matches.append(record("match", number, {**columns, "answertext": pair.right}))
    return [record("matchoptions", id, asks.made.options), listed("matches", matches)]


def _description(bank: Bank, asks: Item, id: int) -> Parts:
    return []


_PLUGINS: Mapping[str, Callable[[Bank, Item, int], Parts]] = {
    "multichoice": _with_answers,
    "shortanswer": _with_answers,
    "ordering": _with_answers,
    "truefalse": _true_false,
    "numerical": _numerical,
    "match": _match,
    "description": _description,
}
