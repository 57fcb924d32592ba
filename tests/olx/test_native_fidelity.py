"""What the matrix says of Open edX is as true where a course asks for blocks of our own."""

from __future__ import annotations

import datetime
import html
import re
import shutil
from pathlib import Path

import pytest

from media.samples import mp4
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.lower import features
from moocbuild.package import Package
from moocbuild.target import Feature, State
from moocbuild.targets import targets
from test_fidelity import BANK, CASES, COURSE, DRAWING, MINIMAL, SETTINGS, SINGLE, bank

FATES = features(targets()["olx"])
KEPT = [feature for feature in CASES if FATES[feature].state is not State.LOST]


@pytest.mark.parametrize("feature", KEPT, ids=lambda feature: feature.name)
def test_what_is_kept_shows(feature: Feature, tmp_path: Path) -> None:
    without, with_, words = CASES[feature]
    plain = native(tmp_path / "a", {BANK: bank(SINGLE), **without})
    changed = native(tmp_path / "b", {BANK: bank(SINGLE), **without, **with_})
    assert contents(plain) != contents(changed)
    assert words in readable(changed)
    assert not [name for name in changed.names() if name.startswith("scorm/")]


def native(root: Path, files: dict[str, str]) -> Package:
    shutil.copytree(MINIMAL, root)
    (root / "course" / "course.lock").unlink()
    (root / "media" / "b.svg").write_text(DRAWING, "utf-8")
    (root / "media" / "talk.mp4").write_bytes(mp4())
    files = {**files, SETTINGS: files.get(SETTINGS, COURSE) + "olx: {xblocks: true}\n"}
    for path, text in files.items():
        (root / path).write_text(text, "utf-8")
    report = Collector()
    course = load(root, report, datetime.date(2026, 1, 1)).course
    assert course is not None and not report.failed, report.found
    (found,) = variants(course, BuildRequest(("olx",)), report)
    return found.target.render(found.course)


def contents(package: Package) -> dict[str, bytes]:
    return {name: package.read(name) for name in package.names()}


def readable(package: Package) -> str:
    text = " ".join(part.decode("utf-8", "replace") for part in contents(package).values())
    plain = re.sub(r"<[^>]*>", "", html.unescape(html.unescape(text)))
    return text + html.unescape(plain)
