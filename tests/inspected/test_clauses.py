"""Every clause is reported where it is broken, and not where it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspected.clause_cases import CASES
from inspected.sound import MANIFESTS, broken, package
from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.inspect import inspect
from moocbuild.inspect.clauses import every

CLAUSES = {(clause.standard, key): clause for key, clause in every()}


def found(data: bytes, folder: Path) -> list[Diagnostic]:
    path = folder / "package.zip"
    path.write_bytes(data)
    report = Collector()
    inspect(path, report, "package.zip")
    return report.sorted()


@pytest.mark.parametrize("standard", MANIFESTS)
def test_sound_packages_are_good(standard: str, tmp_path: Path) -> None:
    assert found(package(standard), tmp_path) == []


@pytest.mark.parametrize(("standard", "key"), CLAUSES)
def test_a_breach_is_found(standard: str, key: str, tmp_path: Path) -> None:
    clause, case = CLAUSES[standard, key], CASES[standard][key]
    file = "imsmanifest.xml" if len(case) == 2 else case[0]
    all_found = found(broken(standard, case), tmp_path)
    mine = [each for each in all_found if each.message.endswith(f"({clause.cited})")]
    assert mine, all_found
    assert {each.rule.code for each in mine} == {clause.rule.code}
    assert all(each.rule.severity is (clause.severity or clause.rule.severity) for each in mine)
    assert all(each.span.path == f"package.zip!{file}" for each in mine)


def test_clauses_have_numbers_of_their_own() -> None:
    cited = [clause.cited for clause in CLAUSES.values()]
    assert sorted(set(cited)) == sorted(cited)


def test_every_clause_has_a_case() -> None:
    known = {(standard, key) for standard, cases in CASES.items() for key in cases}
    assert set(CLAUSES) <= known
