"""An abbreviation is explained nowhere in the course.

People outside of the field do not know it, and screen readers spell it out or read it as a word.
Write it out where it first comes: `learning management system (LMS)`; or once on the page
as `*[LMS]: Learning management system`; or put it into course/glossary.yml.
Everyday ones such as EU or PDF need no explanation, and words in capitals for emphasis are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Activity
from moocbuild.prose.course_prose import Prose
from moocbuild.prose.passages import Passage, explained

RULE = Rule(
    "MB374",
    "unexplained-abbreviation",
    Severity.NOTE,
    __doc__,
    remedy="write it out where it first comes: 'learning management system (LMS)'",
)
_SHOWN = 5
_NEAR = 200
"""Characters before and behind an abbreviation in which it may be spelt out."""
_EXPLAINS = "is short for|stands? for|means?|signifie|désigne|bedeutet|steht für|significa|betyr"
_EXPLAINS += "|står for|înseamnă|vol dir|betekent|staat voor"
_ABBREVIATION = re.compile(r"(?<![\w.\-‑/&@#_’'$])([^\W\d_]{2,6})s?(?![\w\-‑/@_(]|\.\w)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_TOLD = re.compile(
    r"[(\[“\"]\s*([^\W\d_]{2,6})s?\b"  # learning management system (LMS)
    r"|\b([^\W\d_]{2,6})s?”?\s*(?:\([^)]{6,99}|[:=–—]\s)"  # LMS (the system); LMS: …
    r"|,\s*([^\W\d_]{2,6})s?\s*[)\]]"  # (in short, LMS)
    rf"|\b([^\W\d_]{{2,6}})s?”?\s+(?:{_EXPLAINS})\b"
)
_WORD = re.compile(r"[^\W\d_]{2,6}")
_EVERYDAY = """
    AC AD AI AM AIDS API APP ASAP BBC BC BCE CCTV CD CE CEO CO CPU CSS CSV CV DC DIY DNA DVD EAN
    EN ESC ETC EU EUR FAQ FM FR GB GBP GIF GMT GPS HD HDMI HIV HTML HTTP HTTPS IA IBAN ID IOS IP
    IQ ISBN ISO ISSN IT JPEG JPG JSON KB LAN LED LGBT LGBTQ LOL MB MHZ MOOC NASA NATO NB NO OK ONU
    OTAN PC PDF PH PIN PM PNG PR PS PSI QR RAM RNA RSS SAS SIM SMS SOS SQL SVG TB TV TXT UE UK UN
    UNESCO UNICEF URL US USA USB USD UTC UTF UV VAT VIP WC WIFI WLAN WWW XML YAML ZIP
"""


def check_prose(prose: Prose) -> Iterator[Diagnostic]:
    """For each page those that come there first, as one finding."""
    pages = list(prose.course.pages())
    words = [dict(prose.kept(page, RULE.slug, partial(_words, prose))) for page in pages]
    known = {*_EVERYDAY.split(), *prose.course.framework.by_code}
    known.update(w for term in prose.course.glossary for w in _WORD.findall(term.term))
    known.update(word for found in words for word, place in found.items() if place is None)
    for found in words:
        first = {w: place for w, place in found.items() if place is not None and w not in known}
        known.update(first)
        if first:
            yield _told(first)


def _told(first: Mapping[str, Span]) -> Diagnostic:
    shown = ", ".join(f"'{each}'" for each in list(first)[:_SHOWN])
    more = f" and {len(first) - _SHOWN} more" if len(first) > _SHOWN else ""
    verb = "is" if len(first) == 1 else "are"
    return RULE.at(next(iter(first.values())), f"{shown}{more} {verb} explained nowhere")


def _words(prose: Prose, page: Activity) -> Iterator[tuple[str, Span | None]]:
    """Abbreviations of a page by their first place; None for what needs no explanation."""
    known = set(explained(page))
    for passage in prose.of(page):
        for match in _TOLD.finditer(passage.words):
            known.update(word for word in match.groups() if word)
        found = _WORD.findall(passage.words)
        known.update(word.upper() for word in found if word.islower() or word.istitle())
    places: dict[str, Span] = {}
    for word, start, passage in _abbreviations(prose, page):
        beside = passage.words[max(0, start - _NEAR) : start + _NEAR]
        if word not in known and _spelt_out(word, beside):
            known.add(word)
        elif word not in known and word not in places:
            places[word] = prose.place(passage, word, start)
    yield from ((word, None) for word in sorted(known) if word.isupper())
    yield from ((word, place) for word, place in places.items() if word not in known)


def _abbreviations(prose: Prose, page: Activity) -> Iterator[tuple[str, int, Passage]]:
    """Outside of what is all in capitals."""
    for passage in prose.of(page):
        if passage.heading or passage.quoted or passage.words.isupper():
            continue
        for match in _ABBREVIATION.finditer(passage.words):
            word = match[1]
            if word.isupper() and not _ROMAN.fullmatch(word):
                yield word, match.start(1), passage


def _spelt_out(word: str, words: str) -> bool:
    """Whether words beside it begin with its letters, one after the other.

    Small words may stand between; where it has four letters or more, any two.
    """
    between = r"(?:\W+\w+){0,2}?" if len(word) > 3 else r"(?:\W+\w{1,3}){0,2}?"
    pattern = (between + r"\W+").join(rf"{letter}\w+" for letter in word)
    return re.search(rf"\b{pattern}", words, re.I) is not None
