"""Formats that people type: GIFT, Aiken, text2qti, sheets and Word."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl

from imports import asked, codes, of_text

GIFT = r"""// a remark
$CATEGORY: $course$/top/Animals/Dogs

// [id:cat-1] [tag:L.1]
::Cats \: all:: [html]<p>What do <b>cats</b> eat \{raw\}?</p> {
  =Mice#Right \= good
  ~Grass # No
  ~%50%Fish
  ####[markdown]General **words**
}

::tf::The sun rises in the west.{FALSE#Look again.#Well done}

Two plus {=two =2 =%50%zwei} equals four.

::ma:: Match { =cat -> meow =dog -> woof = -> moo }

::nu:: How many? {#4:0.5#ok}

::ra:: Range {#=%100%1..5#in ~#other}

::mu:: All {~%50%a ~%50%b ~%-100%c}

::es:: Write. {}

Only words with \{braces\}.

Broken {=a ~b
"""


def text_of(tmp_path: Path) -> str:
    """The only quiz, below its title."""
    (found,) = (tmp_path / "made/quizzes").rglob("*.md")
    return found.read_text("utf-8").partition("\n# ")[2].partition("\n\n")[2]


def test_gift(tmp_path: Path) -> None:
    made, course = of_text(tmp_path, "bank.gift", GIFT)
    found = asked(course)
    kinds = {id: each.kind for id, each in found.items()}
    assert kinds == {
        "cat-1": "single", "tf": "truefalse", "two-plus-equals-four": "text", "ma": "match",
        "nu": "numeric", "ra": "numeric", "mu": "multiple", "es": "journal",
    }  # fmt: skip
    assert text_of(tmp_path).startswith(
        "## Cats : all\n<!-- #cat-1 -->\n\n`L.1`\n\nWhat do **cats** eat {raw}?\n\n"
        "- [x] Mice\n    > Right = good\n- [ ] Grass\n    > No\n- [ ] `0.5` Fish\n\n"
        "> [!NOTE]\n> General **words**\n"
    )
    true, false = found["tf"].interaction.choices
    assert (true.feedback.plain, false.feedback.plain) == ("Look again.", "Well done")
    assert found["ra"].interaction.answers[0].low == 1
    assert [page.title for page in made.brought.units[0].pages] == [
        "Only words with {braces}.", "Dogs"
    ]  # fmt: skip
    assert set(codes(made)) == {
        "MB464 14", "MB470 20", "MB470 26", "MB467 24", "MB471 0", "MB455 28", "MB463 0"
    }  # fmt: skip


def test_aiken(tmp_path: Path) -> None:
    text = (
        "Which one?\nOr < two?\nA. this\nB) that *one*\nANSWER: B\n\n"
        "Next?\nA. x\nB. y\nANSWER: A\n"
    )
    _, course = of_text(tmp_path, "bank.txt", text)
    assert len(asked(course)) == 2
    assert "Which one?\\\nOr < two?\n\n- [ ] this\n- [x] that \\*one\\*\n" in text_of(tmp_path)


def test_text2qti(tmp_path: Path) -> None:
    text = """\
Quiz title: Sums & more
Quiz description: A *short* quiz.

Title: An addition
Points: 2
1.  What is 2+3? With $x^2$ and

    ```
    code
    ```
... General
a)  6
... Too many
*b) 5

COMMENT
2. no
END_COMMENT
2.  Which?
[ ] a
[*] b
[*] c

3.  Root of 2?
=   1.4142 +- 0.0001

4.  Who?
*   Santa

5.  Write
____

6.  Upload
^^^^
"""
    made, course = of_text(tmp_path, "quiz.txt", text)
    found = asked(course)
    assert course.title == "Sums & more"
    assert [each.kind for each in found.values()] == [
        "single", "multiple", "numeric", "text", "journal"
    ]  # fmt: skip
    assert found["an-addition"].points == 2
    assert found["an-addition"].explanation.plain == "General"
    assert "With $x^2$ and\n\n```\ncode\n```\n" in text_of(tmp_path)
    assert codes(made)[:2] == ["MB467 30", "MB455 33"]


def test_a_sheet_of_any_kind_and_language(tmp_path: Path) -> None:
    text = (
        "\ufeffFrage;Typ;Antwort 1;Antwort 2;Antwort 3;Richtige Antwort;Punkte;Thema;Tags\r\n"
        '"Was ist 2 + 2?\nDenk nach.";;3;4;5;2;2;Rechnen;M.1, M.2\r\n'
        "Primzahlen?;multiple;2;4;5;A, C;;Rechnen;\r\n"
        "Die Erde ist flach;;;;;falsch;;Wissen;\r\n"
        "Wie hoch?;;;;;8848 ± 10;;Wissen;\r\n"
        "Hauptstadt?;;;;;Bern|Berne;;Wissen;\r\n"
        "Ordne;match;a -> b;c -> d;;;;Wissen;\r\n"
        "Folge;order;eins;zwei;drei;;;Wissen;\r\n"
        ";;;;;;;;\r\n"
    )
    _, course = of_text(tmp_path, "fragen.csv", text, language="de")
    found = asked(course)
    assert [each.kind for each in found.values()] == [
        "single", "multiple", "truefalse", "numeric", "text", "match", "order"
    ]  # fmt: skip
    first = next(iter(found.values()))
    assert (first.points, [ref.code for ref in first.competencies]) == (2, ["M.1", "M.2"])
    assert [choice.correct for choice in first.interaction.choices] == [False, True, False]
    assert [module.title for module in course.modules] == ["Rechnen", "Wissen"]


def test_a_sheet_without_heads_says_what_to_write(tmp_path: Path) -> None:
    import pytest

    from moocbuild.importing.errors import ImportFailed

    with pytest.raises(ImportFailed) as failed:
        of_text(tmp_path, "a.csv", "1,2\n3,4\n")
    assert failed.value.finding.rule.code == "MB451"
    assert "'question'" in failed.value.finding.help


def test_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Maths"
    for row in (
        ["My quiz"],
        ["Question", "Option A", "Option B", "Answer"],
        ["1+1?", 2, 3, "A"],
        ["True?", None, None, True],
        ["How much?", None, None, 3.5],
    ):
        sheet.append(row)  # fmt: skip
    other = book.create_sheet("Notes")
    other.append(["nothing"])
    stream = io.BytesIO()
    book.save(stream)
    made, course = of_text(tmp_path, "b.xlsx", stream.getvalue())
    assert [each.kind for each in asked(course).values()] == ["single", "truefalse", "numeric"]
    assert "MB462 0" in codes(made)


def document() -> bytes:
    made = docx.Document()
    made.add_heading("My handbook", 0)
    made.add_heading("Fire", 1)
    made.add_paragraph("Some ").add_run("bold").bold = True
    made.add_heading("Escape", 2)
    made.add_paragraph("Run # fast.")
    made.add_paragraph("1. What do you do first?")
    for words, bold in (("Shout", False), ("Leave", True), ("Wait", False)):
        made.add_paragraph(style="List Bullet").add_run(words).bold = bold
    made.add_paragraph("Explanation: Life first.")
    made.add_paragraph("Choose two colours")
    for words in ("a) red", "b) green", "c) blue"):
        made.add_paragraph(words)
    made.add_paragraph("Answer: A, C")
    made.add_paragraph("Shopping")
    for words in ("milk", "eggs"):
        made.add_paragraph(words, style="List Bullet")
    made.add_heading("Water", 1)
    made.add_paragraph("Wet.")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_word(tmp_path: Path) -> None:
    made, course = of_text(tmp_path, "d.docx", document())
    assert course.title == "My handbook"
    assert [module.title for module in course.modules] == ["Fire", "Water"]
    page = (tmp_path / "made/course/01-fire/01-escape.md").read_text("utf-8")
    assert page == "# Escape\n\nRun # fast.\n\nShopping\n\n- milk\n- eggs\n"
    found = list(asked(course).values())
    assert [each.prompt.plain for each in found] == ["What do you do first?", "Choose two colours"]
    assert found[0].explanation.plain == "Life first."
    assert [choice.correct for choice in found[1].interaction.choices] == [True, False, True]
    assert codes(made).count("MB462 0") == 2


def test_backslashes_of_gift_before_what_is_said(tmp_path: Path) -> None:
    """`\\\\#` is a backslash, and feedback behind it; `\\#` is a sign of the answer."""
    text = r"Which? {=\\#It is one.  ~a\#b#No.####Both \\#.}"
    _, course = of_text(tmp_path, "bank.gift", text + "\n")
    (question,) = asked(course).values()
    told = [(c.text.plain, c.feedback.plain) for c in question.interaction.choices]
    assert told == [("\\", "It is one."), ("a#b", "No.")]
    assert question.explanation.plain == "Both \\#."
