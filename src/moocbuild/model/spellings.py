"""What learners may type for an accepted answer, for systems that compare letter by letter.

The player folds what is typed (`score_entries.js`); elsewhere each spelling is listed. The same
vectors prove both: `tests/evidence/scoring.json`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from moocbuild.model.question import AcceptedText

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc]")
_HYPHENS = re.compile("[-\u2010\u2011]")
_MIDDLE = re.compile("(?<=l)(?:\u00b7|\u2022|\u2027|\u22c5)(?=l)", re.I)
"""Between the letters of Catalan l·l; Unicode also has `ŀ`, which is l with a point."""


def _both(letters: dict[str, str]) -> dict[int, str]:
    """Also in capitals."""
    return str.maketrans(letters | {a.upper(): b.upper() for a, b in letters.items() if a != "ß"})


_LETTERS = _both({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ẞ": "ss"})
_TWO_LETTERS = _both({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""As people write German and Norwegian whose keyboard has no such keys."""
_NUMBER = re.compile(r"[-+\u2212]?\d+([.,]\d+)?")
_AROUND = " .,;:!?…\"'“”‘’«»()"


def spellings(answer: AcceptedText) -> Iterator[str]:
    """`answer` as written, then as it may be typed; of an exact one, or of a number, the first
    alone: without its signs, -3.5 would be 35.
    """
    written = " ".join(answer.text.split())
    yield written
    if answer.exact or _NUMBER.fullmatch(written):
        return
    typed = [*_with(_APOSTROPHES, ("'", "\u2019"), [written])]
    typed = [*_with(_HYPHENS, ("-", "\u2011"), typed)]
    typed = [
        *_with(_MIDDLE, ("\u00b7", ".", "-", ""), [each.replace("ŀ", "l·") for each in typed])
    ]
    forms = [form for each in typed for form in (each, without_accents(each), _two_letters(each))]
    forms += [form.strip(_AROUND) for form in forms]
    forms += [_words_alone(form) for form in forms]
    yield from (form for form in dict.fromkeys(forms) if form and form != written)


def answers_by_spelling(
    answers: Iterable[AcceptedText], *, case_counts: bool
) -> dict[str, AcceptedText]:
    """Spelling → the answer that it is; where two would be the same, the first of these wins:

    what an author wrote, then what reads the same but for case, then what was called wrong.
    """
    answers = list(answers)
    key = str if case_counts else str.casefold
    found: dict[str, tuple[str, AcceptedText]] = {}
    for answer in answers:
        written = " ".join(answer.text.split())
        found.setdefault(key(written), (written, answer))
    for answer in sorted(answers, key=lambda answer: answer.correct):
        for spelling in _cased(answer) if case_counts else spellings(answer):
            found.setdefault(key(spelling), (spelling, answer))
    return dict(found.values())


def _cased(answer: AcceptedText) -> Iterator[str]:
    """The spellings, and unless it is exact the usual ways to write each in capitals."""
    for spelling in spellings(answer):
        yield spelling
        if not answer.exact:
            yield from (spelling.lower(), spelling.upper(), spelling.capitalize())


def without_accents(text: str) -> str:
    """`é` as `e`, and letters that have no accent to lose as people type them."""
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c))


def _two_letters(text: str) -> str:
    """`ä` as `ae`."""
    return without_accents(unicodedata.normalize("NFC", text).translate(_TWO_LETTERS))


def _with(signs: re.Pattern[str], ways: tuple[str, ...], texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (signs.sub(way, text) for way in ways) if signs.search(text) else (text,)


def _words_alone(text: str) -> str:
    """Without punctuation: an apostrophe joins, everything else parts."""
    return " ".join(re.sub(r"[^\w\s]", " ", _APOSTROPHES.sub("", text)).split())
