"""What stands around a page: its place, its length, where one may go, notes, the imprint."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from moocbuild.model.course import Course, MadePages, Module
from moocbuild.model.text import element, text
from moocbuild.model.theme import PLAIN, Picture
from moocbuild.player.html.frame import Frame, LinkView, NoteView, PictureView
from moocbuild.player.html.render import context
from pages import sample
from pages.sample import lesson
from pages.sample_questions import p

Pages = dict[str, Any]
MODULE = "active-listening"


def frame(course: Course) -> Frame:
    return Frame(context(course))


def around(course: Course, page_id: str) -> tuple[str, ...]:
    """Files before, after and above a page, "" where there is none."""
    page = next(page for page in course.pages() if page.id == page_id)
    found = frame(course).neighbours(page)
    links = (found.previous, found.next, found.up)
    return tuple(link.href if link else "" for link in links)


def told(page: Any, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath(path)]


# --- what each page of the sample has

UNIT = ["Active listening"]
PAUSE = "You can stop at any time and go on later."


@pytest.mark.parametrize(
    ("file", "place", "length"),
    [
        ("index.html", [], ["Version 1.0.0"]),
        (f"{MODULE}.index.html", [], [f"3 hours. {PAUSE}"]),
        (f"{MODULE}.silence.html", [*UNIT, "1 of 4"], [f"12 minutes. {PAUSE}"]),
        (f"{MODULE}.case.html", [*UNIT, "2 of 4"], [f"10 minutes. {PAUSE}"]),
        (f"{MODULE}.late-afternoon.html", [*UNIT, "3 of 4"], [f"25 minutes. {PAUSE}"]),
        (f"{MODULE}.check-yourself.html", [*UNIT, "4 of 4"], [f"15 minutes. {PAUSE}"]),
        (f"{MODULE}.late-afternoon-text.html", [], []),
        ("about.html", [], []),
        ("help.html", [], []),
        ("journal.html", [], []),
    ],
)
def test_place_and_length(pages: Pages, file: str, place: list[str], length: list[str]) -> None:
    """The text version of a simulation is read instead of it, so it is no page of the order."""
    assert told(pages[file], "//p[@class='place']/span") == place
    assert told(pages[file], "//header[@class='head']//p[@class='meta']") == length


@pytest.mark.parametrize(
    ("file", "above", "links"),
    [
        ("index.html", [], []),
        (f"{MODULE}.index.html", [], ["Next When someone goes quiet"]),
        (f"{MODULE}.silence.html", UNIT, ["Back Active listening", "Next A visit"]),
        (f"{MODULE}.check-yourself.html", UNIT, ["Back Late afternoon with Sami"]),
        (f"{MODULE}.late-afternoon-text.html", UNIT, ["Back Course home"]),
        ("about.html", [], ["Back Course home"]),
        ("help.html", ["About this course"], ["Back Course home"]),
        ("completion.html", [], ["Back Course home"]),
    ],
)
def test_ways_from_a_page(pages: Pages, file: str, above: list[str], links: list[str]) -> None:
    assert told(pages[file], "//p[@class='above']/a") == above
    assert told(pages[file], "//nav[@class='steps-nav']/a") == links


@pytest.mark.parametrize(
    ("file", "scripts", "sheets"),
    [
        ("index.html", ["learner.js"], ["contents.css"]),
        (f"{MODULE}.index.html", ["learner.js"], ["contents.css"]),
        (f"{MODULE}.silence.html", [], []),
        (f"{MODULE}.case.html", ["kinds.js"], []),
        (f"{MODULE}.late-afternoon.html", ["evidence.js", "scenario.js"], ["scenario.css"]),
        (f"{MODULE}.late-afternoon-text.html", [], ["made.css"]),
        (f"{MODULE}.check-yourself.html", ["kinds.js", "quiz.js", "evidence.js"], []),
        ("help.html", [], ["made.css"]),
        ("competencies.html", ["evidence.js", "learner.js"], ["made.css"]),
    ],
)
def test_a_page_loads_what_it_needs(
    pages: Pages, file: str, scripts: list[str], sheets: list[str]
) -> None:
    (first,) = pages[file].xpath("//script")
    assert (first.get("src"), "async" in first.attrib) == ("first.js", True)
    assert first.get("data-then").split() == ["player.js", *scripts]
    (paper,) = pages[file].xpath("/html/head/link[@media='print']/@href")
    found = pages[file].xpath("/html/head/link[@rel='stylesheet']/@href")
    assert found == ["style.css", *sheets, paper]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (f"{MODULE}.index.html", 0),
        (f"{MODULE}.silence.html", 1),
        (f"{MODULE}.late-afternoon.html", 1),
        (f"{MODULE}.check-yourself.html", 1),
        (f"{MODULE}.late-afternoon-text.html", 0),
    ],
)
def test_what_needs_a_script_says_so_without_one(pages: Pages, file: str, said: int) -> None:
    assert len(pages[file].xpath("//main/noscript")) == said


def test_a_unit_begins_with_what_it_is_for_and_what_it_holds(pages: Pages) -> None:
    welcome = pages[f"{MODULE}.index.html"]
    assert len(told(welcome, "//section[@class='outcomes']//li")) == 3
    assert told(welcome, "//section[@class='contents']//li") == [
        "When someone goes quiet 12 minutes",
        "A visit 10 minutes",
        "Late afternoon with Sami 25 minutes",
        "Check yourself: listening 15 minutes",
    ]
    assert told(welcome, "//section[@class='items']//li") == ["Stays with silence IX.2"]
    for name, page in pages.items():
        if page is not welcome:
            own = page.xpath("//section[@class='outcomes' or @class='contents']")
            assert (name, own) == (name, [])


def test_the_first_page_leads_into_the_units(pages: Pages) -> None:
    home = pages["index.html"]
    assert home.xpath("//a[@data-resume]/@href") == [f"{MODULE}.index.html"]
    assert home.xpath("//li[@class='module']/@data-module") == [MODULE], "made pages are no unit"
    assert told(home, "//summary/span[@class='meta']") == ["4 pages, 3 hours: Active listening"]
    assert len(home.xpath("//li[@class='module']//ol[@class='pages']/li")) == 4


def test_a_text_version_says_which_simulation_it_tells(pages: Pages) -> None:
    told = {name: page.get("data-retells") for name, page in pages.items()}
    assert told.pop(f"{MODULE}.late-afternoon-text.html") == "4"
    assert set(told.values()) == {None}


def test_the_menu_says_where_one_is(pages: Pages) -> None:
    current = "//nav[@class='menu']//a[@aria-current='page']/@href"
    for file in ("index.html", "journal.html", "glossary.html", "about.html"):
        assert pages[file].xpath(current) == [file]
    for file in ("help.html", f"{MODULE}.silence.html"):
        assert pages[file].xpath(current) == [], "not in the menu"


# --- variations


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, ""),
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (150, "2 hours 30 minutes"),
    ],
)
def test_lengths(course: Course, minutes: int, words: str) -> None:
    assert frame(course).length(minutes) == words


def test_a_page_of_unknown_length_says_nothing_of_pauses() -> None:
    unit = Module(
        id="u", title="U", welcome=lesson("u/index", "U"), minutes=0, span=sample.SCENARIO.span
    )
    assert frame(sample.course(modules=(unit,))).metas == {0: ""}


def two_units() -> Course:
    units = (
        Module(
            id=name,
            title=name.upper(),
            welcome=lesson(f"{name}/index", name.upper()),
            activities=(lesson(f"{name}/one", "One"), lesson(f"{name}/made", "M", kind="page")),
            span=sample.SCENARIO.span,
        )
        for name in ("a", "b")
    )
    return sample.course(modules=(*units, sample.course().modules[-1]))


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("a/index", ("", "a.one.html", "")),
        ("a/one", ("a.index.html", "b.index.html", "")),
        ("b/index", ("a.one.html", "b.one.html", "")),
        ("b/one", ("b.index.html", "", "")),
        ("a/made", ("", "", "index.html")),
        ("about", ("", "", "index.html")),
    ],
)
def test_one_reads_on_from_unit_to_unit(page: str, links: tuple[str, ...]) -> None:
    assert around(two_units(), page) == links


def test_a_course_without_units_begins_nowhere() -> None:
    assert frame(sample.course(modules=sample.course().modules[-1:])).first is None
    assert frame(two_units()).first == LinkView("A", "a.index.html")


def noted(*parts: Any, help: bool, last: bool) -> NoteView:
    """The content note of the first page of two, or of the last."""
    page = lesson("u/one", "One", *parts, content_notes=("grief", "loss"))
    pages = (lesson("u/two", "Two"), page) if last else (page, lesson("u/two", "Two"))
    unit = Module(
        id="u", title="U", welcome=lesson("u/index", "U"), activities=pages, span=page.span
    )
    made = sample.course().modules[-1:] if help else ()
    course = sample.course(modules=(unit, *made), made=MadePages(asked={"help": help}))
    found = frame(course).note(page)
    assert found is not None
    return found


SHORT = text(element("h2", "In short", id="in-short"))
OTHER = text(element("h2", "Short of breath", id="short-of-breath"))
DEEPER = text(element("h3", "In short", id="in-short"))


@pytest.mark.parametrize(
    ("parts", "help", "last", "ways"),
    [
        ((OTHER, SHORT), True, False, ["#in-short", "u.two.html", "help.html"]),
        ((SHORT,), False, True, ["#in-short"]),
        ((OTHER, DEEPER), True, True, ["#page-end", "help.html"]),
        ((p("Words."),), False, False, ["#page-end", "u.two.html"]),
    ],
)
def test_ways_round_what_a_note_says(
    parts: tuple[Any, ...], help: bool, last: bool, ways: list[str]
) -> None:
    found = noted(*parts, help=help, last=last)
    assert found.line == "Content note: grief, loss"
    assert [way.href for way in found.ways] == ways


def test_a_page_without_notes_has_none(course: Course) -> None:
    quiet = next(page for page in course.pages() if page.id == f"{MODULE}/case")
    assert frame(course).note(quiet) is None


def test_an_item_is_called_by_its_label_or_else_by_what_it_says(course: Course) -> None:
    labelled, *_ = course.framework.items
    bare = replace(labelled, short_label="")
    assert frame(course).item(labelled).label == "Listens with care"
    assert frame(course).item(bare).label == "Listens with care."
    assert frame(course).item(bare).href == "framework.html#I.3"


def test_an_item_leads_nowhere_without_a_page_of_the_framework() -> None:
    course = two_units()
    bare = replace(course, modules=course.modules[:2])
    assert frame(bare).item(course.framework.items[0]).href == ""


def test_the_imprint_names_a_licence_where_there_is_one(course: Course) -> None:
    title = "Peer and Team Support in Mental Health · Version 1.0.0"
    assert frame(course).imprint() == f"{title} · Licence: CC-BY-SA-4.0"
    assert frame(replace(course, licence="")).imprint() == title


def test_a_picture_of_the_look_stands_where_its_file_is(course: Course) -> None:
    (href,) = course.assets
    known = replace(course.assets[href], width=8, height=4)
    shown = replace(course, assets={href: known})
    assert frame(shown).picture(Picture(href, "A bench")) == PictureView(
        "A bench", "media/bank-co.svg", 8, 4
    )
    assert frame(course).picture(Picture("media/gone.svg", "Gone")) is None
    assert frame(course).picture(None) is None


def test_the_logo_stands_in_the_bar(course: Course) -> None:
    (href,) = course.assets
    logo = '<img src="media/bank-co.svg" alt="A bench">'
    own = replace(course, theme=replace(PLAIN, logo=Picture(href, "A bench")))
    assert logo in frame(own).top("") and "<img" not in frame(course).top("")


@pytest.mark.parametrize("help", [True, False])
def test_the_bar_leads_to_help_where_there_is_some(help: bool) -> None:
    course = two_units()
    shown = course if help else replace(course, modules=course.modules[:2])
    assert ('href="help.html"' in frame(shown).bar()) == help
