"""Hostile archives and XML: the level of each, what is said, and that nothing is written."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from archive import table_a, table_b
from moocbuild.archive import RefusedError, open_archive
from moocbuild.cli import run

ROWS = {
    **{name: (make, {code} - {""}, level) for name, (make, code, level) in table_a.ROWS.items()},
    **table_b.ROWS,
}
_ARCHIVES = table_a.ROWS
_REFUSED = [name for name, (_, _, level) in _ARCHIVES.items() if level == 2]
_PASSED = [name for name, (_, _, level) in _ARCHIVES.items() if level < 2]


_RUN = """
import re, sys, time
from moocbuild.cli import run
status = run(sys.argv[1:])
memory = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(status, time.process_time(), memory[1])
"""


def state(folder: Path) -> dict[str, str]:
    """Every file and folder with the hash of its content."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else ""
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("name", ROWS)
def test_level(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make, wanted, level = ROWS[name]
    for each in ("here", "home", "tmp"):
        (tmp_path / each).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    package = tmp_path / "package.zip"
    package.write_bytes(make())
    before = state(tmp_path)
    status = run(["inspect", str(package), "--format", "json"])
    out, err = capsys.readouterr()
    said = json.loads(out)
    codes = {each["code"] for each in said["findings"]}
    assert (status, codes) == (level, wanted), said["findings"]
    assert not err
    assert all(each["message"] and each["help"] and each["path"] for each in said["findings"])
    assert state(tmp_path) == before


@pytest.mark.parametrize("name", _PASSED)
def test_others_see_the_same(name: str, tmp_path: Path) -> None:
    """What is accepted, Python's own reader, unzip and PHP list with the same names and sizes."""
    data = _ARCHIVES[name][0]()
    if data[:2] != b"PK":
        pytest.skip("no ZIP")
    path = tmp_path / "package.zip"
    path.write_bytes(data)
    archive = open_archive(path)
    ours = {member.name: member.size for member in archive.members.values()}
    with zipfile.ZipFile(path) as theirs:
        listed = {i.filename: i.file_size for i in theirs.infolist() if not i.is_dir()}
        assert not theirs.testzip()
    assert ours == listed or name == "A40"  # where Python takes cp437, as we do not for UTF-8
    if unzip := shutil.which("unzip"):
        assert subprocess.run([unzip, "-tqq", path], check=False).returncode == 0
    if php := shutil.which("php"):
        code = "$z = new ZipArchive(); exit($z->open($argv[1], ZipArchive::CHECKCONS) ? 0 : 1);"
        assert subprocess.run([php, "-r", code, str(path)], check=False).returncode == 0


@pytest.mark.parametrize("name", _REFUSED)
def test_refused_from_memory_too(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        open_archive(_ARCHIVES[name][0](), "package").verify()
    assert refused.value.rule.code == _ARCHIVES[name][1]


def test_changed_while_it_is_read(tmp_path: Path) -> None:
    """A50: another file is put in its place, or bytes are added."""
    make = _ARCHIVES["A15"][0]
    path = tmp_path / "package.zip"
    path.write_bytes(make())
    archive = open_archive(path)
    path.rename(tmp_path / "old.zip")
    path.write_bytes(make())
    with pytest.raises(RefusedError, match="changed"):
        archive.verify()


@pytest.mark.parametrize(
    "name",
    ["A14", "A16", "A25", "A30", "A46", "B04", "B05", "B14 deep", "B15", "B16", "B17", "B27"],
)
@pytest.mark.audit
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read where Linux tells it")
def test_within_its_means(name: str, tmp_path: Path) -> None:
    """2 s of CPU and 150 MB, in a process of its own (Python and its libraries among them)."""
    path = tmp_path / "package.zip"
    path.write_bytes(ROWS[name][0]())
    done = subprocess.run(
        [sys.executable, "-c", _RUN, "inspect", str(path), "--out", os.devnull],
        check=True,
        capture_output=True,
        text=True,
    )
    status, seconds, kilobytes = done.stdout.split()
    assert int(status) == ROWS[name][2]
    assert float(seconds) <= 2
    assert int(kilobytes) <= 150_000
