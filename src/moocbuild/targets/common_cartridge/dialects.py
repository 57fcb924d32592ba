"""Texts as the importers of cartridges take them: what they drop, decode or cannot find is
written another way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from moocbuild.formats.xml import quoted
from moocbuild.model.text import (
    Element,
    Nodes,
    Rule,
    Text,
    attribute,
    element,
    own_language,
    with_attributes,
)
from moocbuild.render import Dialect
from moocbuild.render.common import RULES
from moocbuild.render.foreign_style import BOOTSTRAP, is_to_do

_JOINER = "\u2060"
_DECODED = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_PERCENT = re.compile(r"%(?=[0-9A-Fa-f]{2})")


def guarded(words: str) -> str:
    """Words that are safe from being decoded once too often.

    Moodle 4.5 and 5.1 do so with all that they import, cc2olx 0.4.0 with question texts. An
    invisible word joiner keeps "<b>" from becoming an element and "&amp;" from losing its name.
    """
    return _DECODED.sub(lambda m: m[0] + _JOINER, words) if "<" in words or "&" in words else words


def unquoted(words: str) -> str:
    """The same for words with per cent signs before two hex digits.

    cc2olx 0.4.0 takes question texts for URLs and unquotes them, after decoding character
    references; "%24" is "$" to Moodle. Addresses in attributes stay: a browser quotes them anew.
    """
    words = guarded(words)
    return _PERCENT.sub(lambda m: m[0] + _JOINER, words) if "%" in words else words


def typographic(value: str) -> str:
    """A value whose straight quotation marks, decoded once too often, would end it."""
    if '"' in value:
        value = re.sub(r'(^|[\s(\[])"', r"\1“", value).replace('"', "”")
    return quoted(value)


def typed(answer: str) -> str:
    """An answer to type, in which an asterisk is one: to Moodle it stands for any characters.

    A lone zero would be left out as no text at all, and "0*" is the nearest that stays: it also
    accepts what goes on after the zero.
    """
    return "0*" if answer.strip() == "0" else answer.replace("*", r"\*")


def _division(found: Element) -> Nodes:
    """Moodle 4.5 and 5.1 unwrap `details`, so that its title would run into its text."""
    return (("div", (), found[2], found[3]),)


def _isolated(found: Element) -> Nodes:
    """The parser of Moodle 4.5 and 5.1 warns of `bdi`; an element with a direction is as apart."""
    return (("span", *found[1:]),) if attribute(found, "dir") else (found,)


def _title(found: Element) -> Nodes:
    made = element("p", element("strong", *found[2]))
    return (with_attributes(made, **own_language(Text((found,)))),)


def _ruled(found: Element) -> Nodes:
    """Lines between cells, also where a system has no class for them."""
    return (with_attributes(found, class_="table table-bordered", border="1"),)


def _unmarked(found: Element) -> Nodes:
    """Things to do without bullets, also in Canvas: it has no class for that.

    Its sanitiser keeps `list-style`, but no property that follows the direction of a text.
    """
    if not is_to_do(found):
        return (found,)
    return (with_attributes(found, class_="list-unstyled", style="list-style: none"),)


def _said(found: Element) -> Nodes:
    """In answers and feedback Moodle 4.5 and 5.1 resolve no path: an image is its words."""
    alt = attribute(found, "alt")
    return (f"[{alt}]",) if alt.strip() else ()


def _called(found: Element) -> Nodes:
    """What a player is called: its file cannot be found either."""
    caption = found[2][-1]
    return () if isinstance(caption, str) else caption[2]


def _nothing(found: Element) -> Nodes:
    return ()


_PLAIN: Mapping[str, Rule] = {
    **RULES,
    **BOOTSTRAP,
    "bdi": _isolated,
    "details": _division,
    "summary": _title,
    "table": _ruled,
    "ul": _unmarked,
}
PLAIN = Dialect(rules=_PLAIN, edge="right")
"""For readers that decode once. edge: Moodle's cleaner takes "start" out."""
PAGES = replace(PLAIN, words=guarded, quote=typographic)
STEMS = replace(PLAIN, words=unquoted, quote=typographic)
ANSWERS = replace(
    PAGES,
    rules={**_PLAIN, "img": _said, "player": _called, "audio": _nothing, "video": _nothing},
)
