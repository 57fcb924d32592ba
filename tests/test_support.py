"""docs/support.md says on which releases what was tried, and says it as the tests know it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from systems.marked import summary
from systems.releases import LEVELS, PAGE, releases, table

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "each", releases(), ids=lambda each: f"{each['system']} {each['release']}"
)
def test_only_what_ran_is_called_proved(each: dict[str, Any]) -> None:
    assert each["level"] in LEVELS
    assert (each["level"] == "proved") == bool(each["ran"])
    assert each["by"]


@pytest.mark.parametrize(("name", "rows"), [("releases", table), ("places", summary)])
def test_the_page_shows_the_list(name: str, rows: Callable[[], str], accept: bool) -> None:
    page = PAGE.read_text("utf-8")
    before, marker, rest = page.partition(f"<!-- {name} -->\n")
    shown, end, after = rest.partition(f"<!-- /{name} -->")
    said = f"\n{rows()}\n\n"
    if accept and shown != said:
        PAGE.write_text(before + marker + said + end + after, "utf-8")
    else:
        assert shown == said


def test_the_page_tells_when_each_test_on_open_edx_ran() -> None:
    _, _, rest = PAGE.read_text("utf-8").partition("<!-- openedx -->\n")
    rows = rest.partition("<!-- /openedx -->")[0].strip().splitlines()[2:]
    told = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    tests = {file.stem for file in (ROOT / "tests" / "systems" / "openedx").glob("test_*.py")}
    assert {f"test_{name.strip('`')}" for name, *_ in told} == tests
    assert all(result and date.fromisoformat(day) for _, _, result, day in told)


def test_the_readme_leads_there() -> None:
    assert "(docs/support.md)" in (ROOT / "README.md").read_text("utf-8")


def test_the_plugin_claims_no_release_that_was_not_tried() -> None:
    version = (ROOT / "plugins/moodle/version.php").read_text("utf-8")
    found = re.search(r"supported = \[(\d+), (\d+)\]", version)
    assert found
    proved = [
        int("{}{:02}".format(*map(int, each["release"].split()[0].split("."))))
        for each in releases()
        if each["system"] == "Moodle" and each["level"] == "proved"
    ]
    assert [int(found[1]), int(found[2])] == [min(proved), max(proved)]
