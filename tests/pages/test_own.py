"""Pages made for the learner: competencies, writing, completion, framework, help."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import lxml.html
import pytest

from moocbuild.model.competency import NO_FRAMEWORK, Compared, Comparison
from moocbuild.model.course import Contact, Course, MadePages, Module, Quiz
from moocbuild.model.statements import Statements
from moocbuild.model.text import Text
from moocbuild.pages.coverage import coverage
from moocbuild.pages.framework import framework_page
from moocbuild.player.html.names import learner_page_ids
from moocbuild.player.html.page import PageRenderer
from moocbuild.player.html.site import site
from moocbuild.render import Dialect
from pages import sample
from pages.sample import lesson
from pages.sample_questions import AT, JOURNAL, SINGLE

Pages = dict[str, Any]


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_table_of_competencies(pages: Pages) -> None:
    page = pages["competencies.html"]
    rows = page.xpath("//tr[@data-item]")
    assert [row.get("data-item") for row in rows] == ["I.3", "VIII.2", "IX.2"]
    assert words(rows[0]) == "Listens with care I.3Not seen yet"
    assert rows[0].xpath("./th/a/@href") == ["framework.html#I.3"]
    for table in page.xpath("//table"):
        assert page.get_element_by_id(table.get("aria-labelledby")).tag == "h2"
    assert "fewer than two pieces" in words(page), "the rules are on the page"


def test_what_needs_people_is_said() -> None:
    course = sample.course()
    items = tuple(replace(item, practice=item.code == "I.3") for item in course.framework.items)
    other = replace(course, framework=replace(course.framework, items=items))
    page = site(other)["competencies.html"].decode()
    assert page.count("needs practice with people") == 1 and "What needs people" in page
    assert "What needs people" not in site(course)["competencies.html"].decode()


def test_every_writing_space_is_found_again(pages: Pages) -> None:
    notes = pages["journal.html"].xpath("//article[@data-note]")
    asked = [
        form.get("data-question")
        for name, page in pages.items()
        for form in page.xpath("//form[@data-kind='journal']")
        if not name.endswith("-text.html")
    ]
    assert sorted(note.get("data-note") for note in notes) == sorted(asked)


def test_completion_says_what_its_authors_say_that_it_shows(course: Course) -> None:
    told = Statements(record="It shows knowledge.", record_limits="It is not a licence to work.")
    page = site(replace(course, statements=told))["completion.html"].decode()
    assert "<p>It shows knowledge.</p>" in page
    assert "<p><strong>It is not a licence to work.</strong></p>" in page


def test_completion_claims_nothing_else(pages: Pages) -> None:
    page = pages["completion.html"]
    assert not page.xpath("//section[@class='says']")
    (name,) = page.xpath("//input")
    assert "name" not in name.attrib and name.get("value") is None, "never part of a request"
    assert "hidden" in page.xpath("//article[@class='record']")[0].attrib


def test_only_pages_that_make_sense(course: Course) -> None:
    assert learner_page_ids(course) == ("competencies", "journal", "completion")
    bare = replace(course.modules[0], activities=())
    assert learner_page_ids(replace(course, modules=(bare,))) == ()


def unit(id: str, *pages: Any, **more: Any) -> Module:
    welcome = lesson(f"{id}/index", id.upper())
    return Module(id=id, title=id.upper(), welcome=welcome, activities=pages, span=AT, **more)


def quiz(**more: Any) -> Quiz:
    return Quiz(id="u/check", title="Check", questions=(SINGLE,), span=AT, **more)


@pytest.mark.parametrize(
    ("pages", "framework", "ids"),
    [
        ((quiz(),), True, ("competencies", "completion")),
        ((quiz(),), False, ("completion",)),
        ((quiz(graded=False),), True, ()),
        ((sample.SCENARIO,), True, ("competencies", "journal")),
        ((lesson("u/one", "One", JOURNAL),), True, ("journal",)),
        ((lesson("u/one", "One", SINGLE),), True, ()),
    ],
)
def test_what_makes_a_page_of_the_learner_s_own(
    pages: tuple[Any, ...], framework: bool, ids: tuple[str, ...]
) -> None:
    course = sample.course(modules=(unit("u", *pages),))
    bare = replace(course, framework=NO_FRAMEWORK)
    assert learner_page_ids(course if framework else bare) == ids


@pytest.mark.parametrize("asked", [True, False])
def test_an_author_decides_of_pages_that_would_hold_something(asked: bool) -> None:
    switches = MadePages(asked=dict.fromkeys(("competencies", "journal", "completion"), asked))
    course = sample.course(made=switches)
    assert learner_page_ids(course) == (("competencies", "journal", "completion") * asked)
    empty = sample.course(made=switches, modules=(unit("u"),))
    assert learner_page_ids(empty) == (("completion",) * asked), "which holds no list"


def shown(page: str, **changes: Any) -> Any:
    files = dict(PageRenderer(sample.course(**changes), "").own_pages())
    return lxml.html.document_fromstring(files[page])


def test_what_no_quiz_asks_for_is_counted_alone() -> None:
    asked = unit("u", quiz())
    page = shown("competencies.html", modules=(asked,))
    assert page.xpath("//tr/@data-item") == ["I.3", "IX.2"]
    assert "One more item is" in words(page) and not page.xpath("//th/a"), "no page to lead to"
    everything = shown("competencies.html")
    assert "more item" not in words(everything)
    links = everything.xpath("//section[@class='competencies']//th/a/@href")
    assert links == ["framework.html#I.3", "framework.html#VIII.2", "framework.html#IX.2"]


def test_units_without_writing_spaces_are_no_chapter() -> None:
    writes = unit("u", lesson("u/one", "One", JOURNAL))
    page = shown("journal.html", modules=(unit("t"), writes))
    assert page.xpath("//section[@data-journals]//h2/text()") == ["U"]
    assert page.xpath("//article/h3/a/@href") == ["u.one.html#q-room"]


def test_the_end_lists_the_pages_that_are_worked_through() -> None:
    pages = (lesson("u/new", "New"), lesson("u/one", "Oné", ordinal=3), replace(quiz(), ordinal=4))
    page = shown("completion.html", modules=(unit("u", *pages, minutes=90), unit("t", minutes=30)))
    (first, other) = page.xpath("//div[contains(@class, 'open-work')]//li")
    assert first.get("data-pages") == '[[3, "Oné"], [4, "Check"]]'
    assert (other.get("data-pages"), other.xpath("./a/@href")) == ("[]", ["t.index.html"])
    assert "2 hours" in words(page.xpath("//article")[0])


def test_the_end_says_nothing_of_a_length_that_is_not_known() -> None:
    page = shown("completion.html", modules=(unit("u", quiz()),))
    assert "hour" not in words(page.xpath("//article")[0])
    assert "1.0.0" in words(page.xpath("//article")[0])


# --- the framework


def test_three_kinds_of_places(course: Course) -> None:
    places = coverage(course)["IX.2"]
    assert [page.id for page in places.taught] == ["active-listening/silence"]
    assert [page.id.split("/")[1] for page in places.practised] == [
        "silence",
        "case",
        "late-afternoon",
    ]
    assert [page.id for page in places.assessed] == ["active-listening/check-yourself"]


def test_framework_marks_slips_and_compares() -> None:
    course = sample.course()
    items = tuple(
        replace(item, notes=("a slip",) if item.code == "I.3" else ())
        for item in course.framework.items
    )
    row = Compared(
        id="SW1", verdict="weak_overlap", other="ethics", codes=("I.3",), errata="a wrong number"
    )
    framework = replace(
        course.framework,
        items=items,
        comparison=Comparison(title="Beside nursing", lead="Row by row.", rows=(row,)),
    )
    (text,) = framework_page(replace(course, framework=framework)).parts
    assert isinstance(text, Text)
    html = Dialect().html(text, lambda ref: f"{ref.id}#{ref.anchor}")
    assert '<p class="erratum">As printed: a slip</p>' in html
    assert '<th scope="row">ethics</th><td><a href="framework#I.3">I.3</a></td>' in html
    assert '<h2 id="comparison">Beside nursing</h2><p>Row by row.</p>' in html.replace("\n", "")
    assert "They hardly meet." in html and "As printed: A wrong number." in html
    assert html.index("Taught") < html.index("Practised") < html.index("Assessed")


# --- help


def contact(country: str, role: str, number: str, *, confirmed: bool = True) -> Contact:
    day = datetime.date(2026, 11, 1) if confirmed else None
    return Contact(country=country, role=role, number=number, confirmed_on=day, span=AT)


def test_only_confirmed_lines_and_emergency_first() -> None:
    course = sample.course(
        countries=("BE", "FR"),
        contacts=(
            contact("BE", "suicide_line", "0800 1"),
            contact("FR", "emergency", "15"),
            contact("BE", "emergency", "100"),
            contact("BE", "suicide_line", "0800 2", confirmed=False),
            contact("NO", "emergency", "113"),
        ),
    )
    assert [line.number for line in course.help_lines()] == ["100", "15", "0800 1"]
    everything = b"".join(site(course).values())
    assert b"0800 1" in everything and b"0800 2" not in everything and b"113" not in everything


def test_no_page_without_help(pages: Pages) -> None:
    for name, page in pages.items():
        assert page.xpath("//header[@class='bar']/a[@class='help']/@href"), name
