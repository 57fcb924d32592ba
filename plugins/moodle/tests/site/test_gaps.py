"""A course with gaps in its texts is imported and updated; attempts are as they were."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_totals import imported, updated
from plugins.moodle.tests.site.test_update import LEARNERS

from systems.moodle.site import Visitor

pytestmark = pytest.mark.lms
BANK = "quizzes/04-gaps.md"
QUIZ, PAUSE, THREE = "gaps/quiz", "what-a-pause-gives", "three-gaps"
LATER = {
    **small.GAPS,
    BANK: small.GAPS[BANK]
    .replace("A pause gives", "A long pause gives")
    .replace("Yes, room.", "Yes: room, and time.")
    .replace("- [x] ask\n   - [ ] tell", "- [ ] ask\n   - [x] tell"),
}

OTHER_GAPS = {
    **small.GAPS,
    BANK: small.GAPS[BANK]
    .replace("gives [1] and lets her [2].", "gives [1].")
    .replace("2. - = go on\n   - != stop\n       > She may, and need not.\n", "")
    .replace("First [1], then [2], then [3].", "First [1], then [2], then [3], and [4].")
    .replace("- [x] listen\n   - [ ] talk", "- = listen")
    .replace("   - [x] stay\n", "   - [x] stay\n   - [ ] run\n4. - = breathe\n"),
}
"""A gap fewer, a gap more, one that is typed where there was a list, and an option more."""


def test_attempts_stay_where_gaps_change(
    site: Installed, served: Installed, tmp_path: Path
) -> None:
    def state() -> dict[str, Any]:
        return dict(site.drive("course_state.php", number))

    first = small.archive(tmp_path / "1", more=small.GAPS)
    number = int(re.findall(r"\d+", imported(site, first, "--new"))[-1])
    try:
        assert site.drive("study.php", number) is True
        before = state()
        said = updated(site, number, small.archive(tmp_path / "2", more=LATER))
        after = state()
        assert re.search(
            r"Answers, points and limits .*\n  - .*“\[2\] ask” earns 0 %, before 100 %", said
        )
        for records in LEARNERS:
            assert before[records] and after[records] == before[records], records
        for id in (PAUSE, THREE):
            old, new = after["questions"][id]
            assert old["text"] == before["questions"][id][0]["text"]
            assert (new["version"], new["status"]) == (2, "ready")
        _seen(site, served, number, after)
        assert site.drive("study.php", number) is True, "and can be attempted anew"
        again = state()
        assert len(again["attempts"]) == 2 * len(before["attempts"])
    finally:
        site.php("remove.php", number)


def test_an_open_attempt_goes_on_where_gaps_come_and_go(
    site: Installed, served: Installed, tmp_path: Path
) -> None:
    first = small.archive(tmp_path / "1", more=small.GAPS)
    number = int(re.findall(r"\d+", imported(site, first, "--new"))[-1])
    try:
        assert site.drive("study.php", number) is True
        before = dict(site.drive("course_state.php", number))
        assert [each["state"] for each in before["attempts"]].count("inprogress") == 1
        said = updated(site, number, small.archive(tmp_path / "2", more=OTHER_GAPS))
        after = dict(site.drive("course_state.php", number))
        assert f"({PAUSE}, on {QUIZ})" in said and f"({THREE}, on {QUIZ})" in said
        for records in LEARNERS:
            assert before[records] and after[records] == before[records], records
        _seen(site, served, number, after)
        right = {PAUSE: {"fraction": 1, "gaps": 2}, THREE: {"fraction": 1, "gaps": 3}}
        assert site.drive("go_on.php", number) == right, "as they were asked"
        graded = dict(site.drive("course_state.php", number))
        assert graded["grades"] == before["grades"], "all right before, and again"
        assert graded["answers"] == before["answers"]
        assert site.drive("study.php", number) is True
        right = {PAUSE: {"fraction": 1, "gaps": 1}, THREE: {"fraction": 1, "gaps": 4}}
        assert site.drive("go_on.php", number) == right, "who begins anew is asked anew"
    finally:
        site.php("remove.php", number)


def _seen(site: Installed, served: Installed, course: int, after: dict[str, Any]) -> None:
    """The learner's attempts show the questions that were asked, finished or not."""
    modules = site.php("facts.php", course)["modules"]
    quiz = next(module["id"] for module in modules if module["idnumber"] == QUIZ)
    learner = Visitor(served, "learner")
    view = learner.page(f"{served.address}/mod/quiz/view.php?id={quiz}")
    review = re.search(r"review\.php\?attempt=(\d+)", view)
    assert review
    reviewed = learner.page(f"{served.address}/mod/quiz/review.php?attempt={review[1]}&showall=1")
    going = next(each for each in after["attempts"] if each["state"] == "inprogress")
    asked = learner.page(
        f"{served.address}/mod/quiz/attempt.php?attempt={going['id']}&cmid={quiz}"
    )
    for page in (reviewed, asked):
        words = " ".join(re.sub(r"<[^>]*>", " ", page).split())
        assert "A pause gives" in words and "A long pause gives" not in words
        assert "_sub2_answer" in page and "and lets her" in words
