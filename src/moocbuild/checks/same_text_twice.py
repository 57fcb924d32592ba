"""Two options of a question say the same.

They are compared as learners see them: without accents written in two ways, double spaces or
capitals. Two steps of an order, two cells of a match, or two words to type must differ as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.question import (
    ChoiceInteraction,
    HottextInteraction,
    MatchInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
)

RULE = Rule("MB133", "same-text-twice", Severity.ERROR, __doc__)


def check(course: Course) -> Iterator[Diagnostic]:
    """Every pair, at the later one."""
    for question in course.questions():
        for texts in _lists(question):
            seen: dict[str, Span] = {}
            for text, span in texts:
                folded = fold(text)
                if folded and folded in seen:
                    message = f"'{text[:60]}' stands twice in '{question.id}'"
                    yield RULE.at(span, message, related=((seen[folded], "first here"),))
                seen.setdefault(folded, span)


def fold(text: str) -> str:
    """`text` as compared: composed, without marks of direction, capitals and double spaces."""
    visible = "".join(
        c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf"
    )
    return " ".join(visible.casefold().split())


Texts = Iterator[tuple[str, Span]]


def _lists(question: Question) -> Iterator[Texts]:
    """Lists in which every text must differ."""
    asked = question.interaction
    if isinstance(asked, ChoiceInteraction | HottextInteraction):
        yield ((c.text.plain, c.span) for c in asked.choices)
    elif isinstance(asked, OrderInteraction):
        yield ((s.text.plain, s.span) for s in asked.steps)
    elif isinstance(asked, MatchInteraction):
        yield ((r.left.plain, r.span) for r in asked.rows)
        places = {row.right: row.span for row in reversed(asked.rows)}
        yield ((o.text.plain, places.get(o.id, question.span)) for o in asked.options)
    elif isinstance(asked, TextEntryInteraction):
        yield ((a.text, a.span) for a in asked.answers if not a.exact)
