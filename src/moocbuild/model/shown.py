"""What a package of some of a course's pages needs of its media."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from moocbuild.model.asset import Asset
from moocbuild.model.course import Activity, Course, Lesson, Module
from moocbuild.model.walk import texts


def shown_assets(course: Course, modules: Iterable[Module]) -> Mapping[str, Asset]:
    """Those of the course that pages of `modules` show, by href; and those of its look."""
    shown = {picture.href for picture in (course.theme.logo, course.theme.cover) if picture}
    for module in modules:
        shown.update(href for page in module.pages() for href in media_of(page))
    return {href: asset for href, asset in course.assets.items() if href in shown}


def media_of(page: Activity) -> Iterator[str]:
    """What a page shows, by href, as often as it does."""
    for text in texts(page.parts if isinstance(page, Lesson) else page):
        yield from (ref.id for ref in text.refs() if ref.kind == "media")
