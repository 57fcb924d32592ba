"""Facts about language tags: the primary one, the direction of writing."""

from __future__ import annotations

from functools import lru_cache

RIGHT_TO_LEFT = frozenset(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"])


@lru_cache(100)
def primary(language: str) -> str:
    """`fr-BE` → `fr`."""
    return language.replace("_", "-").partition("-")[0].lower()


@lru_cache(100)
def direction(language: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` wants it."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"


_AUTONYMS = """
ar العربية, bg български, bn বাংলা, ca català, cs čeština, cy Cymraeg, da dansk, de Deutsch,
el Ελληνικά, en English, es español, et eesti, eu euskara, fa فارسی, fi suomi, fr français,
ga Gaeilge, gl galego, he עברית, hi हिन्दी, hr hrvatski, hu magyar, id Indonesia, is íslenska,
it italiano, ja 日本語, ko 한국어, lt lietuvių, lv latviešu, mt Malti, nb norsk bokmål,
nl Nederlands, nn norsk nynorsk, no norsk, pl polski, pt português, ro română, ru русский,
sk slovenčina, sl slovenščina, sq shqip, sr српски, sv svenska, sw Kiswahili, th ไทย, tr Türkçe,
uk українська, ur اردو, vi Tiếng Việt, zh 中文
"""
_NAMED = dict(each.split(maxsplit=1) for each in _AUTONYMS.replace("\n", " ").split(", "))


def autonym(language: str) -> str:
    """What a language calls itself, as CLDR spells it, "" where it is not known: `français`.

    A tag with a region or a script keeps it: `pt-BR` → `português (BR)`.
    """
    name = _NAMED.get(primary(language), "")
    more = language.replace("_", "-").partition("-")[2]
    return f"{name} ({more})" if name and more else name
