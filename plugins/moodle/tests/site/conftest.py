"""Our plugin inside each Moodle that MOODLE_DIR names (see tests/systems/moodle/conftest.py).

The plugin is copied into the site and installed by its own upgrade script, as administrators do.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from systems.moodle.conftest import variant
from systems.moodle.site import VARIABLE, Site, folders

PLUGIN = Path(__file__).parents[4] / "plugins" / "moodle"
DRIVERS = Path(__file__).parent / "drivers"


class Installed(Site):
    """A Moodle with our plugin."""

    def drive(self, driver: str, *arguments: object) -> Any:
        """The answer of one of our own drivers."""
        return self.php(str(DRIVERS / driver), *arguments)

    def command(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What an administrator runs in the plugin's folder cli/."""
        path = self.web_root / "local" / "moocbuild" / "cli" / script
        return self._run([str(path), *arguments])

    def install(self) -> None:
        """The plugin as it is now, and its tables.

        Its style too: while a theme is not built, Moodle serves the sheet from before the purge.
        """
        target = self.web_root / "local" / "moocbuild"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(PLUGIN, target, ignore=shutil.ignore_patterns("tests"))
        for script in ("upgrade.php", "purge_caches.php", "build_theme_css.php"):
            options = ["--non-interactive"] if script == "upgrade.php" else []
            run = self._run([str(self.folder / "admin" / "cli" / script), *options])
            assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="session", params=folders() or [None], ids=lambda f: f.name if f else "none")
def site(request: pytest.FixtureRequest) -> Installed:
    """A Moodle with the plugin installed."""
    if request.param is None:
        pytest.skip(f"{VARIABLE} names no folder of an installed Moodle")
    made = Installed(request.param)
    made.install()
    return made


@pytest.fixture(scope="session")
def served(site: Installed) -> Iterator[Installed]:
    """The same with its web pages."""
    with site.served():
        yield site


@pytest.fixture(scope="session")
def case_file() -> dict[str, Any]:
    """The framework of the reference course as CASE."""
    built = variant("case")
    package = built.target.render(built.course)
    (name,) = package.names()
    return dict(json.loads(package.read(name)))
