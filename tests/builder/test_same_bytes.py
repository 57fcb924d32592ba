"""Same input, same bytes, wherever and whenever the build runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.complete import built, complete

COURSE = Path(__file__).parents[2]


def has_locale(name: str) -> bool:
    found = shutil.which("locale")
    if found is None:
        return False
    known = subprocess.run([found, "-a"], capture_output=True, text=True, check=False).stdout
    return name.lower().replace("-", "") in known.lower().replace("-", "")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The course and what it becomes in an ordinary place."""
    folder = tmp_path_factory.mktemp("first")
    root = complete(folder / "course")
    here = {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    return root, built(root, folder / "out", here)


PLACES = {
    "zone and plain locale": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    "epoch": {"SOURCE_DATE_EPOCH": "86400", "TZ": "America/St_Johns"},
    "random order": {"PYTHONHASHSEED": "random", "PYTHONUTF8": "0", "LANG": "POSIX"},
}


@pytest.mark.parametrize("place", PLACES)
def test_places_and_times(place: str, first: tuple[Path, str], tmp_path: Path) -> None:
    root, wanted = first
    assert built(root, tmp_path / "out", PLACES[place], umask=0o77) == wanted


@pytest.mark.skipif(not has_locale("tr_TR.UTF-8"), reason="no Turkish locale on this machine")
def test_turkish_capitals(first: tuple[Path, str], tmp_path: Path) -> None:
    root, wanted = first
    assert built(root, tmp_path / "out", {"LC_ALL": "tr_TR.UTF-8"}) == wanted


def test_a_copy_with_other_times_and_modes(first: tuple[Path, str], tmp_path: Path) -> None:
    root, wanted = first
    copy = tmp_path / "a longer name \u00e9" / "copy"
    shutil.copytree(root, copy)
    for number, path in enumerate(sorted(copy.rglob("*"), reverse=True)):
        os.utime(path, (number * 1e8 % 4e9, number * 1e8 % 4e9))
        if path.is_file():
            path.chmod(0o600 if number % 2 else 0o755)
    assert built(copy, tmp_path / "out", umask=0) == wanted


def test_another_date(first: tuple[Path, str], tmp_path: Path) -> None:
    """The clock is asked for the age of help lines alone."""
    root, wanted = first
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(
        "import datetime, time\n"
        "class Later(datetime.date):\n"
        "    @classmethod\n"
        "    def today(cls): return datetime.date(2099, 12, 31)\n"
        "datetime.date = Later\n"
        "real = time.time\n"
        "time.time = lambda: real() + 2e9\n",
        encoding="utf-8",
    )
    assert built(root, tmp_path / "out", {"PYTHONPATH": str(clock)}) == wanted


@pytest.mark.audit
def test_the_reference_course(tmp_path: Path) -> None:
    """Twice, in two places."""
    for name in ("one", "two"):
        for folder in ("course", "quizzes", "media"):
            shutil.copytree(COURSE / folder, tmp_path / name / folder)
    one = built(tmp_path / "one", tmp_path / "out-1", {"PYTHONHASHSEED": "1", "LC_ALL": "C"})
    assert built(tmp_path / "two", tmp_path / "out-2", {"TZ": "Asia/Tokyo"}) == one


def test_nothing_changes_the_second_time(first: tuple[Path, str], tmp_path: Path) -> None:
    root, wanted = first
    out = tmp_path / "out"
    built(root, out)
    before = {p.name: (p.stat().st_mtime_ns, p.stat().st_ino) for p in out.iterdir()}
    assert built(root, out) == wanted
    assert {p.name: (p.stat().st_mtime_ns, p.stat().st_ino) for p in out.iterdir()} == before
