"""Each kind of question as a problem of Open edX."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from moocbuild.formats.olx import documents
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    Interaction,
    MatchInteraction,
    MatchOption,
    MatchRow,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.model.text import EMPTY, Ref, element, listed, paragraph, text
from moocbuild.targets.olx.problem import Writer, problem
from pages import sample_questions as questions
from pages.sample_questions import AT, p, question


def made(asked: Question, *, shuffle: bool = False, graded: bool = False) -> etree._Element:
    writer = Writer(language="en", href=lambda ref: f"/{ref.id}", shuffle=shuffle, graded=graded)
    block = problem(asked, writer)
    ((_, written),) = documents(block)
    return etree.fromstring(written)


def asked(interaction: Interaction, **more: object) -> Question:
    return replace(question("q", 1, "Title", "Which?", interaction), **more)  # type: ignore[arg-type]


def shown(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def choices(*rows: tuple[str, float, str]) -> ChoiceInteraction:
    found = (
        Choice(id=id, text=text(id), score=score, feedback=p(told) if told else EMPTY, span=AT)
        for id, score, told in rows
    )
    return ChoiceInteraction(choices=tuple(found))


def test_a_single_choice_keeps_shares_letters_and_feedback() -> None:
    root = made(asked(choices(("a", 0.5, "Partly."), ("b", 1, "Yes."), ("c", 0, "No."))))
    (response,) = root.findall("multiplechoiceresponse")
    assert response.get("partial_credit") == "points"
    found = [
        (c.get("name"), c.get("correct"), c.get("point_value"), shown(c.find("choicehint")))
        for c in response.iter("choice")
    ]
    assert found == [
        ("a", "partial", "0.5", "Partly."),
        ("b", "true", None, "Yes."),
        ("c", "false", None, "No."),
    ]
    assert response.find(".//choice[@name='a']/choicehint").get("label") == "Partly right:"


def test_options_are_shuffled_for_each_learner_where_the_quiz_is() -> None:
    single = asked(choices(("a", 1, ""), ("b", 0, "")))
    assert made(single).get("rerandomize") == "never"
    root = made(single, shuffle=True)
    assert root.get("rerandomize") == "per_student"
    assert root.find(".//choicegroup").get("shuffle") == "true"
    plain = ChoiceInteraction(choices=single.interaction.choices, presentation="truefalse")  # type: ignore[union-attr]
    assert made(asked(plain), shuffle=True).find(".//choicegroup").get("shuffle") is None


def test_lists_and_long_words_stay_within_the_page() -> None:
    """The platform lets both be as wide as they are, on a page that does not scroll sideways."""
    row = MatchRow(id="a", left=text("left"), right="a", span=AT)
    match = MatchInteraction(rows=(row,), options=(MatchOption(id="a", text=text("right")),))
    assert shown(made(asked(match)).find("style")) == ".option-input select { max-width: 100% }"
    wide = made(asked(choices(("a" * 25, 1, ""), ("b", 0, ""))))
    assert shown(wide.find("style")) == ".choicegroup label { overflow-wrap: anywhere }"
    words = " ".join(["a" * 24] * 9)
    assert made(asked(choices((words, 1, "c" * 25), ("b", 0, "")))).find("style") is None


def test_boxes_to_tick_lose_half_for_a_mistake() -> None:
    both = replace(choices(("a", 1, "Yes."), ("b", 1, ""), ("c", 0, "No.")), multiple=True)
    (response,) = made(asked(both)).findall("choiceresponse")
    assert response.get("partial_credit") == "halves"
    assert [c.get("correct") for c in response.iter("choice")] == ["true", "true", "false"]
    assert [h.get("selected") for h in response.iter("choicehint")] == ["true", "true"]


def test_boxes_that_the_author_moved_keep_their_place() -> None:
    both = replace(choices(("b", 1, ""), ("aa", 0, ""), ("a", 1, "")), multiple=True)
    (response,) = made(asked(both)).findall("choiceresponse")
    assert [shown(choice) for choice in response.iter("choice")] == ["a", "b", "aa"]


def test_a_match_is_a_list_a_row_with_shares() -> None:
    rows = tuple(
        MatchRow(id=id, left=text(left), right=right, feedback=p(f"About {left}."), span=AT)
        for id, left, right in (("1", "Sun", "x"), ("2", "Rain", "y"))
    )
    cells = (("x", "It's warm"), ("y", "wet\n  'really'"), ("z", "odd"))
    options = tuple(MatchOption(id=id, text=text(cell)) for id, cell in cells)
    root = made(asked(MatchInteraction(rows=rows, options=options), points=3.0))
    responses = root.findall("optionresponse")
    assert [shown(r.find("label")) for r in responses] == ["Sun", "Rain"]
    assert root.get("weight") == "3"
    for response in responses:
        listed = [(o.text or "").strip() for o in response.iter("option")]
        assert listed == ["It’s warm", "odd", "wet ’really’"]  # CAPA's lists end at an apostrophe
        assert [o.get("correct") for o in response.iter("option")].count("True") == 1
    assert shown(responses[0].find(".//option[@correct='True']/optionhint")) == "About Sun."


def test_an_order_gives_each_step_its_place() -> None:
    root = made(questions.ORDER)
    steps = questions.ORDER.interaction.steps  # type: ignore[union-attr]
    places = {
        shown(r.find("label")): (r.find(".//option[@correct='True']").text or "").strip()
        for r in root.findall("optionresponse")
    }
    assert places == {step.text.plain: f"{n}." for n, step in enumerate(steps, 1)}
    assert list(places) != [step.text.plain for step in steps]
    told = [shown(h) for r in root.findall("optionresponse") for h in r.iter("optionhint")]
    misplaced = [step for step in steps if step.feedback]
    assert len(told) == len(misplaced) * (len(steps) - 1)


@pytest.mark.parametrize(
    ("accepted", "answer", "others"),
    [
        (((3.5, 3.5),), "3.5", []),
        (((10, 12),), "[10,12]", []),
        (((2, 2), (4, 4)), "2", ["4"]),
        (((5, 5), (10, 12)), "[10,12]", ["5"]),
        (((1, 2), (10, 11)), "[1,2]", ["10", "10.5", "11"]),
        (((1e-7, 1e-7),), "0.0000001", []),
    ],
)
def test_numbers_and_ranges(
    accepted: tuple[tuple[float, float], ...], answer: str, others: list[str]
) -> None:
    answers = tuple(AcceptedNumber(low=low, high=high, span=AT) for low, high in accepted)
    (response,) = made(asked(NumericEntryInteraction(answers=answers))).iter("numericalresponse")
    assert response.get("answer") == answer
    assert [a.get("answer") for a in response.iter("additional_answer")] == others


def test_a_formula_in_a_label_has_room() -> None:
    formula = element("formula", element("math"), tex="1+1", display="inline")
    prompt = text(paragraph(formula, "?"))
    for wanted, root in (
        ("display: block; min-width: 17em", made(asked(choices(("a", 1, "")), prompt=prompt))),
        (None, made(asked(choices(("a", 1, ""))))),
    ):
        (label,) = root.iter("label")
        assert label[0].get("style") == wanted


def test_what_is_said_of_a_wrong_number_stands_with_the_explanation() -> None:
    answers = (
        AcceptedNumber(low=112, high=112, feedback=p("Right."), span=AT),
        AcceptedNumber(low=911, high=911, correct=False, feedback=p("Not here."), span=AT),
    )
    root = made(asked(NumericEntryInteraction(answers=answers)))
    assert shown(root.find(".//correcthint")) == "Right."
    assert "If you wrote 911: Not here." in shown(root.find("solution")).replace(":Not", ": Not")


def texts(*rows: tuple[str, bool, bool]) -> TextEntryInteraction:
    answers = (
        AcceptedText(text=said, exact=exact, correct=right, feedback=p(f"{said}!"), span=AT)
        for said, exact, right in rows
    )
    return TextEntryInteraction(answers=tuple(answers))


def test_a_text_is_accepted_without_its_accents_and_stop() -> None:
    (response,) = made(asked(texts(("Épanoui.", False, True), ("triste", False, False)))).iter(
        "stringresponse"
    )
    assert response.get("type") == "ci"
    accepted = [
        response.get("answer"),
        *(a.get("answer") for a in response.iter("additional_answer")),
    ]
    assert accepted == ["Épanoui.", "Epanoui.", "Épanoui", "Epanoui"]
    (wrong,) = response.iter("stringequalhint")
    assert (wrong.get("answer"), shown(wrong)) == ("triste", "triste!")


def test_an_exact_text_counts_case() -> None:
    (response,) = made(asked(texts(("SOS", True, True), ("help", False, True)))).iter(
        "stringresponse"
    )
    assert response.get("type") is None
    accepted = {
        response.get("answer"),
        *(a.get("answer") for a in response.iter("additional_answer")),
    }
    assert accepted == {"SOS", "help", "HELP", "Help"}


def test_an_answer_that_the_oldest_problems_would_part_does_not_come_first() -> None:
    (response,) = made(asked(texts(("this_or_that", True, True), ("both", True, True)))).iter(
        "stringresponse"
    )
    assert response.get("answer") == "both"


def test_points_hints_and_explanations() -> None:
    root = made(
        asked(
            choices(("a", 1, ""), ("b", 0, "")), points=2.5, hint=p("Look."), explanation=p("So.")
        )
    )
    assert root.get("weight") == "2.5"
    assert shown(root.find("demandhint/hint")) == "Look."
    assert shown(root.find("solution")) == "ExplanationSo."
    assert root.get("showanswer") == "attempted"
    graded = made(asked(choices(("a", 1, ""), ("b", 0, ""))), graded=True)
    assert graded.get("showanswer") == "answered"  # not before it is right, in a graded quiz


def test_texts_of_choices_stand_in_an_element() -> None:
    """CAPA decodes what stands directly in a choice or label once too often."""
    root = made(asked(choices(("<b>&amp;", 1, ""), ("$seed", 0, ""))))
    for holder in (*root.iter("choice"), *root.iter("label")):
        assert not holder.text
        assert holder[0].tag in ("span", "div")
    assert "$seed" not in "".join(root.itertext())  # CAPA's own variable


PROSE = ("\\[ x \\]", "\\( x", "see [mathjaxinline]x", "`x`", "\\begin{a}", "\\eqref{a}")


@pytest.mark.parametrize("words", PROSE)
def test_prose_is_never_typeset_as_a_formula(words: str) -> None:
    root = made(asked(choices((words, 1, words), ("b", 0, "")), explanation=p(words)))
    holders = [each for each in root.iter() if each.text == words]
    assert len(holders) == 3
    for each in holders:
        assert each.get("class") == "tex2jax_ignore asciimath2jax_ignore"


def test_formulas_and_code_hold_no_sign_for_the_platforms_formulas() -> None:
    x = element("formula", "x", tex="x")
    asking = paragraph(x, " ", element("code", "\\[ x \\]"), " 5 [x] (y) \\n")
    root = made(asked(choices(("a", 1, ""), ("b", 0, "")), prompt=text(asking)))
    assert shown(root.find(".//label")) == "\\(x\\) \\[ x \\] 5 [x] (y) \\n"
    assert not root.xpath("//*[contains(@class, 'tex2jax')]")


def test_titles_and_lists_are_no_formulas() -> None:
    rows = (MatchRow(id="a", left=text("row"), right="a", span=AT),)
    options = tuple(MatchOption(id=id, text=text(f"\\[ {id} \\]")) for id in "ab")
    root = made(asked(MatchInteraction(rows=rows, options=options), title="\\(a\\)"))
    assert root.get("display_name") == "\\\u2060(a\\)"
    assert {o.text for o in root.iter("option")} == {"\\\u2060[ a \\]", "\\\u2060[ b \\]"}


def test_the_last_paragraph_of_a_prompt_is_the_label() -> None:
    asking = paragraph("Which ", element("em", "one"), "?")
    prompt = text(listed("ul", ["One"]), paragraph("First."), asking)
    root = made(asked(choices(("a", 1, ""), ("b", 0, "")), prompt=prompt))
    assert shown(root.find(".//label")) == "Which one?"
    assert shown(root.find("div")) == "OneFirst."
    read = text(paragraph("Read:"), listed("ul", ["One"]))
    root = made(asked(choices(("a", 1, ""), ("b", 0, "")), prompt=read))
    assert shown(root.find(".//label")) == "Title"


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ({}, ("en", "ltr")),
        ({"lang": "ar", "dir": "rtl"}, ("ar", "rtl")),
        ({"lang": "he"}, ("he", "rtl")),
        ({"dir": "rtl"}, ("en", "rtl")),
    ],
)
def test_a_label_in_another_language_says_so(
    written: dict[str, str], marks: tuple[str, str]
) -> None:
    prompt = text(paragraph("Above."), element("p", "Which?", **written))
    root = made(asked(choices(("a", 1, "")), prompt=prompt))
    (label,) = root.iter("label")
    assert (label[0].get("lang"), label[0].get("dir")) == marks


def test_void_elements_and_spaces_are_xml() -> None:
    picture = element("img", src=Ref("media", "x.png"), alt="1 > 0")
    prompt = text(paragraph("A", element("br"), "b\u00a0c ", picture))
    root = made(asked(choices(("a", 1, ""), ("b", 0, "")), prompt=prompt))
    assert root.find(".//img").get("alt") == "1 > 0"
    assert "b\u00a0c" in "".join(root.find(".//label").itertext())


def test_orders_of_the_same_course_never_change() -> None:
    one, other = (etree.tostring(made(questions.ORDER)) for _ in range(2))
    assert one == other
    assert isinstance(questions.ORDER.interaction, OrderInteraction)


def test_lists_end_where_the_author_ends_them() -> None:
    """CAPA's lexer would take the quotation mark behind a backslash for a part of the entry."""
    cells = ["C:\\", "it's", "a, b", "$seed", "\\'"]
    rows = tuple(
        MatchRow(id=str(n), left=text(f"row {n}"), right=str(n), span=AT)
        for n in range(len(cells))
    )
    options = tuple(MatchOption(id=str(n), text=text(cell)) for n, cell in enumerate(cells))
    root = made(asked(MatchInteraction(rows=rows, options=options)))
    entries = {option.text for option in root.iter("option")}
    assert entries == {"C:\\\u2060", "it\u2019s", "a, b", "$\u2060seed", "\\\u2019"}
    assert len(root.findall("optionresponse")) == len(cells)


def test_no_accepted_text_holds_a_variable_of_the_platform() -> None:
    answers = tuple(AcceptedText(text=each, span=AT) for each in ("$seed money", "$5"))
    (response,) = made(asked(TextEntryInteraction(answers=answers))).findall("stringresponse")
    accepted = {
        response.get("answer"),
        *(e.get("answer") for e in response.iter("additional_answer")),
    }
    assert {"seed money", "$5"} <= accepted
    assert not [each for each in accepted if "$seed" in each]
