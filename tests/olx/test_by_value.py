"""Which blocks a page becomes, and how they are named, as this page is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Activity, Course
from moocbuild.model.text import Ref
from moocbuild.targets.olx.names import Places, fresh, problem_name, url_name
from moocbuild.words import words
from olx.opened import Opened
from olx.test_package import built

SAY = words("en")
ASKED = make.question("q", make.single("*a", "b"))
TOLD = make.prose("Words.")
FIRST = "x" * 91


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("a", "b"), "a_b"),
        (("a",), "a"),
        (("a.b-c",), "a.b-c"),
        (("x" * 100,), "x" * 100),
        (("a b",), "a-b-c8687a08"),
        (("é",), "-4a99557e"),
    ],
)
def test_names_that_the_platform_takes(parts: tuple[str, ...], name: str) -> None:
    assert url_name(*parts) == name


def test_longer_names_get_a_tag() -> None:
    long = url_name("x" * 101)
    assert len(long) == 100 and long.startswith(FIRST + "-")
    assert url_name("x" * 90 + "-" * 20).startswith("x" * 90 + "-")
    assert url_name("x" * 101) != url_name("x" * 102)


def test_names_are_numbered_from_the_second_on() -> None:
    taken: list[str] = []
    assert [fresh(name, taken) for name in ("a", "b", "a", "a")] == ["a", "b", "a-2", "a-3"]


def test_periods_where_the_course_keeps_them() -> None:
    assert Places().name("m/one", "text") == "m__one_text"
    assert Places(periods=True).name("m/one", "text") == "m.one_text"
    assert Places().name("m.n/one") == "m__n__one"


def test_a_question_of_a_pool_is_named_with_its_quiz() -> None:
    assert problem_name(ASKED) == "q"
    assert problem_name(replace(ASKED, asked_in="m/check")) == "q_m__check"


@pytest.mark.parametrize(
    ("ref", "href"),
    [
        (Ref("media", "media/a.png"), "/static/a.png"),
        (Ref("media", "media/b.png"), None),
        (Ref("page", "m/one"), "/jump_to_id/unit-one"),
        (Ref("page", "m/one", "part"), "#part"),
        (Ref("page", "m/two", "part"), "/jump_to_id/unit-two"),
        (Ref("page", "m/three"), None),
    ],
)
def test_where_links_lead(ref: Ref, href: str | None) -> None:
    places = Places({"m/one": "unit-one", "m/two": "unit-two"}, {"media/a.png": "a.png"})
    assert places.href("m/one")(ref) == href


def unit(opened: Opened, page: str) -> list[str]:
    """Types and names of its blocks."""
    return [f"{each.tag} {each.get('url_name')}" for each in opened.of("vertical")[f"{page}_unit"]]


def words_of(opened: Opened, name: str) -> str:
    return opened.package.read(f"html/{name}.html").decode()


@pytest.mark.parametrize(
    ("parts", "more", "blocks"),
    [
        ((TOLD,), {}, ["html m__one_text"]),
        ((ASKED,), {}, ["problem q"]),
        ((TOLD, ASKED), {}, ["html m__one_text", "problem q"]),
        ((ASKED, TOLD), {}, ["problem q", "html m__one_text_q"]),
        ((TOLD, TOLD, ASKED), {}, ["html m__one_text", "problem q"]),
        ((ASKED,), {"minutes": 3}, ["html m__one_text", "problem q"]),
        ((ASKED,), {"content_notes": ("loss",)}, ["html m__one_text", "problem q"]),
        ((ASKED,), {"competencies": make.refs("I.3")}, ["problem q", "html m__one_text_q"]),
        ((ASKED,), {"competencies": make.refs("X")}, ["problem q"]),
        ((TOLD,), {"competencies": make.refs("I.3"), "minutes": 3}, ["html m__one_text"]),
    ],
)
def test_blocks_of_a_lesson(
    parts: tuple[Any, ...], more: dict[str, Any], blocks: list[str]
) -> None:
    opened = built(make.course(make.lesson(*parts, key="m/one", **more)))
    assert unit(opened, "m__one") == blocks


def test_what_stands_around_a_lesson_stands_once() -> None:
    second = replace(ASKED, id="r")
    page = make.lesson(
        TOLD, ASKED, TOLD, second, TOLD, key="m/one", minutes=3, competencies=make.refs("I.3")
    )
    opened = built(make.course(page))
    names = ["m__one_text", "m__one_text_q", "m__one_text_r"]
    texts = [words_of(opened, name) for name in names]
    assert [SAY("around.competencies") in text for text in texts] == [False, False, True]
    alone = built(make.course(replace(page, minutes=0, competencies=())))
    assert len(words_of(alone, "m__one_text")) < len(texts[0])
    assert words_of(alone, "m__one_text_q") == texts[1]


def welcomed(outcomes: tuple[str, ...], notes: tuple[str, ...], own: tuple[str, ...]) -> Course:
    course = make.course(make.lesson(TOLD, key="m/one"))
    (module,) = course.modules
    welcome = replace(module.welcome, content_notes=own)
    module = replace(module, outcomes=outcomes, content_notes=notes, welcome=welcome)
    return replace(course, modules=(module,))


@pytest.mark.parametrize(
    ("notes", "own", "shown"),
    [((), (), ""), (("of loss",), (), "of loss"), (("of loss",), ("of war",), "of war")],
)
def test_a_welcome_page_has_the_notes_of_its_module(
    notes: tuple[str, ...], own: tuple[str, ...], shown: str
) -> None:
    opened = built(welcomed((), notes, own))
    welcome, lesson = words_of(opened, "m__index_text"), words_of(opened, "m__one_text")
    assert ("of loss" in welcome, "of war" in welcome) == (shown == "of loss", shown == "of war")
    assert "of loss" not in lesson


@pytest.mark.parametrize("outcomes", [(), ("Stay",)])
def test_outcomes_stand_on_the_welcome_page(outcomes: tuple[str, ...]) -> None:
    opened = built(welcomed(outcomes, (), ()))
    assert (SAY("around.outcomes") in words_of(opened, "m__index_text")) == bool(outcomes)
    assert SAY("around.outcomes") not in words_of(opened, "m__one_text")


@pytest.mark.parametrize(
    ("more", "blocks", "said"),
    [
        ({}, ["problem q"], ""),
        ({"intro": TOLD}, ["html m__check_text", "problem q"], "Words."),
        ({"minutes": 3}, ["html m__check_text", "problem q"], ""),
        (
            {"pretest": True, "graded": False},
            ["html m__check_text", "problem q"],
            SAY("around.pretest"),
        ),
    ],
)
def test_blocks_of_a_quiz(more: dict[str, Any], blocks: list[str], said: str) -> None:
    opened = built(make.course(make.quiz(ASKED, **more)))
    assert unit(opened, "m__check") == blocks
    assert not said or said in words_of(opened, "m__check_text")


def test_tags_are_of_what_is_worked_on() -> None:
    codes = make.refs("I.3", "X", "I.3")
    pages: tuple[Activity, ...] = (
        make.lesson(TOLD, key="m/one", competencies=codes),
        make.lesson(TOLD, key="m/two"),
        make.quiz(replace(ASKED, competencies=codes), replace(ASKED, id="r")),
    )
    rows = built(make.course(*pages)).package.read("tags.csv").decode().splitlines()
    assert sum("m__one_page" in row for row in rows) == 1
    assert not any("m__two_page" in row for row in rows)
    assert sum("m__check_page" in row for row in rows) == 1
    assert sum(",q," in row or "@q" in row for row in rows) == 1
    assert not any("@r" in row or ",r," in row for row in rows)
