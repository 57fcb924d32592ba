"""Each degradation: what becomes of it, what is said, and that nothing else is touched."""

from __future__ import annotations

import pytest

from common_cartridge import hand_made as make
from lower.targets import CC, EVERYTHING, READER
from moocbuild.diagnostics import Diagnostic
from moocbuild.lower import LOWERINGS, features, lower
from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.numbers import spelled
from moocbuild.model.question import ChoiceInteraction, Question, TextEntryInteraction
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import EMPTY, Text, attribute, text, walk
from moocbuild.targets import targets

MOODLE, CANVAS = CC["cc-1.1"], CC["cc-1.3"]

POINT = "Ici, tapez un point à la place de la virgule\u202f: 3.5"


def fitted(*activities: Lesson | Quiz | Scenario, target: str = "cc-1.3") -> Course:
    return lower(make.course(*activities), CC[target], lambda found: None)


def notes(*activities: Lesson | Quiz | Scenario, target: str = "cc-1.3") -> dict[str, str]:
    found: list[Diagnostic] = []
    lower(make.course(*activities), CC[target], found.append)
    assert all(d.rule.severity.name == "NOTE" and d.rule.explanation for d in found)
    return {d.rule.code: d.said for d in found}


def questions(course: Course) -> list[Question]:
    return list(course.questions())


def pages(course: Course) -> list[str]:
    return [page.id for page in course.modules[0].activities]


def plain(course: Course, page_id: str) -> str:
    page = next(page for page in course.pages() if page.id == page_id)
    assert isinstance(page, Lesson)
    assert not page.questions
    return "\n".join(part.plain for part in page.parts if not isinstance(part, Question))


ALL = (
    make.question("s", make.single("*a", "b", "0.5 c", feedback="f")),
    make.question("m", make.match(("l1", "r1"), ("l2", "r2"), distractors=["r3"])),
    make.question("o", make.order("first", "second", "third")),
    make.question("n", make.number(3.4, 3.6)),
    make.question("h", make.hottext("*a", "b")),
    make.question("t", make.typed("word")),
    make.with_gaps("g", make.gaps(make.single("*a", "b"), make.typed("c"))),
    make.question("j", make.journal()),
    make.question("v", make.survey("often", "rarely")),
    make.question("l", make.survey("no", "yes", statements=("I wait.", "I ask."))),
)


def everything() -> Course:
    return make.course(
        make.quiz(*ALL), make.lesson(make.prose("p"), ALL[0], make.prose("q")), make.scenario()
    )


def test_a_target_that_keeps_all_gets_the_same_object() -> None:
    course, found = everything(), list[Diagnostic]()
    assert lower(course, EVERYTHING, found.append) is course
    assert found == []


@pytest.mark.parametrize("target", CC.values(), ids=CC)
def test_every_step_leaves_alone_what_it_has_nothing_to_do_with(target: object) -> None:
    course = make.course(make.lesson(make.prose("p")))
    for step in LOWERINGS:
        assert step.lower(course, target, lambda found: None) is course  # type: ignore[arg-type]


@pytest.mark.parametrize("target", CC.values(), ids=CC)
def test_what_is_fitted_holds_only_what_the_target_carries(target: object) -> None:
    course = lower(everything(), target, lambda found: None)  # type: ignore[arg-type]
    assert {type(q.interaction) for q in course.questions()} <= target.interactions  # type: ignore[attr-defined]
    assert not any(isinstance(page, Scenario) for page in course.pages())
    assert not any(isinstance(page, Lesson) and page.questions for page in course.pages())
    ids = [page.id for page in course.pages()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", [name for name, each in targets().items() if each.content])
def test_no_target_is_left_with_an_interaction_that_it_does_not_know(name: str) -> None:
    """So what some target does not know has a lowering."""
    assert {type(question.interaction) for question in ALL} == EVERYTHING.interactions
    target = targets()[name]
    course = lower(everything(), target, lambda found: None)
    assert {type(q.interaction) for q in course.questions()} <= target.interactions


def test_fitting_twice_changes_nothing_more() -> None:
    once = lower(everything(), CANVAS, lambda found: None)
    quiz = next(page for page in once.pages() if isinstance(page, Quiz))
    again = lower(once, CANVAS, lambda found: None)
    assert next(page for page in again.pages() if isinstance(page, Quiz)) == quiz


def test_a_match_becomes_one_choice_a_row() -> None:
    match = make.question(
        "m", make.match(("l1", "r1"), ("l2", "r2"), distractors=["r3"]), points=4
    )
    quiz = make.quiz(match, make.question("m-w1", make.typed("x")))
    made = questions(fitted(quiz))
    assert [q.id for q in made] == ["m-w0", "m-w1-2", "m-w1"]
    first = made[0]
    assert isinstance(first.interaction, ChoiceInteraction)
    assert [c.text.plain for c in first.interaction.choices] == ["r1", "r2", "r3"]
    assert [c.score for c in first.interaction.choices] == [1.0, 0.0, 0.0]
    assert [c.feedback.plain for c in first.interaction.choices] == ["fb l1", "", ""]
    assert (first.title, first.points) == ("Title m (1 of 2)", 2.0)
    assert first.prompt.plain == "Prompt m? l1"
    said = notes(quiz)["MB301"]
    assert said == "cc-1.3: 1 match question becomes 2 single choices, one a row"


def test_a_text_with_gaps_becomes_one_question_a_gap() -> None:
    asks = make.gaps(make.single("*room", "advice", feedback="F "), make.typed("pause"))
    asked = make.with_gaps("g", asks, points=3, explanation=make.prose("Because."))
    one, other = questions(fitted(make.quiz(asked, make.question("g-a", make.typed("x")))))[:2]
    assert (one.id, other.id) == ("g-a-2", "g-b")
    assert (one.kind, one.title, one.points) == ("single", "Title g (1 of 2)", 1.5)
    assert one.interaction == make.single("*room", "advice", feedback="F ")
    assert (other.kind, other.title, other.points) == ("text", "Title g (2 of 2)", 1.5)
    assert other.interaction == make.typed("pause")
    assert one.explanation == other.explanation == asked.explanation
    bold = [_bold(question) for question in (one, other)]
    assert bold == [["1"], ["2"]]
    said = notes(make.quiz(asked))["MB338"]
    assert said == "cc-1.3: 1 text with gaps becomes 2 questions, one a gap"


def _bold(question: Question) -> list[str]:
    """The numbers of blanks in bold; every gap is a blank of the prompt."""
    blanks = [each for each in walk(question.prompt.nodes) if each[0] == "blank"]
    assert [attribute(blank, "number") for blank in blanks] == ["1", "2"]
    strong = (each for each in walk(question.prompt.nodes) if each[0] == "strong")
    return [attribute(blank, "number") for each in strong for blank in walk(each[2])]


def test_gaps_in_a_lesson_can_be_read() -> None:
    asks = make.gaps(make.single("*room", "advice", feedback="F "), make.typed("pause"))
    page = plain(fitted(make.lesson(make.with_gaps("g", asks), key="m/one")), "m/one")
    assert page.index("Give ____ and ____.") < page.index("room") < page.index("advice")
    assert "Right: room F a" in page and "Not right: advice F b" in page
    assert page.index("Accepted: pause") > page.index("Not right: advice")


def test_an_order_becomes_a_choice_between_orders() -> None:
    steps = ("one", "two", "three", "four", "five")
    made = questions(fitted(make.quiz(make.question("o", make.order(*steps)))))
    asks = made[0].interaction
    assert isinstance(asks, ChoiceInteraction)
    texts = [choice.text.plain for choice in asks.choices]
    assert len(set(texts)) == 4
    right = [choice.text.plain for choice in asks.choices if choice.correct]
    assert right == ["one two three four five"]
    assert all(choice.feedback for choice in asks.choices if not choice.correct)
    assert all(f"fb {step}" in made[0].explanation.plain for step in steps)


def test_the_right_order_is_not_always_at_the_same_place() -> None:
    made = (make.question(f"o{n}", make.order("a", "b", "c")) for n in range(40))
    places = set()
    for question in questions(fitted(make.quiz(*made))):
        assert isinstance(question.interaction, ChoiceInteraction)
        places.add([c.correct for c in question.interaction.choices].index(True))
    assert places == {0, 1, 2, 3}


@pytest.mark.parametrize(("steps", "orders"), [(1, 1), (2, 2), (3, 4)])
def test_short_orders(steps: int, orders: int) -> None:
    made = questions(fitted(make.quiz(make.question("o", make.order(*"abc"[:steps])))))
    assert isinstance(made[0].interaction, ChoiceInteraction)
    assert len(made[0].interaction.choices) == orders


def test_hottext_becomes_a_multiple_choice() -> None:
    made = questions(fitted(make.quiz(make.question("h", make.hottext("*a", "b", "*c")))))
    assert isinstance(made[0].interaction, ChoiceInteraction)
    assert made[0].interaction.multiple
    assert [c.correct for c in made[0].interaction.choices] == [True, False, True]


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (10, 10, ["10"]),
        (3.5, 3.5, ["3.5", "3,5"]),
        (3.4, 3.6, ["3.5", "3,5", "3.4", "3,4", "3.6", "3,6"]),
        (10, 12, ["11", "10", "12"]),
        (-0.0, -0.0, ["0"]),
    ],
)
def test_a_number_becomes_its_spellings(low: float, high: float, texts: list[str]) -> None:
    made = questions(fitted(make.quiz(make.question("n", make.number(low, high)))))
    assert isinstance(made[0].interaction, TextEntryInteraction)
    assert [answer.text for answer in made[0].interaction.answers] == texts
    assert bool(made[0].explanation) == (low != high)


def test_numbers_are_spelled_without_exponents() -> None:
    assert [spelled(n) for n in (1e-7, 1e21, 911.0)] == ["0.0000001", "1" + "0" * 21, "911"]


def test_the_note_says_how_many_ranges_are_lost() -> None:
    quiz = make.quiz(make.question("a", make.number(1, 1)), make.question("b", make.number(1, 2)))
    assert notes(quiz)["MB304"] == (
        "cc-1.3: 2 numeric questions become texts to type; 1 accepts only some numbers of a range"
    )


def test_journals_leave_the_quiz_for_a_page() -> None:
    quiz = make.quiz(make.question("t", make.typed("x")), make.question("j", make.journal()))
    course = fitted(quiz)
    assert pages(course) == ["m/check", "m/check-answers", "m/check-journal"]
    assert "Prompt j?" in plain(course, "m/check-journal")
    assert "Write for yourself" in plain(course, "m/check-journal")


def test_a_quiz_of_journals_is_a_page_alone() -> None:
    quiz = make.quiz(make.question("j", make.journal()), intro=make.prose("Before"))
    course = fitted(quiz)
    assert pages(course) == ["m/check-journal"]
    assert plain(course, "m/check-journal").startswith("Before")


def test_questions_in_lessons_are_read_where_they_stood() -> None:
    asked = make.question("s", make.single("*a1", "b1", "c1", feedback="why "))
    course = fitted(make.lesson(make.prose("before"), asked, make.prose("after")))
    read = plain(course, "m/one")
    places = [
        read.index(word) for word in ("before", "Prompt s?", "b1", "after", "Answers", "why b")
    ]
    assert places == sorted(places)


def test_simulations_are_removed_and_their_reading_version_stays() -> None:
    text = make.lesson(make.prose("Sami."), key="m/sami-text", kind="page")
    course = fitted(make.scenario(), text)
    assert pages(course) == ["m/sami-text"]
    assert notes(make.scenario(), text)["MB305"] == "cc-1.3: 1 simulation is there to read only"
    assert "no reading version" in notes(make.scenario())["MB305"]


def many(count: int, critical: int = -1) -> Quiz:
    made = (
        make.question(f"q{n}", make.single("*a", "b", "c"), critical=n == critical)
        for n in range(count)
    )
    return make.quiz(*made, intro=make.prose("Intro"))


def test_a_bank_of_21_becomes_five_quizzes_of_four_and_a_page() -> None:
    course = fitted(many(21), target="cc-1.1")
    quizzes = [page for page in course.pages() if isinstance(page, Quiz)]
    assert [len(quiz.questions) for quiz in quizzes] == [4] * 5
    assert [quiz.title for quiz in quizzes] == [f"Check yourself {n} of 5" for n in range(1, 6)]
    assert [bool(quiz.intro) for quiz in quizzes] == [True, False, False, False, False]
    expected = [x for n in range(1, 6) for x in (f"m/check-{n}", f"m/check-{n}-answers")]
    assert pages(course) == [*expected, "m/check-more"]
    assert "Prompt q20?" in plain(course, "m/check-more")


def test_critical_questions_stay_in_quizzes() -> None:
    course = fitted(many(5, critical=4), target="cc-1.1")
    assert "q4" in [question.id for question in course.questions()]
    assert "Prompt q3?" in plain(course, "m/check-more")


@pytest.mark.parametrize(("count", "quizzes"), [(1, 0), (3, 0), (4, 1), (8, 2)])
def test_small_banks(count: int, quizzes: int) -> None:
    course = fitted(many(count), target="cc-1.1")
    assert sum(isinstance(page, Quiz) for page in course.pages()) == quizzes
    text = " ".join(plain(course, p.id) for p in course.pages() if isinstance(p, Lesson))
    assert all(f"Title q{n}" in text for n in range(count))


def test_losses_are_said_once_and_only_where_used() -> None:
    plain_quiz = make.quiz(make.question("t", make.typed("x")), shuffle=False, graded=False)
    rich_quiz = make.quiz(
        make.question("a", make.single("*a", "0.5 b", "c"), points=2, critical=True),
        make.question("b", make.single("*a", "b"), hint=make.text("h")),
        make.question("c", make.typed("x"), explanation=make.image("media/x.svg", "x")),
        make.question("d", make.typed("x"), prompt=make.link("help", "help")),
        make.question("e", make.typed("x"), competencies=make.refs("I.3")),
        drawn=2,
    )
    few = set(notes(plain_quiz, target="cc-1.1"))
    assert few == {"MB308", "MB328", "MB332"}
    much = notes(rich_quiz, target="cc-1.1")
    expected = {f"MB{n}" for n in (308, 309, 312, *range(316, 329), 332)}
    assert set(much) == expected
    assert much["MB316"] == "cc-1.1: partial credit, lost: an answer is right or wrong"


@pytest.mark.parametrize("name", CC)
def test_every_feature_has_a_fate_in_words(name: str) -> None:
    from moocbuild.target import Feature

    assert set(features(CC[name])) == set(Feature)
    for fate in features(CC[name]).values():
        assert fate.kept or fate.how


@pytest.mark.parametrize(
    ("prompt", "label"),
    [
        (
            make.prose("How much?"),
            "How much? Ici, tapez un point à la place de la virgule\u202f: 3.5",
        ),
        (text("How much?"), "Ici, tapez un point à la place de la virgule\u202f: 3.5"),
        (EMPTY, "Ici, tapez un point à la place de la virgule\u202f: 3.5"),
    ],
)
def test_how_a_number_is_written_is_told_with_the_question(prompt: Text, label: str) -> None:
    """What stands last in a prompt labels its field."""
    number = make.question("n", make.number(0.7, 0.7), prompt=prompt)
    course = make.course(make.quiz(number), language="fr")
    (made,) = questions(lower(course, targets()["olx"], lambda found: None))
    last = made.prompt.nodes[-1]
    assert not isinstance(last, str) and last[0] == "p"
    assert Text((last,)).plain == label
    whole = make.question("n", make.number(7, 7), prompt=prompt)
    (made,) = questions(
        lower(make.course(make.quiz(whole), language="fr"), targets()["olx"], lambda found: None)
    )
    assert made.prompt == prompt


def test_where_nothing_can_be_asked_a_quiz_is_a_page() -> None:
    found: list[Diagnostic] = []
    asked = make.quiz(*ALL, intro=make.prose("Intro"))
    course = lower(make.course(asked), READER, found.append)
    page = next(page for page in course.pages() if page.id == "m/check")
    assert isinstance(page, Lesson) and not page.questions and not list(course.questions())
    read = plain(course, "m/check")
    assert read.index("Intro") < read.index("Prompt s?") < read.index("Answers")
    codes = [each.rule.code for each in found]
    assert "MB359" in codes, "one note for the page"
    assert not {"MB301", "MB302", "MB303", "MB304", "MB309", "MB338"} & set(codes)
    assert {"MB333", "MB357", "MB358"} <= set(codes), "and one for each kind that is only read"


def test_an_empty_quiz_has_no_answers() -> None:
    course = lower(make.course(make.quiz(intro=make.prose("Intro"))), READER, lambda found: None)
    assert plain(course, "m/check") == "Intro"
