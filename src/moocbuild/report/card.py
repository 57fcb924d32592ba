"""What a catalogue says of a course: a card, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from moocbuild.model.course import Course, Lesson
from moocbuild.model.language import autonym
from moocbuild.model.scenario import Scenario
from moocbuild.pages.coverage import coverage

Row = dict[str, Any]
Made = Iterable[tuple[str, str, str]]
"""Of each package its file, the name of its target and its language."""
NO_CARD: Row = dict.fromkeys(
    (
        "id",
        "title",
        "description",
        "version",
        "released",
        "language",
        "languages",
        "licence",
        "attribution",
        "authors",
        "contents",
        "competencies",
        "reviews",
        "packages",
    )
)
"""That of a course that cannot be read: the same keys, and nothing known."""


def card(course: Course, courses: Sequence[Course], made: Made) -> Row:
    """The card of a course in these languages: strings, numbers, lists and objects alone.

    docs/how-to/catalogue.md says what each key holds. Nothing depends on the day.
    """
    return {
        "id": course.id,
        "title": course.title,
        "description": course.description,
        "version": course.version,
        "released": course.released.isoformat(),
        "language": course.language,
        "languages": [_language(each) for each in courses],
        "licence": course.licence,
        "attribution": course.framework.attribution,
        "authors": list(course.authors),
        "contents": _contents(course),
        "competencies": _competencies(course),
        "reviews": _reviews(course),
        "packages": [
            {"file": file, "target": target, "language": language}
            for file, target, language in made
        ],
    }


def _language(course: Course) -> Row:
    far = course.translation
    return {
        "language": course.language,
        "name": autonym(course.language) or course.language,
        "title": course.title,
        "translated": far.done if far else None,
        "texts": far.total if far else None,
    }


def _contents(course: Course) -> Row:
    units = list(course.units())
    pages = [page for module in units for page in module.pages()]
    simulations = sum(isinstance(page, Scenario) for page in pages)
    return {
        "modules": len(units),
        "lessons": sum(isinstance(page, Lesson) for page in pages),
        "simulations": simulations,
        "questions": sum(len(p.questions) for p in pages if not isinstance(p, Scenario)),
        "minutes": sum(module.minutes for module in units),
    }


def _competencies(course: Course) -> Row | None:
    """None of a course without a framework."""
    framework = course.framework
    if not framework.items:
        return None
    return {
        "framework": framework.title,
        "items": len(framework.items),
        "covered": list(_covered(course)),
    }


def _covered(course: Course) -> Iterator[Mapping[str, object]]:
    """Items that the course takes up, in the framework's order: on how many pages, and how."""
    places = coverage(course)
    for item in course.framework.items:
        if found := places.get(item.code):
            yield {
                "code": item.code,
                "label": item.short_label or item.statement,
                "taught": len(found.taught),
                "practised": len(found.practised),
                "assessed": len(found.assessed),
            }


def _reviews(course: Course) -> Row | None:
    """How many modules somebody stands by as they are; None where no list is kept."""
    if course.reviews is None:
        return None
    units = [module.id for module in course.units()]
    fresh = {review.unit for review in course.reviews if not review.stale}
    ever = {review.unit for review in course.reviews}
    return {
        "modules": len(units),
        "reviewed": sum(unit in fresh for unit in units),
        "changed_since": sum(unit in ever - fresh for unit in units),
    }
