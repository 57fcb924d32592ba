"""Packages hold the parts of the player that their pages use, and no others."""

from __future__ import annotations

import lxml.html
import pytest

from whole.courses import COURSES, packages

SHARED = frozenset({"later.js", "search.js", "sw.js"})


def named(name: str, target: str) -> tuple[set[str], set[str]]:
    """Scripts and sheets that lie in a package, and those that its pages name."""
    members = packages(name)[target].members
    found: set[str] = set()
    for file, content in members.items():
        if file.endswith(".html") and isinstance(content, bytes):
            page = lxml.html.fromstring(content.decode())
            found |= {*page.xpath("//script/@src"), *page.xpath("//link[@rel='stylesheet']/@href")}
            found |= {*" ".join(page.xpath("//script/@data-then")).split()}
    return {each for each in members if each.endswith((".js", ".css"))}, found


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "scorm-2004"])
@pytest.mark.parametrize("name", COURSES)
def test_every_part_has_a_page(name: str, target: str) -> None:
    there, used = named(name, target)
    assert used <= there
    loaded = SHARED | ({"journal.js"} if name == "fractions" else frozenset())
    assert there - used <= loaded


def test_what_a_course_does_not_use_is_not_there() -> None:
    hygiene, _ = named("hand-hygiene", "web")
    unused = {"help.js", "journal.js", "writing.js", "card.js", "gaps.js", "match.js"}
    assert not hygiene & {*unused, "tabs.css", "card.css"}
    assert {"order.js", "scenario.js", "scenario.css"} <= hygiene
    fractions, _ = named("fractions", "web")
    assert {"journal.js", "writing.js", "competencies.js"} <= fractions
    assert not fractions & {"scenario.js", "scenario.css", "tabs.css", "survey.js"}
    git, _ = named("git-basics", "web")
    assert {"tabs.css", "survey.js"} <= git
    assert "completion.js" not in git, "its author has switched that page off"


@pytest.mark.parametrize(
    ("name", "kinds"), [("fractions", {".gap", ".row", ".step"}), ("hand-hygiene", {".step"})]
)
def test_one_sheet_has_the_kinds_of_questions_that_a_course_asks(
    name: str, kinds: set[str]
) -> None:
    sheet = packages(name)["web"].read("style.css").decode()
    assert {
        each for each in (".gap", ".row", ".step", ".statement") if f"{each}{{" in sheet
    } == kinds
