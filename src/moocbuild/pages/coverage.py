"""Where the course takes up each competency: taught, practised, assessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field

from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.outline import is_text_version, page_competencies
from moocbuild.model.scenario import Scenario
from moocbuild.values import dataclass


@dataclass(slots=True)
class Places:
    """Pages by what they do for one item, in reading order."""

    taught: list[Activity] = field(default_factory=list)
    practised: list[Activity] = field(default_factory=list)
    assessed: list[Activity] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.taught or self.practised or self.assessed)


def coverage(course: Course) -> dict[str, Places]:
    """Item code → its places. A lesson teaches what it names; its questions, cases and
    simulations practise; a quiz assesses. Welcome pages say it of a whole module, text versions
    repeat their simulation: neither counts."""
    places: dict[str, Places] = defaultdict(Places)
    welcomes = {id(module.welcome) for module in course.modules}
    for page in course.pages():
        if id(page) in welcomes:
            continue
        for code in _assessed(page):
            places[code].assessed.append(page)
        for code in _practised(page):
            places[code].practised.append(page)
        for code in _taught(page):
            places[code].taught.append(page)
    return places


def _assessed(page: Activity) -> Iterable[str]:
    return _codes(_asked(page)) if isinstance(page, Quiz) else ()


def _taught(page: Activity) -> Iterable[str]:
    return _codes(page.competencies) if isinstance(page, Lesson) and page.kind == "lesson" else ()


def _practised(page: Activity) -> Iterable[str]:
    if isinstance(page, Scenario):
        return _codes(page_competencies(page))
    if isinstance(page, Quiz) or is_text_version(page.id):
        return ()
    named = page.competencies if page.kind == "case" else ()
    return _codes((*named, *_asked(page)))


def _asked(page: Lesson | Quiz) -> Iterator[CompetencyRef]:
    return (ref for question in page.questions for ref in question.competencies)


def _codes(refs: Iterable[CompetencyRef]) -> Iterable[str]:
    return dict.fromkeys(ref.code for ref in refs)
