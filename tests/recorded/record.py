"""Records the states of this folder anew: `python tests/recorded/record.py COMMIT [STATE …]`.

COMMIT is what the record says it was made by. To be run with the program whose states shall
resume for ever, which is rarely the newest one: see README.md.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    TESTS = Path(__file__).resolve().parents[1]
    PLUGIN = TESTS.parent / "plugins/openedx"
    sys.path[:0] = [str(TESTS), str(PLUGIN), str(PLUGIN / "tests")]

from find_chromium import chromium
from recorded.blocks import BLOCK_PLAYS, recorded_blocks
from recorded.plays import PAGES, PLAYS
from recorded.resume import look_around
from recorded.visit import HERE, VERSIONS, Visit, built, members

STATES = HERE / "states"


def main(commit: str, *wanted: str) -> None:
    from playwright.sync_api import sync_playwright

    import moocbuild

    STATES.mkdir(exist_ok=True)
    by = {"program": moocbuild.__version__, "commit": commit}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, (course, _) in PLAYS.items():
            if name not in (wanted or PLAYS):
                continue
            packages = built(course, Path(folder) / course, *VERSIONS)
            for target, package in packages.items():
                keep(
                    f"{name}.{target}",
                    by | recorded(browser.new_page(), members(package), target, name),
                )
        for name in BLOCK_PLAYS if "xblock" in (wanted or ("xblock",)) else ():
            package = built("small", Path(folder) / "blocks", "olx")["olx"]
            keep(f"{name}.xblock", by | recorded_blocks(browser.new_page(), package, name))


def keep(name: str, state: dict[str, Any]) -> None:
    """One line a fact, so that a change can be read."""
    (STATES / f"{name}.json").write_text(f"{_json(state, 2)}\n", "utf-8")


def _json(value: Any, depth: int) -> str:
    if not depth or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    rows = (f"{json.dumps(name)}: {_json(of, depth - 1)}" for name, of in value.items())
    return "{\n" + ",\n".join(rows) + "\n}"


def recorded(page: Any, files: dict[str, bytes], target: str, name: str) -> dict[str, Any]:
    """What is kept after the visit, and what the learner sees who comes back to it."""
    course, play = PLAYS[name]
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
        expected = look_around(back, PAGES[name])
    finally:
        back.close()
    return {
        "course": course,
        "target": target,
        "platform": platform,
        "storage": storage,
        "seen": expected,
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
