"""Gaps within a text: each is a choice from a list, or words to type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.model.interactions import (
    AcceptedText,
    Choice,
    Group,
    Texts,
    offers,
    typed,
)
from moocbuild.model.text import Text
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What fits one gap: options to pick from, or words to type; the other is empty.

    id: a letter frozen in course.lock, which its blank in the prompt bears as `part`.
    """

    id: str
    choices: tuple[Choice, ...] = ()
    answers: tuple[AcceptedText, ...] = ()
    span: Span = field(compare=False)

    @property
    def group(self) -> Group:
        """What may be answered, and what is said of it."""
        return offers(self.choices) or typed(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsInteraction:
    """A prompt with gaps, here in reading order; each earns an equal share of the points."""

    gaps: tuple[Gap, ...]

    @property
    def earns_in_part(self) -> bool:
        """Where there are several gaps."""
        return len(self.gaps) > 1

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The options of all gaps."""
        return tuple(choice for gap in self.gaps for choice in gap.choices)

    def distinct(self) -> Iterator[Texts]:
        """The options of each gap, and its words that are folded."""
        for gap in self.gaps:
            yield ((choice.text, choice.span) for choice in gap.choices)
            yield ((each.text, each.span) for each in gap.answers if not each.exact)

    def groups(self) -> Iterator[Group]:
        """One a gap."""
        return (gap.group for gap in self.gaps)

    def texts(self) -> Iterator[Text]:
        """Of options, and what is said of options and entries."""
        for gap in self.gaps:
            yield from (text for choice in gap.choices for text in (choice.feedback, choice.text))
            yield from (answer.feedback for answer in gap.answers)
