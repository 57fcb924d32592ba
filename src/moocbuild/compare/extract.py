"""Where two texts differ, in a few words of each."""

from __future__ import annotations

from moocbuild.compare.slim import is_whole, shown

_AROUND = 4
"""Words before and after what differs."""
_LONGEST = 24
"""Words of an extract."""
_CHARACTERS = 200


def extracts(old: str, new: str) -> tuple[str, str] | None:
    """The first stretch that differs, in each text; None where their words are not known."""
    if not is_whole(old) or not is_whole(new):
        old, new = shown(old), shown(new)
        return (old, new) if old and new and old != new else None
    one, other = old.split(), new.split()
    first = _shared(one, other)
    last = _shared(one[first:][::-1], other[first:][::-1])
    return _cut(one, first, last), _cut(other, first, last)


def _shared(one: list[str], other: list[str]) -> int:
    """How many words are the same at the beginning."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


def _cut(words: list[str], first: int, last: int) -> str:
    start, end = max(0, first - _AROUND), min(len(words), len(words) - last + _AROUND)
    stop = min(end, start + _LONGEST)
    said = " ".join(words[start:stop])
    said = said if len(said) <= _CHARACTERS else said[: _CHARACTERS - 1]
    cut = stop < len(words) or len(said) == _CHARACTERS - 1
    return f"{'… ' * (start > 0)}{said}{' …' * cut}"
