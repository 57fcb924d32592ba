"""What is known of all courses, gathered while they are built: catalogue.json and catalogue.html.

Courses are kept as the lines that they become, so that thousands of them take little room.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from moocbuild import __version__
from moocbuild.catalogue import Done, Job
from moocbuild.catalogue.page import Page, pieces
from moocbuild.catalogue.twice import Twice
from moocbuild.diagnostics import Diagnostic, Severity
from moocbuild.diagnostics.emit.json import as_row
from moocbuild.package.release import write_release

JSON, HTML = "catalogue.json", "catalogue.html"
FORM = 1
"""Of catalogue.json: another one where a key means something else or is gone."""

Row = Mapping[str, Any]


class Shelf:
    """The courses of one run, in the order of its jobs, whichever is done first."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._places = {(job.revision, job.path): number for number, job in enumerate(jobs)}
        self._lines: list[bytes] = [b""] * len(jobs)
        self._twice = Twice()

    def add(self, done: Done) -> None:
        """Takes what became of a job."""
        number = self._places[done.job.revision, done.job.path]
        row = {**done.row, "findings": _findings(done)}
        self._lines[number] = _line(row)
        self._twice.add(number, done.job, row)

    def findings(self) -> list[Diagnostic]:
        """What is wrong between courses."""
        return list(self._twice.findings())

    def write(self, out: Path, findings: Sequence[Diagnostic], language: str = "") -> None:
        """Writes both files and SHA256SUMS into `out`: all of them or none.

        findings: of the catalogue as a whole. language: of the page, "" for that of most courses.
        Raises PackageError for what the disk refuses.
        """
        told = [as_row(each) for each in findings]
        page = Page(len(self._lines), language or self._language(), told)
        write_release(
            out,
            {
                JSON: partial(_write, pieces=lambda: self._json(told)),
                HTML: partial(_write, pieces=lambda: pieces(page, self._rows())),
            },
        )

    def _rows(self) -> Iterator[Row]:
        return map(json.loads, self._lines)

    def _language(self) -> str:
        """That of most courses, the first by its tag of several."""
        count: dict[str, int] = {}
        for row in self._rows():
            if row["language"]:
                count[row["language"]] = count.get(row["language"], 0) + 1
        return min(count, key=lambda tag: (-count[tag], tag), default="en")

    def _json(self, told: Sequence[Row]) -> Iterator[bytes]:
        """A line for each course, so that programs and people can compare two catalogues."""
        head = _line({"moocbuild": __version__, "form": FORM, "findings": told})
        yield head.removesuffix(b"}") + b', "courses": [\n'
        for number, line in enumerate(self._lines):
            yield line + (b",\n" if number + 1 < len(self._lines) else b"\n")
        yield b"]}\n"


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _findings(done: Done) -> Row:
    severities = [each.rule.severity for each in done.findings]
    return {
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "notes": done.notes,
        "listed": [as_row(each) for each in done.findings],
    }


def _write(stream: BinaryIO, pieces: Any) -> None:
    for piece in pieces():
        stream.write(piece)
