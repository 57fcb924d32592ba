"""The golden vectors of ways through a simulation, in the blocks' own rules."""

from __future__ import annotations

from typing import Any

import pytest

from evidence.walking import STORY, WALKS, is_right, path_of, told
from moocbuild_xblock.play import kept, moved, walk
from moocbuild_xblock.play import path_of as path_along
from moocbuild_xblock.story import Choice, Scene, Story


def choice(id: str, goes_to: str) -> Choice:
    return Choice(id=id, goes_to=goes_to, text="", feedback="", shows=(), moves=(), critical=False)


def story() -> Story:
    scenes = {
        id: Scene(
            id=id,
            title="",
            text="",
            end=scene.get("end", False),
            choices=tuple(choice(*way) for way in scene["choices"].items()),
        )
        for id, scene in STORY["scenes"].items()
    }
    return Story(
        language="en",
        intro="",
        scenes=scenes,
        start=STORY["start"],
        meters=(),
        debrief_title="",
        debrief="",
        prompts=(),
        labels={},
        lines=(),
    )


@pytest.mark.parametrize("vector", WALKS["walks"], ids=told)
def test_walks(vector: Any) -> None:
    steps = walk(story(), path_of(vector))
    assert [step.scene.id for step in steps] == vector["scenes"]
    assert path_along(steps) == vector["fits"]


@pytest.mark.parametrize("vector", WALKS["walks"], ids=told)
def test_what_is_kept_leads_the_same_way(vector: Any) -> None:
    steps = walk(story(), path_of(vector))
    assert walk(story(), kept(steps)) == steps
    elsewhere = [f"gone/{choice}" for choice in vector["fits"]]
    assert walk(story(), elsewhere) == walk(story(), [])


@pytest.mark.parametrize("vector", WALKS["moves"], ids=told)
def test_moves(vector: Any) -> None:
    steps = walk(story(), path_of(vector))
    found = moved(steps, vector["do"], vector.get("choice", ""))
    assert is_right(vector, found), found
