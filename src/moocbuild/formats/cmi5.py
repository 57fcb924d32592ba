"""cmi5: the course structure (cmi5.xml), a list of assignable units. Knows nothing of courses.

Sections are those of the specification of cmi5, "Quartz", 1st edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moocbuild.formats.xml import Element, serialise, vocabulary
from moocbuild.values import dataclass

FILE = "cmi5.xml"
"""At the root of the archive (14.1)."""
_V = vocabulary("https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """id: an IRI."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An assignable unit. id: an IRI. move_on: what satisfies it (13.1.4). url: its first page."""

    id: str
    title: str
    description: str
    url: str
    move_on: str
    objectives: Sequence[str] = ()


def structure(
    *,
    id: str,
    title: str,
    description: str,
    language: str,
    units: Iterable[Unit],
    objectives: Iterable[Objective] = (),
) -> bytes:
    """The file. id: an IRI of the course. units: as they are shown, at least one."""
    known = [_objective(each, language) for each in objectives]
    named = (_text("title", title, language), _text("description", description, language))
    made = _V(
        "courseStructure",
        None,
        _V("course", {"id": id}, *named),
        _V("objectives", None, *known) if known else None,
        *(_unit(each, language) for each in units),
    )
    return serialise(made)


def _objective(made: Objective, language: str) -> Element:
    title = _text("title", made.title, language)
    return _V(
        "objective", {"id": made.id}, title, _text("description", made.description, language)
    )


def _unit(unit: Unit, language: str) -> Element:
    references = [_V("objective", {"idref": id}) for id in unit.objectives]
    return _V(
        "au",
        {"id": unit.id, "moveOn": unit.move_on, "launchMethod": "AnyWindow"},
        _text("title", unit.title, language),
        _text("description", unit.description, language),
        _V("objectives", None, *references) if references else None,
        _V("url", unit.url),
    )


def _text(tag: str, said: str, language: str) -> Element:
    return _V(tag, None, _V("langstring", {"lang": language}, said))
