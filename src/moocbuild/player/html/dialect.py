"""How the player's pages take texts: HTML5, and wide tables in a frame that scrolls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from moocbuild.model.asset import Asset
from moocbuild.model.text import Element, Nodes, attribute, element, reference, with_attributes
from moocbuild.player.html.card import card
from moocbuild.player.html.code import highlighted
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, player, speaking
from moocbuild.words import words

_WIDTHS = (25, 33, 50, 66, 75)
"""Per cent of the column that a class of the style sheet gives a picture."""

_NARROW = 24
"""Characters of code that have room on any screen, also enlarged."""


def _sized(found: Element) -> Nodes:
    """A width in per cent as a class: the content policy allows no style in a page."""
    width = attribute(found, "width")
    if not width.endswith("%"):
        return (found,)
    wanted = int(width[:-1])
    nearest = min((*_WIDTHS, 100), key=lambda known: abs(known - wanted))
    size = f"w{nearest}" if nearest < 100 else None
    return (with_attributes(found, width=None, class_=size),)


def _tabs(found: Element) -> Nodes:
    """The first is open where its author has opened none."""
    first, *rest = found[2]
    opened = any(not isinstance(each, str) and attribute(each, "open") for each in found[2])
    if not opened and not isinstance(first, str):
        first = with_attributes(first, open="open")
    return (element("div", first, *rest, class_="tabs", line=found[3]),)


def _code(found: Element) -> Nodes:
    """Code that is wider than a phone can be reached with the keyboard, to be scrolled."""
    words = "".join(_strings(found[2]))
    wide = max(map(len, words.split("\n"))) > _NARROW
    return (with_attributes(found, tabindex="0"),) if wide else (found,)


def _strings(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _strings(node[2])


def _player(found: Element) -> Nodes:
    """A player, as wide as its author wants it."""
    sized = _sized(found)[0]
    assert not isinstance(sized, str)
    return player(sized)


@cache
def dialect(language: str) -> Dialect:
    """For a course in `language`."""
    say = words(language)
    table = say("page.table")

    def framed(found: Element) -> Nodes:
        """A frame of its own, which the keyboard can reach and which says what it is."""
        return (
            element("div", found, class_="wide", role="group", tabindex="0", aria_label=table),
        )

    rules = {
        **RULES,
        "card": card(say),
        "code": highlighted,
        "img": _sized,
        "player": _player,
        "pre": _code,
        "table": framed,
        "tabs": _tabs,
    }
    return speaking(Dialect(rules=rules), language)


def with_room(spoken: Dialect, assets: Mapping[str, Asset]) -> Dialect:
    """The dialect in which pictures say their size, so that nothing moves when they come."""
    sized = spoken.rules["img"]

    def room(found: Element) -> Nodes:
        (made,) = sized(found)
        assert not isinstance(made, str)
        ref = reference(found, "src")
        asset = assets.get(ref.id) if ref else None
        if asset is None or not asset.width or not asset.height or attribute(made, "height"):
            return (made,)
        width, height = asset.width, asset.height
        wanted = attribute(made, "width")
        if wanted.isdecimal():
            width, height = int(wanted), max(1, round(int(wanted) * height / width))
        elif wanted:
            return (made,)
        as_wide = "w100" if asset.fills and not wanted else None
        look = attribute(made, "class") or as_wide
        return (with_attributes(made, width=str(width), height=str(height), class_=look),)

    return replace(spoken, rules={**spoken.rules, "img": room})


@cache
def answers_dialect(language: str) -> Dialect:
    """For what learners compare: code stands as it was written, so that answers which differ in a
    sign or a blank look different in that alone."""
    whole = dialect(language)
    return replace(whole, rules={name: r for name, r in whole.rules.items() if name != "code"})
