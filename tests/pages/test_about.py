"""What the page about a course claims: of this course, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import MadePages
from moocbuild.model.statements import Statements
from moocbuild.model.text import Ref, Text, element, text, walk, words_of
from moocbuild.pages.about import about_page
from moocbuild.words import words

SAY = words("en")


def player(kind: str) -> Text:
    caption = element("caption", "A talk")
    return text(element("player", caption, kind=kind, src=Ref("media", f"media/a.{kind}")))


PICTURE = make.image("media/a.png", "A face")


def claims(*pages: Any) -> list[str]:
    """The keys of what is claimed to be checked, in order."""
    made = MadePages(asked={"accessibility": True, "about": False, "privacy": False})
    page = about_page(make.course(*pages, made=made))
    assert page is not None
    (listed,) = (
        node
        for part in page.parts
        if isinstance(part, Text)
        for node in walk(part.nodes)
        if node[0] == "ul"
    )
    said = [words_of(item[2]) for item in listed[2] if not isinstance(item, str)]
    keys = ("pictures", "films", "films_here", "sounds", "versions", "links")
    told = {SAY(f"about.access_{key}"): key for key in keys}
    return [told[each] for each in said]


@pytest.mark.parametrize(
    ("pages", "claimed"),
    [
        ((make.lesson(make.prose("p")),), []),
        ((make.lesson(PICTURE),), ["pictures"]),
        ((make.lesson(player("video")),), ["films"]),
        ((make.lesson(player("video"), hosts=("tube.org",)),), ["films_here"]),
        ((make.lesson(PICTURE, player("audio"), hosts=("tube.org",)),), ["pictures", "sounds"]),
        ((make.scenario(),), ["versions"]),
        (
            (make.lesson(PICTURE, player("audio"), player("video")), make.scenario()),
            ["pictures", "films", "sounds", "versions"],
        ),
    ],
)
def test_only_what_the_course_has(pages: tuple[Any, ...], claimed: list[str]) -> None:
    assert claims(*pages) == [*claimed, "links"]


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({}, True),
        ({"about": False, "accessibility": False, "privacy": False}, False),
        ({"about": False, "accessibility": False, "privacy": True}, True),
    ],
)
def test_a_page_that_would_be_empty_is_none(asked: dict[Any, bool], there: bool) -> None:
    course = make.course(make.lesson(make.prose("p")), made=MadePages(asked=asked))
    assert (about_page(course) is not None) == there


@pytest.mark.parametrize(
    ("asked", "privacy", "hosts", "there"),
    [
        ({}, "", (), False),
        ({}, "We keep nothing.", (), True),
        ({}, "", ("tube.org",), True),
        ({"privacy": True}, "", (), True),
        ({"privacy": False}, "We keep nothing.", ("tube.org",), False),
    ],
)
def test_what_is_said_of_privacy(
    asked: dict[Any, bool], privacy: str, hosts: tuple[str, ...], there: bool
) -> None:
    course = make.course(
        make.lesson(make.prose("p"), hosts=hosts),
        made=MadePages(asked=asked),
        statements=Statements(privacy=privacy),
    )
    page = about_page(course)
    assert page is not None
    said = "\n".join(part.plain for part in page.parts if isinstance(part, Text))
    assert (SAY("about.privacy_system") in said) == there
    assert ("tube.org" in said) == (there and bool(hosts))
    assert ("We keep nothing." in said) == (there and bool(privacy))
