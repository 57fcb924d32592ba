"""The front matter of Markdown files as data classes (pydantic): names, types, ranges."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from moocbuild.model.course import FeedbackTime
from moocbuild.source.yaml.schema import IDENTIFIER, Count, Id, Percent, Schema, Text


def _page_id(value: str) -> str:
    """`page`, or `module/page`."""
    if not value or all(re.fullmatch(IDENTIFIER, part) for part in value.split("/", 1)):
        return value
    raise _no_id(value, "active-listening/first-contact")


def _module_id(value: str) -> str:
    if not value or re.fullmatch(IDENTIFIER, value):
        return value
    raise _no_id(value, "active-listening")


def _no_id(value: str, example: str) -> PydanticCustomError:
    words = {"quoted": f"'{value[:60]}'", "example": example}
    help = "{quoted} is no id; use a-z, 0-9 and hyphens, as in {example}"
    return PydanticCustomError("id", help, words)


class _Page(Schema):
    """id: what learners' records hang on, where it is not by the name of the file."""

    id: Annotated[str, AfterValidator(_page_id)] = ""
    title: str = ""
    content_notes: list[Text] = []
    minutes: Count = 0
    draft: bool = False
    extra: dict[str, object] = {}


class ModulePage(_Page):
    """Front matter of index.md. id: of the module."""

    id: Annotated[str, AfterValidator(_module_id)] = ""
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


PoolWish = tuple[int, tuple[str, ...]]
"""How many questions of a pool are drawn, 0 for all; and which of them a quiz has, () for all."""


def _pool_wish(value: object) -> PoolWish:
    """`3`, `all`, or a list of ids."""
    if isinstance(value, str) and value.strip() == "all":
        return 0, ()
    if isinstance(value, str) and re.fullmatch(r"[1-9]\d{0,4}", value.strip(), re.ASCII):
        return int(value), ()
    if isinstance(value, list) and value:
        ids = [each.lstrip("#") for each in value if isinstance(each, str)]
        if len(ids) == len(value) and all(re.fullmatch(IDENTIFIER, id) for id in ids):
            return 0, tuple(dict.fromkeys(ids))
    written = value if isinstance(value, str) else "this"
    words = {"quoted": f"'{written[:60]}'"}
    help = "{quoted} is neither a number, nor 'all', nor a list of ids of questions"
    raise PydanticCustomError("pool", help, words)


def _by_name(value: object) -> object:
    """A list of pools is all of each of them."""
    if isinstance(value, str):
        return {value: "all"}
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return dict.fromkeys(value, "all")
    return value


class PoolPage(Schema):
    """Front matter of a pool of questions."""

    kind: Literal["pool"] = "pool"
    title: str = ""
    draft: bool = False
    extra: dict[str, object] = {}


class QuizPage(_Page):
    """Front matter of a question bank. time_limit: minutes. pools: by name."""

    kind: Literal["quiz", "final", "pretest"] = "quiz"
    items: list[Text] = []
    draw: Count = 0
    pools: Annotated[
        dict[str, Annotated[PoolWish, PlainValidator(_pool_wish)]], BeforeValidator(_by_name)
    ] = {}
    pass_mark: Percent | None = None
    graded: bool = True
    shuffle: bool = True
    category_mark: Percent = 0
    attempts: Annotated[int, Field(ge=0, le=10)] = 0
    time_limit: Annotated[int, Field(ge=0, le=1_440)] = 0
    feedback: FeedbackTime = "immediate"
    right_answers: bool = True
