"""One package in several languages: what each of them has to know of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moocbuild.diagnostics import Report
from moocbuild.i18n.findings import OTHER_COURSE
from moocbuild.model.course import Course


def beside_each_other(courses: Sequence[Course]) -> list[Course]:
    """The same course in several languages, the first of which has the plain names.

    All have the files of all, so that these have the same names in each; a file that is another
    one in a language, such as a picture with words in it, is named as that language's.
    """
    first = courses[0]
    tongues = tuple(course.language for course in courses)
    every = {href: asset for course in reversed(courses) for href, asset in course.assets.items()}
    found = []
    for course in courses:
        assets = {href: course.assets.get(href, every[href]) for href in sorted(every)}
        own = (h for h, asset in course.assets.items() if asset.sha256 != every[h].sha256)
        media = () if course is first else tuple(sorted(own))
        found.append(replace(course, beside=tongues, own_media=media, assets=assets))
    return found


def check_pages_of(courses: Sequence[Course], report: Report) -> None:
    """Reports pages that are not there in every language: a switch would lead nowhere."""
    first, *more = ({page.id: page for page in course.pages()} for course in courses)
    for course, pages in zip(courses[1:], more, strict=True):
        for id in sorted(first.keys() ^ pages.keys()):
            page = first.get(id) or pages[id]
            message = f"the page '{id}' is not there in every language ('{course.language}')"
            report(OTHER_COURSE.at(page.span, message))
