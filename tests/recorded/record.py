"""Records the states of this folder anew: `python tests/recorded/record.py COMMIT [STATE …]`.

COMMIT is what the record says it was made by. To be run with the program whose states shall
resume for ever, which is rarely the newest one: see README.md.
"""

from __future__ import annotations

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
from recorded.resume import keep, state_of
from recorded.visit import COURSES, HERE, VERSIONS, built, members

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
            packages = built(COURSES / course, Path(folder) / course, *VERSIONS)
            for target, package in packages.items():
                state = recorded(browser.new_page(), members(package), target, name)
                keep(STATES / f"{name}.{target}.json", by | state)
        for name in BLOCK_PLAYS if "xblock" in (wanted or ("xblock",)) else ():
            package = built(COURSES / "small", Path(folder) / "blocks", "olx")["olx"]
            state = recorded_blocks(browser.new_page(), package, name)
            keep(STATES / f"{name}.xblock.json", by | state)


def recorded(page: Any, files: dict[str, bytes], target: str, name: str) -> dict[str, Any]:
    """The state of one of `PLAYS`."""
    course, play = PLAYS[name]
    return {"course": course, **state_of(page, files, target, play, lambda visit: PAGES[name])}


if __name__ == "__main__":
    main(*sys.argv[1:])
