"""Two options of a question say the same.

They are compared as learners see them: without accents written in two ways, double spaces or
capitals. Two steps of an order, two cells of a match, or two words to type must differ as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.question import (
    ChoiceInteraction,
    HottextInteraction,
    MatchInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
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
                    message = f"'{shown[:60]}' stands twice in '{question.id}'"
                    yield RULE.at(span, message, related=((seen[folded], "first here"),))
                seen.setdefault(folded, span)


def fold(text: str) -> str:
    """`text` as compared: composed, without marks of direction, capitals and double spaces."""
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
    asked = question.interaction
    if isinstance(asked, ChoiceInteraction | HottextInteraction):
        yield ((c.text, c.span) for c in asked.choices)
    elif isinstance(asked, OrderInteraction):
        yield ((s.text, s.span) for s in asked.steps)
    elif isinstance(asked, MatchInteraction):
        yield ((r.left, r.span) for r in asked.rows)
        places = {row.right: row.span for row in reversed(asked.rows)}
        yield ((o.text, places.get(o.id, question.span)) for o in asked.options)
    elif isinstance(asked, TextEntryInteraction):
        yield ((a.text, a.span) for a in asked.answers if not a.exact)
