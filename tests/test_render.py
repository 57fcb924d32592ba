"""From the tree of a text to HTML: what every family of readers has in common."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.statements import Statements
from moocbuild.model.text import Element, Ref, Rule, element, text
from moocbuild.render import Dialect
from moocbuild.render import foreign_style as style
from moocbuild.render.common import RULES, speaking, tex
from moocbuild.render.surroundings import before, competencies, facts, surrounded
from moocbuild.words import words

PAGE, GONE, FILM = Ref("page", "u/one"), Ref("page", "gone"), Ref("media", "media/talk.mp4")


def html(*content: Any, rules: dict[str, Rule] | None = None) -> str:
    found = {PAGE: "one.html?a=1&b=2", FILM: "talk.mp4"}
    return Dialect(rules=RULES if rules is None else rules).html(text(*content), found.get)


# --- serialising


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (element("a", "on", href=PAGE), '<a href="one.html?a=1&amp;b=2">on</a>'),
        (element("a", "on", element("em", "!"), href=GONE), "on<em>!</em>"),
        (element("img", src=GONE, alt="A door"), '<img src="" alt="A door">'),
        (element("p", "a < b & c"), "<p>a &lt; b &amp; c</p>"),
        (element("p", "x", title='"quoted" & <so>'), None),
        (element("br"), "<br>"),
        (element("td"), "<td></td>"),
    ],
)
def test_elements_as_characters(given: Element, written: str | None) -> None:
    """A link that leads nowhere is its words; other references are empty."""
    wanted = written or '<p title="&quot;quoted&quot; &amp; &lt;so&gt;">x</p>'
    assert html(given, rules={}) == wanted


def test_words_and_escapes_are_a_dialect_s_own() -> None:
    given = text("a", element("em", "b", title="c"), element("s", "d"))
    rule: dict[str, Rule] = {"s": lambda found: ("!", *found[2])}
    loud = Dialect(rules=rule, words=str.upper, escape=lambda w: f"({w})", quote=str.title)
    written = '(A)<em title="C">(B)</em>(!)(D)'
    assert loud.html(given, lambda ref: None) == written
    assert loud.markup(loud.changed(given.nodes), lambda ref: None) == written


# --- what is no element of HTML


def titled(*children: Any, language: str = "en") -> str:
    dialect = speaking(Dialect(rules=RULES), language)
    return dialect.html(text(element("alert", *children, kind="tip")), lambda ref: None)


@pytest.mark.parametrize(
    ("children", "written"),
    [
        ((), '<p class="admonition-title">Tip</p>'),
        (("words",), '<p class="admonition-title">Tip</p>words'),
        ((element("p", "a"),), '<p class="admonition-title">Tip</p><p>a</p>'),
        (
            (element("caption", "Mind"), element("p", "a")),
            '<p class="admonition-title">Mind</p><p>a</p>',
        ),
        (
            (element("p", "a"), element("caption", "b")),
            '<p class="admonition-title">Tip</p><p>a</p><caption>b</caption>',
        ),
    ],
)
def test_a_box_has_its_author_s_title_or_that_of_its_kind(
    children: tuple[Any, ...], written: str
) -> None:
    assert titled(*children) == f'<div class="admonition tip">{written}</div>'


def test_a_box_speaks_the_language_of_its_course() -> None:
    assert '<p class="admonition-title">Conseil</p>' in titled(language="fr")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (element("box", checked="checked"), "\u2611"),
        (element("box"), "\u2610"),
        (element("blank", part="a", number="2"), "(2)\u00a0____"),
        (
            element("noteref", number="1", to="n1", id="r1"),
            '<sup id="r1"><a class="footnote-ref" href="#n1">1</a></sup>',
        ),
    ],
)
def test_signs(given: Element, written: str) -> None:
    assert html(given) == written


BACK = '\u00a0<a class="footnote-backref" href="#r1" role="doc-backlink">\u21a9\ufe0e</a>'


@pytest.mark.parametrize(
    ("children", "written"),
    [
        ((element("p", "a"),), f"<p>a{BACK}</p>"),
        ((element("p", "a"), element("ul")), f"<p>a</p><ul></ul>{BACK}"),
        (("a",), f"a{BACK}"),
        ((), BACK),
    ],
)
def test_a_note_leads_back_at_its_end(children: tuple[Any, ...], written: str) -> None:
    assert html(element("note", *children, id="n1", back="r1")) == f'<li id="n1">{written}</li>'


@pytest.mark.parametrize(
    ("display", "written"), [("", r"\(a<b\)"), ("display", r"<div>\[a<b\]</div>")]
)
def test_a_formula_between_a_system_s_own_signs(display: str, written: str) -> None:
    rule = tex(r"\(", r"\)", r"\[", r"\]")
    given = element("formula", element("math"), tex="a<b", display=display)
    assert html(given, rules={"formula": rule}) == written.replace("<b", "&lt;b")
    assert html(given) == "<math></math>"


def test_a_player_and_a_link_to_its_file() -> None:
    track = element("track", src=FILM, kind="captions")
    given = element("player", track, element("caption", "A talk"), kind="video", src=FILM)
    assert html(given) == (
        '<figure class="media"><video controls="controls" src="talk.mp4">'
        '<track src="talk.mp4" kind="captions"></video>'
        '<figcaption><a href="talk.mp4">A talk</a></figcaption></figure>'
    )


@pytest.mark.parametrize(
    ("href", "outside"),
    [
        ("https://example.org", True),
        ("http://example.org", True),
        ("#here", False),
        ("mailto:a@example.org", False),
        ("help.html?https://example.org", False),
        (PAGE, False),
        ("", False),
    ],
)
def test_another_site_does_not_learn_where_a_link_was(href: str | Ref, outside: bool) -> None:
    link = element("a", "on", href=href)
    assert ("noreferrer" in html(link)) == outside
    bootstrap = html(link, rules=dict(style.BOOTSTRAP))
    assert ('rel="noopener noreferrer"' in bootstrap) == outside
    assert ('class="nomediaplugin"' in bootstrap) == outside


# --- pages that other systems style


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (element("td", "a", class_="right"), '<td style="text-align: right">a</td>'),
        (element("td", "a", class_="other"), '<td class="other">a</td>'),
        (element("td", "a"), "<td>a</td>"),
        (
            element("th", "a", class_="center"),
            '<th style="text-align: center" class="bg-transparent">a</th>',
        ),
        (element("h2", "a"), '<h2 class="h3">a</h2>'),
        (element("h4", "a"), '<h4 class="h5">a</h4>'),
        (element("details", "a"), '<details class="mb-3">a</details>'),
        (element("pre", "a"), '<pre class="border rounded p-2">a</pre>'),
        (element("formula", tex="a<b"), r"\(a&lt;b\)"),
        (
            element("formula", tex="a", display="block"),
            r'<div class="table-responsive">\[a\]</div>',
        ),
        (element("a", "one", href=PAGE), '<a href="one.html?a=1&amp;b=2">one</a>'),
        (element("a", "talk", href=FILM), '<a href="talk.mp4" class="nomediaplugin">talk</a>'),
    ],
)
def test_style_in_its_place(given: Element, written: str) -> None:
    assert html(given, rules=dict(style.BOOTSTRAP)) == written


def test_what_a_film_is_called_becomes_no_second_player() -> None:
    """Nor a column beside it, as Bootstrap 4 makes of the class `media`."""
    named = element("player", element("caption", "A talk"), kind="video", src=FILM)
    assert html(named, rules={**RULES, **style.BOOTSTRAP}) == (
        '<figure><video controls="controls" src="talk.mp4"></video>'
        '<figcaption><a href="talk.mp4" class="nomediaplugin">A talk</a></figcaption></figure>'
    )
    bare = element("player", element("caption"), kind="audio", src=FILM)
    assert html(bare, rules={**RULES, **style.BOOTSTRAP}).startswith("<audio")


@pytest.mark.parametrize(
    ("items", "bare"),
    [
        ([element("li", element("box", checked="1"), " a"), element("li", element("box"))], True),
        ([element("li", element("p", element("box"), " a")), "\n"], True),
        ([element("li", element("box"), " a"), element("li", "b")], False),
        ([element("li", "a", element("ul", element("li", "b")))], False),
        ([element("li")], False),
        ([], False),
    ],
)
def test_things_to_do_have_one_sign_each(items: list[Any], bare: bool) -> None:
    """Not a bullet and a box."""
    made = html(element("ul", *items), rules={**RULES, **style.BOOTSTRAP})
    assert made.startswith('<ul class="list-unstyled">' if bare else "<ul>")


@pytest.mark.parametrize(
    ("kind", "look"),
    [("tip", "success"), ("caution", "danger"), ("note", "info"), ("warning", "warning")],
)
def test_boxes_look_like_boxes(kind: str, look: str) -> None:
    dialect = style.speaking(Dialect(), "en")
    made = dialect.html(text(element("alert", element("p", "a"), kind=kind)), lambda ref: None)
    assert made.startswith(f'<div class="admonition alert alert-{look}">')
    assert f"<strong>{kind.title()}</strong></p><p>a</p></div>" in made


@pytest.mark.parametrize(
    ("language", "code", "written"),
    [
        ("en", element("pre", "a"), "<pre>a</pre>"),
        ("ar", element("pre", "a"), '<pre dir="ltr" style="text-align: left">a</pre>'),
        ("ar", element("pre", "a", dir="rtl"), '<pre dir="rtl">a</pre>'),
    ],
)
def test_code_begins_at_the_left(language: str, code: Element, written: str) -> None:
    """Also within a text that an edge was given to."""
    dialect = style.speaking(Dialect(rules=RULES), language)
    assert dialect.html(text(code), lambda ref: None) == written


def test_a_text_from_right_to_left_begins_at_the_right() -> None:
    assert html(style.block("en", "a")) == '<div lang="en" dir="ltr">a</div>'
    for edge in ("start", "right"):
        said = f'<div lang="ar" dir="rtl" style="text-align: {edge}">a</div>'
        assert html(style.block("ar", "a", edge=edge)) == said


@pytest.mark.parametrize(
    ("part", "written"),
    [
        (element("p", "a", dir="rtl"), '<p dir="rtl" style="text-align: start">a</p>'),
        (
            element("div", element("ul", element("li", "a")), lang="he", dir="rtl"),
            '<div lang="he" dir="rtl" style="text-align: start"><ul><li>a</li></ul></div>',
        ),
        (element("p", element("span", "a", dir="rtl")), '<p><span dir="rtl">a</span></p>'),
        (element("p", "a", dir="ltr"), '<p dir="ltr">a</p>'),
        (
            element("td", "a", class_="center", dir="rtl"),
            '<td dir="rtl" style="text-align: center">a</td>',
        ),
    ],
)
def test_a_part_from_right_to_left_begins_at_the_right(part: Element, written: str) -> None:
    """Blocks do, wherever they stand; what is aligned already stays so."""
    dialect = Dialect(rules={**RULES, **style.BOOTSTRAP}, edge="start")
    assert dialect.html(text(part), lambda ref: None) == written
    boxed = element("details", part)
    assert written in dialect.html(text(boxed), lambda ref: None)


# --- what stands around texts


@pytest.mark.parametrize(
    ("notes", "minutes", "said"),
    [
        ((), 0, []),
        (("grief",), 0, ["Before you read: this page speaks of grief."]),
        ((), 20, ["About 20 minutes."]),
        (
            ("grief", "loss"),
            1,
            ["Before you read: this page speaks of grief and loss.", "About 1 minute."],
        ),
    ],
)
def test_what_to_know_before_one_begins(
    notes: tuple[str, ...], minutes: int, said: list[str]
) -> None:
    found = before(words("en"), "around.content_note", notes, minutes)
    assert [text(each).plain for each in found] == said


def test_notes_stand_before_a_text_and_lists_after_it() -> None:
    made = surrounded(["words"], notes=["n"], lists=[("Items", ["a", "b"])], heading="h3")
    assert html(made) == "<p><em>n</em></p>words<h3>Items</h3><ul><li>a</li><li>b</li></ul>"
    assert html(surrounded(["words"])) == "words"


@pytest.mark.parametrize(("language", "colon"), [("en", ": "), ("fr", "\u202f: ")])
def test_competencies_have_the_colon_of_their_language(language: str, colon: str) -> None:
    course = replace(make.course(), language=language)
    known = course.framework.items[0]
    ((_, lines),) = competencies(course, [known.code, "gone"])
    assert [text(line).plain for line in lines] == [f"{known.code}{colon}{known.statement}"]
    assert competencies(course, ["gone"]) == []


@pytest.mark.parametrize(
    ("course_speaks", "framework_speaks", "marked"),
    [
        ("fr", "en", '<span lang="en">'),
        ("en", "ar", '<span lang="ar" dir="rtl">'),
        ("ar", "en", '<span lang="en" dir="ltr">'),
        ("fr", "fr-CA", ""),
        ("fr", "", ""),
    ],
)
def test_statements_in_another_language_say_so(
    course_speaks: str, framework_speaks: str, marked: str
) -> None:
    course = make.course()
    framework = replace(course.framework, language=framework_speaks)
    course = replace(course, language=course_speaks, framework=framework)
    known = framework.items[0]
    ((_, (line,)),) = competencies(course, [known.code])
    said = html(text(line))
    assert f"{marked}{known.statement}" in said and ("<span" in said) == bool(marked)


def told(**changes: Any) -> list[str]:
    return [text(each).plain for each in facts(replace(make.course(), **changes))]


def test_what_a_course_says_of_itself() -> None:
    whole = told(statements=Statements(drafted="drafted by hand"))
    assert whole[0] == "One sentence." and whole[-1] == "Drafted by hand."
    assert "Someone" in whole[2] and "CC-BY-SA-4.0" in whole[3] and len(whole) == 5
    bare = told(description="", authors=(), licence="", released=datetime.date(2026, 1, 2))
    assert len(bare) == 1 and "1.0.0" in bare[0] and "2026" in bare[0]
