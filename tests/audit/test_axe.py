"""axe finds nothing on any page in any look; no page scrolls sideways on a phone."""

from __future__ import annotations

from typing import Any

import pytest

from audit.conftest import Site
from audit.looks import SCHEMES, WIDTHS, look, show, too_wide, violations
from audit.states import OPEN_ALL, State, states
from moocbuild.model.course import Course

pytestmark = pytest.mark.browser


def judge(page: Any, url: str, wanted: list[State]) -> list[str]:
    found = []
    for state in wanted:
        show(page, url, state)
        found += [
            f"{state.file}, {state.name}: {wrong}"
            for wrong in (*violations(page), *too_wide(page))
        ]
    return found


@pytest.mark.audit
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page(
    scheme: str, width: int, browser: Any, site: Site, pages: list[str], course: Course
) -> None:
    wanted = [State("opened", name, (OPEN_ALL,)) for name in pages]
    with look(browser, scheme, width) as page:
        assert judge(page, site.url, [*wanted, *states(course)]) == []


def sample(course: Course) -> list[State]:
    """One of each kind of page, and each state once."""
    own = ("index", "competencies", "journal", "completion", "framework", "help", "about")
    found = {name: State("opened", f"{name}.html", (OPEN_ALL,)) for name in own}
    for state in states(course):
        found.setdefault(state.name, state)
    return list(found.values())


@pytest.mark.xdist_group("audit")
@pytest.mark.parametrize(
    ("scheme", "width", "every"),
    [("light", 320, 1), ("dark", 1280, 4), ("forced colours", 320, 5)],
)
def test_sample(
    scheme: str, width: int, every: int, browser: Any, site: Site, course: Course
) -> None:
    with look(browser, scheme, width) as page:
        assert judge(page, site.url, sample(course)[::every]) == []
