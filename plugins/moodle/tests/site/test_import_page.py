"""The web page for importing and updating, in a browser: upload, preview, confirm, log."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_update import LEARNERS, edition, modules, state, without_log

from audit.looks import axe
from systems.moodle.picker import choose

__all__ = ["edition"]
pytestmark = [pytest.mark.lms, pytest.mark.browser, pytest.mark.slow]
MANAGER = "mbmanager"
PATIENCE = 900_000
"""Milliseconds. On a busy machine an import may take minutes; nothing else limits it."""


@pytest.fixture(scope="module")
def page(served: Installed, shared_browser: Any) -> Iterator[Any]:
    """A manager, logged in."""
    served.drive("manager.php", MANAGER)
    context = shared_browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{served.address}/login/index.php")
    page.fill("#username", MANAGER)
    page.fill("#password", f"{MANAGER}-Moocbuild#1")
    page.click("#loginbtn")
    page.wait_for_url(lambda url: "/login/" not in url)
    yield page
    context.close()


def accessible(page: Any) -> None:
    """No finding of axe in what is ours on the page."""
    page.evaluate(axe())
    found = page.evaluate(
        "async () => (await axe.run('#region-main', {resultTypes: ['violations']})).violations"
        ".map(v => [v.id, v.nodes.map(n => n.html)])"
    )
    assert found == [], json.dumps(found, indent=1)


def upload(page: Any, address: str, package: Path) -> None:
    """As somebody does it: the file picker, then the button."""
    page.goto(address)
    accessible(page)
    choose(page, ".fp-btn-choose", package)
    page.click("#id_submitbutton")
    page.wait_for_selector(".local-moocbuild-preview, #user-notifications .alert, .alert-danger")


@pytest.fixture(scope="module")
def course(served: Installed, page: Any, edition: Callable[[str], Path]) -> Iterator[int]:
    """The first edition, imported by the page."""
    upload(page, f"{served.address}/local/moocbuild/import.php", edition("1"))
    accessible(page)
    assert "A new course" in page.inner_text(".local-moocbuild-preview")
    page.click(".local-moocbuild-preview .btn-primary")
    page.wait_for_url(re.compile(r"/course/view\.php\?id=\d+"))
    number = int(page.url.rpartition("=")[2])
    assert served.drive("study.php", number) is True
    yield number
    served.php("remove.php", number)


def test_an_update_is_seen_before_it_is_done(
    served: Installed, page: Any, course: int, edition: Callable[[str], Path]
) -> None:
    before = state(served, course)
    upload(page, f"{served.address}/local/moocbuild/import.php?course={course}", edition("2"))
    accessible(page)
    told = page.inner_text(".local-moocbuild-preview")
    for words in ("New activities (1)", "Changed texts (", "Ids lost: hidden, because"):
        assert words in told
    loud = page.inner_text(".local-moocbuild-preview .alert-warning")
    assert "Ids lost" in loud and "Changed texts" not in loud
    assert without_log(state(served, course)) == without_log(before)
    page.click(".local-moocbuild-preview .btn-primary")
    page.wait_for_url(re.compile(r"/course/view\.php\?id=\d+"))
    assert "up to date" in page.inner_text("#user-notifications")
    after = state(served, course)
    assert set(modules(after)) - set(modules(before)) == {"active-listening/one-more"}
    assert sum(len(v) for v in after["questions"].values()) == 2 + len(before["questions"])
    for records in LEARNERS:
        assert after[records] == before[records], records


def test_the_same_package_again_changes_nothing(
    served: Installed, page: Any, course: int, edition: Callable[[str], Path]
) -> None:
    upload(page, f"{served.address}/local/moocbuild/import.php?course={course}", edition("2"))
    assert "Nothing changes" in page.inner_text(".local-moocbuild-preview")
    assert page.locator(".local-moocbuild-preview .btn-primary").count() == 0


def test_a_foreign_file_is_refused_in_plain_words(
    served: Installed, page: Any, course: int, tmp_path: Path
) -> None:
    file = tmp_path / "other.mbz"
    file.write_bytes(b"no archive")
    upload(page, f"{served.address}/local/moocbuild/import.php?course={course}", file)
    assert "The file is damaged" in page.inner_text("#region-main")
    accessible(page)


@pytest.mark.parametrize("address", ["index.php", "log.php?course={}"])
def test_tables_are_accessible(served: Installed, page: Any, course: int, address: str) -> None:
    page.goto(f"{served.address}/local/moocbuild/{address.format(course)}")
    assert page.locator("#region-main table caption").count() == 1
    accessible(page)
