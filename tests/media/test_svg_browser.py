"""Clean drawings inside an HTML page of a real browser: its parser has the last word on mXSS."""

import pytest

from media.test_svg import GONE, KEPT, MUTATIONS, drawing
from moocbuild.media.svg import clean_svg
from tools.find_chromium import chromium

pytestmark = pytest.mark.browser

FOUND = """() => [...document.querySelectorAll('*')].flatMap(element => [
    ...(element.matches('script, img, iframe, style > *, desc > *') ? ['element'] : []),
    ...element.getAttributeNames().filter(name => /^on|^srcdoc$/i.test(name)),
])"""


def test_nothing_runs_loads_or_breaks_out() -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    program = chromium()
    if program is None:
        pytest.skip("no Chromium here")
    parts = [clean_svg(drawing(part)).decode() for part in [*KEPT, *GONE, *MUTATIONS]]
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        for twice in (False, True):
            page.set_content("".join(f"<p>{part}</p>" for part in parts))
            if twice:  # what innerHTML reads back is parsed anew: where mutations come from
                page.evaluate("() => { document.body.innerHTML = document.body.innerHTML }")
            assert page.evaluate("() => document.querySelectorAll('p > svg').length") == len(parts)
            assert page.evaluate(FOUND) == []
        browser.close()
    assert (asked, said) == ([], [])
