"""What a target says of itself. Apart from `targets/`, so that importing it makes no cycle."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from moocbuild.diagnostics import Report
from moocbuild.model.course import Course
from moocbuild.model.question import Interaction
from moocbuild.package import Package
from moocbuild.package.zip import write_zip


class Feature(enum.Enum):
    """A part of course content that a target may keep, degrade or lose."""

    SINGLE = "single choice"
    TWO_OPTIONS = "choice between two options"
    MULTIPLE = "multiple choice"
    TRUE_FALSE = "true or false"
    MATCH = "match"
    ORDER = "order"
    NUMERIC = "numeric"
    TEXT = "text entry"
    HOTTEXT = "hottext"
    JOURNAL = "journal"
    PARTIAL_CREDIT = "partial credit"
    FEEDBACK = "feedback per option"
    HINT = "hint"
    EXPLANATION = "explanation"
    POINTS = "points"
    PASS_MARK = "pass mark"
    DRAW = "draw from a bank"
    SHUFFLE = "shuffled options"
    CRITICAL = "critical questions"
    GRADE = "grade"
    SCENARIO = "simulation"
    READING_VERSION = "text version of a simulation"
    QUESTIONS_IN_LESSONS = "questions in lessons"
    LINKS = "links between pages"
    IMAGES = "images"
    CAPTIONS = "captions of films"
    COMPETENCIES = "competencies"
    MADE_PAGES = "help, framework, glossary and sources"
    PROGRESS = "progress and resume"
    COMPLETION = "completion"


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a feature: state "kept", "degraded" or "lost"; how or why in words."""

    state: str
    how: str = ""


KEPT = Fate("kept")


def degraded(how: str) -> Fate:
    """Carried in another form, said in `how`."""
    return Fate("degraded", how)


def lost(why: str) -> Fate:
    """Not carried, said in `why`."""
    return Fate("lost", why)


Packer = Callable[[Package, BinaryIO], None]
"""Writes a package to an empty, seekable stream: the same package, the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One kind of package.

    name: what --target takes, never renamed. interactions: the keys of its renderer table.
    features: every Feature has a Fate. quiz_size: questions that a quiz must have exactly, 0 for
    any number. shares: what an option may be worth, () for anything. narrow_numbers: whether a
    typed number is one range with a decimal point. render: pure, no disk, clock or network.
    content: False for what carries no course content at all, as the export of a framework: then
    nothing is degraded or said to be lost.
    """

    name: str
    title: str
    suffix: str
    interactions: frozenset[type[Interaction]]
    features: Mapping[Feature, Fate]
    render: Callable[[Course, Report], Package]
    pack: Packer = write_zip
    quiz_size: int = 0
    shares: tuple[float, ...] = ()
    narrow_numbers: bool = False
    content: bool = True
