"""The learner's own pages at work, on a small course with confirmed help lines."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest

from audit.conftest import Site, site_of
from audit.states import HAND_IN, RIGHT
from moocbuild.model.course import Contact
from moocbuild.targets import web
from pages import sample
from pages.sample_questions import AT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("audit")]
DAY = datetime.date(2026, 11, 1)
CANARY = "Zxqv my own words"


def line(country: str, role: str, number: str) -> Contact:
    return Contact(country=country, role=role, number=number, confirmed_on=DAY, span=AT)


@pytest.fixture(scope="module")
def small() -> Iterator[Site]:
    contacts = (
        line("BE", "suicide_line", "0800 32 123"),
        line("BE", "emergency", "112"),
        line("FR", "emergency", "15 or 112"),
    )
    course = sample.course(countries=("BE", "FR"), contacts=contacts)
    site = site_of(web.TARGETS[0].render(course))
    yield site
    site.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def visit(page: Any, site: Site, name: str) -> None:
    page.goto(site.url + name)
    page.wait_for_selector("html.js h1")
    page.wait_for_load_state("networkidle")


def kept(page: Any) -> str:
    return str(page.evaluate("JSON.stringify(Object.entries(localStorage))"))


def test_help_opens_without_a_network(page: Any, small: Site) -> None:
    visit(page, small, "active-listening.silence.html")
    small.down = True
    try:
        page.locator("a.help").focus()
        page.keyboard.press("Enter")
        box = page.locator("dialog")
        numbers = "all => all.map((one) => one.getAttribute('href'))"
        tels = box.locator("a[href^=tel]")
        assert tels.evaluate_all(numbers) == ["tel:112", "tel:080032123"]
        box.locator("select").select_option("FR")
        assert tels.evaluate_all(numbers) == ["tel:15", "tel:112"]
        page.keyboard.press("Escape")
        box.wait_for(state="detached")  # a dialog says later that it is closed
        assert page.evaluate("document.activeElement.className") == "help"
    finally:
        small.down = False
    visit(page, small, "active-listening.case.html")
    page.locator("a.help").click()
    assert page.locator("dialog select").input_value() == "FR"


def test_shared_computer(page: Any, small: Site) -> None:
    visit(page, small, "active-listening.silence.html")
    page.locator("textarea").fill(CANARY)
    page.locator(".saved:not(:empty)").wait_for()
    assert CANARY in kept(page)
    page.locator(".fold > summary").click()
    page.locator(".menu a[href='journal.html']").click()
    page.wait_for_selector('html[data-page="journal"]')
    assert CANARY in page.locator("[data-journals]").inner_text()
    switch = page.locator("main [data-set=keep]")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert CANARY not in kept(page) and "m1c" not in kept(page)
    assert CANARY in page.locator("[data-journals]").inner_text(), "still at hand"
    page.reload()
    page.wait_for_selector("html.js h1")
    assert CANARY not in page.locator("[data-journals]").inner_text()
    page.locator("main [data-set=keep][aria-pressed=true]").wait_for()


def test_name_stays_in_its_field(page: Any, small: Site) -> None:
    visit(page, small, "completion.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.evaluate(
        "document.querySelectorAll('.name, .record').forEach((o) => { o.hidden = false })"
    )
    page.locator("#printed-name").fill(CANARY)
    assert page.locator(".printed-name").inner_text() == CANARY
    page.wait_for_timeout(1300)
    assert CANARY not in kept(page) and not [url for url in asked if "Zxqv" in url]


def test_competencies_follow_answers(page: Any, small: Site) -> None:
    visit(page, small, "active-listening.check-yourself.html")
    page.evaluate(RIGHT)
    page.evaluate(HAND_IN)
    visit(page, small, "competencies.html")
    states = "all => all.map((one) => one.dataset.level)"
    levels = page.locator("[data-item]").evaluate_all(states)
    assert set(levels) - {"unseen"}, levels
    drawn = page.locator(".map svg").first
    assert drawn.locator(".fill").count() == len([one for one in levels if one != "unseen"])
    with page.expect_download() as download:
        page.locator("a[download]").click()
    text = download.value.path().read_text("utf-8")
    assert (
        "IX.2\tStays with silence" in text
        and "my-competencies" in download.value.suggested_filename
    )
