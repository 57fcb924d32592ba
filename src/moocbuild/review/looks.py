"""How places are told to reviewers: their labels, in words, and their texts as HTML."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping

from moocbuild.model.asset import Asset
from moocbuild.model.blocks import exact
from moocbuild.model.course import Course
from moocbuild.model.text import (
    Element,
    Nodes,
    Ref,
    Text,
    attribute,
    element,
    reference,
    with_attributes,
)
from moocbuild.package import read_asset
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, caption_of, speaking
from moocbuild.review.sheet import Numbered
from moocbuild.words import Words

_HEAVIEST = 1_000_000
"""Bytes of a picture that a page encloses: it is sent by e-mail."""
_ALERTS = frozenset({"note", "tip", "important", "warning", "caution"})


def label(row: Numbered, say: Words) -> str:
    """What a place is, before its text: "Feedback", "Right answer"; "" for plain paragraphs."""
    place = row.place
    if place.kind in ("option", "entry"):
        return _worth(place.kind, place.value, say)
    if row.leads_to:
        return say("review.choice_to", scene=row.leads_to)
    names = [name for each in place.inside if (name := _container(each, say))]
    if place.role in ("hint", "explanation"):
        names.append(say(f"review.{place.role}"))
    if place.kind in _LABELLED:
        names.append(say(f"review.{place.kind}"))
    return say.joined(names)


_NAMED = """
pair place statement feedback question scene choice meter outcome content_note debrief step picture
film sound
"""
_LABELLED = frozenset(_NAMED.split())
"""Kinds of places whose kind is said."""


def _container(name: str, say: Words) -> str:
    if name in _ALERTS:
        return say(f"alert.{name}")
    return say(f"review.{name}") if f"review.{name}" in say else ""


def _worth(kind: str, value: float | None, say: Words) -> str:
    if value is None:
        return say("review.option")
    if 0 < value < 1:
        return say("review.part", share=say.number(round(100 * value, 1)))
    if kind == "entry":
        return say("review.accepted" if value else "review.not_accepted")
    return say("review.right" if value else "review.wrong")


def picture_of(asset: Asset | None) -> bytes | None:
    """The bytes of a picture that may be enclosed; None for all others."""
    if asset is None or not asset.media_type.startswith("image/") or asset.size > _HEAVIEST:
        return None
    return read_asset(asset)


def html_of(course: Course, say: Words) -> Callable[[Numbered], str]:
    """A function from a place to its HTML, with pictures enclosed and their descriptions shown."""
    dialect = speaking(Dialect(rules=_rules(course, say)), course.language)

    def address(ref: Ref) -> str | None:
        asset = course.assets.get(ref.id) if ref.kind == "media" else None
        data = picture_of(asset)
        if asset is None or data is None:
            return None
        return f"data:{asset.media_type};base64,{base64.b64encode(data).decode()}"

    return lambda row: dialect.html(row.place.text, address)


def _rules(course: Course, say: Words) -> Mapping[str, Callable[[Element], Nodes]]:
    def picture(found: Element) -> Nodes:
        source = reference(found, "src")
        if source and picture_of(course.assets.get(source.id)) is None:
            shown = element("small", say.content("review.not_enclosed"))
        else:
            shown = with_attributes(found, width=None, height=None, id=None)
        words = say.content("review.described", words=say.quoted(attribute(found, "alt")))
        return (shown, element("small", words, class_="described"))

    return {
        **RULES,
        "a": _plain_link,
        "card": _named,
        "img": picture,
        "noteref": _mark,
        "player": _named,
        "pre": lambda found: (with_attributes(found, tabindex="0"),),
        "th": _head,
        "table": lambda found: (
            element("div", found, class_="wide", role="group", tabindex="0",
                    aria_label=say("review.table")),
        ),
    }  # fmt: skip


def _plain_link(found: Element) -> Nodes:
    """Links leave no page that holds comments: only the address of another site is said."""
    href = attribute(found, "href")
    if not href.startswith(("https:", "http:")) or href in found[2]:
        return found[2]
    return (*found[2], " ", element("small", f"({href})", class_="address"))


def _head(found: Element) -> Nodes:
    """A heading without words is none, as in the corner of a table."""
    return (found,) if exact(Text(found[2])) else (("td", (), found[2], found[3]),)


def _mark(found: Element) -> Nodes:
    return (element("sup", attribute(found, "number")),)


def _named(found: Element) -> Nodes:
    """A film or a sound by its name: a page that is sent by e-mail cannot hold it."""
    source = reference(found, "src")
    name = source.id.rpartition("/")[2] if source else attribute(found, "href")
    words = caption_of(found)
    return (element("p", *words, *([" "] if words else []), element("small", f"({name})")),)
