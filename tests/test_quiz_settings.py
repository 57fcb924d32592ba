"""How a quiz is asked: what authors write, and what each kind of package makes of it."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from pathlib import Path

import pytest

from hostile.course import COURSE, COURSE_YML, LESSON, QUIZ, Files, question, write_course
from moocbuild.build import BuildRequest, load, variants
from moocbuild.checks import guessing
from moocbuild.diagnostics import Collector
from moocbuild.formats import xml
from moocbuild.model.course import Course, Lesson
from moocbuild.model.draw import draw_plan
from moocbuild.model.outline import quizzes
from moocbuild.package import Package
from moocbuild.player.html.data import course_data, evidence
from moodle.reader import Mbz
from olx.opened import Opened
from test_diagnostics import TODAY

SURVEY = """\
## Your kitchen
<!-- #kitchen kind=survey -->

How often is there time to wash your hands?

- [ ] Always
- [ ] Hardly ever
"""
LIKERT = """\
## How you see it
<!-- #see kind=likert -->

How far do you agree?

| | Not at all | Partly | Fully |
| --- | :-: | :-: | :-: |
| I know when. | ○ | ○ | ○ |
| There is a sink. | ○ | ○ | ○ |
"""
NEVER = 0
AFTERWARDS, CLOSED, ALWAYS = 0x1110, 0x10, 0x11110


def quiz(*sections: str, front: str = "", kind: str = "quiz") -> str:
    head = f"---\nkind: {kind}\n{front}---\n\n# Clean hands\n\n"
    return head + "\n".join(sections or (question(),))


def read(root: Path, files: Files) -> tuple[Course, Collector]:
    report = Collector()
    course = load(write_course(root, files), report, TODAY).course
    assert course is not None and not report.failed, report.found
    return course, report


def package(course: Course, target: str) -> Package:
    (found,) = variants(course, BuildRequest((target,)), Collector())
    return found.target.render(found.course)


def in_moodle(course: Course) -> dict[str, xml.Element]:
    """The quizzes of the backup, by title, in order."""
    mbz = Mbz(package(course, "moodle"))
    assert mbz.problems() == []
    rows = (each for each in mbz.activities if each.findtext("modulename") == "quiz")
    return {str(row.findtext("title")): mbz.body(row)[0] for row in rows}


def in_olx(course: Course, id: str) -> xml.Element:
    return Opened(package(course, "olx")).blocks["problem", id]


def test_what_authors_write(tmp_path: Path) -> None:
    front = "attempts: 2\ntime_limit: 20\nfeedback: after-attempt\nright_answers: false\n"
    course, _ = read(tmp_path / "c", {QUIZ: quiz(front=front)})
    (found,) = quizzes(course)
    assert (found.attempts, found.time_limit, found.feedback) == (2, 20, "after-attempt")
    assert (found.right_answers, found.graded, found.pretest) == (False, True, False)


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("max_attempts: 2", "did you mean 'attempts'?"),
        ("timer: 20", "did you mean 'time_limit'?"),
        ("show_answers: false", "did you mean 'right_answers'?"),
        ("feedback: deferred", "did you mean 'after-attempt'?"),
        ("feedback: closed", "did you mean 'after-close'?"),
    ],
)
def test_words_of_other_tools(line: str, help: str, tmp_path: Path) -> None:
    report = Collector()
    load(write_course(tmp_path / "c", {QUIZ: quiz(front=f"{line}\n")}), report, TODAY)
    assert [(d.span.line, d.help) for d in report.found if d.span.path == QUIZ] == [(3, help)]


@pytest.mark.parametrize("line", ["attempts: 11", "attempts: -1", "time_limit: 1441"])
def test_too_much(line: str, tmp_path: Path) -> None:
    report = Collector()
    load(write_course(tmp_path / "c", {QUIZ: quiz(front=f"{line}\n")}), report, TODAY)
    assert {d.rule.slug for d in report.found if d.span.path == QUIZ} == {"wrong-value"}


# --- Moodle -------------------------------------------------------------------------------------


def reviews(found: xml.Element) -> dict[str, int]:
    names = (str(each.tag) for each in found if str(each.tag).startswith("review"))
    return {name.removeprefix("review"): int(found.findtext(name, "")) for name in names}


def test_moodle_counts_attempts_and_minutes(tmp_path: Path) -> None:
    front = "attempts: 2\ntime_limit: 20\n"
    course, _ = read(tmp_path / "c", {QUIZ: quiz(front=front)})
    (found,) = in_moodle(course).values()
    said = {name: found.findtext(name) for name in ("attempts_number", "timelimit")}
    assert said == {"attempts_number": "2", "timelimit": "1200"}
    assert found.findtext("canredoquestions") == "0"
    assert found.findtext("preferredbehaviour") == "interactive"
    assert "as often as you like" not in str(found.findtext("intro"))


@pytest.mark.parametrize(("time", "when"), [("attempt", AFTERWARDS), ("close", CLOSED)])
def test_moodle_tells_later(time: str, when: int, tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(front=f"feedback: after-{time}\n")})
    (found,) = in_moodle(course).values()
    assert found.findtext("preferredbehaviour") == "deferredfeedback"
    assert found.findtext("canredoquestions") == "0"
    seen = reviews(found)
    assert seen.pop("attempt") == ALWAYS
    assert set(seen.values()) == {when}


def test_moodle_keeps_right_answers_to_itself(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(front="right_answers: false\n")})
    (found,) = in_moodle(course).values()
    hidden = {name for name, when in reviews(found).items() if when == NEVER}
    assert hidden == {"rightanswer", "generalfeedback"}


def test_moodle_asks_for_views_in_a_quiz_of_their_own(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(question(), SURVEY, LIKERT)})
    asked, views = in_moodle(course).items()
    assert (asked[0], views[0]) == ("Clean hands", "Clean hands: your view")
    marks = [row.findtext("maxmark") for row in views[1].iter("question_instance")]
    assert len(marks) == 3 and {float(str(mark)) for mark in marks} == {0}
    assert views[1].findtext("grade") == "0" and asked[1].findtext("grade") == "100"
    told = reviews(views[1])
    assert told.pop("attempt") == ALWAYS and set(told.values()) == {NEVER}
    assert views[1].findtext("preferredbehaviour") == "deferredfeedback"
    rows = json.loads(package(course, "moodle").read("moocbuild.json"))
    assert [row["idnumber"] for row in rows["questions"]] == ["first"]


def test_moodle_asks_for_views_on_one_page_and_says_so(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(question(), question("second"), SURVEY, LIKERT)})
    asked, views = in_moodle(course).values()
    paged = {"1": [row.findtext("page") for row in asked.iter("question_instance")]}
    paged["0"] = [row.findtext("page") for row in views.iter("question_instance")]
    assert paged == {"1": ["1", "2"], "0": ["1", "1", "1"]}
    assert [each.findtext("questionsperpage") for each in (asked, views)] == list(paged)
    assert "no answer is right or wrong" in str(views.findtext("intro"))


def test_a_scale_that_is_only_read_has_its_circles_below_the_steps(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {LESSON: f"# On hands\n\nWarm water.\n\n{LIKERT}"})
    (page,) = (text for _, text in Mbz(package(course, "moodle")).texts() if "○" in text)
    cells = re.findall(r"<t[dh][^>]*>(?:○|Not at all|Partly|Fully)", page)
    assert len(cells) == 9 and all("text-align: center" in cell for cell in cells)


def test_moodle_numbers_and_shuffles_nothing_of_a_survey(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(question(), SURVEY)})
    bank = Mbz(package(course, "moodle")).bank
    (survey,) = (q for q in bank.iter("question") if q.findtext("name") == "Your kitchen")
    assert (survey.findtext("length"), survey.findtext("defaultmark")) == ("1", "0")
    assert [a.findtext("fraction") for a in survey.iter("answer")] == ["1", "1"]
    assert survey.findtext(".//multichoice/shuffleanswers") == "0"


# --- Open edX -----------------------------------------------------------------------------------


def test_open_edx_counts_for_each_question(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(front="attempts: 2\n")})
    found = in_olx(course, "first")
    assert (found.get("max_attempts"), found.get("showanswer")) == ("2", "finished")


def test_open_edx_waits_for_the_due_date(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(front="feedback: after-close\n")})
    found = in_olx(course, "first")
    assert (found.get("show_correctness"), found.get("showanswer")) == ("past_due", "past_due")


def test_open_edx_keeps_right_answers_to_itself(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(front="right_answers: false\n")})
    assert in_olx(course, "first").get("showanswer") == "never"


def test_open_edx_judges_no_view(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(question(), SURVEY, LIKERT)})
    for id, lists in {"kitchen": 1, "see": 2}.items():
        found = in_olx(course, id)
        told = {name: found.get(name) for name in ("weight", "showanswer", "show_correctness")}
        assert told == {"weight": "0", "showanswer": "never", "show_correctness": "never"}
        responses = found.findall(".//multiplechoiceresponse")
        assert len(responses) == lists
        assert {c.get("correct") for each in responses for c in each.iter("choice")} == {"true"}


# --- views are no evidence ----------------------------------------------------------------------


def test_a_survey_is_never_drawn_scored_or_evidence(tmp_path: Path) -> None:
    bank = quiz(question("a"), question("b"), SURVEY, LIKERT, front="draw: 1\n")
    course, report = read(tmp_path / "c", {QUIZ: bank})
    (found,) = quizzes(course)
    plan = draw_plan(found)
    assert not {"kitchen", "see"} & {
        *plan.always,
        *plan.never,
        *(i for p in plan.pools for i in p),
    }
    numbers = {q.id: q.ordinal for q in found.questions}
    rows = evidence(course)["quiz"]
    assert isinstance(rows, list)
    assert {*accumulate(row[0] for row in rows)} == {numbers["a"], numbers["b"]}  # told as steps
    judged = {"MB201", "MB202", "MB205", "MB207", "MB213"}
    survey = [d for d in report.found if d.span.line >= bank[: bank.index("## Your")].count("\n")]
    assert not judged & {d.rule.code for d in survey if d.span.path == QUIZ}


def test_a_survey_leaves_no_trace_in_what_guesses(tmp_path: Path) -> None:
    plain, _ = read(tmp_path / "a", {QUIZ: quiz(question("a"), question("b"))})
    asked, _ = read(tmp_path / "b", {QUIZ: quiz(question("a"), question("b"), SURVEY, LIKERT)})
    told = [[d.message for d in guessing.check(course)] for course in (plain, asked)]
    assert told[0] == told[1]


def test_a_quiz_of_views_alone_is_not_graded(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(SURVEY)})
    (found,) = quizzes(course)
    assert not found.graded
    assert course_data(course)["quizzes"] == {}
    assert list(in_moodle(course)) == ["Clean hands"]


def test_views_are_read_where_nothing_else_can_be_asked(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", {QUIZ: quiz(question(), SURVEY, LIKERT)})
    (found,) = variants(course, BuildRequest(("cc-1.3",)), Collector())
    pages = {page.id: page for page in found.course.pages()}
    page = pages["one/quiz-survey"]
    assert isinstance(page, Lesson)
    assert "Hardly ever" in " ".join(p.plain for p in page.parts if not hasattr(p, "id"))
    (left,) = quizzes(found.course)
    assert [q.id for q in left.questions] == ["first"]


# --- pre-tests ----------------------------------------------------------------------------------


def test_a_pretest_stands_before_the_unit(tmp_path: Path) -> None:
    files = {QUIZ: quiz(kind="pretest"), "course/01-one/00-first.md": "# First\n\nWords.\n"}
    course, _ = read(tmp_path / "c", files)
    (module,) = course.modules
    assert [page.id for page in module.activities][:2] == ["one/quiz", "one/first"]
    (found,) = quizzes(course)
    assert found.pretest and not found.graded
    assert "before the unit" in str(next(iter(in_moodle(course).values())).findtext("intro"))


def test_a_pretest_beside_a_quiz_keeps_both_ids(tmp_path: Path) -> None:
    files = {QUIZ: quiz(), "quizzes/01-one/before.md": quiz(question("z"), kind="pretest")}
    course, _ = read(tmp_path / "c", files)
    assert [(q.id, q.graded) for q in quizzes(course)] == [
        ("one/before", False),
        ("one/quiz", True),
    ]


@pytest.mark.parametrize("front", ["", "attempts: 3\nfeedback: after-attempt\n"])
def test_the_same_bytes_twice(front: str, tmp_path: Path) -> None:
    files: Files = {
        QUIZ: quiz(question(), SURVEY, LIKERT, front=front),
        COURSE: COURSE_YML.replace("language: en", "language: fr"),
    }
    for target in ("web", "scorm-1.2", "moodle", "moodle-xml", "olx", "cc-1.1", "cc-1.3"):
        made = [read(tmp_path / f"{target}{n}", files)[0] for n in range(2)]
        one, two = (package(course, target) for course in made)
        assert {n: one.read(n) for n in one.names()} == {n: two.read(n) for n in two.names()}
