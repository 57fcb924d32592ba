"""Texts as Open edX takes them.

The platform's optional validation reads pages with an HTML 4 parser and refuses a whole course for
one later element (measured with olxcleaner 0.3.0); problems are XML, in which CAPA reads HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from moocbuild.model.language import direction
from moocbuild.model.text import (
    INLINE,
    Element,
    Href,
    Node,
    Nodes,
    Rule,
    Text,
    attribute,
    element,
    own_language,
    reference,
    with_attributes,
)
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, alert, file_link, speaking, tex
from moocbuild.render.foreign_style import at_the_left, cell, is_to_do
from moocbuild.words import words

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
_TEX = re.compile(r"\\(?=[(\[]|begin\{|(?:eq)?ref\{)|\[(?=mathjax)")
"""Where the platform's MathJax takes what follows for TeX; ` begins AsciiMath."""
_SIGNS = ("`", "\\", "[", 'dir="rtl"')
"""What a page has whose words MathJax may take for formulas, or of which a part turns."""
_UNTYPESET = frozenset({"code", "formula", "pre"})
"""What MathJax leaves alone, and what it is there for."""
_BOX = "border-inline-start: 4px solid #767676; padding-inline-start: 1em"
"""A line at the edge where texts begin: the platform has no style for boxes."""
_BARE = "list-style: none; padding-inline-start: 1.5em"
_INDENT = "padding: 0 1.5em 0 0"
_SCROLLS = "overflow-x: auto"
_RTL = ("dir", "rtl")
_START = "text-align: start"
_RIGHT_TO_LEFT = {
    **dict.fromkeys(("caption", "h2", "h3", "h4", "h5", "h6", "p", "td", "th"), _START),
    "dd": "margin: 0 2em 0 0",
    "ol": _INDENT,
    "ul": _INDENT,
}
"""The platform aligns these to the left and indents them from there, also on pages from right to
left (measured): element → style.
"""


def _as(name: str) -> Rule:
    def renamed(found: Element) -> Nodes:
        attributes = tuple(pair for pair in found[1] if pair[0] in _KEPT)
        return ((name, attributes, found[2], found[3]),)

    return renamed


def _summary(found: Element) -> Nodes:
    made = element("div", element("strong", *found[2]))
    return (with_attributes(made, **own_language(Text((found,)))),)


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


def _prose(nodes: Nodes) -> Nodes:
    """`nodes` with a sign for MathJax around words that it would typeset as formulas."""
    return tuple(map(_untypeset, nodes)) if any(map(_typeset, nodes)) else nodes


def _typeset(node: Node) -> bool:
    """Whether words in it would be typeset; prose is no formula, whatever its author writes."""
    if isinstance(node, str):
        return "`" in node or (("\\" in node or "[" in node) and bool(_TEX.search(node)))
    return node[0] not in _UNTYPESET and any(map(_typeset, node[2]))


def _untypeset(node: Node) -> Node:
    if not _typeset(node):
        return node
    if isinstance(node, str):
        return element("span", node, class_="tex2jax_ignore asciimath2jax_ignore")
    name, attributes, children, line = node
    return (name, attributes, _prose(children), line)


def _framed(found: Element) -> Nodes:
    """A table in a frame that scrolls: else one that is too wide hides its end from telephones."""
    return (element("div", found, style=_SCROLLS),)


def _unmarked(found: Element) -> Nodes:
    """A list of things to do without bullets: their boxes are signs enough."""
    return (with_attributes(found, style=_BARE) if is_to_do(found) else found,)


HTML = Dialect(
    rules={
        **RULES,
        **_rest(),
        "table": _framed,
        "td": cell,
        "th": cell,
        "ul": _unmarked,
        "summary": _summary,
        "player": _film,
        "audio": _player,
        "video": _player,
        "formula": tex(r"\(", r"\)", r"\[", r"\]"),
    }
)
"""Pages: HTML 4."""


def plain_words(words: str) -> str:
    """Words where no element can stand: invisible word joiners part what starts a formula."""
    return _TEX.sub(lambda found: found[0] + _JOINER, words)


def no_variable(words: str) -> str:
    """CAPA puts its own variables in place of these words: an invisible word joiner parts them."""
    return _VARIABLE.sub(f"${_JOINER}", words) if "$" in words else words


def without_variable(words: str) -> str:
    """The same for words that learners type: they lose the sign, as nobody types a joiner."""
    return _VARIABLE.sub("", words) if "$" in words else words


def _kept(found: Element) -> Nodes:
    return (found,)


CAPA = Dialect(rules={**HTML.rules, "blank": _kept}, words=no_variable)
"""Problems: the same. A place to fill stays, as what fills it is made of elements."""


def html(found: Text, href: Href, language: str) -> str:
    """`found` as HTML of a page, for a course in `language`."""
    dialect = _pages(language)
    if direction(language) == "ltr":
        made = dialect.html(found, href)
        if not any(sign in made for sign in _SIGNS):  # most texts: nothing to walk through
            return made
    return dialect.markup(_edged(dialect.changed(_prose(found.nodes)), language), href)


def problem_nodes(found: Text, language: str) -> Nodes:
    """`found` as a problem holds it."""
    return _edged(_problems(language).changed(_prose(found.nodes)), language)


def _edged(nodes: Nodes, language: str) -> Nodes:
    """Elements of a text from right to left say where they begin, also within another text."""
    way = direction(language)
    return tuple(_placed(node, way) for node in nodes) if way == "rtl" or _turns(nodes) else nodes


def _turns(nodes: Nodes) -> bool:
    """Whether a part goes from right to left; most texts have none, and all are asked."""
    for node in nodes:
        if not isinstance(node, str) and (_RTL in node[1] or _turns(node[2])):
            return True
    return False


def _placed(node: Node, way: str) -> Node:
    """way: the direction of what it stands in."""
    if isinstance(node, str):
        return node
    own = attribute(node, "dir") or way
    name, attributes, children, line = node
    made = (name, attributes, tuple(_placed(child, own) for child in children), line)
    style = _RIGHT_TO_LEFT.get(name, "")
    if own != way and name not in INLINE and _START not in style:  # it inherits the other edge
        style = "; ".join(filter(None, (style, _START)))
    if own != "rtl" or not style or attribute(made, "style"):  # such as an aligned cell
        return made
    return with_attributes(made, style=style)


@cache
def _pages(language: str) -> Dialect:
    return _speaking(HTML, language)


@cache
def _problems(language: str) -> Dialect:
    return _speaking(CAPA, language)


def _speaking(dialect: Dialect, language: str) -> Dialect:
    """With the words and the direction of a language."""
    spoken = speaking(dialect, language)
    rules = {**spoken.rules, "alert": _boxed(alert(words(language)))}
    if direction(language) == "rtl":
        rules["pre"] = at_the_left(rules["pre"])
    return replace(spoken, rules=rules)


def _boxed(plain: Rule) -> Rule:
    """A box that looks like one, its title in bold."""

    def rule(found: Element) -> Nodes:
        (made,) = plain(found)
        assert not isinstance(made, str)
        title, *rest = made[2]
        assert not isinstance(title, str)
        name = element("p", element("strong", *title[2]), class_=attribute(title, "class"))
        tag, attributes, _, line = made
        return (with_attributes((tag, attributes, (name, *rest), line), style=_BOX),)

    return rule
