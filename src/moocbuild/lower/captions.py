"""Films keep only captions that do not come before those in the course's language.

Open edX shows English captions first, else those whose language comes first in the alphabet
(measured); learners of a course in another language would get them until they choose. Build the
course in the other language, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.lower.walk import change_pages, counted, note
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.language import primary
from moocbuild.model.question import Question
from moocbuild.model.text import Element, Node, Nodes, Text, attribute, rewrite
from moocbuild.target import Fate, Feature, Target

ORDER = 6
RULE = Rule("MB356", "captions-in-one-language", Severity.NOTE, __doc__)
FEATURE = None
FATES: Mapping[Feature, Fate] = {}
_DEFAULT = "en"


def applies(target: Target) -> bool:
    """Where learners get captions in an order that no package can set."""
    return target.captions_by_name


def lower(course: Course, target: Target, report: Report) -> Course:
    """Films without the captions that would be shown in place of the course's own."""
    if not any(href.lower().endswith(".vtt") for href in course.assets):
        return course  # without captions: no look at each page
    found: list[Span] = []

    def changed(page: Activity) -> tuple[Activity]:
        if not isinstance(page, Lesson):
            return (page,)
        parts = tuple(_changed(part, course.language) for part in page.parts)
        if all(new is old for new, old in zip(parts, page.parts, strict=True)):
            return (page,)
        found.append(page.span)
        return (replace(page, parts=parts),)

    made = change_pages(course, changed)
    if found:
        what = counted(len(found), "page has films", "pages have films")
        note(report, RULE, target, found, f"{what} without their captions in other languages")
    return made


def _changed(part: Text | Question, language: str) -> Text | Question:
    if isinstance(part, Question):
        return part
    nodes = rewrite(part.nodes, {"player": lambda film: _with_own(film, language)})
    return part if nodes is part.nodes else Text(nodes)


def _with_own(film: Element, language: str) -> Nodes:
    name, attributes, inside, line = film
    ahead = _ahead((_spoken(each) for each in inside), language)
    if not ahead:
        return (film,)
    return ((name, attributes, tuple(n for n in inside if _spoken(n) not in ahead), line),)


def _spoken(node: Node) -> str:
    """The language of captions, "" of anything else."""
    return "" if isinstance(node, str) or node[0] != "track" else attribute(node, "srclang")


def _ahead(languages: Iterable[str], own: str) -> set[str]:
    """The languages that would be shown before the course's, if that is among them."""
    found = set(filter(None, languages))
    ours = {each for each in found if primary(each) == primary(own)}
    first = own if own in ours else min(ours, default="")
    if not first or first == _DEFAULT:
        return set()
    return {each for each in found - ours if each == _DEFAULT or each < first}
