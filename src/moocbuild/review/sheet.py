"""What a reviewer gets: the places of some modules and pages, numbered from 1 in reading order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from moocbuild.errors import UnknownNameError
from moocbuild.model.course import Activity, Course, Module, Quiz
from moocbuild.model.places import Place, page_places, text_hash, words_of_place
from moocbuild.model.scenario import Scenario
from moocbuild.review.keys import words_hash
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Numbered:
    """A place and its number. leads_to: title of the scene that a choice leads to, or ""."""

    number: int
    place: Place
    words: str
    leads_to: str = ""

    @property
    def hash(self) -> str:
        """Of its words."""
        return words_hash(self.words)


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page of the course: its title first. kind: "index", "lesson", "quiz" or "scenario"."""

    page: Activity
    kind: str
    rows: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class SheetModule:
    """hash: of the module's text, "" where a page of it was left out."""

    module: Module
    pages: tuple[SheetPage, ...]
    hash: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of it. id: the same for the same text, so that a browser finds its comments again."""

    course: Course
    modules: tuple[SheetModule, ...]
    id: str

    def rows(self) -> Iterator[Numbered]:
        """Every place, by number."""
        for module in self.modules:
            for page in module.pages:
                yield from page.rows


def sheet(course: Course, names: Sequence[str] = ()) -> Sheet:
    """The sheet of the modules and pages that are named, or of all. Raises UnknownNameError."""
    wanted = _wanted(course, names)
    counter = _Counter()
    modules = []
    for module in course.units():
        pages = [page for page in module.pages() if page.id in wanted]
        if pages:
            shown = tuple(_page(page, module, counter) for page in pages)
            whole = len(pages) == len(list(module.pages()))
            modules.append(SheetModule(module, shown, text_hash(module) if whole else ""))
    return Sheet(course, tuple(modules), _id(course, modules))


def folder_of(module: Module) -> str:
    """The module's folder, as `modules:` of course.yml has it."""
    return PurePosixPath(module.welcome.span.path).parent.name


def _id(course: Course, modules: Iterable[SheetModule]) -> str:
    digest = hashlib.sha256(course.id.encode())
    for module in modules:
        for page in module.pages:
            for row in page.rows:
                digest.update(f"\n{row.place.id} {row.hash}".encode())
    return digest.hexdigest()[:16]


class _Counter:
    """Numbers places; a question that several quizzes ask is shown once."""

    def __init__(self) -> None:
        self._last = 0
        self._met: set[str] = set()

    def numbered(self, places: Iterable[Place], page: Activity) -> Iterator[Numbered]:
        """Each place that was not met before."""
        for place in places:
            if place.id not in self._met:
                self._met.add(place.id)
                self._last += 1
                yield Numbered(self._last, place, words_of_place(place), _leads_to(place, page))


def _page(page: Activity, module: Module, counter: _Counter) -> SheetPage:
    first = page is module.welcome
    places = page_places(page, module.outcomes if first else ())
    return SheetPage(page, _kind(page, first), tuple(counter.numbered(places, page)))


def _kind(page: Activity, first: bool) -> str:
    if first:
        return "index"
    if isinstance(page, Scenario):
        return "scenario"
    return "quiz" if isinstance(page, Quiz) else "lesson"


def _leads_to(place: Place, page: Activity) -> str:
    if place.kind != "choice" or not isinstance(page, Scenario) or not place.value:
        return ""
    return page.scenes[int(place.value) - 1].title


# --- names --------------------------------------------------------------------------------------


def _wanted(course: Course, names: Sequence[str]) -> frozenset[str]:
    known = _known(course)
    wanted: set[str] = set()
    for name in names or known:
        plain = name.replace("\\", "/").removeprefix("./").rstrip("/")
        if plain not in known:
            raise UnknownNameError("page or module", name, list(known))
        wanted.update(known[plain])
    return frozenset(wanted)


def _known(course: Course) -> Mapping[str, Sequence[str]]:
    """What people may call a module or page → pages; ids of modules first."""
    known: dict[str, list[str]] = {}
    for module in course.units():
        pages = [page.id for page in module.pages()]
        folder = folder_of(module)
        for name in (module.id, folder, f"course/{folder}"):
            known.setdefault(name, pages)
    for page in course.pages():
        for name in (page.id, page.span.path):
            known.setdefault(name, [page.id])
    return known
