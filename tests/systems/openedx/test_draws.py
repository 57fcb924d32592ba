"""Quizzes that draw: what learners keep over an import, and that they can draw anew."""

from __future__ import annotations

from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.banks import bank_names
from moocbuild.model.course import Course, Quiz
from systems.openedx.conftest import Archive, with_olx
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]

COURSE = "course-v1:Draws+D1+r1"
FIRST, SECOND = (f"m__check_bank_{item}" for item in ("L__1", "L__2"))
ITEMS = {f"q-{n}": ("L.1" if n < 6 else "L.2",) for n in range(12)}
TRIES = 8
Told = dict[str, Any]


def quiz(items: dict[str, tuple[str, ...]]) -> Quiz:
    """It draws one question of each item."""
    asked = (
        make.question(id, make.single(f"*Right {id}", f"Wrong {id}"), competencies=make.refs(*its))
        for id, its in items.items()
    )
    return make.quiz(*asked, drawn=2)


def course(items: dict[str, tuple[str, ...]] = ITEMS, **settings: object) -> Course:
    made = make.course(quiz(items), id="draws")
    return with_olx(made, **settings)


def imported(platform: OpenEdx, archive: Archive, made: Course) -> None:
    done = platform.again("import", str(archive(made, "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}


@pytest.fixture(scope="module")
def kept(platform: OpenEdx, archive: Archive) -> Told:
    """What a learner drew and answered right."""
    imported(platform, archive, course())
    told: Told = platform.again("draw", COURSE)
    assert {name: len(ids) for name, ids in told["drawn"].items()} == {FIRST: 1, SECOND: 1}
    assert told["percent"] == 1.0
    return told


def test_a_draw_survives_edits_that_check_is_silent_about(
    platform: OpenEdx, archive: Archive, kept: Told
) -> None:
    """A further item behind the first, and a further question."""
    items = {id: (*its, "L.2" if its == ("L.1",) else "L.1") for id, its in ITEMS.items()}
    items["q-new"] = ("L.1",)
    assert bank_names(quiz(items)).items() >= bank_names(quiz(ITEMS)).items()
    imported(platform, archive, course(items))
    assert platform.again("drawn", COURSE) == kept


def test_learners_who_may_not_draw_anew_are_refused(platform: OpenEdx, kept: Told) -> None:
    told = platform.again("redraw", COURSE)
    assert told == {"answers": {FIRST: 400, SECOND: 400}, **kept}


def test_a_question_that_leaves_its_bank_costs_what_was_earned_with_it(
    platform: OpenEdx, archive: Archive, kept: Told
) -> None:
    """What `check` warns about (MB228)."""
    (moved,) = kept["drawn"][FIRST]
    items = ITEMS | {moved: ("L.2",)}
    assert bank_names(quiz(items))[moved] != bank_names(quiz(ITEMS))[moved]
    imported(platform, archive, course(items))
    told = platform.again("drawn", COURSE)
    assert moved not in told["drawn"][FIRST]
    assert told["drawn"][SECOND] == kept["drawn"][SECOND]
    assert told["percent"] == 0.5


@pytest.mark.parametrize("bank", ["library_content", "itembank"])
def test_learners_draw_anew_where_the_author_lets_them(
    bank: str, platform: OpenEdx, archive: Archive, kept: Told
) -> None:
    imported(platform, archive, course(redraw=True, bank=bank))
    before = platform.again("draw", COURSE)
    drawn = [before["drawn"]]
    for _ in range(TRIES):  # by chance one can be drawn again
        told = platform.again("redraw", COURSE)
        assert set(told["answers"].values()) == {200}
        assert {name: len(ids) for name, ids in told["drawn"].items()} == {FIRST: 1, SECOND: 1}
        assert told["percent"] == 0.0  # nothing of what is drawn now is answered
        drawn.append(told["drawn"])
        if told["drawn"] != before["drawn"]:
            break
    assert drawn[-1] != drawn[0]
