"""What was written, read back as a build reads it: whether it says what the source says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from moocbuild.diagnostics import Diagnostic
from moocbuild.diagnostics.importing import DIFFERENT
from moocbuild.model.course import Course
from moocbuild.model.interactions import MatchInteraction, OrderInteraction, Unreadable
from moocbuild.model.question import Question
from moocbuild.model.text import Text, said

Facts = tuple[object, ...]


def differences(wanted: Iterable[Question], course: Course | None) -> Iterator[Diagnostic]:
    """A finding for each question that says something else than the source."""
    there = {asked.id: asked for asked in course.questions()} if course else {}
    for asked in wanted:
        found = there.get(asked.id)
        if found is None or isinstance(found.interaction, Unreadable):
            yield DIFFERENT.at(asked.span, f"the question '{asked.id}' cannot be read back")
            continue
        before, after = facts(asked), facts(found)
        for name in before:
            if before[name] != after[name]:
                yield DIFFERENT.at(
                    asked.span, f"{name} of '{asked.id}' is not quite as in the source"
                )


def facts(asked: Question) -> Mapping[str, Facts]:
    """What a question says, in words: how it is written does not count."""
    asks = asked.interaction
    return {
        "the text": (words(asked.prompt),),
        "the kind": (type(asks).__name__, asked.points, asked.critical),
        "the answers": tuple(
            (words(told.text), told.score, told.numbers)
            for group in asks.groups()
            for told in group
        ),
        "feedback": tuple(words(told.feedback) for group in asks.groups() for told in group),
        "the pairs": tuple(_pairs(asked)),
        "the steps": tuple(words(step.text) for step in asks.steps)
        if isinstance(asks, OrderInteraction)
        else (),
        "the hint": (words(asked.hint),),
        "the explanation": (words(asked.explanation),),
        "the codes": tuple(ref.code for ref in asked.competencies),
    }


def _pairs(asked: Question) -> Iterator[tuple[str, str, str]]:
    asks = asked.interaction
    if isinstance(asks, MatchInteraction):
        rights = {option.id: words(option.text) for option in asks.options}
        used = {row.right for row in asks.rows}
        for row in asks.rows:
            yield words(row.left), rights[row.right], words(row.feedback)
        for id in sorted(set(rights) - used, key=rights.__getitem__):
            yield "", rights[id], ""


def words(text: Text) -> str:
    """The words of a text; a picture by its description."""
    return said(text)
