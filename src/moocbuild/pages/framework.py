"""The framework page: every category and item as printed, and where the course takes it up.

Statements are quoted exactly; slips of the source are marked where they stand, never mended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from moocbuild.diagnostics import Span
from moocbuild.model.competency import (
    Compared,
    Competency,
    CompetencyFramework,
    Erratum,
)
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.text import Content, Element, Text, element, page_link, paragraph, text
from moocbuild.pages.coverage import Places, coverage
from moocbuild.words import Words, words

PAGE = "framework"
_MOST = 20
"""Items that stand on the page unfolded."""


def framework_page(course: Course) -> Lesson:
    """Categories with their items; then the comparison and the slips, where there are any."""
    framework, say = course.framework, words(course.language)
    places = coverage(course)
    names, untouched = _names(course), framework.untouched(places)
    parts: list[Content] = [_lead(framework, say)]

    def told(each: Competency, depth: int) -> Iterator[Content]:
        if each.type == "category":
            heading = f"{each.code}. {each.statement}"
            yield element(f"h{min(2 + depth, 5)}", heading, id=each.code)
            yield from _printed(each, say)
        else:
            yield _item(each, framework, say, f"h{min(2 + depth, 6)}")
            if each.code in places or each in untouched:
                yield _where(places.get(each.code, Places()), names, say)

    for top in framework.children():
        parts += told(top, 0)
        below = list(_below(framework, top.code, 1))
        inner = [content for each, depth in below for content in told(each, depth)]
        items = sum(each.type != "category" for each, _ in below)
        parts += [_folded(inner, items, say)] if len(framework.items) > _MOST and items else inner
    if framework.comparison.rows:
        parts.append(_comparison(framework, say))
    if framework.errata:
        parts.append(_errata(framework.errata, say))
    return Lesson(
        id=PAGE,
        title=framework.title,
        kind="page",
        parts=(text(*parts),),
        span=Span("course/framework.yml", 1),
    )


def _lead(framework: CompetencyFramework, say: Words) -> Text:
    categories = say("framework.categories", n=len(framework.categories))
    items = say("framework.items", n=len(framework.items))
    quoted = framework.attribution or framework.errata
    key = "framework.size_printed" if quoted else "framework.size"
    size = say.content(key, categories=categories, items=items)
    parts: list[Content] = [paragraph(size)]
    if framework.attribution:
        parts.append(element("p", framework.attribution, class_="meta"))
    ways = [_link(c.code, f"{c.code}. {c.statement}") for c in framework.children()]
    if framework.comparison.rows:
        ways.append(_link("comparison", _compared_with(framework, say)))
    ways += [_link("errata", say.content("framework.errata"))] if framework.errata else []
    return text(*parts, element("ul", *(element("li", way) for way in ways), class_="plain"))


def _folded(inner: Iterable[Content], items: int, say: Words) -> Element:
    """A long page opens by category."""
    return element("details", element("summary", say("framework.items", n=items)), *inner)


def _link(anchor: str, words: Content) -> Element:
    return page_link(PAGE, words, anchor=anchor)


def _below(
    framework: CompetencyFramework, code: str, depth: int = 0
) -> Iterator[tuple[Competency, int]]:
    """All that is below, with how deep it is among categories."""
    for each in framework.children(code):
        yield each, depth
        yield from _below(framework, each.code, depth + (each.type == "category"))


def _printed(item: Competency, say: Words) -> Iterator[Element]:
    told = (say.content("framework.printed", note=say.quoted(note)) for note in item.notes)
    return (element("p", words, class_="erratum") for words in told)


Named = Mapping[str, tuple[Content, ...]]


def _names(course: Course) -> Named:
    """Page id → how a list calls it: units may have pages of the same title.

    Of a translated course, either title may still be in its author's language: `left` looks at
    each by itself.
    """
    often = Counter(page.title for page in course.pages())

    def part(title: str) -> Content:
        return element("span", title) if course.translation else title

    return {
        page.id: (part(page.title), " (", part(module.title), ")")
        if often[page.title] > 1
        else (page.title,)
        for module in course.modules
        for page in module.pages()
    }


def _item(item: Competency, framework: CompetencyFramework, say: Words, level: str) -> Text:
    label = f" {item.short_label}" if item.short_label else ""
    code = element("span", item.code, class_="code")
    practice = element("p", say.content("framework.practice"), class_="practice")
    return text(
        element(level, code, label, id=item.code),
        element("blockquote", paragraph(item.statement)),
        *_printed(item, say),
        *_same(item, framework, say),
        *([practice] if item.practice else []),
    )


def _where(places: Places, names: Named, say: Words) -> Element:
    """Where the course takes an item up."""
    if not places:
        return element("p", say.content("framework.nowhere"), class_="meta")
    return element(
        "dl",
        *_row("taught", places.taught, names, say),
        *_row("practised", places.practised, names, say),
        *_row("assessed", places.assessed, names, say),
        class_="where-taught",
    )


def _same(item: Competency, framework: CompetencyFramework, say: Words) -> Iterator[Element]:
    """Where another item is printed with the very same words."""
    others = [o.code for o in framework.items if o.statement == item.statement and o is not item]
    if others:
        words = say.content("framework.same_words", codes=say.joined(others))
        yield element("p", words, class_="erratum")


def _row(name: str, pages: Iterable[Activity], names: Named, say: Words) -> Iterator[Element]:
    links: list[Content] = []
    for page in pages:
        links += [" · ", page_link(page.id, *names[page.id])]
    yield element("dt", say.content(f"framework.{name}"))
    yield element("dd", *(links[1:] or [say.content("framework.not_yet")]))


def _comparison(framework: CompetencyFramework, say: Words) -> Text:
    names = ("comparison_other", "comparison_items", "comparison_verdict")
    rows = (_compared(row, framework, say) for row in framework.comparison.rows)
    lead = framework.comparison.lead
    return text(
        element("h2", _compared_with(framework, say), id="comparison"),
        paragraph(lead) if lead else "",
        _table((say.content(f"framework.{name}") for name in names), rows),
    )


def _compared_with(framework: CompetencyFramework, say: Words) -> Content:
    return framework.comparison.title or say.content("framework.comparison")


def _table(head: Iterable[Content], rows: Iterable[Element]) -> Element:
    titles = (element("th", title, scope="col") for title in head)
    return element("table", element("thead", element("tr", *titles)), element("tbody", *rows))


def _compared(row: Compared, framework: CompetencyFramework, say: Words) -> Element:
    codes: list[Content] = []
    for code in row.codes:
        codes += [", ", _link(code, code) if code in framework.by_code else code]
    said: list[Content] = [element("strong", _verdict(row.verdict, say), ".")]
    said += [f" {_sentence(words)}" for words in (row.source_says, row.note) if words]
    if row.errata:
        slip = say.content("framework.printed", note=say.quoted(_sentence(row.errata)))
        said += [" ", element("em", slip)]
    return element(
        "tr",
        element("th", row.other or row.topic, scope="row"),
        element("td", *codes[1:]),
        element("td", *said),
    )


def _verdict(verdict: str, say: Words) -> Content:
    key = f"framework.{verdict}"
    return say.content(key) if key in say else verdict.replace("_", " ")


def _sentence(words: str) -> str:
    begun = words[:1].upper() + words[1:]
    return begun if begun.endswith((".", "!", "?")) else f"{begun}."


def _errata(errata: Iterable[Erratum], say: Words) -> Text:
    title = element("h2", say.content("framework.errata"), id="errata")
    lead = paragraph(say.content("framework.errata_lead"))
    names = ("slip_where", "slip_printed", "slip_expected", "slip_comment")
    head = (say.content(f"framework.{name}") for name in names)
    return text(title, lead, _table(head, map(_slip, errata)))


def _slip(slip: Erratum) -> Element:
    cells = (element("td", cell) for cell in (slip.printed, slip.expected, slip.comment))
    return element("tr", element("th", slip.where, scope="row"), *cells)
