"""Two options of a question say the same.

They are compared as learners see them: without accents written in two ways, double spaces or
capitals. Two steps of an order, or two rows of a match, must differ as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.question import (
    ChoiceInteraction,
    HottextInteraction,
    Interaction,
    MatchInteraction,
    OrderInteraction,
)

RULE = Rule("MB133", "same-text-twice", Severity.ERROR, __doc__)


def check(course: Course) -> Iterator[Diagnostic]:
    """Every pair, at the later one."""
    for question in course.questions():
        seen: dict[str, Span] = {}
        for text, span in _texts(question.interaction):
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


def _texts(interaction: Interaction) -> Iterator[tuple[str, Span]]:
    if isinstance(interaction, ChoiceInteraction | HottextInteraction):
        yield from ((c.text.plain, c.span) for c in interaction.choices)
    elif isinstance(interaction, OrderInteraction):
        yield from ((s.text.plain, s.span) for s in interaction.steps)
    elif isinstance(interaction, MatchInteraction):
        yield from ((r.left.plain, r.span) for r in interaction.rows)
