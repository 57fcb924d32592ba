"""The question bank: a category for each module, as questions.xml of a backup.

A quiz that draws has a category of its own below its module's, and below that one for each main
item from which one question is drawn: Moodle draws from categories. A pool has one category, which
every quiz that asks it uses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from moocbuild.formats.moodle import Element, Value, idnumber, listed, name, node, record
from moocbuild.model.course import Course, Module, Quiz
from moocbuild.model.draw import DrawPlan, draw_plan, draw_plans, main_item
from moocbuild.model.outline import pools, quizzes
from moocbuild.model.question import Question
from moocbuild.targets.moodle.item import Answer, Item
from moocbuild.targets.moodle.question import LoweringContext, bank_item
from moocbuild.targets.moodle.quiz import POOLS, group_category, plan_category
from moocbuild.targets.moodle.text import Html
from moocbuild.targets.moodle.types import DESCRIPTION
from moocbuild.values import dataclass
from moocbuild.words import words

TOP = "/top"


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """key: what names it in the bank and is its idnumber; parent: the key above, "" for `top`."""

    key: str
    title: str
    parent: str
    questions: tuple[Question, ...] = ()
    info: str = ""


def categories(course: Course) -> list[Category]:
    """Every category that holds questions or others, parents first."""
    own = [category for module in course.modules for category in of_module(module)]
    return [*own, *of_pools(course)]


def of_module(module: Module) -> Iterator[Category]:
    """Those of a module, with the questions that are its quizzes' own."""
    quizzes = [page for page in module.activities if isinstance(page, Quiz)]
    own = {quiz.id: [q for q in quiz.questions if not q.pool] for quiz in quizzes}
    drawing = [quiz for quiz in quizzes if draw_plan(quiz).draws]
    whole = [q for quiz in quizzes if quiz not in drawing for q in own[quiz.id]]
    journals = [q for quiz in drawing for q in own[quiz.id] if not q.scored]
    if any(own.values()):
        yield Category(key=module.id, title=module.title, parent="", questions=(*whole, *journals))
    for quiz in drawing:
        by_id = {question.id: question for question in own[quiz.id]}
        yield from _drawn([draw_plan(quiz)], quiz.id, quiz.title, module.id, by_id)


def of_pools(course: Course) -> Iterator[Category]:
    """One for each pool, whichever and however many quizzes ask it, below one for all pools."""
    plans = [plan for quiz in quizzes(course) for plan in draw_plans(quiz) if plan.pool]
    if plans:
        yield Category(key=POOLS, title=words(course.language)("moodle.pools"), parent="")
    for use, questions in pools(course):
        drawn = [plan for plan in plans if plan.pool == use.pool]
        by_id = {question.id: question for question in questions}
        yield from _drawn(drawn, plan_category(drawn[0], ""), use.title, POOLS, by_id)


def shuffled(course: Course) -> frozenset[str]:
    """Questions whose options may change places; a quiz that keeps them in place says so."""
    shuffling = (quiz for quiz in quizzes(course) if quiz.shuffle)
    return frozenset(question.id for quiz in shuffling for question in quiz.questions)


def _drawn(
    plans: Iterable[DrawPlan],
    key: str,
    title: str,
    parent: str,
    by_id: Mapping[str, Question],
) -> Iterator[Category]:
    """A category that is drawn from, and one below it for each group that gives one question.

    All plans that draw from it have the same groups, one more of them than another.
    """
    groups = dict.fromkeys(group for plan in plans for group in plan.pools)
    grouped = {id for group in groups for id in group}
    rest = tuple(q for q in by_id.values() if q.scored and q.id not in grouped)
    yield Category(key=key, title=title, parent=parent, questions=rest)
    for group in groups:
        questions = tuple(by_id[id] for id in group)
        named = main_item(questions[0]) or title
        inner = group_category(key, questions[0])
        yield Category(key=inner, title=named, parent=key, questions=questions)


Lower = Callable[[Question], LoweringContext]
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

    def top(self) -> Element:
        """The category that all others are in."""
        return self._category(Category(key=TOP, title="top", parent=""), (), parent=0)

    def rows(self, found: Iterable[Category], lowering: Lower) -> Iterator[Element]:
        """Categories with all that is in them."""
        for category in found:
            entries = (
                self._entry(item, category)
                for question in category.questions
                for item in _whole(bank_item(question, lowering(question)))
            )
            parent = self.number("category", category.parent or TOP)
            yield self._category(category, entries, parent)

    def _category(self, category: Category, entries: Iterable[Element], parent: int) -> Element:
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

    def _entry(self, item: Item, category: Category) -> Element:
        id = self.number("question", item.id)
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
                "idnumber": None if item.parent else idnumber(item.id),
                "ownerid": None,
            },
            listed("question_version", [version]),
        )

    def _question(self, item: Item, id: int) -> Element:
        type = item.question.type
        self.keep(("question", "questiontext", id), item.stem)
        self.keep(("question", "generalfeedback", id), item.explanation)
        columns: dict[str, Value] = {
            "parent": self.number("question", item.parent) if item.parent else 0,
            "name": item.title,
            "questiontext": item.stem.markup,
            "questiontextformat": 1,
            "generalfeedback": item.explanation.markup,
            "generalfeedbackformat": 1,
            "defaultmark": item.mark,
            "penalty": 0,
            "qtype": type.name,
            "length": int(type is not DESCRIPTION),
            "stamp": self._stamp("question", item.id),
            "timecreated": self.created,
            "timemodified": self.created,
            "createdby": None,
            "modifiedby": None,
        }
        parts = list(type.records(self, item, id))
        plugin = [node(f"plugin_qtype_{type.name}_question", *parts)] if parts else []
        return record(
            "question",
            id,
            columns,
            *plugin,
            *_some("question_hints", self._hints(item, id)),
            *_some("tags", self._tags(item)),
        )

    def _hints(self, item: Item, id: int) -> Iterator[Element]:
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

    def _tags(self, item: Item) -> Iterator[Element]:
        for tag in item.tags:
            id = self.number("tag", f"{item.id}/{tag}")
            names = {"name": tag.lower(), "rawname": tag}
            yield node("tag", attributes={"id": id, "contextid": self.context}, fields=names)

    def answers(self, item: Item) -> Element:
        """The answers of a question, in order."""
        return listed("answers", (self._answer(answer, item) for answer in item.question.answers))

    def answer_number(self, item: Item, answer: Answer) -> int:
        """The number of an answer."""
        return self.number("answer", f"{item.id}/{answer.id}")

    def _answer(self, answer: Answer, item: Item) -> Element:
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


def _whole(item: Item) -> Iterator[Item]:
    """A question, then those in its text."""
    yield item
    yield from item.parts()


def _some(tag: str, rows: Iterable[Element]) -> Iterator[Element]:
    """A list with rows; none at all without, at which a restore of 4.5.5 stops."""
    found = list(rows)
    if found:
        yield listed(tag, found)
