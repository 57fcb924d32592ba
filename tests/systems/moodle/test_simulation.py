"""The embedded simulations, played by a browser in Moodle's own SCORM player."""

from __future__ import annotations

from typing import Any

import pytest

from moocbuild.model.scenario import Scenario, reading_path
from systems.moodle.conftest import variant
from systems.moodle.site import Visitor

pytestmark = [pytest.mark.lms, pytest.mark.browser]
START = ".scenario .start .actions button.primary"


def test_a_simulation_plays_and_is_graded(
    learner: Visitor, restored: dict[str, Any], shared_browser: Any
) -> None:
    played = [m for m in restored["modules"] if m["kind"] == "scorm"]
    scenarios = {p.id: p for p in variant("moodle").course.pages() if isinstance(p, Scenario)}
    assert [module["idnumber"] for module in played] == list(scenarios)
    for module in played:
        errors = _play(learner, module["id"], scenarios[module["idnumber"]], shared_browser)
        told = learner.site.php("tracks.php", module["id"])
        assert told["tracks"]["cmi.core.lesson_status"] == "completed", module["idnumber"]
        assert told["tracks"]["cmi.suspend_data"].startswith("m2;")
        assert float(told["grade"]) == module["grade"]["max"] == 1
        assert int(told["complete"]) >= 1
        assert not errors


def _play(learner: Visitor, number: int, scenario: Scenario, browser: Any) -> list[str]:
    site, errors = learner.site, []
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.add_cookies(
        [
            {"name": cookie.name, "value": cookie.value or "", "url": site.address}
            for cookie in learner.cookies
        ]
    )
    page = context.new_page()
    page.set_default_timeout(600_000)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site.address}/mod/scorm/view.php?id={number}")
    page.locator("#scormviewform [type=submit]").last.click()
    frame = page.frame_locator("#scorm_object")
    frame.locator(START).click()
    for _, choice in reading_path(scenario):
        if choice is not None:
            frame.locator(f'.talk > :last-child [data-choice="{choice.id}"] button').click()
    frame.locator(".talk > [data-end]").last.wait_for()
    page.wait_for_timeout(1500)  # the player sends what it holds a moment later
    page.goto(f"{site.address}/my/")
    context.close()
    return errors
