"""What a page says, piece by piece, and where it stands in its file."""

from __future__ import annotations

from dataclasses import replace

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.diagnostics.emit.grouped import grouped
from moocbuild.model.course import Course, Lesson, Module
from moocbuild.model.text import Text, element, paragraph, text
from moocbuild.prose.addresses import addresses
from moocbuild.prose.course_prose import Prose
from moocbuild.prose.passages import NO_WORD, passages

AT = Span("a.md", 7)


def page(words: Text) -> Lesson:
    return Lesson(id="m/p", title="Title", parts=(words,), span=AT)


def said(words: Text, tag: str = "en") -> list[str]:
    return [each.words for each in passages(page(words), tag)][1:]


def course(words: Text) -> Course:
    module = Module(id="m", title="Title", welcome=page(words), span=AT)
    return replace(make.course(), modules=(module,), references=(), contacts=(), glossary=())


def test_blocks_are_passages() -> None:
    words = text(
        element("h2", "Why"),
        paragraph("One ", element("strong", "two"), "."),
        element("ul", element("li", "a"), element("li", paragraph("b"), paragraph("c"))),
        element("table", element("tr", element("td", "d"), element("td", "e"))),
        element("pre", element("code", "f")),
        element("blockquote", paragraph("g")),
    )
    found = list(passages(page(words), "en"))
    assert [each.words for each in found] == ["Title", "Why", "One two.", *"abcdeg"]
    assert [each.heading for each in found[:3]] == [True, True, False]
    assert [each.quoted for each in found[-2:]] == [False, True]


def test_what_is_no_word() -> None:
    words = text(
        paragraph("a ", element("code", "x"), element("em", "x y", lang="fr"), " b"),
        paragraph(element("a", "https://school.test", href="https://school.test")),
        paragraph(element("a", "school", href="https://school.test"), element("br"), "c"),
        element("p", "x y", lang="fr"),
        paragraph(element("em", "z", lang="en-GB")),
    )
    assert said(words) == [f"a {NO_WORD}{NO_WORD} b", "school\nc", "z"]


def test_a_question_is_said_piece_by_piece() -> None:
    question = make.question("q", make.single("*right", "wrong", feedback="told"))
    lesson = Lesson(id="m/p", title="Title", parts=(question,), span=AT)
    found = [each.words for each in passages(lesson, "en")]
    assert {"Prompt q?", "right", "wrong", "tolda", "toldb"} <= set(found)


def test_words_are_found_in_their_file() -> None:
    lines = ["", "## Why", "", "- One **two**, three", "  four five.", "- six"]
    source = dict(enumerate(lines, 1))
    words = text(
        element("ul", element("li", "One ", element("b", "two"), ", three\nfour", line=4))
    )
    prose = Prose(course(words), lambda span: source.get(span.line, ""))
    _, passage = prose.of(prose.course.modules[0].welcome)
    assert prose.place(passage, "three", passage.words.index("three")) == Span("a.md", 4, 16, 5)
    assert prose.place(passage, "four", passage.words.index("four")) == Span("a.md", 5, 3, 4)
    assert prose.place(passage, "nowhere") == Span("a.md", 4)


def test_addresses_by_their_first_place() -> None:
    words = text(
        paragraph(element("a", "x", href="https://school.test/a#b", line=3)),
        paragraph(element("a", "x", href="https://school.test/a", line=9)),
        paragraph(element("a", "x", href="mailto:a@school.test", line=9)),
        element("card", href="https://film.test/v", site="Film", line=11),
    )
    prose = Prose(course(words), lambda _: "")
    assert {a: span.line for a, span in addresses(prose).items()} == {
        "https://school.test/a": 3,
        "https://film.test/v": 11,
    }


OFTEN = Rule("MB999", "often", Severity.NOTE, recurs=True)
ONCE = Rule("MB998", "once", Severity.NOTE)


def _at(rule: Rule, path: str, line: int) -> Diagnostic:
    return rule.at(Span(path, line), f"line {line}")


def test_people_see_what_recurs_once_a_file() -> None:
    found = [_at(OFTEN, "a.md", n) for n in (1, 5, 5, 7)]
    found += [_at(ONCE, "a.md", 2), _at(ONCE, "a.md", 3), _at(OFTEN, "b.md", 4)]
    assert [each.message for each in grouped(found)] == [
        "line 1 (and 3 more: lines 5, 7)",
        "line 2",
        "line 3",
        "line 4",
    ]
    many = grouped([_at(OFTEN, "a.md", n) for n in range(9)])
    assert many[0].message == "line 0 (and 8 more: lines 1, 2, 3, 4, 5 …)"
