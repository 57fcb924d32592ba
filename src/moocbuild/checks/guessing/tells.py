"""Tells: what can be seen of an option without understanding it, beside its neighbours."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from moocbuild.checks.guessing.banks import Decision
from moocbuild.checks.guessing.words import word_lists
from moocbuild.values import dataclass

Marks = tuple[bool, ...]
"""For each option, whether it has a tell."""

_WORD = re.compile(r"\w+(?:[’-]\w+)*")
_SENTENCE = re.compile(r"[.!?。！？؟](?=\W|$)")
_SIGNS = {
    "question": frozenset("?？؟\u037e"),
    "exclamation": frozenset("!！"),
    "quotation": frozenset('"“”«»„「」'),
    "number": frozenset("0123456789٠١٢٣٤٥٦٧٨٩"),
    "comma": frozenset(",，、،"),
    "colon": frozenset(":;：；"),
    "bracket": frozenset("()（）"),
}
_LONG = 4
"""Letters of a word that says something about the matter."""
SAID = {
    "longest": "the longest option",
    "shortest": "the shortest option",
    "first": "the first option",
    "last": "the last option",
    "sentences": "the option with the most sentences",
    "echo": "the option that repeats the most words of the question",
    "alike": "the option that shares the most words with the others",
    "question": "an option with a question mark",
    "exclamation": "an option with an exclamation mark",
    "quotation": "an option with quotation marks",
    "number": "an option with a number",
    "comma": "an option with a comma",
    "colon": "an option with a colon",
    "bracket": "an option with brackets",
}
"""What tells are called; those of words are called by their words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A decision as somebody sees it who does not read: tell → marks, where it sets apart."""

    tells: Mapping[str, Marks]
    best: Marks
    order: tuple[int, ...]
    """Numbers by which equals are told apart, the same at every run, and without a pattern."""


Words = Mapping[str, frozenset[str]]


def eye(language: str) -> Callable[[Decision], Seen]:
    """How to look at decisions in `language`."""
    lists = {name: frozenset(words) for name, words in word_lists(language).items()}
    return lambda decision: _seen(decision, lists)


def said(tell: str, language: str) -> str:
    """A tell in plain words."""
    name = tell.removeprefix(_ALONE)
    if name in SAID:
        words = SAID[name]
    else:
        quoted = ", ".join(f"“{word}”" for word in word_lists(language)[name][:3])
        words = f"an option with words like {quoted}"
    return words.replace("an option", "the only option", 1) if tell != name else words


_ALONE = "only "


def _seen(decision: Decision, lists: Words) -> Seen:
    tells = _tells(decision, lists)
    found = {name: marks for name, marks in tells if any(marks) and not all(marks)}
    order = tuple(zlib.crc32(option.encode("utf-8", "replace")) for option in decision.options)
    return Seen(found, decision.best, order)


def _tells(decision: Decision, lists: Words) -> Iterator[tuple[str, Marks]]:
    options = decision.options
    words = [_words(option) for option in options]
    lengths = [len(option) for option in options]
    yield "longest", _alone_at(lengths, max(lengths))
    yield "shortest", _alone_at(lengths, min(lengths))
    yield "first", tuple(place == 0 for place in range(len(options)))
    yield "last", tuple(place == len(options) - 1 for place in range(len(options)))
    yield from _shared(decision.prompt, words)
    sentences = [len(_SENTENCE.findall(option)) for option in options]
    yield "sentences", _alone_at(sentences, max(sentences))
    yield from _standing(_SIGNS, options)
    yield from _standing(lists, words)


def _shared(prompt: str, words: Sequence[frozenset[str]]) -> Iterator[tuple[str, Marks]]:
    """Words of some length that an option shares with the question, and with other options."""
    asked = _long(_words(prompt))
    said = [_long(each) for each in words]
    echoes = [len(each & asked) for each in said]
    yield "echo", _alone_at(echoes, max(echoes))
    alike = [sum(len(a & b) for m, b in enumerate(said) if m != n) for n, a in enumerate(said)]
    yield "alike", _alone_at(alike, max(alike))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold().replace("'", "’")))


def _long(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= _LONG)


def _alone_at(values: Sequence[int], value: int) -> Marks:
    """The one option that has `value`; none where several have it."""
    alone = values.count(value) == 1
    return tuple(alone and each == value for each in values)


def _standing(
    lists: Words, options: Sequence[str | frozenset[str]]
) -> Iterator[tuple[str, Marks]]:
    """Where something telling stands in an option; and once more where it does in one alone."""
    whole: set[str] = set().union(*options)
    for name, telling in lists.items():
        if telling.isdisjoint(whole):
            continue
        marks = tuple(not telling.isdisjoint(option) for option in options)
        yield name, marks
        if sum(marks) == 1:
            yield _ALONE + name, marks
