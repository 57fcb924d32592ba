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


_LETTERS = _both(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ẞ": "ss"}
)
_TWO_LETTERS = _both({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""As people write German and Norwegian whose keyboard has no such keys."""
_NUMBER = re.compile(r"[-+\u2212\u2013]?\d+([.,]\d+)?")
_AROUND = " .,;:!?…\"'“”‘’«»()"
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640"
    "\u00ad\u200b-\u200f\u2060\ufeff]"
)
"""Of Latin, Greek and Cyrillic, the points of Hebrew and Arabic, and what nobody sees. Other marks
are part of a letter: か is not が, and Thai and Hindi have vowels among them."""
_MINUS = re.compile(r"(?<!\w)[-\u2010-\u2015\u2212](?=[.,]?\d|[$\u00a2-\u00a5\u20a0-\u20cf])")
"""A sign before a number, not within a word: -5, but not COVID-19."""
_OPERATORS = re.compile(r"[!%&*/:^-]{0,3}[+<=>|~](?:[!%&*/:^+<=>|~]|-(?=[\d+<=>|~]))*")
_DECIMAL = str.maketrans(".,", ",.")
_SAME = str.maketrans({"\u2044": "/", "\u2010": "-", "\u2011": "-", "\u2212": "-"})
_UNIT = re.compile(r"(?<=\d)\s+(?=[%‰°€$£¥])")
_SIGN = r"[+<=>|~$\u00a2-\u00a5\u00ac\u00b1\u00d7\u00f7\u20a0-\u20cf\u2212\u2200-\u22ff]"
_AROUND_SIGNS = re.compile(rf" (?={_SIGN})|(?<={_SIGN}) ")
_BETWEEN = re.compile(r"(?<=\w)\s*([+<=>±×÷])\s*(?=\w)")


def spellings(answer: AcceptedText) -> Iterator[str]:
    """`answer` as written, then as it may be typed; of an exact one the first alone, and of a
    number what its minus and its decimal sign may be: without its signs, 3.5 would be 35.
    """
    written = " ".join(answer.text.split())
    yield written
    if answer.exact:
        return
    swapped = written.translate(_DECIMAL)
    forms = [written, swapped] if _NUMBER.fullmatch(written) else list(_forms(written))
    forms = [*_with(_MINUS, ("-", "\u2212", "\u2013"), forms)]
    yield from (form for form in dict.fromkeys(forms) if form and form != written)


def _forms(written: str) -> Iterator[str]:
    typed = [written, written.replace("\u2212", "-")]
    typed = [*_with(_APOSTROPHES, ("'", "\u2019"), typed)]
    typed = [*_with(_HYPHENS, ("-", "\u2011"), typed)]
    typed = [
        *_with(_MIDDLE, ("\u00b7", ".", "-", ""), [each.replace("ŀ", "l·") for each in typed])
    ]
    forms = [form for each in typed for form in (each, without_accents(each), _two_letters(each))]
    forms += [form.strip(_AROUND) for form in forms]
    forms += [_UNIT.sub("", form) for form in forms]
    forms += [_words_alone(form) for form in forms]
    yield from forms
    yield from (_BETWEEN.sub(r" \1 ", form) for form in forms)


def case_counts(answers: Iterable[AcceptedText]) -> bool:
    """Whether capitals make a difference: kW is not kw where both are foreseen."""
    answers = list(answers)
    written = {" ".join(answer.text.split()) for answer in answers}
    return any(a.exact for a in answers) or len({w.casefold() for w in written}) < len(written)


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
    return unicodedata.normalize("NFC", _ACCENTS.sub("", letters))


def _two_letters(text: str) -> str:
    """`ä` as `ae`."""
    return without_accents(unicodedata.normalize("NFC", text).translate(_TWO_LETTERS))


def _with(signs: re.Pattern[str], ways: tuple[str, ...], texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (signs.sub(way, text) for way in ways) if signs.search(text) else (text,)


def _words_alone(text: str) -> str:
    """Without punctuation: an apostrophe joins, everything else parts. "" where no word is left.

    Signs of mathematics and of money are no punctuation, nor is what stands beside them: x+1 is
    neither x-1 nor x 1, and != is not =.
    """
    text = _APOSTROPHES.sub("", text.translate(_SAME))
    text = _MINUS.sub("\u2212", text)
    whole = {place for found in _OPERATORS.finditer(text) for place in range(*found.span())}
    kept = "".join(
        sign if place in whole or _is_no_punctuation(sign) else " "
        for place, sign in enumerate(text)
    )
    words = _AROUND_SIGNS.sub("", " ".join(kept.split()))
    return words if any(sign.isalnum() for sign in words) else ""


def _is_no_punctuation(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return kind[0] in "LMN" or kind in ("Sm", "Sc")
