"""Competency frameworks in the words of CASE 1.1 (CFDocument, CFItem), without its JSON."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """A CFItem. `statement` is quoted as printed; `short_label` is our own wording.

    identifier: UUID, stable over builds. parent: code of the category or item above, "" at top.
    ordinal: frozen place of an item in stored evidence, from 1. practice: whether it can only be
    shown with people, so that no course can say more than what somebody knows of it.
    """

    identifier: uuid.UUID
    code: str
    statement: str
    type: str
    parent: str = ""
    short_label: str = ""
    description: str = ""
    critical: bool = False
    practice: bool = False
    ordinal: int = 0
    notes: tuple[str, ...] = ()
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """A slip of the printed framework, kept as data."""

    id: str
    where: str
    printed: str
    expected: str
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One row of a comparison with another framework.

    verdict: "overlap", "partial_overlap", "weak_overlap", "exclusive", or words. other: what the
    other framework says, "" for what stands in this one alone (`topic`). codes: items or
    categories. errata: a slip of the source, marked where it stands.
    """

    id: str
    verdict: str
    other: str = ""
    topic: str = ""
    codes: tuple[str, ...] = ()
    source_says: str = ""
    note: str = ""
    errata: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a framework compares with another. title, lead: in its author's words, "" without."""

    title: str = ""
    lead: str = ""
    rows: tuple[Compared, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyFramework:
    """A CFDocument: categories (type "category") and items (type "item") in printed order.

    Both may nest. by_code: each of them by its code.
    """

    id: str
    identifier: uuid.UUID
    title: str
    language: str
    description: str = ""
    source: str = ""
    attribution: str = ""
    categories: tuple[Competency, ...] = ()
    items: tuple[Competency, ...] = ()
    errata: tuple[Erratum, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    by_code: Mapping[str, Competency] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        every = (*self.categories, *self.items)
        # Backwards, so that of a code that stands twice the first counts; in printed order again.
        found = {each.code: each for each in reversed(every)}
        object.__setattr__(self, "by_code", {each.code: found[each.code] for each in every})

    def category_of(self, item: Competency) -> str:
        """The code of the category that an item belongs to, however deep it nests."""
        code = item.parent
        while code in self.by_code and self.by_code[code].parent:
            code = self.by_code[code].parent
        return code

    def below(self, code: str) -> Iterator[Competency]:
        """Items and categories below `code`, however deep, in order."""
        for each in self.children(code):
            yield each
            yield from self.below(each.code)

    def untouched(self, codes: Collection[str]) -> list[Competency]:
        """Items that are not among `codes`, nor is anything below them."""
        return [
            item
            for item in self.items
            if item.code not in codes
            and not any(one.code in codes for one in self.below(item.code))
        ]

    def children(self, code: str = "") -> Iterator[Competency]:
        """Items and categories whose parent is `code`, in order; without one those at the top."""
        return (each for each in (*self.items, *self.categories) if each.parent == code)


NO_FRAMEWORK = CompetencyFramework(id="", identifier=uuid.UUID(int=0), title="", language="")
"""That of a course without competencies."""


@dataclass(frozen=True, slots=True)
class CompetencyRef:
    """A code as an author wrote it: it may be wrong, a check says so at the very word."""

    code: str
    span: Span = field(compare=False)
