"""scorm-again as it comes with moocbuild is the one that the tests play packages in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moocbuild import serve

OURS = Path(serve.__file__).parent / "vendor/scorm-again"
PLAYER = Path(__file__).parents[1] / "player"
THEIRS = PLAYER / "node_modules/scorm-again"


def test_it_is_that_version_byte_for_byte() -> None:
    if not THEIRS.is_dir():
        pytest.skip("no npm packages: npm --prefix tests/player ci")
    assert (OURS / "LICENSE").read_bytes() == (THEIRS / "LICENSE").read_bytes()
    scripts = sorted(OURS.glob("*.js"))
    assert [path.name for path in scripts] == ["scorm12.min.js", "scorm2004.min.js"]
    for path in scripts:
        assert path.read_bytes() == (THEIRS / "dist/esm" / path.name).read_bytes()


def test_its_version_and_licence_are_told() -> None:
    wanted = json.loads((PLAYER / "package.json").read_text("utf-8"))["devDependencies"]
    told = (OURS / "README.md").read_text("utf-8")
    assert f"# scorm-again {wanted['scorm-again']}\n" in told
    assert "MIT" in told and "MIT License" in (OURS / "LICENSE").read_text("utf-8")
