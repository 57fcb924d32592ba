"""Facts as a package carries them: long texts by their first words and a hash.

A whole text would double the weight of a package. Whether it changed is told by its hash; what it
says is told where the sources are at hand.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from moocbuild.compare import FORM
from moocbuild.compare.facts import Facts, course_facts, joined, page_facts
from moocbuild.compare.shape import fits
from moocbuild.model.course import Activity, Course
from moocbuild.model.marks import key_of_value, made
from moocbuild.model.plain import PLAIN

_MARK = "\x1f"
"""Between first words and hash: no text of a course holds it, as it is a control character."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_KEPT = 32
_HASH = 8
_UNSAID = frozenset({"words", "feedback", "prompt", "hint", "explanation"})
"""Of these not even the first words are kept."""
_TEXTS = _UNSAID | {"text", "value", "description"}
"""All else is kept whole: ids, titles, and what is told by being in a list."""
_TABLES = frozenset({"competencies", "sources", "terms"})
"""Tables from names to texts."""


class NotFactsError(ValueError):
    """A summary that is damaged, or newer than this program."""


def packed(course: Course) -> bytes:
    """The facts of a course as the member of a package; those of a page are made once."""
    pages = (page for module in course.units() for page in module.pages())
    parts = (made("summary", key_of_value(page), PLAIN, partial(_part, page)) for page in pages)
    whole = f'{_json(_slim(course_facts(course), ""))[:-1]},"parts":[{",".join(parts)}]}}'
    return whole.encode("utf-8", "replace")


def _part(page: Activity) -> str:
    return _json(_slim(page_facts(page), ""))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unpacked(data: bytes) -> Facts:
    """The facts of such a member. Raises NotFactsError."""
    try:
        found = json.loads(data.decode("utf-8"))
        if found["form"] > FORM:
            raise NotFactsError("newer")
        _hold_words(found)
        facts = joined(found, found.pop("parts"))
    except NotFactsError:
        raise
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise NotFactsError("damaged") from error
    if not fits(facts):
        raise NotFactsError("damaged")
    return facts


def _hold_words(value: Any) -> None:
    """Raises NotFactsError for text that no course holds: it could write on a terminal."""
    if isinstance(value, str):
        if not value.isprintable() and _CONTROL.search(value.replace(_MARK, "")):
            raise NotFactsError("damaged")
    elif isinstance(value, Mapping):
        _hold_words(list(value))
        _hold_words(list(value.values()))
    elif isinstance(value, list):
        for each in value:
            _hold_words(each)


def same(one: str, other: str) -> bool:
    """Whether two texts are the same, of which either may be slim."""
    if one == other:
        return True
    if (_MARK in one) == (_MARK in other):
        return False
    return one.rpartition(_MARK)[2] == _hash(other) if _MARK in one else same(other, one)


def is_whole(text: str) -> bool:
    """Whether all of its words are known."""
    return _MARK not in text


def shown(text: str) -> str:
    """What can be shown of a text: all of it, or its first words."""
    first, mark, _ = text.partition(_MARK)
    return f"{first.rstrip()}…" if mark and first else first


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_HASH]


def _slim(value: Any, name: str) -> Any:
    if isinstance(value, str):
        return _cut(value, 0 if name in _UNSAID else _KEPT) if name in _TEXTS else value
    if not isinstance(value, Mapping):
        return value
    if name in _TABLES:
        return {key: _cut(text, _KEPT) for key, text in value.items()}
    return {key: _slim(each, key) for key, each in value.items()}


def _cut(text: str, kept: int) -> str:
    return f"{text[:kept]}{_MARK}{_hash(text)}" if len(text) > kept + _HASH else text
