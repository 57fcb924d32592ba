"""The table by interaction: it calls the row of an interaction, and knows which rows it has."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.question import (
    Feature,
    Interaction,
    Renderers,
    UnknownInteractionError,
    Unreadable,
    feature_of,
)
from moocbuild.targets import targets
from moocbuild.targets.qti.question import RENDERERS as QTI

ALL: Renderers[[str], str] = Renderers(
    choice=lambda asks, word: f"choice {len(asks.choices)} {word}",
    text=lambda asks, word: f"text {len(asks.answers)} {word}",
    number=lambda asks, word: f"number {asks.answers[0].low:g} {word}",
    journal=lambda asks, word: f"journal {asks.lines} {word}",
    match=lambda asks, word: f"match {len(asks.rows)} {word}",
    order=lambda asks, word: f"order {len(asks.steps)} {word}",
    hottext=lambda asks, word: f"hottext {len(asks.choices)} {word}",
    gaps=lambda asks, word: f"gaps {len(asks.gaps)} {word}",
    survey=lambda asks, word: f"survey {len(asks.choices)} {word}",
)
FEW: Renderers[[], str] = Renderers(
    choice=lambda asks: "choice",
    text=lambda asks: "text",
    number=None,
)
"""Rows that are left out are None, as those are that say so."""
ASKED = {
    "choice 3 x": make.single("*a", "b", "c"),
    "text 1 x": make.typed("word"),
    "number 3 x": make.number(3, 3),
    "journal 6 x": make.journal(),
    "match 2 x": make.match(("l1", "r1"), ("l2", "r2")),
    "order 3 x": make.order("first", "second", "third"),
    "hottext 2 x": make.hottext("*a", "b"),
    "gaps 2 x": make.gaps(make.single("*a", "b"), make.typed("c")),
    "survey 3 x": make.survey("no", "hardly", "yes"),
}


def test_every_interaction_has_a_row() -> None:
    every = {*get_args(Interaction)} - {Unreadable}
    assert {type(asks) for asks in ASKED.values()} == every == ALL.known
    assert len(fields(Renderers)) == len(every)


@pytest.mark.parametrize(("made", "asks"), ASKED.items())
def test_the_row_of_an_interaction_is_called(made: str, asks: Interaction) -> None:
    assert ALL(asks, "x") == made


def test_a_row_that_is_none_is_not_known() -> None:
    for asks in ASKED.values():
        if type(asks) in FEW.known:
            assert FEW(asks) in ("choice", "text")
        else:
            with pytest.raises(UnknownInteractionError):
                FEW(asks)
    assert len(FEW.known) == 2


def test_what_could_not_be_read_has_no_row() -> None:
    with pytest.raises(UnknownInteractionError, match="no right answer"):
        ALL(Unreadable("no right answer"), "x")


def test_rows_that_may_be_none_are_those_that_lowerings_replace() -> None:
    """So each target that carries content knows the others, or has no table at all."""
    for target in targets().values():
        assert not target.interactions or target.interactions >= FEW.known


def test_the_player_knows_every_interaction() -> None:
    """A row that it lacked would be lowered without a word from mypy."""
    for name in ("cmi5", "scorm-1.2", "scorm-2004", "web"):
        assert targets()[name].interactions == ALL.known


def test_qti_writes_every_interaction() -> None:
    """Its target says so without the table."""
    assert targets()["qti-2.1"].interactions == QTI.known == ALL.known


@pytest.mark.parametrize("asks", ASKED.values(), ids=ASKED)
def test_an_interaction_answers_for_itself(asks: Interaction) -> None:
    """What is told of it holds every option, and every text that it has is among its texts."""
    told = [each for group in asks.groups() for each in group]
    assert [t.text for t in told if t.offered] == [choice.text for choice in asks.offered]
    texts = set(asks.texts())
    assert {choice.text for choice in asks.offered} <= texts
    assert {t.feedback for t in told} <= texts
    assert feature_of(asks) in Feature
