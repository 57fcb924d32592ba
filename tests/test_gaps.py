"""Texts with gaps as authors write them, and what is next to them: each right, or an error."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.freeze import freeze
from moocbuild.model.question import GapsInteraction, Question
from moocbuild.render import Dialect

MINIMAL = Path(__file__).parent / "courses" / "minimal"
HEAD = (
    "---\ntitle: Check\nkind: quiz\n---\n\n# Check\n\n"
    "## She falls silent\n<!-- #silence{} -->\n\n`L.1`\n\n"
)
TWO = "1. - [x] room\n   - [ ] a plan\n2. - = wait\n"


def read(tmp_path: Path, body: str, comment: str = "") -> tuple[Question | None, list[str]]:
    """The question, and the codes of what is wrong with it, with their lines in `body`."""
    root = tmp_path / "course"
    if not root.exists():
        shutil.copytree(MINIMAL, root)
        (root / "course" / "course.lock").unlink()
    head = HEAD.format(comment)
    (root / "quizzes" / "01-listening.md").write_text(head + body + "\n", "utf-8")
    report = Collector()
    course = load(root, report, datetime.date(2026, 1, 1)).course
    first = head.count("\n")
    errors = [d for d in report.found if d.rule.severity.name == "ERROR"]
    found = next(course.questions(), None) if course else None
    return found, [f"{d.rule.code} {d.span.line - first}" for d in errors]


def gaps(question: Question | None) -> list[str]:
    """`*room|a plan`, `=wait|!talk`, in reading order, each after the id of its gap."""
    assert question is not None and isinstance(question.interaction, GapsInteraction)
    assert question.kind == "gaps"
    return [
        f"{gap.id}: "
        + "|".join(
            [
                *(("*" if c.correct else "") + c.text.plain for c in gap.choices),
                *(("=" if a.correct else "!") + a.text for a in gap.answers),
            ]
        )
        for gap in question.interaction.gaps
    ]


def prompt(question: Question | None) -> str:
    assert question is not None
    html = Dialect().html(question.prompt, lambda ref: ref.id)
    for letter in "abcdef":
        for number in "123456":
            blank = f'<blank part="{letter}" number="{number}"></blank>'
            html = html.replace(blank, f"{{{number}{letter}}}")
    return html


RIGHT = {
    "both kinds of gaps": ("Give [1], [2].", TWO, "<p>Give {1a}, {2b}.</p>"),
    "next to words": ("Un[1]ed, [2]s.", TWO, "<p>Un{1a}ed, {2b}s.</p>"),
    "next to each other": ("[1][2]", TWO, "<p>{1a}{2b}</p>"),
    "in emphasis": (
        "*Give [1]* **now [2]**.",
        TWO,
        "<p><em>Give {1a}</em> <strong>now {2b}</strong>.</p>",
    ),
    "in two paragraphs": ("Give [1].\n\nThen [2].", TWO, "<p>Give {1a}.</p><p>Then {2b}.</p>"),
    "on two lines": ("Give\n[1]\nand [2]", TWO, "<p>Give\n{1a}\nand {2b}</p>"),
    "the other way round": ("Give [2], [1].", TWO, "<p>Give {1a}, {2b}.</p>"),
    "in a quotation": (
        "> Give [1]\n\nand [2]",
        TWO,
        "<blockquote><p>Give {1a}</p></blockquote><p>and {2b}</p>",
    ),
    "in a list": (
        "- Give [1]\n- and [2]\n\nNow:",
        TWO,
        "<ul><li>Give {1a}</li><li>and {2b}</li></ul><p>Now:</p>",
    ),
    "escaped": ("Give [1], [2], \\[1], \\[3\\].", TWO, "<p>Give {1a}, {2b}, [1], [3].</p>"),
    "in code": ("Give [1], [2], `[1]`.", TWO, "<p>Give {1a}, {2b}, <code>[1]</code>.</p>"),
    "escaped behind code": (
        "Give `[1]` \\[1] [1] [2]",
        TWO,
        "<p>Give <code>[1]</code> [1] {1a} {2b}</p>",
    ),
    "a link": (
        "Give [1], [2], [1](../course/01-listening/index.md).",
        TWO,
        '<p>Give {1a}, {2b}, <a href="listening/index">1</a>.</p>',
    ),
    "a year": ("Give [1], [2] [2024].", TWO, "<p>Give {1a}, {2b} [2024].</p>"),
    "from another number": (
        "Give [3], [4].",
        TWO.replace("2.", "4.").replace("1.", "3."),
        "<p>Give {1a}, {2b}.</p>",
    ),
    "ones alone": ("Give [1], [2].", TWO.replace("2.", "1."), "<p>Give {1a}, {2b}.</p>"),
    "loose lists": ("Give [1], [2].", TWO.replace("\n2", "\n\n2"), "<p>Give {1a}, {2b}.</p>"),
    "lists on lines of their own": (
        "Give [1], [2].",
        "1.\n   - [x] room\n   - [ ] a plan\n2.\n   - = wait\n",
        "<p>Give {1a}, {2b}.</p>",
    ),
    "another list above": (
        "1. One\n2. Two\n\nGive [1], [2].",
        TWO,
        "<ol><li>One</li><li>Two</li></ol><p>Give {1a}, {2b}.</p>",
    ),
    "brackets for numbers": (
        "Give [1], [2].",
        TWO.replace("1.", "1)").replace("2.", "2)"),
        "<p>Give {1a}, {2b}.</p>",
    ),
}


@pytest.mark.parametrize(("text", "listed", "wanted"), RIGHT.values(), ids=RIGHT)
def test_gaps_stand_where_they_are_read(
    tmp_path: Path, text: str, listed: str, wanted: str
) -> None:
    question, errors = read(tmp_path, f"{text}\n\n{listed}")
    assert errors == []
    found = gaps(question)
    assert sorted(each.partition(": ")[2] for each in found) == ["*room|a plan", "=wait"]
    assert prompt(question) == wanted


def test_in_a_table(tmp_path: Path) -> None:
    question, errors = read(tmp_path, f"| A | B |\n| --- | --- |\n| Give [1] | and [2] |\n\n{TWO}")
    assert errors == []
    assert "<td>Give {1a}</td><td>and {2b}</td>" in prompt(question)


def test_words_to_type_are_those_of_the_kind_text(tmp_path: Path) -> None:
    listed = '1. - = pause\n   - = "OARS"\n   - != talk\n       > Not now.\n'
    question, errors = read(tmp_path, f"Make a [1].\n\n{listed}")
    assert errors == [] and gaps(question) == ["a: =pause|=OARS|!talk"]
    assert question is not None and isinstance(question.interaction, GapsInteraction)
    (gap,) = question.interaction.gaps
    assert [answer.exact for answer in gap.answers] == [False, True, False]
    assert gap.answers[2].feedback.plain == "Not now."
    assert not question.interaction.earns_in_part


WRONG = {
    "an item without a gap": ("Give [1].", TWO, ["MB153 5"]),
    "a gap without an item": ("Give [1], [2], [3].", TWO, ["MB153 1"]),
    "a gap twice": ("Give [1], [2], [1].", TWO, ["MB153 1"]),
    "a gap in code": ("Give [1], `[2]`.", TWO, ["MB153 5"]),
    "a gap that is a link": ("Give [1], [2](../course/01-listening/index.md).", TWO, ["MB153 5"]),
    "a gap below the list": ("Give [1].", TWO + "\nAnd [2].\n", ["MB153 5"]),
    "a gap in a hint": ("Give [1].\n\n> [!TIP]\n> And [2].", TWO, ["MB153 8"]),
    "no gap at all": ("Give.", "1. - [x] a\n   - [ ] b\n", ["MB153 3"]),
    "two right options": ("Give [1].", "1. - [x] a\n   - [x] b\n", ["MB154 4"]),
    "no right option": ("Give [1].", "1. - [ ] a\n   - [ ] b\n", ["MB154 3"]),
    "one option": ("Give [1].", "1. - [x] a\n", ["MB154 3"]),
    "a share": ("Give [1].", "1. - [x] a\n   - [ ] `0.5` b\n", ["MB154 4"]),
    "no accepted word": ("Give [1].", "1. - != a\n", ["MB154 3"]),
    "a pattern": ("Give [1].", "1. - = /a.*/\n", ["MB120 3"]),
    "words beside the list": ("Give [1], [2].", TWO.replace("2. ", "2. It:\n   "), ["MB154 5"]),
    "options the same": ("Give [1].", "1. - [x] a\n   - [ ] *a*\n", ["MB133 4"]),
}


@pytest.mark.parametrize(("text", "listed", "wanted"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_is_an_error_at_its_line(
    tmp_path: Path, text: str, listed: str, wanted: list[str]
) -> None:
    assert read(tmp_path, f"{text}\n\n{listed}")[1] == wanted


def test_with_kind_a_list_of_words_is_told_what_it_lacks(tmp_path: Path) -> None:
    body = "Give [1], [2].\n\n1. room\n2. a plan\n3. words\n"
    assert read(tmp_path, body, " kind=gaps")[1] == ["MB153 5", "MB154 3", "MB154 4", "MB154 5"]
    assert read(tmp_path, "Give [1].\n", " kind=gaps")[1] == ["MB110 -4"]


def test_an_order_stays_an_order(tmp_path: Path) -> None:
    question, errors = read(tmp_path, "Put [1] in order.\n\n1. One\n2. Two\n3. Three\n")
    assert errors == [] and question is not None and question.kind == "order"
    assert prompt(question) == "<p>Put [1] in order.</p>"


def test_a_lesson_has_gaps_where_it_asks_for_them(tmp_path: Path) -> None:
    """A numbered list of a lesson stays prose, as tables and rules do."""
    read(tmp_path, "Give [1], [2].\n\n" + TWO)
    lesson = tmp_path / "course/course/01-listening/01-silence.md"
    asked = "## What now\n<!-- #what{} -->\n\n`L.1`\n\nGive [1], [2].\n\n" + TWO
    head = "---\ntitle: Silence\nitems: [L.1, L.2]\n---\n\n# Silence\n\nA pause.\n\n"
    lesson.write_text(head + asked.format(" kind=gaps"), "utf-8")
    course = load(tmp_path / "course", Collector(), datetime.date(2026, 1, 1)).course
    assert course is not None
    assert {q.id: q.kind for q in course.questions()} == {"what": "gaps", "silence": "gaps"}


def test_letters_stay_with_gaps_and_options(tmp_path: Path) -> None:
    """What is frozen is found again when gaps and options are moved and mended."""
    read(tmp_path, "Give [1], [2].\n\n" + TWO)
    root = tmp_path / "course"
    for path, text in freeze(root, Collector()).items():
        (root / path).write_text(text, "utf-8")
    body = (
        "Now [1], [2], [3].\n\n1. - [ ] tea\n   - [x] milk\n2. - = wait\n   - = pause\n"
        "3. - [ ] a plan\n   - [x] Room\n"
    )
    question, errors = read(tmp_path, body)
    assert errors == []
    assert gaps(question) == ["c: tea|*milk", "b: =wait|=pause", "a: a plan|*Room"]
    assert question is not None and isinstance(question.interaction, GapsInteraction)
    assert [c.id for c in question.interaction.gaps[2].choices] == ["b", "a"]
    assert prompt(question) == "<p>Now {1c}, {2b}, {3a}.</p>"
