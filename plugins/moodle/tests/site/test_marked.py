"""Text that is easily falsified, through the plugin: import, update, what its pages say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_guard import package
from plugins.moodle.tests.site.test_totals import imported, updated

from systems import marked

pytestmark = pytest.mark.lms


def test_an_update_with_such_text_changes_what_it_should(site: Installed, tmp_path: Path) -> None:
    course = marked.course(tmp_path / "marked")
    said = imported(site, package(tmp_path, course), "--new")
    assert marked.PLACES["course"] in said
    number = int(re.findall(r"\d+", said)[-1])
    try:
        again = imported(site, package(tmp_path, course), f"--course={number}")
        assert "Nothing changes" in again
        module = replace(course.modules[0], title=f"New {marked.PLACES['module']}")
        page = replace(module.activities[0], title=f"New {marked.PLACES['page']}")
        module = replace(module, activities=(page, *module.activities[1:]))
        newer = replace(course, modules=(module, *course.modules[1:]), version="1.1.0")
        told = updated(site, number, package(tmp_path, newer)).replace("\u2060", "")
        for place in ("module", "page"):
            text = marked.PLACES[place]
            assert f"name (“{text}” → “New {text}”)" in told
    finally:
        site.php("remove.php", number)
