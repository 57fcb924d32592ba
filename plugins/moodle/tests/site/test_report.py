"""The competency report: its figures are those that a hand calculation gives."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.conftest import Installed

pytestmark = pytest.mark.lms
CHECK, FINAL, EVENING = "listening/quiz", "final/quiz", "listening/evening"
RIGHT = {"silence": 1, "echo": 1, "pause": 1}


def objectives(*scores: tuple[str, str]) -> dict[str, str]:
    """What a package sends of its items."""
    values = {}
    for number, (code, raw) in enumerate(scores):
        name = f"cmi.objectives.{number}"
        values |= {f"{name}.id": code, f"{name}.score.min": "0", f"{name}.score.max": "100"}
        values |= {f"{name}.score.raw": raw, f"{name}.status": "incomplete"}
    return values


PEOPLE: dict[str, Any] = {
    "ann": {
        "quizzes": [
            [CHECK, {"silence": 0.5, "echo": 1, "pause": 0}],
            [CHECK, {"silence": 0, "echo": 0.5, "pause": 1}],
            [FINAL, {"last": 0.5}],
        ],
        "runs": [
            [EVENING, objectives(("L.1", "100"), ("L.2", "50"))],
            [EVENING, objectives(("L.1", "0"), ("L.2", "50"))],
        ],
    },
    "cleo": {"quizzes": [[CHECK, {"silence": 0}]]},
    "dan": {"quizzes": [[CHECK, {"silence": 0, "echo": 0, "pause": 0}]]},
    "eve": {
        "runs": [
            [
                EVENING,
                {
                    **objectives(("L.1", "NaN"), ("L.2", "50"), ("__proto__", "100")),
                    "cmi.objectives.99999999999.id": "L.1",
                    "cmi.objectives.7.id": "L.3" * 90,
                    "cmi.objectives.8.id": "L.3",
                    "cmi.objectives.8.score.raw": "1e9",
                },
            ]
        ]
    },
    "fay": {"open": [CHECK, RIGHT]},
    **{f"blue{n:02}": {"quizzes": [[CHECK, RIGHT]], "group": "Blue"} for n in range(12)},
    **{
        f"red{n:02}": {
            "quizzes": [[CHECK, RIGHT], [FINAL, {"last": 1}]],
            "runs": [[EVENING, objectives(("L.1", "100"), ("L.2", "50"))]],
            "group": "Red",
        }
        for n in range(11)
    },
    **{f"new{n:02}": {} for n in range(13)},
    "tutor": {"role": "teacher", "group": "Red"},
    "chief": {"role": "editingteacher"},
}

# By hand, for ann. Best answers: silence 0.5, echo 1, pause 1, last 0.5; best run: L.1 1, L.2 0.5.
#   L.1  silence (main)      1 x 1 pt x 0.5 = 0.5  of 1
#        pause (main)        1 x 1 pt x 1   = 1    of 1
#        last (main, final)  1.5 x 1 pt x 0.5 = 0.75 of 1.5
#        simulation          1 x 1          = 1    of 1
#        sum                                  3.25 of 4.5 = 72.2 %: developing
#   L.2  silence (second)    0.5 x 1 pt x 0.5 = 0.25 of 0.5
#        echo (main)         1 x 2 pt x 1   = 2    of 2
#        simulation          1 x 0.5        = 0.5  of 1
#        sum                                  2.75 of 3.5 = 78.6 %: developing
UNSEEN = "not seen yet"
ANN = [("L.1", "developing", 72, 4), ("L.2", "developing", 79, 3), ("L.3", UNSEEN, "", 0)]
# red: all right.   L.1 1 + 1 + 1.5 + 1 of 4.5 = 100 %, three kinds: shown
#                   L.2 0.5 + 2 + 0.5 of 3.5 = 85.7 %, two kinds: shown
RED = [("L.1", "shown", 100, 4), ("L.2", "shown", 86, 3), ("L.3", UNSEEN, "", 0)]
# blue: no final, no run.  L.1 2 of 2, but one kind, and a final asks for L.1: developing
#                          L.2 2.5 of 2.5, but one kind and two questions: developing
BLUE = [("L.1", "developing", 100, 2), ("L.2", "developing", 100, 2), ("L.3", UNSEEN, "", 0)]
# cleo: one wrong answer, one piece each: not seen.  dan: L.1 0 of 2, L.2 0 of 2.5: emerging
CLEO = [("L.1", UNSEEN, 0, 1), ("L.2", UNSEEN, 0, 1), ("L.3", UNSEEN, "", 0)]
DAN = [("L.1", "emerging", 0, 2), ("L.2", "emerging", 0, 2), ("L.3", UNSEEN, "", 0)]
# eve: NaN, 1e9 and ids that are no items are refused, L.2 is kept.  fay: nothing is handed in
EVE = [("L.1", UNSEEN, "", 0), ("L.2", UNSEEN, 50, 1), ("L.3", UNSEEN, "", 0)]
NONE = [(code, UNSEEN, "", 0) for code in ("L.1", "L.2", "L.3")]
NAMES = {
    "ann": ANN,
    "blue03": BLUE,
    "red05": RED,
    "cleo": CLEO,
    "dan": DAN,
    "eve": EVE,
    "fay": NONE,
}


@pytest.fixture(scope="module")
def course(site: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    file = small.archive(tmp_path_factory.mktemp("small"))
    number = site.restore(Path(file))
    site.drive("register.php", number, file)
    site.drive("learn.php", number, json.dumps(PEOPLE))
    yield number
    site.php("remove.php", number)


def told(rows: list[list[Any]]) -> list[tuple[str, str, Any, int]]:
    return [(row[1], row[3], row[4], row[5]) for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_those_of_the_hand_calculation(
    site: Installed, course: int, name: str
) -> None:
    seen = site.drive("report.php", course, "chief", "learner", f"--user={name}", "--mode=0")
    assert told(seen["rows"][1:]) == NAMES[name]
    own = site.drive("report.php", course, name, "learner")
    assert told(own["rows"][1:]) == NAMES[name]


def test_all_learners_by_name(site: Installed, course: int) -> None:
    seen = site.drive("report.php", course, "chief", "people")
    by_name: dict[str, list[Any]] = {}
    for row in seen["rows"][1:]:
        by_name.setdefault(row[0].removesuffix(" Test"), []).append(row)
    assert sorted(by_name) == sorted(set(PEOPLE) - {"tutor", "chief"})
    assert {name: told(by_name[name]) for name in NAMES} == NAMES
    read = list(csv.reader(io.StringIO(seen["csv"].removeprefix("\ufeff"))))
    assert [[str(cell) for cell in row] for row in seen["rows"]] == read


def test_cohort_names_nobody(site: Installed, course: int) -> None:
    """L.1: not seen 13 + cleo, eve, fay = 16; emerging dan; developing 12 + ann = 13; shown 11.

    1 is under ten; alone it could be reckoned from the others, so 11, the smallest, goes with it.
    L.3: all 41 not seen: to say so would say it of each, so nothing is given.
    """
    seen = site.drive("report.php", course, "chief", "cohort", "--mode=0")
    numbers = {row[0]: row[2:] for row in seen["rows"][1:]}
    hidden = "not given"
    assert numbers == {
        "L.1": [16, hidden, 13, hidden],
        "L.2": [16, hidden, 13, hidden],
        "L.3": [hidden] * 4,
    }
    assert "41" in seen["html"]


def test_groups_are_separate(site: Installed, course: int) -> None:
    seen = site.drive("report.php", course, "tutor", "people", "--mode=1")
    names = {row[0].removesuffix(" Test") for row in seen["rows"][1:]}
    assert names == {f"red{n:02}" for n in range(11)}
    assert seen["groups"] == ["Red"]
    cohort = site.drive("report.php", course, "tutor", "cohort")
    assert "Red" in cohort["title"]
    assert {cell for row in cohort["rows"][1:] for cell in row[2:]} == {"not given"}
    for other in ("ann", "blue03", "tutor", "admin"):
        refused = site.drive("report.php", course, "tutor", "learner", f"--user={other}")
        assert refused == {"refused": "nopermissions"}
    other_group = site.drive("report.php", course, "tutor", "people", "--group=Blue")
    assert {row[0].removesuffix(" Test") for row in other_group["rows"][1:]} == names
    assert site.drive("report.php", course, "tutor", "people", "--mode=2")["groups"] == [
        "Blue",
        "Red",
    ]


def test_learners_see_themselves_only(site: Installed, course: int) -> None:
    for view in ("cohort", "people", "learner"):
        own = site.drive("report.php", course, "ann", view, "--user=dan")
        assert own["title"] == "My competencies"
        assert told(own["rows"][1:]) == ANN
    assert site.drive("report.php", course, "learner", "learner") == {"refused": "nopermissions"}


def test_texts_are_escaped(site: Installed, course: int) -> None:
    for view in ("cohort", "learner"):
        html = site.drive("report.php", course, "chief", view, "--user=ann", "--mode=0")["html"]
        assert "<b>" not in html
        assert "L.2 Mirrors &lt;b&gt;&amp; more&lt;/b&gt;" in html


def test_a_course_that_no_package_describes(site: Installed, course: int, tmp_path: Path) -> None:
    """Items are those it is linked to; finals are not known, so "last" counts like any question.

    By hand, for ann: L.1 0.5 + 1 + 0.5 + 1 of 4 = 75 %; L.2 as before, 2.75 of 3.5 = 79 %.
    """
    file = small.archive(tmp_path, "case")
    site.drive("framework.php", "remove", "mbt-small")
    site.drive("framework.php", "sync", "mbt-small", file)
    try:
        assert site.drive("framework.php", "links", "mbt-small", course)["added"] > 0
        site.drive("report.php", course, "chief", "cohort", "--mode=0", "--forget=1")
        seen = site.drive("report.php", course, "chief", "learner", "--user=ann")["rows"][1:]
        assert sorted(told(seen)) == [
            ("L.1", "developing", 75, 4),
            ("L.2", "developing", 79, 3),
            ("L.3", UNSEEN, "", 0),
        ]
    finally:
        site.drive("framework.php", "remove", "mbt-small")
