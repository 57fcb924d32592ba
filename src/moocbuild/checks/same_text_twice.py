"""Two options of a question are the same.

They are compared as learners see them: repeated spaces and different encodings of accented
letters make no difference, but capitals do (mW is not MW), and so do bold, code and the
indentation of code. Steps to put in order and cells to match must differ as well; what is picked
from a list has no bold there. Words to type must differ in more than capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.question import GapsInteraction, Interaction, MatchInteraction
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
        for number, texts in enumerate(question.interaction.distinct()):
            seen: dict[str, Span] = {}
            plain = _in_lists(question.interaction, number)
            for text, place in texts:
                folded, span = read_as(text, plain=plain), place or question.span
                if folded and folded in seen:
                    shown = text if isinstance(text, str) else text.plain
                    message = f"'{shown[:60]}' appears twice in '{question.id}'"
                    yield RULE.at(span, message, related=((seen[folded], "first used here"),))
                seen.setdefault(folded, span)


def fold(text: str) -> str:
    """`text` as it is compared where it is typed: as it is seen, in small letters."""
    return " ".join(_composed(text).casefold().split())


def _composed(text: str) -> str:
    """Without marks of direction, in one encoding."""
    if text.isascii():
        return text
    return "".join(map(_folded_character, unicodedata.normalize("NFC", text)))


def _folded_character(character: str) -> str:
    """Compatible forms are one, but for raised and lowered signs: x² is not x2."""
    if unicodedata.decomposition(character).startswith(("<super>", "<sub>", "<fraction>")):
        return character
    if unicodedata.category(character) == "Cf":
        return ""
    return unicodedata.normalize("NFKC", character)


def _in_lists(interaction: Interaction, number: int) -> bool:
    """Whether a group of texts is picked from lists, which hold plain words."""
    match interaction:
        case MatchInteraction():
            return number == 1
        case GapsInteraction():
            return True
    return False


def read_as(text: Text | str, *, plain: bool = False) -> str:
    """What a reader sees of a text: its words, and what sets others apart that read the same.

    plain: in a list of plain words.
    """
    if isinstance(text, str):
        return fold(text)
    return "".join(_seen(text.nodes, _TELLING if plain else _SHOWN)).strip()


_TELLING = frozenset({"sub", "sup", "del", "s", "img"})
_SHOWN = _TELLING | {
    "b",
    "cite",
    "code",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "strong",
    "u",
    "var",
}
_ALIKE = {"b": "strong", "i": "em", "cite": "em", "var": "em", "ins": "u", "del": "s"}
"""Elements that look the same."""
_BLANKS = re.compile(r"\s+")


def _seen(nodes: Nodes, telling: frozenset[str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield _BLANKS.sub(" ", _composed(node))
            continue
        source = reference(node, "src")
        name = _ALIKE.get(node[0], node[0]) if node[0] in telling else ""
        gap = "" if node[0] in INLINE else " "
        yield f"{gap}{name and f'<{name}>'}{source.id if source else ''}"
        yield attribute(node, "tex")
        yield from _lines(node[2]) if node[0] == "pre" else _seen(node[2], telling)
        yield f"{name and f'</{name}>'}{gap}"


def _lines(nodes: Nodes) -> Iterator[str]:
    """Code of several lines, where every blank is seen."""
    for node in nodes:
        yield from (node.rstrip("\n"),) if isinstance(node, str) else _lines(node[2])
