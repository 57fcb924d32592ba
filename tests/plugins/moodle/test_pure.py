"""What the plugin reckons without a Moodle: PHPUnit on its pure classes."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from plugins.moodle.conftest import PLUGIN


def test_pure_classes() -> None:
    program = shutil.which("phpunit")
    if program is None:
        pytest.skip("PHPUnit is not installed (apt-get install phpunit)")
    options = ["--do-not-cache-result", "--test-suffix", "_test.php", "--fail-on-warning"]
    run = subprocess.run(
        [program, *options, "--bootstrap", "tests/bootstrap.php", "tests"],
        cwd=PLUGIN,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "OK (" in run.stdout
