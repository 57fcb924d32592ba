"""Options and fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest

from find_chromium import FLAGS, chromium

# A busy machine is no fault of the program: times belong in benchmarks.
hypothesis.settings.register_profile("moocbuild", deadline=None)
hypothesis.settings.load_profile("moocbuild")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites expected output."""
    parser.addoption("--accept", action="store_true", help="rewrite expected output")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def shared_browser() -> Iterator[Any]:
    """One Chromium for all tests: Playwright cannot be started twice in a process."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium: set MOOCBUILD_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
