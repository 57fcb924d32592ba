"""The front matter of Markdown files as data classes: names, types, ranges."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic_core import PydanticCustomError

from moocbuild.model.course import FeedbackTime
from moocbuild.source.yaml.shape import Before, Cleaned, Instead, Limits, Schema
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


OTHERS_KEYS = frozenset(
    (
        *("authors", "custom_edit_url", "description", "displayed_sidebar", "has_children"),
        *("hide", "hide_table_of_contents", "hide_title", "icon", "image", "keywords"),
        *("last_modified_date", "last_update", "layout", "nav_exclude", "nav_order"),
        *("pagination_label", "pagination_next", "pagination_prev", "parent", "permalink"),
        *("search", "sidebar_class_name", "sidebar_custom_props", "sidebar_label"),
        *("sidebar_position", "slug", "tags", "template", "toc", "toc_max_heading_level"),
        *("toc_min_heading_level", "unlisted", "weight"),
    )
)
"""Front matter of Docusaurus, MkDocs, Jekyll and Hugo on menus and addresses, which a course makes
by itself. Nothing of it is shown."""


class Ours(Cleaned):
    """Front matter of a page, beside keys of other tools."""

    @classmethod
    def cleaned(cls, written: object) -> object:
        """Without what other tools make of a page."""
        if not isinstance(written, dict):
            return written
        known = cls.fields()
        own = {key: value for key, value in written.items() if key in known}
        unknown = {k: v for k, v in written.items() if k not in own and k not in OTHERS_KEYS}
        return own | unknown


class _Page(Ours):
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


class OwnPage(Ours):
    """Front matter of a page that `pages:` in course.yml names."""

    title: str = ""
    content_notes: list[Text] = []
    minutes: Count = 0
    extra: dict[str, object] = {}


class MeterFile(Schema):
    """A meter: words by the lowest value they stand for."""

    title: Text
    start: Annotated[int, Limits(ge=-100, le=100)] = 0
    min: Annotated[int, Limits(ge=-100, le=100)] = 0
    max: Annotated[int, Limits(ge=-100, le=100)] = 6
    words: dict[int, Text] = {}


class ScenarioPage(_Page):
    """Front matter of a simulation."""

    kind: Literal["scenario"]
    items: list[Text] = []
    meters: Annotated[dict[Id, MeterFile], Limits(max_length=3)] = {}


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
    advice = "write how many questions are drawn, 'all', or a list of their ids"
    words = {"quoted": f"'{written[:60]}'", "help": advice}
    raise PydanticCustomError("pool", "{quoted} does not choose questions of a pool", words)


def _by_name(value: object) -> object:
    """A list of pools is all of each of them."""
    if isinstance(value, str):
        return {value: "all"}
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return dict.fromkeys(value, "all")
    return value


_Pool = Annotated[PoolWish, Instead(_pool_wish, written=int | str | list[str])]
_Pools = Annotated[
    dict[str, _Pool],
    Before(_by_name, written=str | list[str] | dict[str, _Pool]),
]


class PoolPage(Ours):
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
    pools: _Pools = {}
    pass_mark: Percent | None = None
    graded: bool = True
    shuffle: bool = True
    category_mark: Percent = 0
    attempts: Annotated[int, Limits(ge=0, le=10)] = 0
    time_limit: Annotated[int, Limits(ge=0, le=1_440)] = 0
    feedback: FeedbackTime = "immediate"
    right_answers: bool = True
