"""What the facts of a package must look like, so that nothing else is compared."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

_NUMBER = (int, float)
_MOST = 1e15
"""No number of a course is larger."""
_ANY = ...
"""In place of keys: any of them."""
_TITLED = {"title": str, "minutes": int, "notes": [str]}
_MODULE = {**_TITLED, "outcomes": [str], "competencies": [str], "pages": [str]}
_PAGE = {
    **_TITLED,
    "kind": str,
    "words": str,
    "media": [str],
    "module": str,
    "competencies?": [str],
    "settings?": {_ANY: (str, int, float, bool)},
}
_ANSWER = {
    "sort": ("share", "accepted", "range", "partner", "place", "option"),
    "text": str,
    "value": (str, int, float),
    "feedback?": str,
    "gap?": int,
}
_QUESTION = {
    **dict.fromkeys(("title", "page", "kind", "level"), str),
    "scored": bool,
    "critical": bool,
    "points": _NUMBER,
    "competencies": [str],
    "texts": {_ANY: str},
    "answers": {_ANY: _ANSWER},
}
_CHOICE = {
    **dict.fromkeys(("text", "feedback", "goes_to"), str),
    "critical": bool,
    "evidence": {_ANY: int},
    "effects": {_ANY: int},
}
_SCENE = {"title": str, "page": str, "words": str, "end": bool, "choices": {_ANY: _CHOICE}}
_NAMES = ("id", "track", "title", "description", "version", "released", "language", "framework")
FACTS = {
    "form": int,
    "course": {
        **dict.fromkeys((*_NAMES, "look"), str),
        "licence?": str,
        "authors": [str],
        "countries": [str],
        "pass_mark": int,
    },
    "modules": {_ANY: _MODULE},
    "pages": {_ANY: _PAGE},
    "questions": {_ANY: _QUESTION},
    "scenes": {_ANY: _SCENE},
    **{name: {_ANY: str} for name in ("media", "competencies", "contacts", "sources", "terms")},
    "tracks": {_ANY: {"title": str, "holds": [str]}},
}


def fits(facts: Mapping[str, Any]) -> bool:
    """Whether facts have this shape, and what stands in them belongs together."""
    return _fits(facts, FACTS) and _is_date(facts["course"]["released"]) and _belongs(facts)


def _belongs(facts: Mapping[str, Any]) -> bool:
    pages, modules = facts["pages"], facts["modules"]
    rows = (*facts["questions"].values(), *facts["scenes"].values())
    return all(page["module"] in modules for page in pages.values()) and all(
        row["page"] in pages for row in rows
    )


def _fits(value: Any, shape: Any) -> bool:
    if isinstance(shape, list):
        return isinstance(value, list) and all(_fits(each, shape[0]) for each in value)
    if isinstance(shape, dict):
        return isinstance(value, dict) and _fits_row(value, shape)
    if isinstance(shape, tuple):
        return any(_fits(value, each) for each in shape)
    if isinstance(shape, str):
        return bool(value == shape)
    if isinstance(value, bool) or shape is bool:
        return isinstance(value, bool) and shape is bool
    small = not isinstance(value, _NUMBER) or abs(value) < _MOST
    return isinstance(value, shape) and small


def _fits_row(value: Mapping[str, Any], shape: Mapping[Any, Any]) -> bool:
    if _ANY in shape:
        return all(_fits(each, shape[_ANY]) for each in value.values())
    return all(
        _fits(value[name.rstrip("?")], of) if name.rstrip("?") in value else name.endswith("?")
        for name, of in shape.items()
    )


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
