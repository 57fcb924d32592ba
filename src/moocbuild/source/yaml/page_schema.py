"""The front matter of Markdown files as data classes (pydantic): names, types, ranges."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from moocbuild.model.course import FeedbackTime
from moocbuild.source.yaml.schema import Schema
from moocbuild.source.yaml.types import IDENTIFIER, Count, Id, Percent, Text, WrittenAs

_ID = IDENTIFIER.strip("^$")
_PageId = Annotated[
    str,
    WrittenAs(
        f"{_ID}(/{_ID})?",
        ("no id", "use a-z, 0-9 and hyphens, as in active-listening/first-contact"),
    ),
]
"""`page`, or `module/page`."""
_ModuleId = Annotated[
    str, WrittenAs(_ID, ("no id", "use a-z, 0-9 and hyphens, as in active-listening"))
]


class _Page(Schema):
    """id: what learners' records hang on, where it is not by the name of the file."""

    id: _PageId = ""
    title: str = ""
    content_notes: list[Text] = []
    minutes: Count = 0
    draft: bool = False
    extra: dict[str, object] = {}


class ModulePage(_Page):
    """Front matter of index.md. id: of the module."""

    id: _ModuleId = ""
    outcomes: list[Text] = []
    items: list[Text] = []


class LessonPage(_Page):
    """Front matter of a lesson or a case."""

    kind: Literal["lesson", "case"] = "lesson"
    items: list[Text] = []


class OwnPage(Schema):
    """Front matter of a page that `pages:` in course.yml names."""

    title: str = ""
    content_notes: list[Text] = []
    minutes: Count = 0
    extra: dict[str, object] = {}


class MeterFile(Schema):
    """A meter: words by the lowest value they stand for."""

    title: Text
    start: Annotated[int, Field(ge=-100, le=100)] = 0
    min: Annotated[int, Field(ge=-100, le=100)] = 0
    max: Annotated[int, Field(ge=-100, le=100)] = 6
    words: dict[int, Text] = {}


class ScenarioPage(_Page):
    """Front matter of a simulation."""

    kind: Literal["scenario"]
    items: list[Text] = []
    meters: Annotated[dict[Id, MeterFile], Field(max_length=3)] = {}


class QuizPage(_Page):
    """Front matter of a question bank. time_limit: minutes."""

    kind: Literal["quiz", "final", "pretest"] = "quiz"
    items: list[Text] = []
    draw: Count = 0
    pass_mark: Percent | None = None
    graded: bool = True
    shuffle: bool = True
    category_mark: Percent = 0
    attempts: Annotated[int, Field(ge=0, le=10)] = 0
    time_limit: Annotated[int, Field(ge=0, le=1_440)] = 0
    feedback: FeedbackTime = "immediate"
    right_answers: bool = True
