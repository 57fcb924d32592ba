"""A row of a sheet as a question."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import KIND, OPTION, SETTING, WRITING
from moocbuild.importing.asked import Answer, Asked, decimal
from moocbuild.importing.format import Wanted
from moocbuild.importing.html import Html
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.question import ExtendedTextInteraction, Interaction, Question
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass
from moocbuild.words.languages import affirms, truth

_KINDS = {
    "single": "single mc mcq multichoice multiple_choice single_choice choice radio sc",
    "multiple": "multiple multiple_response multiple_answers checkbox multi multiresponse mr ma"
    " multiple_select select_all",
    "truefalse": "truefalse true_false tf boolean yes_no vrai_faux richtig_falsch",
    "text": "text short shortanswer short_answer fill_in fib fill_in_the_blank open word",
    "numeric": "numeric number numerical num",
    "match": "match matching mat pairs zuordnung",
    "order": "order ordering sort sequence ranking",
    "journal": "journal essay long_answer writing ess paragraph",
    "survey": "survey poll opinion",
}
_BY_WORD = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_PAIR = re.compile(r"->|=>|→|=|\|")
_RANGE = re.compile(r"\.\.|…")
_AROUND = re.compile(r"±|\+/?-")


class Row(Protocol):
    """The cells of a row by what they are."""

    def of(self, role: str) -> str:
        """A cell, "" without such a column."""

    def options(self) -> Iterator[tuple[str, str, str]]:
        """Letter, words and feedback of each option that is not empty."""

    def worth(self) -> dict[str, float]:
        """Letter → share of the points, where the sheet has columns for these."""

    def also(self) -> Iterator[str]:
        """Answers that are accepted beside the right one."""


@dataclass(frozen=True, slots=True)
class _Reading:
    row: Row
    asked: Asked
    reader: Html

    def inline(self, words: str) -> Text:
        return self.reader.inline(_markup(words), self.asked.place)

    def block(self, words: str) -> Text:
        return self.reader.text(_markup(words), self.asked.place) if words else EMPTY


_HTML = re.compile(r"<([a-z][a-z0-9]*)\b[^<]*>.*</\1>", re.I | re.S)


def _markup(words: str) -> str:
    """A cell; one that is an HTML element as a whole is read as such."""
    if _HTML.fullmatch(words.strip()):
        return words
    return html.escape(words, quote=False).replace("\r", "").replace("\n", "<br>")


def read_row(row: Row, span: Span, reader: Html, wanted: Wanted) -> Question | None:
    """None where nothing is asked, which is reported."""
    asked = Asked(wanted.report, span, wanted.spoken)
    reading = _Reading(row, asked, reader)
    prompt = reading.block(row.of("asked"))
    if not prompt:
        asked.left_out("a row without a question")
        return None
    kind = _kind(row, asked)
    asks = _MADE[kind](reading)
    if asks is None:
        return None
    return Question(
        id=row.of("id"),
        kind=kind,
        title=row.of("title"),
        prompt=prompt,
        interaction=asks,
        points=_points(row, asked),
        hint=reading.block(row.of("hint")),
        explanation=reading.block(row.of("told")),
        competencies=tuple(CompetencyRef(code, span) for code in _codes(row.of("tags"))),
        span=span,
    )


def _codes(written: str) -> list[str]:
    parts = (part.strip() for part in re.split(r"[;,|\n]", written))
    return list(dict.fromkeys(part for part in parts if part and "`" not in part))


def _points(row: Row, asked: Asked) -> float:
    written = row.of("points")
    points = decimal(written) if written else None
    if written and (points is None or not 0 < points <= 100):
        asked.report(SETTING.at(asked.place, f"'{written[:20]}' points"))
        return 1.0
    return float(points) if points is not None else 1.0


# --- kinds --------------------------------------------------------------------------------------


def _kind(row: Row, asked: Asked) -> str:
    """What the row says, else what its cells look like."""
    written = re.sub(r"[\s/_-]+", "_", row.of("kind").casefold()).strip("_")
    if written in _BY_WORD:
        return _BY_WORD[written]
    guessed = _guessed(row)
    if written:
        message = f"'{row.of('kind')[:30]}' is no kind that is known: taken as '{guessed}'"
        asked.report(KIND.at(asked.place, message))
    return guessed


def _guessed(row: Row) -> str:
    options, right = list(row.options()), row.of("right")
    if options:
        ticked = _right_letters(row, options)
        if not right and row.worth():
            ticked = {letter for letter, share in row.worth().items() if share == 1}
        return "multiple" if len(ticked) > 1 else "single"
    if not right:
        return "journal"
    if truth(right):
        return "truefalse"
    return "numeric" if _number(right) is not None else "text"


def _right_letters(row: Row, options: Sequence[tuple[str, str, str]]) -> set[str]:
    """Letters of what is right, by the key, or by what each option earns."""
    right = row.of("right")
    if right or not row.worth():
        return _right_ones(right, options)
    return {letter for letter, share in row.worth().items() if share > 0}


def _right_ones(right: str, options: Sequence[tuple[str, str, str]]) -> set[str]:
    """Letters of the options that are right: by letter, by number, or by their words."""
    letters = {letter for letter, _, _ in options}
    by_words = {" ".join(words.split()).casefold(): letter for letter, words, _ in options}
    whole = by_words.get(" ".join(right.split()).casefold())
    if whole:
        return {whole}
    found = set()
    for part in re.split(r"[;,|/\n&+]|\band\b|\bund\b|\bet\b", right):
        name = re.sub(r"^(?:option|answer|choice)\s*", "", part.strip(), flags=re.I).strip(" .)(")
        letter = chr(ord("A") + int(name) - 1) if name.isdigit() and 0 < int(name) < 27 else ""
        words = by_words.get(" ".join(part.split()).casefold(), "")
        found |= {each for each in (name.upper(), letter, words) if each in letters}
    return found


def _choice(reading: _Reading, *, multiple: bool) -> Interaction | None:
    options = list(reading.row.options())
    right = _right_letters(reading.row, options)
    shares = dict.fromkeys(right, 1.0)
    if not reading.row.of("right"):
        shares |= reading.row.worth()
    if reading.row.of("right") and not right:
        message = f"'{reading.row.of('right')[:40]}' names no option"
        reading.asked.report(KIND.at(reading.asked.place, message))
    answers = [
        Answer(
            text=reading.inline(words),
            share=shares.get(letter, 0.0),
            feedback=reading.block(said),
        )
        for letter, words, said in options
    ]
    return reading.asked.choice(answers, multiple=multiple)


def _single(reading: _Reading) -> Interaction | None:
    return _choice(reading, multiple=False)


def _multiple(reading: _Reading) -> Interaction | None:
    return _choice(reading, multiple=True)


def _survey(reading: _Reading) -> Interaction | None:
    plain = [Answer(text=reading.inline(words)) for _, words, _ in reading.row.options()]
    return reading.asked.choice(plain)


def _true_false(reading: _Reading) -> Interaction | None:
    """The right answer is a word; or one of two options."""
    right = reading.row.of("right")
    options = list(reading.row.options())
    ticked = _right_ones(right, options)
    said = next((words for letter, words, _ in options if letter in ticked), right)
    if not (truth(said) or affirms(said) or said):
        return reading.asked.left_out("true or false, without a right answer")
    feedback = {truth(words) or str(affirms(words)).lower(): told for _, words, told in options}
    told = reading.block(feedback.get("true", "")), reading.block(feedback.get("false", ""))
    return reading.asked.true_false(truth(said) == "true" or affirms(said), told)


def _text(reading: _Reading) -> Interaction | None:
    answers = [Answer(typed=each, share=1.0) for each in _spellings(reading)]
    return reading.asked.typed(answers)


def _spellings(reading: _Reading) -> list[str]:
    right = reading.row.of("right")
    found = [part.strip() for part in re.split(r"[;|\n]", right) if part.strip()]
    return [*found, *(words for _, words, _ in reading.row.options()), *reading.row.also()]


def _parts(sign: re.Pattern[str], written: str) -> list[str]:
    """What stands before the first such sign and what behind it, or all where there is none."""
    return [each.strip() for each in sign.split(written, maxsplit=1)]


def _number(written: str) -> tuple[str, float] | None:
    """A number, and how far an answer may be off; None for what is none."""
    if len(around := _parts(_AROUND, written)) > 1:
        middle, off = map(decimal, around)
        return (
            (format(middle, "f"), float(off)) if middle is not None and off is not None else None
        )
    if len(ends := _parts(_RANGE, written)) > 1:
        low, high = map(decimal, ends)
        if low is None or high is None:
            return None
        return format((low + high) / 2, "f"), float(abs(high - low) / 2)
    return (written, 0.0) if decimal(written) is not None else None


def _numeric(reading: _Reading) -> Interaction | None:
    answers = []
    for written in _spellings(reading):
        number = _number(written)
        if number is None:
            message = f"'{written[:40]}' is not a number"
            reading.asked.report(OPTION.at(reading.asked.place, message))
            continue
        around = float(decimal(reading.row.of("around")) or 0)
        answers.append(Answer(typed=number[0], share=1.0, around=number[1] or around))
    return reading.asked.numbers(answers)


def _match(reading: _Reading) -> Interaction | None:
    """`left = right`, a pair in each option."""
    pairs = []
    for _, words, said in reading.row.options():
        left, *right = _parts(_PAIR, words)
        text = reading.inline(right[0]) if right else EMPTY
        pairs.append((reading.inline(left), text, reading.block(said)))
    return reading.asked.match(pairs)


def _order(reading: _Reading) -> Interaction | None:
    """Options in their right order."""
    return reading.asked.order([reading.inline(words) for _, words, _ in reading.row.options()])


def _journal(reading: _Reading) -> Interaction | None:
    reading.asked.report(WRITING.at(reading.asked.place, "a text that teachers mark"))
    return ExtendedTextInteraction()


_MADE: dict[str, Callable[[_Reading], Interaction | None]] = {
    "journal": _journal,
    "match": _match,
    "multiple": _multiple,
    "numeric": _numeric,
    "order": _order,
    "single": _single,
    "survey": _survey,
    "text": _text,
    "truefalse": _true_false,
}
