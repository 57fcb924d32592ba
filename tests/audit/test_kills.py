"""The command itself, killed at moments that nobody chose: `dist` is old or new as a whole."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from hostile.course import BASE, COURSE, COURSE_YML, write_course

pytestmark = [
    pytest.mark.audit,
    pytest.mark.skipif(sys.platform != "linux", reason="folders are exchanged on Linux only"),
]
KILLS = 60


def started(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "moocbuild", "build", "-C", str(root)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def last_is_made(root: Path, names: Iterable[str]) -> bool:
    """Whether the build has come to its last file: before that, nothing changes places."""
    last = max(names)
    return any(root.glob(f".moocbuild-release-*/new/{last}"))


def held(folder: Path) -> dict[str, str]:
    """Hashes by name, as they are and as the list says: the same."""
    names = [path.name for path in folder.iterdir() if path.name != "SHA256SUMS"]
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    assert {name: digest for digest, name in (line.split("  ") for line in lines)} == found
    return found


def test_old_or_new(tmp_path: Path) -> None:
    """The version is the same and the title is not: all files change, none is added."""
    dice = random.Random(12)
    titles = [COURSE_YML, COURSE_YML.replace("Tiny", "Small")]
    releases = []
    for title in titles:
        root = write_course(tmp_path / "course", {**BASE, COURSE: title})
        assert started(root).wait() == 0
        releases.append(held(root / "dist"))
    killed: list[bool] = []
    for turn in range(KILLS):
        (root / COURSE).write_text(titles[turn % 2], encoding="utf-8")
        process = started(root)
        while process.poll() is None and not last_is_made(root, releases[0]):
            time.sleep(0.001)
        time.sleep(dice.uniform(0, 0.06))
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            killed.append(held(root / "dist") == releases[turn % 2])
        assert held(root / "dist") in releases
    print(f"{len(killed)} of {KILLS} builds were killed, {sum(killed)} with the new release there")
    assert len(killed) > KILLS / 4
    assert started(root).wait() == 0
    assert held(root / "dist") == releases[(KILLS - 1) % 2]
    assert not list(root.glob(".moocbuild-*"))
