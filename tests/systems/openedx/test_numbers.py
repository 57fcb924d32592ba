"""Numbers as learners of different languages write them: what is read, and what is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from common_cartridge import hand_made as make
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]
COURSE = "course-v1:Numbers+N1+r1"
ASKED = "share"
REFUSED = {"comma": "0,7", "Arabic": "٠٫٧", "Arabic with a point": "٠.٧", "Persian": "۰٫۷"}
READ = {"wrong": "0.8", "right": "0.7"}


def test_what_is_refused_costs_no_attempt(
    platform: OpenEdx, archive: Archive, tmp_path: Path
) -> None:
    asked = make.question(ASKED, make.number(0.7, 0.7))
    course = make.course(make.quiz(asked), id="numbers")
    done = platform.again("import", str(archive(course, "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}
    given = tmp_path / "words.json"
    given.write_text(json.dumps([*REFUSED.values(), *READ.values()]), "utf-8")
    told = {text: by[ASKED] for text, by in platform.again("typed", str(given), COURSE).items()}
    for text in REFUSED.values():
        message, attempts = told[text]
        assert ("Invalid math syntax" in message, attempts) == (True, 0), (text, message)
    assert [told[text] for text in READ.values()] == [["incorrect", 1], ["correct", 2]]
