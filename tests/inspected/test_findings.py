"""What people see of packages with faults: the pages in `diagnostics/` with a `package` fence."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from archive import table_a, table_b
from inspected.clause_cases import CASES
from inspected.sound import broken
from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.inspect import inspect
from test_diagnostics import PACKAGED, fence

_WHILE_READ = "A50"


@pytest.mark.parametrize("page", PACKAGED, ids=lambda page: page.stem)
def test_the_author_sees_this(page: Path, tmp_path: Path, accept: bool) -> None:
    text = page.read_text("utf-8")
    row = fence(text, "package").strip()
    path = tmp_path / "package.zip"
    path.write_bytes(_package(row))
    report = Collector()

    def told(found: Diagnostic) -> None:
        if row == _WHILE_READ:
            with path.open("ab") as file:
                file.write(b"more")
        report(found)

    inspect(path, told, "package.zip")
    lines = EMITTERS["full"](report.sorted(), lambda _: "")
    said, console = "\n".join(lines).strip() + "\n", fence(text, "console")
    if accept and said != console:
        old, new = (f"```console\n{words}```" for words in (console, said))
        page.write_text(text.replace(old, new), "utf-8")
    else:
        assert said == console
    assert f"[{text.split()[1]}]" in said


def _package(row: str) -> bytes:
    """A row of the tables of hostile files, or a clause and what breaks it."""
    standard, _, key = row.partition(": ")
    if key:
        return broken(standard, CASES[standard][key])
    made = dict(itertools.chain(table_a.ROWS.items(), table_b.ROWS.items()))
    return made["A45" if row == _WHILE_READ else row][0]()
