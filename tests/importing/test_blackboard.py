# ruff: noqa: E501
"""QTI 1.2 of Blackboard, and feedback that Canvas and Blackboard show of a whole answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from importing.test_cartridges import assessment, choices, equal, feedback, item, material, when
from imports import asked, codes, of_text


def of_blackboard(kind: str, asks: str, conditions: str, told: str = "") -> str:
    """An item as Blackboard Learn writes it: what is right is known by the feedback it shows."""
    about = f"<bbmd_questiontype>{kind}</bbmd_questiontype>"
    about += "<qmd_absolutescore_max>4.0</qmd_absolutescore_max>"
    wrong = when("<other/>", "<setvar action='Set' variablename='SCORE'>0.0</setvar>", "incorrect")
    said = feedback("correct", "Well baked.") + feedback("incorrect", "Still raw.")
    return (
        f"<item><itemmetadata>{about}</itemmetadata><presentation><flow class='Block'>"
        f"<flow class='QUESTION_BLOCK'>{material('Asked')}</flow>"
        f"<flow class='RESPONSE_BLOCK'>{asks}</flow></flow></presentation><resprocessing>"
        f"<outcomes><decvar maxvalue='4.0' varname='SCORE'/></outcomes>{conditions}{wrong}"
        f"</resprocessing>{said}{told}</item>"
    )


def test_words_and_numbers_of_blackboard(tmp_path: Path) -> None:
    word = of_blackboard(
        "Fill in the Blank",
        "<response_str ident='r'><render_fib/></response_str>",
        when(equal("dough"), "", "correct") + when(equal("paste"), "", "correct"),
    )
    number = of_blackboard(
        "Numeric",
        "<response_num ident='r'><render_fib/></response_num>",
        when("<vargte respident='r'>3</vargte><varlte respident='r'>5</varlte>", "", "correct"),
    )
    _, course = of_text(tmp_path, "bb.xml", assessment(word, number))
    typed, counted = (each.interaction for each in asked(course).values())
    assert [a.text for a in typed.answers] == ["dough", "paste"]
    assert all(a.correct for a in typed.answers)
    assert [(a.low, a.high) for a in counted.answers] == [(3, 5)]
    assert [each.points for each in asked(course).values()] == [4, 4]


def test_pairs_of_blackboard(tmp_path: Path) -> None:
    """Labels are empty: what they mean stands below all rows, in their order."""
    labels = "<response_label ident='{0}1'/><response_label ident='{0}2'/>"
    rows = "".join(
        f"<flow class='Block'>{material(f'left {row}')}<response_lid ident='{row}'>"
        f"<render_choice>{labels.format(row)}</render_choice></response_lid></flow>"
        for row in "ab"
    )
    rights = "".join(f"<flow class='Block'>{material(f'right {n}')}</flow>" for n in (1, 2))
    right = when(equal("a2", "a"), "", "correct") + when(equal("b1", "b"), "", "correct")
    match = of_blackboard(
        "Matching", f"{rows}</flow><flow class='RIGHT_MATCH_BLOCK'>{rights}", right
    )
    made, course = of_text(tmp_path, "bb.xml", assessment(match))
    (question,) = asked(course).values()
    assert question.prompt.plain == "Asked"
    options = {option.id: option.text.plain for option in question.interaction.options}
    assert [(row.left.plain, options[row.right]) for row in question.interaction.rows] == [
        ("left a", "right 2"),
        ("left b", "right 1"),
    ]
    assert question.explanation.plain == "Well baked. Still raw."
    assert sum(code.startswith("MB470") for code in codes(made)) == 2


def test_gaps_and_choices_of_blackboard(tmp_path: Path) -> None:
    full = "<setvar action='Set' variablename='SCORE'>SCORE.max</setvar>"
    typed = of_blackboard(
        "Fill in the Blank Plus",
        "<response_str ident='x'/><response_str ident='y z'/>",
        when(
            f"<and><or>{equal('dough', 'x')}{equal('paste', 'x')}</or>{equal('oven', 'y z')}</and>",
            full,
        ),
    ).replace("Asked", "The [x] is in the [y z].")
    jumbled = of_blackboard(
        "Jumbled Sentence",
        choices("one", "two", ident="x"),
        when(f"<and>{equal('two', 'x')}</and>", full),
    ).replace("Asked", "Take [x].")
    either = of_blackboard(
        "Either/Or",
        choices("y", "n").replace("Option y", "yes_no.true").replace("Option n", "yes_no.false"),
        when(equal("n"), full),
    )
    made, course = of_text(tmp_path, "bb.xml", assessment(typed, jumbled, either))
    first, second, third = asked(course).values()
    assert [[a.text for a in gap.answers] for gap in first.interaction.gaps] == [
        ["dough", "paste"],
        ["oven"],
    ]
    assert [(c.text.plain, c.score) for c in second.interaction.gaps[0].choices] == [
        ("Option one", 0),
        ("Option two", 1),
    ]
    assert [(c.text.plain, c.score) for c in third.interaction.choices] == [("Yes", 0), ("No", 1)]
    assert sum(code.startswith("MB462") for code in codes(made)) == 1


@pytest.mark.parametrize(
    ("key", "language", "shown"),
    [
        ("yes_no", "fr", ["Oui", "Non"]),
        ("right_wrong", "de-AT", ["Wahr", "Falsch"]),
        ("right_wrong", "en", ["Right", "Wrong"]),
        ("yes_no", "xx", ["Yes", "No"]),
        ("agree_disagree", "fr", ["Agree", "Disagree"]),
        ("yes_no.other", "fr", ["yes_no.other.true", "yes_no.other.false"]),
    ],
)
def test_either_or_is_said_in_the_courses_language(
    key: str, language: str, shown: list[str], tmp_path: Path
) -> None:
    options = (
        choices("t", "f").replace("Option t", f"{key}.true").replace("Option f", f"{key}.false")
    )
    question = of_blackboard("Either/Or", options, when(equal("f"), "<setvar>100</setvar>"))
    _, course = of_text(tmp_path, "bb.xml", assessment(question), language=language)
    (one,) = asked(course).values()
    assert [(c.text.plain, c.score) for c in one.interaction.choices] == [
        (shown[0], 0),
        (shown[1], 1),
    ]


def test_no_feedback_is_lost(tmp_path: Path) -> None:
    """What is shown of a gap's option stays with it; what has no place is in the explanation."""
    gap = item(
        "g",
        "multiple_dropdowns_question",
        choices("red", "blue", ident="response_x", head=material("x")),
        when(equal("blue", "response_x"), "", "blue_fb", "Yes")
        + when(equal("red", "response_x"), "<setvar action='Add'>100</setvar>"),
        feedback("blue_fb", "Violets are.") + feedback("general_incorrect_fb", "Look again."),
        text="Roses are [x].",
    )
    made, course = of_text(tmp_path, "canvas.xml", assessment(gap))
    (question,) = asked(course).values()
    told = {c.text.plain: c.feedback.plain for c in question.interaction.gaps[0].choices}
    assert told == {"Option red": "", "Option blue": "Violets are."}
    assert question.explanation.plain == "Look again."
    assert any(code.startswith("MB470") for code in codes(made))


def test_a_row_without_words_does_not_cost_the_others(tmp_path: Path) -> None:
    rows = [
        choices("1", "2", ident="response_a", head=material("A")),
        choices("1", "2", ident="response_b", head=material("B")),
        choices("1", "2", ident="response_c", head=material("")),
    ]
    half = "<setvar action='Add'>33</setvar>"
    right = [when(equal(n, f"response_{row}"), half) for row, n in (("a", "1"), ("b", "2"))]
    made, course = of_text(
        tmp_path,
        "m.xml",
        assessment(item("m", "matching_question", "".join(rows), "".join(right))),
    )
    (question,) = asked(course).values()
    assert [row.left.plain for row in question.interaction.rows] == ["A", "B"]
    assert any(code.startswith("MB472") for code in codes(made))


def test_gaps_that_the_key_alone_names(tmp_path: Path) -> None:
    """So Respondus writes them, with points of its own."""
    test = (
        f"<and><or>{equal('dough', '[x]')}{equal('paste', '[x]')}</or>{equal('hot', '[y]')}</and>"
    )
    points = "<fieldlabel>respondusapi_qpoints</fieldlabel><fieldentry>3.00</fieldentry>"
    written = (
        "<item ident='r' title='Bread'><itemmetadata><qtimetadata><qti_metadatafield>"
        f"{points}</qti_metadatafield></qtimetadata></itemmetadata><presentation>"
        f"{material('The [x] is [y].')}</presentation><resprocessing>{when(test, '1')}"
        "</resprocessing></item>"
    )
    _, course = of_text(tmp_path, "r.xml", assessment(written))
    (question,) = asked(course).values()
    gaps = [[answer.text for answer in gap.answers] for gap in question.interaction.gaps]
    assert gaps == [["dough", "paste"], ["hot"]]
    assert (question.points, question.prompt.plain) == (3, "The ____ is ____.")


def test_a_group_with_its_questions_needs_no_bank(tmp_path: Path) -> None:
    """New Quizzes name a bank beside the questions, which were left out with it."""
    one = item("i", "essay_question", "<response_str ident='r'/>", "")
    drawn = "<selection_number>1</selection_number><sourcebank_ref>b</sourcebank_ref>"
    other = one.replace("'i'", "'j'")
    group = (
        f"<section><selection_ordering><selection>{drawn}</selection></selection_ordering>"
        f"{one}{other}</section>"
    )
    made, course = of_text(tmp_path, "g.xml", assessment(group))
    assert len(asked(course)) == 2
    assert any(code.startswith("MB456") for code in codes(made))


def test_a_bank_elsewhere_is_told_of_a_single_file(tmp_path: Path) -> None:
    one = item("i", "essay_question", "<response_str ident='r'/>", "")
    made, _ = of_text(tmp_path, "b.xml", assessment(one, "<bankentry_item item_ref='b'/>"))
    assert any(code.startswith("MB459") for code in codes(made))


def test_feedback_of_a_choice_without_a_key_is_told(tmp_path: Path) -> None:
    asks = item(
        "i",
        "multiple_choice_question",
        choices("1", "2"),
        when(equal("1"), "", "1_fb", "Yes"),
        feedback("1_fb", "So you say."),
    )
    made, course = of_text(tmp_path, "s.xml", assessment(asks))
    (told,) = (each.message for each in made.found if each.rule.code == "MB465")
    assert "what is said of each is left out" in told
    assert [each.points for each in asked(course).values()] == [1.0]  # 2 would break the course
