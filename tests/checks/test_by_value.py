"""Checks on courses made as values: what counts, what does not, and who is named."""

from __future__ import annotations

import datetime
import importlib
from dataclasses import replace
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.checks.negative_stem import RULE as NEGATIVE
from moocbuild.checks.suspend_data import LIMIT, estimate
from moocbuild.checks.suspend_data import check as suspend_data
from moocbuild.diagnostics import Span
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Contact, Course, Lesson, Module, Reference, Settings
from moocbuild.model.question import MatchOption, Question
from moocbuild.model.scenario import Scenario, Scene, SceneChoice
from moocbuild.model.text import element, paragraph, text

AT = Span("quizzes/01.md", 7)
TODAY = datetime.date(2026, 11, 21)


def found(check: str, course: Course) -> list[str]:
    module = importlib.import_module(f"moocbuild.checks.{check}")
    return [each.message for each in module.check(course)]


def asked(*options: str, many: bool = False, **more: Any) -> Question:
    kind = make.multiple if many else make.single
    return make.question("q", kind(*options, feedback="f"), **more)


def of(*questions: Question, **more: Any) -> Course:
    return make.course(make.quiz(*questions), **more)


def story(*scenes: Scene, **more: Any) -> Scenario:
    given = {"id": "m/story", "title": "Story", "intro": make.prose("Intro"), "span": AT}
    return Scenario(scenes=scenes, **given | more)


def scene(id: str, *ways: str, end: bool = False, evidence: dict[str, int] | None = None) -> Scene:
    shown = tuple((CompetencyRef(code, AT), worth) for code, worth in (evidence or {}).items())
    choices = tuple(
        SceneChoice(id=f"{id}-{way}", text=text(way), goes_to=way, evidence=shown, span=AT)
        for way in ways
    )
    return Scene(id=id, title=id, text=make.prose(id), choices=choices, end=end, span=AT)


@pytest.mark.parametrize(
    ("stem", "negative"),
    [
        ("Which is NOT right?", True),
        ("What does not help?", True),
        ("Each of the following helps, except one?", True),
        ("All of these help except one.", True),
        ("Which helps?", False),
        ("Which fits “What is not said”?", False),
        ("Which fits ‘NOT now’?", False),
        ('Which fits "NOT now"?', False),
        ("Which fits «NOT now»?", False),
        ("He did not come. What now?", False),
    ],
)
def test_negative_stems(stem: str, negative: bool) -> None:
    course = of(asked("*a", "b", prompt=make.prose(stem)))
    assert bool(found("negative_stem", course)) == negative
    typed = of(make.question("q", make.typed("a"), prompt=make.prose(stem)))
    assert found("negative_stem", typed) == []
    assert NEGATIVE.code == "MB204"


@pytest.mark.parametrize(
    ("question", "right"),
    [
        (asked("*a", "*b", many=True), True),
        (asked("*a", "b", many=True), False),
        (asked("*a", "0.5 b", many=True), False),
        (asked("*a", "*b"), False),
        (make.question("q", make.hottext("*a", "*b")), True),
        (make.question("q", make.hottext("*a", "b")), False),
        (make.question("q", make.typed("a")), False),
    ],
)
def test_everything_right(question: Question, right: bool) -> None:
    assert bool(found("everything_right", of(question))) == right


@pytest.mark.parametrize(
    ("right", "said", "away"),
    [
        ("twelve chars", "Say: Twelve  CHARS!", True),
        ("eleven char", "Say: eleven char!", False),
        ("“twelve chars.”", "So twelve chars it is", True),
        ("twelve chars", "Say twelve other chars", False),
    ],
)
def test_feedback_that_quotes(right: str, said: str, away: bool) -> None:
    wrong = make.choices("b", feedback=said)
    for choices, given in [
        ((*make.choices(f"*{right}"), *wrong), away),
        (make.choices(f"*{right}", f"*{right}", feedback=said), False),
    ]:
        question = make.question("q", replace(make.single("*a"), choices=choices))
        assert bool(found("feedback_gives_away", of(question))) == given


@pytest.mark.parametrize(
    ("options", "feedback", "number"),
    [(("*a", "b", "c"), "", 2), (("*a", "0.5 b"), "", 1), (("*a", "b"), "f", 0)],
)
def test_options_without_feedback(options: tuple[str, ...], feedback: str, number: int) -> None:
    question = make.question("q", make.single(*options, feedback=feedback))
    assert len(found("option_without_feedback", of(question))) == number


LONG = ("*longest", "short")
FIRST = ("*equal", "equal")
LAST = ("equal", "*equal")


@pytest.mark.parametrize(
    ("banks", "said"),
    [
        ([LONG] * 4, []),
        ([LAST] * 5, []),
        ([("short", "*longest")] * 2 + [LAST] * 3, ["longest"]),
        ([("short", "*longest")] + [LAST] * 4, []),
        ([FIRST] * 2 + [LAST] * 3, ["first"]),
        ([FIRST] + [LAST] * 4, []),
        ([FIRST] * 7 + [LAST] * 13, []),
        ([FIRST] * 8 + [LAST] * 12, ["first"]),
        ([LONG] * 5, ["longest", "first"]),
    ],
)
def test_right_answers_that_stand_out(banks: list[tuple[str, ...]], said: list[str]) -> None:
    """Of 20, up to 7 may."""
    questions = [replace(asked(*options), id=f"q{n}") for n, options in enumerate(banks)]
    messages = found("right_answer_stands_out", of(*questions))
    assert [message.split()[5] for message in messages] == said
    many = [replace(question, kind="multiple") for question in questions]
    assert found("right_answer_stands_out", of(*many)) == []


def test_a_longer_wrong_answer_hides_the_right_one() -> None:
    questions = [replace(asked("longest yet", "*longest"), id=f"q{n}") for n in range(5)]
    assert found("right_answer_stands_out", of(*questions)) == []


@pytest.mark.parametrize(
    ("said", "twice"),
    [
        (("Wait", "Wait  "), True),
        (("Wait", "wait"), False),
        (("mW", "MW"), False),
        (("zum Essen", "zum essen"), False),
        (("Wait", "Wait!"), False),
        (("x²", "x2"), False),
        (("½", "1/2"), False),
        (("x\u00ad", "x"), True),
        (("ﬁn", "fin"), True),
        (("e\u0301", "é"), True),
        (("Straße", "Strasse"), False),
        (("", ""), False),
    ],
)
def test_the_same_text_twice(said: tuple[str, str], twice: bool) -> None:
    messages = found("same_text_twice", of(asked(f"*{said[0]}", said[1])))
    assert bool(messages) == twice


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        (element("em", "a"), "a", False),
        (element("em", "a"), element("i", "a"), True),
        (element("code", "a"), "a", False),
        (element("span", "a"), "a", True),
        (element("pre", element("code", "a\n  b\n")), element("pre", "a\n b"), False),
        (element("pre", element("code", "a\n  b\n")), element("pre", "a\n  b"), True),
        (element("sub", "a"), "a", False),
        (element("sub", "a"), element("sup", "a"), False),
        (element("sub", "a"), element("sub", "a"), True),
        (element("formula", tex="x"), element("formula", tex="y"), False),
        (element("formula", tex="x"), element("formula", tex="x"), True),
        (make.image("a.png", "A").nodes[0], make.image("b.png", "A").nodes[0], False),
        (make.image("a.png", "A").nodes[0], make.image("a.png", "B").nodes[0], True),
        (paragraph("a"), "a", True),
    ],
)
def test_what_tells_two_options_apart(one: Any, other: Any, twice: bool) -> None:
    first, second = make.choices("*a", "b")
    choices = (replace(first, text=text(one)), replace(second, text=text(other)))
    question = make.question("q", replace(make.single("*a"), choices=choices))
    assert bool(found("same_text_twice", of(question))) == twice


def test_what_is_picked_from_a_list_has_no_bold() -> None:
    def twice(one: Any, other: Any) -> int:
        options = (MatchOption(id="x", text=text(one)), MatchOption(id="y", text=text(other)))
        pairs = replace(make.match(("l", "r"), ("m", "s")), options=options)
        return len(found("same_text_twice", of(make.question("q", pairs))))

    assert twice(element("em", "a"), "a") == 1
    assert twice(element("sub", "a"), "a") == twice("A", "a") == 0


def test_tags_among_words() -> None:
    def said(prompt: str, explanation: str = "") -> list[str]:
        told = text(paragraph(element("code", explanation))) if explanation else text()
        asks = text(paragraph("See ", element("code", prompt)))
        return found("tag_among_words", of(asked("*a", "b", prompt=asks, explanation=told)))

    assert said("I.3") == ["'`I.3`' stands among the words of 'q'"]
    assert said(" I.3 ") == said("I.3")
    assert said("I.4") == []
    assert said("x", "IX.2") == ["'`IX.2`' stands among the words of 'q'"]
    assert said("I.3", "IX.2") == ["'`I.3`' stands among the words of 'q'"]
    emphasis = text(paragraph(element("em", "I.3")))
    assert found("tag_among_words", of(asked("*a", "b", prompt=emphasis))) == []


@pytest.mark.parametrize(
    ("country", "age", "said"),
    [
        ("BE", None, "is not confirmed"),
        ("BE", 180, ""),
        ("BE", 181, "more than 180 days ago"),
        ("FR", None, ""),
        ("FR", 999, ""),
    ],
)
def test_contacts_are_confirmed(country: str, age: int | None, said: str) -> None:
    day = None if age is None else TODAY - datetime.timedelta(days=age)
    contact = Contact(country=country, role="suicide_line", number="1", confirmed_on=day, span=AT)
    course = make.course(contacts=(contact,), countries=("BE",), settings=Settings(today=TODAY))
    messages = found("unconfirmed_contact", course)
    assert len(messages) == bool(said)
    assert all(said in each and each.startswith("suicide line (BE)") for each in messages)


def test_items_that_nothing_is_about() -> None:
    whole = "3 of 3 items do not appear in this course: I.3, IX.2, III.1"
    assert found("uncovered_items", of(asked("*a", "b"))) == [whole]
    question = asked("*a", "b", competencies=make.refs("I.3"))
    page = make.lesson(make.prose("p"), competencies=make.refs("IX.2"))
    played = story(scene("a", "b", evidence={"III.1": 1}))
    assert found("uncovered_items", make.course(page, played, make.quiz(question))) == []
    left = found("uncovered_items", make.course(page, make.quiz(question)))
    assert left == ["1 of 3 items do not appear in this course: III.1"]
    item = make.framework().items[0]
    for number, end in [(8, "X.6, X.7"), (9, "X.6, X.7 …")]:
        items = tuple(replace(item, code=f"X.{n}") for n in range(number))
        (said,) = found("uncovered_items", of(framework=replace(make.framework(), items=items)))
        assert said.endswith(end)


@pytest.mark.parametrize(
    ("question", "graded", "linked"),
    [
        (asked("*a", "b"), True, False),
        (asked("*a", "b"), False, True),
        (asked("*a", "b", competencies=make.refs("I.3")), True, True),
        (make.question("q", make.survey("a", "b")), True, True),
        (make.question("q", make.journal()), True, True),
    ],
)
def test_questions_are_linked_to_items(question: Question, graded: bool, linked: bool) -> None:
    course = make.course(make.quiz(question, graded=graded))
    assert (found("unkeyed_question", course) == []) == linked
    bare = replace(make.framework(), items=())
    assert found("unkeyed_question", make.course(make.quiz(question), framework=bare)) == []
    assert found("unkeyed_question", make.course(make.lesson(question))) == []


def test_unknown_codes_wherever_they_stand() -> None:
    refs = make.refs("I.3", "I.4")
    welcome = make.lesson(asked("*a", "b", competencies=refs), key="m/index")
    pages = (
        make.lesson(asked("*a", "b", competencies=refs), competencies=make.refs("X")),
        make.quiz(asked("*a", "b", competencies=make.refs("Y"))),
        story(scene("a", "b", evidence={"Z": 1}), competencies=make.refs("W")),
    )
    module = Module(
        id="m",
        title="M",
        welcome=welcome,
        activities=pages,
        competencies=make.refs("V"),
        span=AT,
    )
    messages = found("unknown_competency", make.course(modules=(module,)))
    assert sorted(each.split("'")[1] for each in messages) == sorted(
        ["I.4", "I.4", "V", "W", "X", "Y", "Z"]
    )


def test_scenes_are_reached_and_lead_to_an_end() -> None:
    lost = make.course(story(scene("a", "c"), scene("b", "c"), scene("c", end=True)))
    assert found("unreachable_scene", lost) == ["no choice leads to '#b'"]
    assert found("no_way_to_an_end", lost) == []
    stuck = make.course(story(scene("a", "b", "c"), scene("b", "b"), scene("c")))
    assert found("no_way_to_an_end", stuck) == [
        "'#a' leads in a circle",
        "'#b' leads in a circle",
        "'#c' has no choices",
    ]
    assert found("unreachable_scene", stuck) == []
    ways = make.course(story(scene("a", "b"), scene("b", "a", "c"), scene("c", "a", end=True)))
    assert found("no_way_to_an_end", ways) == found("unreachable_scene", ways) == []
    assert found("unreachable_scene", make.course(story())) == []


def reference(verified: str) -> Reference:
    return Reference(key="one", cite="One.", verified=verified, span=AT)


@pytest.mark.parametrize(
    ("verified", "said"),
    [
        ("memory", ["[@one] is cited from memory"]),
        ("part", ["[@one] was read only in part"]),
        ("source", []),
        ("", []),
    ],
)
def test_sources_are_verified(verified: str, said: list[str]) -> None:
    course = make.course(references=(reference(verified),))
    assert found("unverified_source", course) == said


@pytest.mark.parametrize(("drawn", "said"), [(0, 0), (1, 0), (2, 0), (3, 1)])
def test_a_draw_from_the_bank(drawn: int, said: int) -> None:
    questions = (asked("*a", "b"), replace(asked("*a", "b"), id="r"))
    view = make.question("v", make.survey("a", "b"))
    course = make.course(make.quiz(*questions, view, drawn=drawn))
    assert len(found("draw_larger_than_bank", course)) == said


def test_a_licence_is_missed() -> None:
    assert found("no_licence", make.course(licence="")) == ["the course has no licence"]
    assert found("no_licence", make.course()) == []


@pytest.mark.parametrize(
    ("lesson", "taught"),
    [
        (make.lesson(make.prose("p"), competencies=make.refs("I.3")), True),
        (make.lesson(make.prose("p"), competencies=make.refs("I.3"), kind="page"), False),
        (make.lesson(make.prose("p"), competencies=make.refs("IX.2")), False),
    ],
)
def test_announced_items_are_taught(lesson: Lesson, taught: bool) -> None:
    questions = [replace(asked("*a", "b"), id=id, competencies=make.refs("I.3")) for id in "ab"]
    played = story(scene("a", "b", evidence={"I.3": 1}))

    def said(*pages: Any, critical: bool = False) -> list[str]:
        course = make.course(*pages)
        module = replace(course.modules[0], competencies=make.refs("I.3"))
        items = tuple(replace(item, critical=critical) for item in course.framework.items)
        framework = replace(course.framework, items=items)
        return found("item_coverage", replace(course, modules=(module,), framework=framework))

    quiz = make.quiz(*questions)
    assert said(lesson, played, quiz) == ([] if taught else ["I.3: no lesson teaches it"])
    elsewhere = story(scene("a", "b", evidence={"IX.2": 1}))
    assert any("no simulation practises it" in each for each in said(lesson, elsewhere, quiz))
    assert not any("no simulation" in each for each in said(lesson, quiz))  # it has none
    one = make.quiz(*questions[:1])
    assert any("1 of 2 questions" in each for each in said(lesson, played, one))
    assert any("2 of 4 questions" in each for each in said(lesson, played, quiz, critical=True))


def test_the_state_of_a_large_course() -> None:
    def at(ordinal: int) -> Course:
        return make.course(make.quiz(replace(asked("*a", "b"), ordinal=ordinal)))

    small = estimate(at(0))
    assert estimate(at(3)) == small + 4
    view = make.question("v", make.survey("a"), ordinal=3)
    assert estimate(make.course(make.quiz(view))) == small
    lesson = make.lesson(replace(asked("*a", "b"), ordinal=3))
    assert estimate(make.course(lesson)) == small + 4 - 12
    most = (LIMIT - small) * 3 // 4
    assert [*suspend_data(at(most))] == []
    (error,) = suspend_data(at(most + 3))
    assert str(LIMIT) in error.message
