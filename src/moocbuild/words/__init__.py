"""Everything learners read that no author wrote: one file a language, `en.json`, `fr.json` …

A word is called `group.name`; `{name}` stands for what differs. Where it changes with a number it
has forms, one for each of CLDR's categories, and `n` decides. What a file lacks is said in
English, and says so wherever a text can: `lang="en"`. Which number takes which form, how decimals
are written and what "true" is called stand in the same file, under `facts`: see `languages.py`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache

from moocbuild.model.language import direction
from moocbuild.model.numbers import spelled, spelled_range
from moocbuild.model.text import EMPTY, Content, Text, element, text
from moocbuild.values import dataclass
from moocbuild.words.languages import DEFAULT, category, decimal, facts, files, spoken

_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Word:
    """forms: category → words; one that never changes has `other` alone. language: its own."""

    forms: Mapping[str, str]
    language: str


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words for a course. language: the course's."""

    language: str
    known: Mapping[str, Word]
    _said: dict[str, Content] = field(init=False, default_factory=dict)
    """Words in which nothing differs, as parts of texts."""

    def __contains__(self, key: str) -> bool:
        return key in self.known

    def __call__(self, key: str, **values: str | int) -> str:
        """A word where only characters can stand. Raises KeyError for one that is nowhere."""
        form = self._form(key, values)
        if not values:
            return form
        # Behind Arabic letters, digits would run with these, and not with our words.
        beside = any(isinstance(value, str) for value in values.values())
        mark = "\N{LEFT-TO-RIGHT MARK}" if beside and self.right_to_left and self.foreign else ""
        said = {
            name: f"{mark}{value}" if isinstance(value, int) else value
            for name, value in values.items()
        }
        return _HOLE.sub(lambda hole: said[hole[1]], form)

    def content(self, key: str, **values: Content | int) -> Content:
        """A word as part of a text, marked where its language is not the course's."""
        found = None if values else self._said.get(key)
        if found is None:
            form = self._form(key, values)
            said = text(*_filled(form, values)) if values else form
            found = self._marked(said, self.known[key].language)
            if not values:
                self._said[key] = found
        return found

    def ours(self, words: Content) -> Content:
        """Words put together from several of ours, marked in the same way."""
        return self._marked(words, self.foreign or self.language)

    def heading(self, key: str, **values: Content | int) -> Text:
        """A title as a text; EMPTY where characters say all of it."""
        return text(self.content(key, **values)) if self.foreign else EMPTY

    def quoted(self, words: Content) -> Content:
        """An author's words within a word of ours: they keep their own language."""
        if not self.foreign:
            return words
        return element("bdi", words, lang=self.language, dir=self._turned(self.language, DEFAULT))

    @property
    def foreign(self) -> str:
        """The language of the words, "" where it is the course's: then nothing is marked."""
        return DEFAULT if files().keys().isdisjoint({self.language, spoken(self.language)}) else ""

    @property
    def right_to_left(self) -> bool:
        """Whether the course is, so that numbers of telephones have to say that they are not."""
        return direction(self.language) == "rtl"

    def marks(self) -> dict[str, str]:
        """HTML's attributes of an element that holds words of ours: none where all is one."""
        if not self.foreign:
            return {}
        turned = self._turned(self.foreign, self.language)
        return {"lang": self.foreign} | ({"dir": turned} if turned else {})

    def listed(self, items: Sequence[str]) -> Content:
        """An author's words within a sentence of ours: "a, b and c"."""
        last = len(items) - 1
        return self._chain(
            list(map(self.quoted, items)),
            lambda place: "list.last" if place == last else "list.joined",
        )

    def clauses(self, items: Sequence[Content]) -> Text:
        """Parts of a sentence one after the other, each already in its own language: "a; b"."""
        return text(self._chain(items, lambda place: "list.clauses"))

    def _chain(self, items: Sequence[Content], key: Callable[[int], str]) -> Content:
        """Items one after the other. key: of the words that join the one of this place."""
        whole: Content = items[0] if items else ""
        for place, item in enumerate(items[1:], 1):
            whole = text(*_filled(self._form(key(place), {}), {"before": whole, "next": item}))
        return whole

    def either(self, items: Sequence[str]) -> str:
        """Within a sentence: "a, b or c"."""
        if len(items) < 2:
            return "".join(items)
        return self("list.either", before=self.joined(items[:-1]), next=items[-1])

    def joined(self, items: Sequence[str]) -> str:
        """One after the other: "a, b, c"."""
        whole = "".join(items[:1])
        for item in items[1:]:
            whole = self("list.joined", before=whole, next=item)
        return whole

    def date(self, day: datetime.date) -> str:
        """A day as the words' language writes it."""
        known = facts(self.foreign or self.language)
        if not known.date:
            return day.isoformat()
        number = str(day.day)
        values = {"day": known.days.get(number, number), "month": known.months[day.month - 1]}
        return known.date.format(year=day.year, **values)

    def number(self, low: float, high: float | None = None) -> str:
        """A number, or from one to another, with the decimal sign of the course's language."""
        written = spelled(low) if high is None else spelled_range(low, high)
        return written.replace(".", decimal(self.language))

    def _form(self, key: str, values: Mapping[str, object]) -> str:
        word = self.known[key]
        if len(word.forms) == 1:
            return word.forms["other"]
        number = values["n"]
        assert isinstance(number, int), f"{key} changes with a number, which is {number!r}"
        return word.forms[category(word.language, number)]

    def _marked(self, said: Content, language: str) -> Content:
        if spoken(language) == spoken(self.language) or not said:
            return said
        return element("span", said, lang=language, dir=self._turned(language, self.language))

    def _turned(self, language: str, around: str) -> str:
        """The direction of words, "" where it is that of the text around them."""
        own = direction(language)
        return own if own != direction(around) else ""


@cache
def words(language: str) -> Words:
    """The words for a course in `language`, a tag such as `fr` or `fr-BE`."""
    known = dict(_read(DEFAULT))
    for name in dict.fromkeys((spoken(language), language)):
        known |= _read(name)
    return Words(language, known)


@cache
def _read(language: str) -> Mapping[str, Word]:
    # Names come from the folder, never from the course: a language cannot be a path.
    groups = files().get(language, {})
    return {
        f"{group}.{name}": Word(said if isinstance(said, dict) else {"other": said}, language)
        for group, names in groups.items()
        if group != "facts"
        for name, said in names.items()
    }


def _filled(form: str, values: Mapping[str, Content | int]) -> Iterator[Content]:
    for place, piece in enumerate(_HOLE.split(form)):
        value = values[piece] if place % 2 else piece
        yield str(value) if isinstance(value, int) else value
