"""Clean drawings inside an HTML page of a real browser: its parser has the last word on mXSS."""

from typing import Any

import pytest

from media.test_svg import GONE, KEPT, MUTATIONS, drawing
from moocbuild.media.svg import clean_svg

pytestmark = pytest.mark.browser

FOUND = """() => [...document.querySelectorAll('*')].flatMap(element => [
    ...(element.matches('script, img, iframe, style > *, desc > *') ? ['element'] : []),
    ...element.getAttributeNames().filter(name => /^on|^srcdoc$/i.test(name)),
])"""


def test_nothing_runs_loads_or_breaks_out(shared_browser: Any) -> None:
    parts = [clean_svg(drawing(part)).decode() for part in [*KEPT, *GONE, *MUTATIONS]]
    page = shared_browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    for twice in (False, True):
        page.set_content("".join(f"<p>{part}</p>" for part in parts))
        if twice:  # what innerHTML reads back is parsed anew: where mutations come from
            page.evaluate("() => { document.body.innerHTML = document.body.innerHTML }")
        assert page.evaluate("() => document.querySelectorAll('p > svg').length") == len(parts)
        assert page.evaluate(FOUND) == []
    page.close()
    assert (asked, said) == ([], [])
