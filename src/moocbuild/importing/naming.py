"""Ids and names of files: what the source calls things, as far as a course can have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.importing import NAME
from moocbuild.importing.brought import Bank, Brought, Page
from moocbuild.model.question import Question, SurveyInteraction
from moocbuild.source.markdown.anchors import is_reserved, slug
from moocbuild.source.pages.naming import RESERVED_MODULES, unnumbered
from moocbuild.source.pages.section import ID
from moocbuild.values import dataclass

_LONGEST = 48


@dataclass(slots=True)
class Names:
    """Ids of one kind, none of them twice."""

    otherwise: str
    taken: set[str] = field(default_factory=set)

    def of(self, wanted: Iterable[str]) -> tuple[str, bool]:
        """The first that can be an id, numbered where it is taken; whether it is as wanted."""
        names = [name for name in wanted if name]
        for place, name in enumerate(names):
            id = as_id(name)
            if id and not is_reserved(id):
                free = self._free(id)
                return free, place == 0 and free == name
        return self._free(f"{self.otherwise}-1"), False

    def _free(self, id: str) -> str:
        stem, number = id, 1
        if numbered := re.fullmatch(r"(question|page|quiz|module)-(\d+)", id):
            stem, number = numbered[1], int(numbered[2])
            id = f"{stem}-{number}"
        while id in self.taken:
            number += 1
            id = f"{stem[:58]}-{number}"
        self.taken.add(id)
        return id


def as_id(written: str, longest: int = _LONGEST) -> str:
    """A name as an id, "" where no letter of it can stand in one."""
    if ID.fullmatch(written) and (longest == _LONGEST or len(written) <= longest):
        return written
    made = re.sub("-+", "-", slug(re.sub(r"[._/:+]", "-", written))).strip("-")
    if len(made) > longest:
        made = made[:longest].rpartition("-")[0] or made[:longest]
    return made if ID.fullmatch(made) else ""


def named(brought: Brought, report: Report) -> Brought:
    """The same with ids that are all there and none twice."""
    modules = Names("module", set(RESERVED_MODULES))
    questions = Names("question")
    pools = Names("pool")
    by_key: dict[str, str] = {}
    shared = []
    for pool in brought.pools:
        id, _ = pools.of((pool.id, unnumbered(pool.title)))
        by_key[pool.key] = id
        found = tuple(_question(each, questions, report) for each in pool.questions)
        shared.append(replace(pool, id=id, title=pool.title or id, questions=found))
    units = []
    for unit in brought.units:
        id, _ = modules.of((unit.id, unnumbered(unit.title)))
        pages = Names("page", {"index", "quiz"})
        made = tuple(_page(page, pages, questions, report, by_key) for page in unit.pages)
        units.append(replace(unit, title=unit.title or id, id=id, pages=made))
    return replace(brought, units=tuple(units), pools=tuple(shared))


def _page(
    page: Page | Bank, pages: Names, questions: Names, report: Report, pools: Mapping[str, str]
) -> Page | Bank:
    own = page.id.rpartition("/")[2]
    if own == "quiz" and isinstance(page, Bank):
        own = ""
    id, _ = pages.of((own, unnumbered(page.title)))
    if isinstance(page, Page):
        return replace(page, id=id, title=page.title or id)
    found = tuple(_question(each, questions, report) for each in page.questions)
    drawn = {pools[key]: number for key, number in page.pools.items()}
    return replace(page, id=id, title=page.title or id, questions=found, pools=drawn)


def _question(asked: Question, names: Names, report: Report) -> Question:
    id, as_wanted = names.of((asked.id, asked.title, asked.prompt.plain[:60]))
    if asked.id and not as_wanted and id != as_id(asked.id):
        _tell(report, asked.span, f"'{asked.id[:60]}' is '{id}' here")
    title = " ".join(asked.title.split()) or asked.prompt.plain[:80] or id
    if len(title) > 160:
        title = f"{title[:157].rstrip()}…"
    unmarked = isinstance(asked.interaction, SurveyInteraction)
    points = 1.0 if unmarked else asked.points  # what earns nothing says no points
    return replace(asked, id=id, title=title, points=points)


def _tell(report: Report, span: Span, message: str) -> None:
    report(NAME.at(span, message))
