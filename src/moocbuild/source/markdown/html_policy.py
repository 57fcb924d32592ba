"""Which HTML an author's text may hold. What is not here is removed with a word, or refused."""

from __future__ import annotations

import re
from collections.abc import Mapping

from moocbuild.diagnostics import Rule, Severity

HTML_ELEMENT = Rule(
    "MB034",
    "html-element",
    Severity.ERROR,
    """This HTML element is not allowed in a course: scripts, frames, forms, plug-ins and page
settings do not work in learning systems, and some are dangerous to learners. Write the content in
Markdown, or link to it.""",
    remedy="remove it, or link to the content",
)
HTML_REMOVED = Rule(
    "MB038",
    "html-removed",
    Severity.WARNING,
    """Part of this HTML is removed from every package: event handlers (`onclick`), `style`, form
fields, animation or other attributes. The text is kept.""",
    remedy="delete it",
)

_TAG_NAMES = """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small
    span strong sub summary sup table tbody td tfoot th thead tr u ul var audio video source track
"""
TAGS = frozenset(_TAG_NAMES.split())
_FORBIDDEN_NAMES = """
    script iframe frame frameset object embed applet form meta base portal noscript plaintext
    template slot fencedframe
"""
FORBIDDEN = frozenset(_FORBIDDEN_NAMES.split())
_ATTRIBUTE_NAMES = {
    "*": "lang dir title",
    "a": "href",
    "img": "src alt width height",
    "audio": "src controls",
    "details": "name open",
    "video": "src controls poster width height",
    "source": "src type",
    "track": "src kind srclang label",
    "ol": "start type",
    "td": "colspan rowspan",
    "th": "colspan rowspan scope",
    "col": "span",
    "colgroup": "span",
    "del": "datetime",
    "ins": "datetime",
}
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    tag: frozenset(names.split()) for tag, names in _ATTRIBUTE_NAMES.items()
}
_ROW = frozenset({"tr", "tbody", "tfoot"})
_CELL = frozenset({"td", "th"}) | _ROW
_BLOCKS = """
    blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul
"""
OPTIONAL_END: Mapping[str, frozenset[str]] = {
    "p": frozenset(_BLOCKS.split()),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": _ROW,
    "td": _CELL,
    "th": _CELL,
    "thead": frozenset({"tbody", "tfoot"}),
    "tbody": frozenset({"tbody", "tfoot"}),
    "tfoot": frozenset({"tbody"}),
}
"""Elements that need no closing tag → what closes them (HTML, section 13.1.2.4)."""


_QUIET = frozenset(["class", "id", "rel", "target", "role", "loading", "decoding", "markdown"])
"""Attributes that say nothing to a reader: they go without a word."""


_LENGTH = re.compile(r"\d{1,4}%?", re.ASCII)


def fits(attribute: str, value: str) -> bool:
    """Whether a value can stand: a length is in pixels or per cent of the column."""
    return attribute not in ("width", "height") or bool(_LENGTH.fullmatch(value))


def dropped(tag: str, attribute: str, value: str = "") -> bool:
    """Whether an attribute is removed and its author should know."""
    name = attribute.lower()
    if not fits(name, value):
        return True
    allowed = ATTRIBUTES.get(tag, frozenset()) | ATTRIBUTES["*"] | _QUIET
    return name not in allowed and not name.startswith(("aria-", "data-"))
