"""The way through a simulation: pure functions of a story and the choices taken.

The rules are those of the course's other packages: tests/evidence/walks.json.
A path is a list of ids of choices, each behind its scene's where it was kept ("scene/choice"): an
edit may lead a choice elsewhere. What of it no longer fits the story is left out from there on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moocbuild_xblock.rules import RULES
from moocbuild_xblock.story import Choice, Meter, Scene, Story


@dataclass(frozen=True, slots=True)
class Step:
    """A scene, and what was chosen there; None in the present one."""

    scene: Scene
    choice: Choice | None


def walk(story: Story, path: Iterable[object]) -> list[Step]:
    """The steps of `path`, then the present scene."""
    steps: list[Step] = []
    scene = story.scenes[story.start]
    for id in path:
        choice = _named(scene, id) if isinstance(id, str) else None
        if choice is None:
            break
        steps.append(Step(scene, choice))
        scene = story.scenes[choice.goes_to]
    return [*steps, Step(scene, None)]


def _named(scene: Scene, id: str) -> Choice | None:
    """What is kept with another scene's id is none here; older paths have choices alone."""
    where, _, choice = id.rpartition("/")
    return scene.choice(choice) if where in ("", scene.id) else None


def kept(steps: Sequence[Step]) -> list[str]:
    """The path that leads along `steps`, as it is kept."""
    return [f"{step.scene.id}/{step.choice.id}" for step in steps if step.choice]


def path_of(steps: Sequence[Step]) -> list[str]:
    """The path that leads along `steps`."""
    return [step.choice.id for step in steps if step.choice]


def moved(steps: Sequence[Step], do: str, id: str = "") -> list[str] | None:
    """The path after a move: go, take, back, again, stop or read; None where it cannot be made."""
    path = path_of(steps)
    if do == "take":
        return _taken(steps, id)
    if do == "back":
        return path[:-1]
    return [] if do == "again" or (do == "go" and steps[-1].scene.end) else path


def _taken(steps: Sequence[Step], id: str) -> list[str] | None:
    """The path after choosing `id`; None where that is not offered, or the path is full.

    From an ending a way back leads to the moment itself, as if it had not been spoken yet.
    """
    now, path = steps[-1].scene, path_of(steps)
    choice = now.choice(id)
    if choice is None:
        return None
    if now.end:
        for place, step in enumerate(steps):
            if step.scene.id == choice.goes_to:
                return path[:place]
    return [*path, choice.id] if len(path) < RULES.path else None


def signs(steps: Iterable[Step]) -> list[tuple[str, int]]:
    """(item, 0 to 2) for each item that each choice shows."""
    return [sign for step in steps if step.choice for sign in step.choice.shows]


def mood(story: Story, steps: Iterable[Step]) -> str:
    """One sentence for each meter after the choices of `steps`."""
    taken = [step.choice for step in steps if step.choice]
    return " ".join(filter(None, (_sentence(meter, taken) for meter in story.meters)))


def _sentence(meter: Meter, taken: Iterable[Choice]) -> str:
    value = meter.start
    for choice in taken:
        for id, by in choice.moves:
            if id == meter.id:
                value = min(meter.max, max(meter.min, value + by))
    words = meter.words[0][1]
    for begin, said in meter.words:
        if begin <= value:
            words = said
    words = words.strip()
    return words if not words or words[-1] in ".!?…" else f"{words}."
