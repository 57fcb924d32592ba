"""What a search in a course looks through: which words are on which page.

Made when the course is built, since a page that is opened from a disk can ask no server. It has
what learners read, and of questions what is asked: no search finds an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.marks import key_of_value, made
from moocbuild.model.plain import PLAIN
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Text
from moocbuild.player.html.data import js
from moocbuild.player.html.names import page_files
from moocbuild.values import dataclass

SCRIPT = "search.js"
_UNPARTED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_{_UNPARTED}]+|[{_UNPARTED}]")
"""As in find_pages.js: a word, or a sign of a language that parts no words."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST = 0.5
"""A word on more of the pages than this finds them all; there is no use in saying which."""


@dataclass(frozen=True, slots=True)
class Index:
    """pages: file, title, module of each. words: `word:pages …`, see find_pages.js."""

    pages: Sequence[tuple[str, str, str]]
    words: str


def search_data(course: Course) -> bytes:
    """What stands before search.js."""
    index = searchable(course)
    value = js({"pages": index.pages, "words": index.words})
    return f"(window.moocbuild||{{}}).search={value};\n".encode()


def searchable(course: Course) -> Index:
    """The index of a course's own pages."""
    files, found = page_files(course), dict[str, list[int]]()
    pages: list[tuple[str, str, str]] = []
    for module in course.modules:
        for page in module.pages():
            unit = module.title if page is not module.welcome else ""
            for word in _words(page):
                found.setdefault(word, []).append(len(pages))
            pages.append((files[page.id], page.title, unit))
    return Index(pages, " ".join(_rows(found, len(pages))))


def _words(page: Activity) -> Sequence[str]:
    """Each word of a page once, found now or before."""
    return made("search", key_of_value(page), PLAIN, lambda: _once_each(page)).split()


def _once_each(page: Activity) -> str:
    """Folds what is left of them: most words stand there several times."""
    return " ".join(set(folded(" ".join(set("\n".join(_read(page)).split())))))


class _NoMarks(dict[int, int | None]):
    """For `str.translate`: takes out what Unicode calls marks; asks once for each sign."""

    def __missing__(self, sign: int) -> int | None:
        self[sign] = None if unicodedata.category(chr(sign)).startswith("M") else sign
        return self[sign]


_NO_MARKS = _NoMarks()


def folded(text: str) -> list[str]:
    """The words of a text without case and accents, as find_pages.js has them."""
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_NO_MARKS)
    return _WORD.findall(plain)


def _rows(found: Mapping[str, Sequence[int]], pages: int) -> Iterator[str]:
    names = [_base36(number) for number in range(pages)]
    for word, places in sorted(found.items()):
        often = len(places) > max(4, _MOST * pages)
        yield f"{word}:{'*' if often else ','.join([names[place] for place in places])}"


def _base36(number: int) -> str:
    high, low = divmod(number, 36)
    return (_base36(high) if high else "") + _DIGITS[low]


def _read(page: Activity) -> Iterator[str]:
    """Its title, its prose, and what its questions ask."""
    yield page.title
    parts: tuple[Text | Question, ...] = ()
    if isinstance(page, Lesson):
        parts = page.parts
    elif isinstance(page, Quiz):
        parts = (page.intro, *page.questions)
    elif isinstance(page, Scenario):
        parts = (page.intro,)
    for part in parts:
        if isinstance(part, Question):
            yield part.title
        yield part.prompt.unfolded if isinstance(part, Question) else part.unfolded
