"""Every track of the reference course, and the course in French: imported, and opened whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.api import build_course
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from systems.openedx.conftest import ROOT, TODAY
from systems.openedx.platform import OpenEdx
from systems.openedx.test_import import in_package

pytestmark = [pytest.mark.lms, pytest.mark.slow]
TRACKS = ("peer", "team", "lead", "train")


def test_these_are_all_tracks() -> None:
    course = load(ROOT, Collector(), TODAY).course
    assert course is not None
    assert tuple(track.id for track in course.tracks) == TRACKS


@pytest.mark.parametrize("name", [*TRACKS, "fr"])
def test_every_block_arrives_and_every_unit_opens(
    name: str, platform: OpenEdx, tmp_path: Path
) -> None:
    package = packed(name, tmp_path)
    key = f"course-v1:Tracks+{name}+r1"
    done = platform.again("import", str(package), key)
    assert done == {"state": "Succeeded", "artifacts": []}
    found = platform.opened(key)
    assert found["access"] is True
    assert found["errors"] == []
    assert found["blocks"] == dict(in_package(package))
    assert len(found["units"]) == found["blocks"]["vertical"]
    bad = {unit: told for unit, told in found["units"].items() if told[:2] != [200, []]}
    assert bad == {}


def packed(name: str, folder: Path) -> Path:
    """A track, or a language."""
    track, languages = (name, ()) if name in TRACKS else ("", (name,))
    build_course(ROOT, folder, ["olx"], track=track, languages=languages, today=TODAY, cache=False)
    (package,) = folder.glob("*.tar.gz")
    return package
