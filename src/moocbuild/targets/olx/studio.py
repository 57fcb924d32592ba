"""What a team has set in Studio goes into the package: an import would replace it (measured).

What an author writes in course.yml is stronger, and texts, names and grading of pages are the
package's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from moocbuild.formats.olx import Block
from moocbuild.model.course import Course
from moocbuild.model.openedx import Studio

_OF_THE_PACKAGE = frozenset(
    {"display_name", "language", "license", "tabs", "xml_attributes", "course_edit_method"}
)
_OF_BLOCKS = frozenset(
    {
        *("display_name", "filename", "format", "graded", "max_count", "url_name"),
        *("markdown", "markdown_edited"),  # Studio's own spelling of an older text
    }
)
"""What an edited course must be able to take back; so an older value never stays."""
_FROM_LIBRARIES = ("source_library", "upstream")
"""How attributes begin that name where Studio took a text from: it is the package's now."""


def kept(block: Block, studio: Studio) -> Block:
    """`block` and those inside it with the team's attributes where the package has none."""
    theirs = studio.blocks.get((block.type, block.url_name), {})
    more = {k: v for k, v in theirs.items() if _is_kept(k) and k not in block.attributes}
    children = tuple(kept(child, studio) for child in block.children)
    return replace(block, attributes={**block.attributes, **more}, children=children)


def _is_kept(name: str) -> bool:
    return name not in _OF_BLOCKS and not name.startswith(_FROM_LIBRARIES)


def course_settings(course: Course) -> dict[str, object]:
    """Of the course as a whole, for policy.json: stronger than attributes of its block."""
    settings = course.settings
    written = set(settings.olx.dates)
    written |= {"self_paced"} if settings.olx.self_paced is not None else set()
    written |= {"course_image"} if settings.olx.image else set()
    theirs = _studio(course).course
    return {k: v for k, v in theirs.items() if k not in _OF_THE_PACKAGE and k not in written}


def all_tabs(course: Course, ours: list[dict[str, object]]) -> list[dict[str, object]]:
    """Ours, then those of pages that the team has made."""
    known = {_tab(tab) for tab in ours}
    theirs = _studio(course).course.get("tabs")
    found = [tab for tab in theirs if isinstance(tab, dict)] if isinstance(theirs, list) else []
    more = [t for t in found if t.get("type") == "static_tab" and _tab(t) not in known]
    return [*ours, *more]


def grading(course: Course, ours: dict[str, Any]) -> dict[str, Any]:
    """Their pass marks and grace; their weights where the kinds of assignment are the same."""
    theirs = _studio(course).grading
    made = dict(ours)
    for name in ("GRADE_CUTOFFS", "GRACE_PERIOD"):
        if theirs.get(name):
            made[name] = theirs[name]
    weights = _weights(theirs.get("GRADER"))
    if weights.keys() == {row["type"] for row in ours["GRADER"]}:
        made["GRADER"] = [{**row, "weight": weights[row["type"]]} for row in ours["GRADER"]]
    return made


def _studio(course: Course) -> Studio:
    return course.settings.olx.studio or Studio()


def _tab(tab: Mapping[str, object]) -> tuple[object, object]:
    return tab.get("type"), tab.get("url_slug")


def _weights(graders: object) -> dict[object, object]:
    rows = graders if isinstance(graders, list) else []
    return {row.get("type"): row.get("weight") for row in rows if isinstance(row, dict)}
