"""How findings are printed, in each format, one thing at a time."""

from __future__ import annotations

import json

import pytest

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span, near
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.diagnostics.emit.full import WIDTH

RULE = Rule("MB999", "sample", Severity.WARNING)
WHOLE, PLACE = Span("a,b.md"), Span("a.md", 3, 5, 2)


def emitted(format_: str, found: Diagnostic, line: str = "") -> list[str]:
    return list(EMITTERS[format_]([found], lambda span: line))


@pytest.mark.parametrize(
    ("format_", "found", "said"),
    [
        ("concise", RULE.at(PLACE, "bad"), "a.md:3:5: warning[MB999] bad"),
        ("concise", RULE.at(WHOLE, "bad", help="mend"), "a,b.md: warning[MB999] bad (mend)"),
        (
            "github",
            RULE.at(PLACE, "50%", help="mend"),
            "::warning file=a.md,line=3,col=5,title=MB999 sample::50%25%0Ahelp: mend",
        ),
        (
            "github",
            RULE.at(WHOLE, "bad"),
            "::warning file=a%2Cb.md,title=MB999 sample::bad",
        ),
        (
            "github",
            Diagnostic(RULE, WHOLE, "lost", target="web"),
            "::warning file=a%2Cb.md,title=MB999 sample::web: lost",
        ),
    ],
)
def test_one_line(format_: str, found: Diagnostic, said: str) -> None:
    assert emitted(format_, found) == [said]


def test_severities_of_github() -> None:
    for severity, word in [(Severity.ERROR, "error"), (Severity.NOTE, "notice")]:
        (said,) = emitted("github", Rule("MB999", "sample", severity).at(WHOLE, "bad"))
        assert said.startswith(f"::{word} ")


def test_full_shows_the_line() -> None:
    found = RULE.at(PLACE, "bad", help="mend", related=((Span("b.md", 12, 1, 1), "first here"),))
    assert emitted("full", found, "let it be") == [
        "warning[MB999]: bad",
        "  --> a.md:3:5",
        "  |",
        "3 | let it be",
        "  |     ^^",
        "note: first here",
        "   --> b.md:12:1",
        "   |",
        "12 | let it be",
        "   | ^",
        "help: mend",
        "",
    ]


@pytest.mark.parametrize("line", ["", "  \t "])
def test_full_without_words_to_show(line: str) -> None:
    assert emitted("full", RULE.at(PLACE, "bad"), line) == [
        "warning[MB999]: bad",
        "  --> a.md:3:5",
        "",
    ]


def test_full_shows_no_line_of_a_whole_file() -> None:
    said = emitted("full", RULE.at(WHOLE, "bad"), "some words")
    assert said == ["warning[MB999]: bad", "  --> a,b.md", ""]


def test_full_shows_no_line_of_a_note() -> None:
    said = emitted("full", Rule("MB999", "s", Severity.NOTE).at(PLACE, "bad"), "some words")
    assert said == ["note[MB999]: bad", "  --> a.md:3:5", ""]


@pytest.mark.parametrize(
    ("line", "column", "shown", "under"),
    [
        ("x" * WIDTH, WIDTH, "x" * WIDTH, WIDTH),
        ("y" + "x" * WIDTH, 1, "y" + "x" * (WIDTH - 1) + "…", 1),
        ("x" * WIDTH + "y", WIDTH + 1, "…" + "x" * (WIDTH - 1) + "y", WIDTH + 1),
        ("x" * 150 + "y" + "x" * 150, 151, "…" + "x" * 33 + "y" + "x" * 66 + "…", 35),
    ],
)
def test_full_cuts_a_long_line_around_the_place(
    line: str, column: int, shown: str, under: int
) -> None:
    said = emitted("full", RULE.at(Span("a.md", 1, column, 1), "bad"), line)
    assert said[3] == f"1 | {shown}"
    assert said[4] == f"  | {' ' * (under - 1)}^"


def test_full_counts_the_cells_of_a_terminal() -> None:
    """Wide characters take two, combining ones none; what disturbs a terminal is a mark."""
    said = emitted("full", RULE.at(Span("a.md", 1, 4, 2), "bad"), "日e\u0301本x\u202e")
    assert said[3:5] == ["1 | 日e\u0301本x\ufffd", "  |    ^^^"]
    nothing = emitted("full", RULE.at(Span("a.md", 1, 3, 0), "bad"), "abc")
    assert nothing[4] == "  |   ^"


def test_json_has_all() -> None:
    found = RULE.at(PLACE, "bad", help="mend", related=((WHOLE, "first here"),))
    (told,) = json.loads("\n".join(emitted("json", found)))["diagnostics"]
    assert {"a.md", "bad", "mend", "MB999", 3, 5} <= {
        value for value in told.values() if isinstance(value, str | int)
    }


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("ABC", ["abc", "abd"], "did you mean 'abc'?"),
        ("abx", ["abc"], "did you mean 'abc'?"),
        ("xyz", ["abc"], ""),
        ("abx", [], ""),
        ("xkey-9x", ["abc"] * 499 + ["ykey-9y"], "did you mean 'ykey-9y'?"),
        ("key-12x", ["abc"] * 500 + ["key-12y"], "did you mean 'key-12y'?"),
        ("xkey-9y", ["abc"] * 500 + ["ykey-9y"], "did you mean 'ykey-9y'?"),
        ("xkey-9x", ["abc"] * 500 + ["ykey-9y"], ""),
        ("a" * 100 + "b", ["a" * 100], f"did you mean '{'a' * 100}'?"),
    ],
)
def test_a_near_name(word: str, known: list[str], said: str) -> None:
    """Among more than 500 names, one that begins or ends in the same way."""
    assert near(word, known) == said
