"""Texts with gaps on the platform: each gap earns its share of the problem's points."""

from __future__ import annotations

import pytest

from common_cartridge import hand_made as make
from systems.moodle.test_gaps import PAIRS, SIGNS
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]
COURSE = "course-v1:Gaps+G1+r1"


def test_each_gap_earns_its_share(platform: OpenEdx, archive: Archive) -> None:
    asked = (make.with_gaps(id, asks, f" {SIGNS} ", points=2) for id, asks in PAIRS.items())
    course = make.course(make.quiz(*asked), id="gaps")
    done = platform.again("import", str(archive(course, "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}
    earned = platform.again("gaps", COURSE)
    assert earned == {
        name: pytest.approx(dict.fromkeys(PAIRS, share))
        for name, share in {"right": 1.0, "wrong": 0.0, "half": 0.5}.items()
    }
