"""The cover of a course is its image in Moodle, until the site sets its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_totals import imported

from systems.moodle.site import Visitor
from systems.moodle.test_looks import photo

pytestmark = pytest.mark.lms
WIDE, TALL = photo(60, 30), photo(30, 60)


@pytest.fixture
def course(site: Installed, tmp_path: Path) -> Iterator[int]:
    file = small.archive(tmp_path, cover=WIDE)
    number = int(re.findall(r"\d+", imported(site, file, "--new"))[-1])
    yield number
    site.php("remove.php", number)


def test_the_cover_is_the_course_s_image(site: Installed, served: Installed, course: int) -> None:
    address = site.drive("image.php", course)
    assert address is not None
    assert Visitor(served, site.php("manager.php")).get(address) == ("image/png", WIDE)


def test_an_update_leaves_the_image_as_it_is(
    site: Installed, served: Installed, course: int, tmp_path: Path
) -> None:
    address = site.drive("image.php", course)
    for cover in (TALL, b""):
        file = small.archive(tmp_path / f"{len(cover)}", cover=cover)
        imported(site, file, f"--course={course}")
        assert site.drive("image.php", course) == address
    assert Visitor(served, site.php("manager.php")).get(address) == ("image/png", WIDE)


def test_a_restore_brings_it_too(site: Installed, served: Installed, tmp_path: Path) -> None:
    number = site.restore(small.archive(tmp_path, cover=WIDE))
    try:
        address = site.drive("image.php", number)
        assert Visitor(served, site.php("manager.php")).get(address) == ("image/png", WIDE)
    finally:
        site.php("remove.php", number)
