"""Comments as findings, at the file and line that each is about."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.compare.extract import extracts
from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.diagnostics.reviewing import COMMENT, GONE, OLD_TEXT, OTHER_COURSE, VERDICT
from moocbuild.model.course import Course, Module
from moocbuild.review.comments import Comment, Review
from moocbuild.review.find import Found, Places
from moocbuild.review.keys import key_of
from moocbuild.source.course import COURSE

_VERDICTS = {
    "yes": "would let people learn from it as it is",
    "changes": "would let people learn from it after the changes",
    "no": "would not let people learn from it",
}


def findings(course: Course, review: Review, places: Places, file: str) -> Iterator[Diagnostic]:
    """What one file says. file: its name, for what is wrong with it as a whole."""
    if not is_of(course, review):
        other = review.course[:80] or "another course"
        yield OTHER_COURSE.at(Span(file), f"these are comments on '{other}', not '{course.id}'")
        return
    whole = _whole(course, review)
    if review.verdict in _VERDICTS:
        when = f", {review.saved}" if review.saved else ""
        yield VERDICT.at(whole, f"{_who(review)}{when}: {_VERDICTS[review.verdict]}")
    if review.remarks:
        yield COMMENT.at(whole, f"{_who(review)} on the whole: {review.remarks}")
    for comment in review.comments:
        yield _finding(comment, review, places)


def is_of(course: Course, review: Review) -> bool:
    """Whether a file is about this course, as far as it says."""
    if review.key:
        return review.key == key_of(course.id)
    return not review.course or review.course == course.id


def _whole(course: Course, review: Review) -> Span:
    """Where what is said of the whole stands: the one unit that was read, or the course."""
    read = [module for module in course.units() if read_whole(module, review)]
    return read[0].welcome.span if len(read) == 1 else Span(COURSE, 1)


def _finding(comment: Comment, review: Review, places: Places) -> Diagnostic:
    said = f"{_speaker(comment, review)}: {comment.said}"
    found = places.find(comment)
    if found is None:
        near = places.near(comment)
        was = f" (it was about '{comment.text}', which is gone)" if comment.text else ""
        return GONE.at(near.span if near else Span(COURSE, 1), said + was)
    if found.changed:
        return OLD_TEXT.at(found.place.span, f"{said} ({_then_and_now(comment, found)})")
    return COMMENT.at(found.place.span, said)


_SHORT = 120
"""Characters of a text that is told whole."""


def _then_and_now(comment: Comment, found: Found) -> str:
    changed = "the text has changed since"
    if not comment.text:
        return changed
    then, now = comment.text, found.now
    if max(len(then), len(now)) > _SHORT:
        then, now = extracts(then, now) or (then, now)
    return f"{changed}: then '{then}', now '{now}'"


def _speaker(comment: Comment, review: Review) -> str:
    who = _who(review) if not comment.who or comment.who == review.name else comment.who
    return f"{who} on '{comment.quoted}'" if comment.quoted else who


def _who(review: Review) -> str:
    name = review.name or "a reviewer"
    return f"{name} ({review.role})" if review.role else name


def read_whole(module: Module, review: Review) -> str:
    """The hash of what was read of a module, "" where the file does not have all of it."""
    return review.hashes.get(module.id, "") or review.hashes.get(key_of(module.id), "")
