"""How a quiz draws: what is in every attempt, one of which pools, how many more."""

from __future__ import annotations

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.banks import ALWAYS, Bank, bank_names, banks
from moocbuild.model.course import Quiz
from moocbuild.model.draw import DrawPlan, draw_plan


def quiz(drawn: int, *questions: str) -> Quiz:
    """Each as "id item", "id item!" for a critical one, "id ~" for one that is not scored."""
    made = []
    for number, given in enumerate(questions):
        id, _, item = given.partition(" ")
        asks = make.journal() if item == "~" else make.typed("a")
        code = item.rstrip("!~")
        made.append(
            make.question(
                id,
                asks,
                critical=item.endswith("!"),
                competencies=make.refs(*filter(None, [code])),
                ordinal=number + 1,
            )
        )
    return make.quiz(*made, drawn=drawn)


def plan(always: str = "", pools: str = "", rest: int = 0, never: str = "") -> DrawPlan:
    """Ids with blanks between them; pools are parted by a comma."""
    return DrawPlan(
        always=tuple(always.split()),
        pools=tuple(tuple(pool.split()) for pool in pools.split(",") if pool.strip()),
        rest=rest,
        never=tuple(never.split()),
    )


THREE = ("a X", "b X", "c Y")


@pytest.mark.parametrize(
    ("drawn", "questions", "wanted"),
    [
        (0, THREE, plan("a b c")),
        (3, THREE, plan("a b c")),
        (4, THREE, plan("a b c")),
        (2, THREE, plan(pools="a b, c")),
        (1, THREE, plan(pools="a b", never="c")),
        (2, ("n ~", *THREE), plan(pools="a b, c")),
        (3, ("n ~", *THREE), plan("a b c")),
        (2, ("a X!", "b X", "c Y"), plan("a", "c", never="b")),
        (2, ("a X!", "b X", "c X"), plan("a", rest=1)),
        (3, ("a X", "b X", "c X", "d X"), plan(pools="a b c d", rest=2)),
        (1, ("a X!", "b Y!", "c Z"), plan("a b", never="c")),
        (2, ("a", "b", "c X"), plan(pools="a b, c")),
        (2, ("a X!", "b Y", "c Y", "d Z"), plan("a", "b c", never="d")),
    ],
)
def test_a_plan(drawn: int, questions: tuple[str, ...], wanted: DrawPlan) -> None:
    assert draw_plan(quiz(drawn, *questions)) == wanted


@pytest.mark.parametrize(
    ("found", "size"), [(plan("a b"), 2), (plan("a", "b c, d", 2), 5), (plan(), 0)]
)
def test_the_size_of_an_attempt(found: DrawPlan, size: int) -> None:
    assert found.size == size


@pytest.mark.parametrize(
    ("drawn", "questions", "always", "drawing"),
    [
        (0, THREE, "a b c", []),
        (2, THREE, "c", [Bank("X", ("a", "b"), 1)]),
        (2, ("a X!", "b X", "c X"), "a", [Bank("", ("b", "c"), 1)]),
        (
            3,
            ("a X!", "b X", "c X", "d Y", "e Y"),
            "a",
            [Bank("Y", ("d", "e"), 1), Bank("", ("b", "c"), 1)],
        ),
        (
            3,
            ("a X", "b X", "c X", "d Y", "e Y"),
            "",
            [Bank("X", ("a", "b", "c"), 2), Bank("Y", ("d", "e"), 1)],
        ),
        (3, ("a X!", "b X!", "c X", "n ~"), "a b c", []),
    ],
)
def test_banks_share_no_question(
    drawn: int, questions: tuple[str, ...], always: str, drawing: list[Bank]
) -> None:
    assert banks(quiz(drawn, *questions)) == (tuple(always.split()), drawing)


def test_the_bank_of_each_question() -> None:
    assert bank_names(quiz(2, *THREE)) == {"a": "X", "b": "X", "c": ALWAYS}
    assert bank_names(quiz(2, "n ~", *THREE)) == {"a": "X", "b": "X", "c": ALWAYS}
    assert bank_names(quiz(2, "a X!", "b X", "c X")) == {"a": ALWAYS, "b": "", "c": ""}
    assert bank_names(quiz(3, *THREE)) == {}
