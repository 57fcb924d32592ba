"""The best answers of a unit can be guessed without reading its text.

Rules are learned on the other units of the course: are best options longer, or the only ones with
a question mark? Do "just" and "always" mark wrong ones? Then the rules guess this unit. By chance
they would be right now and then; this warning comes where they are right more often than chance
is in 95 of 100 such units. Whoever takes a quiz learns such patterns quickly, and then answers
the pattern. Change options until the tells that are named here stand with right and wrong ones
alike: give wrong ones a question mark, take "just" out of them, shorten what is long.

Single choices of a unit are judged together, and so are the choices of each simulation. A course
needs three units, and twelve questions outside of the unit that is guessed: fewer teach nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.checks.guessing.guess import Guessed, guessed
from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

__all__ = ["RULE", "Guessed", "check", "guessed"]

RULE = Rule("MB207", "guessable", Severity.WARNING, __doc__)


def check(course: Course) -> Iterator[Diagnostic]:
    """One warning for each bank that is guessed too often."""
    for found in guessed(course):
        if found.hits > found.allowed:
            yield RULE.at(found.bank.span, _message(found), help=_help(found))


def _message(found: Guessed) -> str:
    what = "single choices" if found.bank.kind == "questions" else "choices of this simulation"
    told = f"{found.hits} of {found.asked} {what} can be guessed by their surface"
    return f"{told} (by chance at most {found.allowed})"


def _help(found: Guessed) -> str:
    return f"even these out: {'; '.join(found.tells)}" if found.tells else ""
