"""How the course was made, and who has reviewed which unit: a part of the about page."""

from __future__ import annotations

from collections.abc import Sequence

from moocbuild.model.course import Course, Module
from moocbuild.model.statements import Review
from moocbuild.model.text import EMPTY, Element, Text, element, paragraph, text
from moocbuild.words import Words
from moocbuild.words.statement import statement


def made_and_reviewed(course: Course, say: Words) -> Text:
    """Two sections, each EMPTY for a course that says nothing of it."""
    return text(_made(course, say), _reviewed(course, say))


def _made(course: Course, say: Words) -> Text:
    told = [words for words in (statement(course), text(course.statements.made)) if words]
    if not told:
        return EMPTY
    title = element("h2", say.content("reviews.made"), id="made")
    return text(title, *map(paragraph, told))


def _reviewed(course: Course, say: Words) -> Text:
    if course.reviews is None:
        return EMPTY
    rows = [_row(module, of_module(module, course.reviews), say) for module in course.units()]
    names = (say.content("reviews.unit"), say.content("reviews.by"))
    head = element("tr", *(element("th", name, scope="col") for name in names))
    return text(
        element("h2", say.content("reviews.title"), id="reviews"),
        paragraph(say.content("reviews.lead")),
        element("table", element("thead", head), element("tbody", *rows)),
    )


def of_module(module: Module, reviews: Sequence[Review]) -> list[Review]:
    """The reviews of one module, the oldest first."""
    found = [review for review in reviews if review.unit == module.id]
    return sorted(found, key=lambda review: (review.when, review.who))


def _row(module: Module, reviews: Sequence[Review], say: Words) -> Element:
    told = say.content("reviews.nobody")
    if reviews:
        told = element("ul", *(element("li", _told(review, say)) for review in reviews))
    return element("tr", element("th", module.title, scope="row"), element("td", told))


def _told(review: Review, say: Words) -> Text:
    """ "Name, role, 2027-02-11, version 1.0.0, the text has changed since. A note."."""
    role = review.role if review.role.casefold() != review.who.casefold() else ""
    version = say("reviews.version", version=review.version) if review.version else ""
    facts = say.joined([fact for fact in (review.who, role) if fact])
    changed = say("reviews.changed") if review.stale else ""
    ours = [fact for fact in (say.date(review.when), version, changed) if fact]
    note = f" {review.note}" if review.note else ""
    return text(facts, ", ", say.ours(say.joined(ours)), f".{note}")
