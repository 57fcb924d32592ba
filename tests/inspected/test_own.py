"""Our own packages have no errors, whatever the course."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moocbuild.cli import run

COURSES = Path(__file__).parents[1] / "courses"
TARGETS = ("cc-1.1", "cc-1.3", "moodle", "olx", "scorm-1.2", "scorm-2004", "web")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    out = tmp_path_factory.mktemp("dist")
    named = [word for target in TARGETS for word in ("-t", target)]
    course = str(COURSES / "fractions")
    assert run(["build", "-C", course, "--out", str(out), *named, "--no-cache"]) == 0
    return [path for path in out.iterdir() if path.name.startswith("fractions")]


def test_no_errors(packages: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert len(packages) == len(TARGETS)
    capsys.readouterr()
    for path in packages:
        assert run(["inspect", str(path), "--format", "json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert said["kind"]
        severities = {each["severity"] for each in said["findings"]}
        assert "error" not in severities
