"""Which help lines learners are shown, and in which words."""

from __future__ import annotations

import datetime

import pytest

from moocbuild.diagnostics import Span
from moocbuild.model.course import Contact
from moocbuild.source.contacts import confirmed_words
from moocbuild.words import words

DAY = datetime.date(2026, 11, 1)
SAY = words("en")


def contact(
    number: str, role: str, country: str = "BE", day: datetime.date | None = DAY
) -> Contact:
    span = Span("course/contacts.yml", 1)
    return Contact(country=country, role=role, number=number, confirmed_on=day, span=span)


ANY = {
    "emergency_number": SAY.content("help.any_number"),
    "local_help": SAY.content("help.any_line"),
}


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([], {}),
        ([contact("112", "emergency")], {"emergency_number": SAY.either(["112 (BE)"])}),
        ([contact("100", "emergency_medical")], {"emergency_number": SAY.either(["100 (BE)"])}),
        ([contact("1813", "suicide_line")], {"local_help": SAY.joined(["1813 (BE)"])}),
        ([contact("112", "emergency", day=None)], {}),
        ([contact("1813", "suicide_line", day=None)], {}),
        ([contact("3114", "suicide_line", "FR")], {}),
        (
            [contact("112", "emergency"), contact("1813", "talk"), contact("113", "talk", "NO")],
            {
                "emergency_number": SAY.either(["112 (BE)"]),
                "local_help": SAY.joined(["1813 (BE)", "113 (NO)"]),
            },
        ),
    ],
)
def test_confirmed_lines_of_the_course_s_countries(
    lines: list[Contact], shown: dict[str, object]
) -> None:
    assert confirmed_words(lines, ("BE", "NO"), "en") == {**ANY, **shown}
