"""A film on another site: a card that says what loading it would tell whom, and loads nothing."""

from __future__ import annotations

from moocbuild.model.hosts import host_of
from moocbuild.model.text import (
    Content,
    Element,
    Node,
    Nodes,
    Rule,
    attribute,
    element,
    paragraph,
    reference,
    text,
    words_of,
)
from moocbuild.render.common import caption_of
from moocbuild.words import Words

CARD_FILES = (("card.js",), ("card.css",))
"""The scripts and the sheets of a page with a card."""
_ADDRESSES = ("http:", "https:", "www.")


def card(say: Words) -> Rule:
    """A rule that makes the card. Without scripts only its title and the link are seen."""

    def made(found: Element) -> Nodes:
        site, host = attribute(found, "site"), host_of(found)
        title, plain = _title(found, say)
        known = (("class", "card"), ("role", "group"), ("aria-label", plain))
        data = (("data-src", attribute(found, "src")), ("data-host", host))
        tick = _as("input", type="checkbox")
        agree = (
            _scripted(say.content("page.film_told", site=site, host=host)),
            _scripted(_as("button", say.content("page.film_load"), type="button")),
            _scripted(_as("label", tick, " ", say.content("page.film_always", host=host))),
        )
        way = element("a", say.content("page.film_open", site=site), href=attribute(found, "href"))
        opened = ("a", (*way[1], ("target", "_blank"), ("rel", "noopener noreferrer")), way[2], 0)
        named = _as("p", element("strong", *title), class_="card-title")
        children = (named, *_poster(found), *agree, paragraph(opened))
        return (("div", (*known, *data), children, found[3]),)

    return made


def _title(found: Element, say: Words) -> tuple[Nodes, str]:
    """What it is called, in elements and as words; a bare address is no name."""
    words = words_of(caption_of(found))
    if words and not words.startswith(_ADDRESSES):
        return caption_of(found), words
    site = attribute(found, "site")
    return text(say.content("page.film_named", site=site)).nodes, say("page.film_named", site=site)


def _poster(found: Element) -> Nodes:
    source = reference(found, "poster")
    return (("img", (("src", source), ("alt", "")), (), 0),) if source else ()


def _scripted(content: Content) -> Element:
    """A paragraph that says nothing where no script runs."""
    return element("p", content, class_="needs-js")


def _as(name: str, *content: Content, **attributes: str) -> Element:
    """An element of a form, which no text of an author's holds."""
    inner: tuple[Node, ...] = text(*content).nodes
    return (name, tuple((key.rstrip("_"), value) for key, value in attributes.items()), inner, 0)
