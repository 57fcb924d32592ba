"""The course: modules of activities, and what belongs to all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from moocbuild.diagnostics import Severity, Span
from moocbuild.model.asset import Asset
from moocbuild.model.competency import CompetencyFramework, CompetencyRef
from moocbuild.model.language import direction
from moocbuild.model.openedx import OpenEdxSettings
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.statements import Review, Statements
from moocbuild.model.text import EMPTY, Text
from moocbuild.model.theme import PLAIN, Theme
from moocbuild.model.wording import Wording
from moocbuild.values import dataclass

MADE_MODULE = "about"
"""Id of the module of pages that the tool adds."""

MadePage = Literal[
    "help",
    "framework",
    "competencies",
    "glossary",
    "sources",
    "journal",
    "completion",
    "about",
    "privacy",
    "accessibility",
]
"""What the tool makes of a course beside what its author wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A sequence of prose and questions. id: the whole page id, `module/lesson`.

    kind: "lesson", "case" (a lesson with questions) or "page" (made by the tool, or added by it).
    hosts: of other sites, from which its films come (see `hosts`). uses: what else of its
    texts not every target keeps, "poster" and "tabs".
    heading: its title where words of another language are in it, which it marks; else EMPTY.
    ordinal: frozen place in stored state, from 1; 0 for made pages, which keep no state.
    """

    id: str
    title: str
    heading: Text = EMPTY
    parts: tuple[Text | Question, ...]
    kind: Literal["lesson", "case", "page"] = "lesson"
    competencies: tuple[CompetencyRef, ...] = ()
    content_notes: tuple[str, ...] = ()
    minutes: int = 0
    ordinal: int = 0
    hosts: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    span: Span = field(compare=False)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its questions, in order."""
        return tuple(part for part in self.parts if isinstance(part, Question))


FeedbackTime = Literal["immediate", "after-attempt", "after-close"]
"""When learners see what their answers are worth: at once, or later for all of them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Questions that several quizzes ask. id: name of its file, without its number."""

    id: str
    title: str
    questions: tuple[Question, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolUse:
    """A pool that a quiz asks. drawn: how many of its questions in an attempt, 0 for all of those
    that the quiz has of it. span: of the pool's title.
    """

    pool: str
    title: str
    drawn: int = 0
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A question bank and how it is asked. id: the whole page id, `module/quiz` for one that has
    the name of its module.

    questions: its own, then those of its pools. pass_mark: percent. drawn: how many of its own
    scored questions an attempt shows, 0 for all; pools: how many of theirs. attempts:
    how often it may be taken, 0 for any number. time_limit: minutes, 0 for none. right_answers:
    whether they are told to those who did not find them. pretest: stands before the unit, never
    graded.
    """

    id: str
    title: str
    intro: Text = EMPTY
    questions: tuple[Question, ...]
    pass_mark: int = 70
    graded: bool = True
    shuffle: bool = True
    drawn: int = 0
    pools: tuple[PoolUse, ...] = ()
    final: bool = False
    category_mark: int = 0
    attempts: int = 0
    time_limit: int = 0
    feedback: FeedbackTime = "immediate"
    right_answers: bool = True
    pretest: bool = False
    content_notes: tuple[str, ...] = ()
    minutes: int = 0
    ordinal: int = 0
    hosts: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    span: Span = field(compare=False)


Activity = Lesson | Quiz | Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """id: folder name without its number. `welcome` is the index page (id: `module/index`)."""

    id: str
    title: str
    welcome: Lesson
    outcomes: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    competencies: tuple[CompetencyRef, ...] = ()
    content_notes: tuple[str, ...] = ()
    minutes: int = 0
    span: Span = field(compare=False)

    def pages(self) -> Iterator[Activity]:
        """The welcome page, then every activity."""
        yield self.welcome
        yield from self.activities


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A route through the course: `module` or `module/activity` ids."""

    id: str
    title: str
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A help line. Only a confirmed one is ever shown to learners."""

    country: str
    role: str
    number: str
    languages: tuple[str, ...] = ()
    hours: str = ""
    operator: str = ""
    url: str = ""
    confirmed_on: datetime.date | None = None
    span: Span = field(compare=False)

    @property
    def emergency(self) -> bool:
        """Whether it is for danger to life."""
        return self.role in ("emergency", "emergency_medical")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source. verified: how far it was seen ("source", "public copies", "part", "memory")."""

    key: str
    cite: str
    verified: str = ""
    doi: str = ""
    url: str = ""
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry."""

    term: str
    definition: Text
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A private writing space that stands as prose in this target. page, title: where it stood."""

    page: str
    title: str
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What authors may set for a family of targets. sco: "course" or "lesson"; au: "course" or
    "module".

    languages: into which the course is translated, or is to be, its own among them.
    targets: names, and where they are written. rules: name of a rule, its severity (None: off),
    where that is written. today: for checks of age alone; wording: for those of words. No package
    holds these two.
    """

    pass_mark: int = 70
    targets: tuple[tuple[str, Span], ...] = ()
    languages: tuple[str, ...] = ()
    sco: str = "course"
    scorm_schemas: str = ""
    au: str = "course"
    olx: OpenEdxSettings = field(default_factory=OpenEdxSettings)
    rules: tuple[tuple[str, Severity | None, Span], ...] = ()
    today: datetime.date = datetime.date.min
    wording: Wording = field(default_factory=Wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePages:
    """What an author has said of made pages. asked: those switched on or off. own: the author's
    pages in the place of made ones, whose ids they bear.
    """

    asked: Mapping[MadePage, bool] = field(default_factory=dict)
    own: tuple[Lesson, ...] = ()

    def wants(self, page: MadePage, *, there: bool) -> bool:
        """Whether the tool makes this page. there: whether the course has what it would show."""
        return not self.written(page) and self.asked.get(page, there)

    def written(self, page: MadePage) -> Lesson | None:
        """The author's own page in its place."""
        return next((lesson for lesson in self.own if lesson.id == page), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """How far a course is translated. language: its author's. done, total: texts.

    left: titles and other lines of characters that are still in that language.
    """

    language: str
    done: int
    total: int
    left: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """Everything a target may need. Compared by identity: it is large and never made twice.

    id: never changed, learners' records hang on it. released: every date inside packages.
    assets: by href, only those in use. modules end with the made pages (`id` "about").
    reviews: None where the course keeps no list of them.
    prompts: what `fit` took out of the pages, for targets that show it elsewhere.
    origin: the same as its author wrote it, before pages were added and anything was replaced.
    translation: None in the language of its author. beside: languages that one package has with a
    switch, the first at plain names; () of a package of its own. own_media: hrefs of files that
    are another one in the first of these. others: the course in the other languages.
    """

    id: str
    org: str
    title: str
    description: str
    version: str
    released: datetime.date
    language: str
    licence: str
    authors: tuple[str, ...]
    countries: tuple[str, ...]
    modules: tuple[Module, ...]
    framework: CompetencyFramework
    tracks: tuple[Track, ...] = ()
    contacts: tuple[Contact, ...] = ()
    references: tuple[Reference, ...] = ()
    glossary: tuple[Term, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    made: MadePages = field(default_factory=MadePages)
    theme: Theme = PLAIN
    statements: Statements = field(default_factory=Statements)
    reviews: tuple[Review, ...] | None = None
    assets: Mapping[str, Asset] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    track: str = ""
    translation: Translation | None = None
    beside: tuple[str, ...] = ()
    own_media: tuple[str, ...] = ()
    others: tuple[Course, ...] = field(default=(), compare=False)
    origin: Course | None = field(default=None, compare=False)

    @property
    def author_language(self) -> str:
        """The language in which its author wrote it."""
        return self.translation.language if self.translation else self.language

    @property
    def tongue(self) -> str:
        """What its files are told apart by in a package of several languages, "" of the first."""
        return self.language if self.language in self.beside[1:] else ""

    def own_marks(self, words: str) -> dict[str, str]:
        """HTML's attributes of an author's words that are not translated yet; else none."""
        if self.translation is None or words not in self.translation.left:
            return {}
        own, around = direction(self.translation.language), direction(self.language)
        turned = {"dir": own} if own != around else {}
        return {"lang": self.translation.language, **turned}

    def help_lines(self) -> list[Contact]:
        """What learners are shown: confirmed contacts of its countries, emergency first."""
        shown = [c for c in self.contacts if c.confirmed_on and c.country in self.countries]
        return sorted(shown, key=lambda c: (not c.emergency, self.countries.index(c.country)))

    @property
    def has_help(self) -> bool:
        """Whether it has a page of help, to which every page then leads."""
        return bool(self.made.written("help")) or self.made.wants("help", there=False)

    def units(self) -> Iterator[Module]:
        """The modules that authors wrote."""
        return (module for module in self.modules if module.id != MADE_MODULE)

    def pages(self) -> Iterator[Activity]:
        """Every page, in reading order."""
        for module in self.modules:
            yield from module.pages()

    def hosts(self) -> list[str]:
        """Of other sites, from which films on its pages come, in order of the alphabet."""
        return sorted({host for page in self.pages() for host in page.hosts})

    def questions(self) -> Iterator[Question]:
        """Every question of lessons and quizzes, in reading order; one of a pool once."""
        met: set[str] = set()
        for page in self.pages():
            if not isinstance(page, Scenario):
                for question in page.questions:
                    if not question.pool or question.id not in met:
                        yield question
                    met.add(question.id)
