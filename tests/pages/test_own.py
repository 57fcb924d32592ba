"""Pages made for the learner: competencies, writing, completion, framework, help."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from moocbuild.model.competency import Comparison
from moocbuild.model.course import Contact, Course
from moocbuild.model.text import Text
from moocbuild.pages.coverage import coverage
from moocbuild.pages.framework import framework_page
from moocbuild.player.html.names import learner_page_ids
from moocbuild.player.html.site import site
from moocbuild.render import Dialect
from pages import sample
from pages.sample_questions import AT

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


def test_completion_says_what_it_shows_and_what_not(pages: Pages) -> None:
    page = pages["completion.html"]
    said = words(page)
    assert "knowledge and judgement" in said and "does not show practice with people" in said
    assert "not a licence to work" in said
    (name,) = page.xpath("//input")
    assert "name" not in name.attrib and name.get("value") is None, "never part of a request"
    assert "hidden" in page.xpath("//article[@class='record']")[0].attrib


def test_only_pages_that_make_sense(course: Course) -> None:
    assert learner_page_ids(course) == ("competencies", "journal", "completion")
    bare = replace(course.modules[0], activities=())
    assert learner_page_ids(replace(course, modules=(bare,))) == ()


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
    row = Comparison(
        id="SW1", verdict="weak_overlap", other="ethics", codes=("I.3",), errata="a wrong number"
    )
    framework = replace(
        course.framework,
        items=items,
        comparison=(row,),
    )
    (text,) = framework_page(replace(course, framework=framework)).parts
    assert isinstance(text, Text)
    html = Dialect().html(text, lambda ref: f"{ref.id}#{ref.anchor}")
    assert '<p class="erratum">As printed: a slip</p>' in html
    assert '<th scope="row">ethics</th><td><a href="framework#I.3">I.3</a></td>' in html
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
