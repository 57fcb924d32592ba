"""The native backup through the pages on which administrators restore, step by step."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from systems.moodle.picker import choose
from systems.moodle.site import Site, Visitor

pytestmark = [pytest.mark.lms, pytest.mark.browser]
DONE = re.compile("restored successfully|continue in the background")
CONTINUE = "button:has-text('Continue'), input[type=submit][value='Continue']"


def test_the_web_page_restores(
    site: Site,
    made: list[int],
    restored: dict[str, Any],
    archive: Callable[[str], Path],
    shared_browser: Any,
) -> None:
    with site.served():
        course = _restored(site, archive("moodle"), shared_browser)
    made.append(course)
    found = site.php("facts.php", course)
    for what, key in (("modules", "idnumber"), ("questions", "idnumber"), ("sections", "name")):
        assert [row[key] for row in found[what]] == [row[key] for row in restored[what]], what


def _restored(site: Site, archive: Path, browser: Any) -> int:
    """Uploads and clicks through all stages; gives the new course's number."""
    manager = Visitor(site, site.php("manager.php"))
    context = browser.new_context(viewport={"width": 1400, "height": 1100})
    context.add_cookies(
        [
            {"name": cookie.name, "value": cookie.value or "", "url": site.address}
            for cookie in manager.cookies
        ]
    )
    page = context.new_page()
    page.set_default_timeout(600_000)
    page.goto(f"{site.address}/backup/restorefile.php?contextid=1")
    choose(page, "input[name=backupfilechoose]", archive)
    page.locator("#id_submitbutton").click()
    page.locator(CONTINUE).first.click()
    page.locator(".bcs-new-course input[name=targetid]").first.check()
    page.locator(".bcs-new-course").locator(CONTINUE).first.click()
    for _ in ("settings", "schema", "review"):
        with page.expect_navigation():
            page.locator("#id_submitbutton").first.click()
    if not page.get_by_text(DONE).count():  # 5.1 says first where it will put questions
        with page.expect_navigation():
            page.locator(CONTINUE).last.click()
    said = page.locator("#region-main").inner_text()
    context.close()
    course: int = site.php("restoring.php", "manager")
    assert DONE.search(said), said
    site.background()
    return course
