"""What earlier releases made is taken up by this one: see README.md."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import moocbuild
from changelog import entries
from recorded.blocks import BlockVisit
from recorded.resume import HOME, look_around, told_otherwise, without_notes
from recorded.visit import VERSIONS, Visit, built, members
from releases.identities import READERS, identities
from releases.learner import pages
from releases.update import update

pytestmark = pytest.mark.xdist_group("releases")  # packages are built once
HERE = Path(__file__).parent
KEPT = sorted(path.parent.name for path in HERE.glob("*/identities.json"))
Packages = Callable[[str, bool], dict[str, Path]]


def of(version: str, name: str) -> Any:
    return json.loads((HERE / version / f"{name}.json").read_text("utf-8"))


def ids(root: Path) -> None:
    command = [sys.executable, "-m", "moocbuild", "ids", "-C", str(root), "--write"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def lock(root: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((root / "course" / "course.lock").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """version, whether its course is updated → target → package of today's program."""
    made: dict[tuple[str, bool], dict[str, Path]] = {}

    def packages_of(version: str, updated: bool) -> dict[str, Path]:
        if (version, updated) not in made:
            room = tmp_path_factory.mktemp(version)
            course = HERE / version / "course"
            if updated:
                update(course, room / "course")
                course = room / "course"
                ids(course)
            made[version, updated] = built(course, room / "dist", *READERS)
        return made[version, updated]

    return packages_of


def test_every_release_is_kept() -> None:
    """A release without a folder here would be one that nobody promises anything about."""
    released = {entry.version for entry in entries() if entry.date}
    assert released == set(KEPT)
    assert moocbuild.__version__ in KEPT, "make keep"


@pytest.mark.parametrize("target", READERS)
@pytest.mark.parametrize("updated", [False, True], ids=["as it was", "updated"])
@pytest.mark.parametrize("version", KEPT)
def test_ids_stay(version: str, updated: bool, target: str, packages: Packages) -> None:
    """Built today, as it was and changed by its author: nothing loses what it is known by."""
    was = set(of(version, "identities")[target])
    assert was
    assert was - set(identities(packages(version, updated)[target], target)) == set()


@pytest.mark.parametrize("version", KEPT)
def test_the_package_is_of_that_release(version: str) -> None:
    """For Moodle: that which our plugin is asked to take, in its test_pure.py."""
    for target, name in (("moodle", "moodle.mbz"), ("olx", "olx.tar.gz")):
        assert identities(HERE / version / name, target) == of(version, "identities")[target]


@pytest.mark.parametrize("version", KEPT)
def test_an_update_adds_and_renames(version: str, tmp_path: Path) -> None:
    """So that the test above is about a course that has changed."""
    course = HERE / version / "course"
    old, new = update(course, tmp_path / "course")
    ids(tmp_path / "course")
    was, now = lock(course), lock(tmp_path / "course")
    assert new.is_file() and not old.exists()
    for part in ("questions", "lessons"):
        assert was[part].items() <= now[part].items()
        assert len(now[part]) == len(was[part]) + 1
    assert now.get("retired", {}) == was.get("retired", {})


def _within(was: object, now: object) -> bool:
    if isinstance(was, Mapping) and was:
        assert isinstance(now, Mapping)
        return all(_within(value, now.get(key)) for key, value in was.items())
    return was == now or not was


@pytest.mark.parametrize("version", KEPT)
def test_the_lock_is_taken_over(version: str, tmp_path: Path) -> None:
    course = HERE / version / "course"
    shutil.copytree(course, tmp_path / "course")
    ids(tmp_path / "course")
    assert _within(lock(course), lock(tmp_path / "course"))


# --- learners ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(shared_browser: Any) -> Iterator[Any]:
    context = shared_browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, page: Any, packages: Packages
) -> Iterator[tuple[Visit, dict[str, Any]]]:
    """A learner of that release comes back, and what they saw then."""
    version, target, updated, same_device = request.param
    state = of(version, target)
    visit = Visit(
        page,
        members(packages(version, updated)[target]),
        target,
        kept=state["platform"] or None,
        storage=state["storage"] if same_device else None,
    )
    yield visit, state
    visit.close()


def _cases(*, updated: bool) -> Iterator[Any]:
    for version in KEPT:
        for target in VERSIONS:
            for same_device in (True, False)[: 1 if target == "web" or updated else 2]:
                words = "same device" if same_device else "other device"
                case = (version, target, updated, same_device)
                yield pytest.param(case, id=f"{version} {target} {words}")


@pytest.mark.browser
@pytest.mark.parametrize("visit", list(_cases(updated=False)), indirect=True)
def test_states_are_taken_up(
    visit: tuple[Visit, dict[str, Any]], request: pytest.FixtureRequest
) -> None:
    """Marks, notes, place, scenes, draw, progress are the same; the platform hears nothing new."""
    here, state = visit
    same_device = request.node.callspec.params["visit"][3]
    expected = state["seen"] if same_device else without_notes(state["seen"])
    assert look_around(here, pages(here), expected) == expected
    if state["platform"]:
        assert told_otherwise(here, state["platform"]) == {}
    assert here.errors == []


@pytest.mark.browser
@pytest.mark.parametrize("visit", list(_cases(updated=True)), indirect=True)
def test_states_are_taken_up_by_an_updated_course(visit: tuple[Visit, dict[str, Any]]) -> None:
    """What was answered, written and played stays; what is new is open."""
    here, state = visit
    titles = pages(here)
    assert "Zzz" in titles
    seen = look_around(here, titles)
    for title in set(state["seen"]) - {HOME}:
        was, now = state["seen"][title], seen[title]
        for part in ("journal", "scenes", "said", "meters", "choices", "critical"):
            assert now.get(part) == was.get(part), title
        answers = [answer for answer in now.get("questions", []) if answer[0] != "Zzz"]
        assert answers == was.get("questions", []), title
    listed = [*state["seen"][HOME]["pages"], ["Zzz", ""]]
    assert sorted(seen[HOME]["pages"]) == sorted(listed)
    assert here.errors == []


@pytest.mark.browser
@pytest.mark.parametrize("built_by", ["that release", "today's program"])
@pytest.mark.parametrize("version", KEPT)
def test_blocks_take_states_up(version: str, built_by: str, page: Any, packages: Packages) -> None:
    """Of Open edX, in a course that was imported then, and in one that is imported anew."""
    state = of(version, "xblock")
    old = HERE / version / "olx.tar.gz"
    package = old if built_by == "that release" else packages(version, False)["olx"]
    visit = BlockVisit(page, package, state["platform"], state["storage"])
    try:
        assert visit.seen() == state["seen"]
        assert visit.errors == []
    finally:
        visit.close()
