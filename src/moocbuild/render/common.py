"""What every dialect makes of the elements that HTML does not have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from moocbuild.model.language import direction
from moocbuild.model.text import (
    Element,
    Node,
    Nodes,
    Rule,
    attribute,
    element,
    reference,
    with_attributes,
)
from moocbuild.render import Dialect
from moocbuild.words import Words, words
from moocbuild.words.languages import DEFAULT


def alert(say: Words) -> Rule:
    """A rule that makes a box with a title: the author's own, or the word for its kind."""

    def titled(found: Element) -> Nodes:
        kind, children = attribute(found, "kind"), found[2]
        if children and not isinstance(children[0], str) and children[0][0] == "caption":
            name = element("p", *children[0][2], class_="admonition-title")
            children = children[1:]
        else:
            name = element("p", say.content(f"alert.{kind}"), class_="admonition-title")
        return (element("div", name, *children, class_=f"admonition {kind}", line=found[3]),)

    return titled


def speaking(dialect: Dialect, language: str) -> Dialect:
    """A dialect whose own words, and whose signs, are those for a course in `language`."""
    rules = {**dialect.rules, "alert": alert(words(language))}
    if direction(language) == "rtl":
        rules |= {name: _left_to_right(rules.get(name)) for name in CODE}
        rules["note"] = partial(note, sign="\u21aa\ufe0e")
    return replace(dialect, rules=rules)


CODE = ("code", "kbd", "pre", "samp")
"""What is written from left to right in every language."""


def _left_to_right(rule: Rule | None) -> Rule:
    """A rule that also says so of code, unless its author has said otherwise."""

    def directed(found: Element) -> Nodes:
        made = rule(found) if rule else (found,)
        return tuple(_directed(each, "ltr") for each in made)

    return directed


def _directed(node: Node, way: str) -> Node:
    return (
        node if isinstance(node, str) or attribute(node, "dir") else with_attributes(node, dir=way)
    )


def box(found: Element) -> Nodes:
    """A box of a list of things to do, as a sign: no system lets one tick it."""
    return ("\u2611" if attribute(found, "checked") else "\u2610",)


def blank(found: Element) -> Nodes:
    """A line to write on and its number: where nothing can be filled in, it is read."""
    return (f"({attribute(found, 'number')})\u00a0____",)


def noteref(found: Element) -> Nodes:
    """A raised number that leads to its note."""
    mark = element(
        "a", attribute(found, "number"), class_="footnote-ref", href="#" + attribute(found, "to")
    )
    return (element("sup", mark, id=attribute(found, "id")),)


def notes(found: Element) -> Nodes:
    """A ruled line and the notes in a list."""
    return (element("div", element("hr"), element("ol", *found[2]), class_="footnote"),)


def note(found: Element, sign: str = "\u21a9\ufe0e") -> Nodes:
    """One note, with a way back to each of its marks at the end of its last paragraph.

    sign: an arrow against the direction of reading.
    """
    back: list[Element | str] = []
    for id in attribute(found, "back").split():
        back += [
            "\u00a0",
            element("a", sign, class_="footnote-backref", href=f"#{id}", role="doc-backlink"),
        ]
    children = found[2]
    last = children[-1] if children else ""
    if not isinstance(last, str) and last[0] == "p":
        children = (*children[:-1], (last[0], last[1], (*last[2], *back), last[3]))
    else:
        children = (*children, *back)
    return (element("li", *children, id=attribute(found, "id")),)


def mathml(found: Element) -> Nodes:
    """The MathML of a formula."""
    return found[2]


def tex(opening: str, closing: str, display_opening: str, display_closing: str) -> Rule:
    """A rule that writes a formula as its author did, between a system's own delimiters."""

    def formula(found: Element) -> Nodes:
        code = attribute(found, "tex")
        if attribute(found, "display"):
            return (element("div", f"{display_opening}{code}{display_closing}"),)
        return (f"{opening}{code}{closing}",)

    return formula


def player(found: Element) -> Nodes:
    """A player with its controls, and below it what it is called, as a link to the file.

    One that is not called anything stands by itself, also among words.
    """
    source, (*inner, caption) = reference(found, "src"), found[2]
    assert source is not None
    assert not isinstance(caption, str)
    several = any(not isinstance(each, str) and each[0] == "source" for each in inner)
    first = [element("source", src=source)] if several else []
    shown = element(attribute(found, "kind"), *first, *inner, controls="controls")
    more = {key: value for key, value in found[1] if key not in {"kind", "src"}}
    shown = with_attributes(shown, src=None if several else source, **more)
    if not caption[2]:
        return (shown,)
    return (element("figure", shown, element("figcaption", file_link(found)), class_="media"),)


def file_link(found: Element) -> Element:
    """What a player is called, or else the name of its file, as a link to it."""
    source, caption = reference(found, "src"), found[2][-1]
    assert source is not None
    assert not isinstance(caption, str)
    named = attribute(found, "title") or source.id.rpartition("/")[2]
    return element("a", *(caption[2] or (named,)), href=source)


def outside(found: Element) -> Nodes:
    """A link to another site learns nothing of where it was clicked."""
    href = next((value for key, value in found[1] if key == "href"), None)
    if not isinstance(href, str) or not href.startswith(("http:", "https:")):
        return (found,)
    return (with_attributes(found, rel="noopener noreferrer"),)


def folds(found: Element) -> Nodes:
    """Tabs one below the other, each to be unfolded."""
    return found[2]


def card_link(found: Element) -> Nodes:
    """A film on another site as a paragraph with a link to its page."""
    link = element("a", *caption_of(found), href=attribute(found, "href"))
    return (element("p", *outside(link), line=found[3]),)


def caption_of(found: Element) -> Nodes:
    """What a card is called."""
    caption = found[2][-1]
    assert not isinstance(caption, str)
    return caption[2]


RULES: Mapping[str, Rule] = {
    "a": outside,
    "alert": alert(words(DEFAULT)),
    "blank": blank,
    "box": box,
    "card": card_link,
    "formula": mathml,
    "note": note,
    "noteref": noteref,
    "notes": notes,
    "player": player,
    "tabs": folds,
}
