"""Sentences and words, told apart without a dictionary, and how hard they are to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from moocbuild.prose.languages import language
from moocbuild.prose.passages import Passage
from moocbuild.values import dataclass

_END = re.compile(r"(?<![.!?…؟۔])[.!?…؟۔]+[”’»\"')\]]*(?=\s|$)")
_WORD = re.compile(r"\w+(?:[’'.·\-‑/@]\w+)*")
_JOINT = re.compile(r"[^\W\d_]+")
_NEAR = 40
"""Characters around the end of a sentence that tell whether it is one."""
_LONG = 6
"""Letters: a word with more of them is a long one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """words: each as it is written. start: where it begins within its passage."""

    words: Sequence[str]
    start: int
    passage: Passage


def sentences(found: Iterable[Passage], tag: str) -> Iterator[Sentence]:
    """The sentences of passages of text, each with a word at least; headings have none."""
    shortened = frozenset(language(tag).shortened.split())
    numbered = frozenset(language(tag).numbered.split())
    for passage in found:
        if not passage.heading:
            start = 0
            for end in (*_ends(passage.words, shortened, numbered), len(passage.words)):
                words = _WORD.findall(passage.words, start, end)
                if words:
                    yield Sentence(words, start, passage)
                start = end


def _ends(words: str, shortened: frozenset[str], numbered: frozenset[str]) -> Iterator[int]:
    for found in _END.finditer(words):
        after = words[found.end() : found.end() + _NEAR].lstrip()
        open_ended = shortened | numbered if after[:1].isdigit() else shortened
        if after[:1].islower() or (found[0] == "." and _goes_on(words, found.start(), open_ended)):
            continue
        yield found.end()


def _goes_on(words: str, end: int, shortened: frozenset[str]) -> bool:
    """Whether the period belongs to what is before it: `e.g.`, `Dr.`, `J.`, `3.`"""
    before = words[max(0, end - _NEAR) : end].split()
    last = before[-1].lstrip("([“„«\"'‘").casefold() if before else ""
    return last in shortened or (len(last) == 1 and last.isalpha())


def lix(found: Sequence[Sentence]) -> int:
    """Words a sentence, and how many of a hundred words have more than six letters.

    Björnsson's measure (see `Language.normal`); 0 without words.
    """
    words = [word for sentence in found for word in sentence.words]
    if not words:
        return 0
    long = sum(_letters(word) > _LONG for word in words)
    return round(len(words) / len(found) + 100 * long / len(words))


def _letters(word: str) -> int:
    """Of its longest part: `l’école` has five, `peer-support` seven."""
    return max(map(len, _JOINT.findall(word)), default=0)
