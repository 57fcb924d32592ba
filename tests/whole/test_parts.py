"""Packages hold the parts of the player that their pages use, and no others."""

from __future__ import annotations

import json

import lxml.html
import pytest

from moocbuild.player.html.parts import FILES, PARTS
from moocbuild.player.html.script import part
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


def joined(name: str, target: str = "web") -> set[str]:
    """The parts that lie in files of a package, told by their code."""
    members = packages(name)[target].members
    whole = b"".join(members[file] for file in FILES if file in members)
    language = json.loads(members["moocbuild.json"])["language"]
    return {each for each in PARTS if part(each, language) in whole}


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "scorm-2004"])
@pytest.mark.parametrize("name", COURSES)
def test_every_part_has_a_page(name: str, target: str) -> None:
    there, used = named(name, target)
    assert used <= there
    assert there - used <= SHARED


def test_what_a_course_does_not_use_is_not_there() -> None:
    hygiene, _ = named("hand-hygiene", "web")
    assert not hygiene & {"help.js", "card.js", "tabs.css", "card.css"}
    assert {"scenario.js", "scenario.css"} <= hygiene
    assert not joined("hand-hygiene") & {"journal.js", "writing.js", "gaps.js", "match.js"}
    assert {"home.js", "order.js"} <= joined("hand-hygiene")
    fractions, _ = named("fractions", "web")
    assert not fractions & {"scenario.js", "scenario.css", "tabs.css"}
    assert {"journal.js", "writing.js", "competencies.js"} <= joined("fractions")
    assert "survey.js" not in joined("fractions")
    git, _ = named("git-basics", "web")
    assert "tabs.css" in git
    assert "survey.js" in joined("git-basics")
    assert "completion.js" not in joined("git-basics"), "its author has switched that page off"


@pytest.mark.parametrize(
    ("target", "own", "other"),
    [("web", "worker.js", "before.js"), ("scorm-2004", "before.js", "worker.js")],
)
def test_what_one_edition_needs_is_not_in_others(target: str, own: str, other: str) -> None:
    found = joined("git-basics", target)
    assert own in found and other not in found


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
