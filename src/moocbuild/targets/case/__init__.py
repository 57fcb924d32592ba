"""CASE 1.1: the competency framework for every system that reads the standard.

Identifiers are those of the framework (UUIDv5, or the author's own); dates are the release's.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.formats.case import Document, Item, package
from moocbuild.model.competency import Competency, CompetencyFramework
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.package.single import write_single
from moocbuild.target import KEPT, Fate, Feature, Target, lost
from moocbuild.words import words

FILE = "framework.json"
_FATES: dict[Feature, Fate] = {
    **dict.fromkeys(Feature, lost("a framework has no course content")),
    Feature.COMPETENCIES: KEPT,
}


def _render(course: Course) -> Package:
    framework = course.framework
    document = Document(
        identifier=framework.identifier,
        title=framework.title,
        creator=framework.source or course.org,
        changed=f"{course.released.isoformat()}T00:00:00Z",
        language=framework.language,
        description=framework.description,
        notes=framework.attribution,
        rights=framework.attribution,
        rights_title=words(course.language)("framework.rights"),
    )
    return Package({FILE: package(document, _items(framework))})


def _items(framework: CompetencyFramework) -> Iterator[Item]:
    """Every category, followed by all that is below it."""
    yield from _below("", framework)


def _below(above: str, framework: CompetencyFramework) -> Iterator[Item]:
    for each in framework.children(above):
        yield _item(each, framework)
        yield from _below(each.code, framework)


def _item(competency: Competency, framework: CompetencyFramework) -> Item:
    above = framework.by_code.get(competency.parent)
    notes = (competency.description, *competency.notes)
    return Item(
        identifier=competency.identifier,
        code=competency.code,
        statement=competency.statement,
        type=competency.type.capitalize(),
        parent=above.identifier if above else framework.identifier,
        label=competency.short_label,
        notes="\n".join(filter(None, notes)),
    )


TARGETS = (
    Target(
        name="case",
        title="CASE 1.1 (competency framework)",
        suffix=".json",
        interactions=frozenset(),
        fates=_FATES,
        render=_render,
        pack=write_single,
        content=False,
    ),
)
