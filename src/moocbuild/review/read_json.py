"""The file that a page saves: JSON, checked value by value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from moocbuild.review.comments import (
    FORM,
    FORMAT,
    MANY,
    VERDICTS,
    Comment,
    NotAReviewError,
    Review,
    cleaned,
)

_SAVE = "ask for the file that 'Save my comments' writes"


def read_json(data: bytes) -> Review:
    """The review in a file. Raises NotAReviewError."""
    found = _parsed(data)
    if found.get("format") != FORMAT:
        raise NotAReviewError("is no file of comments", _SAVE)
    form = found.get("form")
    if not isinstance(form, int) or form > FORM:
        raise NotAReviewError("comes from a newer moocbuild", "update this one")
    comments = found.get("comments")
    if not isinstance(comments, list) or len(comments) > MANY:
        raise NotAReviewError("is damaged: its comments are no list", _SAVE)
    course, reviewer = _map(found, "course"), _map(found, "reviewer")
    verdict = _text(found, "verdict")
    return Review(
        course=_text(course, "id"),
        version=_text(course, "version"),
        name=_text(reviewer, "name"),
        role=_text(reviewer, "role"),
        verdict=verdict if verdict in VERDICTS else "",
        remarks=_text(found, "remarks"),
        saved=_text(found, "saved"),
        hashes={str(k): v for k, v in _map(found, "hashes").items() if isinstance(v, str)},
        comments=tuple(_comment(each) for each in comments),
    )


def _parsed(data: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotAReviewError("is damaged: it is no JSON", _SAVE) from error
    if not isinstance(found, dict):
        raise NotAReviewError("is no file of comments", _SAVE)
    return found


def _comment(found: object) -> Comment:
    if not isinstance(found, dict) or not _text(found, "comment"):
        raise NotAReviewError("is damaged: a comment has no words", _SAVE)
    number = found.get("number")
    return Comment(
        place=_text(found, "place"),
        page=_text(found, "page"),
        number=number if isinstance(number, int) and 0 < number <= MANY else 0,
        text=_text(found, "text"),
        hash=_text(found, "hash"),
        said=_text(found, "comment"),
    )


def _map(found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = found.get(key)
    return value if isinstance(value, dict) else {}


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found.get(key)
    return cleaned(value) if isinstance(value, str) else ""
