"""What learners have saved with an older program is taken up by this one: see README.md."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from recorded.blocks import BlockVisit
from recorded.plays import NEXT, NOTE, PAGES, QUIZ, UNIT_NOTE
from recorded.resume import (
    COMPETENCIES,
    COMPLETION,
    HOME,
    look_around,
    told_otherwise,
    without_notes,
)
from recorded.visit import COURSES, HERE, VERSIONS, Visit, built, members

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("recorded")]
STATES = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((HERE / "states").glob("*.json"))
}
IN_COURSES = [name for name in STATES if not name.endswith(".xblock")]
IN_BLOCKS = [name for name in STATES if name.endswith(".xblock")]
SCORE = {"scorm-1.2": "cmi.core.score.raw", "scorm-2004": "cmi.score.raw"}
Packages = Callable[[str], dict[str, Path]]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """course → target → package, built when it is first asked for."""
    made: dict[str, dict[str, Path]] = {}

    def packages_of(course: str) -> dict[str, Path]:
        if course not in made:
            olx = ["olx"] if course == "small" else []
            made[course] = built(
                COURSES / course, tmp_path_factory.mktemp(course), *VERSIONS, *olx
            )
        return made[course]

    return packages_of


@pytest.fixture(scope="module")
def page(shared_browser: Any) -> Iterator[Any]:
    context = shared_browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(request: pytest.FixtureRequest, page: Any, packages: Packages) -> Iterator[Visit]:
    """The learner comes back: to the same device, or to another where the platform keeps all."""
    name, same_device = request.param
    state = STATES[name]
    visit = Visit(
        page,
        members(packages(state["course"])[state["target"]]),
        state["target"],
        kept=state["platform"] or None,
        storage=state["storage"] if same_device else None,
    )
    yield visit
    visit.close()


def _cases() -> Iterator[Any]:
    for name in IN_COURSES:
        web, first = name.endswith(".web"), name.startswith("middle.")
        if web or first:
            yield pytest.param((name, True), name, id=f"{name} same device")
        if not web:
            yield pytest.param((name, False), name, id=f"{name} other device")


@pytest.mark.parametrize(("visit", "name"), list(_cases()), indirect=["visit"])
def test_taken_up(visit: Visit, name: str, request: pytest.FixtureRequest) -> None:
    """Marks, notes, place, scenes, draw, progress are the same; the platform hears nothing new."""
    state = STATES[name]
    same_device = request.node.callspec.params["visit"][1]
    expected = state["seen"] if same_device else without_notes(state["seen"])
    assert look_around(visit, PAGES[name.split(".")[0]], expected) == expected
    if state["platform"]:
        assert told_otherwise(visit, state["platform"]) == {}
    if name.split(".")[0] in NEXT:
        _goes_on(visit, name)
    assert visit.errors == []


def _goes_on(visit: Visit, name: str) -> None:
    """One answer more is the platform's next interaction, and lowers nothing."""
    page, answer = NEXT[name.split(".")[0]]
    visit.go(page)
    visit.frame.wait_for_function("() => document.querySelector('.quiz-result').textContent")
    answer(visit)
    platform = STATES[name]["platform"]
    if not platform:
        return
    visit.page.wait_for_function(
        "() => calls.some(([name]) => /^cmi.interactions.*result$/.test(name))"
    )
    values, _ = visit.leave()
    count = len({key.split(".")[2] for key in platform if key.startswith("cmi.interactions.")})
    new = {key: value for key, value in values.items() if key.startswith("cmi.interactions.")}
    assert len({key.split(".")[2] for key in new}) == count + 1
    assert new[f"cmi.interactions.{count}.id"]
    score = SCORE[STATES[name]["target"]]
    assert float(values[score]) >= float(platform.get(score) or 0)
    if name.startswith("middle"):
        assert float(values[score]) > float(platform[score])
        assert new[f"cmi.interactions.{count}.result"] == "correct"


@pytest.mark.parametrize("name", IN_BLOCKS)
def test_blocks_take_it_up(name: str, page: Any, packages: Packages) -> None:
    state = STATES[name]
    package = packages(state["course"])["olx"]
    visit = BlockVisit(page, package, state["platform"], state["storage"])
    try:
        assert visit.seen() == state["seen"]
        visit.go_on()
        visit.take("Wait, please.")
        fields, storage = visit.kept()
        for item, share in state["platform"].get("best", {}).items():
            assert fields["best"][item] >= share
        assert storage == state["storage"]
        assert visit.errors == []
    finally:
        visit.close()


def test_the_record_is_what_was_done() -> None:
    """A few facts by hand, so that no record of an empty course is ever taken for a good one."""
    for target in VERSIONS:
        seen = STATES[f"middle.{target}"]["seen"]
        assert seen["A page to read"]["journal"] == [NOTE]
        assert seen["A page to read"]["questions"] == [
            ["Quick question", "good"],
            ["Words for it", "part"],
        ]
        assert seen["A talk"]["scenes"] == ["The book", "The door"]
        assert seen["Check"]["quiz"] == [4, 8]
        assert [result for _, result in seen["Final"]["questions"]] == ["good", "good"]
        assert seen[HOME]["resume"] == ["Check"]
        assert STATES[f"played.{target}"]["seen"]["Final"]["quiz"] == [1, 2]
        finished = STATES[f"finished.{target}"]["seen"]
        assert finished[COMPLETION]["complete"] and finished[HOME]["progress"] == [5, 5]
        unit = STATES[f"unit.{target}"]["seen"]
        assert unit[QUIZ]["quiz"][1] == 12
        assert len(unit["Late afternoon with Sami"]["said"]) == 3
        assert unit["Your journal"]["journal"][0] == UNIT_NOTE
        assert any(row[1] != "unseen" for row in unit[COMPETENCIES]["competencies"])
    assert STATES["middle.xblock"]["seen"]["scenes"] == ["The book", "The door"]
    assert NOTE in STATES["middle.xblock"]["seen"]["notes"]
    assert STATES["played.xblock"]["platform"]["best"] == {"II.1": 1.0, "II.2": 1.0}
