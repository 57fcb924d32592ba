"""What a team has set in Studio, as its export says, and what becomes of it in a package."""

from __future__ import annotations

import datetime
import io
import json
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from moocbuild.cli import cli
from moocbuild.errors import ExportError
from moocbuild.model.course import Course, Settings
from moocbuild.model.openedx import OpenEdxSettings, Studio
from moocbuild.source.studio import read_export
from olx.opened import Opened
from olx.test_package import built
from pages.sample import course
from small_course import MINIMAL

QUIZ = "active-listening__check-yourself_page"
SEQUENTIAL = '<sequential display_name="Old" due="2027-04-01T12:00:00Z" format="Old"/>'
PROBLEM = '<problem max_attempts="2" weight="9" markdown="x" upstream_version="1"/>'
POLICY = {
    "course/r1": {
        "display_name": "Old name",
        "language": "fr",
        "start": "2026-11-01T08:00:00Z",
        "end": "2027-07-01T00:00:00Z",
        "self_paced": False,
        "invitation_only": True,
        "course_image": "team.gif",
        "tabs": [
            {"type": "courseware", "name": "Kurs"},
            {"type": "static_tab", "name": "Old words", "url_slug": "help"},
            {"type": "static_tab", "name": "Of the team", "url_slug": "abc"},
        ],
    }
}
GRADING = {
    "GRADE_CUTOFFS": {"Pass": 0.55},
    "GRACE_PERIOD": "04:00:00",
    "GRADER": [{"type": "Homework", "weight": 1.0}],
}
FILES = {
    "course/policies/r1/policy.json": json.dumps(POLICY),
    "course/policies/r1/grading_policy.json": json.dumps(GRADING),
    f"course/sequential/{QUIZ}.xml": SEQUENTIAL,
    "course/problem/silence.xml": PROBLEM,
    "course/problem/gone.xml": '<problem max_attempts="3"/>',
    "course/static/large.json": "[" * 3_000_000,
}


def export(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    file = folder / "export.tar.gz"
    with tarfile.open(file, "w:gz") as tar:
        for name, text in files.items():
            data = text.encode()
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return file


def updated(studio: Studio, **settings: object) -> Opened:
    own = Settings(olx=OpenEdxSettings(studio=studio, **settings))  # type: ignore[arg-type]
    return built(course(settings=own))


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return read_export(export(tmp_path))


def policy(made: Opened) -> dict[str, object]:
    found: dict[str, object] = json.loads(made.package.read("policies/r1/policy.json"))
    settings = found["course/r1"]
    assert isinstance(settings, dict)
    return settings


def test_settings_of_the_course_stay_and_texts_are_the_packages(studio: Studio) -> None:
    settings = policy(updated(studio))
    assert settings["start"] == "2026-11-01T08:00:00Z"
    assert settings["end"] == "2027-07-01T00:00:00Z"
    assert (settings["self_paced"], settings["invitation_only"]) == (False, True)
    assert settings["course_image"] == "team.gif"
    assert not {"display_name", "language"} & settings.keys()


def test_what_the_author_wrote_is_stronger(studio: Studio) -> None:
    start = {"start": datetime.date(2027, 1, 11)}
    made = updated(studio, dates=start, self_paced=True, image="own.png")
    settings = policy(made)
    assert not {"start", "self_paced", "course_image"} & settings.keys()
    assert settings["end"] == "2027-07-01T00:00:00Z"
    block = made.of("course")["r1"]
    assert (block.get("start"), block.get("course_image")) == ("2027-01-11T00:00:00Z", "own.png")


def test_settings_of_blocks_stay_where_the_package_has_none(studio: Studio) -> None:
    made = updated(studio)
    quiz = made.of("sequential")[QUIZ]
    assert quiz.get("due") == "2027-04-01T12:00:00Z"
    assert quiz.get("display_name") == "Check yourself: listening"
    assert quiz.get("format") == "Module quiz"
    silence = made.problem("silence")
    assert (silence.get("max_attempts"), silence.get("weight")) == ("2", "1")
    assert not {"markdown", "upstream_version"} & set(silence.keys())
    due = {"active-listening/check-yourself": datetime.date(2027, 2, 1)}
    assert updated(studio, due=due).of("sequential")[QUIZ].get("due") == "2027-02-01T23:59:59Z"


def test_pages_of_the_team_stay_in_the_row_of_tabs(studio: Studio) -> None:
    tabs = policy(updated(studio))["tabs"]
    assert isinstance(tabs, list)
    names = [tab["name"] for tab in tabs]
    assert names[-1] == "Of the team"
    assert "Old words" not in names and "Need help now?" in names and "Kurs" not in names


def test_pass_mark_and_grace_stay_and_weights_where_kinds_are_the_same(studio: Studio) -> None:
    def graded(studio: Studio) -> dict[str, object]:
        made = updated(studio).package.read("policies/r1/grading_policy.json")
        return dict(json.loads(made))

    found = graded(studio)
    assert found["GRADE_CUTOFFS"] == {"Pass": 0.55}
    assert found["GRACE_PERIOD"] == "04:00:00"
    assert [row["type"] for row in found["GRADER"]] == ["Module quiz"]  # type: ignore[attr-defined]
    rows = [{"type": "Module quiz", "weight": 0.4}]
    kinds = replace(studio, grading={"GRADER": rows})
    assert graded(kinds)["GRADER"][0]["weight"] == 0.4  # type: ignore[index]


def test_without_an_export_nothing_changes() -> None:
    plain: Course = course()
    names = built(plain).package.names()
    assert names == updated(Studio()).package.names()
    for name in names:
        assert built(plain).package.read(name) == updated(Studio()).package.read(name)


BAD = {
    "no archive": b"<html>",
    "cut off": None,
    "other files": {"a/readme.json": "{}"},
    "no JSON": {**FILES, "course/policies/r1/policy.json": "{"},
    "deep JSON": {**FILES, "course/policies/r1/policy.json": "[" * 1_000_000},
    "no XML": {**FILES, "course/problem/silence.xml": "<problem"},
    "entities": {
        **FILES,
        "course/problem/a.xml": '<!DOCTYPE a [<!ENTITY x "y">]><problem a="&x;"/>',
    },
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_export_is_refused(name: str, tmp_path: Path) -> None:
    found = BAD[name]
    file = export(tmp_path, found if isinstance(found, dict) else FILES)
    if isinstance(found, bytes):
        file.write_bytes(found)
    elif found is None:
        file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(ExportError):
        read_export(file)


def test_the_command_reads_an_export(tmp_path: Path) -> None:
    blocks = {"course/sequential/listening__quiz_page.xml": SEQUENTIAL}
    file = export(tmp_path, {**FILES, **blocks})
    arguments = ["build", "-C", str(MINIMAL), "-t", "olx", "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(cli, [*arguments, "--studio", str(file)], standalone_mode=False)
    assert done.exception is None, done.output
    (made,) = (tmp_path / "out").glob("*.tar.gz")
    with tarfile.open(made) as tar:
        policies = tar.extractfile("course/policies/r1/policy.json")
        assert policies is not None and b"2026-11-01T08:00:00Z" in policies.read()


@pytest.mark.parametrize("kind", ["no archive", "another course"])
def test_the_command_refuses_what_is_no_export_of_the_course(kind: str, tmp_path: Path) -> None:
    file = export(tmp_path, {name: text for name, text in FILES.items() if "silence" not in name})
    if kind == "no archive":
        file.write_bytes(b"nothing")
    arguments = ["build", "-C", str(MINIMAL), "-t", "olx", "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(cli, [*arguments, "--studio", str(file)], standalone_mode=False)
    assert getattr(done.exception, "exit_code", 0) == 2
    assert not (tmp_path / "out").exists()
