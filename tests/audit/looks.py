"""Ways to look at a page: theme and width; and what is asked of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from audit.states import State

AXE = Path(__file__).parents[1] / "player/node_modules/axe-core/axe.min.js"
SCHEMES = ("light", "dark", "forced colours")
WIDTHS = (1280, 320)
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  const said = (one, node) => `${one.id}: ${node.html.slice(0, 160)}`;
  return found.violations.flatMap((one) => one.nodes.map((node) => said(one, node)));
}"""
_WIDE = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return [];
  const out = [...document.querySelectorAll("main *, .bar *, .foot *, dialog *")].filter(
    (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".wide"));
  return [`${wide} px too wide: ${out.slice(-1).map((one) => one.outerHTML.slice(0, 120))}`];
}"""


@contextmanager
def look(browser: Any, scheme: str, width: int) -> Iterator[Any]:
    """A page of a browser that has this scheme and width, and no motion."""
    context = browser.new_context(
        viewport={"width": width, "height": 568 if width < 400 else 800},
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if scheme == "forced colours" else "none",
        reduced_motion="reduce",
        service_workers="block",
    )
    page = context.new_page()
    page.set_default_timeout(15000)
    yield page
    context.close()


def show(page: Any, url: str, state: State) -> None:
    """Opens the page of a state and does what was done there."""
    page.goto(url + state.file)
    page.wait_for_selector("html.js")
    for step in state.done:
        page.evaluate(step)
    page.wait_for_selector(state.until)


def violations(page: Any) -> list[str]:
    """What axe finds wrong, WCAG 2.2 AA and best practice."""
    # What the bar happens to half cover at this moment is not small: it scrolls.
    page.evaluate("window.scrollTo(0, 0)")
    page.evaluate(axe())
    found: list[str] = page.evaluate(_RUN, _RULES)
    return found


def too_wide(page: Any) -> list[str]:
    """Whether the page scrolls sideways, and what sticks out."""
    found: list[str] = page.evaluate(_WIDE)
    return found


@cache
def axe() -> str:
    """The program that looks for barriers; a test that needs it is skipped where it is missing."""
    if not AXE.is_file():
        pytest.skip("no npm packages: npm --prefix tests/player ci")
    return AXE.read_text("utf-8")
