"""Packages of the reference course, and each Moodle that MOODLE_DIR names.

    MOODLE_DIR=/srv/moodle45:/srv/moodle51 pytest tests/systems/moodle

A folder holds an installed Moodle (config.php, no plugins needed; a site of its own, as people and
courses are made there and its framework of the same idnumber is renamed), with PHP and its
database at hand. Where nothing answers at its $CFG->wwwroot, PHP's own server is started there:
take a loopback address with a port. Run `admin/cli/adhoc_task.php --execute` once after installing
5.x: until then its question banks are not shown. Simulations are played by Chromium.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from moocbuild.build import BuildRequest, Variant, load, variants
from moocbuild.diagnostics import Collector
from systems.moodle.site import VARIABLE, Site, Visitor, folders

ROOT = Path(__file__).parents[3]
TODAY = datetime.date(2026, 11, 21)


@cache
def variant(name: str) -> Variant:
    """The reference course as a target carries it."""
    report = Collector()
    course = load(ROOT, report, TODAY).course
    assert course is not None
    (found,) = variants(course, BuildRequest((name,)), report)
    return found


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Writes the package of a target, once."""
    folder = tmp_path_factory.mktemp("packages")

    def written(name: str) -> Path:
        built = variant(name)
        file = folder / built.file
        if not file.exists():
            with file.open("wb") as stream:
                built.target.pack(built.target.render(built.course), stream)
        return file

    return written


@pytest.fixture(scope="session", params=folders() or [None], ids=lambda f: f.name if f else "none")
def site(request: pytest.FixtureRequest) -> Site:
    """A Moodle."""
    if request.param is None:
        pytest.skip(f"{VARIABLE} names no folder of an installed Moodle")
    return Site(request.param)


@pytest.fixture(scope="session")
def made(site: Site) -> Iterator[list[int]]:
    """Numbers of courses to be removed in the end."""
    courses: list[int] = []
    yield courses
    site.php("remove.php", *courses)


@pytest.fixture(scope="session")
def framework(site: Site, archive: Callable[[str], Path]) -> Any:
    """The competency framework, imported first as teachers are told."""
    return site.php("import_competencies.php", archive("moodle-competencies"))


@pytest.fixture(scope="session")
def restored(
    site: Site, made: list[int], framework: Any, archive: Callable[[str], Path]
) -> dict[str, Any]:
    """The native backup, restored by Moodle's own command; what the database has of it."""
    number = site.restore(archive("moodle"))
    made.append(number)
    return {"number": number, **site.php("facts.php", number)}


@pytest.fixture(scope="session")
def learner(site: Site, restored: dict[str, Any]) -> Iterator[Visitor]:
    """A learner of the restored course, logged in to the site's pages."""
    for module in restored["modules"]:
        if module["kind"] == "scorm":
            site.php("tracks.php", module["id"])  # also enrols
    with site.served():
        yield Visitor(site, "learner")
