"""Which tests reach a line: read from what coverage.py recorded with one context for each test."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

LINES = """
    select context.context, bits.numbits from line_bits as bits
    join file on file.id = bits.file_id join context on context.id = bits.context_id
    where file.path like '%/' || ?
"""


def tests_at(data: Path, path: str, line: int) -> list[str]:
    """data: a file `.coverage` by `pytest --cov=src/moocbuild --cov-context=test`.

    path: relative to the root of the project. Gives ids of tests, by name.
    """
    return sorted(set(_tests_at(data, path, line)))


def _tests_at(data: Path, path: str, line: int) -> Iterator[str]:
    with closing(sqlite3.connect(f"{data.resolve().as_uri()}?mode=ro", uri=True)) as recorded:
        for context, bits in recorded.execute(LINES, (path,)):
            test, _, _phase = context.rpartition("|")
            if "::" in test and _has(bits, line):
                yield test


def _has(bits: bytes, line: int) -> bool:
    """As coverage.py writes sets of numbers: bit n of byte m is m * 8 + n."""
    byte, bit = divmod(line, 8)
    return byte < len(bits) and bool(bits[byte] >> bit & 1)
