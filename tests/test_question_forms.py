"""A question as it is written: its comment, its answers and what stands around them."""

from __future__ import annotations

import pytest

from moocbuild.diagnostics import Diagnostic
from moocbuild.model.question import (
    ChoiceInteraction,
    GapsInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.source.files.front_matter import Document
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.pages.question import read_question
from moocbuild.source.pages.section import Section, read_body
from moocbuild.source.shared import FileReader, Shared

CODES = frozenset({"L.1", "LO 1"})
STEPS = "Go:\n\n1. one\n2. two\n3. three\n\nBetween.\n"
TABLE = "| a | b |\n|---|---|\n| c | d |\n| e | f |\n"
BOXES = "- [x] yes\n- [ ] no\n"


def section(text: str) -> tuple[Section, list[Diagnostic]]:
    """The first section of a text, and the list to which its findings go."""
    file = SourceFile("quizzes/01-m.md", text, tuple(text.split("\n")))
    reader = FileReader(file, "m/quiz", Shared(codes=CODES))
    return read_body(Document(file, None, 1), reader).sections[0], reader.findings


def read(body: str, comment: str = "#q", title: str = "Now?") -> tuple[Question, list[str]]:
    """The question, and `code line` of each finding, from the line after the comment."""
    head = f"## {title}\n<!-- {comment} -->\n\n"
    found, report = section(head + body)
    question = read_question(found)
    return question, [f"{each.rule.code} {each.span.line - 3}" for each in report]


@pytest.mark.parametrize(
    ("comment", "id", "attributes", "codes"),
    [
        ("#a", "a", {}, []),
        ("#a kind=single", "a", {"kind": "single"}, []),
        ("kind=single", "", {"kind": "single"}, []),
        ("critical", "", {"critical": ""}, []),
        ("#a critical points=2", "a", {"critical": "", "points": "2"}, []),
        ("for others", "", {}, []),
        ("", "", {}, []),
        ("#", "", {}, ["MB105"]),
        ("# critical", "", {"critical": ""}, ["MB105"]),
        ("#A", "a", {}, ["MB105"]),
        ("#a-", "a", {}, ["MB105"]),
        ("#" + "a" * 64, "a" * 64, {}, []),
        ("#" + "a" * 65, "a" * 64, {}, ["MB105"]),
        ("#a kind", "a", {}, ["MB125"]),
        ("#a critical=yes", "a", {}, ["MB125"]),
        ("#a kind=single for others", "a", {"kind": "single"}, ["MB125", "MB125"]),
        ("points=2 for others", "", {"points": "2"}, ["MB125", "MB125"]),
        ("level=apply", "", {"level": "apply"}, []),
    ],
)
def test_comments(comment: str, id: str, attributes: dict[str, str], codes: list[str]) -> None:
    found, report = section(f"## Now?\n<!-- {comment} -->\n\nWhat now?\n")
    assert (found.id, found.attributes) == (id, attributes)
    assert set(found.attribute_spans) == set(attributes)
    assert [each.rule.code for each in report] == codes


def test_a_comment_counts_below_its_heading_alone() -> None:
    """Blank lines do not part them: programs that tidy Markdown put one there."""
    for between, id in [("\n", "a"), ("\n\n", "a"), ("\nWords.\n\n", "")]:
        assert section(f"## Now?{between}<!-- #a -->\n")[0].id == id
    off = "<!-- moocbuild: off MB203, because so -->"
    assert section(f"## Now?\n{off}\n<!-- #a -->\n")[0].id == "a"
    assert section(f"## Now?\n{off}\n\n<!-- #a -->\n")[0].id == "a"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("`L.1`", ["L.1"]),
        ("`L.1` `X`", ["L.1", "X"]),
        ("`L.1`, `X`", ["L.1", "X"]),
        ("`LO 1`", ["LO 1"]),
        ("`a b`", []),
        ("`L.1` and `X`", []),
        ("See `L.1`", []),
        ("`L.1` *x*", []),
        ("Words", []),
        ("- `L.1`", []),
    ],
)
def test_a_line_of_codes(line: str, codes: list[str]) -> None:
    found, _ = section(f"## Now?\n\n{line}\n\nWhat now?\n")
    assert [each.code for each in found.chips] == codes
    assert len(found.blocks) == (1 if codes else 2)


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("What now?", "what-now"),
        ("???", "line-1"),
        ("聞く", "line-1"),
        ("a " * 60, ("a-" * 60)[:63]),
        ("-- a --", "a"),
    ],
)
def test_an_id_from_the_title(title: str, id: str) -> None:
    question, findings = read(f"Prompt.\n\n{BOXES}", "for others", title)
    assert (question.id, findings) == (id, ["MB102 -2"])


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        (f"What?\n\n{BOXES}", []),
        (BOXES, ["MB116 -2"]),
        ("What?\n", ["MB110 -2"]),
        (f"What?\n\n{BOXES}\nMore.\n\n- [ ] maybe\n", ["MB147 8"]),
        ("What?\n\n- [x] yes\n- no\n", ["MB147 4"]),
        ("What?\n\n1. [x] yes\n2. [ ] no\n", ["MB147 3"]),
        (f"{STEPS}\n4. four\n", ["MB147 9"]),
        (f"{STEPS}\n2. four\n", ["MB147 9"]),
        ("Go:\n\n3. one\n1. two\n2. three\n", ["MB165 4"]),
        ("Go:\n\n1. one\n1. two\n1. three\n", []),
        ("Go:\n\n0. one\n5. two\n9. three\n", []),
        (f"Go:\n\n{TABLE}\n1. one\n2. two\n3. three\n", ["MB147 8"]),
        (f"Go:\n\n{TABLE}\nSort:\n\n1. one\n2. two\n3. three\n", ["MB147 10"]),
        (f"Go:\n\n1. one\n2. two\n3. three\n\nPair:\n\n{TABLE}", []),
        (f"Go:\n\n{TABLE}\n> [!NOTE]\n> 1. one\n> 2. two\n> 3. three\n", []),
        (f"{STEPS}\n1. other\n2. things\n", []),
        (f"{STEPS}\n- other\n", []),
        ("Give [1] and [2].\n\n- = a\n- = b\n", ["MB147 1"]),
        ("Give [1] and [2].\n\n- = 3\n- = 4\n", ["MB147 1"]),
        ("Give \\[1] and \\[2].\n\n- = a\n- = b\n", []),
        ("Give `[1]` and `[2]`.\n\n- = a\n- = b\n", []),
        ("As a[1] and a[2] say.\n\n- = a\n- = b\n", []),
        ("Give [1] and [2].\n\n- = a\n", []),
        ("Say:\n\n- = a\n\nOr:\n\n- = b\n", ["MB147 7"]),
        ("Say:\n\n- = a\n\nBecause:\n\n- b\n", []),
    ],
)
def test_answers_stand_together(body: str, findings: list[str]) -> None:
    assert read(body)[1] == findings


@pytest.mark.parametrize(
    ("entry", "text", "exact"),
    [
        ("wait", "wait", False),
        ('"wait"', "wait", True),
        ("“wait”", "wait", True),
        ("«wait»", "wait", True),
        ('"w"', "w", True),
        ('""', '""', False),
        ('"wait”', '"wait”', False),
        ('wait"', 'wait"', False),
        ("/", "/", False),
        ("//", "//", False),
        ("/a", "/a", False),
        ("a/", "a/", False),
        ("x" * 200, "x" * 200, False),
        ('"' + "x" * 200 + '"', "x" * 200, True),
        ("„Wort“", "Wort", True),
        ("»Wort«", "Wort", True),
        ("« mot »", "mot", True),
        ("「言葉」", "言葉", True),
        ("`print()`", "print()", False),
        ("`` a`b ``", "a`b", False),
        ("`a` and `b`", "`a` and `b`", False),
        ("a\\_b", "a_b", False),
        ("2\\*3", "2*3", False),
        ("C:\\dir", "C:\\dir", False),
        ("`\\d+\\.`", "\\d+\\.", False),
        ("AT&amp;T", "AT&T", False),
        ("\\&lt;", "&lt;", False),
        ("word <!-- a note -->", "word", False),
        ("<!-- x -->", "<!-- x -->", False),
        ("\\<!-- x -->", "<!-- x -->", False),
        ("*ptr", "*ptr", False),
        ("__init__", "__init__", False),
        ('"say \\"hi\\""', 'say "hi"', True),
        ("two  \n  lines", "two lines", False),
    ],
)
def test_accepted_words(entry: str, text: str, exact: bool) -> None:
    question, findings = read(f"Say:\n\n- = {entry}\n", "#q kind=text")
    assert findings == []
    assert isinstance(question.interaction, TextEntryInteraction)
    (answer,) = question.interaction.answers
    assert (answer.text, answer.exact, answer.correct) == (text, exact, True)


@pytest.mark.parametrize("entry", ["/a/", "/.*/", "x" * 201, "", '"a" or "b"'])
def test_words_that_are_refused(entry: str) -> None:
    assert read(f"Say:\n\n- = {entry}\n- = b\n", "#q kind=text")[1] == ["MB120 3"]


@pytest.mark.parametrize(
    "below", ["- nested", "- = nested", "```\n    code\n    ```", "\n    More."]
)
def test_what_stands_below_accepted_words_is_none_of_them(below: str) -> None:
    line = 5 if below.startswith("\n") else 4
    assert read(f"Say:\n\n- = a\n    {below}\n- = b\n", "#q")[1] == [f"MB120 {line}"]


@pytest.mark.parametrize(
    ("options", "scores"),
    [
        ("- [x] yes\n- [ ] no\n", [1, 0]),
        ("- [x] yes\n- [ ] `0.5` perhaps\n", [1, 0.5]),
        ("- [x] yes\n- [ ] `0.5`\n", [1, 0]),
        ("- [x] yes\n- [ ] `0.5` *so*\n", [1, 0.5]),
        ("- [x] yes\n- [ ] `0.555` no\n", [1, 0]),
        ("- [x] yes\n- [ ] `2` no\n", [1, 0]),
        ("- [x] yes\n- [ ] `0.25` `0.5`\n", [1, 0.25]),
        ("- [x] yes\n\n- [ ] `0.25` `0.5`\n", [1, 0.25]),
        ("- [x] yes\n\n- [ ] `0.25`\n", [1, 0]),
        ("- [x] yes\n\n- [ ] `0.25`\n\n  no\n", [1, 0.25]),
        ("- [x] yes\n\n- [ ] `0.25` no\n", [1, 0.25]),
        ("- [x] yes\n- [ ] so `0.5` so\n", [1, 0]),
        ("- [x] yes\n- [ ] *0.5* no\n", [1, 0]),
    ],
)
def test_shares(options: str, scores: list[float]) -> None:
    question, _ = read(f"What?\n\n{options}", "#q kind=single")
    assert isinstance(question.interaction, ChoiceInteraction)
    assert [each.score for each in question.interaction.choices] == scores


def test_a_share_in_a_language_with_a_decimal_comma() -> None:
    body = "What?\n\n- [x] ja\n- [ ] `0,5` vielleicht\n"
    head = "## Now?\n<!-- #q kind=single -->\n\n"
    file = SourceFile("quizzes/01-m.md", head + body, tuple((head + body).split("\n")))
    reader = FileReader(file, "m/quiz", Shared(language="de"))
    (found,) = read_body(Document(file, None, 1), reader).sections
    asks = read_question(found).interaction
    assert isinstance(asks, ChoiceInteraction) and reader.findings == []
    assert [(each.score, each.text.plain) for each in asks.choices] == [
        (1, "ja"),
        (0.5, "vielleicht"),
    ]


@pytest.mark.parametrize(
    ("option", "warned"),
    [
        ("no `0.5`", True),
        ("*no* `0.5`", True),
        ("no `0.5`.", False),
        ("`0.5`", False),
        ("no `1`", False),
        ("no *0.5*", False),
        ("`0.25` no `0.5`", False),
        ("no `0.555`", False),
        ("no", False),
        ("`50 %` no", True),
        ("`-0.5` no", True),
        ("`0,5` no", True),
        ("`.5` no", True),
        ("`0.555` no", True),
        ("`50` no", False),
        ("`1.5` no", False),
        ("`50 %`", False),
    ],
)
def test_a_share_behind_the_words(option: str, warned: bool) -> None:
    findings = read(f"What?\n\n- [x] yes\n- [ ] {option}\n", "#q kind=single")[1]
    assert ("MB158 4" in findings) == warned


@pytest.mark.parametrize(("number", "findings"), [(36, []), (37, ["MB114 39"])])
def test_options_that_can_be_told_apart(number: int, findings: list[str]) -> None:
    listed = "- [x] 0\n" + "".join(f"- [ ] {n}\n" for n in range(1, number))
    question, found = read(f"What?\n\n{listed}", "#q kind=single")
    assert found == findings
    assert isinstance(question.interaction, ChoiceInteraction)
    assert len(question.interaction.choices) == 36


@pytest.mark.parametrize(
    ("points", "worth", "codes"),
    [
        ("2", 2, []),
        ("0.5", 0.5, []),
        ("100", 100, []),
        ("0", 1, ["MB121"]),
        ("101", 1, ["MB121"]),
        ("-1", 1, ["MB121"]),
        ("nan", 1, ["MB121"]),
        ("two", 1, ["MB121"]),
    ],
)
def test_points(points: str, worth: float, codes: list[str]) -> None:
    question, findings = read(f"What?\n\n{BOXES}", f"#q points={points}")
    assert question.points == worth
    assert [each.split()[0] for each in findings] == codes


@pytest.mark.parametrize(
    ("body", "prompt", "hint", "explanation"),
    [
        (f"What?\n\n{BOXES}", "What?", "", ""),
        (f"What?\n\n{BOXES}\nBecause.\n", "What?", "", "Because."),
        (f"> [!TIP]\n> Think.\n\nWhat?\n\n{BOXES}", "What?", "Think.", ""),
        (f"What?\n\n{BOXES}\n> [!TIP]\n> Think.\n", "What?", "Think.", ""),
        (f"What?\n\n{BOXES}\n> [!NOTE]\n> Because.\n", "What?", "", "Because."),
        ("Write.\n\n---\n\nMore.\n", "Write. More.", "", ""),
        ("Write.\n\n---\n\n> [!NOTE]\n> Because.\n", "Write.", "", "Because."),
        ("Write.\n\n---\n\n> Said.\n", "Write. Said.", "", ""),
    ],
)
def test_what_is_asked_and_told(body: str, prompt: str, hint: str, explanation: str) -> None:
    question, _ = read(body)
    told = (question.prompt, question.hint, question.explanation)
    assert [" ".join(each.plain.split()) for each in told] == [prompt, hint, explanation]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Give [1].", 1),
        ("Give `[1]` [1].", 1),
        ("Give ``[1] ` [1]`` [1].", 1),
        ("Give ` [1].", 1),
        ("Give `` ` [1].", 1),
        ("Give `a``b` [1].", 1),
        ("Give `a` `[1]` [1].", 1),
        ("Give `a``[1]``b` [1].", 1),
        ("Give `a`[1]`b`.", 1),
        ("Give `` a`[1]` `` and [1].", 1),
        ("Give \\[1] [1].", 1),
        ("Give `\\[1]` [1].", 1),
        ("`[1]` and [1].", 1),
        ("Give \\[1] [1] ` here.", 1),
    ],
)
def test_marks_of_gaps(text: str, marks: int) -> None:
    question, findings = read(f"{text}\n\n1. - [x] room\n   - [ ] a plan\n")
    assert findings == []
    assert isinstance(question.interaction, GapsInteraction)
    assert question.prompt.plain.count("____") == marks


@pytest.mark.parametrize(
    ("listed", "findings"),
    [
        ("1. - [x] a\n   - [ ] b\n", []),
        ("1. - [x] a\n", ["MB154"]),
        ("1. - [x] a\n   - [x] b\n", ["MB154"]),
        ("1. - [ ] a\n   - [ ] b\n", ["MB154"]),
        ("1. - = a\n", []),
        ("1. - = a\n   - != b\n", []),
        ("1. - != a\n", ["MB154"]),
        ("1. - [x] a\n   - [ ] `0.5` b\n", ["MB154"]),
        ("1. - [x] a\n   - [ ] b\n2. - = c\n", ["MB153"]),
    ],
)
def test_what_fits_a_gap(listed: str, findings: list[str]) -> None:
    found = read(f"Give [1].\n\n{listed}", "#q kind=gaps")[1]
    assert [each.split()[0] for each in found] == findings


def test_kinds_by_what_is_written() -> None:
    for body, kind in [
        (f"What?\n\n{BOXES}", ChoiceInteraction),
        ("Say:\n\n- = wait\n", TextEntryInteraction),
        ("How many?\n\n- = 3\n", NumericEntryInteraction),
        ("Go:\n\n1. one\n2. two\n3. three\n", OrderInteraction),
    ]:
        assert isinstance(read(body)[0].interaction, kind)


@pytest.mark.parametrize(("number", "findings"), [(36, []), (37, ["MB114"])])
def test_gaps_that_can_be_told_apart(number: int, findings: list[str]) -> None:
    marks = " ".join(f"[{n}]" for n in range(1, number + 1))
    listed = "".join(f"{n}. - = w{n}\n" for n in range(1, number + 1))
    question, found = read(f"Give {marks}.\n\n{listed}")
    assert [each.split()[0] for each in found] == findings
    assert isinstance(question.interaction, GapsInteraction) == (not findings)


def test_marks_before_and_behind_a_backtick_that_closes_nothing() -> None:
    listed = "1. - [x] room\n   - [ ] a plan\n2. - = wait\n"
    question, findings = read(f"Give \\[1] [1] ` and [2].\n\n{listed}")
    assert findings == [] and question.prompt.plain.count("____") == 2


@pytest.mark.parametrize("between", ["", "\n"])
def test_an_option_is_no_paragraph(between: str) -> None:
    question, _ = read(f"What?\n\n- [x] yes\n{between}- [ ] *no*\n", "#q kind=single")
    assert isinstance(question.interaction, ChoiceInteraction)
    yes, no = (each.text.nodes for each in question.interaction.choices)
    assert yes == ("yes",) and [node[0] for node in no] == ["em"]


def test_an_option_of_two_paragraphs_keeps_them() -> None:
    question, _ = read("What?\n\n- [x] yes\n\n  and no\n\n- [ ] no\n", "#q kind=single")
    assert isinstance(question.interaction, ChoiceInteraction)
    assert [node[0] for node in question.interaction.choices[0].text.nodes] == ["p", "p"]
