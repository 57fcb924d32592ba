"""Keeps what a release has made, for every later one: `python tests/releases/add.py [COURSE]`.

COURSE: a folder with course/; its ids are frozen in the copy that is kept. Without one, the
course that `moocbuild init` writes. The folder is called after the program's version and must
not be there. PYTHONPATH says whose program it is: see README.md.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    TESTS = Path(__file__).resolve().parents[1]
    PLUGIN = TESTS.parent / "plugins" / "openedx"
    sys.path[:0] = [str(TESTS), str(TESTS.parent / "tools")]
    sys.path.extend([str(PLUGIN), str(PLUGIN / "tests")])

from changelog import entry
from find_chromium import FLAGS, chromium
from recorded.blocks import state_of_blocks
from recorded.resume import keep, state_of
from recorded.visit import VERSIONS, built, members
from releases.identities import READERS, identities
from releases.learner import pages, work, work_in_blocks

HERE = Path(__file__).resolve().parent
PARTS = ("course", "quizzes", "media")


def main(course: str = "") -> None:
    """Writes the folder as a whole, or nothing."""
    import moocbuild

    version = moocbuild.__version__
    if (HERE / version).exists():
        sys.exit(f"tests/releases/{version} is there already: what was released stays as it was")
    with tempfile.TemporaryDirectory(dir=HERE, prefix=".new-") as room:
        new = Path(room) / version
        _course(
            Path(course) if course else None, new / "course", Path(room), str(entry(version).date)
        )
        _record(new, Path(room) / "packages")
        new.rename(HERE / version)
    print(HERE / version)


def run(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "moocbuild", *map(str, arguments)], check=True)


def _course(given: Path | None, to: Path, room: Path, date: str) -> None:
    if given is None:
        given = room / "sample"
        run("init", given, "--title", "Thé", "--language", "fr", "--licence", "CC0-1.0")
    for part in PARTS:
        if (given / part).is_dir():
            shutil.copytree(given / part, to / part)
    settings = to / "course" / "course.yml"
    text = settings.read_text("utf-8")
    if "\nolx:" not in text:
        text = f"{text.rstrip()}\nolx: {{xblocks: true}}\n"
    dated = re.sub(r"(?m)^released: \S+", f"released: {date}", text)
    settings.write_text(dated, "utf-8")
    run("ids", "-C", to, "--write")


def _record(new: Path, room: Path) -> None:
    packages = built(new / "course", room / "as-it-was", *READERS)
    marks = {target: identities(package, target) for target, package in packages.items()}
    (new / "identities.json").write_text(
        json.dumps(marks, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    shutil.copyfile(packages["moodle"], new / "moodle.mbz")
    shutil.copyfile(packages["olx"], new / "olx.tar.gz")
    for target, state in states(packages).items():
        keep(new / f"{target}.json", state)


def states(packages: dict[str, Path]) -> dict[str, dict[str, Any]]:
    """By target, what a learner left there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        found = {
            target: state_of(browser.new_page(), members(packages[target]), target, work, pages)
            for target in VERSIONS
        }
        blocks = state_of_blocks(browser.new_page(), packages["olx"], work_in_blocks)
        return {**found, "xblock": blocks}


if __name__ == "__main__":
    main(*sys.argv[1:])
