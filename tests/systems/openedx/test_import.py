"""What Studio makes of a package, and what learners then find: nothing is lost without a word."""

from __future__ import annotations

import tarfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from moocbuild.model.course import Course
from moocbuild.model.question import Question
from moocbuild.targets.olx.names import url_name
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]
WRITTEN = 300
"""Characters that the driver writes down of each feedback."""


@pytest.fixture(scope="session", params=["sample", "reference"])
def imported(
    request: pytest.FixtureRequest, platform: OpenEdx, archive: Archive
) -> tuple[Path, dict[str, Any]]:
    """The taxonomy first, as its target says; then the course, used by three learners."""
    course: Course = request.getfixturevalue(request.param)
    framework = course.framework
    taxonomy = archive(course, "openedx-taxonomy")
    done = platform.taxonomy(taxonomy, framework.title, framework.id)
    assert done["import_status"] == 201, done
    assert done["n_tags"] == len(framework.categories) + len(framework.items)
    package = archive(course, "olx")
    return package, platform.learn(package, f"T{request.param}")


def in_package(package: Path) -> Counter[str]:
    """How often each type of block stands in the package's files."""
    counts: Counter[str] = Counter()
    with tarfile.open(package) as tar:
        for member in tar:
            kind = member.name.split("/")[1]
            if kind in ("course", "chapter", "sequential", "vertical", "library_content"):
                root = etree.fromstring(tar.extractfile(member).read())  # type: ignore[union-attr]
                counts.update(str(child.tag) for child in root)
    return counts + Counter({"course": 1})


def test_the_task_succeeds_and_every_block_arrives(imported: tuple[Path, dict[str, Any]]) -> None:
    package, found = imported
    studio = found["studio"]
    assert studio["task_state"] == "Succeeded"
    assert studio["error_blocks"] == []
    assert studio["block_counts"] == dict(in_package(package))
    assert found["source_check"]["missing_in_import"] == []
    assert found["source_check"]["pure_xblock_pointer_files_ignored_by_platform"] == []


def test_simulations_are_unpacked(imported: tuple[Path, dict[str, Any]]) -> None:
    blocks = [b for b in walk(imported[1]["studio"]["tree"]) if b["type"] == "scorm"]
    assert blocks
    for block in blocks:
        assert block["set_fields"]["package_meta"]["size"] > 10_000
        assert block["set_fields"]["package_warnings"] == []  # set when it is unpacked


def walk(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(below for child in node.get("children", []) for below in walk(child))]


def test_learners_get_in_and_every_unit_is_shown(imported: tuple[Path, dict[str, Any]]) -> None:
    learners = imported[1]["lms"]
    assert learners["learner_access"] is True
    bad = [r for r in learners["renders"] if r["status"] != 200 or r["errors"]]
    assert learners["renders"] and bad == []


def test_films_have_their_captions(imported: tuple[Path, dict[str, Any]]) -> None:
    package, found = imported
    films = found["lms"]["other_blocks"].get("video", [])
    assert len(films) == in_package(package)["video"]
    for film in films:
        assert film["available_translations"] == [200, '["en"]']
        status, told = film["translation_en"]
        assert status == 200 and "You said: 1 < 2." in told


def test_no_link_is_dead(imported: tuple[Path, dict[str, Any]]) -> None:
    links = imported[1]["lms"]["links"]
    assert links["kinds"].get("jump", 0) > 0
    assert links["bad"] == []


def test_every_problem_grades_right_and_wrong(imported: tuple[Path, dict[str, Any]]) -> None:
    problems = imported[1]["lms"]["problems"]
    bad = {
        p["url_name"]: (p.get("right"), p.get("wrong")) for p in problems if not p["gradable_ok"]
    }
    assert problems and bad == {}


def test_learners_are_told_what_was_written_of_their_answers(
    imported: tuple[Path, dict[str, Any]], request: pytest.FixtureRequest
) -> None:
    course: Course = request.getfixturevalue(request.node.callspec.params["imported"])
    told = {problem["url_name"]: problem for problem in imported[1]["lms"]["problems"]}
    asked = [q for page in course.pages() for q in getattr(page, "questions", ()) if q.scored]
    seen: Counter[str] = Counter()
    for question in asked:
        problem = told[url_name(question.id)]
        praise = _praise(question)
        assert _untold(praise, problem["right"]["feedback"]) == [], question.id
        seen["feedback"] += len(praise)
        if question.hint:
            assert problem["hint_button"]["body"]["success"] == "True", question.id
            seen["hint"] += 1
        if question.explanation:
            assert f"{problem['url_name']}_solution_1" in problem["show_answer"]["answers"]
            seen["explanation"] += 1
    assert min(seen.values()) > 0 and set(seen) == {"feedback", "hint", "explanation"}


def _praise(question: Question) -> list[str]:
    """What is said of the options that are right."""
    choices = getattr(question.interaction, "choices", ())
    said = (" ".join(c.feedback.plain.split()) for c in choices if c.correct)
    return [text for text in said if text]


def _untold(wanted: list[str], told: list[str]) -> list[str]:
    """What learners were not told. What begins where the driver cuts a feedback counts as told."""
    missing = [text for text in wanted if not any(text[:20] in feedback for feedback in told)]
    for feedback in told:
        rest = feedback if len(feedback) == WRITTEN else ""
        for text in wanted:
            rest = rest.replace(text, "")
        if rest.strip() and any(text.startswith(rest.strip()) for text in missing):
            return []
    return missing


def test_all_right_is_all_points_and_all_wrong_few(imported: tuple[Path, dict[str, Any]]) -> None:
    grades = imported[1]["lms"]["grades"]
    assert grades["right"]["percent"] == 1.0
    assert grades["right"]["letter"] == "Pass"
    assert grades["wrong"]["percent"] < 0.2
    assert not grades["wrong"]["passed"]


def test_every_tag_is_live(imported: tuple[Path, dict[str, Any]]) -> None:
    tags = imported[1]["studio"]["tags"]["all_objecttags"]
    assert tags
    assert [tag for tag in tags if tag["deleted_or_invalid"]] == []


def test_another_framework_arrives_with_its_three_levels(
    platform: OpenEdx, archive: Archive, other: Course
) -> None:
    framework = other.framework
    taxonomy = archive(other, "openedx-taxonomy")
    done = platform.taxonomy(taxonomy, framework.title, framework.id)
    assert (done["import_status"], done["n_tags"]) == (201, 6)
    assert [depth for _, depth, _, id in done["tags_api"] if id.startswith("K")] == [0, 1, 2, 2]
    found = platform.learn(archive(other, "olx"), "Tother", "--no-lms")
    tags = found["studio"]["tags"]["all_objecttags"]
    assert {tag["value"] for tag in tags} == {"K-1.2.a Listens.", "S-9 Acts."}
    assert not any(tag["deleted_or_invalid"] for tag in tags)


@pytest.mark.parametrize("name", ["sample", "reference"])
def test_olxcleaner_finds_no_error(
    name: str,
    platform: OpenEdx,
    archive: Archive,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    assert platform.cleaner(archive(request.getfixturevalue(name), "olx"), tmp_path) == []


@pytest.mark.parametrize("name", ["sample", "reference"])
def test_the_optional_validation_lets_it_in(
    name: str, platform: OpenEdx, archive: Archive, request: pytest.FixtureRequest
) -> None:
    package = archive(request.getfixturevalue(name), "olx")
    found = platform.learn(package, f"Valid{name}", "--validate", "--no-lms")
    assert found["studio"]["task_state"] == "Succeeded"
    assert found["studio"]["task_artifacts"] == []
