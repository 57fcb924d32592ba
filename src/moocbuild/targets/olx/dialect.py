"""Texts as Open edX takes them.

The platform's optional validation reads pages with an HTML 4 parser and refuses a whole course for
one later element (measured with olxcleaner 0.3.0); problems are XML, in which CAPA reads HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from moocbuild.formats import olx, xml
from moocbuild.model.text import Element, Href, Nodes, Rule, Text, element, reference
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, file_link, speaking, tex

_NAMES = (
    "a abbr b bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em h1 h2 h3 h4"
    " h5 h6 hr i img ins kbd li ol p pre q s samp small span strong sub sup table tbody td tfoot"
    " th thead tr u ul var"
)
HTML4 = frozenset(_NAMES.split())
"""Elements that pages may hold."""

_KEPT = frozenset({"id", "class", "lang", "dir", "title"})
_VARIABLE = re.compile(r"\$(?=seed|anonymous_student_id|script_code|python_path|extra_files)")
_JOINER = "\u2060"


def _as(name: str) -> Rule:
    def renamed(found: Element) -> Nodes:
        attributes = tuple(pair for pair in found[1] if pair[0] in _KEPT)
        return ((name, attributes, found[2], found[3]),)

    return renamed


def _summary(found: Element) -> Nodes:
    return (element("div", element("strong", *found[2])),)


def _film(found: Element) -> Nodes:
    """A film or sound is a link to its file, called as its author did."""
    return (element("div", file_link(found), class_="media"),)


def _player(found: Element) -> Nodes:
    """A player is a link to its file."""
    sources = [found, *(c for c in found[2] if not isinstance(c, str) and c[0] == "source")]
    source = next(filter(None, (reference(each, "src") for each in sources)), None)
    if source is None:
        return ()
    name = source.id.rpartition("/")[2]
    return (element("p", element("a", name, href=source)),)


def _rest() -> Mapping[str, Rule]:
    """Elements that HTML 4 does not know: nothing that is said is lost."""
    blocks = "details figcaption figure section"
    inline = "bdi mark"
    return {
        **{name: _as("div") for name in blocks.split()},
        **{name: _as("strong" if name == "mark" else "span") for name in inline.split()},
    }


HTML = Dialect(
    rules={
        **RULES,
        **_rest(),
        "summary": _summary,
        "player": _film,
        "audio": _player,
        "video": _player,
        "formula": tex(r"\(", r"\)", r"\[", r"\]"),
    }
)
"""Pages: HTML 4."""


def no_variable(words: str) -> str:
    """CAPA puts its own variables in place of these words: an invisible word joiner parts them."""
    return _VARIABLE.sub(f"${_JOINER}", words) if "$" in words else words


def _kept(found: Element) -> Nodes:
    return (found,)


CAPA = Dialect(rules={**HTML.rules, "blank": _kept}, words=no_variable, slash=True)
"""Problems: the same as XML. A place to fill stays, as what fills it is made of elements."""


def fragment(found: Text, href: Href, language: str) -> olx.Element:
    """`found` as the content of an element `div`, for a problem."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    html = speaking(CAPA, language).html(found, href)
    return etree.fromstring(f"<div>{xml.text(html)}</div>", parser)
