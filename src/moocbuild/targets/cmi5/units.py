"""A course cut into assignable units, each a whole course of one module.

Units know nothing of each other, as a platform may launch them in any order and keeps the records
of each apart: a link to a page of another one is words, and competencies are those of its answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from moocbuild.model.course import MADE_MODULE, Course, Track
from moocbuild.model.select import select
from moocbuild.model.shown import shown_assets


def units(course: Course) -> Mapping[str, Course]:
    """The units by their folder (`01-listening/`), in the order of the modules."""
    return {f"{module.id}/": _unit(course, module.id) for module in course.units()}


def _unit(course: Course, module: str) -> Course:
    """The course of one module and the made pages; with it, the same in its other languages."""
    track = Track(id=course.track, title="", modules=(module, MADE_MODULE))
    chosen = select(course, track)
    own = next(each for each in chosen.modules if each.id == module)
    return replace(
        chosen,
        id=f"{course.id}-{module}",
        title=own.title,
        description=" ".join(own.outcomes),
        origin=None,
        assets=shown_assets(course, chosen.modules),
        others=tuple(_unit(each, module) for each in course.others),
    )
