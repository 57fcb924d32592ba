"""Code with its keywords, strings and comments marked, as Pygments reads them.

What is marked is a class; colours are those of the look of the page, so that they can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from moocbuild.model.text import Element, Nodes, attribute, element

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_PREFIX = "language-"
MOST = 20_000
"""Characters of code that are marked: some lexers need time that grows faster than the code."""
_KINDS = ("comment", "keyword", "string", "tag")


def highlighted(found: Element) -> Nodes:
    """Code in a language that Pygments knows; other code as it is."""
    language = attribute(found, "class").removeprefix(_PREFIX)
    words = "".join(child for child in found[2] if isinstance(child, str))
    lexer = _lexer(language) if language and len(words) <= MOST else None
    if lexer is None:
        return (found,)
    return ((found[0], found[1], tuple(_marked(words, lexer)), found[3]),)


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
