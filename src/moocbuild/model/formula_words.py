"""A formula where only words can stand: MathML on one line, `3/4 = 0,75`, as people type it.

For lists to choose from, titles, and names that are read out: what MathML holds as text makes a
number of two, and TeX is for who writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

_Node: TypeAlias = Any
"""A string, or an element as `model.text` has it; that module asks this one."""
_SILENT = frozenset("\u2061\u2062\u2063\u2064")
"""Applied functions, products and sums that no sign stands for."""
_APART = frozenset("=<>≤≥≠≈≡∈∉⊂⊆∪∩→←↔⇒⇔∼≃+−±×÷⋅∗-:")
_RAISED = {"2": "²", "3": "³"}
_OPEN, _CLOSED = "([{", ")]}"


def formula_words(nodes: Sequence[_Node]) -> str:
    """The words of a formula's MathML, "" without any."""
    return " ".join(_row(nodes).split())


def _row(nodes: Sequence[_Node]) -> str:
    found = ""
    for node in nodes:
        said = node if isinstance(node, str) else _said(node)
        if not isinstance(node, str) and node[0] == "mo":
            said = _operator(said, found)
        found += said
    return found


def _operator(sign: str, before: str) -> str:
    """With blanks around it, unless it is the sign of a number."""
    sign = sign.strip()
    if sign == ",":
        return ", "
    if sign not in _APART or not sign:
        return sign
    is_sign = not before.strip() or before.rstrip()[-1] in f"{_OPEN}=<>,+−×÷"
    return sign if is_sign and sign in "+−-±" else f" {sign} "


def _said(node: _Node) -> str:
    name, _, children, _ = node
    if name == "mspace":
        return " "
    made = _MADE.get(name)
    parts = [child for child in children if not isinstance(child, str)]
    if made is not None and parts:
        return made([_said(part) for part in parts])
    words = _row(children)
    return "" if words in _SILENT else words


def _whole(words: str) -> str:
    """In brackets, unless it is one thing."""
    words = words.strip()
    bare = words.replace(",", "").replace(".", "")
    closed = words[:1] in _OPEN and words[-1:] in _CLOSED and words.count(words[:1]) == 1
    return words if len(words) < 2 or bare.isalnum() or closed else f"({words})"


def _fraction(parts: list[str]) -> str:
    return "/".join(map(_whole, parts))


def _power(parts: list[str]) -> str:
    base, above = _whole(parts[0]), parts[1].strip()
    return base + (_RAISED.get(above) or f"^{_whole(above)}")


def _index(parts: list[str]) -> str:
    return f"{parts[0]}_{_whole(parts[1])}"


def _both(parts: list[str]) -> str:
    return f"{parts[0]}_{_whole(parts[1])}^{_whole(parts[2])}"


def _root(parts: list[str]) -> str:
    return f"√{_whole(''.join(parts))}"


def _nth_root(parts: list[str]) -> str:
    return f"{_whole(parts[1])}√{_whole(parts[0])}"


def _cells(parts: list[str]) -> str:
    return ", ".join(part.strip() for part in parts)


def _rows(parts: list[str]) -> str:
    return f"[{'; '.join(parts)}]"


_MADE: Mapping[str, Callable[[list[str]], str]] = {
    "mfrac": _fraction,
    "mroot": _nth_root,
    "msqrt": _root,
    "msub": _index,
    "msubsup": _both,
    "msup": _power,
    "mtable": _rows,
    "mtr": _cells,
    "munder": _index,
    "munderover": _both,
}
