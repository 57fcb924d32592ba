"""Texts on pages that other systems style: what our own style sheet would say is said in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from moocbuild.model.language import direction
from moocbuild.model.text import (
    Content,
    Element,
    Node,
    Nodes,
    Rule,
    attribute,
    element,
    reference,
    with_attributes,
)
from moocbuild.render import Dialect, common
from moocbuild.render.common import alert, caption_of, outside
from moocbuild.words import Words, words

_BOXES: Mapping[str, str] = {
    "caution": "danger",
    "important": "primary",
    "tip": "success",
    "warning": "warning",
}
"""Bootstrap's names for looks of boxes."""
_BOX_SIGNS = frozenset("\u2610\u2611")
"""What `common.box` writes."""
_ALIGNED = frozenset({"left", "center", "right"})
_TEX = common.tex(r"\(", r"\)", r"\[", r"\]")


def _at(edge: str) -> str:
    return f"text-align: {edge}"


def block(language: str, whole: Content, *, edge: str = "start") -> Element:
    """A text in a language and its direction, on a page that may run the other way.

    Systems align all their texts to the left (Bootstrap's `body`), which a text from right to left
    would inherit: its list markers would stand far from their words. edge: what right-to-left text
    is aligned to; "right" where a cleaner, such as Moodle's of imported pages, knows no "start".
    """
    way = direction(language)
    style = _at(edge) if way == "rtl" else ""
    return element("div", whole, lang=language, dir=way, style=style)


def cell(found: Element) -> Nodes:
    """The alignment of a cell, which no system's classes name alike."""
    return (_aligned(found),)


def header(found: Element) -> Nodes:
    """A cell without a ground of its own: Moodle 5 has white headers, also in coloured boxes."""
    return (with_attributes(_aligned(found), class_="bg-transparent"),)


def _aligned(found: Element) -> Element:
    align = attribute(found, "class")
    if align not in _ALIGNED:
        return found
    return with_attributes(found, class_=None, style=_at(align))


def table(found: Element) -> Nodes:
    """Lines between cells, and a frame that scrolls where a table is too wide (Bootstrap's).

    The frame keeps its distance from what follows: Moodle 5 takes that of the table away.
    """
    lined = with_attributes(found, class_="table table-bordered mb-0")
    return (element("div", lined, class_="table-responsive mb-3"),)


def block_of_code(found: Element) -> Nodes:
    """Code in a frame: on a white page, nothing else sets it apart (Bootstrap's classes)."""
    return (with_attributes(found, class_="border rounded p-2"),)


def unfolding(found: Element) -> Nodes:
    """What unfolds, at a distance from what follows, and whatever else is open."""
    return (with_attributes(found, name=None, class_="mb-3"),)


def image(found: Element) -> Nodes:
    """A picture that is never wider than its column (Bootstrap's class)."""
    return (with_attributes(found, class_="img-fluid"),)


def plain_link(found: Element) -> Nodes:
    """A link to another site or to a file that Moodle's media filter leaves alone.

    Else a link to a film becomes a player in place of its words, and one of another site's lets
    that site learn who is learning what.
    """
    link, target = outside(found), reference(found, "href")
    if link != (found,):
        return (with_attributes(found, rel="noopener noreferrer", class_="nomediaplugin"),)
    if target is not None and target.kind == "media":
        return (with_attributes(found, class_="nomediaplugin"),)
    return (found,)


def card_link(found: Element) -> Nodes:
    """A film on another site as a link, of which Moodle's media filter makes no player."""
    link = element("a", *caption_of(found), href=attribute(found, "href"))
    return (element("p", *plain_link(link), line=found[3]),)


def player(found: Element) -> Nodes:
    """A player above what it is called: Bootstrap 4 sets both in a row, by the class `media`."""
    (made,) = common.player(found)
    assert not isinstance(made, str)
    if made[0] != "figure":
        return (made,)
    shown, caption = made[2]
    assert not isinstance(caption, str)
    (link,) = caption[2]
    assert not isinstance(link, str)
    return (element("figure", shown, element("figcaption", *plain_link(link)), line=made[3]),)


def formula(found: Element) -> Nodes:
    """A formula for MathJax; on a line of its own, it scrolls if it is too wide (Bootstrap's)."""
    (made,) = _TEX(found)
    return (made if isinstance(made, str) else with_attributes(made, class_="table-responsive"),)


def unmarked(found: Element) -> Nodes:
    """A list of things to do without bullets (Bootstrap's class): their boxes are signs enough."""
    return (with_attributes(found, class_="list-unstyled") if is_to_do(found) else found,)


def is_to_do(found: Element) -> bool:
    """Whether each item of a list, as rendered, begins with a box."""
    items = [child for child in found[2] if not isinstance(child, str)]
    return bool(items) and all(_first_sign(item) in _BOX_SIGNS for item in items)


def _first_sign(node: Node) -> str:
    """The first sign of a text that is not blank, "" where there is none."""
    if isinstance(node, str):
        return node.lstrip()[:1]
    return next(filter(None, map(_first_sign, node[2])), "")


def heading(found: Element) -> Nodes:
    """A heading that looks smaller than the title of the page on which it stands."""
    level = int(found[0][1])
    return (with_attributes(found, class_=f"h{level + 1}"),)


def boxed(say: Words) -> Rule:
    """A rule that makes a box that looks like one (Bootstrap's), its title alone in bold.

    Without the name of its kind: Moodle sets all that has the class `warning` in bold.
    """
    plain = alert(say)

    def rule(found: Element) -> Nodes:
        made = plain(found)[0]
        assert not isinstance(made, str)
        title, *rest = made[2]
        assert not isinstance(title, str)
        shown = element("p", element("strong", *title[2]), class_=attribute(title, "class"))
        look = _BOXES.get(attribute(found, "kind"), "info")
        named = f"admonition alert alert-{look}"
        return (element("div", shown, *rest, class_=named, line=made[3]),)

    return rule


def speaking(dialect: Dialect, language: str) -> Dialect:
    """A dialect whose own words, and whose signs, are those for a course in `language`."""
    spoken = common.speaking(dialect, language)
    rules = {**spoken.rules, "alert": boxed(words(language))}
    if direction(language) == "rtl":
        rules["pre"] = at_the_left(rules["pre"])
    return replace(spoken, rules=rules)


def at_the_left(rule: Rule) -> Rule:
    """A rule for blocks of code that also says where their lines begin."""

    def placed(found: Element) -> Nodes:
        return tuple(map(_placed, rule(found)))

    return placed


def _placed(made: Node) -> Node:
    if isinstance(made, str) or attribute(made, "dir") != "ltr":
        return made
    return with_attributes(made, style=_at("left"))


BOOTSTRAP: Mapping[str, Rule] = {
    "a": plain_link,
    "card": card_link,
    "details": unfolding,
    "formula": formula,
    "h2": heading,
    "h3": heading,
    "h4": heading,
    "img": image,
    "player": player,
    "pre": block_of_code,
    "table": table,
    "td": cell,
    "th": header,
    "ul": unmarked,
}
"""For Moodle, and for what is imported into it."""
