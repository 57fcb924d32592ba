"""What other judges say of the same pages: the HTML checker of the W3C, and Lighthouse."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from audit.conftest import Site
from find_chromium import FLAGS, chromium
from moocbuild.package import Package
from moocbuild.player.html.style import SHEETS, style

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
PAGES = (
    "active-listening.validate-first.html",
    "active-listening.quiz.html",
    "active-listening.coffee-with-ilse.html",
)
EXPECTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Lighthouse."""
RUNS = 5


@pytest.mark.audit
def test_html_checker(package: Package, pages: list[str], tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None or not VNU.is_file():
        pytest.skip("no Java, or no npm packages: make audit installs those")
    for name in pages:
        (tmp_path / name).write_bytes(package.read(name))
    for name in SHEETS:
        (tmp_path / name).write_bytes(style(name))
    found = subprocess.run(
        [java, "-Xss4m", "-jar", VNU, "--format", "json", "--also-check-css", tmp_path],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    messages: list[dict[str, Any]] = json.loads(found.stderr or found.stdout)["messages"]
    errors = [
        f"{Path(m['url']).name}:{m.get('lastLine')}: {m['message']}"
        for m in messages
        if m["type"] == "error"
    ]
    assert errors == []


@pytest.mark.audit
@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_lighthouse(page: str, site: Site, tmp_path: Path) -> None:
    command = MODULES / ".bin/lighthouse"
    browser = chromium()
    if browser is None or not command.exists():
        pytest.skip("no Chromium, or no npm packages: make audit installs those")
    path = f"{Path(sys.prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}"
    scores: dict[str, list[float]] = {name: [] for name in EXPECTED}
    # A slow phone on a slow network, which is what Lighthouse supposes where nothing else is said.
    for run in range(RUNS):
        report = tmp_path / f"{run}.json"
        subprocess.run(
            [
                command,
                site.url + page,
                "--quiet",
                "--output=json",
                f"--output-path={report}",
                f"--chrome-flags={' '.join(FLAGS)}",
            ],
            env={**os.environ, "PATH": path, "CHROME_PATH": browser},
            check=True,
            timeout=240,
        )
        result = json.loads(report.read_text("utf-8"))
        for name, found in scores.items():
            found.append(round(100 * (result["categories"][name]["score"] or 0)))
    less = [a["id"] for a in result["audits"].values() if (a["score"] or 1) < 0.9]
    medians = {name: statistics.median(found) for name, found in scores.items()}
    assert all(medians[name] >= least for name, least in EXPECTED.items()), (scores, less)
