"""What the plugin reckons without a Moodle: PHPUnit on its pure classes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.conftest import PLUGIN
from plugins.moodle.tests.site.test_guard import course, package

from moocbuild.media import probe
from moocbuild.source.markdown import html_policy
from moodle.test_golden import kinds
from pages import sample
from systems import marked
from systems.moodle.conftest import variant

RELEASED = sorted((PLUGIN.parents[1] / "tests" / "releases").glob("*/moodle.mbz"))
"""By every earlier program: sites have them still."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Real packages, first the one that hostile ones are made from; the reference course too."""
    folder = tmp_path_factory.mktemp("packages")
    built = variant("moodle")
    reference = folder / built.file
    with reference.open("wb") as stream:
        built.target.pack(built.target.render(built.course), stream)
    written = marked.course(folder / "marked")
    by_hand = [package(folder, made) for made in (sample.course(), kinds(), course(), written)]
    return [*by_hand, small.archive(folder), reference, *RELEASED]


def test_pure_classes(packages: list[Path]) -> None:
    program = shutil.which("phpunit")
    if program is None:
        pytest.skip("PHPUnit is not installed (apt-get install phpunit)")
    options = ["--do-not-cache-result", "--test-suffix", "_test.php", "--fail-on-warning"]
    assert RELEASED
    run = subprocess.run(
        [program, *options, "--bootstrap", "tests/bootstrap.php", "tests"],
        cwd=PLUGIN,
        env={**os.environ, "MOOCBUILD_PACKAGES": os.pathsep.join(map(str, packages))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "OK (" in run.stdout


def constant(file: str, name: str) -> str:
    source = (PLUGIN / "classes/package" / file).read_text(encoding="utf-8")
    found = re.search(rf"const {name} = '([^']*)'", source)
    assert found
    return found[1]


def test_the_plugin_takes_all_html_that_an_author_may_write() -> None:
    assert set(constant("html.php", "ELEMENTS").split()) >= html_policy.TAGS
    written = frozenset[str]().union(*html_policy.ATTRIBUTES.values())
    assert set(constant("html.php", "ATTRIBUTES").split()) >= written | {"class"}


def test_the_plugin_takes_all_files_that_an_author_may_bring() -> None:
    endings = {f".{ending}" for ending in constant("area.php", "TYPES").split()}
    assert endings >= probe._TYPES.keys()
    media = re.compile(constant("area.php", "MEDIA").strip("~Dx"), re.X)
    assert [kind for kind in probe._TYPES.values() if not media.search(kind)] == []
