"""Texts with gaps on the platform: each gap earns its share of the problem's points."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.question import Gap
from systems.moodle.test_gaps import PAIRS, SIGNS
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]
COURSE = "course-v1:Gaps+G1+r1"
RIGHT = {"right": (True, True), "wrong": (False, False), "half": (True, False)}
"""Whether gaps in even and odd places are filled with the author's right words."""


def test_each_gap_earns_its_share(platform: OpenEdx, archive: Archive, tmp_path: Path) -> None:
    asked = (make.with_gaps(id, asks, f" {SIGNS} ", points=2) for id, asks in PAIRS.items())
    course = make.course(make.quiz(*asked), id="gaps")
    done = platform.again("import", str(archive(course, "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}
    given = tmp_path / "words.json"
    given.write_text(json.dumps({name: _filled(right) for name, right in RIGHT.items()}))
    assert platform.again("gaps", str(given), COURSE) == {
        name: pytest.approx(dict.fromkeys(PAIRS, sum(right) / 2)) for name, right in RIGHT.items()
    }


def _filled(right: tuple[bool, bool]) -> dict[str, list[str]]:
    return {
        id: [_words(gap, right[place % 2]) for place, gap in enumerate(asks.gaps)]
        for id, asks in PAIRS.items()
    }


def _words(gap: Gap, right: bool) -> str:
    """What a learner picks or types. CAPA's lists offer an apostrophe for the sign '."""
    offered = [c.text.plain.replace("'", "\u2019") for c in gap.choices if c.correct is right]
    typed = [a.text for a in gap.answers if a.correct is right]
    return next(iter((*offered, *typed)), "zzz")
