"""The code that these tests run on is listed, so that docs/support.md can say so."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from systems.openedx.platform import VARIABLE, OpenEdx
from systems.releases import ran_on

pytestmark = pytest.mark.lms


def test_this_code_is_listed(platform: OpenEdx, accept: bool) -> None:
    """The platform names no version; its line and the blocks that it asks for tell it apart."""
    folder = Path(os.environ[VARIABLE])
    line = re.search(r'RELEASE_LINE = "(.+?)"', (folder / "openedx/core/release.py").read_text())
    blocks = re.search(
        r"^xblocks-c[a-z]+==\S+", (folder / "requirements/edx/base.txt").read_text(), re.M
    )
    assert line
    assert blocks
    release = "the code between Teak and Ulmo" if line[1] == "master" else line[1].title()
    ran_on("Open edX", release, f"{line[1]} with {blocks[0].replace('==', ' ')}", accept)
