"""AICC: a course as four tables (CMI001, 6.0)."""

from __future__ import annotations

import configparser

from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.model.text import one_line

ORDER = 16
MARKS = (".crs", ".au")
_LONGEST = 1_000_000


def recognise(looking: Looking) -> bool:
    """By the course and its units, in one folder."""
    return bool(_named(looking, ".crs") and _named(looking, ".au"))


def _named(looking: Looking, suffix: str) -> str:
    names = looking.archive.members
    return next((name for name in names if name.lower().endswith(suffix)), "")


def look(looking: Looking) -> Contents:
    """What the course says of itself."""
    text = looking.archive.read(_named(looking, ".crs"), _LONGEST).decode("utf-8", "replace")
    parser = configparser.ConfigParser(
        strict=False, interpolation=None, allow_no_value=True, delimiters=("=",)
    )
    try:
        parser.read_string(text)
    except (configparser.Error, ValueError):
        return Contents(kind="AICC")
    section = next((name for name in parser.sections() if name.lower() == "course"), "")
    said = dict(parser[section]) if section else {}
    units = looking.archive.read(_named(looking, ".au"), _LONGEST).splitlines()[1:]
    return Contents(
        kind="AICC",
        version=one_line(said.get("version") or ""),
        title=one_line(said.get("course_title") or ""),
        facts={"assignable units": sum(1 for unit in units if unit.strip())},
        outline=[Line(1, one_line(each.decode("utf-8", "replace"))) for each in units if each],
    )
