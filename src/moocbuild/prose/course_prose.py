"""The texts of a course for checks: its passages, and where in the author's files words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from moocbuild.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Span
from moocbuild.model.course import Activity, Course
from moocbuild.model.marks import key_of_value, made
from moocbuild.model.plain import Codec
from moocbuild.prose.passages import Passage, passages
from moocbuild.prose.sentences import Sentence, sentences

SourceLine = Callable[[Span], str]
"""The author's line at a place, "" where there is none."""

T = TypeVar("T")

_CODEC = Codec([Diagnostic, Edit, Fix, Rule, Severity, Span])
_SHELF = "prose"
_FAR = 80
"""Lines that a passage may take in its file."""
_MUCH = 200
_BEGINNING = (8, 4, 2, 1)
"""Words by which a passage is looked for: as many as stand together."""


class Prose:
    """All that a course says. Each page is taken apart once, and judged once while it is kept."""

    def __init__(self, course: Course, source: SourceLine) -> None:
        self.course, self._source = course, source
        self._of: dict[str, tuple[Passage, ...]] = {}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    @property
    def language(self) -> str:
        """The tag of the course's language."""
        return self.course.language

    def of(self, page: Activity) -> Sequence[Passage]:
        """The passages of a page."""
        if page.id not in self._of:
            self._of[page.id] = tuple(passages(page, self.language))
        return self._of[page.id]

    def sentences(self, page: Activity) -> Sequence[Sentence]:
        """The sentences of a page, without those that it quotes."""
        if page.id not in self._sentences:
            own = (passage for passage in self.of(page) if not passage.quoted)
            self._sentences[page.id] = tuple(sentences(own, self.language))
        return self._sentences[page.id]

    def kept(
        self, page: Activity, name: str, judge: Callable[[Activity], Iterable[T]], *env: str
    ) -> tuple[T, ...]:
        """What `judge` finds on a page, or has found on the same before: findings, plain values.

        name: of what is looked for. env: all that it depends on beside the page.
        """
        key = key_of_value(page, name, self.language, *env)
        found: tuple[T, ...] = made(_SHELF, key, _CODEC, lambda: tuple(judge(page)))
        return found

    def place_of(self, sentence: Sentence) -> Span:
        """Where a sentence begins in its file."""
        words = sentence.passage.words[sentence.start :]
        return self.place(sentence.passage, words, sentence.start)

    def where(self, words: str, span: Span) -> Span:
        """Where words stand as they are from a line on; `span` where they do not."""
        for number in range(max(1, span.line), span.line + _FAR):
            at = self._source(Span(span.path, number)).find(words)
            if at >= 0:
                return Span(span.path, number, at + 1, len(words))
        return span

    def place(self, passage: Passage, words: str, start: int = 0) -> Span:
        """Where words of a passage stand in its file; start: from where on within the passage.

        Its first line, where they cannot be found: markup may stand between them.
        """
        span = passage.span
        line = span.line + passage.words.count("\n", 0, start)
        begun = words[:_MUCH].split()
        for count in _BEGINNING:
            sought = " ".join(begun[:count])
            for number in range(line, line + _FAR) if sought else ():
                at = self._source(Span(span.path, number)).find(sought)
                if at >= 0:
                    return Span(span.path, number, at + 1, len(sought))
        return span
