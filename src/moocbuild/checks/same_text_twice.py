"""Two options of a question are the same.

They are compared as learners see them: capitals, repeated spaces and different encodings of
accented letters make no difference. Steps to put in order, cells to match and words to type must
differ as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.text import INLINE, Nodes, Text, attribute, reference

RULE = Rule(
    "MB133",
    "same-text-twice",
    Severity.ERROR,
    __doc__,
    remedy="change one of the two, or delete it",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Every pair, at the later one."""
    for question in course.questions():
        for texts in question.interaction.distinct():
            seen: dict[str, Span] = {}
            for text, place in texts:
                folded, span = read_as(text), place or question.span
                if folded and folded in seen:
                    shown = text if isinstance(text, str) else text.plain
                    message = f"'{shown[:60]}' appears twice in '{question.id}'"
                    yield RULE.at(span, message, related=((seen[folded], "first used here"),))
                seen.setdefault(folded, span)


def fold(text: str) -> str:
    """`text` as compared: composed, without marks of direction, capitals and double spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    visible = "".join(map(_folded_character, unicodedata.normalize("NFC", text)))
    return " ".join(visible.casefold().split())


def _folded_character(character: str) -> str:
    """Compatible forms are one, but for raised and lowered signs: x² is not x2."""
    if unicodedata.decomposition(character).startswith(("<super>", "<sub>", "<fraction>")):
        return character
    if unicodedata.category(character) == "Cf":
        return ""
    return unicodedata.normalize("NFKC", character)


def read_as(text: Text | str) -> str:
    """What a reader sees of a text: its words, and what sets others apart that read the same."""
    return fold(text) if isinstance(text, str) else fold("".join(_seen(text.nodes)))


_TELLING = frozenset({"sub", "sup", "del", "s", "img"})


def _seen(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        source = reference(node, "src")
        name = node[0] if node[0] in _TELLING else ""
        gap = "" if node[0] in INLINE else " "
        yield f"{gap}{name and f'<{name}>'}{source.id if source else ''}"
        yield attribute(node, "tex")
        yield from _seen(node[2])
        yield f"{name and f'</{name}>'}{gap}"
