"""On slow 3G, the first question of a quiz can be answered when its learner has seen it.

`tests/pages/test_weight.py` counts the same in bytes and round trips, which no machine changes.
"""

from __future__ import annotations

from typing import Any

import pytest

from audit.conftest import Site
from moocbuild.package import Package
from page_weight import about

RUNS = 5
MOST = 1500  # ms
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 ms there and back, 400 kbit/s."""
ANSWERED = """() => {
  const tick = () => {
    // A journal asks nothing that could be judged, and stands in every attempt.
    const form = document.querySelector(
      ".quiz.drawn .question:not([hidden], [data-kind=journal])");
    const field = form && form.querySelector("input, select");
    if (!field) return setTimeout(tick, 10);
    if (!form.querySelector(".verdict").textContent) {
      field.checked = true;
      if (!form.dataset.pressed) form.querySelector("[type=submit]").click();
      form.dataset.pressed = true;
      return setTimeout(tick, 10);
    }
    window.answered = performance.now();
  };
  tick();
}"""
"""Answers the first question as soon as there is one, and notes when it was told its verdict."""


@pytest.mark.audit
@pytest.mark.browser
@pytest.mark.parametrize("largest", [False, True], ids=["quiz", "largest"])
def test_first_question_of_a_quiz(
    site: Site, package: Package, shared_browser: Any, largest: bool
) -> None:
    """With its verdict: whatever is pressed sooner is kept until then. Whatever else a machine
    does only adds to a time, so the best of some runs counts, after one that warms up.
    """
    page = _largest_quiz(package) if largest else "active-listening.quiz.html"
    _time(shared_browser, site.url + page)
    found = [_time(shared_browser, site.url + page) for _ in range(RUNS)]
    assert min(found) <= MOST, found


def _largest_quiz(package: Package) -> str:
    pages = (name for name in package.members if name.endswith(".html"))
    quizzes = [name for name in pages if about(package.read(name))[0] == "quiz"]
    return max(quizzes, key=lambda name: len(package.read(name)))


def _time(browser: Any, address: str) -> float:
    """ms from the navigation to the verdict, with an empty cache."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    try:
        page = context.new_page()
        page.add_init_script(f"({ANSWERED})()")
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        protocol.send("Network.emulateNetworkConditions", SLOW)
        page.goto(address, wait_until="commit")
        page.wait_for_function("() => window.answered", timeout=60_000, polling=100)
        return float(page.evaluate("window.answered"))
    finally:
        context.close()
