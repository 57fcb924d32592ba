"""A branching simulation as values, and how it is read from a block's data.

Texts are HTML as authors wrote it; `clean.py` makes it safe where it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from moocbuild_xblock import xmldata
from moocbuild_xblock.common import Line, Prompt, offers_help, read_lines, read_prompts
from moocbuild_xblock.xmldata import flag, number, text_of

ROOT = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """Shown as words, never as a number. words: (from which value on, sentence), rising."""

    id: str
    start: int
    min: int
    max: int
    words: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a learner may say or do. shows: (item, 0 to 2). moves: (meter, change)."""

    id: str
    goes_to: str
    text: str
    feedback: str
    shows: tuple[tuple[str, int], ...]
    moves: tuple[tuple[str, int], ...]
    critical: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One moment. end: an ending; its choices are ways back."""

    id: str
    title: str
    text: str
    end: bool
    choices: tuple[Choice, ...]

    def choice(self, id: str) -> Choice | None:
        """None where it has no such choice."""
        return next((choice for choice in self.choices if choice.id == id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """`start` is its first scene. labels: item → what it is called in plain words.

    help: whether help is offered, with or without `lines`.
    """

    language: str
    intro: str
    scenes: Mapping[str, Scene]
    start: str
    meters: tuple[Meter, ...]
    debrief_title: str
    debrief: str
    prompts: tuple[Prompt, ...]
    labels: Mapping[str, str]
    lines: tuple[Line, ...]
    help: bool = True


def read_story(data: str) -> Story:
    """The simulation that a block holds; `BadDataError` says what is wrong with it."""
    root = xmldata.parse(data, ROOT)
    scenes = [_scene(node) for node in root.iterfind("scene")]
    debrief = root.find("debrief")
    return Story(
        language=root.get("language", ""),
        intro=text_of(root, "intro"),
        scenes={scene.id: scene for scene in scenes},
        start=scenes[0].id,
        meters=tuple(_meter(node) for node in root.iterfind("meter")),
        debrief_title="" if debrief is None else debrief.get("title", ""),
        debrief="" if debrief is None else text_of(debrief, "text"),
        prompts=() if debrief is None else read_prompts(debrief),
        labels={node.get("code", ""): node.get("label", "") for node in root.iterfind("item")},
        lines=read_lines(root),
        help=offers_help(root),
    )


def _meter(node: Element) -> Meter:
    words = ((number(step, "from"), step.text or "") for step in node.iterfind("words"))
    return Meter(
        id=node.get("id", ""),
        start=number(node, "start"),
        min=number(node, "min"),
        max=number(node, "max"),
        words=tuple(sorted(words)),
    )


def _scene(node: Element) -> Scene:
    return Scene(
        id=node.get("id", ""),
        title=node.get("title", ""),
        text=text_of(node, "text"),
        end=flag(node, "end"),
        choices=tuple(_choice(each) for each in node.iterfind("choice")),
    )


def _choice(node: Element) -> Choice:
    shows = ((each.get("item", ""), number(each, "points")) for each in node.iterfind("shows"))
    moves = ((each.get("meter", ""), number(each, "by")) for each in node.iterfind("moves"))
    return Choice(
        id=node.get("id", ""),
        goes_to=node.get("goes-to", ""),
        text=text_of(node, "text"),
        feedback=text_of(node, "feedback"),
        shows=tuple(shows),
        moves=tuple(moves),
        critical=flag(node, "critical"),
    )
