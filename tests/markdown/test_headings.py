"""What a heading says as plain words, and the ids and anchors that it gives a place."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from markdown_trees import read
from moocbuild.diagnostics import Diagnostic
from moocbuild.source.files.front_matter import Document
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.anchors import Anchors, github_slug, is_reserved, slug, words
from moocbuild.source.pages.section import read_body
from moocbuild.source.shared import FileReader, Shared


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("<h2>Wait</h2>", "Wait"),
        (
            "<h2><em>Wait</em> a <strong>good <em>while</em></strong> now</h2>",
            "Wait a good while now",
        ),
        ("<h2>If <formula tex='x^2'/> grows</h2>", "If $x^2$ grows"),
        ("<h2><formula/>s</h2>", "$$s"),
        ("<h2>As <citation name='Book2020'>?</citation> says</h2>", "As [Book2020] says"),
        ("<h2>Wait<br/>here</h2>", "Wait here"),
        ("<h2>Wait<comment>not that</comment> here</h2>", "Wait here"),
        ("<h2>Wait<noteref>1</noteref>, here</h2>", "Wait, here"),
        ("<h2>\n  Two   lines\n</h2>", "Two lines"),
        ("<h2/>", ""),
    ],
)
def test_words_of_a_heading(heading: str, said: str) -> None:
    assert words(ElementTree.fromstring(heading)) == said


@pytest.mark.parametrize(
    ("title", "ours", "github"),
    [
        ("She falls silent", "she-falls-silent", "she-falls-silent"),
        ("What now? (Part 2)", "what-now-part-2", "what-now-part-2"),
        ("snake_case", "snake-case", "snake_case"),
        ("Écouter", "ecouter", "écouter"),
        ("聞く", "", "聞く"),
    ],
)
def test_slugs(title: str, ours: str, github: str) -> None:
    assert (slug(title), github_slug(title)) == (ours, github)


@pytest.mark.parametrize(
    ("id", "reserved"),
    [("main", True), ("page-end", True), ("q-one", True), ("mains", False), ("aq-one", False)],
)
def test_ids_that_pages_use_themselves(id: str, reserved: bool) -> None:
    assert is_reserved(id) == reserved


def anchors() -> tuple[Anchors, dict[tuple[str, str], str]]:
    reader = FileReader(SourceFile("course/01-m/01-p.md", "", ("",)), "m/p", Shared())
    return Anchors(reader), reader.added.aliases


def heading(title: str, below: str = "") -> ElementTree.Element:
    made = ElementTree.Element("h3", {"below": below} if below else {})
    made.text = title
    return made


@pytest.mark.parametrize(
    ("below", "id"),
    [
        ("", "a-title"),
        ("#own", "own"),
        ("#own critical", "own"),
        ("own", "a-title"),
        ("#Own", "a-title"),
        ("#own!", "a-title"),
        ("#main", "part-main"),
    ],
)
def test_an_id_below_a_heading(below: str, id: str) -> None:
    assert anchors()[0].of_heading(heading("A title", below)) == id


def test_every_heading_has_an_id_of_its_own() -> None:
    page, aliases = anchors()
    titles = ["Wait", "Wait", "Wait", "聞く", "Main", "Q & A", "q-x"]
    made = [page.of_heading(heading(title)) for title in titles]
    assert made == ["wait", "wait-2", "wait-3", "part", "part-main", "part-q--a", "part-q-x"]
    assert aliases["m/p", "wait-1"] == "wait-2"  # as GitHub numbers them
    assert aliases["m/p", "wait"] == "wait"
    assert aliases["m/p", "聞く"] == "part"
    assert aliases["m/p", "main"] == "part-main"


def test_the_title_of_the_page_counts() -> None:
    page, aliases = anchors()
    page.count("Wait")
    assert page.of_heading(heading("Wait")) == "wait"
    assert aliases["m/p", "wait-1"] == "wait"


def test_a_question_is_reached_by_id_and_title() -> None:
    page, aliases = anchors()
    page.claim_question("silence", "She falls silent")
    assert aliases == {("m/p", "she-falls-silent"): "silence"}
    assert {"silence", "q-silence", "she-falls-silent"} <= page.taken
    assert page.of_heading(heading("Silence")) == "silence-2"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("## Heat <HACCP>", "Heat &lt;HACCP&gt;"),
        ("## Heat <b>now</b>", "Heat <b>now</b>"),
        ("## Heat <b>now", "Heat &lt;b&gt;now"),
        ("## Heat now</b>", "Heat now&lt;/b&gt;"),
        ("## Heat <b>now</i>", "Heat &lt;b&gt;now&lt;/i&gt;"),
        ("## H<br>eat", "H<br>eat"),
        ("## H<sub>2</sub>O <x>", "H<sub>2</sub>O &lt;x&gt;"),
        ("## <blink>a</blink>", "&lt;blink&gt;a&lt;/blink&gt;"),
        ("## <b><i>a</i></b>", "<b><i>a</i></b>"),
        ("## <b><i>a</b></i>", "&lt;b&gt;<i>a&lt;/b&gt;</i>"),
    ],
)
def test_html_in_a_heading_is_whole_or_words(written: str, html: str) -> None:
    found = read(written)
    assert re.fullmatch(r"<h2[^>]*>(.*)</h2>", found.html, re.S)[1] == html  # type: ignore[index]
    assert found.codes == []


@pytest.mark.parametrize(
    ("headings", "lines"),
    [
        ("## A\n\n### B\n\n## C", []),
        ("## A\n\n#### B", [5]),
        ("## A\n\n#### B\n\n##### C", [5]),
        ("### A", [3]),
        ("# A\n\n## B", [3]),
        ("## A\n\n# B", [5]),
        ("# A\n\n# B", [3, 5]),
        ("###### A", [3]),
    ],
)
def test_headings_in_order(headings: str, lines: list[int]) -> None:
    found, report = body(f"# Title\n\n{headings}")
    assert found == "Title"
    assert [each.span.line for each in report if each.rule.code == "MB152"] == lines


def test_a_title_may_come_late_once() -> None:
    title, report = body("## A\n\n# B\n\n## C\n\n# D")
    assert title == ""
    assert [each.span.line for each in report if each.rule.code == "MB152"] == [7]
    help = [each.help for each in body("# T\n\n# U\n\n#### V")[1] if each.rule.code == "MB152"]
    assert help == ["write '##'", "write '##'"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A", "A"),
        ("<!-- for others -->\n\n# A", "A"),
        ("Words.\n\n# A", ""),
        ("", ""),
        ("<!-- only -->", ""),
    ],
)
def test_the_first_heading_is_the_title(text: str, title: str) -> None:
    assert body(text)[0] == title


def body(text: str) -> tuple[str, list[Diagnostic]]:
    """The title of a page, and what its author is told."""
    lines = tuple(text.split("\n"))
    file = SourceFile("course/01-m/01-p.md", text, lines)
    reader = FileReader(file, "m/p", Shared())
    found = read_body(Document(file, None, 1), reader)
    return found.h1, reader.findings
