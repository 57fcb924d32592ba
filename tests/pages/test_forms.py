"""Questions as forms: what each says of itself, and what stands in a gap."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import lxml.html
import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Course
from moocbuild.model.question import (
    AcceptedText,
    Choice,
    ChoiceInteraction,
    Gap,
    GapsInteraction,
    Interaction,
    Question,
)
from moocbuild.model.text import EMPTY, text
from moocbuild.player.html.page import PageRenderer
from moocbuild.player.html.question import needed, needed_sheets, question_html
from moocbuild.player.html.render import context
from pages.sample_questions import AT


def form(asks: Interaction | Question, **more: Any) -> Any:
    question = asks if isinstance(asks, Question) else make.question("q", asks, **more)
    (found,) = lxml.html.fragments_fromstring(question_html(question, context(make.course())))
    return found


def told(found: Any, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in found.xpath(path)]


# --- what stands around the answers


@pytest.mark.parametrize(
    ("asks", "more", "label"),
    [
        (make.typed("a"), {}, "Practice"),
        (
            make.typed("a"),
            {"critical": True},
            "Practice: needed to finish the unit, with as many tries as you like",
        ),
        (make.journal(), {}, "For yourself"),
    ],
)
def test_a_question_of_a_lesson_says_what_it_is_for(
    asks: Interaction, more: dict[str, Any], label: str
) -> None:
    assert told(form(asks, **more), ".//p[@class='label']") == [label]


def test_questions_of_a_quiz_are_numbered_but_for_private_ones() -> None:
    course = make.course(
        make.quiz(
            make.question("one", make.typed("a")),
            make.question("note", make.journal()),
            make.question("two", make.typed("a"), critical=True),
        )
    )
    ((_, html),) = (
        page
        for page in PageRenderer(course, "").pages(course.modules[0])
        if page[0] == "m.check.html"
    )
    assert told(lxml.html.document_fromstring(html), "//form//p[@class='label']") == [
        "Question 1 of 2",
        "For yourself",
        "Question 2 of 2: needed to finish the unit, with as many tries as you like",
    ]


@pytest.mark.parametrize(("points", "said"), [(1, None), (0.5, "0.5"), (2, "2")])
def test_points_are_said_where_they_are_not_one(points: float, said: str | None) -> None:
    assert form(make.typed("a"), points=points).get("data-points") == said


def test_items_are_said_once_each() -> None:
    assert (
        form(make.typed("a"), competencies=make.refs("I.3", "IX.2", "I.3")).get("data-items")
        == "I.3 IX.2"
    )
    assert form(make.typed("a")).get("data-items") is None


@pytest.mark.parametrize(
    ("asks", "kind", "control"),
    [
        (make.single("*a", "b"), "single", "radio"),
        (make.multiple("*a", "*b"), "multiple", "checkbox"),
        (make.true_false("*True", "False"), "truefalse", "radio"),
        (make.hottext("*a", "b"), "hottext", "checkbox"),
    ],
)
def test_controls_of_a_choice(asks: Interaction, kind: str, control: str) -> None:
    found = form(asks)
    assert found.get("data-kind") == kind
    assert {each.get("type") for each in found.xpath(".//div[@class='option']/input")} == {control}


@pytest.mark.parametrize(
    ("score", "mark", "word"),
    [
        (0, "off", "Not yet"),
        (0.01, "part", "Workable"),
        (0.99, "part", "Workable"),
        (1, "good", "Fits well"),
    ],
)
def test_how_well_an_option_fits(score: float, mark: str, word: str) -> None:
    option = Choice(id="a", text=text("Stay."), score=score, span=AT)
    (note,) = form(ChoiceInteraction(choices=(option,))).xpath(".//div[@class='option']/div")
    assert mark in note.get("class").split()
    assert told(note, "./p[@class='mark']") == [word]


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        (("*False", "True"), [None, ""]),
        (("*Vrai", "Faux"), ["", None]),
        (("*Perhaps", "Hardly"), ["", None]),
    ],
)
def test_which_option_says_yes(words: tuple[str, str], yes: list[str | None]) -> None:
    """Where no words tell, it is the first."""
    options = form(make.true_false(*words)).xpath(".//div[@class='option']")
    assert [option.get("data-true") for option in options] == yes
    assert not form(make.single("*True", "False")).xpath(".//*[@data-true]")


def test_entries_are_told_with_how_well_they_fit() -> None:
    found = form(make.typed("wait", wrong=["talk"], feedback="On "))
    assert json.loads(found.get("data-answers")) == [
        {"text": "wait", "exact": False, "correct": True},
        {"text": "talk", "exact": False, "correct": False},
    ]
    assert told(found, ".//p[@class='mark']") == ["Fits well: wait", "Not yet: talk"]
    assert [note.get("class") for note in found.xpath(".//div[@data-answer]")] == [
        "feedback good",
        "feedback off",
    ]
    assert found.xpath(".//input/@inputmode") == ["text"]


def test_right_cells_are_listed_by_their_words() -> None:
    """So that the order of the list gives nothing away."""
    found = form(make.match(("l1", "b"), ("l2", "C"), distractors=["a"]))
    assert told(found, "(.//select)[1]/option") == ["Choose …", "a", "b", "C"]


@pytest.mark.parametrize(
    ("asks", "scripts", "sheets"),
    [
        ((), ("quiz.js",), ()),
        ((make.single("*a"), make.journal()), ("quiz.js",), ()),
        (
            (make.order("a", "b"), make.number(1, 1), make.match(("a", "b"))),
            ("entry.js", "match.js", "order.js", "quiz.js"),
            ("match.css", "order.css"),
        ),
        ((make.gaps(make.typed("a")),), ("gaps.js", "quiz.js"), ("gaps.css",)),
    ],
)
def test_what_questions_need_comes_before_what_uses_it(
    asks: tuple[Interaction, ...], scripts: tuple[str, ...], sheets: tuple[str, ...]
) -> None:
    questions = [make.question("q", each) for each in asks]
    assert needed(questions, "quiz.js") == scripts
    assert needed_sheets(questions) == sheets


# --- gaps

PICK = make.single("*room", "Advice", feedback="On ")
TYPE = make.typed("wait", wrong=["talk"], feedback="On ")


def with_gaps(course: Course | None = None) -> Any:
    question = make.with_gaps("g", make.gaps(PICK, TYPE))
    (found,) = lxml.html.fragments_fromstring(
        question_html(question, context(course or make.course()))
    )
    return found


def test_a_gap_is_a_list_or_a_field_under_its_name() -> None:
    found = with_gaps()
    assert told(found, ".//label/span[@class='unseen']") == ["Gap 1 of 2", "Gap 2 of 2"]
    assert told(found, ".//label/span[@aria-hidden='true']") == ["1", "2"]
    (chosen,) = found.xpath(".//label[@for='q-g-a']/..//select[@id='q-g-a'][@data-gap='a']")
    assert [(each.get("value"), each.text) for each in chosen] == [
        ("", "Choose …"),
        ("b", "Advice"),
        ("a", "room"),
    ], "by their words"
    (typed,) = found.xpath(".//label[@for='q-g-b']/..//input[@id='q-g-b'][@data-gap='b']")
    assert typed.get("type") == "text"
    assert told(found, ".//div[@class='prompt gaps']/p/span/noscript") == ["____", "____"]


def test_gaps_are_judged_by_their_options_or_entries() -> None:
    assert json.loads(with_gaps().get("data-answers")) == {
        "a": {"a": 1.0, "b": 0.0},
        "b": [
            {"text": "wait", "exact": False, "correct": True},
            {"text": "talk", "exact": False, "correct": False},
        ],
    }


def test_what_is_said_of_a_gap_stands_below() -> None:
    parts = with_gaps().xpath(".//div[@class='of-gap']")
    assert [(part.get("data-part"), part.get("data-name")) for part in parts] == [
        ("a", "Gap 1 of 2"),
        ("b", "Gap 2 of 2"),
    ]
    notes = [[(note.get("data-answer"), note.get("class")) for note in part] for part in parts]
    assert notes == [
        [("a", "feedback good"), ("b", "feedback off")],
        [("0", "feedback good"), ("1", "feedback off")],
    ]
    assert told(parts[1], "./div") == [
        "Gap 2 of 2: Fits well: waitOn wait",
        "Gap 2 of 2: Not yet: talkOn talk",
    ]


def test_words_of_another_language_say_so_in_a_list() -> None:
    course = make.course(language="it")
    assert with_gaps(course).xpath(".//select/option[1]/@lang") == ["en"]
    assert with_gaps().xpath(".//select/option/@lang") == []


@pytest.mark.parametrize(
    ("words", "size"),
    [
        (["a"], 10),
        (["abcd"], 10),
        (["abcde"], 15),
        (["a", "abcdefghi"], 15),
        (["a" * 29], 35),
        (["a" * 30], 40),
        (["a" * 400], 40),
    ],
)
def test_the_size_of_a_field_tells_little_of_what_fits(words: list[str], size: int) -> None:
    answers = tuple(AcceptedText(text=each, span=AT) for each in words)
    asks = GapsInteraction(gaps=(Gap(id="a", answers=answers, span=AT),))
    assert form(make.with_gaps("g", asks)).xpath(".//input/@size") == [str(size)]


# --- hints and explanations


@pytest.mark.parametrize("part", ["hint", "explanation"])
def test_what_a_question_does_not_say_takes_no_room(part: str) -> None:
    asked = make.question("q", make.typed("a"), **{part: make.prose("Because.")})
    assert "Because." in form(asked).text_content()
    bare = form(replace(asked, **{part: EMPTY}))
    assert not bare.xpath(".//details | .//div[@class='explanation']")
