"""The framework page: every category and item as printed, where each is taught, practised, assessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from moocbuild.diagnostics import Span
from moocbuild.model.competency import Competency, CompetencyFramework
from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.richtext import Part, RichText
from moocbuild.model.scenario import Scenario
from moocbuild.pages.compose import element, escape, page_link, text

PAGE = "framework"


def framework_page(course: Course) -> Lesson:
    """Statements are quoted exactly; errata are marked, never mended."""
    framework = course.framework
    places = coverage(course)
    parts = [text(element("p", framework.attribution))] if framework.attribution else []
    for category in framework.categories:
        heading = f"{category.code}. {category.statement}"
        parts.append(text(element("h2", heading, category.code)))
        parts += [_item(item, places.get(item.code, [])) for item in _below(framework, category)]
    if framework.errata:
        parts.append(_errata(framework))
    return Lesson(
        id=PAGE,
        title=framework.title,
        kind="page",
        parts=(text(*parts),),
        span=Span("course/framework.yml", 1),
    )


def coverage(course: Course) -> dict[str, list[Activity]]:
    """Item code → the pages that teach, practise or assess it, in reading order."""
    places: dict[str, list[Activity]] = defaultdict(list)
    for page in course.pages():
        for code in dict.fromkeys(_codes(page)):
            places[code].append(page)
    return places


def _codes(page: Activity) -> Iterator[str]:
    if isinstance(page, Quiz):
        questions = page.questions
    else:
        questions = () if isinstance(page, Scenario) else page.questions
        yield from (ref.code for ref in page.competencies)
    for question in questions:
        yield from (ref.code for ref in question.competencies)


def _below(framework: CompetencyFramework, category: Competency) -> Iterator[Competency]:
    for item in framework.children(category.code):
        yield item
        yield from _below(framework, item)


def _item(item: Competency, pages: list[Activity]) -> RichText:
    notes = "".join(element("p", f"As printed: {note}") for note in item.notes)
    label = f" {escape(item.short_label)}" if item.short_label else ""
    head = f'<h3 id="{escape(item.code)}">{escape(item.code)}{label}</h3>'
    quote = f"<blockquote><p>{escape(item.statement)}</p></blockquote>"
    if not pages:
        return text(head, quote, notes, element("p", "Not part of this release yet."))
    links: list[Part] = []
    for page in pages:
        links += [", ", page_link(page.id, page.title)]
    return text(head, quote, notes, "<p>In this course: ", *links[1:], "</p>")


def _errata(framework: CompetencyFramework) -> RichText:
    head = "".join(
        f'<th scope="col">{h}</th>' for h in ("Where", "Printed", "Expected", "Comment")
    )
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(c)}</td>" for c in (e.where, e.printed, e.expected, e.comment))
        + "</tr>"
        for e in framework.errata
    )
    title = element("h2", "Slips in the printed framework", "errata")
    lead = element("p", "The statements above stand as printed. These slips were noticed:")
    return text(title, lead, f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
