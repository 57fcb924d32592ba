"""A learner who does something on every page of any course, and not all."""

from __future__ import annotations

from typing import Any

from recorded.blocks import BlockVisit
from recorded.seen import go_on, scenario
from recorded.visit import Visit

NOTE = "Um acht, am Zaun — “yes”."
ENTRY = "60"
_PAGES = """() => Array.from(document.querySelectorAll("main li[data-page] a"),
  (link) => link.textContent.replace(/\\s+/g, " ").trim())"""
_GROUPS = """form => Array.from(new Set(Array.from(
  form.querySelectorAll("[type=radio], [type=checkbox]"), (field) => field.name)))"""


def pages(visit: Visit) -> list[str]:
    """Titles, in the order of the course; the first page of the course must be open."""
    return list(dict.fromkeys(visit.frame.evaluate(_PAGES)))


def work(visit: Visit) -> None:
    """Opens every page, answers two of three questions, leaves each simulation half played.

    Every page: what is drawn at the first visit is kept only then.
    """
    for title in pages(visit):
        visit.go(title)
        if scenario(visit.frame):
            _talk(visit)
            continue
        for n, form in enumerate(visit.frame.locator("main form.question:visible").all()):
            if n % 3 or form.locator("textarea").count():
                _answer(form, n)


def _talk(visit: Visit) -> None:
    go_on(visit.frame)
    visit.frame.locator("button.choice").first.click()
    visit.frame.locator(".talk .said").first.wait_for()


def _answer(form: Any, n: int) -> None:
    """In every kind of question; a place in a list varies with n, so that some are right."""
    if form.locator("textarea").count():
        form.locator("textarea").fill(NOTE)
        form.locator(".saved:not(:empty)").wait_for()
        return
    for place, field in enumerate(form.locator("select:visible").all()):
        values = field.evaluate("of => Array.from(of.options, (o) => o.value).filter(Boolean)")
        field.select_option(values[place % len(values)])
    for field in form.locator("input[type=text]:visible").all():
        field.fill(ENTRY)
    for name in form.evaluate(_GROUPS):
        group = form.locator(f'input[name="{name}"]:is([type=radio], [type=checkbox])')
        group.nth(n % group.count()).check()
    form.locator("[type=submit]").click()
    form.locator(".verdict:not(:empty)").wait_for()


def work_in_blocks(visit: BlockVisit) -> None:
    """In the blocks for Open edX: a note, and a simulation half played."""
    visit.write(NOTE)
    visit.go_on()
    visit.page.locator(".mb-choice").first.click()
    visit.page.locator(".mb-said").first.wait_for()
