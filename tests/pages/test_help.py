"""The table of help lines: who answers, at which number."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Span
from moocbuild.model.course import Contact, MadePages
from moocbuild.model.text import Text, walk, words_of
from moocbuild.pages.help import help_page

LINE = Contact(
    country="BE",
    role="suicide_line",
    number="1813",
    hours="day and night",
    confirmed_on=datetime.date(2026, 11, 1),
    span=Span("course/contacts.yml", 1),
)


def cells(*lines: Contact) -> list[list[str]]:
    course = make.course(contacts=lines, countries=("BE",), made=MadePages(asked={"help": True}))
    page = help_page(course)
    nodes = [node for part in page.parts if isinstance(part, Text) for node in part.nodes]
    return [
        [words_of(cell[2]) for cell in row[2] if not isinstance(cell, str)]
        for row in walk(nodes)
        if row[0] == "tr" and any(not isinstance(cell, str) and cell[0] == "td" for cell in row[2])
    ]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (replace(LINE, operator="Centre"), "Centre"),
        (replace(LINE, role="night_bus"), "night bus"),
    ],
)
def test_who_answers(line: Contact, who: str) -> None:
    assert ["BE", "1813", who, "day and night"] in cells(line)


def test_a_known_role_has_words() -> None:
    (row,) = (row for row in cells(LINE) if "1813" in row)
    assert row[2] and row[2] != "suicide_line"


def test_only_confirmed_lines() -> None:
    assert not any("1813" in row for row in cells(replace(LINE, confirmed_on=None)))
    assert not any("1813" in row for row in cells(replace(LINE, country="FR")))
