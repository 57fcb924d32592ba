"""The release that these tests run on is listed, so that docs/support.md can say so."""

from __future__ import annotations

import re

import pytest

from systems.moodle.site import Site
from systems.releases import ran_on

pytestmark = pytest.mark.lms


def test_this_release_is_listed(site: Site, accept: bool) -> None:
    version = (site.web_root / "version.php").read_text("utf-8")
    found = re.search(r"^\$release\s*=\s*'((\d+\.\d+)[^']*)'", version, re.M)
    assert found
    ran_on("Moodle", found[2], found[1], accept)
