"""Which releases the tests on real systems ran on: releases.json, which docs/support.md shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import moocbuild.report

FILE = Path(moocbuild.report.__file__).parent / "releases.json"
PAGE = Path(__file__).parents[2] / "docs" / "support.md"
LEVELS = ("proved", "read", "not tried")


def releases() -> list[dict[str, Any]]:
    """All that are listed, the newest of each system first."""
    listed: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return listed


def ran_on(system: str, release: str, build: str, accept: bool) -> None:
    """Fails where this release is listed without the build, or not at all; or lists it.

    release: how the name of the release begins, `4.5` of `4.5 LTS`.
    """
    listed = releases()
    of = [each for each in listed if each["system"] == system]
    found = [each for each in of if each["release"].split()[0] == release.split()[0]]
    assert found, f"{FILE.name} lists no {system} {release}: say what was run"
    (entry,) = found
    if build not in entry["ran"] and accept:
        entry["ran"].append(build)
        entry["level"] = "proved"
        FILE.write_text(json.dumps(listed, ensure_ascii=False, indent=2) + "\n", "utf-8")
        return
    assert build in entry["ran"], f"{system} {release} ran as {build}; --accept lists it"


def table() -> str:
    """The rows of docs/support.md."""
    rows = ["| system | release | date | level | by what |", "| --- | --- | --- | --- | --- |"]
    for each in releases():
        builds = f" ({', '.join(each['ran'])})" if each["ran"] else ""
        cells = (each["system"], each["release"], each["date"], each["level"])
        rows.append(f"| {' | '.join(cells)} | {each['by']}{builds} |")
    return "\n".join(rows)
