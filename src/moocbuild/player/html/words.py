"""The words of the interface, by language; every language falls back to English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "strings"
_LEVELS = ("level_unseen", "level_emerging", "level_developing", "level_shown")
_SHARED = ("mark_good", "mark_part", "mark_off", "quiz_place", *_LEVELS)


@cache
def words(language: str) -> Mapping[str, str]:
    """Words of the pages and of the script, flat: `script.check` is the script's `check`."""
    base = language.split("-")[0]
    found = _read("en")
    for name in dict.fromkeys((base, language)):
        found = found | _read(name)
    return found


def script_words(language: str) -> dict[str, str]:
    """The words that the script says; some it shares with the pages."""
    known = words(language)
    own = {
        key.removeprefix("script."): text
        for key, text in known.items()
        if key.startswith("script.")
    }
    return {key: known[key] for key in _SHARED} | own


@cache
def _read(language: str) -> dict[str, str]:
    # Names come from the folder, never from the course: a language cannot be a path.
    known = {path.stem: path for path in _FOLDER.glob("*.json")}
    if language not in known:
        return {}
    groups: dict[str, dict[str, str]] = json.loads(known[language].read_text("utf-8"))
    return dict(groups["page"]) | {f"script.{key}": text for key, text in groups["script"].items()}
