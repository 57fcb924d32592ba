"""What is looked for in bare lines, and where it is left alone."""

from __future__ import annotations

import pytest

from moocbuild.diagnostics import Diagnostic
from moocbuild.source.files.lint import dialled, lint
from moocbuild.source.files.tree import SourceFile

MAIL = "Write to anna@harbour.kitchens."


def found(text: str, path: str = "course/01-m/01-p.md") -> list[tuple[str, int, int]]:
    """Codes with their lines and columns."""
    report: list[Diagnostic] = []
    lint(SourceFile(path, text, tuple(text.split("\n"))), report.append)
    return [(each.rule.code, each.span.line, each.span.column) for each in report]


@pytest.mark.parametrize(
    ("before", "looked_at"),
    [
        ("```\nx\n```", True),
        ("```\nx", False),
        ("```\nx\n``", False),
        ("```\nx\n````", True),
        ("````\nx\n```", False),
        ("```\nx\n~~~", False),
        ("```\nx\n``` more", False),
        ("```\nx\n```  ", True),
        ("~~~\nx\n~~~", True),
        ("``` python\nx\n```", True),
        ("- ```\n  x\n  ```", True),
        ("> ~~~\n> x", False),
        ("a ``` b", True),
        ("```\n```\n```", False),
    ],
)
def test_code_is_left_alone(before: str, looked_at: bool) -> None:
    line = before.count("\n") + 2
    assert found(f"{before}\n{MAIL}") == ([("MB230", line, 10)] if looked_at else [])


@pytest.mark.parametrize(
    "line",
    [
        "`anna@harbour.kitchens`",
        "anna@example",
        "anna@example.org",
        "anna@mail.example.com",
        "anna@school.test",
        "git@code.harbour.kitchens:course.git",
        "[Write to the team](mailto:team@harbour.kitchens)",
        '<a href="tel:+3221234567">Call us</a>',
        "At 50.8503396 degrees.",
        "Open 09.00 - 10.30.",
        "Count 10 20 30 40 50.",
        "@anna",
        "Call 112.",
        "From 1999-2024.",
        "On 2026-11-29.",
        "ISBN 978-0-306-40615-7",
        "ISBN: 0306406152",
        "3.14159265",
        "12 345 678",
        "192.168.100.200",
        "123 4 5 67",
        "1234567890123456",
        "https://a.org/12345678",
        "code-12345678",
        "12345678x",
    ],
)
def test_neither_address_nor_telephone(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("anna@harbour.kitchens", 1),
        ("Call 1234 5678.", 6),
        ("Call +32 2 123 45 67", 6),
        ("Call (02) 1234 5678", 7),
        ("x 123456789012345", 3),
        ("Call 01 23 45 67 89", 6),
        ("Call 22 33 44 55", 6),
        ("[anna@harbour.kitchens](mailto:anna@harbour.kitchens)", 2),
        ("`a` anna.b+c@mail.harbour.kitchens", 5),
    ],
)
def test_addresses_and_telephones(line: str, column: int) -> None:
    assert found(line) == [("MB230", 1, column)]
    assert found(line, "course/contacts.yml") == []


@pytest.mark.parametrize("written", ["02 123 45 67", "+32 2 123 45 67", "0032 2/123.45.67"])
def test_numbers_of_help_lines_may_be_named(written: str) -> None:
    report: list[Diagnostic] = []
    text = f"Call {written} or 070 765 43 21."
    known = frozenset([dialled("+3221234567")])
    lint(SourceFile("course/01-m/01-p.md", text, (text,)), report.append, known)
    assert [each.message for each in report] == ["'070 765 43 21' looks like a telephone number"]


def test_both_in_one_line() -> None:
    assert [each[2] for each in found("anna@harbour.kitchens or 1234 5678")] == [1, 26]


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("a\u200bb", "MB231", 2),
        ("- [ ] a\u200bb", "MB021", 8),
        ("- = a\u200bb", "MB021", 6),
        ("<!-- #a\u200b -->", "MB021", 8),
        ("`L.1\u200b`", "MB021", 5),
        ("# a\u200bb", "MB021", 4),
        ("| a\u200b |", "MB021", 4),
        ("a&#8203;b", "MB231", 2),
        ("- [ ] a&#x200b;b", "MB021", 8),
        ("a&ZeroWidthSpace;b", "MB231", 2),
        ("a&#1;b", "MB001", 2),
        ("a&#xFFFD;b", "MB001", 2),
    ],
)
def test_characters_that_nobody_sees(line: str, code: str, column: int) -> None:
    assert found(line) == [(code, 1, column)]


@pytest.mark.parametrize("line", ["a&amp;b", "a&eacute;b", "a&#233;b", "a & b", "é", "a&nosuch;b"])
def test_characters_that_are_seen(line: str) -> None:
    assert found(line) == []


def test_in_data_every_hidden_character_is_an_error() -> None:
    assert found("title: a\u200bb", "course/course.yml") == [("MB021", 1, 9)]
    assert found("title: a&#8203;b", "course/course.yml") == []
