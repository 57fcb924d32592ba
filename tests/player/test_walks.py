"""The golden vectors of ways through a simulation, in the player's script and in Python."""

from __future__ import annotations

from evidence.walking import STORY, WALKS, is_right, path_of
from player import reference
from player.node import run


def test_in_python() -> None:
    for vector in WALKS["walks"]:
        found = reference.steps_of(STORY, path_of(vector))
        assert found == (vector["fits"], vector["scenes"]), vector
    for vector in WALKS["moves"]:
        found = reference.moved(STORY, path_of(vector), vector["do"], vector.get("choice", ""))
        assert is_right(vector, found), (vector, found)


def test_in_the_player() -> None:
    moves = [{**vector, "path": path_of(vector)} for vector in WALKS["moves"]]
    walks, found = run(
        ("walk.js",),
        """
        const [story, walks, moves] = given;
        return [
          walks.map((v) => stepsOf(story, v.path)),
          moves.map((v) => pathAfter(story, v.path, v.do, v.choice)),
        ];""",
        [STORY, WALKS["walks"], moves],
    )
    for vector, steps in zip(WALKS["walks"], walks, strict=True):
        assert [step["scene"] for step in steps] == vector["scenes"]
        assert [step["choice"] for step in steps[:-1]] == vector["fits"]
    for vector, path in zip(WALKS["moves"], found, strict=True):
        assert is_right(vector, path), (vector, path)


def test_a_choice_counts_only_in_its_scene() -> None:
    """An edit may lead a choice elsewhere; what was kept without marks is taken as it is."""
    scenes = {
        id: scene | {"mark": str(n)} for n, (id, scene) in enumerate(STORY["scenes"].items(), 1)
    }
    kept = [["1ask", "2on", "3stay"], ["1ask", "3on"], ["2ask"], ["ask", "2on"], ["1ask", "12on"]]
    fits, marked = run(
        ("walk.js",),
        """
        const [story, kept] = given;
        const steps = kept.map((path) => stepsOf(story, path).slice(0, -1));
        return [
          steps.map((some) => some.map((step) => step.choice)),
          kept.map((path) => marked(story, path)),
        ];""",
        [STORY | {"scenes": scenes}, kept],
    )
    assert fits == [["ask", "on", "stay"], ["ask"], [], ["ask", "on"], ["ask"]]
    assert marked == [["1ask", "2on", "3stay"], ["1ask"], [], ["1ask", "2on"], ["1ask"]]
