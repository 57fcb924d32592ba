"""Coming back: every page that shows something of the learner's record, once it is settled."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from recorded.seen import go_on, scenario, seen
from recorded.visit import Visit

HOME, COMPETENCIES, COMPLETION = "(home)", "(competencies)", "(completion)"
MENU = {COMPETENCIES: "competencies.html", COMPLETION: "completion.html"}
PATIENCE = 10.0  # seconds


def look_around(
    visit: Visit, pages: Sequence[str], expected: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What each page shows. expected: the wait for a page ends as soon as it shows this."""
    found = {HOME: _settled(visit, (expected or {}).get(HOME))}
    for page in pages:
        visit.go(page)
        if scenario(visit.frame):
            go_on(visit.frame)
        found[page] = _settled(visit, (expected or {}).get(page))
    for name, path in MENU.items():
        visit.go(visit.named(path))
        found[name] = _settled(visit, (expected or {}).get(name))
    return found


def _settled(visit: Visit, expected: object) -> dict[str, Any]:
    """Scripts of a page may come after it: waits for what is expected, or for a calm second."""
    end = time.monotonic() + (PATIENCE if expected else 1.0)
    while True:
        facts = seen(visit.frame)
        if time.monotonic() > end or facts == expected:
            return facts
        visit.page.wait_for_timeout(20)
