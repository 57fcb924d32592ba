"""What a course uses of the features that a target may lose: where it does, and where it only
seems to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from common_cartridge import hand_made as make
from lower.targets import EVERYTHING
from moocbuild.diagnostics import Diagnostic
from moocbuild.lower import has_content, lower
from moocbuild.lower.losses import LOSSES
from moocbuild.lower.unsupported import places, report_unsupported
from moocbuild.model.competency import NO_FRAMEWORK
from moocbuild.model.course import Course
from moocbuild.model.text import EMPTY
from moocbuild.model.theme import PLAIN
from moocbuild.target import KEPT, Feature, degraded, lost


def ask(asks: Any, **more: Any) -> Any:
    return make.question("q", asks, **more)


def quiz(*asks: Any, **more: Any) -> Course:
    given = {"graded": False, "shuffle": False} | more
    return make.course(make.quiz(*(ask(each) for each in asks), **given))


def typed(**more: Any) -> Course:
    return make.course(make.quiz(ask(make.typed("a"), **more), graded=False, shuffle=False))


def page(*parts: Any, **more: Any) -> Course:
    return make.course(make.lesson(*parts, **more))


PICTURE, LINK = make.image("media/a.svg", "a"), make.link("help", "help")
CAPTIONS = replace(make.asset("media/a.vtt"), media_type="text/vtt")
PLAIN_COURSE = quiz(make.typed("a"))
EVERY_COURSE = {Feature.PROGRESS, Feature.MADE_PAGES, Feature.COMPLETION}
USED: dict[Feature, list[Course]] = {
    Feature.SINGLE: [quiz(make.single("*a", "b", "c")), page(ask(make.single("*a", "b", "c")))],
    Feature.TWO_OPTIONS: [quiz(make.single("*a", "b"))],
    Feature.MULTIPLE: [quiz(make.multiple("*a", "b"))],
    Feature.TRUE_FALSE: [quiz(make.true_false("*a", "b"))],
    Feature.MATCH: [quiz(make.match(("a", "b")))],
    Feature.ORDER: [quiz(make.order("a", "b"))],
    Feature.NUMERIC: [quiz(make.number(1, 1))],
    Feature.TEXT: [PLAIN_COURSE],
    Feature.HOTTEXT: [quiz(make.hottext("*a", "b"))],
    Feature.GAPS: [quiz(make.gaps(make.single("*a", "b"), make.typed("c")))],
    Feature.PARTIAL_CREDIT: [quiz(make.single("*a", "0.5 b"))],
    Feature.HINT: [typed(hint=make.prose("h"))],
    Feature.EXPLANATION: [typed(explanation=make.prose("e"))],
    Feature.POINTS: [typed(points=2), typed(points=0.5)],
    Feature.CATEGORY_MARK: [quiz(make.typed("a"), category_mark=1)],
    Feature.PASS_MARK: [quiz(make.typed("a"), graded=True)],
    Feature.GRADE: [quiz(make.typed("a"), graded=True)],
    Feature.DRAW: [quiz(make.typed("a"), drawn=1)],
    Feature.SHUFFLE: [quiz(make.typed("a"), shuffle=True)],
    Feature.CRITICAL: [typed(critical=True)],
    Feature.LINKS: [
        page(LINK),
        page(ask(make.typed("a"), hint=LINK)),
        typed(prompt=LINK),
        typed(explanation=LINK),
        quiz(replace(make.single("*a"), choices=(replace(make.choices("*a")[0], text=LINK),))),
    ],
    Feature.IMAGES: [
        typed(hint=PICTURE),
        typed(explanation=PICTURE),
        quiz(replace(make.single("*a"), choices=(replace(make.choices("*a")[0], text=PICTURE),))),
    ],
    Feature.COMPETENCIES: [
        typed(competencies=make.refs("I.3")),
        page(competencies=make.refs("X")),
    ],
    Feature.READING_VERSION: [make.course(make.scenario())],
    Feature.CAPTIONS: [make.course(assets=[CAPTIONS])],
    Feature.ATTEMPTS: [quiz(make.typed("a"), attempts=2)],
    Feature.TIME_LIMIT: [quiz(make.typed("a"), time_limit=30)],
    Feature.LATER_FEEDBACK: [quiz(make.typed("a"), feedback="after-attempt")],
    Feature.CLOSED_FEEDBACK: [quiz(make.typed("a"), feedback="after-close")],
    Feature.HIDDEN_ANSWERS: [quiz(make.typed("a"), right_answers=False)],
    Feature.PRETEST: [quiz(make.typed("a"), pretest=True)],
    Feature.SURVEY: [quiz(make.survey("yes", "no"))],
    Feature.LIKERT: [quiz(make.survey("yes", "no", statements=["It rains."]))],
    Feature.FILMS_ELSEWHERE: [page(hosts=("www.youtube-nocookie.com",))],
    Feature.TABS: [page(uses=("tabs",))],
    Feature.POSTERS: [page(uses=("poster",))],
    Feature.THEME: [make.course(theme=replace(PLAIN, footer="Ask Dana"))],
}
UNUSED: dict[Feature, list[Course]] = {
    Feature.LINKS: [page(PICTURE), typed(hint=PICTURE), make.course(make.scenario())],
    Feature.IMAGES: [typed(prompt=PICTURE), page(PICTURE), typed(hint=LINK)],
    Feature.PARTIAL_CREDIT: [quiz(make.single("*a", "b"))],
    Feature.CAPTIONS: [make.course(assets=[make.asset("media/a.svg")])],
    Feature.DRAW: [quiz(make.typed("a"), drawn=0)],
    Feature.LATER_FEEDBACK: [quiz(make.typed("a"), feedback="after-close")],
    Feature.CLOSED_FEEDBACK: [quiz(make.typed("a"), feedback="after-attempt")],
    Feature.SURVEY: [quiz(make.survey("yes", "no", statements=["It rains."]))],
    Feature.LIKERT: [quiz(make.survey("yes", "no"))],
    Feature.TABS: [page(uses=("poster",))],
    Feature.POSTERS: [page(uses=("tabs",))],
}


@pytest.mark.parametrize("feature", [*LOSSES], ids=lambda feature: feature.name)
def test_where_a_feature_is_used(feature: Feature) -> None:
    used = partial(places, feature)
    if feature in EVERY_COURSE:
        assert [*used(page())], "whatever is in it"
        return
    assert all([*used(course)] for course in USED[feature])
    others = UNUSED.get(feature, []) + ([] if feature is Feature.TEXT else [PLAIN_COURSE])
    assert not any([*used(course)] for course in (page(make.prose("a")), *others))


def test_a_link_of_a_lesson_is_found_once_and_one_of_a_question_at_the_question() -> None:
    asked = replace(ask(make.typed("a"), hint=LINK), span=replace(make.SPAN, line=9))
    found = [*places(Feature.LINKS, page(asked))]
    assert [span.line for span in found] == [9]
    assert [span.line for span in places(Feature.LINKS, page(LINK, asked))] == [7, 9]


# --- what is said


def notes(fates: Any, course: Course) -> list[str]:
    found: list[Diagnostic] = []
    report_unsupported(course, EVERYTHING, fates, found.append)
    return [diagnostic.said for diagnostic in found]


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        (KEPT, []),
        (lost("no room"), ["all: hint, lost: no room"]),
        (degraded("as a page"), ["all: hint, degraded: as a page"]),
        (lost(""), ["all: hint, lost"]),
    ],
)
def test_a_note_says_what_becomes_of_a_feature_that_is_used(fate: Any, said: list[str]) -> None:
    hinted = typed(hint=make.prose("h"))
    assert notes({Feature.HINT: fate}, hinted) == said
    assert notes({Feature.HINT: fate}, PLAIN_COURSE) == []
    assert notes({}, hinted) == [], "what is not told of is kept"


@pytest.mark.parametrize(
    ("content", "framework", "carries", "said"),
    [
        (True, False, True, []),
        (False, True, True, []),
        (False, False, False, ["all: no file, as the course has no framework"]),
    ],
)
def test_a_target_of_frameworks_wants_one(
    content: bool, framework: bool, carries: bool, said: list[str]
) -> None:
    course = make.course() if framework else make.course(framework=NO_FRAMEWORK)
    found: list[Diagnostic] = []
    target = replace(EVERYTHING, content=content)
    assert has_content(course, target, found.append) == carries
    assert [diagnostic.said for diagnostic in found] == said


def test_a_target_without_content_loses_nothing() -> None:
    found: list[Diagnostic] = []
    bare = replace(EVERYTHING, content=False, fates={}, interactions=frozenset())
    course = typed(hint=make.prose("h"), explanation=EMPTY)
    assert lower(course, bare, found.append) is course and found == []
