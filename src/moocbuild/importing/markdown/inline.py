"""What stands in a line: words, emphasis, links, pictures, code and formulas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from moocbuild.importing.markdown import escape
from moocbuild.model.text import VOID, Element, Nodes, Ref, attribute, reference
from moocbuild.render import Dialect
from moocbuild.values import dataclass

Href = Callable[[Ref], str]
"""Where a file or a page lies, from the text that is written."""
_SIGNS = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~", "del": "~~"}
_TAGS = {
    "*": ("<em>", "</em>"),
    "**": ("<strong>", "</strong>"),
    "***": ("<em><strong>", "</strong></em>"),
    "~~": ("<s>", "</s>"),
}
_SPACE = re.compile(r"\s+")
_TICKS = re.compile(r"`+")
_PLAIN_URL = re.compile(r"[^\s<>()\\\"'`*_\[\]|]+")
_MARKUP = Dialect()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands. href: where files lie. cell: in a table; link: in a link's brackets.

    marks: those that stand around it already.
    """

    href: Href
    cell: bool = False
    link: bool = False
    marks: str = ""


def line(nodes: Nodes, place: Place) -> str:
    """A paragraph's nodes, in one line but for hard breaks."""
    made = _run(nodes, place, "", "").strip(" ")
    made = re.sub(r"(?:\\\n|<br>)+$", "", made)
    return "\n".join(escape.line(each.strip(" ")) for each in made.split("\n"))


def _run(nodes: Nodes, place: Place, before: str, after: str) -> str:
    """before, after: the characters around it, "" for the ends of a line."""
    made = ""
    for number, node in enumerate(nodes):
        here = made[-1:] or before
        if isinstance(node, str):
            made += _words(node, nodes[number + 1 : number + 2], place, here)
        else:
            follows = _first(nodes[number + 1 :], place) or after
            made += _element(node, place, here, follows)
    return made


def _words(said: str, following: Nodes, place: Place, before: str) -> str:
    said = _SPACE.sub(lambda match: " " if match[0].isascii() else match[0], said)
    if before in ("\n", "") and not place.marks:
        said = said.lstrip(" ")
    made = escape.words(said, link=place.link, cell=place.cell)
    linked = following and not isinstance(following[0], str) and following[0][0] in ("a", "img")
    return made if linked or not made.endswith("\\!") else f"{made[:-2]}!"


def _first(nodes: Nodes, place: Place) -> str:
    """The character with which what follows begins."""
    for node in nodes:
        if isinstance(node, str):
            return _SPACE.sub(" ", node)[:1]
        if node[0] == "br":
            return " "
        if node[0] in _SIGNS:
            return "*"
        return "<"
    return ""


def _element(node: Element, place: Place, before: str, after: str) -> str:
    name, _, children, _ = node
    if name in _SIGNS and not node[1]:
        return _emphasis(node, place, before, after)
    make = _MADE.get(name)
    if make is not None:
        return make(node, place, before, after)
    if name in ("span", "bdi") and not node[1]:
        return _run(children, place, before, after)
    return _html(node, place)


def _html(node: Element, place: Place) -> str:
    """What Markdown has no sign for."""
    name, attributes, children, _ = node
    pairs = "".join(f' {key}="{_MARKUP.quote(str(value))}"' for key, value in attributes)
    if name in VOID:
        return f"<{name}{pairs}>"
    return f"<{name}{pairs}>{_run(children, place, '>', '<')}</{name}>"


# --- emphasis -----------------------------------------------------------------------------------


def _emphasis(node: Element, place: Place, before: str, after: str) -> str:
    """With signs where a parser recognises them (CommonMark 6.2), else as an element."""
    name, _, children, _ = node
    sign = _SIGNS[name]
    only = children[0] if len(children) == 1 else ""
    if not isinstance(only, str) and {sign, _SIGNS.get(only[0])} == {"*", "**"} and not only[1]:
        sign, children = "***", only[2]
    inner = _run(children, _within(place, sign), sign[0], sign[0])
    core = inner.strip(" ")
    lead, tail = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
    if not core:
        return lead or tail
    around = before if not lead else " ", after if not tail else " "
    signs = (sign, "_") if sign == "*" else (sign,)
    for each in signs:
        if _recognised(each, core, *around, place):
            return f"{lead}{each}{core}{each}{tail}"
    opened, closed = _TAGS[sign]
    return f"{lead}{opened}{core}{closed}{tail}"


def _within(place: Place, sign: str) -> Place:
    return Place(place.href, place.cell, place.link, place.marks + sign)


def _recognised(sign: str, core: str, before: str, after: str, place: Place) -> bool:
    if sign[0] in place.marks or sign[0] in (before, after, core[0], core[-1]):
        return False
    if "\n" in core or core.endswith("\\"):
        return False
    if sign == "_" and (before.isalnum() or after.isalnum()):
        return False
    opens = not _is_sign(core[0]) or _is_edge(before)
    closes = not _is_sign(core[-1]) or _is_edge(after)
    return opens and closes and not core[0].isspace() and not core[-1].isspace()


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_edge(character: str) -> bool:
    return not character or character.isspace() or _is_sign(character)


# --- others -------------------------------------------------------------------------------------


def _break(node: Element, place: Place, before: str, after: str) -> str:
    return "<br>" if place.cell or place.link or place.marks else "\\\n"


def _code(node: Element, place: Place, before: str, after: str) -> str:
    said = _SPACE.sub(" ", "".join(child for child in node[2] if isinstance(child, str)))
    if not said.strip() or before == "`" or (place.cell and "|" in said) or len(node[2]) != 1:
        return _html(node, place)
    ticks = "`" * (max((len(run) for run in _TICKS.findall(said)), default=0) + 1)
    pad = " " if said[0] in "` " or said[-1] in "` " else ""
    return f"{ticks}{pad}{said}{pad}{ticks}"


def _link(node: Element, place: Place, before: str, after: str) -> str:
    ref = reference(node, "href")
    address = place.href(ref) if ref else attribute(node, "href")
    if place.link or not node[2]:
        return _run(node[2], place, before, after)
    inner = Place(place.href, place.cell, True, place.marks)
    written = _run(node[2], inner, "[", "]")
    core = written.strip(" ")
    lead = " " if written[:1] == " " and before not in (" ", "\n", "") else ""
    tail = " " if written[-1:] == " " and core and after not in (" ", "\n", "") else ""
    return f"{lead}[{core}]({_address(address)}){tail}"


def _picture(node: Element, place: Place, before: str, after: str) -> str:
    ref = reference(node, "src")
    address = place.href(ref) if ref else attribute(node, "src")
    alt, width = attribute(node, "alt"), attribute(node, "width")
    if not alt.strip():
        return f'<img src="{_MARKUP.quote(address)}" alt="">'
    alt = escape.words(_SPACE.sub(" ", alt), link=True, cell=place.cell)
    sized = f"{{width={width}}}" if re.fullmatch(r"\d{1,3}%|\d{1,4}", width) else ""
    return f"![{alt}]({_address(address)}){sized}"


def _address(address: str) -> str:
    if _PLAIN_URL.fullmatch(address):
        return address
    quoted = re.sub(r"[\s<>\\|]", lambda match: f"%{ord(match[0]):02X}", address)
    return f"<{quoted}>"


def _formula(node: Element, place: Place, before: str, after: str) -> str:
    tex = _SPACE.sub(" ", attribute(node, "tex")).strip()
    if place.cell:
        tex = re.sub(r"(?<!\\)\|", r"\\vert ", tex)
    lead = " " if before.isdigit() or before == "$" else ""
    return f"{lead}${tex}${' ' if after.isdigit() else ''}"


def _blank(node: Element, place: Place, before: str, after: str) -> str:
    return f"[{attribute(node, 'number')}]"


_MADE: dict[str, Callable[[Element, Place, str, str], str]] = {
    "a": _link,
    "blank": _blank,
    "br": _break,
    "code": _code,
    "formula": _formula,
    "img": _picture,
}
