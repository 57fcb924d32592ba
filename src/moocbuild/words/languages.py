"""What is to be known of languages themselves: forms of the plural, decimals, "true" and "yes".

Each language's file says it under `facts`. Where CLDR knows it, a test compares it with CLDR (by
Babel); nothing is asked of CLDR at run time, so that no release of it changes what is built. Of
languages that have no file, and of regions, only the decimal sign is known: it stands here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from moocbuild.model.language import primary
from moocbuild.values import dataclass

FOLDER = Path(__file__).parent
DEFAULT = "en"
_RELATION = re.compile(r"n(?: % (\d+))? (!?)= ([\d.,]+)")
_POINTS = """
am bn cy en fa fil ga gd gu ha he hi ig ja kn km ko ml mn mr ms mt my ne or pa si so sw ta te th ti
ug ur xh yi yo yue zh zu
de-ch de-li it-ch es-419 es-br es-bz es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv
es-us
"""
_POINT = frozenset(_POINTS.split())
"""Where 3.5 has a point: languages without a file, and regions that differ from their language."""
_COMMAS = "ar-dz ar-lb ar-ly ar-ma ar-mr ar-tn ms-bn ms-id sw-cd"
_COMMA = frozenset(_COMMAS.split())
"""Where 3,5 has a comma: regions of languages that have a point. English has it everywhere."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Of one language. reviewed: which native readers have read all of its words, "" for nobody.

    plural: category → CLDR's rule for whole numbers; `other` is the rest, and a category that
    begins at a million is left out. truths, assents: what "true" and "false", "yes" and "no" are
    called. summary: how ids of a heading "In short" begin. crisis: how words begin that name one.
    date: its pattern, "" for 2026-11-28; months: names; days: those that are no plain numbers.
    tells, pointing, negative: what checks look for, see `tells`, `points_to_others`,
    `negative` below.
    """

    reviewed: str = ""
    plural: Mapping[str, str] = field(default_factory=dict)
    decimal: str = ""
    truths: Sequence[Pair] = ()
    assents: Sequence[Pair] = ()
    summary: Sequence[str] = ()
    crisis: Sequence[str] = ()
    date: str = ""
    months: Sequence[str] = ()
    days: Mapping[str, str] = field(default_factory=dict)
    tells: Mapping[str, str] = field(default_factory=dict)
    pointing: Sequence[str] = ()
    negative: Sequence[str] = ()


_NOTHING = Facts()


@cache
def files() -> Mapping[str, Mapping[str, Any]]:
    """Language → its file, as read."""
    paths = sorted(FOLDER.glob("*.json"))
    return {path.stem: json.loads(path.read_text("utf-8")) for path in paths}


@cache
def _known() -> Mapping[str, Facts]:
    return {language: Facts(**file.get("facts", {})) for language, file in files().items()}


def spoken(language: str) -> str:
    """The language that a tag is of: `fr-BE` → `fr`; `no` → `nb`, as nearly all write it."""
    return {"no": "nb"}.get(primary(language), primary(language))


def facts(language: str) -> Facts:
    """Of a language tag such as `fr` or `fr-BE`: its own, or those of its language."""
    known = _known()
    return known.get(language) or known.get(spoken(language)) or _NOTHING


def category(language: str, number: int) -> str:
    """The form that a number takes: `one`, `few`, `other` …"""
    rules = facts(language).plural.items()
    return next((name for name, rule in rules if _holds(rule, number)), "other")


def decimal(language: str) -> str:
    """The decimal sign of a language tag, "." or ","; a region may differ from its language."""
    for tag in (language, language.replace("_", "-").lower(), spoken(language)):
        own = _known().get(tag, _NOTHING).decimal
        if own or tag in _COMMA or tag in _POINT:
            return own or ("." if tag in _POINT else ",")
    return ","


def writes_comma(language: str) -> bool:
    """Whether 3.5 is written with a comma."""
    return decimal(language) == ","


def reviewed(language: str) -> str:
    """Which native readers have read all words of the language, "" while nobody has."""
    return facts(language).reviewed


def tells(language: str) -> Mapping[str, str]:
    """Kind of words that give options away → such words, none where the language is unknown."""
    return facts(language).tells


@lru_cache(10_000)
def points_to_others(option: str) -> bool:
    """Whether an option points to the others ("all of the above"), in any language."""
    at_word, whole, other = _pointing()
    said = option.lower()
    return bool(at_word.search(said) or whole.match(said) or other.search(said))


@cache
def _pointing() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What begins at a word stands behind one `\\b`, what is a whole option is asked once, and all
    is in small letters: one pattern of them all takes five times as long.
    """
    patterns = [pattern for known in _known().values() for pattern in known.pointing]
    at_word = [each.removeprefix(r"\b") for each in patterns if each.startswith(r"\b")]
    whole = [each for each in patterns if each.startswith("^")]
    others = [each for each in patterns if not each.startswith((r"\b", "^"))]
    return (
        re.compile(rf"\b(?:{'|'.join(at_word)})"),
        re.compile("|".join(whole)),
        re.compile("|".join(others)),
    )


def negative(language: str) -> Sequence[str]:
    """Patterns of questions that ask what does not fit; English where the language is unknown."""
    return facts(language).negative or facts(DEFAULT).negative


def opposites(language: str) -> list[set[str]]:
    """The pairs of answers that make a question one of true or false; English where unknown."""
    own = facts(language)
    known = own if own.truths else facts(DEFAULT)
    return [set(pair) for pair in (*known.truths, *known.assents)]


def summaries(language: str) -> Sequence[str]:
    """How ids of a heading "In short" begin, also with more words behind it; English counts."""
    return (*facts(language).summary, *facts(DEFAULT).summary)


def truth(label: str) -> str:
    """ "true" or "false" where the label says just that, in any language; else ""."""
    return _verdicts().get(_word(label), "")


def affirms(label: str) -> bool:
    """Whether the label says "true" or "yes", in any language."""
    return _word(label) in _affirming()


@lru_cache(1_000)
def names_crisis(words: str) -> bool:
    """Whether words name suicide, self-harm or crisis, in any language."""
    words = words.casefold()
    return any(stem in words for known in _known().values() for stem in known.crisis)


@cache
def _verdicts() -> Mapping[str, str]:
    pairs = [pair for known in _known().values() for pair in known.truths]
    return {
        word: name for pair in pairs for word, name in zip(pair, ("true", "false"), strict=True)
    }


@cache
def _affirming() -> frozenset[str]:
    found: Iterator[Pair] = (
        pair for known in _known().values() for pair in (*known.truths, *known.assents)
    )
    return frozenset(right for right, _ in found)


def _word(label: str) -> str:
    return label.strip().strip(".!").casefold()


def _holds(rule: str, number: int) -> bool:
    """CLDR's own writing: `n % 10 = 2..4 and n % 100 != 12..14 or n = 1`."""
    return any(
        all(_agrees(relation, number) for relation in part.split(" and "))
        for part in rule.split(" or ")
    )


def _agrees(relation: str, number: int) -> bool:
    found = _RELATION.fullmatch(relation.strip())
    if found is None:
        raise ValueError(f"not a rule of plurals: {relation!r}")
    modulus, negated, ranges = found.groups()
    value = number % int(modulus) if modulus else number
    ends = (each.partition("..") for each in ranges.split(","))
    inside = any(int(low) <= value <= int(high or low) for low, _, high in ends)
    return inside != bool(negated)
