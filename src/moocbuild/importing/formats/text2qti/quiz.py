"""The lines of a quiz, parted into questions and what belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from moocbuild.diagnostics import Report
from moocbuild.diagnostics.importing import QUESTION, RESOURCE, SETTING
from moocbuild.importing.source import Source
from moocbuild.values import dataclass

_KEY = re.compile(
    r"(Quiz title|Quiz description|Title|Points|Text title|Text|shuffle answers|"
    r"show correct answers|one question at a time|can't go back|feedback is solution|"
    r"solutions sample groups|solutions randomize groups|pick|solutions pick|"
    r"points per question)[ \t]*:[ \t]*(.*)",
    re.I,
)
_PROGRAM = re.compile(r"`{3,}[ \t]*\S.*")
_ASKED = re.compile(r"\d{1,4}\.[ \t]+(.*)")
_PART = re.compile(
    r"(\*?[a-zA-Z]\)|\[[ *]?\]|\*(?=[ \t])|=(?=[ \t])|\.\.\.|\+(?=[ \t])|-(?=[ \t])|!(?=[ \t])"
    r"|_{3,}(?=[ \t]*$)|\^{3,}(?=[ \t]*$))[ \t]*(.*)"
)


@dataclass(slots=True)
class Part:
    """What begins with a sign: an answer, or what is said of it. words: dedented."""

    sign: str
    words: list[str]

    @property
    def text(self) -> str:
        """Its words."""
        return "\n".join(self.words).strip("\n")


@dataclass(slots=True)
class Asked:
    """A question. parts: answers and what is said, in order."""

    line: int
    words: list[str]
    title: str = ""
    points: str = ""
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Quiz:
    """about: its description, line by line. shuffle: None where nothing is said of it.

    texts: what asks nothing.
    """

    title: str = ""
    about: list[str] = field(default_factory=list)
    shuffle: bool | None = None
    questions: list[Asked] = field(default_factory=list)
    texts: list[Asked] = field(default_factory=list)


def parted(text: str, source: Source, report: Report) -> Quiz:
    """The quiz of a text."""
    parting = _Parting(source, report)
    for number, line in _lines(text):
        parting.take(number, line)
    return parting.quiz


class _Parting:
    """Takes line after line. told: where further lines of what was begun go."""

    def __init__(self, source: Source, report: Report) -> None:
        self._source, self._report = source, report
        self.quiz = Quiz()
        self._next = {"title": "", "points": ""}
        self._text_title = ""
        self._told: list[str] | None = None
        self._fence = ""

    def take(self, number: int, line: str) -> None:
        """One line."""
        if self._fence or _PROGRAM.fullmatch(line):
            self._program(number, line)
            return
        key, asked, part = _KEY.fullmatch(line), _ASKED.fullmatch(line), _PART.fullmatch(line)
        if key:
            self._key(key[1].lower(), key[2].strip(), number)
        elif asked:
            self.quiz.questions.append(
                Asked(number, [asked[1]], self._next["title"], self._next["points"])
            )
            self._next = {"title": "", "points": ""}
            self._told = self.quiz.questions[-1].words
        elif part and self.quiz.questions:
            self.quiz.questions[-1].parts.append(Part(part[1], [part[2]]))
            self._told = self.quiz.questions[-1].parts[-1].words
        elif line.strip() in ("GROUP", "END_GROUP"):
            message = "a group from which questions are picked"
            self._report(SETTING.at(self._source.span(number), message))
        elif self._told is not None and (not line.strip() or line.startswith((" ", "\t"))):
            self._told.append(_dedented(line))
        elif line.strip():
            message = f"'{line.strip()[:60]}' belongs to nothing"
            self._report(RESOURCE.at(self._source.span(number), message))

    def _program(self, number: int, line: str) -> None:
        """Lines of a program that would write questions, up to the end of its fence."""
        self._told = None
        if not self._fence:
            self._fence = "`" * (len(line) - len(line.lstrip("`")))
            message = "a program that writes questions is not run"
            self._report(QUESTION.at(self._source.span(number), message))
        elif line.rstrip() == self._fence:
            self._fence = ""

    def _key(self, name: str, value: str, number: int) -> None:
        """`Name: value`, of the quiz or of the question that follows."""
        self._told = None
        if name in self._next:
            self._next[name] = value
        elif name == "quiz title":
            self.quiz.title = value
        elif name == "quiz description":
            self.quiz.about = self._told = [value]
        elif name == "shuffle answers":
            self.quiz.shuffle = value.lower() == "true"
        elif name == "text":
            self.quiz.texts.append(Asked(number, [value], self._text_title))
            self._told, self._text_title = self.quiz.texts[-1].words, ""
        elif name == "text title":
            self._text_title = value
        else:
            self._report(SETTING.at(self._source.span(number), f"'{name}: {value[:40]}'"))


def _dedented(line: str) -> str:
    """Without the indent of what it belongs to, at most four blanks."""
    return re.sub(r"^(?:\t| {1,4})", "", line)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without comments."""
    hidden = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() in ("COMMENT", "END_COMMENT"):
            hidden = line.strip() == "COMMENT"
        elif not hidden and not line.startswith("%"):
            yield number, line
