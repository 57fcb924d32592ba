"""The best answers of a unit can be guessed without reading its text.

moocbuild learns rules from the other units of the course: are best options longer, or the only
ones with a question mark? Do "just" and "always" mark wrong ones? It then guesses the answers of
this unit by those rules. Some guesses are right by chance; the warning appears when more of them
are right than chance alone would give in 95 of 100 such units. Learners pick up such patterns
quickly, and then answer the pattern. Change options until the tells listed here are as common in
right options as in wrong ones: give wrong ones a question mark, remove "just" from them, shorten
what is long.

The single choices of a unit are judged together, and so are the choices of each simulation. The
check needs at least three units, and at least twelve questions outside the unit that is judged;
fewer are not enough to learn rules from.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.checks.guessing.guess import Guessed, guessed
from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

__all__ = ["RULE", "Guessed", "check", "guessed"]

RULE = Rule(
    "MB207",
    "guessable",
    Severity.WARNING,
    __doc__,
    remedy="make best and wrong options alike in length and form",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """One warning for each bank that is guessed too often."""
    for found in guessed(course):
        if found.hits > found.allowed:
            yield RULE.at(found.bank.span, _message(found), help=_help(found))


def _message(found: Guessed) -> str:
    what = "single choices" if found.bank.kind == "questions" else "choices of this simulation"
    told = f"{found.hits} of {found.asked} {what} can be guessed without reading the text"
    return f"{told} (at most {found.allowed} by chance)"


def _help(found: Guessed) -> str:
    return (
        f"make these as common in wrong options as in right ones: {'; '.join(found.tells)}"
        if found.tells
        else ""
    )
