"""HTML as Open edX takes it.

The platform's optional validation reads pages with an HTML 4 parser and refuses a whole course for
one later element (measured with olxcleaner 0.3.0); problems are XML, in which CAPA reads HTML.
Works on well-formed HTML with double-quoted attributes.
"""

from __future__ import annotations

import html
import re

from lxml import etree

from moocbuild.formats import xml
from moocbuild.formats.xml import Element

_NAMES = (
    "a abbr b bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em h1 h2 h3 h4"
    " h5 h6 hr i img ins kbd li ol p pre q s samp small span strong sub sup table tbody td tfoot"
    " th thead tr u ul var"
)
HTML4 = frozenset(_NAMES.split())
"""Elements that pages may hold."""

_GROUPS = "article aside details figcaption figure footer header main nav section"
_BLOCKS = frozenset(_GROUPS.split())
_STRONG = frozenset({"mark"})
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|[^\">])*)>")
_PLAYER = re.compile(r"<(video|audio)\b.*?</\1>(\s*<figcaption\b)?", re.DOTALL)
_SOURCE = re.compile(r'\bsrc="([^"]*)"')
_VOID = re.compile(r"<((?:br|hr|img|col)\b(?:\"[^\"]*\"|[^\"/>]|/(?!>))*)>")
_VARIABLE = re.compile(r"\$(?=seed|anonymous_student_id|script_code|python_path|extra_files)")
_JOINER = "\u2060"


def html4(markup: str) -> str:
    """`markup` without elements that HTML 4 does not know; nothing that is said is lost."""
    if "<video" in markup or "<audio" in markup:
        markup = _PLAYER.sub(_linked, markup)
    return _TAG.sub(_renamed, markup)


def fragment(markup: str) -> Element:
    """`markup` as the content of an element `div`, for a problem.

    Names that CAPA would take for its own variables get an invisible word joiner.
    """
    text = html4(markup).replace("&nbsp;", "\u00a0")
    text = _VARIABLE.sub(f"${_JOINER}", _VOID.sub(r"<\1/>", text))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(f"<div>{xml.text(text)}</div>", parser)


def _renamed(tag: re.Match[str]) -> str:
    slash, name, attributes = tag.groups()
    lower = name.lower()
    if lower in HTML4:
        return tag[0]
    if lower == "summary":
        return "</strong></div>" if slash else "<div><strong>"
    other = "div" if lower in _BLOCKS else "strong" if lower in _STRONG else "span"
    return f"</{other}>" if slash else f"<{other}{_kept(attributes)}>"


def _kept(attributes: str) -> str:
    found = re.findall(r'\s(?:id|class|lang|dir|title)="[^"]*"', attributes)
    return "".join(found)


def _linked(player: re.Match[str]) -> str:
    """A player is a link to its file, unless its caption is one."""
    if player[2]:
        return player[2]
    source = _SOURCE.search(player[0])
    if source is None:
        return ""
    name = html.unescape(source[1]).rpartition("/")[2]
    return f'<p><a href="{source[1]}">{html.escape(name, quote=False)}</a></p>'
