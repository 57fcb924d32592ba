"""Moodle XML as Moodle exports it: each type, its texts and files, and what is lost."""

from __future__ import annotations

import base64
from pathlib import Path

from imports import asked, codes, of_text
from moocbuild.model.question import (
    ChoiceInteraction,
    GapsInteraction,
    NumericEntryInteraction,
    TextEntryInteraction,
)

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0" * 8).decode()


def question(type: str, inner: str, name: str = "Name", text: str = "<p>Asked?</p>") -> str:
    return (
        f"<question type='{type}'><name><text>{name}</text></name>"
        f"<questiontext format='html'><text><![CDATA[{text}]]></text></questiontext>"
        f"{inner}</question>\n"
    )


def answer(text: str, fraction: float, feedback: str = "", more: str = "") -> str:
    return (
        f"<answer fraction='{fraction}' format='html'><text><![CDATA[{text}]]></text>"
        f"<feedback format='html'><text>{feedback}</text></feedback>{more}</answer>"
    )


def quiz(*questions: str) -> str:
    return f"<?xml version='1.0' encoding='UTF-8'?>\n<quiz>\n{''.join(questions)}</quiz>\n"


def one(tmp_path: Path, *questions: str) -> tuple[str, list[str]]:
    """The text of the only quiz, below its title, and what was reported."""
    made, _ = of_text(tmp_path, "bank.xml", quiz(*questions))
    text = next((tmp_path / "made/quizzes").glob("*.md")).read_text("utf-8")
    return text.partition("\n# ")[2].partition("\n\n")[2], codes(made)


def test_a_choice_with_everything(tmp_path: Path) -> None:
    text, found = one(
        tmp_path,
        question(
            "multichoice",
            "<generalfeedback format='html'><text>Because.</text></generalfeedback>"
            "<defaultgrade>2.0</defaultgrade><penalty>0.3333333</penalty><idnumber>cat-1</idnumber>"
            "<single>true</single><correctfeedback><text>Your answer is correct.</text>"
            "</correctfeedback><incorrectfeedback><text>Think again.</text></incorrectfeedback>"
            + answer("<p>Mice</p>", 100, "Yes.")
            + answer("Grass", -50, "&lt;b&gt;No&lt;/b&gt;")
            + answer("Fish", 33.33333)
            + "<hint format='html'><text>They hunt.</text></hint>"
            "<tags><tag><text>L.1</text></tag></tags>",
        ),
    )
    assert text == (
        "## Name\n<!-- #cat-1 points=2 -->\n\n`L.1`\n\nAsked?\n\n"
        "- [x] Mice\n    > Yes.\n- [ ] Grass\n    > **No**\n- [ ] `0.33` Fish\n\n"
        "> [!TIP]\n> They hunt.\n\n> [!NOTE]\n> Because.\n>\n> Think again.\n"
    )
    assert set(found) == {"MB464 3", "MB463 0", "MB471 0", "MB456 3", "MB470 3"}


def test_types_become_kinds(tmp_path: Path) -> None:
    tf = answer("true", 0, "Look.") + answer("false", 100)
    match = (
        "<subquestion format='html'><text>{}</text><answer><text>{}</text></answer></subquestion>"
    )
    _, course = of_text(
        tmp_path,
        "bank.xml",
        quiz(
            question("truefalse", tf, "tf"),
            question("shortanswer", "<usecase>1</usecase>" + answer("Bern", 100), "sa"),
            question("numerical", answer("3.14", 100, "", "<tolerance>0.005</tolerance>"), "nu"),
            question("matching", "".join(match.format(*p) for p in ("ab", "cd", ("", "e"))), "ma"),
            question("ordering", answer("two", 2) + answer("one", 1) + answer("three", 3), "or"),
            question("essay", "", "es"),
            question("multichoice", "<single>false</single>" + answer("a", 50) + answer("b", 50)
                     + answer("c", -100), "mu"),
        ),
    )  # fmt: skip
    found = asked(course)
    kinds = {id: each.kind for id, each in found.items()}
    assert kinds == {
        "tf": "truefalse", "sa": "text", "nu": "numeric", "ma": "match", "or": "order",
        "es": "journal", "mu": "multiple",
    }  # fmt: skip
    typed, number = found["sa"].interaction, found["nu"].interaction
    assert isinstance(typed, TextEntryInteraction) and typed.answers[0].exact
    assert isinstance(number, NumericEntryInteraction)
    assert (number.answers[0].low, number.answers[0].high) == (3.135, 3.145)
    assert [step.text.plain for step in found["or"].interaction.steps] == ["one", "two", "three"]
    assert len(found["ma"].interaction.options) == 3


def test_gaps_of_both_kinds(tmp_path: Path) -> None:
    text = (
        "<p>Give {1:MULTICHOICE_S:=room#Yes~a plan#No} and {2:SHORTANSWER_C:=Time~%50%day} "
        "or \\{ {:NM:=5:0.1}.</p>"
    )
    box = "<selectoption><text>{}</text><group>1</group></selectoption>"
    _, course = of_text(
        tmp_path,
        "bank.xml",
        quiz(
            question("cloze", "", "cl", text),
            question("gapselect", box.format("cat") + box.format("dog"), "gs", "A [[2]] barks."),
        ),
    )
    cloze, slots = (asked(course)[id].interaction for id in ("cl", "gs"))
    assert isinstance(cloze, GapsInteraction) and isinstance(slots, GapsInteraction)
    assert [choice.text.plain for choice in cloze.gaps[0].choices] == ["room", "a plan"]
    assert [(a.text, a.exact) for a in cloze.gaps[1].answers] == [("Time", True), ("day", True)]
    assert cloze.gaps[2].answers[0].text == "5"
    assert [c.text.plain for c in slots.gaps[0].choices if c.correct] == ["dog"]


def test_pictures_come_along_and_others_are_told(tmp_path: Path) -> None:
    body = (
        "<p><img src='@@PLUGINFILE@@/a/My%20cat.jpg' alt='A cat'>"
        "<img src='@@PLUGINFILE@@/none.png'><img src='https://example.org/x.png' alt='far'></p>"
        "<script>alert(1)</script><iframe src='https://example.org/v'></iframe>"
    )
    inner = f"<file name='My cat.jpg' path='/a/' encoding='base64'>{PNG}</file>"
    whole = question("truefalse", answer("true", 100) + answer("false", 0), text=body)
    whole = whole.replace("</questiontext>", f"{inner}</questiontext>")
    (tmp_path / "bank.xml").write_text(quiz(whole), "utf-8")
    from imports import brought

    made = brought(tmp_path / "made", tmp_path / "bank.xml")
    text = next((tmp_path / "made/quizzes").glob("*.md")).read_text("utf-8")
    assert (
        "![A cat](../media/my-cat.png)\\[none]\n[far](https://example.org/x.png)"
        in text.replace("[far]", "\n[far]")
    )
    assert (tmp_path / "made/media/my-cat.png").exists()
    assert {"MB459 3", "MB460 3", "MB458 3"} <= set(codes(made))


def test_categories_are_modules_and_quizzes(tmp_path: Path) -> None:
    def category(path: str, id: str = "") -> str:
        return (
            f"<question type='category'><category><text>{path}</text></category>"
            f"<idnumber>{id}</idnumber></question>"
        )

    tf = answer("true", 100) + answer("false", 0)
    made, _ = of_text(
        tmp_path,
        "bank.xml",
        quiz(
            category("$course$/top/Physics &amp;amp; more", "phys"),
            question("truefalse", tf, "one"),
            category("$course$/top/Physics &amp;amp; more/Heat//Cold"),
            question("truefalse", tf, "two"),
            category("$course$/top/Biology/Cells/Walls"),
            question("truefalse", tf, "three"),
            question("description", "", "Read this", "<p>A <b>text</b>.</p>"),
        ),
    )
    units = made.brought.units
    assert [(unit.title, unit.id) for unit in units] == [
        ("Physics &amp; more", "phys"), ("Biology", "biology")
    ]  # fmt: skip
    assert [page.title for page in units[0].pages] == ["Physics &amp; more", "Heat/Cold"]
    assert [page.title for page in units[1].pages] == ["Read this", "Cells"]


def test_what_courses_do_not_have_is_named(tmp_path: Path) -> None:
    text, found = one(
        tmp_path,
        question("calculated", "", "calc"),
        question("multichoice", answer("only", 100), "single"),
        question("multichoice", answer("a", 0) + answer("b", 0), "none"),
        question("shortanswer", answer("*berlin*", 100) + answer("*", 0, "No."), "wild"),
        question("multichoice", answer("a", 100) + answer("b", 100) + answer("c", 0), "two"),
    )
    assert found[:5] == ["MB455 3", "MB455 4", "MB465 5", "MB466 6", "MB462 7"]
    assert "## none\n<!-- #none kind=survey -->" in text
    assert "- = berlin" in text and "> No." in text


def test_right_answers_are_compared(tmp_path: Path) -> None:
    _, course = of_text(
        tmp_path,
        "bank.xml",
        quiz(question("multichoice", answer("a &lt; b", 90) + answer("c", 45), "best")),
    )
    asks = asked(course)["best"].interaction
    assert isinstance(asks, ChoiceInteraction)
    assert [(each.text.plain, each.score) for each in asks.choices] == [("a < b", 1), ("c", 0.5)]


def test_a_choice_of_several_by_the_open_university(tmp_path: Path) -> None:
    """Each right option of an `oumultiresponse` has the whole fraction."""
    answers = answer("Dough", 100, "Yes.") + answer("Yeast", 100) + answer("Salt", 0)
    text, _ = one(tmp_path, question("oumultiresponse", answers))
    assert "- [x] Dough\n    > Yes.\n- [x] Yeast\n- [ ] Salt\n" in text


def test_gaps_within_code_can_be_filled_in(tmp_path: Path) -> None:
    """Editors make `<pre>` of what was pasted: as code, it lost its gaps, and the course broke."""
    gap = "{1:MULTICHOICE:=oven~pan}"
    asks = f"<pre>Into the {gap}<br>or the {gap}</pre><p><code>{gap}</code></p>"
    text, found = one(tmp_path, question("cloze", "", text=asks))
    assert "Into the [1]\\\nor the [2]\n\n[3]\n" in text
    assert "MB457 3" in found and not any(code.startswith("MB468") for code in found)


def test_words_beside_a_link_stay_apart(tmp_path: Path) -> None:
    link = 'on the<a href="https://example.org/"> site </a>of ours'
    text, found = one(tmp_path, question("essay", "", text=f"<p>More {link}</p>"))
    assert "More on the [site](https://example.org/) of ours\n" in text
    assert not any(code.startswith("MB468") for code in found)


def test_formulas_and_narrow_spaces_read_as_they_were(tmp_path: Path) -> None:
    asks = "<p>It is $$a$$ $$b$$</p><p>\u202fNarrow\u202f</p>"
    text, found = one(tmp_path, question("essay", "", text=asks))
    assert "It is\n\n$$\na\n$$\n\n$$\nb\n$$\n\nNarrow\n" in text
    assert not any(code.startswith("MB468") for code in found)


def test_what_other_programs_write_before_the_bank(tmp_path: Path) -> None:
    """Instructions for processors, remarks, and elements between the root and its questions."""
    written = quiz(question("essay", "")).replace(
        "<quiz>", "<?made by='hand'?>\n<!-- a bank -->\n<quiz>\n<!-- of --><p/>"
    )
    _, course = of_text(tmp_path, "bank.xml", written)
    assert len(asked(course)) == 1


def test_feedback_of_steps_is_in_the_explanation(tmp_path: Path) -> None:
    steps = "".join(answer(f"Step {n}", n, f"Because {n}.") for n in (1, 2, 3))
    text, found = one(tmp_path, question("ordering", steps))
    assert "> Because 1.\n> Because 2.\n> Because 3." in text.replace(">\n", "")
    assert "MB470 3" in found


def test_references_in_a_gap_are_signs_of_its_answer(tmp_path: Path) -> None:
    asks = "<p>An element is {1:SA:=&#60;p&#62;#Yes.}.</p>"
    _, course = of_text(tmp_path, "bank.xml", quiz(question("cloze", "", text=asks)))
    (only,) = asked(course).values()
    answers = only.interaction.gaps[0].answers
    assert [(a.text, a.feedback.plain) for a in answers] == [("<p>", "Yes.")]


def test_a_formula_that_nobody_can_show_is_told(tmp_path: Path) -> None:
    text, found = one(tmp_path, question("essay", "", text=r"<p>It is \(\ce{CO2}\).</p>"))
    assert r"\ce{CO2}" in text.replace("\\\\", "\\")
    assert "MB475 3" in found
