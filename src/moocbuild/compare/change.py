"""One change that learners meet, and the groups in which changes are told."""

from __future__ import annotations

from typing import Literal

from moocbuild.values import dataclass

Group = Literal[
    "answers",
    "lost",
    "added",
    "moved",
    "renamed",
    "text",
    "media",
    "competencies",
    "settings",
    "look",
]
GROUPS: tuple[Group, ...] = (
    "answers",
    "lost",
    "added",
    "moved",
    "renamed",
    "text",
    "media",
    "competencies",
    "settings",
    "look",
)
"""What decides who passes first, then what learners' records hang on, then all else."""
Kind = Literal[
    "course", "module", "page", "question", "scene", "competency", "media", "track", "entry"
]
Value = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """what: its name among the words, `change.NAME`. id, title: of the thing that changed.

    page: the id of the page that it is on. text: of what within the thing, such as an option's
    words. part: name of the field or text that changed. old, new: values, or extracts of a text
    around the first place that differs; both None where nothing is to be shown.
    """

    group: Group
    what: str
    kind: Kind
    id: str
    title: str = ""
    page: str = ""
    text: str = ""
    part: str = ""
    old: Value = None
    new: Value = None
