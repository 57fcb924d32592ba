"""Whether a course speaks of crisis: its content notes say so, in any language known to us."""

from __future__ import annotations

from collections.abc import Iterable

from moocbuild.model.course import Course
from moocbuild.words.languages import names_crisis


def about_crisis(course: Course) -> bool:
    """Whether a module or a page of the course speaks of crisis."""
    noted = (*course.modules, *course.pages())
    return any(speaks_of_crisis(each.content_notes) for each in noted)


def speaks_of_crisis(content_notes: Iterable[str]) -> bool:
    """Whether they name suicide, self-harm or crisis."""
    return names_crisis(" ".join(content_notes))
