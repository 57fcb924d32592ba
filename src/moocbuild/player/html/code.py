"""Code with its keywords, strings and comments marked, as Pygments reads them.

What is marked is a class; colours are those of the look of the page, so that they can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from moocbuild.model.text import Element, Node, Nodes, attribute, element

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_PREFIX = "language-"
MOST = 20_000
"""Characters of code that are marked: some lexers need time that grows faster than the code."""
_OPTION = re.compile(r"(?<!\S)(--?[A-Za-z][\w-]{0,30})(?![^\s=])")
_KINDS = ("comment", "deleted", "inserted", "keyword", "string", "tag")


def highlighted(found: Element) -> Nodes:
    """Code in a language that Pygments knows; other code as it is."""
    language = attribute(found, "class").removeprefix(_PREFIX)
    words = "".join(child for child in found[2] if isinstance(child, str))
    lexer = _lexer(language) if language and len(words) <= MOST else None
    if lexer is not None:
        return ((found[0], found[1], tuple(_marked(words, lexer)), found[3]),)
    if "-" not in words or "\n" in words:
        return (found,)
    children = tuple(node for child in found[2] for node in _whole_options(child))
    return ((found[0], found[1], children, found[3]),)


def _whole_options(node: Node) -> Iterator[Node]:
    """`--all` is no word to break behind a hyphen."""
    if not isinstance(node, str):
        yield node
        return
    for place, piece in enumerate(_OPTION.split(node)):
        if piece:
            yield element("span", piece, class_="code-option") if place % 2 else piece


def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name  # a course without code has no use for it
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, ensurenl=False, stripnl=False, stripall=False)
    except ClassNotFound:
        return None


def _marked(words: str, lexer: Lexer) -> Iterator[Element | str]:
    pieces = ((_kind(token), text) for token, text in lexer.get_tokens(words))
    for kind, group in groupby(pieces, key=lambda piece: piece[0]):
        text = "".join(piece for _, piece in group)
        yield element("span", text, class_=f"code-{kind}") if kind and text.strip() else text


def _kind(token: tuple[str, ...]) -> str:
    """Pygments' names of tokens are tuples, from the general to the special."""
    names = [name.lower() for name in token]
    return next((kind for kind in _KINDS if kind in names), "")
