"""Course totals of learners stay when a course is updated, or the preview says whose change."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.conftest import Installed

from systems.moodle.site import Visitor

pytestmark = pytest.mark.lms
CHECK, FINAL, PAIRS = "listening/quiz", "final/quiz", "pairs/quiz"
RIGHT = {"silence": 1, "echo": 1, "pause": 1}
# Points: 1 + 2 + 1 in the quiz, 1 in the final, which counts half as much again.
PEOPLE = {
    "ann": {"quizzes": [[CHECK, RIGHT], [FINAL, {"last": 0}]]},
    "bob": {"quizzes": [[CHECK, {"silence": 1, "echo": 0, "pause": 0}]]},
    "cleo": {"quizzes": [[CHECK, {"silence": 0}], [FINAL, {"last": 1}]]},
}
TOTALS = {"ann": 72.73, "bob": 25.0, "cleo": 27.27}
ECHO = re.compile(r"## An echo.*?(?=## A pause)", re.S)
BANK = "quizzes/01-listening.md"
SHORTER = {BANK: ECHO.sub("", small._FILES[BANK])}
TURNED = {
    BANK: small._FILES[BANK]
    .replace("- [x] All of it", "- [ ] All of it")
    .replace("- [ ] Nothing", "- [x] Nothing")
}
Make = Callable[..., int]


@pytest.fixture
def course(site: Installed, tmp_path: Path) -> Iterator[int]:
    """The small course, in which three learners have worked."""
    number = int(re.findall(r"\d+", imported(site, small.archive(tmp_path), "--new"))[-1])
    site.drive("learn.php", number, json.dumps(PEOPLE))
    assert grading(site, number)["totals"] == TOTALS
    yield number
    site.php("remove.php", number)


def imported(site: Installed, package: Path, *options: str) -> str:
    run = site.command("import.php", f"--file={package}", *options)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def updated(site: Installed, course: int, package: Path) -> str:
    """What the preview said, which is what the update says; the same again changes nothing."""
    preview = imported(site, package, f"--course={course}", "--preview")
    said = imported(site, package, f"--course={course}")
    assert said.splitlines()[1:] == preview.splitlines()[1:]
    assert "Nothing changes" in imported(site, package, f"--course={course}")
    return said


def grading(site: Installed, course: int, *done: object) -> dict[str, Any]:
    return dict(site.drive("grading.php", course, *(done or ("totals",))))


def test_totals_stay_where_weights_change(site: Installed, course: int, tmp_path: Path) -> None:
    said = updated(site, course, small.archive(tmp_path / "2", more=SHORTER | small.PAIRS))
    assert "“Check yourself” keeps its share of the course total" in said
    assert "72.73 %. The package gives it 57.14 %" in said  # 2 of 2 + 1.5
    assert "course total changes" not in said
    found = grading(site, course)
    assert found["totals"] == TOTALS
    weights = {key: each["weight"] for key, each in found["items"].items()}
    assert weights[CHECK] / weights[FINAL] == pytest.approx(4 / 1.5, abs=1e-3)
    assert weights[PAIRS] == pytest.approx(1 / 4.5, abs=1e-3)


def test_a_quiz_that_is_gone_keeps_what_learners_earned(
    site: Installed, served: Installed, course: int, tmp_path: Path
) -> None:
    left_out = {name: None for name in small._FILES if "02-final" in name}
    said = updated(site, course, small.archive(tmp_path / "2", more=left_out))
    assert re.search(r"^!! Ids lost: hidden, .*\n(  - .*\n)*  - .*At the end", said, re.M), said
    assert "course total changes" not in said
    found = grading(site, course)
    assert found["totals"] == TOTALS
    assert found["items"][FINAL]["hidden"] == 0
    page = Visitor(served, "ann").page(f"{served.address}/grade/report/user/index.php?id={course}")
    assert "72.73" in re.sub(r"<[^>]*>", " ", page), "learners see their total, too"


def test_the_preview_says_whose_total_changes(
    site: Installed, course: int, tmp_path: Path
) -> None:
    """Where a site counts what is not done yet, every new quiz lowers totals."""
    before = grading(site, course, "count-empty")["totals"]
    assert before["ann"] == 72.73
    said = updated(site, course, small.archive(tmp_path / "2", more=small.PAIRS))
    after = grading(site, course)["totals"]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"ann", "bob", "cleo"}
    told = f"Learners whose course total changes: {len(changed)} of {len(changed)}."
    assert f"{told} The largest change is from 72.73 % to {after['ann']} %." in said


def test_what_a_teacher_set_stays_or_is_told(site: Installed, course: int, tmp_path: Path) -> None:
    grading(site, course, "out-of", CHECK, 10, 7)
    grading(site, course, "rename", FINAL, "Our last quiz")
    pass_mark = small._FILES[BANK].replace("kind: quiz", "kind: quiz\npass_mark: 80")
    last = small._FILES["quizzes/02-final.md"].replace("# At the end", "# The very end")
    last = last.replace("title: At the end", "title: The very end")
    newer = small.archive(tmp_path / "2", more={BANK: pass_mark, "quizzes/02-final.md": last})
    said = updated(site, course, newer)
    found = grading(site, course)
    assert found["totals"] == TOTALS
    assert (found["items"][CHECK]["max"], found["items"][CHECK]["pass"]) == (10, 8)
    assert "“Our last quiz” keeps the name" in said and "calls it “The very end”" in said
    assert "Our last quiz" in found["names"]
    assert "pass mark (7 → 8)" in said
    # Ann has 10 of 10, Bob 2.5, Cleo 0.
    told = "of the learners with a grade (3), 1 are above the one now, and 1 above the new one"
    assert told in said
    grading(site, course, "out-of", CHECK, 10, 9)
    lower = pass_mark.replace("pass_mark: 80", "pass_mark: 60")
    said = updated(site, course, small.archive(tmp_path / "3", more={BANK: lower}))
    assert "keeps the pass mark that was set here, 9. The package sets 6." in said
    assert grading(site, course)["items"][CHECK]["pass"] == 9


def test_right_answers_that_turned_are_told(site: Installed, course: int, tmp_path: Path) -> None:
    said = updated(site, course, small.archive(tmp_path / "2", more=TURNED))
    for turned in (
        "“All of it” earns 0 %, before 100 %",
        "“Nothing” earns 100 %, before 0 %",
    ):
        assert said.count(turned) == 3, said


def test_a_course_restored_without_the_plugin_says_what_it_cannot_know(
    site: Installed, tmp_path: Path
) -> None:
    number = site.restore(small.archive(tmp_path / "1"))
    try:
        left_out = {"course/01-listening/01-silence.md": None, **SHORTER}
        package = small.archive(tmp_path / "2", more=left_out)
        said = imported(site, package, f"--course={number}", "--preview")
        assert re.search(r"is not known\. .* visible: When someone goes quiet\. Hide those", said)
        assert "that stay in the question bank: 1." in said
        imported(site, package, f"--course={number}")
        assert "Nothing changes" in imported(site, package, f"--course={number}")
    finally:
        site.php("remove.php", number)
