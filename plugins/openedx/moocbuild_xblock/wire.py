"""What browsers send: read with care, refused with a status and plain words."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, NoReturn

from webob import Request, Response


class RefusedError(Exception):
    """A request that changes nothing. status: of HTTP. said: words for developers."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status = status
        self.said = said


def body_of(request: Request, longest: int, known: Collection[str]) -> dict[str, Any]:
    """The JSON object of a POST with no more than `longest` bytes and only `known` names.

    Raises `RefusedError`: 405, 413, or 400.
    """
    if request.method != "POST":
        raise RefusedError(405, "POST only")
    if (request.content_length or 0) > longest:
        raise RefusedError(413, "too large")
    data = request.body_file.read(longest + 1)
    if len(data) > longest:
        raise RefusedError(413, "too large")
    try:
        body = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, "not JSON") from error
    if not isinstance(body, dict):
        raise RefusedError(400, "not an object")
    if not body.keys() <= set(known):
        raise RefusedError(400, "a name that is not known")
    return body


def answer(value: object, status: int = 200) -> Response:
    """A JSON response that no cache keeps."""
    text = json.dumps(value, ensure_ascii=False)
    made = Response(text, status=status, content_type="application/json", charset="utf-8")
    made.cache_control.no_store = True
    return made


def refusal(refused: RefusedError) -> Response:
    """The response that says so."""
    return answer({"error": refused.said}, refused.status)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
