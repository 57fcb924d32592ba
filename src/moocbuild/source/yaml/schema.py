"""The YAML files as data classes (pydantic): names, types, ranges. Knows no places and no files.

Values come in as the author's strings; each field says what its string must be.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

IDENTIFIER = r"^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$"

Id = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
Percent = Annotated[int, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$")]


# --- addresses, by kind ------------------------------------------------------------------------

_HOST = r"(?:[^\W_](?:[^\W_]|-)*\.)+[^\W\d_](?:[^\W_]|-)+"
_REST = r"(?::\d{1,4})?(?:[/?#][^\s<>\"\\^`{|}]*)?"
_PAGE = "not a web address; write it as https://www.example.org"
_RUNS = re.compile(r"\s*(?:javascript|vbscript|data|file|blob)\s*:", re.I)


def _written_as(pattern: str, complaint: str) -> AfterValidator:
    """Empty, or whole as `pattern` says."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if value and not compiled.fullmatch(value):
            raise _not_an_address(value, complaint)
        return value

    return AfterValidator(check)


def _printed(value: object) -> object:
    if isinstance(value, str) and _RUNS.match(value):
        raise _not_an_address(value, "not an address that a course may use; write https:")
    return value


def _not_an_address(value: str, complaint: str) -> PydanticCustomError:
    shown = value if len(value) <= 60 else value[:57] + "…"
    words = {"quoted": f"'{shown}'", "complaint": complaint}
    return PydanticCustomError("address", "{quoted} is {complaint}", words)


SecureAddress = Annotated[str, _written_as(f"https://{_HOST}{_REST}", _PAGE)]
"""Of a page that somebody may need at once: nothing but `https:` works inside every package."""
WebAddress = Annotated[str, _written_as(f"https?://{_HOST}{_REST}", _PAGE)]
"""Of a page that is cited: older ones may have no `https:`."""
Doi = Annotated[str, _written_as(r"10\.\d{4,9}/[^\s<>\"]+", "not a DOI; write it as 10.1000/182")]
PRINTED = AfterValidator(_printed)
"""Is printed and never a link: it may be words, or an address that does no harm."""
Facts = Annotated[
    dict[str, Annotated[object, PRINTED]],
    BeforeValidator(lambda value: {"": value} if isinstance(value, str) else value),
]
"""Facts by their names, all of them printed; words alone are one without a name."""


class _Schema(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class Author(_Schema):
    """A person or body."""

    name: Text
    extra: dict[str, object] = {}


class Completion(_Schema):
    """When the course counts as passed: pass_mark in percent."""

    pass_mark: Percent = 70


class Scorm(_Schema):
    """How SCORM packages are cut. schemas: a folder of official schemas to copy in."""

    sco: Literal["course", "lesson"] = "course"
    schemas: str = ""


class Olx(_Schema):
    """Open edX: the run's name, whether the platform has moocbuild-xblock installed, the schedule.

    An import replaces the schedule that a team has set in Studio, so it can be written here.
    """

    run: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}$")] = "r1"
    xblocks: bool = False
    start: datetime.date | None = None
    end: datetime.date | None = None
    enrollment_start: datetime.date | None = None
    enrollment_end: datetime.date | None = None
    pacing: Literal["self", "instructor"] = "self"

    def dates(self) -> dict[str, datetime.date]:
        """Those that are written, by name."""
        names = ("start", "end", "enrollment_start", "enrollment_end")
        found = {name: getattr(self, name) for name in names}
        return {name: date for name, date in found.items() if date}


class StatementsFile(_Schema):
    """How the course was made, in the authors' words."""

    drafted: str = ""
    endorsement: str = ""
    made: str = ""


class TrackFile(_Schema):
    """A route: modules, or `module/activity`."""

    title: Text
    modules: list[Text]


class CourseFile(_Schema):
    """course.yml. languages: accepted, as courses have it, and not read: a course has one."""

    id: Id
    org: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,40}$")] = "ORG"
    title: Text
    description: str = ""
    version: Version
    released: datetime.date
    language: Language
    languages: list[Language] = []
    countries: list[Country] = []
    licence: Annotated[Text, PRINTED] = "CC-BY-SA-4.0"
    authors: list[Author] = []
    modules: Annotated[list[Text], Field(min_length=1)]
    tracks: dict[Id, TrackFile] = {}
    completion: Completion = Completion()
    statements: StatementsFile = StatementsFile()
    targets: list[Text] = []
    scorm: Scorm = Scorm()
    olx: Olx = Olx()
    extra: dict[str, object] = {}


class ItemFile(_Schema):
    """One competency; items may nest."""

    code: Text
    statement: Text
    short_label: str = ""
    description: str = ""
    critical: bool = False
    notes: list[str] | str = []
    uuid: str = ""
    items: list[ItemFile] = []
    extra: dict[str, object] = {}


class CategoryFile(_Schema):
    """A category of items."""

    code: Text
    title: Text
    short_label: str = ""
    description: str = ""
    notes: list[str] | str = []
    uuid: str = ""
    items: list[ItemFile]
    extra: dict[str, object] = {}


class ErratumFile(_Schema):
    """A slip in the source, kept as data."""

    id: Text
    where: Text
    printed: str = ""
    expected: str = ""
    comment: str = ""


class FrameworkFile(_Schema):
    """framework.yml."""

    id: Text
    title: Text
    language: Language
    short_label: str = ""
    description: str = ""
    source: Facts = {}
    attribution: str = ""
    uuid: str = ""
    errata: list[ErratumFile] = []
    notes: list[str] | str = []
    categories: list[CategoryFile]
    extra: dict[str, object] = {}


class ContactFile(_Schema):
    """A help line."""

    country: Country
    role: Text
    number: Text
    languages: list[Language] = []
    hours: str = ""
    operator: str = ""
    url: SecureAddress = ""
    confirmed_on: datetime.date | None = None
    note: str = ""
    extra: dict[str, object] = {}


class ContactsFile(_Schema):
    """contacts.yml."""

    contacts: list[ContactFile] = []
    extra: dict[str, object] = {}


class ReviewFile(_Schema):
    """One person's review of one module, which is named by its folder."""

    unit: Text
    who: Text
    role: Text
    when: datetime.date
    version: str = ""
    note: str = ""
    extra: dict[str, object] = {}


class ReviewsFile(_Schema):
    """reviews.yml."""

    reviews: list[ReviewFile] = []
    extra: dict[str, object] = {}


class ReferenceFile(_Schema):
    """A source that texts may cite by its key."""

    key: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_.-]{0,63}$")]
    cite: Text
    verified: str = ""
    doi: Doi = ""
    url: WebAddress = ""
    rights: str = ""
    note: str = ""
    extra: dict[str, object] = {}


class ReferencesFile(_Schema):
    """references.yml."""

    references: list[ReferenceFile] = []
    extra: dict[str, object] = {}


class TermFile(_Schema):
    """A glossary entry."""

    term: Text
    definition: Text
    extra: dict[str, object] = {}


class GlossaryFile(_Schema):
    """glossary.yml."""

    terms: list[TermFile] = []
    extra: dict[str, object] = {}


class _Page(_Schema):
    title: str = ""
    content_notes: list[Text] = []
    minutes: Count = 0
    extra: dict[str, object] = {}


class ModulePage(_Page):
    """Front matter of index.md."""

    outcomes: list[Text] = []
    items: list[Text] = []


class LessonPage(_Page):
    """Front matter of a lesson or a case."""

    kind: Literal["lesson", "case"] = "lesson"
    items: list[Text] = []


class MeterFile(_Schema):
    """A meter: words by the lowest value they stand for."""

    title: Text
    start: Annotated[int, Field(ge=-100, le=100)] = 0
    min: Annotated[int, Field(ge=-100, le=100)] = 0
    max: Annotated[int, Field(ge=-100, le=100)] = 6
    words: dict[int, Text] = {}


class ScenarioPage(_Page):
    """Front matter of a simulation."""

    kind: Literal["scenario"]
    items: list[Text] = []
    meters: Annotated[dict[Id, MeterFile], Field(max_length=3)] = {}


class QuizPage(_Page):
    """Front matter of a question bank."""

    kind: Literal["quiz", "final"] = "quiz"
    items: list[Text] = []
    draw: Count = 0
    pass_mark: Percent | None = None
    graded: bool = True
    shuffle: bool = True
    category_mark: Percent = 0


Ordinals = dict[str, Annotated[int, Field(ge=1, le=100_000)]]
Letter = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]|x\d{1,4})$")]


class LockFile(_Schema):
    """course.lock: ordinals, option letters with their texts; what was retired."""

    questions: Ordinals = {}
    options: dict[str, dict[Letter, str]] = {}
    scenes: dict[str, Ordinals] = {}
    lessons: Ordinals = {}
    items: Ordinals = {}
    retired: dict[str, list[str]] = {}
