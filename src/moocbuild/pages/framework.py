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
from moocbuild.model.text import Content, Element, Text, element, page_link, paragraph, text
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
    parts: list[Content] = [_lead(framework)]
    for category in framework.categories:
        heading = f"{category.code}. {category.statement}"
        parts += [element("h2", heading, id=category.code), *_printed(category)]
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


def _lead(framework: CompetencyFramework) -> Text:
    size = f"{len(framework.categories)} categories, {len(framework.items)} items, as printed. "
    here = "Below each item stands where this course takes it up."
    parts: list[Content] = [paragraph(size + here)]
    if framework.attribution:
        parts.append(element("p", framework.attribution, class_="meta"))
    ways = [_link(c.code, f"{c.code}. {c.statement}") for c in framework.categories]
    ways += [_link("comparison", _COMPARISON)] if framework.comparison else []
    ways += [_link("errata", _ERRATA)] if framework.errata else []
    return text(*parts, element("ul", *(element("li", way) for way in ways), class_="plain"))


def _link(anchor: str, words: str) -> Element:
    return page_link(PAGE, words, anchor=anchor)


def _below(framework: CompetencyFramework, category: Competency) -> Iterator[Competency]:
    for item in framework.children(category.code):
        yield item
        yield from _below(framework, item)


def _printed(item: Competency) -> Iterator[Element]:
    return (element("p", f"As printed: {note}", class_="erratum") for note in item.notes)


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
) -> Text:
    label = f" {item.short_label}" if item.short_label else ""
    code = element("span", item.code, class_="code")
    return text(
        element("h3", code, label, id=item.code),
        element("blockquote", paragraph(item.statement)),
        *_printed(item),
        *_same(item, framework),
        *([element("p", _PRACTICE, class_="practice")] if item.practice else []),
        _where(places, names),
    )


def _where(places: Places, names: Mapping[str, str]) -> Element:
    """Where the course takes an item up."""
    if not places:
        return element("p", "Not part of this release yet.", class_="meta")
    return element(
        "dl",
        *_row("Taught", places.taught, names),
        *_row("Practised", places.practised, names),
        *_row("Assessed", places.assessed, names),
        class_="where-taught",
    )


def _same(item: Competency, framework: CompetencyFramework) -> Iterator[Element]:
    """Where another item is printed with the very same words."""
    others = [o.code for o in framework.items if o.statement == item.statement and o is not item]
    if others:
        words = f"As printed: the same words stand at {', '.join(others)}."
        yield element("p", words, class_="erratum")


def _row(name: str, pages: Iterable[Activity], names: Mapping[str, str]) -> Iterator[Element]:
    links: list[Content] = []
    for page in pages:
        links += [" · ", page_link(page.id, names[page.id])]
    yield element("dt", name)
    yield element("dd", *(links[1:] or ["not yet"]))


def _comparison(framework: CompetencyFramework) -> Text:
    head = ("Competency", "Items", "How they meet")
    rows = (_compared(row, framework) for row in framework.comparison)
    return text(
        element("h2", _COMPARISON, id="comparison"), paragraph(_COMPARED), _table(head, rows)
    )


def _table(head: Iterable[str], rows: Iterable[Element]) -> Element:
    titles = (element("th", title, scope="col") for title in head)
    return element("table", element("thead", element("tr", *titles)), element("tbody", *rows))


def _compared(row: Comparison, framework: CompetencyFramework) -> Element:
    codes: list[Content] = []
    for code in row.codes:
        codes += [", ", _link(code, code) if code in framework.by_code else code]
    verdict = _VERDICTS.get(row.verdict, row.verdict.replace("_", " "))
    said: list[Content] = [element("strong", f"{verdict}.")]
    said += [f" {_sentence(words)}" for words in (row.source_says, row.note) if words]
    if row.errata:
        said += [" ", element("em", f"As printed: {_sentence(row.errata)}")]
    return element(
        "tr",
        element("th", row.other or row.topic, scope="row"),
        element("td", *codes[1:]),
        element("td", *said),
    )


def _sentence(words: str) -> str:
    begun = words[:1].upper() + words[1:]
    return begun if begun.endswith((".", "!", "?")) else f"{begun}."


def _errata(errata: Iterable[Erratum]) -> Text:
    title = element("h2", _ERRATA, id="errata")
    lead = paragraph("The statements above stand as printed. These slips were noticed:")
    head = ("Where", "Printed", "Expected", "Comment")
    return text(title, lead, _table(head, map(_slip, errata)))


def _slip(slip: Erratum) -> Element:
    cells = (element("td", cell) for cell in (slip.printed, slip.expected, slip.comment))
    return element("tr", element("th", slip.where, scope="row"), *cells)


_ERRATA = "Slips in the printed framework"
_COMPARISON = "Beside the competencies of social work"
_COMPARED = (
    "The project laid this framework beside lists of social-work competencies from its countries. "
    "Each row says what the two share, and what is found in peer support alone."
)
_PRACTICE = "This one needs practice with people: a course on a screen can only prepare it."
