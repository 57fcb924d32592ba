"""Table E: questions, competencies, simulations."""

from __future__ import annotations

import csv
import datetime
import json
import re
from pathlib import Path

import pytest

from hostile.cases import Case, Place, check
from hostile.course import (
    COURSE,
    COURSE_YML,
    FRAMEWORK,
    FRAMEWORK_YML,
    INDEX,
    LESSON,
    QUIZ,
    STORY,
    lesson,
    question,
    quiz,
    scenario,
    write_course,
)
from hostile.inside import Inside
from hostile.run import Outcome
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.targets import targets

LOCK = "course/course.lock"
ODD = r"~ = # { } : [[ ]] (( & < > ' \" ]]> %24 $x$ \t"
STRANGE = "</script> ]]> & \" ' <b> ~ = # { } : [[1]] ((x)) %24"


def bank(id: str, level: str, *sections: str, places: tuple[Place, ...], front: str = "") -> Case:
    """A bank of these questions."""
    return Case(id, level, {QUIZ: quiz(*sections, front=front)}, places)


def wrong(
    id: str, section: str, slug: str, words: str, nth: int = 1, *, exact: bool = True
) -> Case:
    """An author's error in one question."""
    return bank(id, "E", section, places=(Place(slug, QUIZ, words, nth, exact),))


def said(slug: str, *names: str) -> object:
    """The message names the question."""

    def look(outcome: Outcome) -> None:
        messages = [f.message for f in outcome.findings if f.slug == slug]
        assert any(name in message for message in messages for name in names), messages

    return look


def asked(body: str, id: str = "first", head: str = "") -> str:
    return f"## Someone is silent\n<!-- #{id}{head} -->\n\n`A.1`\n\nWhat do you do?\n\n{body}\n"


def options(count: int) -> str:
    return "\n".join(f"- [{'x' if n == 0 else ' '}] Option {n}\n    > Said." for n in range(count))


def scene(id: str, *goes: str, end: bool = False) -> str:
    choices = "".join(f"- [To {to} now](#{to})\n" for to in goes)
    return f"## Scene {id}\n<!-- #{id}{' end' if end else ''} -->\n\nWords.\n\n{choices}\n"


def story(id: str, *scenes: str, places: tuple[Place, ...], level: str = "E") -> Case:
    return Case(id, level, {STORY: scenario(*scenes)}, places)


def deep(count: int) -> str:
    chain = [scene(f"s{n}", f"s{n + 1}") for n in range(count)]
    return scenario(*chain, scene(f"s{count}", end=True))


def note(slug: str, words: str) -> object:
    def look(outcome: Outcome) -> None:
        assert [f for f in outcome.of("note") if f.slug == slug and words in f.message]

    return look


DATA = "window.moocbuild=Object.assign(window.moocbuild||{},"


def strange_everywhere(package: Inside) -> None:
    """Byte for byte in the script of the player, too."""
    script = package.files.get("player.js")
    if script is not None:
        text = script.decode().partition("\n")[0]
        assert "</script" not in text
        data = json.loads(text.removeprefix(DATA).removesuffix(");"))
        assert any(STRANGE in title for title in re.findall(r".+", json.dumps(data))) or data


TASK = "- [ ] Talk\n    > No.\n- [x] Wait\n    > Yes."
CRISIS = "content_notes: [suicide]\n"

CASES = [
    wrong("E01", question().replace("[x]", "[ ]"), "no-right-answer", "- [ ] Talk", exact=False),
    wrong(
        "E02",
        asked("- [x] Talk\n- [x] Wait", head=" kind=single"),
        "several-right-answers",
        "Wait",
        exact=False,
    ),
    bank(
        "E03",
        "W",
        asked("- [x] Talk\n- [x] Wait"),
        places=(Place("everything-right", QUIZ, "Someone is silent"),),
    ),
    bank(
        "E04",
        "E",
        question(),
        question(),
        places=(Place("duplicate-id", QUIZ, "<!-- #first", 2, column=False),),
    ),
    Case(
        "E04-files",
        "E",
        {LESSON: lesson(question("first"))},
        (Place("duplicate-id", QUIZ, "<!-- #first", column=False),),
    ),
    wrong("E05", question(wrong="Wait", right="Wait "), "same-text-twice", "Wait ", exact=False),
    wrong(
        "E05-nfc",
        question(wrong="Caf\u00e9", right="Cafe\u0301"),
        "same-text-twice",
        "Cafe\u0301",
        exact=False,
    ),
    wrong("E06", question(wrong=""), "empty-text", "- [ ]", exact=False),
    wrong("E06-stem", question(stem=""), "empty-text", "Someone is silent"),
    wrong(
        "E06-feedback",
        question().replace("> Not quite.", ">"),
        "empty-text",
        "    >\n",
        exact=False,
    ),
    wrong("E06-comment", question(wrong="<!-- x -->"), "empty-text", "- [ ] <!--", exact=False),
    wrong("E07", asked("- [x] Wait"), "too-few-options", "- [x]", exact=False),
    wrong("E08", asked(options(200)), "too-many-options", "Option 36", exact=False),
    wrong("E09", question().replace("`A.1`", "`A.1` `A.9`"), "unknown-competency", "`A.9`"),
    Case(
        "E09-front",
        "E",
        {LESSON: lesson("x", front="items: [A.1, B.1]\n")},
        (Place("unknown-competency", LESSON, "B.1"),),
    ),
    Case(
        "E09-choice",
        "E",
        {STORY: scenario(scene("a", "b").replace("(#b)", "(#b) `A.7 2`"), scene("b", end=True))},
        (Place("unknown-competency", STORY, "`A.7 2`"),),
    ),
    Case(
        "E10",
        "N",
        {INDEX: "---\nitems: [A.2]\n---\n\n# One\n\nWords.\n"},
        after=note("item-coverage", "A.2"),  # type: ignore[arg-type]
    ),
    *(
        wrong(
            f"E11{points}",
            asked(TASK, head=f" points={points}"),
            "bad-points",
            f"points={points}",
        )
        for points in ("0", "-1", "nan", "1e308", "inf", "x")
    ),
    bank("E12", "E", front="pass_mark: 101\n", places=(Place("wrong-value", QUIZ, "101"),)),
    Case(
        "E12-course",
        "E",
        {COURSE: COURSE_YML + "completion: {pass_mark: 700}\n"},
        (Place("wrong-value", COURSE, "700"),),
    ),
    Case(
        "E13",
        "N",
        {
            QUIZ: quiz(
                question(
                    title="</script> & ]]>",
                    stem="Is `</script>` \\& ]]> here?",
                    wrong="`</script> ]]> & \" '`",
                    right="`<b>` \\<i> & more",
                )
            )
        },
        shown=("</script> ]]> & \" '", "<b>", "<i> & more", "</script> & ]]> here?"),
        look=strange_everywhere,
    ),
    wrong("E14", question(wrong="Wait \u202etiaw"), "hidden-character-in-data", "\u202e"),
    wrong(
        "E14-entity", question(wrong="Wait &#x202e;tiaw"), "hidden-character-in-data", "&#x202e;"
    ),
    wrong(
        "E14-second-line",
        question(wrong="Wait and\n  then \u2067go"),
        "hidden-character-in-data",
        "- [ ] Wait",
        exact=False,
    ),
    wrong("E15", question(stem="word " * 200_000), "markdown-too-complex", "word", exact=False),
    wrong(
        "E15-lines",
        question(stem="one two\n\n" * 36_000),
        "markdown-too-complex",
        "one two",
        exact=False,
    ),
    wrong("E16", question("a b"), "bad-attribute", "b -->"),
    wrong("E16-capitals", question("First"), "bad-id", "#First"),
    wrong("E16-unicode", question("\u00e9t\u00e9"), "bad-id", "#\u00e9t\u00e9"),
    wrong("E16-long", question("a" * 256), "bad-id", "#aaa"),
    Case(
        "E17",
        "E",
        {LOCK: "questions: {first: 1, second: 2}\n"},
        (Place("lost-id", LOCK, "second"),),
    ),
    wrong("E18", asked("- = /(a+)+$/"), "bad-text-answer", "= /(a+)"),
    wrong("E18-refused", asked("- = word\n- != /x*/"), "bad-text-answer", "/x*/", exact=False),
    wrong("E19", asked("- = 3 ± -1"), "bad-number", "3 ±", exact=False),
    wrong("E19-nan", asked("- = nan"), "bad-number", "nan", exact=False),
    wrong("E19-comma", asked("- = 3,5"), "bad-number", "3,5", exact=False),
    wrong("E19-range", asked("- = 12 .. 10"), "bad-number", "12 ..", exact=False),
    wrong("E19-huge", asked("- = 1" + "0" * 400), "bad-number", "1000", exact=False),
    wrong(
        "E20",
        asked("| L | R |\n|---|---|\n| a | b |\n| c |   |\n| d | e |"),
        "bad-match-table",
        "| c |",
        exact=False,
    ),
    wrong(
        "E20-rows",
        asked("| L | R |\n|---|---|\n| a | b |\n| a | c |"),
        "same-text-twice",
        "| a |",
        2,
        exact=False,
    ),
    wrong(
        "E20-order", asked("1. One\n2. Two\n3. One"), "same-text-twice", "One\n", 2, exact=False
    ),
    story(
        "E21",
        scene("a", "b"),
        scene("b", "a"),
        scene("c", end=True),
        places=(
            Place("no-way-to-an-end", STORY, "Scene a"),
            Place("no-way-to-an-end", STORY, "Scene b"),
            Place("unreachable-scene", STORY, "Scene c"),
        ),
    ),
    story(
        "E21-dead",
        scene("a", "b", "c"),
        scene("b"),
        scene("c", end=True),
        places=(Place("no-way-to-an-end", STORY, "Scene b"),),
    ),
    story(
        "E21-missing",
        scene("a", "nowhere", "c"),
        scene("c", end=True),
        places=(Place("dead-choice", STORY, "#nowhere"),),
    ),
    bank(
        "E22", "E", front="draw: 5\n", places=(Place("draw-larger-than-bank", QUIZ, "Check your"),)
    ),
    bank(
        "E23",
        "W",
        question(wrong="All of the above"),
        places=(Place("all-of-the-above", QUIZ, "All of", column=False),),
    ),
    wrong(
        "E24",
        question(wrong="Two  words", right="Two words"),
        "same-text-twice",
        "Two words",
        exact=False,
    ),
    wrong(
        "E24-width", question(wrong="\uff21", right="A"), "same-text-twice", "A\n", 1, exact=False
    ),
    wrong(
        "E24-right-cells",
        asked("| L | R |\n|---|---|\n| a | Yes |\n| b | \uff39es |"),
        "same-text-twice",
        "| b |",
        exact=False,
    ),
    wrong(
        "E24-typed",
        asked("- = word\n- != Word\n    > No."),
        "same-text-twice",
        "!= Word",
        exact=False,
    ),
    Case(
        "E25",
        "N",
        {QUIZ: quiz(question(stem=f"Is `{STRANGE}` odd?", wrong="~a = b# {c} : [[1]] ((x)) %24"))},
        shown=(STRANGE, "~a = b# {c} : [[1]] ((x)) %24"),
    ),
    bank(
        "E28",
        "W",
        question(right="Wait quietly for them").replace(
            "Not quite.", "No: wait quietly for them is right."
        ),
        places=(Place("feedback-gives-away", QUIZ, "Talk on", column=False),),
    ),
    Case(
        "E29",
        "E",
        {INDEX: f"---\n{CRISIS}---\n\n# One\n\nWords.\n"},
        (Place("crisis-without-help", INDEX, "One\n"),),
    ),
    Case(
        "E29-story",
        "E",
        {STORY: scenario(scene("a", end=True), front=CRISIS)},
        (Place("crisis-without-help", STORY, "A story"),),
    ),
    Case(
        "E30",
        "E",
        {LOCK: "questions: {first: 9000}\n"},
        (Place("suspend-data", COURSE),),
        after=said("suspend-data", "4000"),  # type: ignore[arg-type]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_row(case: Case, folder: Path) -> None:
    check(case, folder)


FORMULA = "=cmd|' /C calc'!A0"


@pytest.mark.parametrize("name", ["moodle-competencies", "openedx-taxonomy", "olx"])
def test_formulas_in_csv(name: str, tmp_path: Path) -> None:
    """E26: no cell of any CSV begins as a formula does, and its words are all there."""
    files = {
        FRAMEWORK: FRAMEWORK_YML.replace("Waits.", f'"{FORMULA}"').replace(
            "Items", f'"{FORMULA}"'
        ),
        LESSON: lesson().replace("# A lesson", f"# {FORMULA}"),
    }
    report = Collector()
    course = load(write_course(tmp_path, files), report, datetime.date(2026, 1, 1)).course
    assert course is not None, report.found
    package = targets()[name].render(course)
    tables = [package.read(n).decode() for n in package.names() if n.endswith(".csv")]
    cells = [cell for table in tables for row in csv.reader(table.splitlines()) for cell in row]
    assert any(FORMULA in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
