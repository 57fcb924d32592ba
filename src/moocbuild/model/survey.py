"""What learners think: a question without a right answer, or a scale for several statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.model.interactions import Choice, Group, Texts
from moocbuild.model.text import Text
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What learners say how far they agree with. id: a letter frozen in course.lock."""

    id: str
    text: Text
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyInteraction:
    """Pick one of the choices, for each statement where there are any: a Likert scale.

    None is right: it is never scored, drawn or evidence.
    """

    choices: tuple[Choice, ...]
    statements: tuple[Statement, ...] = ()

    @property
    def earns_in_part(self) -> bool:
        """Nothing is earned."""
        return False

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Nothing that could be right or wrong."""
        return ()

    def distinct(self) -> Iterator[Texts]:
        """The choices, and the statements."""
        yield ((choice.text, choice.span) for choice in self.choices)
        yield ((statement.text, statement.span) for statement in self.statements)

    def groups(self) -> Iterator[Group]:
        """Nothing: no answer is told."""
        return iter(())

    def texts(self) -> Iterator[Text]:
        """Of choices and statements."""
        yield from (choice.text for choice in self.choices)
        yield from (statement.text for statement in self.statements)
