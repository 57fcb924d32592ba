"""The YAML files as data classes: names, types, ranges. Knows no places and no files.

Values come in as the author's strings; each field says what its string must be.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic_core import PydanticCustomError

from moocbuild.model.course import MadePage
from moocbuild.source.yaml.shape import Before, Editors, Limits, Schema
from moocbuild.source.yaml.types import (
    COLOUR,
    HASH,
    IMAGE,
    KEY,
    LETTER,
    ORG,
    PRINTED,
    RUN,
    Country,
    Date,
    Doi,
    Facts,
    Id,
    Language,
    Percent,
    SecureAddress,
    Text,
    Version,
    Versions,
    WebAddress,
)


class Author(Schema):
    """A person or body."""

    name: Text
    extra: dict[str, object] = {}


class Completion(Schema):
    """When the course counts as passed: pass_mark in percent."""

    pass_mark: Percent = 70


class Scorm(Schema):
    """How SCORM packages are cut. schemas: a folder of official schemas to copy in."""

    sco: Literal["course", "lesson"] = "course"
    schemas: str = ""


class Cmi5(Schema):
    """How cmi5 packages are cut into assignable units."""

    au: Literal["course", "module"] = "course"


class Olx(Schema):
    """Open edX: the run's name, whether the platform has moocbuild-xblock installed, the schedule.

    An import replaces the schedule that a team has set in Studio, so it can be written here.
    due: page → last day. image: a file that was uploaded in Studio. about: whose text the page
    about the course is. bank: the block that draws; redraw: whether learners may draw anew.
    """

    run: Annotated[str, Limits(pattern=RUN)] = "r1"
    xblocks: bool = False
    start: Date | None = None
    end: Date | None = None
    enrollment_start: Date | None = None
    enrollment_end: Date | None = None
    pacing: Literal["self", "instructor"] | None = None
    due: dict[str, Date] = {}
    image: Annotated[str, Limits(pattern=IMAGE)] = ""
    about: Literal["package", "studio"] = "package"
    bank: Literal["library_content", "itembank"] = "library_content"
    redraw: bool = False

    def dates(self) -> dict[str, datetime.date]:
        """Those that are written, by name."""
        names = ("start", "end", "enrollment_start", "enrollment_end")
        found = {name: getattr(self, name) for name in names}
        return {name: date for name, date in found.items() if date}


class Spelling(Schema):
    """Whether spelling is always looked at. dictionary: its name on the system, or a path."""

    check: bool = True
    dictionary: str = ""


class StatementsFile(Schema):
    """What only the authors can say of the course, in their words; what is empty is left out.

    drafted, endorsement: pieces of the sentence on the first page. made: how it was made. record,
    record_limits: what its record of completion shows, and what it does not. privacy,
    accessibility: what these pages say beside what the tool knows.
    """

    drafted: str = ""
    endorsement: str = ""
    made: str = ""
    record: str = ""
    record_limits: str = ""
    privacy: str = ""
    accessibility: str = ""


def _switch_or_file(value: object) -> object:
    """`true`, `false`, or the path of a page."""
    if isinstance(value, str) and value.casefold() in _SWITCH:
        return _SWITCH[value.casefold()]
    if isinstance(value, str) and value.endswith(".md"):
        return value.removeprefix("./")
    help = "write true, false or a file such as about.md"
    words = {"quoted": f"'{str(value)[:60]}'", "help": help}
    raise PydanticCustomError("page", "{quoted} is no way to make a page", words)


_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_PageFile = Annotated[str, Editors(type="string", pattern=r"\.md$")]
PageChoice = Annotated[bool | _PageFile, Before(_switch_or_file)]
"""Whether a made page is there, or the file of the page in its place, below course/."""


Colour = Annotated[str, Limits(pattern=COLOUR)]


class ThemeFile(Schema):
    """How the course looks. logo, cover, style: files beside course.yml or from the root.

    logo_text, cover_text: words in their place. accent: colour of links and buttons. footer: a
    line below every page.
    """

    logo: str = ""
    logo_text: str = ""
    cover: str = ""
    cover_text: str = ""
    accent: Colour = ""
    accent_dark: Colour = ""
    font: Literal["sans", "serif", "legible"] = "sans"
    footer: str = ""
    style: str = ""


class RuleFile(Schema):
    """What becomes of a rule in this course, and why."""

    severity: Literal["off", "note", "warning", "error"]
    because: Text


class TrackFile(Schema):
    """A route: modules, or `module/activity`."""

    title: Text
    modules: list[Text]


class CourseFile(Schema):
    """course.yml. language: the author's. languages: of packages, the author's among them."""

    id: Id
    org: Annotated[str, Limits(pattern=ORG)] = ""
    title: Text
    description: str = ""
    version: Version
    released: Date
    language: Language
    languages: list[Language] = []
    countries: list[Country] = []
    licence: Annotated[str, Limits(strip_whitespace=True), PRINTED] = ""
    authors: list[Author] = []
    modules: Annotated[list[Text], Limits(min_length=1)]
    tracks: dict[Id, TrackFile] = {}
    completion: Completion = Completion()
    statements: StatementsFile = StatementsFile()
    pages: dict[MadePage, PageChoice] = {}
    theme: ThemeFile = ThemeFile()
    rules: dict[Text, RuleFile] = {}
    spelling: Spelling | None = None
    requires: Versions = ""
    targets: list[Text] = []
    scorm: Scorm = Scorm()
    cmi5: Cmi5 = Cmi5()
    olx: Olx = Olx()
    extra: dict[str, object] = {}


class ItemFile(Schema):
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


class CategoryFile(Schema):
    """A category of items; categories may nest, too."""

    code: Text
    title: Text
    short_label: str = ""
    description: str = ""
    notes: list[str] | str = []
    uuid: str = ""
    categories: list[CategoryFile] = []
    items: list[ItemFile] = []
    extra: dict[str, object] = {}


class ErratumFile(Schema):
    """A slip in the source, kept as data."""

    id: Text
    where: Text
    printed: str = ""
    expected: str = ""
    comment: str = ""


class FrameworkFile(Schema):
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


class ContactFile(Schema):
    """A help line."""

    country: Country
    role: Text
    number: Text
    languages: list[Language] = []
    hours: str = ""
    operator: str = ""
    url: SecureAddress = ""
    confirmed_on: Date | None = None
    note: str = ""
    extra: dict[str, object] = {}


class ContactsFile(Schema):
    """contacts.yml."""

    contacts: list[ContactFile] = []
    extra: dict[str, object] = {}


class ReviewFile(Schema):
    """One person's review of one module, which is named by its folder."""

    unit: Text
    who: Text
    role: Text
    when: Date
    version: str = ""
    hash: Annotated[str, Limits(pattern=HASH)] = ""
    note: str = ""
    extra: dict[str, object] = {}


class ReviewsFile(Schema):
    """reviews.yml."""

    reviews: list[ReviewFile] = []
    extra: dict[str, object] = {}


class ReferenceFile(Schema):
    """A source that texts may cite by its key."""

    key: Annotated[str, Limits(pattern=KEY)]
    cite: Text
    verified: str = ""
    doi: Doi = ""
    url: WebAddress = ""
    rights: str = ""
    note: str = ""
    extra: dict[str, object] = {}


class ReferencesFile(Schema):
    """references.yml."""

    references: list[ReferenceFile] = []
    extra: dict[str, object] = {}


class TermFile(Schema):
    """A glossary entry."""

    term: Text
    definition: Text
    extra: dict[str, object] = {}


class GlossaryFile(Schema):
    """glossary.yml."""

    terms: list[TermFile] = []
    extra: dict[str, object] = {}


class AvoidedFile(Schema):
    """Words to avoid, and what to write in their place."""

    words: Text
    instead: str = ""
    because: str = ""
    language: Language | Literal[""] = ""
    extra: dict[str, object] = {}


class WordingFile(Schema):
    """wording.yml."""

    avoid: list[AvoidedFile] = []
    extra: dict[str, object] = {}


Ordinals = dict[str, Annotated[int, Limits(ge=1, le=100_000)]]
Letter = Annotated[str, Limits(pattern=LETTER)]


class OpenEdxLock(Schema):
    """What records in Open edX hang on. periods: whether names of blocks hold periods, as they do
    in locks that do not say so. org: of a course whose course.yml names none, from its first lock
    on. banks: quiz → question → the bank that it is drawn from.
    """

    periods: bool = True
    org: Annotated[str, Limits(pattern=rf"^$|{ORG}")] = ""
    banks: dict[str, dict[str, str]] = {}


class LockFile(Schema):
    """course.lock: ordinals, option letters with their texts; what was retired.

    homes: question of a pool → the quiz whose records hang on its id alone.
    """

    questions: Ordinals = {}
    homes: dict[str, str] = {}
    options: dict[str, dict[Letter, str]] = {}
    scenes: dict[str, Ordinals] = {}
    lessons: Ordinals = {}
    items: Ordinals = {}
    retired: dict[str, list[str]] = {}
    openedx: OpenEdxLock = OpenEdxLock()
