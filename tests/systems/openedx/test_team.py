"""What a course's team sets in Studio, and what an import of a newer package leaves of it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from moocbuild.model.course import Course
from moocbuild.source.studio import read_export
from systems.openedx.conftest import Archive, with_olx
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]

COURSE = "course-v1:Team+T1+r1"
QUIZ, PAGE = "active-listening__check-yourself_page", "active-listening__silence_page"
DUE = datetime.date(2027, 5, 1)
START, END = datetime.date(2026, 10, 1), datetime.date(2027, 6, 30)
OPENS, CLOSES = datetime.date(2026, 9, 1), datetime.date(2027, 3, 1)
ADDED = "A unit of the team"
ABOUT = {"overview": "<p>Of the team.</p>", "short_description": "Of the team", "effort": "3"}
VALUES: dict[str, Any] = {
    "details": {
        "start_date": "2026-11-01T08:00:00Z",
        "end_date": "2027-07-01T00:00:00Z",
        "enrollment_start": "2026-10-01T00:00:00Z",
        "enrollment_end": "2027-04-01T00:00:00Z",
        "course_image_name": "team.gif",
        **ABOUT,
    },
    "grading": {"grade_cutoffs": {"Pass": 0.55}, "grace_period": {"hours": 4, "minutes": 0}},
    "advanced": {"invitation_only": {"value": True}},
    "blocks": {
        f"sequential@{QUIZ}": {"due": "2027-04-01T12:00:00Z"},
        "problem@silence": {"max_attempts": 2},
    },
    "added": {PAGE: ADDED},
    "files": ["team.gif"],
}
Told = dict[str, Any]


def imported(platform: OpenEdx, package: Path) -> None:
    done = platform.again("import", str(package), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}


@pytest.fixture(scope="module")
def written(sample: Course) -> Course:
    """The course with everything that course.yml can say for the team."""
    dates = {"start": START, "end": END, "enrollment_start": OPENS, "enrollment_end": CLOSES}
    return with_olx(
        sample,
        dates=dates,
        due={"active-listening/check-yourself": DUE},
        self_paced=False,
        image="team.gif",
        about=False,
    )


@pytest.fixture(scope="module")
def set_by_team(
    platform: OpenEdx, archive: Archive, sample: Course, tmp_path_factory: pytest.TempPathFactory
) -> Told:
    """What Studio shows after the team has set its values in a course that was imported."""
    imported(platform, archive(sample, "olx"))
    values = tmp_path_factory.mktemp("team") / "values.json"
    values.write_text(json.dumps(VALUES), "utf-8")
    return platform.team("set", str(values), COURSE)


@pytest.fixture(scope="module")
def after_export(
    platform: OpenEdx,
    archive: Archive,
    sample: Course,
    set_by_team: Told,
    tmp_path_factory: pytest.TempPathFactory,
) -> Told:
    """What Studio shows after an import of a package that was built with Studio's export."""
    export = tmp_path_factory.mktemp("export") / "course.tar.gz"
    platform.team("export", str(export), COURSE)
    course = with_olx(sample, studio=read_export(export), about=False)
    imported(platform, archive(course, "olx"))
    return platform.team("read", COURSE)


@pytest.fixture(scope="module")
def after_keys(
    platform: OpenEdx, archive: Archive, written: Course, after_export: Told
) -> tuple[Told, Told]:
    """What Studio shows after the next import, and when pages are due for a learner."""
    imported(platform, archive(written, "olx"))
    return platform.team("read", COURSE), platform.again("due", COURSE)


@pytest.fixture(scope="module")
def after_nothing(
    platform: OpenEdx, archive: Archive, written: Course, after_keys: tuple[Told, Told]
) -> tuple[Told, Told]:
    """The same once course.yml says nothing but the days that pages are due."""
    due = {"due": written.settings.olx.due, "self_paced": True}
    nothing = {"dates": {}, "image": "", "about": True}
    imported(platform, archive(with_olx(written, **due, **nothing), "olx"))
    return platform.team("read", COURSE), platform.again("due", COURSE)


def test_studio_took_what_the_team_set(set_by_team: Told) -> None:
    details = set_by_team["details"]
    assert VALUES["details"].items() <= details.items()
    assert set_by_team["grading"]["grade_cutoffs"] == {"Pass": 0.55}
    assert set_by_team["advanced"]["invitation_only"] is True
    assert set_by_team["blocks"]["problem@silence"]["max_attempts"] == 2
    assert set_by_team["blocks"][f"sequential@{QUIZ}"]["due"].startswith("2027-04-01")
    assert ADDED in titles(set_by_team)


def titles(told: Told) -> set[str]:
    return {settings.get("display_name") for settings in told["blocks"].values()}


def test_with_an_export_nothing_that_the_team_has_set_changes(
    set_by_team: Told, after_export: Told
) -> None:
    for page in ("details", "grading", "advanced"):
        assert after_export[page] == set_by_team[page], page
    before = set_by_team["blocks"]
    (unit,) = (name for name, told in before.items() if told.get("display_name") == ADDED)
    assert after_export["blocks"].keys() == before.keys() - {unit}
    for name, now in after_export["blocks"].items():
        differ = {key for key in now | before[name] if now.get(key) != before[name].get(key)}
        assert differ <= {"edx_video_id"}, name  # the platform's own number, new at each import


def test_an_import_says_what_the_author_wrote(after_keys: tuple[Told, Told]) -> None:
    told, due = after_keys
    details = told["details"]
    assert details["start_date"] == "2026-10-01T00:00:00Z"
    assert details["end_date"] == "2027-06-30T23:59:59Z"
    assert details["enrollment_start"] == "2026-09-01T00:00:00Z"
    assert details["enrollment_end"] == "2027-03-01T23:59:59Z"
    assert details["self_paced"] is False
    assert details["course_image_name"] == "team.gif"
    assert due.pop(QUIZ) == "2027-05-01 23:59:59+00:00"
    assert set(due.values()) == {None}


def test_an_import_leaves_the_page_about_the_course_and_files(
    after_keys: tuple[Told, Told],
) -> None:
    told, _ = after_keys
    assert ABOUT.items() <= told["details"].items()
    assert "team.gif" in told["files"]


def test_what_no_key_says_is_replaced_as_the_guide_says(after_keys: tuple[Told, Told]) -> None:
    told, _ = after_keys
    assert told["grading"]["grade_cutoffs"] == {"Pass": 0.7}
    assert told["grading"]["grace_period"] is None
    assert told["advanced"]["invitation_only"] is False
    assert "max_attempts" not in told["blocks"]["problem@silence"]
    assert ADDED not in titles(told)


def test_without_keys_the_course_is_open_and_its_package_speaks(
    after_nothing: tuple[Told, Told],
) -> None:
    told, _ = after_nothing
    details = told["details"]
    assert details["start_date"] == "2026-11-21T00:00:00Z"  # its release: nobody is locked out
    assert details["end_date"] == "2099-12-31T23:59:59Z"
    assert (details["enrollment_start"], details["enrollment_end"]) == (None, None)
    assert details["course_image_name"] == ""
    assert details["overview"] != ABOUT["overview"]
    assert details["effort"] == "3"


def test_due_dates_count_in_a_self_paced_course(after_nothing: tuple[Told, Told]) -> None:
    told, due = after_nothing
    assert told["details"]["self_paced"] is True
    assert due[QUIZ] == "2027-05-01 23:59:59+00:00"
