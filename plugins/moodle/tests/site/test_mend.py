"""A course that came from a plain cartridge is graded rightly once it has been mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site.cartridge import cartridge
from plugins.moodle.tests.site.conftest import Installed

pytestmark = pytest.mark.lms
QUIZZES = [
    ("Listening &amp; more", "Weighted", (1, 2, 3)),
    ("The end", "Six", (1,) * 6),
    ("A title &lt;img src=x&gt;", "Set up", (1, 1, 1)),
]


@pytest.fixture(scope="module")
def course(site: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    file = cartridge(tmp_path_factory.mktemp("cartridge") / "plain.imscc", QUIZZES)
    told = site.php("restore.php", file)
    assert told.get("ok"), told
    yield told["course"]
    site.php("remove.php", told["course"])


def test_mends_once(site: Installed, course: int) -> None:
    def drive(action: str, *more: object) -> Any:
        return site.drive("mend.php", action, course, *more)

    drive("attempt", "Weighted", 3)
    before = drive("attempt", "Six", 4)
    grades = {name: float(q["grade"] or 0) for name, q in before["quizzes"].items()}
    # What Moodle makes of them: 3 of 3 right is 7.5 of 10, 4 of 6 right is 10 of 10.
    assert grades == {"Weighted": 7.5, "Six": 10, "Set up": 0}
    assert [name for name, _ in before["sections"]] == [None] * len(before["sections"])

    drive("set", "Set up")
    wanted = [
        ["name", "Listening & more", "", "Listening & more"],
        ["name", "The end", "", "The end"],
        ["mark", "Weighted: 2", 1, 2],
        ["mark", "Weighted: 3", 1, 3],
        ["sum", "Weighted", 4, 6],
        ["review", "Weighted", 0, 1],
        ["sum", "Six", 4, 6],
        ["review", "Six", 0, 1],
    ]
    planned = drive("plan")
    assert planned == wanted
    shown = site.command("mend.php", f"--course={course}", "--preview")
    assert (shown.returncode, shown.stdout.count("\n")) == (0, len(wanted) + 1)
    told = "Six: What learners see afterwards: nothing → their answers, marks and feedback"
    assert told in shown.stdout.splitlines()
    assert drive("mend", "--user=learner") == "refused"
    assert drive("state") == before
    assert drive("plan") == wanted

    assert drive("mend") == wanted
    after = drive("state")
    quizzes = after["quizzes"]
    assert quizzes["Weighted"]["marks"] == [1, 2, 3]
    assert {name: q["sum"] for name, q in quizzes.items()} == {
        "Weighted": 6,
        "Six": 6,
        "Set up": 4,
    }
    assert {name: q["review"] for name, q in quizzes.items()} == {
        "Weighted": 0x11110,
        "Six": 0x11110,
        "Set up": 0,
    }
    # By hand: 6 of 6 marks is 10 of 10; 4 of 6 marks is 6.67 of 10.
    assert float(quizzes["Weighted"]["grade"]) == pytest.approx(10)
    assert float(quizzes["Six"]["grade"]) == pytest.approx(10 * 4 / 6, abs=1e-4)
    names = [name for name, _ in after["sections"]]
    assert names[:2] == ["Listening & more", "The end"]

    for _ in range(2):
        assert drive("mend") == []
        assert drive("state") == after


def test_command(site: Installed, tmp_path: Path) -> None:
    file = cartridge(tmp_path / "plain.imscc", QUIZZES[:1])
    number = site.php("restore.php", file)["course"]
    try:
        done = site.command("mend.php", f"--course={number}")
        assert (done.returncode, "Changes: 5" in done.stdout) == (0, True)
        assert "Changes: 0" in site.command("mend.php", f"--course={number}").stdout
        assert site.command("mend.php", "--course=999999").returncode == 2
    finally:
        site.php("remove.php", number)
