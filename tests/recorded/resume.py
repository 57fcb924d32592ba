"""Coming back: every page that shows something of the learner's record, once it is settled; and
what is recorded for that."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from recorded.seen import go_on, scenario, seen
from recorded.visit import Visit

HOME, COMPETENCIES, COMPLETION = "(home)", "(competencies)", "(completion)"
MENU = {COMPETENCIES: "competencies.html", COMPLETION: "completion.html"}
PATIENCE = 10.0  # seconds
# Changed by every visit: the state's own line, which the next visit reads, time and place.
EVERY_VISIT = ("suspend_data", "session_time", "exit", "location", "lesson_location")


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
        if path not in visit.addresses.values():
            continue  # a course without competencies has no such page
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


def told_otherwise(visit: Visit, platform: dict[str, str]) -> dict[str, tuple[str, str | None]]:
    """What the platform was told that differs from what it has: name → now, before."""
    visit.frame.evaluate("() => window.dispatchEvent(new Event('online'))")  # no need to wait
    visit.page.wait_for_function("() => calls.some(([name]) => name === 'cmi.suspend_data')")
    told = dict(visit.told())
    return {
        name: (value, platform.get(name))
        for name, value in told.items()
        if name.rpartition(".")[2] not in EVERY_VISIT and value != platform.get(name)
    }


def without_notes(seen: dict[str, Any]) -> dict[str, Any]:
    """What is written stays on the device that it was written on."""
    blank = {
        page: facts | {"journal": [""] * len(facts["journal"])}
        for page, facts in seen.items()
        if "journal" in facts
    }
    return seen | blank


def state_of(
    page: Any,
    files: dict[str, bytes],
    target: str,
    play: Callable[[Visit], None],
    pages: Callable[[Visit], Sequence[str]],
) -> dict[str, Any]:
    """What is kept after the visit, and what the learner sees who comes back to it."""
    visit = Visit(page, files, target)
    try:
        play(visit)
        visit.page.wait_for_timeout(1500)
        platform, storage = visit.leave()
        assert visit.errors == [], visit.errors
    finally:
        visit.close()
    back = Visit(page, files, target, kept=platform or None, storage=storage)
    try:
        seen = look_around(back, pages(back))
    finally:
        back.close()
    return {"target": target, "platform": platform, "storage": storage, "seen": seen}


def keep(path: Path, state: dict[str, Any]) -> None:
    """One line a fact, so that a change can be read."""
    path.write_text(f"{_json(state, 2)}\n", "utf-8")


def _json(value: Any, depth: int) -> str:
    if not depth or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    rows = (f"{_json(name, 0)}: {_json(of, depth - 1)}" for name, of in value.items())
    return "{\n" + ",\n".join(rows) + "\n}"
