"""Formulas: TeX to MathML, by latex2mathml, whose output passes through a list of what is allowed.

It writes text unescaped (`\\mbox{</mtext><script>}` comes out live) and knows `\\href` and
`\\style`, so nothing of what it makes is taken as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from xml.etree import ElementTree

from moocbuild.model.text import MATHML, Element, Nodes, words_of

MAX_DEPTH = 50
MAX_LENGTH = 5_000


class FormulaError(ValueError):
    """A formula that cannot be read; the message is for its author."""


_ATTRIBUTE_NAMES = """
    accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form
    height linethickness lspace mathcolor mathvariant maxsize minsize movablelimits notation
    rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset width
"""
ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_VALUE = re.compile(r"[\w%.+# -]{0,60}")
_PARTS = {
    **dict.fromkeys(("mfrac", "mroot", "mover", "msub", "msup", "munder"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""Element → how many children it must have (MathML Core, section 3)."""
_COMMAND = re.compile(r"\\[a-zA-Z]+")
_UNKNOWN = re.compile(r"\\[a-zA-Z]+")
"""What the library leaves as it stands."""
_REFUSED = frozenset({r"\href", r"\style", r"\class", r"\cssId", r"\require", r"\unicode"})
_COMMA = re.compile(r"(?<![\d,.])(\d+),(?=\d+(?![\d,.]))")
_WORDS = re.compile(r"(\\(?:text[a-z]*|mbox)\s*\{[^{}]*\})")
_POWERS = frozenset({"msup", "msub", "msubsup"})
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{([a-zA-Z]+\*?)\}")
_KNOWN_NAMES = """
    align align* array Bmatrix Bmatrix* bmatrix bmatrix* cases matrix matrix* pmatrix pmatrix*
    smallmatrix split substack Vmatrix Vmatrix* vmatrix vmatrix*
"""
_KNOWN = frozenset(_KNOWN_NAMES.split())
"""Environments that the library makes a table of; of others it leaves each `&` as it stands."""
_ALIKE = {
    **dict.fromkeys(("aligned", "flalign", "flalign*"), "align*"),
    **dict.fromkeys(("gather", "gather*", "gathered", "multline", "multline*"), "matrix"),
    "dcases": "cases",
}
_LIMITS = frozenset(("inf", "lim", "lim\u2006inf", "lim\u2006sup", "max", "min", "sup"))
"""Words that have what they range over below them where there is room, as sums have."""
_TIGHT = (("lspace", "0em"), ("rspace", "0em"))
"""A bar in TeX has no room of its own; MathML sets one within a row as a sign of operation."""
_ROOMY = frozenset({"math", "mrow", "mstyle", "mtable", "mtd", "mtr"})
_BELOW = {"msub": "munder", "msubsup": "munderover"}


def mathml(tex: str, *, display: bool) -> Nodes:
    """The `math` element of a formula. Raises FormulaError."""
    from latex2mathml.converter import convert_to_element  # only where a course has formulas

    _check(tex)
    tex = _ENVIRONMENT.sub(_alike, tex)
    try:
        made = convert_to_element(tex, display="block" if display else "inline")
    except Exception as error:  # the library has twenty kinds of its own and raises others, too
        raise FormulaError(_reason(error)) from error
    return (_node(made, 0, roomy=display),)


def _words(element: ElementTree.Element) -> str:
    return html.unescape(element.text or "")


def _alike(match: re.Match[str]) -> str:
    """The environment of the library that shows the same."""
    kind, name = match.groups()
    if name in ("equation", "equation*"):
        return "{" if kind == "begin" else "}"
    return f"\\{kind}{{{_ALIKE.get(name, name)}}}"


def with_decimal_commas(tex: str) -> str:
    """TeX of an author who writes 3.5 with a comma: `3,5` is one number, as `3{,}5` is.

    What has several commas, such as `1,2,3`, is a list; words in a formula stay as they are.
    """
    pieces = _WORDS.split(tex)
    pieces[::2] = [_COMMA.sub(r"\1{,}", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _check(tex: str) -> None:
    if len(tex) > MAX_LENGTH:
        raise FormulaError(f"more than {MAX_LENGTH:,} characters in a formula")
    if not tex.strip():
        raise FormulaError("the formula is empty")
    _check_braces(tex)
    for match in _COMMAND.finditer(tex):
        if match[0] in _REFUSED:
            raise FormulaError(f"'{match[0]}' is not allowed in a formula")
    _check_environments(tex)


def _check_environments(tex: str) -> None:
    opened: list[str] = []
    for kind, name in _ENVIRONMENT.findall(tex):
        if name not in _KNOWN | _ALIKE.keys() | {"equation", "equation*"}:
            likely = "write aligned, cases, array or matrix"
            raise FormulaError(f"unknown environment '{name}': {likely}")
        if kind == "begin":
            opened.append(name)
        elif not opened or opened.pop() != name:
            raise FormulaError(f"'\\end{{{name}}}' without '\\begin{{{name}}}'")
    if opened:
        raise FormulaError(f"'\\begin{{{opened[-1]}}}' is never closed")


def _check_braces(tex: str) -> None:
    depth = 0
    for sign in re.findall(r"\\.|[{}]", tex, re.S):
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            raise FormulaError("'}' without '{'")
        if depth > MAX_DEPTH:
            raise FormulaError(f"nested more than {MAX_DEPTH} levels deep")
    if depth:
        raise FormulaError("'{' is never closed")


def _node(element: ElementTree.Element, depth: int, *, roomy: bool) -> Element:
    """roomy: limits stand below their operator."""
    name = element.tag
    if roomy and name in _BELOW and element[0].tag == "mo" and _words(element[0]) in _LIMITS:
        name = _BELOW[name]
    roomy = roomy and name in _ROOMY
    if name not in MATHML:
        raise FormulaError(f"<{name}> is not allowed in a formula")
    if depth > MAX_DEPTH:
        raise FormulaError(f"nested more than {MAX_DEPTH} levels deep")
    attributes = tuple(
        (key, value)
        for key, value in element.attrib.items()
        if key in ATTRIBUTES and _VALUE.fullmatch(value)
    )
    if element.text == "&":  # one that was meant comes as a reference
        raise FormulaError("'&' outside of a table: write '\\&'")
    words = _words(element)  # the library writes signs as references
    if _UNKNOWN.fullmatch(words):
        raise FormulaError(f"unknown command '{words}'")
    if name == "mo" and words == "|":
        attributes += _TIGHT
    children = _decimals([_node(child, depth + 1, roomy=roomy) for child in element])
    if len(children) != _PARTS.get(name, len(children)):
        raise FormulaError("a command is missing an argument in braces")
    return (name, attributes, ((words,) if words.strip(" \n") else ()) + children, 0)


def _decimals(nodes: Sequence[Element]) -> tuple[Element, ...]:
    """`nodes` with each `3{,}5` as one number: as three signs it would be read as a list."""
    found: list[Element] = []
    for node in nodes:
        digits, power = _digits(node)
        if digits and len(found) > 1 and found[-1] == _BRACED and found[-2][0] == "mn":
            found.pop()
            number = ("mn", (), (f"{words_of(found.pop()[2])},{digits}",), 0)
            node = (node[0], node[1], (number, *node[2][1:]), 0) if power else number
        found.append(node)
    return tuple(found)


_BRACED: Element = ("mrow", (), (("mo", (), (",",), 0),), 0)


def _digits(node: Element) -> tuple[str, bool]:
    """The number that a node is or begins with, and whether it has a power or an index."""
    first = node[2][0] if node[0] in _POWERS and node[2] else node
    if isinstance(first, str) or first[0] != "mn":
        return "", False
    return words_of(first[2]), first is not node


def _reason(error: Exception) -> str:
    name = type(error).__name__.removesuffix("Error")
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"the formula cannot be parsed: {words}"
