"""Texts as trees: how they are read, made and changed."""

from __future__ import annotations

from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Track
from moocbuild.model.select import select
from moocbuild.model.text import (
    EMPTY,
    Element,
    Node,
    Nodes,
    Ref,
    Text,
    attribute,
    element,
    is_inline,
    joined,
    labelled,
    listed,
    page_link,
    paragraph,
    reference,
    rewrite,
    said,
    text,
    with_attributes,
    words_of,
)
from moocbuild.model.walk import map_texts, texts

MEDIA = Ref("media", "media/a.svg")


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        (["a ", element("em", "b"), "c"], "a bc"),
        ([paragraph("a"), paragraph("b")], "a b"),
        ([element("em", "a"), element("p", "b"), element("em", "c")], "a b c"),
        (["  a\n b "], "a b"),
        ([element("formula", element("math", element("mi", "x")), tex="x^2")], "x"),
        (["a ", element("blank", part="a", number="1"), "."], "a ____."),
        ([element("img", alt="A door", src=MEDIA), "a"], "a"),
        (["a", element("noteref", number="1", to="n", id="r")], "a"),
        ([element("notes", element("note", "b", id="n"))], ""),
        ([], ""),
    ],
)
def test_the_words_of_a_text(content: list[Node], plain: str) -> None:
    assert text(*content).plain == words_of(text(*content).nodes) == plain


def test_a_picture_is_called_by_its_description() -> None:
    picture = element("img", alt="A door", src=MEDIA)
    assert said(text(picture, picture)) == "A door A door"
    assert said(text("Open", picture)) == "Open"


@pytest.mark.parametrize(
    ("content", "inline"),
    [
        ([], True),
        (["a", element("em", "b")], True),
        ([element("img", alt="a")], True),
        ([element("blank", part="a", number="1")], True),
        (["a", element("p", "b")], False),
        ([element("table")], False),
    ],
)
def test_what_may_stand_in_a_line(content: list[Node], inline: bool) -> None:
    assert is_inline(text(*content).nodes) == inline


def test_attributes_are_words_or_references() -> None:
    link = element("a", "b", href=MEDIA, title="c", id="")
    assert (attribute(link, "title"), attribute(link, "href"), attribute(link, "id")) == (
        "c",
        "",
        "",
    )
    assert (reference(link, "href"), reference(link, "title")) == (MEDIA, None)
    assert list(text(link, paragraph(link)).refs()) == [MEDIA, MEDIA]


def test_empty_attributes_are_left_out_and_names_are_html_s() -> None:
    made = element("div", class_="a", aria_label="b", id="", line=3)
    assert made == ("div", (("class", "a"), ("aria-label", "b")), (), 3)
    with pytest.raises(ValueError, match="no element 'script'"):
        element("script")


@pytest.mark.parametrize(
    ("nodes", "wanted"),
    [
        (["a", "b"], ("ab",)),
        (["a", "", "b"], ("ab",)),
        (["", ""], ()),
        (["a", paragraph(), "b", "c"], ("a", paragraph(), "bc")),
        ([paragraph(), paragraph()], (paragraph(), paragraph())),
    ],
)
def test_neighbouring_words_are_one(nodes: list[Node], wanted: Nodes) -> None:
    assert joined(nodes) == wanted
    assert (Text(tuple(nodes[:1])) + Text(tuple(nodes[1:]))).nodes == wanted


def test_lists_and_labels_of_nothing_are_nothing() -> None:
    assert listed("ul", []) is EMPTY and labelled("Hint", EMPTY) is EMPTY
    assert listed("ol", ["a"]).nodes == (element("ol", element("li", "a")),)
    assert labelled("Hint", text("a")).plain == "Hint a"
    assert not EMPTY and text("a")


# --- changing


def upper(found: Element) -> Nodes:
    return (found[0], *found[2])


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["a", element("em", "b")], ["a", element("em", "b")]),
        ([element("s", "a")], ["s", "a"]),
        (["x", element("s", "a"), "y"], ["x", "s", "a", "y"]),
        ([element("em", element("s", "a"), line=2)], [("em", (), ("s", "a"), 2)]),
        ([element("s", element("s", "a"))], ["s", "s", "a"]),
        ([element("u", "a"), element("s", "b")], ["s", "b"]),
    ],
)
def test_rules_change_what_bears_their_name(given: list[Node], wanted: list[Node]) -> None:
    def none(found: Element) -> Nodes:
        return ()

    assert rewrite(tuple(given), {"s": upper, "u": none}) == tuple(wanted)


def test_what_does_not_change_stays_the_same_object() -> None:
    nodes = text("a", element("em", "b"), paragraph(element("em", "c"))).nodes
    assert rewrite(nodes, {"s": upper}) is nodes
    assert rewrite(nodes, {"em": lambda found: (found,)}) is nodes
    changed = rewrite(nodes, {"p": upper})
    assert changed[0] is nodes[0] and changed[1] is nodes[1]


def test_words_are_changed_wherever_they_stand() -> None:
    nodes = text("a", element("em", "b")).nodes
    assert rewrite(nodes, {}, str.upper) == text("A", element("em", "B")).nodes


def test_other_attributes() -> None:
    link = element("a", "b", href=MEDIA, class_="c", line=4)
    changed = with_attributes(link, class_=None, href="#x", rel="d", title=None)
    assert changed == ("a", (("href", "#x"), ("rel", "d")), ("b",), 4)


# --- every text of a value


def test_texts_of_a_value_in_the_order_of_its_fields() -> None:
    asked = make.question("q", make.single("*a", "b", feedback="f"), hint=make.prose("h"))
    assert [each.plain for each in texts(asked) if each] == [
        "Prompt q?",
        "a",
        "fa",
        "b",
        "fb",
        "h",
    ]
    assert list(texts({"a": text("b")})) == [], "mappings hold none"


def test_texts_are_changed_where_they_stand() -> None:
    page = make.lesson(make.prose("a"), make.question("q", make.typed("b")))
    louder = map_texts(page, lambda each: text(each.plain.upper()) if each.plain == "a" else each)
    assert [each.plain for each in texts(louder) if each] == ["A", "Prompt q?"]
    assert louder.parts[1] is page.parts[1], "nothing changed in it"
    assert map_texts(page, lambda each: each) is page
    assert map_texts((page, 3), lambda each: each) == (page, 3)
    assert map_texts(type(page), lambda each: EMPTY) is type(page), "a class is no value"


# --- a track


def pages(*modules: str, **more: Any) -> list[str]:
    one = make.lesson(
        text(
            paragraph(
                page_link("m/two", "two"),
                page_link("m/one", "one"),
                page_link("gone", "gone"),
                element("a", "file", href=Ref("media", "m/two")),
                element("a", "site", href="https://example.org"),
            )
        )
    )
    course = make.course(one, make.lesson(key="m/two"))
    found = select(course, Track(id="t", title="T", modules=modules))
    assert found.track == "t"
    links = [
        child[2][0]
        for page in found.pages()
        if page.id == "m/one"
        for part in page.parts  # type: ignore[union-attr]
        for child in part.nodes[0][2]  # type: ignore[union-attr, index]
        if not isinstance(child, str)
    ]
    return [page.id for page in found.pages()] + [str(link) for link in links]


@pytest.mark.parametrize(
    ("modules", "found"),
    [
        (("m",), ["m/index", "m/one", "m/two", "two", "one", "gone", "file", "site"]),
        (("m/one",), ["m/index", "m/one", "one", "gone", "file", "site"]),
        (("m/two",), ["m/index", "m/two"]),
        (("other",), []),
    ],
)
def test_links_that_leave_a_track_become_words(modules: tuple[str, ...], found: list[str]) -> None:
    assert pages(*modules) == found
