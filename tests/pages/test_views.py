"""Quizzes, simulations and scripts as pages hold them: what the script has to know of each."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Course, Lesson, Module, Quiz
from moocbuild.model.question import Question
from moocbuild.model.scenario import Meter, Scenario
from moocbuild.model.text import EMPTY
from moocbuild.player.html.edition import SCORM_12
from moocbuild.player.html.quiz import QuizView, quiz_view
from moocbuild.player.html.render import context
from moocbuild.player.html.scenario import ScenarioView, scenario_view
from moocbuild.player.html.script import filled
from moocbuild.player.html.simulation import simulation_course, simulation_sco
from pages import sample

# --- quizzes


def asked(number: int, code: str = "", *, critical: bool = False) -> Question:
    given: dict[str, Any] = {"ordinal": number, "critical": critical}
    return make.question(
        f"q{number}", make.typed("a"), competencies=make.refs(*filter(None, [code])), **given
    )


def viewed(quiz: Quiz) -> QuizView:
    return quiz_view(quiz, context(make.course(quiz)))


@pytest.mark.parametrize(
    ("questions", "drawn", "draw"),
    [
        ([asked(1), asked(2)], 0, ""),
        ([asked(1), asked(2)], 2, ""),
        ([asked(3), asked(5)], 1, [[], [[3, 5]], 0]),
        ([asked(3), asked(5), asked(6)], 2, [[], [[3, 5, 6]], 1]),
        ([asked(3, critical=True), asked(5), asked(6, "I.3")], 2, [[3], [[6]], 0]),
        ([asked(3, critical=True), asked(5), asked(6)], 2, [[3], [], 1]),
        ([asked(3, critical=True), asked(5, critical=True), asked(6)], 1, ""),
    ],
)
def test_how_a_quiz_draws(questions: list[Question], drawn: int, draw: Any) -> None:
    """In every attempt, one of each of these, so many more; nothing where all are asked."""
    view = viewed(make.quiz(*questions, drawn=drawn))
    assert (json.loads(view.draw) if view.draw else "") == draw


def test_what_an_author_sets_of_a_quiz() -> None:
    quiz = make.quiz(asked(1), graded=False, shuffle=False, pass_mark=55, category_mark=40)
    view = viewed(quiz)
    assert (view.graded, view.shuffle, view.pass_mark, view.category_mark) == (
        False,
        False,
        55,
        40,
    )
    assert viewed(make.quiz(asked(1))).category_mark == 0


# --- simulations


def view(**changes: Any) -> ScenarioView:
    return scenario_view(replace(sample.SCENARIO, **changes), context(sample.course()), "")


def test_where_a_simulation_begins() -> None:
    assert view().start == "the-book" and view(scenes=()).start == ""


def test_a_debrief_has_its_author_s_title_or_ours() -> None:
    assert view(debrief_title="Now you").debrief_title == "Now you"
    assert view(debrief_title="").debrief_title == "Looking back"


def test_a_scene_asks_and_an_ending_offers_ways_back() -> None:
    asks = [str(scene.ask) for scene in view().scenes]
    assert asks == ["What do you say or do?"] * 3 + ["Ways back"]


def test_words_of_a_meter_stand_by_their_values_in_order() -> None:
    meter = Meter(id="m", title="M", start=1, min=-2, max=10, words={10: "C", -2: "A", 1: "B"})
    (told,) = json.loads(view(meters=(meter,)).meters)
    assert list(told.pop("words").items()) == [("-2", "A"), ("1", "B"), ("10", "C")]
    assert told == {"id": "m", "title": "M", "start": 1, "min": -2, "max": 10}


def test_words_of_a_meter_that_are_no_sentence_stand_behind_its_title() -> None:
    words = {0: "low", 1: "Sam waits", 2: "\u201chm\u201d", 3: "الثقة عالية", 4: "éteinte"}
    meter = Meter(id="m", title="Trust", start=1, min=0, max=4, words=words)
    assert meter.said(": ") == words | {0: "Trust: low", 4: "Trust: éteinte"}
    (told,) = json.loads(view(meters=(meter,)).meters)
    assert told["words"]["0"] == "Trust: low"


# --- a simulation as a package of its own


def alone(course: Course) -> Course:
    return simulation_course(course, sample.SCENARIO)


def pages(course: Course) -> list[str]:
    return [page.id for page in course.pages()]


def test_a_simulation_alone_has_its_text_version_and_help() -> None:
    whole = sample.course()
    made = alone(whole)
    assert pages(made) == [
        "active-listening/index",
        "active-listening/late-afternoon",
        "active-listening/late-afternoon-text",
        "about",
        "help",
    ]
    assert (made.id, made.title) == (
        "sample-active-listening-late-afternoon",
        sample.SCENARIO.title,
    )
    assert made.assets == {}, "the drawing is in a lesson"
    (unit, _) = made.modules
    assert (unit.outcomes, unit.welcome.title) == ((), sample.SCENARIO.title)
    assert unit.welcome.parts == (sample.SCENARIO.intro,)


def test_a_simulation_alone_has_the_pictures_that_it_shows() -> None:
    shown, other = make.asset("media/shown.svg"), make.asset("media/other.svg")
    told = replace(sample.SCENARIO, debrief=make.image(shown.href, "A door"))
    unit = sample.course().modules[0]
    unit = replace(unit, activities=(told, make.lesson(make.image(other.href, "No"))))
    course = sample.course(modules=(unit,), assets={a.href: a for a in (shown, other)})
    assert list(simulation_course(course, told).assets) == [shown.href]


def test_a_simulation_is_found_in_its_own_unit() -> None:
    before = Module(
        id="before", title="B", welcome=make.lesson(key="before/index"), span=make.SPAN
    )
    course = sample.course(modules=(before, *sample.course().modules))
    assert pages(alone(course)) == pages(alone(sample.course()))


def test_a_simulation_alone_opens_there() -> None:
    package = simulation_sco(sample.course(), sample.SCENARIO, SCORM_12)
    manifest = package.read("imsmanifest.xml").decode()
    assert 'href="active-listening.late-afternoon.html"' in manifest.partition("<file")[0]


# --- scripts


def test_a_script_gets_the_words_that_it_says_and_no_others() -> None:
    script = 'f(MOOCBUILD_WORDS);say("check");say("read")'
    told = filled(script, "en").decode()
    words = json.loads(told.partition("f(")[2].partition(");say")[0])
    assert words["check"] == "Check" and set(words) <= {"check", "read"}
    assert set(json.loads(filled("MOOCBUILD_WORDS", "en"))) == set()
    assert json.loads(filled("MOOCBUILD_WORDS", "he")) == {"lang": "en", "dir": "ltr"}


# --- pages that say nothing of what there is not


def page_of(*activities: Lesson | Quiz | Scenario) -> str:
    from moocbuild.player.html.page import PageRenderer

    course = make.course(*activities)
    *_, (_, html) = PageRenderer(course, "").pages(course.modules[0])
    return html


@pytest.mark.parametrize(
    ("given", "attribute"),
    [
        ({"graded": True}, " data-graded"),
        ({"shuffle": True}, " data-shuffle"),
        ({"category_mark": 40}, ' data-category="40"'),
        ({"drawn": 1}, ' data-draw="[[],[[1,2]],0]"'),
    ],
)
def test_a_quiz_says_how_it_is_asked(given: dict[str, Any], attribute: str) -> None:
    plain: dict[str, Any] = {"graded": False, "shuffle": False}
    questions = asked(1), asked(2)
    name = attribute.partition("=")[0]
    assert attribute in page_of(make.quiz(*questions, **plain | given))
    assert name not in page_of(make.quiz(*questions, **plain))


def test_a_quiz_without_an_introduction_has_no_room_for_it() -> None:
    assert 'class="intro"' not in page_of(make.quiz(asked(1), intro=EMPTY))
    assert 'class="intro"' in page_of(make.quiz(asked(1), intro=make.prose("Take your time.")))
