"""Options and fixtures that all tests share."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest

from find_chromium import FLAGS, chromium
from moocbuild.verify import verify_whole

# A busy machine is no fault of the program: times belong in benchmarks. A run tries what the run
# before tried; `--hypothesis-profile explore` (in `make audit`) looks for what nobody has tried.
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.register_profile("moocbuild", deadline=None, derandomize=True)
hypothesis.settings.load_profile("moocbuild")

# What a shell starts in the background ignores Ctrl+C, and so would what tests start and end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def _every_package_is_parsed() -> Iterator[None]:
    """What a build in a test writes is verified whole, not only as far as builds do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("moocbuild.build.verify", verify_whole)
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_a_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests build is kept apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites expected output."""
    parser.addoption("--accept", action="store_true", help="rewrite expected output")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `audit` run only where they are asked for: `-m audit`."""
    if "audit" in (config.option.markexpr or ""):
        return
    left_out = [item for item in items if item.get_closest_marker("audit")]
    items[:] = [item for item in items if not item.get_closest_marker("audit")]
    config.hook.pytest_deselected(items=left_out)


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
