"""Two options of a question are the same.

They are compared as learners see them: capitals, repeated spaces and different encodings of
accented letters make no difference. Steps to put in order, cells to match and words to type must
differ as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import assert_never

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.question import (
    ChoiceInteraction,
    ExtendedTextInteraction,
    HottextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
    Unreadable,
)
from moocbuild.model.text import INLINE, Nodes, Text, attribute, reference

RULE = Rule("MB133", "same-text-twice", Severity.ERROR, __doc__)


def check(course: Course) -> Iterator[Diagnostic]:
    """Every pair, at the later one."""
    for question in course.questions():
        for texts in _lists(question):
            seen: dict[str, Span] = {}
            for text, span in texts:
                folded = _key(text)
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


def _key(text: Text | str) -> str:
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


Texts = Iterator[tuple[Text | str, Span]]


def _lists(question: Question) -> Iterator[Texts]:
    """Lists in which every text must differ."""
    match question.interaction:
        case ChoiceInteraction(choices=choices) | HottextInteraction(choices=choices):
            yield ((c.text, c.span) for c in choices)
        case OrderInteraction(steps=steps):
            yield ((s.text, s.span) for s in steps)
        case MatchInteraction(rows=rows, options=options):
            yield ((r.left, r.span) for r in rows)
            places = {row.right: row.span for row in reversed(rows)}
            yield ((o.text, places.get(o.id, question.span)) for o in options)
        case TextEntryInteraction(answers=answers):
            yield ((a.text, a.span) for a in answers if not a.exact)
        case NumericEntryInteraction() | ExtendedTextInteraction() | Unreadable():
            return
        case _:
            assert_never(question.interaction)
