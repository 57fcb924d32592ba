"""The framework page: every category and item as printed, and where the course takes it up.

Statements are quoted exactly; slips of the source are marked where they stand, never mended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from moocbuild.diagnostics import Span
from moocbuild.model.competency import (
    Comparison,
    Competency,
    CompetencyFramework,
    Erratum,
)
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.richtext import Link, Part, Ref, RichText
from moocbuild.pages.compose import element, escape, page_link, text
from moocbuild.pages.coverage import Places, coverage

PAGE = "framework"
_VERDICTS = {
    "overlap": "Both have it",
    "partial_overlap": "They meet in part",
    "weak_overlap": "They hardly meet",
    "exclusive": "Peer support alone",
}


def framework_page(course: Course) -> Lesson:
    """Categories with their items; then the comparison and the slips, where there are any."""
    framework = course.framework
    places = coverage(course)
    names = _names(course)
    parts: list[Part | RichText] = [_lead(course, framework)]
    for category in framework.categories:
        heading = f"{category.code}. {category.statement}"
        parts += [element("h2", heading, category.code), _printed(category)]
        for item in _below(framework, category):
            parts.append(_item(item, places.get(item.code, Places()), framework, names))
    if framework.comparison:
        parts.append(_comparison(framework))
    if framework.errata:
        parts.append(_errata(framework.errata))
    return Lesson(
        id=PAGE,
        title=framework.title,
        kind="page",
        parts=(text(*parts),),
        span=Span("course/framework.yml", 1),
    )


def _lead(course: Course, framework: CompetencyFramework) -> RichText:
    size = f"{len(framework.categories)} categories, {len(framework.items)} items, as printed. "
    here = "Below each item stands where this course takes it up."
    parts: list[Part | RichText] = [element("p", size + here)]
    if framework.attribution:
        parts.append(element("p", framework.attribution, classes="meta"))
    ways: list[Part] = []
    for category in framework.categories:
        ways += ["<li>", _link(category.code, f"{category.code}. {category.statement}"), "</li>"]
    if framework.comparison:
        ways += ["<li>", _link("comparison", _COMPARISON), "</li>"]
    if framework.errata:
        ways += ["<li>", _link("errata", _ERRATA), "</li>"]
    return text(*parts, '<ul class="plain">', *ways, "</ul>")


def _link(anchor: str, words: str) -> Link:
    return Link(Ref("page", PAGE, anchor), escape(words))


def _below(framework: CompetencyFramework, category: Competency) -> Iterator[Competency]:
    for item in framework.children(category.code):
        yield item
        yield from _below(framework, item)


def _printed(item: Competency) -> str:
    return "".join(element("p", f"As printed: {note}", classes="erratum") for note in item.notes)


def _names(course: Course) -> dict[str, str]:
    """Page id → how a list calls it: units may have pages of the same title."""
    often = Counter(page.title for page in course.pages())
    return {
        page.id: f"{page.title} ({module.title})" if often[page.title] > 1 else page.title
        for module in course.modules
        for page in module.pages()
    }


def _item(
    item: Competency, places: Places, framework: CompetencyFramework, names: Mapping[str, str]
) -> RichText:
    label = f" {escape(item.short_label)}" if item.short_label else ""
    head = (
        f'<h3 id="{escape(item.code)}"><span class="code">{escape(item.code)}</span>{label}</h3>'
        f"<blockquote><p>{escape(item.statement)}</p></blockquote>"
    )
    marks = _printed(item) + _same(item, framework)
    if item.practice:
        marks += element("p", _PRACTICE, classes="practice")
    if not places:
        return text(head, marks, element("p", "Not part of this release yet.", classes="meta"))
    return text(
        head,
        marks,
        '<dl class="where-taught">',
        *_row("Taught", places.taught, names),
        *_row("Practised", places.practised, names),
        *_row("Assessed", places.assessed, names),
        "</dl>",
    )


def _same(item: Competency, framework: CompetencyFramework) -> str:
    """Where another item is printed with the very same words."""
    others = [o.code for o in framework.items if o.statement == item.statement and o is not item]
    words = f"As printed: the same words stand at {', '.join(others)}."
    return element("p", words, classes="erratum") if others else ""


def _row(name: str, pages: Iterable[Activity], names: Mapping[str, str]) -> Iterator[Part]:
    links: list[Part] = []
    for page in pages:
        links += [" · ", page_link(page.id, names[page.id])]
    yield f"<dt>{name}</dt><dd>"
    yield from links[1:] or ["not yet"]
    yield "</dd>"


def _comparison(framework: CompetencyFramework) -> RichText:
    parts: list[Part | RichText] = [
        element("h2", _COMPARISON, "comparison"),
        element("p", _COMPARED),
        "<table><thead><tr>",
        *(f'<th scope="col">{h}</th>' for h in ("Competency", "Items", "How they meet")),
        "</tr></thead><tbody>",
    ]
    for row in framework.comparison:
        parts += _compared(row, framework)
    return text(*parts, "</tbody></table>")


def _compared(row: Comparison, framework: CompetencyFramework) -> Iterator[Part]:
    yield f'<tr><th scope="row">{escape(row.other or row.topic)}</th><td>'
    for n, code in enumerate(row.codes):
        yield ", " if n else ""
        yield _link(code, code) if code in framework.by_code else escape(code)
    verdict = _VERDICTS.get(row.verdict, row.verdict.replace("_", " "))
    yield f"</td><td><strong>{escape(verdict)}.</strong>"
    for words in (row.source_says, row.note):
        yield f" {escape(_sentence(words))}" if words else ""
    yield f" <em>As printed: {escape(_sentence(row.errata))}</em>" if row.errata else ""
    yield "</td></tr>"


def _sentence(words: str) -> str:
    begun = words[:1].upper() + words[1:]
    return begun if begun.endswith((".", "!", "?")) else f"{begun}."


def _errata(errata: Iterable[Erratum]) -> RichText:
    head = "".join(
        f'<th scope="col">{h}</th>' for h in ("Where", "Printed", "Expected", "Comment")
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(e.where)}</th>'
        + "".join(f"<td>{escape(c)}</td>" for c in (e.printed, e.expected, e.comment))
        + "</tr>"
        for e in errata
    )
    title = element("h2", _ERRATA, "errata")
    lead = element("p", "The statements above stand as printed. These slips were noticed:")
    return text(title, lead, f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")


_ERRATA = "Slips in the printed framework"
_COMPARISON = "Beside the competencies of social work"
_COMPARED = (
    "The project laid this framework beside lists of social-work competencies from its countries. "
    "Each row says what the two share, and what is found in peer support alone."
)
_PRACTICE = "This one needs practice with people: a course on a screen can only prepare it."
