"""Killed, stopped, out of space, in a folder that may not be written, and three at once."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.complete import built, command, complete, environment, fingerprint
from hostile.course import LESSON, lesson

ROOT = os.geteuid() == 0
KILLS = 15


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str, str]:
    """A course in two states, an output of the first, and what each becomes."""
    folder = tmp_path_factory.mktemp("interrupted")
    root = complete(folder / "course")
    old = built(root, folder / "out")
    changed = complete(folder / "changed")
    (changed / LESSON).write_text(lesson("Other words now."), encoding="utf-8")
    return changed, folder / "out", old, built(changed, folder / "new")


def copy_of(out: Path, folder: Path) -> Path:
    return Path(shutil.copytree(out, folder / "dist"))


def visible(folder: Path) -> dict[str, bytes]:
    """What people see: files whose names do not begin with a dot."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


def start(root: Path, out: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(root, out),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_staging(out: Path, process: subprocess.Popen[str]) -> None:
    """Until files are being written (or the process is done)."""
    places = (out, out.parent)
    while process.poll() is None and not any(
        file for place in places for file in place.glob(".moocbuild-release-*/new/*")
    ):
        time.sleep(0.005)


@pytest.mark.slow
def test_killed_at_any_moment(made: tuple[Path, Path, str, str], tmp_path: Path) -> None:
    """All files are old, or all are new."""
    root, old_out, _, new = made
    out = copy_of(old_out, tmp_path)
    old, wanted = visible(old_out), visible(old_out.parent / "new")
    rng = random.Random(7)
    for number in range(KILLS):
        process = start(root, out)
        if number % 3:
            wait_for_staging(out, process)
        time.sleep(rng.random() * (0.15 if number % 3 else 1.5))
        process.kill()
        process.communicate()
        assert visible(out) in (old, wanted)
        shutil.rmtree(out)
        out = copy_of(old_out, tmp_path)
        (out / ".moocbuild-release-left").mkdir()
    assert built(root, out) == new


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("late", [False, True], ids=["while reading", "while writing"])
def test_stopped(
    number: int, status: int, late: bool, made: tuple[Path, Path, str, str], tmp_path: Path
) -> None:
    root, old_out, old, _ = made
    out = copy_of(old_out, tmp_path)
    process = start(root, out)
    if late:
        wait_for_staging(out, process)
    else:
        wait_until_it_listens(process)
    asked = time.monotonic()
    process.send_signal(number)
    _, stderr = process.communicate(timeout=60)
    print(f"ended after {time.monotonic() - asked:.2f} s")
    if process.returncode == 0:
        pytest.skip("it was done before the signal came")
    assert process.returncode == status, stderr
    assert "Traceback" not in stderr
    assert fingerprint(out) == old


def wait_until_it_listens(process: subprocess.Popen[str]) -> None:
    """Until the handler of SIGTERM is set, which /proc tells."""
    path = Path(f"/proc/{process.pid}/status")
    if not path.exists():
        time.sleep(1)
    while process.poll() is None and path.exists():
        caught = next((x for x in path.read_text().splitlines() if x.startswith("SigCgt")), "")
        if caught and int(caught.split()[1], 16) & 1 << (signal.SIGTERM - 1):
            return
        time.sleep(0.01)


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 128 KB."""
    folder.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    if subprocess.run(options, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(not ROOT, reason="only root may mount a file system")
def test_a_full_disk(made: tuple[Path, Path, str, str], tmp_path: Path) -> None:
    root = made[0]
    with small_disk(tmp_path / "disk") as disk:
        (disk / "SHA256SUMS").write_text("of an earlier build\n", encoding="utf-8")
        (disk / "report.html").write_text("of an earlier build\n", encoding="utf-8")
        before = fingerprint(disk)
        done = subprocess.run(command(root, disk), capture_output=True, text=True, check=False)
        assert (done.returncode, fingerprint(disk)) == (2, before), done.stderr
    assert "no space left" in done.stderr
    assert "; nothing was changed\n" in done.stderr
    assert "Traceback" not in done.stderr


NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter; pytest's own are for one user alone."""
    with tempfile.TemporaryDirectory(prefix="moocbuild-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(not ROOT or not shutil.which("setpriv"), reason="needs root and setpriv")
@pytest.mark.parametrize("there", [True, False], ids=["there", "not there"])
def test_a_folder_that_may_not_be_written(there: bool, open_folder: Path) -> None:
    """As somebody else: root may write anywhere."""
    root, out = complete(open_folder / "course"), open_folder / "dist"
    if there:
        out.mkdir()
    asked = [*NOBODY, *command(root, out)]
    can = subprocess.run([*asked[: len(NOBODY) + 1], "-V"], capture_output=True, check=False)
    if can.returncode:
        pytest.skip("nobody else may run this Python")
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert "permission denied" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists() or not any(out.iterdir())


def test_three_at_once(made: tuple[Path, Path, str, str], tmp_path: Path) -> None:
    root, _, _, new = made
    out = tmp_path / "dist"
    running = [start(root, out) for _ in range(3)]
    for process in running:
        _, stderr = process.communicate(timeout=120)
        assert process.returncode == 0, stderr
    assert fingerprint(out) == new
