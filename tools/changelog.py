"""What CHANGELOG.md says of releases: versions, dates, words. The one place that reads it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).resolve().parents[1] / "CHANGELOG.md"
UNRELEASED = "Unreleased"
_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<date>\d{4}-\d{2}-\d{2}))?$", re.M)


@dataclass(frozen=True, slots=True)
class Entry:
    """One release. date: None for what is not released. text: Markdown, without the heading."""

    version: str
    date: datetime.date | None
    text: str

    @property
    def epoch(self) -> int:
        """The first second of its day in UTC, as SOURCE_DATE_EPOCH wants it; needs a date."""
        assert self.date, f"{self.version} has no date in {PATH.name}"
        day = datetime.datetime.combine(self.date, datetime.time(), datetime.UTC)
        return int(day.timestamp())


def entries(text: str | None = None) -> list[Entry]:
    """Every section, newest first, as the file has them."""
    text = PATH.read_text("utf-8") if text is None else text
    found = list(_HEADING.finditer(text))
    ends = [*(match.start() for match in found), len(text)][1:]
    return [
        Entry(
            match["version"],
            datetime.date.fromisoformat(match["date"]) if match["date"] else None,
            text[match.end() : end].strip(),
        )
        for match, end in zip(found, ends, strict=True)
    ]


def entry(version: str, text: str | None = None) -> Entry:
    """The section of a release; LookupError where there is none."""
    for each in entries(text):
        if each.version == version:
            return each
    raise LookupError(f"CHANGELOG.md has no '## [{version}] - YYYY-MM-DD'")
