"""What stands behind `=`: the words as learners type them, of what an author wrote in Markdown.

They are words and no markup: `*ptr` and `__init__` stay as they are. As on GitHub, a backslash
before punctuation, an entity and a comment are not seen; an answer that is wholly in code is what
stands between the backticks.
"""

from __future__ import annotations

import html
import re

QUOTES = (
    '""',
    "\u201c\u201d",
    "\u201e\u201c",
    "\u201e\u201d",
    "\u201d\u201d",
    "«»",
    "»«",
    "「」",
    "『』",
)
"""Pairs of marks around an answer that is compared as it stands."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&#?\w{1,32};")
_NEEDS_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|&(?=#?\w{1,32};)|<(?=!--)|\A`")
_AS_CODE = re.compile(r"<[A-Za-z/!?]|\A`.*`\Z")
_MARKUP = re.compile(
    r"\]\([^()\s]|\[\^\w|</?[A-Za-z][\w-]{0,20}[ />]|\A\$[^$]+\$\Z|~\w{1,9}~|\A\*\*[^*]+\*\*\Z"
)
_SEVERAL = re.compile(r"[^\W_](?:[ \t]+(?:\|{1,2}|/)[ \t]+|\||;[ \t]+)[^\W_]")


def typed_words(written: str) -> tuple[str, bool]:
    """The words, and whether they are compared as they stand."""
    kept = " ".join(_without_comments(written).split()) or written.strip()
    if kept[:1] == "`":
        code = _in_code(kept)
        if code is not None:
            return code, False
    exact = is_quoted(kept)
    inner = kept[1:-1].strip() if exact else kept
    return _ENTITY.sub(lambda found: html.unescape(found[0]), _ESCAPE.sub(_escaped, inner)), exact


def written_words(words: str, *, exact: bool) -> str:
    """The inverse: what an author writes for these words; as code what would be HTML or code."""
    if not exact and _AS_CODE.search(words):
        return _as_code(words)
    made = _NEEDS_ESCAPE.sub(r"\\\g<0>", words)
    if not exact:
        return made
    return '"' + made.replace('"', '\\"') + '"'


def _as_code(words: str) -> str:
    """Within code, no sign means more than itself."""
    longest = max((len(run) for run in re.findall(r"`+", words)), default=0)
    marks, pad = "`" * (longest + 1), " " if "`" in (words[0], words[-1]) else ""
    return f"{marks}{pad}{words}{pad}{marks}"


def is_quoted(words: str) -> bool:
    """Whether words stand in quotation marks."""
    return len(words) > 2 and words[0] + words[-1] in QUOTES and words[-2] != "\\"


def several_quoted(written: str) -> bool:
    """Whether more than one answer stands in quotation marks: `"a" or "b"`."""
    kept = " ".join(_without_comments(written).split())
    if not is_quoted(kept):
        return False
    inner = _ESCAPE.sub("", kept[1:-1])
    return kept[-1] in inner and kept[0] in inner


def hardly_typed(written: str) -> str:
    """What hardly anybody types of words outside of quotation marks and code; "" for nothing."""
    kept = " ".join(_without_comments(written).split())
    if is_quoted(kept) or (kept[:1] == "`" and _in_code(kept) is not None):
        return ""
    bare = _ESCAPE.sub("", kept)
    if _MARKUP.search(bare):
        return "markup"
    return "several" if _SEVERAL.search(bare) else ""


def _escaped(found: re.Match[str]) -> str:
    """`&` behind a backslash begins no entity."""
    return "&amp;" if found[1] == "&" else found[1]


def _without_comments(written: str) -> str:
    made, rest = "", written
    while True:
        before, begun, behind = rest.partition("<!--")
        _, closed, after = behind.partition("-->")
        if not begun or not closed:
            return made + rest
        if before.endswith("\\"):
            made, rest = f"{made}{before}{begun}", behind
        else:
            made, rest = f"{made}{before} ", after


def _in_code(kept: str) -> str | None:
    """What stands between backticks; None where they do not hold the whole."""
    ticks = len(kept) - len(kept.lstrip("`"))
    inner = kept[ticks:-ticks]
    if not kept.endswith("`" * ticks) or not inner.strip() or inner[-1] == "`":
        return None
    if any(len(run) == ticks for run in re.findall("`+", inner)):
        return None
    padded = inner[0] == inner[-1] == " "
    return inner[1:-1] if padded else inner
