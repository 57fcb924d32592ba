"""How the course was made, and who has reviewed which unit: a part of the about page."""

from __future__ import annotations

from collections.abc import Sequence

from moocbuild.model.course import Course, Module
from moocbuild.model.statements import Review
from moocbuild.model.text import EMPTY, Content, Element, Text, element, paragraph, text


def made_and_reviewed(course: Course) -> Text:
    """Two sections, each EMPTY for a course that says nothing of it."""
    return text(_made(course), _reviewed(course))


def _made(course: Course) -> Text:
    told = [words for words in (course.stated(), course.statements.made) if words]
    if not told:
        return EMPTY
    return text(element("h2", "How this course was made", id="made"), *map(paragraph, told))


def _reviewed(course: Course) -> Text:
    if course.reviews is None:
        return EMPTY
    rows = [_row(module, _of(module, course.reviews)) for module in course.units()]
    head = element("tr", *(element("th", name, scope="col") for name in ("Unit", "Reviewed by")))
    return text(
        element("h2", "Who has reviewed it", id="reviews"),
        paragraph(_LEAD),
        element("table", element("thead", head), element("tbody", *rows)),
    )


_LEAD = (
    "These people have read a whole unit and stand by what it says, in the version named. "
    "Checks by programs are not listed."
)
_NOBODY = "No person has reviewed this unit yet."


def _of(module: Module, reviews: Sequence[Review]) -> list[Review]:
    found = [review for review in reviews if review.unit == module.id]
    return sorted(found, key=lambda review: (review.when, review.who))


def _row(module: Module, reviews: Sequence[Review]) -> Element:
    told: Content = _NOBODY
    if reviews:
        told = element("ul", *(element("li", _told(review)) for review in reviews))
    return element("tr", element("th", module.title, scope="row"), element("td", told))


def _told(review: Review) -> str:
    """ "Name, role, 2027-02-11, version 1.0.0. A note."."""
    role = review.role if review.role.casefold() != review.who.casefold() else ""
    version = f"version {review.version}" if review.version else ""
    facts = [fact for fact in (review.who, role, review.when.isoformat(), version) if fact]
    return f"{', '.join(facts)}. {review.note}".strip()
