"""Tags of Open edX: the taxonomy that carries a framework, and the tags of a course.

The platform wants values unique in a taxonomy, at most 500 characters, parents before children;
";" and " > " part values and levels, a tab parts columns.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from moocbuild.formats import xml
from moocbuild.formats.sheet import safe

LONGEST_VALUE = 500
LONGEST_ID = 255
_HEAD = ("id", "value", "parent_id")


def value(code: str, statement: str) -> str:
    """The tag of a competency: its code makes it unique where two have the same words."""
    said = re.sub(r"\s+", " ", f"{code} {xml.text(statement)}").strip()
    said = said.replace(";", ",").replace(" > ", " \u203a ")
    return safe(said if len(said) < LONGEST_VALUE else said[: LONGEST_VALUE - 2].rstrip() + "…")


def taxonomy(rows: Iterable[tuple[str, str, str]]) -> bytes:
    """A taxonomy from (id, value, id of the parent or ""), parents first."""
    return _table([_HEAD, *rows])


def course_tags(taxonomy_id: str, rows: Iterable[tuple[str, str, str, Sequence[str]]]) -> bytes:
    """`tags.csv` of a course from (name, type, url_name, values)."""
    lines = ((name, kind, id, ";".join(values)) for name, kind, id, values in rows)
    return _table([("Name", "Type", "ID", taxonomy_id), *lines])


def _table(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(safe, row) for row in rows)
    return out.getvalue().encode("utf-8", "replace")
