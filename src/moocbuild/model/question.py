"""Questions: the closed lists of what is asked, and a table with a row for each of it.

What the interactions are stands in `interactions`; a new one is added to the three lists here:
what a target may keep of it (`Feature`), `Interaction`, and `Renderers`.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from dataclasses import field, fields
from functools import cache
from typing import Concatenate, Generic, ParamSpec, TypeVar, assert_never, get_args

from moocbuild.diagnostics import Span
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.gaps import Gap, GapsInteraction
from moocbuild.model.interactions import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    HottextInteraction,
    MatchInteraction,
    MatchOption,
    MatchRow,
    NumericEntryInteraction,
    OrderInteraction,
    Step,
    TextEntryInteraction,
    Unreadable,
)
from moocbuild.model.survey import Statement, SurveyInteraction
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass

__all__ = [
    "AcceptedNumber",
    "AcceptedText",
    "Choice",
    "ChoiceInteraction",
    "ExtendedTextInteraction",
    "Feature",
    "Gap",
    "GapsInteraction",
    "HottextInteraction",
    "Interaction",
    "MatchInteraction",
    "MatchOption",
    "MatchRow",
    "NumericEntryInteraction",
    "OrderInteraction",
    "Question",
    "Renderers",
    "Statement",
    "Step",
    "SurveyInteraction",
    "TextEntryInteraction",
    "UnknownInteractionError",
    "Unreadable",
    "feature_of",
]


class Feature(enum.Enum):
    """A part of course content that a target may keep, degrade or lose."""

    SINGLE = "single choice"
    TWO_OPTIONS = "choice between two options"
    MULTIPLE = "multiple choice"
    TRUE_FALSE = "true or false"
    MATCH = "match"
    ORDER = "order"
    NUMERIC = "numeric"
    TEXT = "text entry"
    HOTTEXT = "hottext"
    GAPS = "gaps in a text"
    JOURNAL = "journal"
    SURVEY = "survey question"
    LIKERT = "Likert scale"
    PARTIAL_CREDIT = "partial credit"
    FEEDBACK = "feedback per option"
    HINT = "hint"
    EXPLANATION = "explanation"
    POINTS = "points"
    PASS_MARK = "pass mark"
    CATEGORY_MARK = "a mark in each category"
    DRAW = "draw from a bank"
    ATTEMPTS = "limited attempts"
    TIME_LIMIT = "time limit"
    LATER_FEEDBACK = "feedback after the attempt"
    CLOSED_FEEDBACK = "feedback after the quiz has closed"
    HIDDEN_ANSWERS = "right answers that never show"
    PRETEST = "pre-test"
    SHUFFLE = "shuffled options"
    CRITICAL = "critical questions"
    GRADE = "grade"
    SCENARIO = "simulation"
    READING_VERSION = "text version of a simulation"
    QUESTIONS_IN_LESSONS = "questions in lessons"
    LINKS = "links between pages"
    IMAGES = "images"
    CAPTIONS = "captions of films"
    POSTERS = "posters of films"
    FILMS_ELSEWHERE = "films on other sites"
    TABS = "tabs"
    COMPETENCIES = "competencies"
    MADE_PAGES = "help, framework, glossary and sources"
    THEME = "the course's own look"
    PROGRESS = "progress and resume"
    COMPLETION = "completion"


Interaction = (
    ChoiceInteraction
    | TextEntryInteraction
    | NumericEntryInteraction
    | ExtendedTextInteraction
    | MatchInteraction
    | OrderInteraction
    | HottextInteraction
    | GapsInteraction
    | SurveyInteraction
    | Unreadable
)


def feature_of(asks: Interaction) -> Feature | None:  # noqa: C901 - one case an interaction
    """What a target keeps or loses with an interaction; None for one that could not be read."""
    match asks:
        case ChoiceInteraction():
            return _kind_of_choice(asks)
        case TextEntryInteraction():
            return Feature.TEXT
        case NumericEntryInteraction():
            return Feature.NUMERIC
        case ExtendedTextInteraction():
            return Feature.JOURNAL
        case MatchInteraction():
            return Feature.MATCH
        case OrderInteraction():
            return Feature.ORDER
        case HottextInteraction():
            return Feature.HOTTEXT
        case GapsInteraction():
            return Feature.GAPS
        case SurveyInteraction():
            return Feature.LIKERT if asks.statements else Feature.SURVEY
        case Unreadable():
            return None
        case _:
            assert_never(asks)


def _kind_of_choice(asks: ChoiceInteraction) -> Feature:
    if asks.presentation == "truefalse":
        return Feature.TRUE_FALSE
    if asks.multiple:
        return Feature.MULTIPLE
    return Feature.TWO_OPTIONS if len(asks.choices) == 2 else Feature.SINGLE


_UNSCORED = (ExtendedTextInteraction, SurveyInteraction, Unreadable)

P = ParamSpec("P")
R = TypeVar("R")
I = TypeVar("I")  # noqa: E741
Make = Callable[Concatenate[I, P], R]


class UnknownInteractionError(LookupError):
    """An interaction that a table does not know: it was to be lowered first (our bug)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderers(Generic[P, R]):
    """What is made of each interaction; None: not known here, so that lower/ has to replace it.

    Called with an interaction, it makes what the row of that interaction makes. An interaction
    without a row here is an error of types. So is a table without a row that is not None by
    itself; one that is has a file of lower/, as tests demand of every target.
    """

    choice: Make[ChoiceInteraction, P, R]
    text: Make[TextEntryInteraction, P, R]
    number: Make[NumericEntryInteraction, P, R] | None = None
    journal: Make[ExtendedTextInteraction, P, R] | None = None
    match: Make[MatchInteraction, P, R] | None = None
    order: Make[OrderInteraction, P, R] | None = None
    hottext: Make[HottextInteraction, P, R] | None = None
    gaps: Make[GapsInteraction, P, R] | None = None
    survey: Make[SurveyInteraction, P, R] | None = None

    def __call__(  # noqa: C901 - one case an interaction
        self, interaction: Interaction, /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Raises UnknownInteractionError where the row is None, and for what is unreadable."""
        match interaction:
            case ChoiceInteraction():
                return self.choice(interaction, *args, **kwargs)
            case TextEntryInteraction():
                return self.text(interaction, *args, **kwargs)
            case NumericEntryInteraction():
                return _known(self.number)(interaction, *args, **kwargs)
            case ExtendedTextInteraction():
                return _known(self.journal)(interaction, *args, **kwargs)
            case MatchInteraction():
                return _known(self.match)(interaction, *args, **kwargs)
            case OrderInteraction():
                return _known(self.order)(interaction, *args, **kwargs)
            case HottextInteraction():
                return _known(self.hottext)(interaction, *args, **kwargs)
            case GapsInteraction():
                return _known(self.gaps)(interaction, *args, **kwargs)
            case SurveyInteraction():
                return _known(self.survey)(interaction, *args, **kwargs)
            case Unreadable():
                raise UnknownInteractionError(interaction.why)
            case _:
                assert_never(interaction)

    @property
    def known(self) -> frozenset[type[Interaction]]:
        """The interactions that have a row."""
        return frozenset(kind for row, kind in _rows().items() if getattr(self, row) is not None)


@cache
def _rows() -> Mapping[str, type[Interaction]]:
    """The interaction of each row, as its type says: `Make[Interaction, …]`."""
    kinds = {kind.__name__: kind for kind in get_args(Interaction)}
    return {row.name: kinds[re.split(r"[\[,]", str(row.type))[1]] for row in fields(Renderers)}


def _known(make: Make[I, P, R] | None) -> Make[I, P, R]:
    if make is None:
        raise UnknownInteractionError("no row in this table")
    return make


def asked_key(id: str, quiz: str) -> str:
    """What tells a question of a pool, asked in `quiz`, from the same one asked elsewhere."""
    return f"{id}@{quiz}" if quiz else id


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """id: unique in the course, what the author wrote. ordinal: frozen place in state, from 1.

    competencies: the first is the main item (weight 1), the others count half. points > 0.
    pool: the pool that it stands in, "" for one of a page's own. asked_in: the quiz that asks it
    from a pool, "" where that is its home: of several quizzes the one whose records hang on `id`.
    """

    id: str
    kind: str
    title: str
    prompt: Text
    interaction: Interaction
    ordinal: int = 0
    points: float = 1.0
    level: str = ""
    critical: bool = False
    hint: Text = EMPTY
    explanation: Text = EMPTY
    competencies: tuple[CompetencyRef, ...] = ()
    pool: str = ""
    asked_in: str = ""
    span: Span = field(compare=False)

    @property
    def key(self) -> str:
        """What learners' records hang on: its id, and the quiz where several ask it."""
        return asked_key(self.id, self.asked_in)

    @property
    def scored(self) -> bool:
        """Journal prompts, surveys and unreadable questions are never scored, drawn or counted."""
        return not isinstance(self.interaction, _UNSCORED)
