"""Backups without a Moodle: what a real one taught (tests/systems/moodle) is held here."""

from __future__ import annotations

import html
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Collector
from moocbuild.formats.moodle import document
from moocbuild.lower import lower
from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.draw import draw_plan
from moocbuild.model.question import Choice, ChoiceInteraction
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import EMPTY, Text, element, paragraph, text
from moocbuild.package.zip import write_zip
from moocbuild.targets.moodle import TARGETS
from moocbuild.targets.moodle.quiz import Numbers, body, slots
from moocbuild.targets.moodle.text import Writer
from moodle.reader import Mbz
from pages import sample
from pages import sample_questions as questions
from pages.sample_questions import AT

MOODLE = next(target for target in TARGETS if target.name == "moodle")


def fitted(course: Course) -> Course:
    return lower(course, MOODLE, Collector())


def backup(course: Course) -> Mbz:
    return Mbz(MOODLE.render(fitted(course)))


@pytest.fixture(scope="module")
def course() -> Course:
    return fitted(sample.course())


@pytest.fixture(scope="module")
def mbz(course: Course) -> Mbz:
    return Mbz(MOODLE.render(course))


def test_every_number_leads_somewhere(mbz: Mbz) -> None:
    assert mbz.problems() == []


def test_everything_of_the_course_is_there(mbz: Mbz, course: Course) -> None:
    kinds = Counter(activity.findtext("modulename") for activity in mbz.activities)
    pages = list(course.pages())
    assert kinds["page"] == sum(isinstance(page, Lesson) for page in pages)
    assert kinds["quiz"] == sum(isinstance(page, Quiz) for page in pages)
    assert kinds["scorm"] == sum(isinstance(page, Scenario) for page in pages) == 1
    modules = [mbz.root(f"{a.findtext('directory')}/module.xml") for a in mbz.activities]
    ids = [module.findtext("idnumber") for module in modules]
    assert ids == [page.id for page in pages]
    asked = [q.id for page in pages if isinstance(page, Quiz) for q in page.questions]
    assert sorted(mbz.bank.xpath("//question_bank_entry/idnumber/text()")) == sorted(asked)


def test_a_question_has_a_tag_for_each_code(mbz: Mbz, course: Course) -> None:
    for page in course.pages():
        for question in page.questions if isinstance(page, Quiz) else ():
            entry = mbz.bank.xpath("//question_bank_entry[idnumber=$id]", id=question.id)[0]
            assert entry.xpath(".//tag/rawname/text()") == [r.code for r in question.competencies]


def test_a_draw_is_the_course_s_own(mbz: Mbz, course: Course) -> None:
    quiz = next(page for page in course.pages() if isinstance(page, Quiz))
    plan = draw_plan(quiz)
    assert plan.pools or plan.rest
    body = next(mbz.body(a) for a in mbz.activities if a.findtext("modulename") == "quiz")
    categories = {c.get("id"): c for c in mbz.bank.iter("question_category")}
    entries = {e.get("id"): e.findtext("idnumber") for e in mbz.bank.iter("question_bank_entry")}
    fixed = [entries[id] for id in body.xpath("//questionbankentryid/text()")]
    journals = [question.id for question in quiz.questions if not question.scored]
    assert fixed == [*plan.always, *journals]
    drawn = []
    for condition in body.xpath("//filtercondition/text()"):
        chosen = json.loads(condition)["filter"]["category"]
        category = categories[str(chosen["values"][0])]
        inside = category.xpath(".//question_bank_entry/idnumber/text()")
        drawn.append((chosen["filteroptions"]["includesubcategories"], inside))
    pools = [(False, list(pool)) for pool in plan.pools]
    assert [(below, sorted(ids)) for below, ids in drawn[: len(pools)]] == [
        (below, sorted(ids)) for below, ids in pools
    ]
    assert [below for below, _ in drawn[len(pools) :]] == [True] * plan.rest


def test_moodle_makes_no_links_of_its_own(mbz: Mbz) -> None:
    """Else "afterwards" in a story leads to the lesson of that title."""
    active = mbz.root("course/filters.xml").xpath("//filter_active")
    assert [(a.findtext("filter"), a.findtext("active")) for a in active] == [
        ("activitynames", "-1")
    ]
    settings = mbz.root("moodle_backup.xml").xpath("//setting[level='root'][name='filters']/value")
    assert [value.text for value in settings] == ["1"], "else a restore leaves it out"


def test_the_same_course_gives_the_same_bytes(course: Course) -> None:
    def written() -> bytes:
        stream = io.BytesIO()
        write_zip(MOODLE.render(course), stream)
        return stream.getvalue()

    assert written() == written()


def test_numbers_stay_when_others_come() -> None:
    one = make.question("one", make.single("*A", "B", "C"))
    two = make.question("two", make.single("*A", "B", "C"))

    def numbers(*questions: Any) -> dict[str, str]:
        bank = backup(make.course(make.quiz(*questions))).bank
        return {e.findtext("idnumber"): e.get("id") for e in bank.iter("question_bank_entry")}

    assert numbers(one, two)["two"] == numbers(two)["two"]


def test_nothing_of_the_author_s_computer_is_inside(mbz: Mbz) -> None:
    here = str(Path(__file__).parents[2]).encode()
    for name in mbz.package.names():
        data = mbz.package.read(name)
        assert here not in data
        assert b"/tmp/" not in data


HOSTILE: Sequence[str] = (
    "$@NULL@$",
    "$@PAGEVIEWBYID*7@$",
    "@@PLUGINFILE@@/passwd",
    "]]> <!-- &amp;amp; <b> {{7*7}} '\" `${x}`",
    "\u202eRTL \u2028 emoji 🫶 漢字",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_written(words: str) -> None:
    question = make.question(
        "q",
        make.single(f"*{words}", "B", "C", feedback=words),
        prompt=make.prose(words),
        explanation=make.prose(words),
        hint=make.text(words),
        title=words,
    )
    lesson = make.lesson(make.prose(words), title=words)
    mbz = backup(make.course(lesson, make.quiz(question)))
    assert mbz.problems() == []
    found = [
        *(mbz.body(a).findtext(".//content") for a in mbz.activities if _is(a, "page")),
        *mbz.bank.xpath("//questiontext/text()|//answertext/text()|//generalfeedback/text()"),
        *mbz.bank.xpath("//question_hint/hint/text()|//answer/feedback/text()"),
    ]
    holding = [text for text in found if text and words in html.unescape(text)]
    assert len(holding) >= 6
    assert not [text for text in holding if "$@" in text or "@@PLUGINFILE" in text]
    name = mbz.bank.findtext(".//question_bank_entry//question/name") or ""
    assert html.unescape(name).replace("\u2060", "") == " ".join(words.split())
    assert name != "$@NULL@$"


def _is(activity: Any, kind: str) -> bool:
    return bool(activity.findtext("modulename") == kind)


def test_a_restore_wants_no_empty_lists(mbz: Mbz) -> None:
    """4.5.5 stops at `<question_hints/>`."""
    for tag in ("question_hints", "tags", "numerical_units"):
        assert all(len(element) for element in mbz.bank.iter(tag))


def test_names_fit_into_4_5() -> None:
    long = "x" * 250 + " <b> & " + "y" * 250
    lesson = make.lesson(title=long)
    quiz = make.quiz(make.question("q", make.single("*A", "B", "C"), title=long), title=long)
    mbz = backup(make.course(lesson, quiz))
    names = [
        *mbz.bank.xpath("//name/text()"),
        *(name for a in mbz.activities for name in mbz.body(a).xpath("//name/text()")),
    ]
    assert names
    assert all(len(name) <= 255 for name in names)


def test_a_simulation_is_a_package_of_its_own(mbz: Mbz) -> None:
    rows = [row for row in mbz.files.values() if row.findtext("component") == "mod_scorm"]
    areas = Counter(row.findtext("filearea") for row in rows)
    assert areas["package"] == 1
    names = {row.findtext("filename") for row in rows if row.findtext("filearea") == "content"}
    assert {"imsmanifest.xml", "first.js", "player.js", "style.css"} <= names
    body = next(mbz.body(a) for a in mbz.activities if _is(a, "scorm"))
    launch = body.findtext(".//sco[scormtype='sco']/launch")
    assert launch == "active-listening.late-afternoon.html"
    assert launch in names
    assert body.findtext(".//scorm/launch") == body.find(".//sco[scormtype='sco']").get("id")


def test_a_simulation_need_not_be_played_to_complete_the_course(mbz: Mbz) -> None:
    root = mbz.root("completion.xml")
    kinds = Counter(root.xpath("//course_completion_criteria/module/text()"))
    assert kinds == {"page": 2, "quiz": 1}
    numbers = {activity.findtext("moduleid") for activity in mbz.activities}
    assert set(root.xpath("//moduleinstance/text()")) <= numbers


def test_a_learner_may_see_what_is_said(mbz: Mbz) -> None:
    quiz = next(mbz.body(a) for a in mbz.activities if _is(a, "quiz")).find("quiz")
    for what in ("attempt", "correctness", "marks", "specificfeedback", "generalfeedback"):
        assert int(quiz.findtext(f"review{what}")) == 0x11110
    assert quiz.findtext("attempts_number") == "0"
    assert quiz.findtext("preferredbehaviour") == "interactive"


def test_marks_have_decimals_where_an_answer_can_be_partly_right(mbz: Mbz, course: Course) -> None:
    """Else "Partially correct" stands beside "0 out of 1"."""
    quizzes = [page for page in fitted(course).pages() if isinstance(page, Quiz)]
    found = {_quiz_body(quiz).findtext("decimalpoints") for quiz in quizzes}
    whole = replace(quizzes[0], questions=(questions.question("q", 1, "T", "Which?", _plain()),))
    assert "2" in found
    assert _quiz_body(whole).findtext("decimalpoints") == "0"


def _plain() -> ChoiceInteraction:
    choices = (
        Choice(id=id, text=text(id), score=score, span=AT)
        for id, score in (("a", 1.0), ("b", 0.0))
    )
    return ChoiceInteraction(choices=tuple(choices))


def _quiz_body(quiz: Quiz) -> Any:
    places = slots(quiz)
    none = [0] * len(places)
    numbers = Numbers(
        instance=1, context=1, course_context=1, slots=none, entries=none, categories=none
    )
    return etree.fromstring(document(body(quiz, "", places, numbers, 0)))


@pytest.mark.parametrize(
    ("language", "line", "block"),
    [
        ("en", "x", "<p>x</p>"),
        (
            "ar",
            '<span lang="ar" dir="rtl">x</span>',
            '<div lang="ar" dir="rtl" style="text-align: start"><p>x</p></div>',
        ),
    ],
)
def test_questions_say_their_direction(language: str, line: str, block: str) -> None:
    writer = Writer(media={}, page=lambda ref: None).of_questions(language)
    assert writer.html(text("x")).markup == line
    assert writer.html(text(paragraph("x"))).markup == block
    assert writer.html(text("x"), apart=True).markup == block.replace("<p>x</p>", "x")
    assert writer.html(EMPTY).markup == ""


@pytest.mark.parametrize(
    ("step", "written"),
    [
        (text("Stir"), "Stir"),
        (
            text("Stir ", element("em", "well"), " & wait"),
            "<span>Stir <em>well</em> &amp; wait</span>",
        ),
        (text(paragraph("Stir"), paragraph("Wait")), "<div><p>Stir</p><p>Wait</p></div>"),
    ],
)
def test_a_step_is_one_thing(step: Text, written: str) -> None:
    """Moodle sets a step in a flexible box: words and emphasis would be columns of it."""
    assert Writer(media={}, page=lambda ref: None).whole(step).markup == written
    arabic = Writer(media={}, page=lambda ref: None).of_questions("ar")
    assert arabic.whole(step).markup == arabic.html(step).markup
