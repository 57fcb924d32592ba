"""How a course was made and who has reviewed it, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.model.course import Course
from moocbuild.model.text import Text, text
from moocbuild.words import Words, words


def sentence(course: Course) -> str:
    """The sentence where only characters can stand; "" where the course says nothing."""
    return statement(course).plain


def statement(course: Course) -> Text:
    """The sentence of the first page; EMPTY where the course says nothing."""
    say = words(course.language)
    pieces = [(said.strip().rstrip("."), ours) for said, ours in _pieces(course, say) if said]
    if not pieces:
        return Text()
    first, ours = pieces[0]
    pieces[0] = (f"{first[:1].upper()}{first[1:]}", ours)
    said = [say.ours(words) if ours else words for words, ours in pieces]
    return text(say.clauses(said), ".")


def _pieces(course: Course, say: Words) -> Iterator[tuple[str, bool]]:
    """Each with whether it is ours, not the author's."""
    yield course.statements.drafted, False
    yield _people(course, say), True
    yield course.statements.endorsement, False


def _people(course: Course, say: Words) -> str:
    """Who has reviewed what; "" where the course keeps no list of reviews."""
    if course.reviews is None:
        return ""
    units = list(course.units())
    done = {review.unit for review in course.reviews if not review.stale}
    titles = [module.title for module in units if module.id in done]
    if len(titles) == len(units):
        return say("statement.all")
    return say("statement.some", units=say.joined(titles)) if titles else say("statement.none")
