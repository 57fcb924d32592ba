"""The blocks for Open edX: what the platform keeps of a learner, and what the device keeps."""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from block_site import Site
from lxml import etree
from openedx_double import Platform
from xblock.fields import Scope

from moocbuild_xblock.competencies import CompetenciesXBlock
from moocbuild_xblock.scenario import ScenarioXBlock

CLASSES = {"scenario": ScenarioXBlock, "competencies": CompetenciesXBlock}
PROBLEMS = {
    "q-single": {"attempts": 2, "score": {"raw_earned": 1, "raw_possible": 1}},
    "q-text": {"attempts": 1, "score": {"raw_earned": 0, "raw_possible": 1}},
    "q-hottext": {"attempts": 1, "score": {"raw_earned": 1, "raw_possible": 1}},
}
"""What the platform itself keeps of three questions."""
NOTE = "I was heard on a bench. Écoute — “yes”."

_READ = r"""
() => {
  const all = (selector, of = document) => Array.from(of.querySelectorAll(selector));
  const text = (node) => node ? node.textContent.replace(/\s+/g, " ").trim() : "";
  const numbers = (node) => (text(node).match(/\d+/g) || []).map(Number);
  return {
    scenes: all(".mb-talk h4").filter((one) => one.closest(".mb-scene")).map(text),
    said: all(".mb-said span").map(text),
    mood: all(".mb-mood").map(text),
    choices: all(".mb-choice").map(text),
    items: all("tr[data-item]").map(
      (row) => [row.dataset.item, row.dataset.level, ...numbers(row.querySelector(".mb-meta"))]),
    notes: all(".mb-page textarea").map((field) => field.value),
  };
}"""


def olx(package: Path) -> dict[str, str]:
    """The blocks of a package, by "scenario" and "competencies"."""
    found = {}
    with tarfile.open(package) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".xml") else None
            for name in CLASSES if file else ():
                file.seek(0)  # type: ignore[union-attr]
                node = etree.parse(file).find(f".//moocbuild_{name}")
                if node is not None:
                    found[name] = etree.tostring(node, encoding="unicode", with_tail=False)
    return found


class BlockVisit:
    """fields: what the platform keeps of the simulation, by the name of the field."""

    def __init__(
        self,
        page: Any,
        package: Path,
        fields: Mapping[str, Any] | None = None,
        storage: Mapping[str, str] | None = None,
    ) -> None:
        self.platform = Platform()
        found = olx(package)
        self.blocks = {
            name: self.platform.block(CLASSES[name], text, name) for name, text in found.items()
        }
        self.scenario = etree.fromstring(found["scenario"]).get("url_name", "")
        self._take_up(fields or {})
        self.site = Site(self.platform, self.blocks)
        self.errors: list[str] = []
        self.page = page
        self.page.set_default_timeout(10000)
        self.page.on("pageerror", self._failed)
        self.page.goto(f"{self.site.url}/start.js")
        self.page.evaluate(
            "kept => Object.entries(kept).forEach(([key, value]) => localStorage[key] = value)",
            dict(storage or {}),
        )
        self.errors.clear()

    def _take_up(self, fields: Mapping[str, Any]) -> None:
        block = self.blocks["scenario"]
        for name, value in fields.items():
            field = block.fields[name]  # KeyError: a field that learners' records hang on is gone
            setattr(block, name, field.from_json(value))
        block.save()
        course = self.blocks["competencies"].scope_ids.usage_id.context_key
        states = self.platform.states.states
        for name, state in PROBLEMS.items():
            states[course.make_usage_key("problem", name)] = state
        states[course.make_usage_key("moocbuild_scenario", self.scenario)] = dict(fields)

    def open(self, block: str) -> None:
        """Each stands on a page of its own, as in the packages."""
        self.site.blocks = {block: self.blocks[block]}
        self.page.goto(self.site.url)
        self.page.wait_for_selector(".mb-actions:not([hidden])")

    def go_on(self) -> None:
        self.open("scenario")
        self.page.locator(".mb-scenario [data-do=go], .mb-scenario [data-do=again]").first.click()
        self.page.locator(".mb-talk .mb-now").wait_for()

    def take(self, *choices: str) -> None:
        for choice in choices:
            before = self.page.locator(".mb-said").count()
            self.page.locator(".mb-choice").filter(has_text=choice).click()
            self.page.wait_for_function(
                "before => document.querySelectorAll('.mb-said').length !== before", arg=before
            )

    def write(self, words: str) -> None:
        self.open("competencies")
        self.page.locator(".mb-page summary").first.click()
        self.page.locator(".mb-page textarea").first.fill(words)
        self.page.locator(".mb-page .mb-saved:not(:empty)").first.wait_for()

    def seen(self) -> dict[str, Any]:
        """What both show."""
        self.go_on()
        facts: dict[str, Any] = self.page.evaluate(_READ)
        self.open("competencies")
        return {name: facts[name] or found for name, found in self.page.evaluate(_READ).items()}

    def kept(self) -> tuple[dict[str, Any], dict[str, str]]:
        """What the platform keeps by field, what the device keeps."""
        block = self.blocks["scenario"]
        fields = {
            name: field.to_json(getattr(block, name))
            for name, field in block.fields.items()
            if field.scope == Scope.user_state and field.is_set_on(block)
        }
        return fields, self.page.evaluate("() => Object.fromEntries(Object.entries(localStorage))")

    def _failed(self, error: Any) -> None:
        self.errors.append(str(error))

    def close(self) -> None:
        self.page.remove_listener("pageerror", self._failed)
        self.page.goto("about:blank")
        self.site.close()


def _blocks_middle(visit: BlockVisit) -> None:
    visit.write(NOTE)
    visit.go_on()
    visit.take("Fine, bye.")


def _blocks_played(visit: BlockVisit) -> None:
    visit.go_on()
    visit.take("What do you mean?", "Stay with me")
    visit.page.locator(".mb-end [data-do=again]").click()
    visit.page.locator(".mb-choice").filter(has_text="Fine, bye.").wait_for()
    visit.take("Fine, bye.")


BLOCK_PLAYS: dict[str, Callable[[BlockVisit], None]] = {
    "middle": _blocks_middle,
    "played": _blocks_played,
}


def recorded_blocks(page: Any, package: Path, name: str) -> dict[str, Any]:
    return {"course": "small", **state_of_blocks(page, package, BLOCK_PLAYS[name])}


def state_of_blocks(
    page: Any, package: Path, play: Callable[[BlockVisit], None]
) -> dict[str, Any]:
    """What is kept after the visit, and what the learner sees who comes back to it."""
    visit = BlockVisit(page, package)
    try:
        play(visit)
        fields, storage = visit.kept()
        assert visit.errors == [], visit.errors
    finally:
        visit.close()
    back = BlockVisit(page, package, fields, storage)
    try:
        seen = back.seen()
    finally:
        back.close()
    return {"platform": fields, "storage": storage, "seen": seen}
