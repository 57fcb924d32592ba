"""What a package says of its course to `moocbuild diff`."""

from __future__ import annotations

from moocbuild.compare import SUMMARY
from moocbuild.compare.slim import packed
from moocbuild.model.course import Course
from moocbuild.package import Content
from moocbuild.package.memo import once


def summary(course: Course) -> dict[str, Content]:
    """The member that holds it; none where it is not known what the author wrote."""
    origin = course.origin
    if origin is None:
        return {}
    return {SUMMARY: once(("summary", origin), lambda: packed(origin), len)}
