"""What values of the model say of themselves."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.competency import CompetencyFramework
from moocbuild.model.course import Contact, Course, MadePages
from moocbuild.model.evidence import RULES
from moocbuild.model.language import direction, primary
from moocbuild.model.numbers import spelled, spelled_range
from moocbuild.model.outline import (
    asked_codes,
    assessed_competencies,
    is_text_version,
    journal_prompts,
    page_competencies,
)
from moocbuild.model.question import (
    Choice,
    ChoiceInteraction,
    Feature,
    Interaction,
    Unreadable,
    feature_of,
)
from moocbuild.model.scenario import Scenario, Scene, SceneChoice, reading_path
from moocbuild.model.statements import Statements
from moocbuild.model.text import text

SPAN = make.SPAN

# --- interactions


def choice(*scores: float) -> ChoiceInteraction:
    return ChoiceInteraction(
        choices=tuple(
            Choice(id=chr(97 + n), text=text(str(n)), score=score, span=SPAN)
            for n, score in enumerate(scores)
        )
    )


@pytest.mark.parametrize(
    ("asks", "in_part"),
    [
        (choice(1, 0, 0), False),
        (choice(1, 1, 0), True),
        (choice(1, 0.5), True),
        (choice(0, 0.01), True),
        (choice(0, 0), False),
        (make.hottext("*a", "*b"), True),
        (make.hottext("*a", "b"), False),
        (make.gaps(make.typed("a")), False),
        (make.gaps(make.typed("a"), make.typed("b")), True),
        (make.typed("a", "b"), False),
        (make.number(1, 2), False),
        (make.journal(), False),
        (make.match(("a", "b")), True),
        (make.order("a", "b"), True),
    ],
)
def test_what_earns_in_part(asks: Any, in_part: bool) -> None:
    assert asks.earns_in_part == in_part


@pytest.mark.parametrize(
    ("asks", "feature"),
    [
        (make.single("*a", "b"), Feature.TWO_OPTIONS),
        (make.single("*a", "b", "c"), Feature.SINGLE),
        (make.single("*a"), Feature.SINGLE),
        (make.multiple("*a", "b"), Feature.MULTIPLE),
        (make.true_false("*a", "b"), Feature.TRUE_FALSE),
        (Unreadable("why"), None),
    ],
)
def test_what_a_target_keeps_of_a_choice(asks: Interaction, feature: Feature | None) -> None:
    assert feature_of(asks) is feature


@pytest.mark.parametrize(("score", "correct"), [(1.0, True), (0.99, False), (0.0, False)])
def test_a_share_is_not_the_right_answer(score: float, correct: bool) -> None:
    assert choice(score).choices[0].correct == correct


@pytest.mark.parametrize(
    ("asks", "scored"),
    [(make.typed("a"), True), (make.journal(), False), (Unreadable("why"), False)],
)
def test_what_is_scored(asks: Interaction, scored: bool) -> None:
    assert make.question("q", asks).scored == scored


def test_exact_entries_may_read_the_same() -> None:
    loose, exact = make.typed("a", "b").answers
    asks = replace(make.typed(), answers=(loose, replace(exact, exact=True)))
    assert [[said for said, _ in each] for each in asks.distinct()] == [["a"]]
    gaps = make.gaps(make.single("*x", "y"), asks)
    plain = [
        [said if isinstance(said, str) else said.plain for said, _ in each]
        for each in gaps.distinct()
    ]
    assert plain == [["x", "y"], [], [], ["a"]]


# --- simulations


def scenes(*given: str) -> Scenario:
    """Each as "id: choice>goes …"; "id." is an ending. A choice: "a!" critical, "a*" to be read,
    "a2" of two points."""
    made = []
    for each in given:
        id, _, rest = each.partition(":")
        choices = []
        for one in rest.split():
            name, _, goes = one.partition(">")
            points = int(name[1]) if name[1:2].isdigit() else 0
            choices.append(
                SceneChoice(
                    id=name[0],
                    text=text(name),
                    goes_to=goes,
                    critical="!" in name,
                    read="*" in name,
                    evidence=((make.refs("X")[0], points),),
                    span=SPAN,
                )
            )
        made.append(
            Scene(
                id=id.rstrip("."),
                title=id,
                text=text(id),
                choices=tuple(choices),
                end=id.endswith("."),
                span=SPAN,
            )
        )
    return replace(make.scenario(), scenes=tuple(made))


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ((), ""),
        (("one:",), "one-"),
        (("one.: a>two", "two."), "one-"),
        (("one: a>two b2>three", "two.", "three."), "one-b three-"),
        (("one: a1>two b1>three", "two.", "three."), "one-a two-"),
        (("one: a2!>two b0>three", "two.", "three."), "one-b three-"),
        (("one: a1!>two b2!>three", "two.", "three."), "one-b three-"),
        (("one: a2>two b*>three", "two.", "three."), "one-b three-"),
        (("one: a!*>two b2*>three", "two.", "three."), "one-a two-"),
        (("one: a2>one b>two", "two."), "one-b two-"),
        (("one: a>two", "two: a2>one"), "one-a two-"),
        (("one: a>gone",), "one-a"),
    ],
)
def test_the_way_that_is_read(given: tuple[str, ...], path: str) -> None:
    found = reading_path(scenes(*given))
    assert " ".join(f"{scene.id}-{taken.id if taken else ''}" for scene, taken in found) == path


@pytest.mark.parametrize(
    ("points", "share"), [((), 0), ((2,), 1), ((1,), 0.5), ((2, 0), 0.5), ((0, 0), 0)]
)
def test_the_share_of_a_choice(points: tuple[int, ...], share: float) -> None:
    evidence = tuple((make.refs("X")[0], each) for each in points)
    chosen = SceneChoice(id="a", text=text("a"), goes_to="b", evidence=evidence, span=SPAN)
    assert chosen.share == share


# --- the course


def contact(country: str, role: str = "line", confirmed: bool = True) -> Contact:
    day = datetime.date(2026, 1, 1) if confirmed else None
    return Contact(country=country, role=role, number="1", confirmed_on=day, span=SPAN)


@pytest.mark.parametrize(
    ("role", "emergency"), [("emergency", True), ("emergency_medical", True), ("line", False)]
)
def test_lines_for_danger_to_life(role: str, emergency: bool) -> None:
    assert contact("BE", role).emergency == emergency


def test_lines_that_are_shown() -> None:
    lines = (
        contact("FR"),
        contact("BE"),
        contact("NO", "emergency"),
        contact("BE", confirmed=False),
        contact("FR", "emergency"),
    )
    course = make.course(contacts=lines, countries=("BE", "FR"))
    shown = [(line.country, line.role) for line in course.help_lines()]
    assert shown == [("FR", "emergency"), ("BE", "line"), ("FR", "line")]


OWN = make.lesson(key="help")


@pytest.mark.parametrize(
    ("made", "there", "wanted"),
    [
        (MadePages(), True, True),
        (MadePages(), False, False),
        (MadePages(asked={"help": True}), False, True),
        (MadePages(asked={"help": False}), True, False),
        (MadePages(asked={"sources": False}), True, True),
        (MadePages(own=(OWN,)), True, False),
        (MadePages(own=(OWN,), asked={"help": True}), True, False),
        (MadePages(own=(make.lesson(key="sources"),)), True, True),
    ],
)
def test_who_makes_a_page(made: MadePages, there: bool, wanted: bool) -> None:
    assert made.wants("help", there=there) == wanted


@pytest.mark.parametrize(
    ("made", "has"),
    [
        (MadePages(), False),
        (MadePages(asked={"help": True}), True),
        (MadePages(own=(OWN,)), True),
        (MadePages(own=(OWN,), asked={"help": False}), True),
    ],
)
def test_whether_there_is_help(made: MadePages, has: bool) -> None:
    assert make.course(made=made).has_help == has


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, False),
        ({"drafted": "a"}, True),
        ({"endorsement": "a"}, True),
        ({"made": "a"}, True),
        ({"record": "a", "privacy": "b"}, False),
    ],
)
def test_whether_a_course_says_how_it_was_made(given: dict[str, str], said: bool) -> None:
    assert bool(Statements(**given)) == said


def course() -> Course:
    one = make.question("one", make.typed("a"), competencies=make.refs("A", "B"))
    note = make.question("note", make.journal(), competencies=make.refs("C"))
    talk = replace(
        scenes("one: a>two", "two."), competencies=make.refs("D"), debrief_questions=(note, one)
    )
    return make.course(
        make.lesson(note, one, competencies=make.refs("E")),
        make.lesson(note, key="m/sami-text", kind="page"),
        make.quiz(one, note),
        make.quiz(replace(one, competencies=make.refs("F")), key="m/final", final=True),
        talk,
    )


def test_what_quizzes_and_simulations_ask_for() -> None:
    assert list(asked_codes(course())) == ["A", "B", "F"]
    assert list(asked_codes(course(), finals=True)) == ["F"]
    assert assessed_competencies(course()) == {"A", "B", "F", "X"}


def test_what_a_page_is_about() -> None:
    about = [[ref.code for ref in page_competencies(page)] for page in course().pages()]
    assert about == [[], ["E"], [], ["A", "B", "C"], ["F"], ["D", "X"]]


def test_writing_spaces_of_a_page() -> None:
    found = [[q.id for q in journal_prompts(page)] for page in course().pages()]
    assert found == [[], ["note"], [], ["note"], [], ["note"]], "a text version repeats them"
    assert is_text_version("m/sami-text") and not is_text_version("m/sami")


def test_questions_of_a_course_are_those_of_lessons_and_quizzes() -> None:
    assert [q.id for q in course().questions()] == ["note", "one", "note", "one", "note", "one"]


# --- frameworks


def framework() -> CompetencyFramework:
    plain = make.framework()
    base = plain.items[0]

    def item(code: str, parent: str = "", **more: Any) -> Any:
        return replace(base, code=code, parent=parent, **more)

    return replace(
        plain,
        categories=(item("A"), item("A.1", "A")),
        items=(item("x", "A.1", statement="first"), item("y"), item("x", "gone"), item("z", "x")),
    )


@pytest.mark.parametrize(
    ("code", "category"), [("x", "A"), ("y", ""), ("z", "A"), ("A.1", "A"), ("A", "")]
)
def test_the_category_of_an_item(code: str, category: str) -> None:
    found = framework()
    assert found.category_of(found.by_code[code]) == category


def test_of_a_code_that_stands_twice_the_first_counts() -> None:
    assert framework().by_code["x"].statement == "first"
    assert list(framework().by_code) == ["A", "A.1", "x", "y", "z"]


def test_children_in_order() -> None:
    assert [each.code for each in framework().children()] == ["y", "A"]
    assert [each.code for each in framework().children("A.1")] == ["x"]


# --- numbers, languages


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (999999999999999.0, "999999999999999"),
        (1e15, "1000000000000000"),
        (-1e15, "-1000000000000000"),
        (1e16, "10000000000000000"),
        (1.5e300, "15" + "0" * 299),
        (-3.5, "-3.5"),
        (-1e-7, "-0.0000001"),
        (100.0, "100"),
        (0.1 + 0.2, "0.30000000000000004"),
    ],
)
def test_numbers_without_exponents(number: float, words: str) -> None:
    assert spelled(number) == words


def test_ranges() -> None:
    assert spelled_range(3.5, 4) == "3.5 \N{EN DASH} 4" and spelled_range(2, 2.0) == "2"


@pytest.mark.parametrize(
    ("tag", "first", "way"),
    [("fr-BE", "fr", "ltr"), ("AR", "ar", "rtl"), ("he_IL", "he", "rtl"), ("de", "de", "ltr")],
)
def test_languages(tag: str, first: str, way: str) -> None:
    assert (primary(tag), direction(tag)) == (first, way)


def test_points_of_a_final_weigh_more() -> None:
    assert RULES.quiz_weight(final=True) > RULES.quiz_weight(final=False) == 1
