"""Packages of other producers, where they are at hand: each is named, and none ends in a bug."""

from __future__ import annotations

import csv
import json

import pytest

from formats.shared_schemas import SHARED
from moocbuild.cli import run

PACKAGES = SHARED / "packages"
_INDEX = PACKAGES / "INDEX.csv"
if not _INDEX.is_file():
    pytest.skip("packages of other producers are not at hand (../shared)", allow_module_level=True)
with _INDEX.open(encoding="utf-8") as _file:
    ROWS = {row["file"]: row for row in csv.DictReader(_file)}
_KINDS = {
    "aicc": "AICC",
    "cc": "Common Cartridge",
    "cmi5": "cmi5",
    "olx": "OLX",
    "qti": "QTI",
    "scorm": "SCORM",
    "xapi": "xAPI (Tin Can)",
}
_FAULTS = {
    "broken/ccgem_canvas_small_1.1.corrupt.imscc": "MB440",
    "broken/rustici_ContentPackagingNoSchemaVersion_SCORM20042ndEdition.zip": "MB443",
    "broken/rustici_InvalidMissingOrgIdentifier_SCORM20043rdEdition.zip": "MB447",
    "broken/rustici_ItemWithNonExistentResourceId_SCORM12.zip": "MB444",
    "broken/scormengine_Non-working_SCORM.zip": "MB402",
}


def said(file: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object]]:
    status = run(["inspect", str(PACKAGES / file), "--format", "json"])
    out, err = capsys.readouterr()
    assert not err
    return status, json.loads(out)


@pytest.mark.parametrize("file", [name for name in ROWS if name not in _FAULTS])
def test_it_is_named(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = said(file, capsys)
    kind, version = ROWS[file]["kind"], ROWS[file]["version"]
    assert status in (0, 1)
    assert found["kind"] == _KINDS[kind]
    assert kind not in ("scorm", "cc") or str(found["version"]).startswith(version)


@pytest.mark.parametrize("file", _FAULTS)
def test_a_broken_one_is_reported_with_its_fault(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = said(file, capsys)
    assert status == (2 if _FAULTS[file] == "MB402" else 1)
    assert _FAULTS[file] in [each["code"] for each in found["findings"]]
