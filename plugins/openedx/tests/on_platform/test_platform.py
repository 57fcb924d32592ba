"""Both blocks on the Open edX that OEX_PLATFORM names: import, play, score, update, export.

The package is built and put before that Python's own packages; nothing is installed there. What
the platform must have: tests/systems/openedx/README.md.
"""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from moocbuild.model.course import Course, Settings
from moocbuild.model.openedx import OpenEdxSettings
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Text, paragraph, text
from moocbuild_xblock import xmldata
from olx.test_package import framework
from pages.sample import course
from systems.openedx.conftest import Archive, archive
from systems.openedx.platform import SHARED, VARIABLE, OpenEdx
from systems.openedx.test_play import Visit

pytestmark = [pytest.mark.lms, pytest.mark.slow]

__all__ = ["archive"]

ROOT = Path(__file__).parents[4]
NATIVE = "course-v1:Native+N1+r1"
PLAY = "active-listening__late-afternoon_scenario"
MAP = "moocbuild_map"
INTRO = text(paragraph("Words that were not there."))


@dataclass(frozen=True)
class Blocks(OpenEdx):
    """The platform, with the blocks in its Python's path."""

    def blocks(self, command: str, *arguments: str) -> Any:
        """One step of driver.py."""
        out = self.out / f"blocks-{command}.json"
        script = Path(__file__).parent / "driver.py"
        told = [self.python, str(script), command, *arguments, str(out)]
        run = subprocess.run(told, capture_output=True, text=True, timeout=3600, check=False)
        assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-4000:]
        return json.loads(out.read_text("utf-8"))


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Blocks]:
    if not os.environ.get(VARIABLE):
        pytest.skip(f"{VARIABLE} names no checkout of Open edX")
    if not SHARED.exists():
        pytest.skip("the drivers for Open edX are not beside this repository")
    folder = tmp_path_factory.mktemp("blocks")
    made = Blocks(folder)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT / "plugins" / "openedx", check=True)
    (wheel,) = folder.glob("*.whl")
    pip = [made.python, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
    subprocess.run([*pip, str(folder / "site"), str(wheel)], check=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder / "site"))
        yield made


def native(intro: Text | None = None) -> Course:
    made = course(framework=framework(), settings=Settings(olx=OpenEdxSettings(xblocks=True)))
    if intro is None:
        return made
    module, about = made.modules
    pages = (
        replace(page, intro=intro) if isinstance(page, Scenario) else page
        for page in module.activities
    )
    return replace(made, modules=(replace(module, activities=tuple(pages)), about))


@pytest.fixture(scope="module")
def package(archive: Archive) -> Path:
    return archive(native(), "olx")


@pytest.fixture(scope="module")
def played(platform: Blocks, package: Path) -> dict[str, Any]:
    """Imported; a learner has answered every question right and played once."""
    done = platform.again("import", str(package), NATIVE)
    assert done == {"state": "Succeeded", "artifacts": []}
    assert set(platform.again("answer", NATIVE).values()) == {"correct"}
    return dict(platform.blocks("play", NATIVE, "again"))


def test_nothing_is_dropped_or_replaced(platform: Blocks, package: Path) -> None:
    studio = platform.learn(package, "Tnative", "--no-lms")["studio"]
    assert studio["task_state"] == "Succeeded" and studio["error_blocks"] == []
    assert studio["block_counts"]["moocbuild_scenario"] == 1
    assert studio["block_counts"]["moocbuild_competencies"] == 1
    assert "scorm" not in studio["block_counts"]


def test_a_simulation_is_shown_whole(played: dict[str, Any]) -> None:
    found = played["scenarios"][PLAY]["opened"]
    assert found["status"] == 200
    for said in ("Late afternoon with Sami", "No one dies.", "I knew it.", "Mireia listens."):
        assert said in found["text"]
    assert len(found["files"]) == 3 and found["files"] == played["scenarios"][PLAY]["collected"]


def test_it_is_played_scored_and_completed(played: dict[str, Any]) -> None:
    found = played["scenarios"][PLAY]
    assert found["titles"] == ["The book", "Yes", "Held together"]
    after = found["after"]
    assert after["grade"] == [1.0, 1.0] and after["completion"] == 1.0
    assert after["state"]["best"] == {"VIII.2": 1.0, "IX.2": 1.0}
    assert set(after["state"]) == {"seq", "path", "ended", "best", "score"}


def test_g02_g10_g11_g12_g13_refused_where_it_counts(played: dict[str, Any]) -> None:
    assert played["scenarios"][PLAY]["refused"] == {
        "studio_submit by a learner": 403,
        "studio_submit by staff": 403,
        "act by nobody": 403,
        "too large": 413,
        "unknown name": 400,
        "not a number": 400,
    }


def test_the_map_counts_problems_and_simulations(played: dict[str, Any]) -> None:
    """By hand: one question has I.3 first; one VIII.2; eight IX.2, once as its second item."""
    assert played["map"]["status"] == 200
    assert played["map"]["rows"] == {
        "I.3": "Not seen yet questions: 1",
        "VIII.2": "Shown questions: 1, simulations: 1",
        "IX.2": "Shown questions: 8, simulations: 1",
    }
    assert played["map kept"] == {"state": None, "grade": None, "completion": None}


def test_export_gives_back_what_was_imported(
    platform: Blocks, package: Path, played: dict[str, Any]
) -> None:
    given, found = in_package(package), platform.blocks("export", NATIVE)
    assert set(found) == set(given) == {PLAY, MAP}
    for name, written in found.items():
        assert plain(etree.fromstring(written)) == given[name], name


def test_studio_shows_and_changes_them_for_authors_alone(
    platform: Blocks, played: dict[str, Any]
) -> None:
    for name, found in platform.blocks("studio", NATIVE).items():
        status, words = found["editor"]
        assert status == 200 and "Data, as XML" in words and 'language="en"' in words, name
        status, words = found["preview"]
        assert status == 200 and "Need help now?" in words, name
        assert found["by a stranger"][0] == 403, name
        assert found["wrong data"][0] == 400 and "Line 1" in found["wrong data"][1], name
        assert found["by an author"][0] == 200, name
        assert found["name before"] != found["name after"] == "Another name", name


def test_an_update_keeps_what_learners_did(
    platform: Blocks,
    archive: Archive,
    played: dict[str, Any],
) -> None:
    package = archive(native(INTRO), "olx")
    done = platform.again("import", str(package), NATIVE)
    assert done == {"state": "Succeeded", "artifacts": []}
    found = platform.blocks("again", NATIVE, "again")
    seq = played["scenarios"][PLAY]["after"]["state"]["seq"]
    assert found[PLAY]["seq"] == str(seq)
    assert "Words that were not there." in found[PLAY]["text"]
    assert "Play it again" in found[PLAY]["text"]
    assert found[MAP]["rows"] == played["map"]["rows"]


@pytest.mark.browser
def test_they_run_in_the_lms_own_page(
    platform: Blocks, played: dict[str, Any], shared_browser: Any
) -> None:
    """With its jQuery, its runtime, and its protection against forged requests."""
    if not platform.has_scripts:
        pytest.skip("the platform's scripts are not built: see tests/systems/openedx/README.md")
    with platform.serve(NATIVE, "viewer") as served:
        with Visit(shared_browser, served) as visit:
            page = visit.open("active-listening__late-afternoon_unit")
            for button in ("Begin", "“Oh, thanks! Did you like the ending?”"):
                page.get_by_role("button", name=button).click()
            page.get_by_role("heading", name="His hand on the door").first.wait_for()
        with Visit(shared_browser, served) as again:
            page = again.open("active-listening__late-afternoon_unit")
            page.get_by_role("button", name="Go on").click()
            page.locator(".mb-now h4", has_text="His hand on the door").wait_for()
            page = again.open(f"{MAP}_unit")
            page.locator(".mb-page summary").first.click()
            page.locator(".mb-page textarea").first.fill("Zxqv")
            page.get_by_text("Kept on this device.", exact=True).first.wait_for()
        assert [*visit.errors, *again.errors] == []


def in_package(package: Path) -> dict[str, str]:
    found = {}
    with tarfile.open(package) as tar:
        for member in tar:
            if member.name.startswith("course/vertical/"):
                root = etree.fromstring(tar.extractfile(member).read())  # type: ignore[union-attr]
                for kind in ("moocbuild_scenario", "moocbuild_competencies"):
                    for node in root.iter(kind):
                        found[node.get("url_name", "")] = plain(node)
    return found


def plain(node: Any) -> str:
    """An element without the white space that lays it out, its attributes in order."""
    return xmldata.plain(etree.fromstring(etree.tostring(copy.deepcopy(node), method="c14n")))
