"""H5P: what h5p.json says."""

from __future__ import annotations

import json

from moocbuild.archive import RefusedError, rules
from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.model.text import one_line

ORDER = 12
_NAME = "h5p.json"
MARKS = (_NAME,)
_LONGEST = 1_000_000


def recognise(looking: Looking) -> bool:
    """By its file at the root."""
    return _NAME in looking.archive.members


def look(looking: Looking) -> Contents:
    """The main library, and those that it needs."""
    data = _json(looking)
    libraries = data.get("preloadedDependencies")
    names = [
        one_line(f"{each.get('machineName', '')} {each.get('majorVersion', '')}")
        for each in (libraries if isinstance(libraries, list) else [])
        if isinstance(each, dict)
    ]
    return Contents(
        kind="H5P",
        title=one_line(str(data.get("title", ""))),
        facts={
            "main library": one_line(str(data.get("mainLibrary", ""))),
            "language": one_line(str(data.get("language", ""))),
            "libraries": len(names),
        },
        outline=[Line(1, name) for name in names],
    )


def _json(looking: Looking) -> dict[str, object]:
    try:
        data = json.loads(looking.archive.read(_NAME, _LONGEST))
    except (ValueError, RecursionError):
        raise RefusedError(rules.DAMAGED, "it is no JSON", _NAME) from None
    return data if isinstance(data, dict) else {}
