"""What reviewers of plugins for Moodle run, as far as it can be had: style, templates, steps."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from audit.test_tools import MODULES, VNU

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "plugins" / "moodle"


@pytest.mark.audit
def test_templates_are_html_and_features_are_gherkin(tmp_path: Path) -> None:
    """Each template is filled with the example that stands in it."""
    java = shutil.which("java")
    if java is None or not (MODULES / "mustache").is_dir():
        pytest.skip("no Java, or no npm packages: make audit installs those")
    path = f"{Path(sys.prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["node", HERE / "moodle_files.mjs", PLUGIN, tmp_path],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE,
        env={**os.environ, "PATH": path},
    )
    assert json.loads(run.stdout) == []
    assert len(list(tmp_path.glob("*.html"))) > 10
    judged = subprocess.run(
        [java, "-jar", VNU, "--errors-only", *sorted(tmp_path.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert judged.stderr == ""


@pytest.mark.audit
def test_coding_style() -> None:
    """Debian's and others' phpcs do not bring Moodle's standard (moodlehq/moodle-cs)."""
    program = shutil.which("phpcs")
    if program is None:
        pytest.skip("no phpcs")
    known = subprocess.run([program, "-i"], capture_output=True, text=True, check=True).stdout
    if "moodle" not in known.replace(",", " ").split():
        pytest.skip("phpcs does not know Moodle's standard: install moodlehq/moodle-cs")
    run = subprocess.run(
        [program, "--standard=moodle", "--report=emacs", PLUGIN],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == ""
