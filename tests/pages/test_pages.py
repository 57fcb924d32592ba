"""Every page of the sample: sound HTML, nothing inline, links that lead somewhere."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from html.parser import HTMLParser
from typing import Any, get_args
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree
from markupsafe import escape

from moocbuild.model.course import Course
from moocbuild.model.question import Interaction, Unreadable
from moocbuild.model.text import Ref
from moocbuild.package.names import media_files, page_file
from moocbuild.player.html.edition import NONE, OWN_FILES, Edition
from moocbuild.player.html.learner_pages import LEARNER_PAGES
from moocbuild.player.html.names import HOME, links, page_files
from moocbuild.player.html.parts import FILES
from moocbuild.player.html.question import RENDERERS
from moocbuild.player.html.site import site
from pages import sample

Pages = dict[str, Any]
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905


class Balance(HTMLParser):
    """Every element that is opened is closed, in order; no attribute is there twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"{tag}: an attribute twice: {names}")
        if any(not re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in names):
            self.wrong.append(f"{tag}: odd attributes: {names}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing, at {self.getpos()}")


def test_pages_are_balanced(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if name.endswith(".html"):
            balance = Balance()
            balance.feed(data.decode())
            assert (name, balance.wrong, balance.open) == (name, [], [])


def test_every_page_is_there(course: Course, pages: Pages) -> None:
    assert set(pages) == {
        page_file(id) for id in (HOME, *LEARNER_PAGES, *(page.id for page in course.pages()))
    }


def test_policy_allows_nothing_inline(pages: Pages) -> None:
    assert "unsafe" not in NONE.policy and "default-src 'none'" in NONE.policy
    for name, page in pages.items():
        metas = page.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        assert (name, metas) == (name, [NONE.policy])
        first = page.xpath("//head/*")[:2]
        assert first[0].get("charset") and first[1].get("http-equiv"), "before anything loads"


def test_an_edition_says_what_its_pages_may_speak_with(course: Course) -> None:
    elsewhere = {**OWN_FILES, "connect-src": "'self' https:"}
    abroad = Edition(name="abroad", adapters=("lms_none.js",), sources=elsewhere)
    own, other = site(course), site(course, abroad)
    assert "connect-src 'self' https:;" in abroad.policy and "https:" not in NONE.policy
    assert own.keys() == other.keys()
    theirs, ours = (str(escape(edition.policy)).encode() for edition in (abroad, NONE))
    for name, data in other.items():
        assert (name, theirs in data) == (name, name.endswith(".html"))
        assert data.replace(theirs, ours) == own[name], "nothing but the policy differs"


def test_nothing_inline(pages: Pages) -> None:
    for name, page in pages.items():
        assert (name, page.xpath("//script/@src")) == (name, ["first.js"])
        core, *scripts = page.xpath("//script/@data-then")[0].split()
        assert core == "player.js"
        assert set(scripts) < set(FILES) and len(scripts) == len(set(scripts)) < 5
        assert not page.xpath("//style | //@style | //iframe | //base | //object | //embed")
        attributes = {attribute.attrname for attribute in page.xpath("//@*")}
        assert not [attribute for attribute in attributes if attribute.startswith("on")]


def test_ids_are_unique_and_references_resolve(pages: Pages) -> None:
    for name, page in pages.items():
        ids = page.xpath("//@id")
        assert (name, sorted(ids)) == (name, sorted(set(ids)))
        wanted = page.xpath("//@for | //@aria-describedby | //@aria-labelledby")
        assert set(" ".join(wanted).split()) <= set(ids), name


def test_links_lead_somewhere(files: dict[str, bytes], course: Course, pages: Pages) -> None:
    known = {*files, *media_files(course).values(), "first.js", "player.js"}
    for name, page in pages.items():
        for address in page.xpath("//@href | //@src | //@poster"):
            url = urlsplit(address)
            assert not url.netloc and url.scheme in ("", "data"), address
            if url.scheme:
                continue
            file = unquote(url.path) or name
            assert file in known, f"{name}: {address}"
            if url.fragment:
                anchor = unquote(url.fragment)
                assert anchor in pages[file].xpath("//@id"), f"{name}: {address}"


def test_references(course: Course) -> None:
    href = links(course, page_files(course))
    assert href(Ref("page", "active-listening/silence")) == "active-listening.silence.html"
    assert href(Ref("page", "", "")) == "index.html"
    assert href(Ref("page", "framework", "VIII.2")) == "framework.html#VIII.2"
    assert href(Ref("page", "not/in-this-track")) is None
    question = Ref("page", "active-listening/check-yourself", "silence")
    assert href(question) == "active-listening.check-yourself.html#q-silence"
    assert href(Ref("media", "media/Bänk & co.svg")) == "media/bank-co.svg"
    assert href(Ref("media", "media/gone.svg")) is None


@pytest.mark.parametrize("id", ["con/x", "aux", "Ä/ö", "a" * 200, "a/../../b"])
def test_page_files_are_safe(id: str) -> None:
    assert re.fullmatch(r"[a-z0-9_-][a-z0-9._-]*\.html", page_file(id))
    assert page_file(id) != page_file(id + "x")


def test_hostile_words_stay_words(files: dict[str, bytes], pages: Pages) -> None:
    for name, data in files.items():
        assert b"</script><b>" not in data, name
    quiz = pages["active-listening.check-yourself.html"]
    form = quiz.get_element_by_id("q-hostile")
    assert form.find(".//h2").text_content() == sample.HOSTILE
    assert form.find(".//label").text_content() == sample.HOSTILE
    assert "{{7*7}}" in form.find(".//div").text_content()
    answers = json.loads(quiz.get_element_by_id("q-word").get("data-answers"))
    assert answers[1] == {"text": sample.HOSTILE, "exact": True, "correct": False}
    options = quiz.xpath("//form[@id='q-words']//option/text()")
    assert '“Paul is one of our nicest cases.” <i> & "' in options


def test_tables_scroll_in_a_frame_the_keyboard_reaches(pages: Pages) -> None:
    page = pages["active-listening.silence.html"]
    (frame,) = page.xpath("//table/..")
    assert frame.get("class") == "wide" and frame.get("tabindex") == "0"
    assert page.xpath("//table/@title") == ["<table onmouseover="]


# --- the contract between pages and script


def test_every_interaction_has_its_form(pages: Pages) -> None:
    forms = [form for page in pages.values() for form in page.xpath("//form[@data-question]")]
    kinds = {form.get("data-kind") for form in forms}
    known = "single multiple truefalse match order numeric text hottext journal"
    assert sorted(kinds) == sorted(known.split())
    assert RENDERERS.known == {*get_args(Interaction)} - {Unreadable}
    for form in forms:
        assert form.get("id") == f"q-{form.get('data-question')}"
        assert "novalidate" in form.attrib
        assert form.xpath(".//fieldset/legend") and form.xpath(".//h2")
        journal = form.get("data-kind") == "journal"
        assert len(form.xpath(".//button[@type='submit']")) == (0 if journal else 1)


def test_options(pages: Pages) -> None:
    form = pages["active-listening.check-yourself.html"].get_element_by_id("q-silence")
    options = form.xpath(".//div[@class='option']")
    assert [option.get("data-score") for option in options] == ["0.5", "1", "0"]
    for option in options:
        (field,) = option.xpath("./input[@type='radio']")
        assert field.get("value") == option.get("data-option")
        assert option.xpath("./label/@for") == [field.get("id")]
        (note,) = option.xpath("./div[contains(@class, 'feedback')]")
        assert note.xpath("./p[@class='mark']")[0].text_content(), "a word, not a colour alone"


def test_match_order_and_entries(pages: Pages) -> None:
    quiz = pages["active-listening.check-yourself.html"]
    rows = quiz.xpath("//form[@id='q-words']//div[@class='row']")
    assert [(row.get("data-row"), row.get("data-right")) for row in rows] == [
        ("a", "y"),
        ("b", "x"),
    ]
    for row in rows:
        (select,) = row.xpath("./select")
        assert select.get("name") == row.get("data-row")
        values = select.xpath("./option/@value")
        assert values[0] == "" and sorted(values[1:]) == ["x", "y", "z"]
        assert row.get("data-right") in values
    steps = quiz.xpath("//form[@id='q-steps']//ol/li/@data-step")
    assert steps == ["a", "b", "c", "d"], "in the right order, which the script shuffles"
    form = quiz.get_element_by_id("q-emergency")
    answers = json.loads(form.get("data-answers"))
    assert answers[0] == {"low": 112, "high": 112, "correct": True}
    assert form.xpath(".//*[@data-answer]/@data-answer") == ["0", "1", "2"]
    assert form.xpath(".//input[@class='entry']/@inputmode") == ["decimal"]


def test_scenario(pages: Pages) -> None:
    page = pages["active-listening.late-afternoon.html"]
    (section,) = page.xpath("//section[@class='scenario']")
    assert section.get("data-start") == "the-book"
    (meter,) = json.loads(section.get("data-meters"))
    assert (meter["start"], meter["words"]["5"]) == (3, "Sami leans back")
    scenes = section.xpath("./article")
    assert [scene.get("data-ordinal") for scene in scenes] == ["1", "2", "3", "4"]
    assert [scene.get("id") for scene in scenes if "data-end" in scene.attrib] == ["end"]
    for choice in section.xpath(".//li[@data-choice]"):
        assert choice.xpath("./a/@href") == [f"#{choice.get('data-goes')}"]
    first = section.xpath(".//li[@data-choice]")[0]
    assert (first.get("data-evidence"), first.get("data-effects")) == (
        "VIII.2:2 IX.2:2",
        "trust:1",
    )
    assert len(section.xpath(".//li[@data-critical]")) == 1
    assert section.xpath(".//a[@class='reading']/@href") == [
        "active-listening.late-afternoon-text.html"
    ]


def test_root_says_what_the_page_is(pages: Pages) -> None:
    kinds = {page.get("data-kind") for page in pages.values()}
    made = {"home", "page", *LEARNER_PAGES}
    assert kinds == {"module", "lesson", "case", "quiz", "scenario", *made}
    for page in pages.values():
        assert (
            page.get("class") == "no-js" and page.get("lang") == "en" and page.get("dir") == "ltr"
        )
        assert page.get("data-course") == "sample" and page.get("data-ordinal").isdigit()
        assert page.xpath("//div[@class='notice'][@role='status']") and page.xpath(
            "//main[@id='main']"
        )
        assert page.xpath("//a[@class='help']/@href") == ["help.html"]


def test_right_to_left() -> None:

    home = site(sample.course(language="ar"))["index.html"].decode()
    assert '<html lang="ar" dir="rtl"' in home


def test_content_note_offers_ways_round(pages: Pages) -> None:
    ways = "//details[@class='content-note']//a/@href"
    assert pages["active-listening.silence.html"].xpath(ways) == [
        "#in-short",
        "active-listening.case.html",
        "help.html",
    ]
    assert pages["active-listening.check-yourself.html"].xpath(ways) == ["#page-end", "help.html"]


def test_reading_on(pages: Pages) -> None:
    page = pages["active-listening.case.html"]
    assert page.xpath("//nav[@class='steps-nav']/a/@href") == [
        "active-listening.silence.html",
        "active-listening.late-afternoon.html",
    ]
    made = pages["active-listening.late-afternoon-text.html"]
    assert made.xpath("//nav[@class='steps-nav']/a/@href") == ["index.html"]


def test_items_of_a_page(pages: Pages) -> None:
    items = pages["active-listening.silence.html"].xpath("//section[@class='items']//li")
    assert [item.text_content() for item in items] == [
        "Stays with silence IX.2",
        "Listens with care I.3",
    ], "unknown codes are a check's business"
    assert items[0].xpath("./a/@href") == ["framework.html#IX.2"]


def test_headings_do_not_jump(pages: Pages) -> None:
    for name, page in pages.items():
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), name


def test_budget_of_a_lesson(files: dict[str, bytes]) -> None:
    def small(name: str) -> int:
        return len(gzip.compress(files[name], 9))

    assert small("active-listening.silence.html") <= 6 * 1024
    assert small("style.css") <= 4 * 1024


def test_pages_parse_as_xml_fragments(files: dict[str, bytes]) -> None:
    """html5 parsers forgive much; libxml2's complaints about structure are a second opinion."""
    for name, data in files.items():
        if name.endswith(".html"):
            parser = etree.HTMLParser(recover=True)
            etree.fromstring(data, parser)
            serious = [e for e in parser.error_log if "Tag" not in e.message]
            assert (name, [e.message for e in serious]) == (name, [])
