"""GIFT, Moodle's text format for questions: an entry is its lines, a blank line parts entries.

As `question/format/gift/format.php` of Moodle 4.5 and 5.1 reads it: signs that mean something are
escaped, an id and tags stand in a comment. Knows nothing of courses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"[\\#=~{}:\n]")
_BREAKS = re.compile(r"[\r\n\t]+")
_GUARDED = ("[", "%")
"""What an answer must not begin with: a format is read there, or a weight."""
_LONGEST_WEIGHT = 5
"""Digits behind the point, as Moodle's own export has them."""


def escaped(words: str) -> str:
    r"""Words in which nothing means anything; a line end is written `\n`."""
    return _SIGNS.sub(lambda m: r"\n" if m[0] == "\n" else f"\\{m[0]}", words.replace("\r", ""))


def html(markup: str) -> str:
    """A text within an entry, which is HTML as the text of the entry is."""
    markup = markup.strip()
    return f"[html]{escaped(markup)}" if markup.startswith(_GUARDED) else escaped(markup)


def typed(answer: str) -> str:
    """An answer to type.

    An asterisk is escaped, as a lone one stands for any characters; so is what would make a match
    of the question, "->", by the only sign that lets it through.
    """
    words = escaped(answer.replace("*", r"\*").replace("->", "-*>"))
    return f"[plain]{words}" if words.startswith(_GUARDED) else words


def weight(share: float) -> str:
    """What an answer earns, -1..1, in percent; nothing for nothing, which needs no word."""
    if not share:
        return ""
    percent = f"{share * 100:.{_LONGEST_WEIGHT}f}".rstrip("0").rstrip(".")
    return f"%{percent}%"


def answer(sign: str, words: str, feedback: str = "") -> str:
    """One answer; sign: `=` or `~`, with its weight if it has one. feedback: HTML."""
    return f"{sign}{words}{'#' + html(feedback) if feedback else ''}"


def category(path: Sequence[str]) -> str:
    """What follows belongs to a category below the top one of the course.

    Moodle undoes no escapes here, but for that of the backslash.
    """
    names = (_BREAKS.sub(" ", name).replace("\\", r"\\").replace("/", "//") for name in path)
    return f"$CATEGORY: $course$/top/{'/'.join(names)}\n"


def entry(
    *,
    id: str,
    tags: Iterable[str],
    title: str,
    stem: str,
    answers: Sequence[str] | None = None,
    general: str = "",
) -> str:
    """A question; without `answers` (None) a text that asks nothing. stem, general: HTML."""
    known = " ".join([_token("id", id), *(_token("tag", tag) for tag in tags)])
    head = f"// {known}\n::{escaped(title)}::[html]{escaped(stem.strip())}"
    if answers is None:
        return f"{head}\n"
    closing = [f"####{html(general)}"] if general else []
    return "\n".join([f"{head} {{", *answers, *closing, "}"]) + "\n"


def document(entries: Iterable[str]) -> bytes:
    """A file, UTF-8."""
    return "\n".join(entries).encode("utf-8", "replace")


def _token(name: str, value: str) -> str:
    words = _BREAKS.sub(" ", value).replace("]", r"\]")
    return f"[{name}:{words}]"
