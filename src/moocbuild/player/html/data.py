"""What the player has to know of a course, and parts of it beside that, as classic scripts.

Scripts and not JSON, since a page opened from a disk may load scripts but may fetch nothing.
What only one page needs, such as how its quiz draws, stands in that page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from moocbuild.model.course import Activity, Contact, Course, Module, Quiz
from moocbuild.model.draw import DrawPlan, draw_plans
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.player.html.frame import page_kind

_Value = dict[str, object]
# What could end a script element, open a comment in it, or end a line in older browsers.
_ESCAPES = str.maketrans(
    {c: f"\\u{ord(c):04x}" for c in ("<", ">", "&", "\u2028", "\u2029", "\u007f", "\ufeff")}
)
_READ, _GRADED, _PLAYED = range(3)
"""How a page is finished: see report.js."""
_COUNTED = ("lesson", "case", "quiz", "scenario")


def js(value: object) -> str:
    """A value as JavaScript, safe in a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    # A lone surrogate cannot be written as UTF-8; JavaScript takes it as an escape.
    return text.encode("utf-8", "backslashreplace").decode()


def course_script(course: Course) -> bytes:
    """`window.moocbuild`, at the head of player.js: what every page needs."""
    data = js(course_data(course))
    return f"window.moocbuild=Object.assign(window.moocbuild||{{}},{data});\n".encode()


def course_data(course: Course) -> _Value:
    """pages: [ordinal, how it is finished, critical questions …], see `_stepped`; quizzes: see
    `_graded`.
    """
    pages = _stepped(_row(page) for module in course.modules for page in _counted(module))
    quizzes = [page for page in course.pages() if isinstance(page, Quiz) and page.graded]
    return {
        "course": course.id,
        "passMark": course.settings.pass_mark,
        "pages": pages,
        "quizzes": {quiz.ordinal: _graded(quiz) for quiz in quizzes},
    }


def part_data(course: Course) -> Mapping[str, bytes]:
    """By part, what stands before its script."""
    tables = {
        "evidence.js": ("evidence", evidence(course)),
        "help.js": ("contacts", _lines(course)),
    }
    return {
        name: f"(window.moocbuild||{{}}).{key}={js(value)};\n".encode()
        for name, (key, value) in tables.items()
    }


def evidence(course: Course) -> _Value:
    """Items at the places of their frozen numbers; of each quiz question what it asks for.

    quiz, final: [ordinal, points, items …], see `_stepped`. shared: questions that several quizzes
    ask, so that each is evidence once.
    """
    codes = _numbered(course)
    used = {code: n for n, code in enumerate(codes) if code}
    rows: dict[bool, list[list[float]]] = {False: [], True: []}
    shared = []
    for asked in _by_question(course):
        if not any(ref.code in used for ref in asked[0][1].competencies):
            continue
        if len(asked) == 1:
            ((final, question),) = asked
            rows[final].append([question.ordinal, *_shows(question, used)])
        else:
            numbers = [[q.ordinal for final, q in asked if final is each] for each in rows]
            shared.append([*numbers, *_shows(asked[0][1], used)])
    more = {"shared": shared} if shared else {}
    in_quizzes, in_finals = _stepped(rows[False]), _stepped(rows[True])
    return {"items": codes, "quiz": in_quizzes, "final": in_finals, **more}


def _stepped(rows: Iterable[Sequence[float]]) -> list[list[float]]:
    """Rows with what their number is more than that of the row before.

    Most are one more than that, so that a list of them is a third as long when it is compressed.
    """
    made: list[list[float]] = []
    before: float = 0
    for number, *rest in rows:
        made.append([number - before, *rest])
        before = number
    return made


def _by_question(course: Course) -> Iterable[list[tuple[bool, Question]]]:
    """Each scored question of quizzes as often as it is asked, with whether that is in a final."""
    found: dict[str, list[tuple[bool, Question]]] = {}
    for quiz in course.pages():
        if isinstance(quiz, Quiz):
            for question in _asked(quiz):
                found.setdefault(question.id, []).append((quiz.final, question))
    return found.values()


def _numbered(course: Course) -> list[str]:
    """Codes at the places of their frozen numbers; what is not frozen yet comes after these."""
    known = course.framework.by_code
    used = [known[code] for code in dict.fromkeys(_codes(course)) if code in known]
    codes = [""] * (max((item.ordinal for item in used), default=0) + 1)
    for item in used:
        if item.ordinal:
            codes[item.ordinal] = item.code
    return codes + [item.code for item in used if not item.ordinal]


def _counted(module: Module) -> Iterator[Activity]:
    """The pages that are to be worked through."""
    pages = (page for page in module.pages() if page_kind(page, module) in _COUNTED)
    return (page for page in pages if page.ordinal)


def _row(page: Activity) -> list[int]:
    kind = _PLAYED if isinstance(page, Scenario) else _READ
    if isinstance(page, Quiz) and page.graded:
        kind = _GRADED
    return [page.ordinal, kind, *(q.ordinal for q in _asked(page) if q.critical)]


def _graded(quiz: Quiz) -> list[float]:
    """Points of an attempt, mark to reach, final; zeros at the end go."""
    row = [_plain(points(quiz)), quiz.pass_mark, int(quiz.final)]
    while not row[-1]:
        row.pop()
    return row


def points(quiz: Quiz) -> float:
    """What an attempt is worth: where questions are drawn, the mean over all draws."""
    worth = {question.id: question.points for question in quiz.questions}
    return sum(_worth(plan, worth) for plan in draw_plans(quiz))


def _worth(plan: DrawPlan, worth: Mapping[str, float]) -> float:
    pools = sum(_mean([worth[id] for id in pool]) for pool in plan.pools)
    left = [worth[id] for id in plan.bank if id not in plan.chosen]
    left += [worth[id] for pool in plan.pools for id in pool[1:]]
    return sum(worth[id] for id in plan.always) + pools + plan.rest * _mean(left)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0


def _plain(number: float) -> float:
    return int(number) if number == int(number) else round(number, 2)


def _shows(question: Question, numbers: Mapping[str, int]) -> list[float]:
    """Its points, then the numbers of its items."""
    items = [numbers[ref.code] for ref in question.competencies if ref.code in numbers]
    return [_plain(question.points), *items]


def _asked(page: Activity) -> Iterator[Question]:
    questions = page.debrief_questions if isinstance(page, Scenario) else page.questions
    return (question for question in questions if question.scored)


def _codes(course: Course) -> Iterable[str]:
    """Of all items that answers and choices can be evidence for."""
    for page in course.pages():
        if isinstance(page, Quiz):
            yield from (ref.code for q in _asked(page) for ref in q.competencies)
        elif isinstance(page, Scenario):
            yield from (ref.code for ref in page.shown())


def _lines(course: Course) -> list[_Value]:
    return [_contact(contact) for contact in course.help_lines()]


def _contact(contact: Contact) -> _Value:
    names = ("country", "number", "operator", "hours", "url", "emergency")
    return {name: getattr(contact, name) for name in names if getattr(contact, name)}
