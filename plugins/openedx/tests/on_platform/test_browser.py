"""Both blocks in Chromium under a strict policy: by keyboard, offline, in two windows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from block_site import Site, site
from xblock_samples import CALM, competencies, scenario

from audit.looks import too_wide, violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("xblock")]


@pytest.fixture
def blocks() -> Iterator[Site]:
    made = site(scenario=scenario(CALM), competencies=competencies())
    yield made
    made.close()


@pytest.fixture
def page(shared_browser: Any) -> Iterator[Any]:
    """A page that fails the test when a script does, or asks for anything from elsewhere."""
    context = shared_browser.new_context(viewport={"width": 320, "height": 568})
    made = context.new_page()
    made.set_default_timeout(10000)
    wrong: list[str] = []
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on(
        "request",
        lambda one: (
            None if one.url.startswith(("http://127.", "blob:")) else wrong.append(one.url)
        ),
    )
    yield made
    context.close()
    assert wrong == []


def opened(page: Any, blocks: Site, path: str = "/") -> Any:
    page.goto(blocks.url + path)
    page.wait_for_selector(".mb-actions:not([hidden])")
    return page


def press(page: Any, words: str) -> None:
    """As somebody who has no mouse."""
    page.get_by_role("button", name=words, exact=True).focus()
    page.keyboard.press("Enter")


def heading(page: Any, words: str) -> None:
    """Waits for a scene; the focus is on its heading, so that it is read next."""
    page.wait_for_function(
        "words => document.activeElement.tagName === 'H4' && "
        "document.activeElement.textContent === words",
        arg=words,
    )


def test_a_simulation_is_played_by_keyboard(page: Any, blocks: Site) -> None:
    opened(page, blocks)
    press(page, "Begin")
    heading(page, "The book")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    heading(page, "Yes")
    press(page, "Stay.")
    heading(page, "Held together")
    assert page.locator(".mb-stage .mb-debrief").is_visible()
    assert blocks.platform.of("grade")[-1]["value"] == 1.0
    press(page, "One step back")
    heading(page, "Yes")
    press(page, "Stop here")
    page.wait_for_selector(".mb-stopped")
    assert page.evaluate("document.activeElement.className") == "mb-stopped"
    press(page, "Go on")
    heading(page, "Yes")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    shared_browser: Any, blocks: Site, width: int
) -> None:
    context = shared_browser.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    opened(page, blocks)
    found = [*violations(page), *too_wide(page)]
    press(page, "Begin")
    for title, said in (
        ("The book", "“Did you like the ending?”"),
        ("His hand on the door", "“You’re right.”"),
        ("Yes", "Stay."),
    ):
        heading(page, title)
        found += [*violations(page), *too_wide(page)]
        press(page, said)
    heading(page, "Held together")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found += [*violations(page), *too_wide(page)]
    context.close()
    assert found == []


def test_studio_says_what_is_wrong(page: Any) -> None:
    made = site(scenario=scenario(), author=True)
    page.goto(f"{made.url}/studio")
    page.get_by_label("Data, as XML").fill("<scenario language='en'>\n<scene/></scenario>")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector(".mb-problems:not([hidden])")
    assert "Line 2" in page.locator(".mb-problems li").first.text_content()
    assert [name for name, _ in page.evaluate("notified")] == ["save", "error"]
    page.get_by_label("Data, as XML").fill(made.blocks["scenario"].content)
    page.get_by_label("Display name").fill("Another name")
    page.get_by_role("button", name="Save").click()
    page.wait_for_function("() => notified.length === 4")
    assert page.evaluate("notified[3]") == ["save", "end"]
    assert made.blocks["scenario"].display_name == "Another name"
    made.close()


def test_without_a_connection_a_choice_is_sent_again_and_taken_once(
    page: Any, blocks: Site
) -> None:
    opened(page, blocks)
    press(page, "Begin")
    heading(page, "The book")
    blocks.down = True
    press(page, "“What did you mean by that?”")
    page.get_by_text("There is no connection at the moment.").wait_for()
    blocks.down = False
    heading(page, "Yes")
    assert blocks.blocks["scenario"].path == ["book/a"]
    moves = [said for said in blocks.asked if '"take"' in said]
    assert len(moves) > 1 and len(set(moves)) == 1


def test_an_older_window_is_brought_up_to_date(page: Any, blocks: Site) -> None:
    opened(page, blocks)
    other = opened(page.context.new_page(), blocks)
    press(page, "Begin")
    heading(page, "The book")
    press(page, "“Did you like the ending?”")
    heading(page, "His hand on the door")
    press(other, "Begin")
    heading(other, "His hand on the door")
    note = other.locator(".mb-note[role=status]").text_content()
    assert "another window" in note and blocks.blocks["scenario"].path == ["book/b"]


def test_what_one_writes_stays_on_the_device(page: Any, blocks: Site) -> None:
    opened(page, blocks)
    page.locator(".mb-page summary").click()
    page.get_by_label("Your words: Keep this").fill("Zxqv was there")
    page.wait_for_function("() => document.querySelector('.mb-saved').textContent !== ''")
    opened(page, blocks)
    assert page.locator(".mb-written").is_visible()
    field = page.locator(".mb-page textarea")
    assert field.input_value() == "Zxqv was there"
    assert not any("Zxqv" in said for said in blocks.asked)
    keys = page.evaluate("Object.keys(localStorage)")
    assert [key.startswith("moocbuild:journal:") for key in keys] == [True]
    assert page.context.cookies() == []


def test_the_journal_can_be_taken_away_and_deleted(page: Any, blocks: Site) -> None:
    opened(page, blocks)
    page.locator(".mb-page summary").click()
    page.get_by_label("Your words: Keep this").fill("A long silence")
    with page.expect_download() as saved:
        press(page, "Save my journal as a text file")
    text = saved.value.path().read_text("utf-8-sig")
    assert "What made it safe?" in text and "A long silence" in text
    press(page, "Delete my whole journal")
    page.keyboard.press("Enter")  # it asks once more
    assert page.locator(".mb-page textarea").input_value() == ""
    assert page.evaluate("localStorage.length") == 0


def test_on_a_shared_computer_nothing_is_kept(page: Any, blocks: Site) -> None:
    opened(page, blocks)
    page.locator(".mb-page summary").click()
    page.get_by_label("Your words: Keep this").fill("Not for others")
    page.wait_for_function("() => document.querySelector('.mb-saved').textContent !== ''")
    page.get_by_label("Keep nothing on this device").check()
    assert page.evaluate("Object.keys(localStorage)") == ["moocbuild:nothing"]
    page.locator(".mb-page textarea").fill("Not these either")
    page.wait_for_function(
        "() => document.querySelector('.mb-saved').textContent.includes('keeps nothing')"
    )
    opened(page, blocks)
    assert page.evaluate("Object.keys(localStorage)") == ["moocbuild:nothing"]
    assert page.get_by_label("Keep nothing on this device").is_checked()


def test_the_map_is_taken_away(page: Any, blocks: Site) -> None:
    opened(page, blocks)
    with page.expect_download() as saved:
        press(page, "Save this as a text file")
    lines = saved.value.path().read_text("utf-8-sig").splitlines()
    assert lines[0] == "My map" and "VIII.2\tAsking about safety VIII.2\tNot seen yet" in lines


def test_g18_in_a_sandbox_all_is_there_to_read(page: Any, blocks: Site) -> None:
    page.goto(f"{blocks.url}/sandbox")
    page.locator(".mb-reading summary").click()
    page.locator(".mb-scenario .mb-help summary").click()
    words = page.locator("main").inner_text()
    for said in ("“I knew it.”", "Try the promise again.", "Not seen yet", "112", "0800 32 123"):
        assert said in words
    assert "No scripts run here" in words
    assert not page.get_by_role("button").count()
