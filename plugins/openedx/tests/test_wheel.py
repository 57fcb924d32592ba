"""The file that administrators install: whole, and the same bytes from the same sources."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Built twice, in two time zones."""
    made = []
    for zone in ("UTC", "Asia/Tokyo"):
        folder = tmp_path_factory.mktemp("wheel")
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        env = {**os.environ, "SOURCE_DATE_EPOCH": "315532800", "TZ": zone}
        subprocess.run(command, cwd=HERE, env=env, check=True, capture_output=True)
        made += folder.glob("*.whl")
    return made


def test_the_same_bytes(wheels: list[Path]) -> None:
    first, second = wheels
    assert first.name == second.name and first.read_bytes() == second.read_bytes()


def test_all_that_the_blocks_read_is_in_it(wheels: list[Path]) -> None:
    package = HERE / "moocbuild_xblock"
    own = {
        path.relative_to(HERE).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    with zipfile.ZipFile(wheels[0]) as archive:
        names = set(archive.namelist())
        (points,) = (name for name in names if name.endswith("entry_points.txt"))
        told = archive.read(points).decode()
    assert own <= names and "moocbuild_xblock/LICENSE" in names
    assert not [name for name in names if "test" in name or name.endswith(".pyc")]
    for kind in ("moocbuild_scenario", "moocbuild_competencies"):
        assert f"{kind} = moocbuild_xblock." in told
