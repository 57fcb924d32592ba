"""Quiz → mod_quiz: slots, marks, and settings that let learners see what is said of an answer.

Drawing: critical questions stand in slots of their own; every other slot draws from a category of
the bank (see bank.py), as the course's draw plan says.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from moocbuild.formats.moodle import Element, Fields, Value, listed, name, node, record
from moocbuild.model.course import Course, Quiz
from moocbuild.model.draw import DrawPlan, draw_plans, main_item
from moocbuild.model.evidence import RULES
from moocbuild.model.question import ChoiceInteraction, Question, SurveyInteraction
from moocbuild.values import dataclass

GRADE = 100
POOLS = "pools:"
"""The category above those of pools; no id of a module or page has a colon."""
_ALWAYS = 0x11110
"""During the attempt, right after it, later, and after the quiz has closed."""
_AFTERWARDS = 0x1110
_CLOSED = 0x10
_REVIEWS = (
    "attempt",
    "correctness",
    "maxmarks",
    "marks",
    "specificfeedback",
    "generalfeedback",
)

_TOLD = (*_REVIEWS[1:], "rightanswer", "overallfeedback")
"""What an attempt may be told of its answers, beside the answers themselves."""
_LATER: Fields = {"preferredbehaviour": "deferredfeedback", "canredoquestions": 0}

_SETTINGS: Fields = {
    "introformat": 1,
    "timeopen": 0,
    "timeclose": 0,
    "timelimit": 0,
    "overduehandling": "autosubmit",
    "graceperiod": 0,
    "preferredbehaviour": "interactive",  # the only one that shows hints, and feedback at once
    "canredoquestions": 1,
    "attempts_number": 0,
    "attemptonlast": 0,
    "grademethod": 1,
    "questiondecimalpoints": -1,
    **{f"review{what}": _ALWAYS for what in _REVIEWS},
    "reviewrightanswer": _AFTERWARDS,
    "reviewoverallfeedback": _AFTERWARDS,
    "questionsperpage": 1,
    "navmethod": "free",
    "password": "",
    "subnet": "",
    "browsersecurity": "-",
    "delay1": 0,
    "delay2": 0,
    "showuserpicture": 0,
    "showblocks": 0,
    "completionattemptsexhausted": 0,
    "allowofflineattempts": 0,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a quiz: a question, or one drawn from a category (and those below it)."""

    mark: float
    question: str = ""
    category: str = ""
    below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The backup's numbers that a quiz refers to. entry, category: by author's id."""

    instance: int
    context: int
    course_context: int
    slots: Sequence[int]
    entries: Sequence[int]
    categories: Sequence[int]


def slots(quiz: Quiz) -> list[Slot]:
    """The places of a quiz in order; prompts to write for oneself come last and earn nothing."""
    by_id = {question.id: question for question in quiz.questions}
    places = [place for plan in draw_plans(quiz) for place in _places(plan, quiz.id, by_id)]
    places += [Slot(0.0, question=q.id) for q in quiz.questions if not q.scored]
    return places


def _places(plan: DrawPlan, quiz: str, by_id: Mapping[str, Question]) -> Iterator[Slot]:
    category = plan_category(plan, quiz)
    yield from (Slot(by_id[id].points, question=id) for id in plan.always)
    for group in plan.pools:
        mark = _mark(by_id[id] for id in group)
        yield Slot(mark, category=group_category(category, by_id[group[0]]))
    if plan.rest:
        left = (by_id[id] for id in plan.bank if id not in plan.always)
        yield from [Slot(_mark(left), category=category, below=True)] * plan.rest


def plan_category(plan: DrawPlan, quiz: str) -> str:
    """The key of the category that a plan draws from: the quiz's own, or one of many quizzes."""
    return f"{POOLS}{plan.pool}" if plan.pool else quiz


def group_category(above: str, first: Question) -> str:
    """The key of the category of questions that share their main item. first: of these."""
    return f"{above}/{main_item(first) or first.id}"


def sum_of_marks(places: Iterable[Slot]) -> float:
    """What an all-right attempt earns."""
    return round(sum(place.mark for place in places), 5)


def body(
    quiz: Quiz, intro: str, places: Sequence[Slot], numbers: Numbers, created: int
) -> Element:
    """The quiz's own element. A survey is asked on one page, all else a question a page."""
    together = is_survey(quiz)
    instances = (
        _instance(at, 1 if together else at + 1, place, numbers) for at, place in enumerate(places)
    )
    section = record(
        "section", numbers.instance, {"firstslot": 1, "heading": "", "shufflequestions": 0}
    )
    empty = (node(tag) for tag in ("feedbacks", "overrides", "grades", "attempts"))
    return record(
        "quiz",
        numbers.instance,
        {**_settings(quiz, intro, places), "timecreated": created, "timemodified": created},
        listed("question_instances", instances),
        listed("sections", [section]),
        *empty,
    )


def _mark(questions: Iterable[Question]) -> float:
    """One mark for whatever is drawn: the most frequent one, the smallest of several."""
    counts = Counter(question.points for question in questions)
    return min(counts, key=lambda points: (-counts[points], points))


def _settings(quiz: Quiz, intro: str, places: Sequence[Slot]) -> dict[str, Value]:
    total = sum_of_marks(places)
    graded = quiz.graded and total > 0
    return {
        **_SETTINGS,
        **_rules(quiz),
        "name": name(quiz.title),
        "intro": intro,
        "shuffleanswers": int(quiz.shuffle),
        "sumgrades": total,
        "decimalpoints": 2 if any(map(_in_parts, quiz.questions)) else 0,
        "grade": GRADE if graded else 0,
        "completionminattempts": 0 if graded else 1,
    }


def _rules(quiz: Quiz) -> dict[str, Value]:
    """How often, how long, and what is told when."""
    rules: dict[str, Value] = {
        "timelimit": 60 * quiz.time_limit,
        "attempts_number": quiz.attempts,
        "canredoquestions": int(not quiz.attempts),
    }
    if quiz.feedback != "immediate":
        when = _AFTERWARDS if quiz.feedback == "after-attempt" else _CLOSED
        rules |= {**_LATER, **{f"review{what}": when for what in _TOLD}}
    if not quiz.right_answers:
        rules |= {"reviewrightanswer": 0, "reviewgeneralfeedback": 0}
    if is_survey(quiz):
        rules |= {**_LATER, **{f"review{what}": 0 for what in _TOLD}, "questionsperpage": 0}
    return rules


def is_survey(quiz: Quiz) -> bool:
    """Whether a quiz asks for views alone, so that nothing is called right or wrong."""
    surveys = any(isinstance(q.interaction, SurveyInteraction) for q in quiz.questions)
    return surveys and not any(question.scored for question in quiz.questions)


def _in_parts(question: Question) -> bool:
    """Whether an answer can be partly right, so that whole numbers would show a wrong mark."""
    asks = question.interaction
    return asks.earns_in_part or (isinstance(asks, ChoiceInteraction) and asks.multiple)


def _instance(at: int, page: int, place: Slot, numbers: Numbers) -> Element:
    return record(
        "question_instance",
        numbers.slots[at],
        {
            "quizid": numbers.instance,
            "slot": at + 1,
            "page": page,
            "displaynumber": None,
            "requireprevious": 0,
            "maxmark": place.mark,
            "quizgradeitemid": None,
        },
        _reference(at, place, numbers),
    )


def _reference(at: int, place: Slot, numbers: Numbers) -> Element:
    common: dict[str, Value] = {
        "usingcontextid": numbers.context,
        "component": "mod_quiz",
        "questionarea": "slot",
    }
    if place.question:
        entry: dict[str, Value] = {"questionbankentryid": numbers.entries[at], "version": None}
        return record("question_reference", numbers.slots[at], {**common, **entry})
    drawn: dict[str, Value] = {
        "questionscontextid": numbers.course_context,
        "filtercondition": _filter(numbers.categories[at], place.below, numbers.course_context),
    }
    return record("question_set_reference", numbers.slots[at], {**common, **drawn})


def _filter(category: int, below: bool, context: int) -> str:
    """A random question's condition as Moodle writes it since 4.3; `cat` is for its own pages."""
    condition = {
        "filter": {
            "category": {
                "jointype": 1,
                "values": [category],
                "filteroptions": {"includesubcategories": below},
            }
        },
        "tabname": "questions",
        "qpage": 0,
        "qperpage": 100,
        "cat": f"{category},{context}",
        "jointype": 2,
    }
    return json.dumps(condition, separators=(",", ":"))


def weights(course: Course) -> dict[str, float]:
    """Each graded quiz's share of the course's grade: its points, half as much again if final."""
    found = {
        each.id: sum_of_marks(slots(each)) * RULES.quiz_weight(final=each.final)
        for each in course.pages()
        if isinstance(each, Quiz) and each.graded
    }
    total = sum(found.values())
    return {id: round(weight / total, 5) if total else 0.0 for id, weight in found.items()}
