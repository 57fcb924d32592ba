"""Texts within the elements that QTI 2.1 has of XHTML (Information Model, 7.5)."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.formats.xml import escaped, text
from moocbuild.model.text import (
    NAMES,
    Element,
    Nodes,
    Rule,
    Text,
    attribute,
    element,
    is_inline,
    reference,
)
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, caption_of

MATHML = "http://www.w3.org/1998/Math/MathML"
_KEPT = """
    a abbr b blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr
    i img kbd li ol p pre q samp small span strong sub sup table tbody td tfoot th thead tr ul var
"""
_INSTEAD: Mapping[str, str] = {
    "bdi": "span",
    "bdo": "span",
    "del": "span",
    "details": "div",
    "figcaption": "div",
    "figure": "div",
    "ins": "span",
    "mark": "em",
    "s": "span",
    "section": "div",
    "summary": "div",
    "u": "em",
}
"""What stands in the place of elements that QTI 2.1 does not have."""
_EVERYWHERE = frozenset({"class"})
_OWN: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}


def _limited(name: str, rule: Rule | None) -> Rule:
    """A rule that writes an element as `name`, without the attributes that it may not have."""
    kept = _EVERYWHERE | _OWN.get(name, frozenset())

    def limited(found: Element) -> Nodes:
        made = rule(found) if rule else (found,)
        return tuple(each if isinstance(each, str) else _as(name, kept, each) for each in made)

    return limited


def _as(name: str, kept: frozenset[str], found: Element) -> Element:
    attributes = [(key, value) for key, value in found[1] if key in kept]
    said = attribute(found, "lang")
    if said:
        attributes.append(("xml:lang", said))
    return (name, tuple(attributes), found[2], found[3])


def _image(found: Element) -> Nodes:
    """Sizes are whole numbers of pixels; an image has a description, if an empty one."""
    sizes = {"width", "height"}
    own = [(k, v) for k, v in found[1] if k not in sizes or str(v).isdecimal()]
    if not any(key == "alt" for key, _ in own):
        own.append(("alt", ""))
    return (("img", tuple(own), (), found[3]),)


def _link(found: Element) -> Nodes:
    """Pages of the course are not in the package: their links become words."""
    ref = reference(found, "href")
    return found[2] if ref and ref.kind == "page" else (found,)


def _noteref(found: Element) -> Nodes:
    return (element("sup", attribute(found, "number")),)


def _note(found: Element) -> Nodes:
    return (element("li", *found[2]),)


def _notes(found: Element) -> Nodes:
    return (element("div", element("hr"), element("ol", *found[2])),)


def _player(found: Element) -> Nodes:
    """A film or a sound is a link to its file, under what it is called."""
    source = reference(found, "src")
    assert source is not None
    called = caption_of(found) or (source.id.rpartition("/")[2],)
    return (element("a", *called, href=source),)


def _formula(found: Element) -> Nodes:
    return tuple(n if isinstance(n, str) else _math(n) for n in found[2])


def _math(found: Element) -> Element:
    return (found[0], (("xmlns", MATHML), *found[1]), found[2], found[3])


def _nothing(found: Element) -> Nodes:
    return ()


RULES_OF_ITEMS: Mapping[str, Rule] = {
    **RULES,
    **{name: _limited(name, RULES.get(name)) for name in _KEPT.split() if name in NAMES},
    **{name: _limited(other, RULES.get(name)) for name, other in _INSTEAD.items()},
    "a": _limited("a", _link),
    "audio": _nothing,
    "formula": _formula,
    "img": _limited("img", _image),
    "note": _note,
    "noteref": _noteref,
    "notes": _notes,
    "player": _player,
    "video": _nothing,
}
DIALECT = Dialect(rules=RULES_OF_ITEMS, escape=lambda words: escaped(text(words)), void="/>")


def flow(dialect: Dialect, found: Text) -> Nodes:
    """A text where lines and blocks may stand."""
    return dialect.changed(found.nodes)


def block(dialect: Dialect, found: Text) -> Element:
    """A text as a block."""
    return ("div", (), flow(dialect, found), 0)


def inline(dialect: Dialect, found: Text) -> Nodes:
    """A text where only a line may stand: of blocks their words are left."""
    made = flow(dialect, found)
    return made if is_inline(made) else (found.plain,)
