"""cc-1.3 through cc2olx, and on into Open edX: pages, images and questions arrive whole."""

from __future__ import annotations

import os
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from moocbuild.model.course import Course
from systems.openedx import cc2olx
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]

SOURCE = re.compile(r'\b(?:src|href)="([^"]*)"')


@dataclass(frozen=True)
class Converted:
    """files: the cartridge's, by name. names: those of the archive."""

    files: dict[str, bytes]
    archive: Path
    root: etree._Element
    names: set[str]

    def pages(self) -> dict[str, str]:
        """The HTML of every block."""
        return {str(page.get("url_name")): page.text or "" for page in self.root.iter("html")}


@pytest.fixture(scope="module", params=["sample", "reference"])
def made(
    request: pytest.FixtureRequest, archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Converted:
    if not os.environ.get(cc2olx.VARIABLE):
        pytest.skip(f"{cc2olx.VARIABLE} names no cc2olx")
    course: Course = request.getfixturevalue(request.param)
    cartridge = archive(course, "cc-1.3")
    with zipfile.ZipFile(cartridge) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    found = cc2olx.converted(cartridge, tmp_path_factory.mktemp("cc2olx"))
    return Converted(files, found, *cc2olx.course_of(found))


def test_every_item_becomes_a_unit_with_its_title(made: Converted) -> None:
    manifest = etree.fromstring(made.files["imsmanifest.xml"])
    items = [i for i in manifest.iter("{*}item") if i.get("identifierref")]
    units = list(made.root.iter("vertical"))
    assert items
    assert [u.get("display_name") for u in units] == [i.findtext("{*}title") for i in items]
    assert "MISSING CONTENT" not in etree.tostring(made.root, encoding="unicode")
    assert "Not imported content" not in etree.tostring(made.root, encoding="unicode")


def test_every_page_says_what_it_said(made: Converted) -> None:
    written = [text.decode() for name, text in made.files.items() if name.endswith(".html")]
    said = Counter(map(cc2olx.plain, written))
    assert said == Counter(map(cc2olx.plain, made.pages().values()))


def test_every_image_and_every_file_is_there(made: Converted) -> None:
    linked = {
        source
        for page in made.pages().values()
        for source in SOURCE.findall(page)
        if not source.startswith(("https:", "http:", "mailto:", "tel:", "#"))
    }
    assert linked
    assert all(source.startswith("/static/") for source in linked)
    assert {source[1:] for source in linked} <= made.names


def test_every_question_asks_the_same_and_holds_the_same_for_right(made: Converted) -> None:
    wanted = [
        question
        for name, text in made.files.items()
        if name.endswith("assessment.xml")
        for question in cc2olx.in_cartridge(text)
    ]
    assert wanted
    assert Counter(cc2olx.in_course(made.root)) == Counter(wanted)


def test_open_edx_takes_it_in_and_grades_it_right(
    made: Converted, platform: OpenEdx, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["made"]
    found = platform.learn(made.archive, f"Cartridge{name}")
    assert found["studio"]["task_state"] == "Succeeded"
    problems = found["lms"]["problems"]
    bad = [p for p in problems if not p["gradable_ok"]]
    assert len(problems) == len(list(made.root.iter("problem")))
    assert problems and bad == []
    assert [r for r in found["lms"]["renders"] if r["status"] != 200 or r["errors"]] == []
    assert found["lms"]["links"]["bad"] == []
