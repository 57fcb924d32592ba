"""Categories of questions as modules and quizzes.

The first level that tells anything is a module, the next a quiz; what lies deeper belongs to its
quiz, as courses have no third level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.importing import CODES, MOVED
from moocbuild.importing.brought import Bank, Brought, Page, Unit
from moocbuild.importing.carry import Carry
from moocbuild.importing.format import Wanted
from moocbuild.importing.source import Source
from moocbuild.model.question import Question
from moocbuild.values import dataclass

Path = tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Shelf:
    """A category. path: its name and those above it. id: what the source calls it."""

    path: Path
    span: Span
    id: str = ""
    questions: list[Question] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)


class Shelving:
    """What a question bank of Moodle's holds, in its order: each thing on the shelf that was begun
    last. codes: the tags of its questions.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._shelves = [Shelf(path=(), span=source.span())]
        self._codes: dict[str, str] = {}

    def begin(self, shelf: Shelf) -> None:
        """What follows belongs to this category."""
        self._shelves.append(shelf)

    def add(self, made: Question | Page | None) -> None:
        """A question, or a text that asks nothing; None for what was left out."""
        if isinstance(made, Page):
            self._shelves[-1].pages.append(made)
        elif made is not None:
            self._shelves[-1].questions.append(made)
            self._codes |= {ref.code: "" for ref in made.competencies}

    def brought(self, carry: Carry, wanted: Wanted) -> Brought:
        """All of it."""
        codes, title = self._codes, self._source.stem
        if codes:
            message = f"{len(codes)} tags: {', '.join(list(codes)[:5])}"
            wanted.report(CODES.at(self._source.span(), message))
        return Brought(
            units=units(self._shelves, title, wanted.report),
            title=title,
            files=carry.files,
            codes=codes,
            language=wanted.language,
        )


def units(shelves: Iterable[Shelf], title: str, report: Report) -> tuple[Unit, ...]:
    """Shelves with something on them as modules. title: of what has no category."""
    found = list(shelves)
    full = [shelf for shelf in found if shelf.questions or shelf.pages]
    shared = _shared([shelf.path for shelf in full])
    ids = {shelf.path: shelf.id for shelf in found if shelf.id}
    by_unit: dict[str, list[Shelf]] = {}
    for shelf in full:
        rest = shelf.path[shared:] or (shelf.path[-1] if shelf.path else title,)
        by_unit.setdefault(rest[0], []).append(shelf)
    return tuple(
        Unit(
            title=name,
            id=ids.get((*shelves_[0].path[:shared], name), ""),
            pages=tuple(_pages(shelves_, name, shared, ids, report)),
        )
        for name, shelves_ in by_unit.items()
    )


def _shared(paths: list[Path]) -> int:
    """How many names at the beginning of all paths tell nothing apart."""
    if not paths:
        return 0
    shared = 0
    while all(len(path) > shared + 1 for path in paths):
        if len({path[shared] for path in paths}) > 1:
            break
        shared += 1
    return shared


def _pages(
    shelves: list[Shelf], unit: str, shared: int, ids: dict[Path, str], report: Report
) -> Iterator[Page | Bank]:
    banks: dict[str, list[Shelf]] = {}
    for shelf in shelves:
        rest = shelf.path[shared:]
        banks.setdefault(rest[1] if len(rest) > 1 else "", []).append(shelf)
        if len(rest) > 2:
            message = f"the category '{rest[-1]}' is part of '{rest[1]}'"
            report(MOVED.at(shelf.span, message))
    for shelf in shelves:
        yield from shelf.pages
    for name, parts in banks.items():
        questions = tuple(each for part in parts for each in part.questions)
        if questions:
            path = (*parts[0].path[:shared], unit, name) if name else ()
            id = ids.get(path, "")
            yield Bank(title=name or unit, questions=questions, id=id, span=parts[0].span)
