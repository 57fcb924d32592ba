"""The whole of the unit on listening, by keyboard alone: in Chromium and in Firefox."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit.conftest import Site, site_of
from audit.keyboard import Learner, walk, ways
from common_cartridge import hand_made as make
from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.scenario import Scenario
from moocbuild.targets import web
from pages import sample

HERE = Path(__file__).parent
UNIT = "active-listening"
GAPS = make.with_gaps(
    "gaps", make.gaps(make.single("*room", "advice"), make.typed("pause")), ordinal=99
)


class Chromium:
    """keyboard.Browser by Playwright."""

    def __init__(self, page: Any) -> None:
        self._page = page

    def open(self, url: str) -> None:
        self._page.goto(url)
        self._page.wait_for_selector("html.js")

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def type(self, text: str) -> None:
        self._page.keyboard.insert_text(text)

    def js(self, code: str) -> Any:
        return self._page.evaluate(code)


class Firefox:
    """keyboard.Browser by puppeteer-core over WebDriver BiDi."""

    def __init__(self, program: str) -> None:
        node = shutil.which("node") or str(Path(sys.prefix) / "bin/node")
        self._process = subprocess.Popen(
            [node, "firefox.mjs", program],
            cwd=HERE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _ask(self, name: str, value: str) -> Any:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps([name, value]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer
        return answer["answer"]

    def open(self, url: str) -> None:
        self._ask("open", url)

    def press(self, key: str) -> None:
        self._ask("press", key)

    def type(self, text: str) -> None:
        self._ask("type", text)

    def js(self, code: str) -> Any:
        return self._ask("js", code)

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(20)


@pytest.fixture
def chromium_page(browser: Any) -> Iterator[Chromium]:
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    yield Chromium(context.new_page())
    context.close()


@pytest.fixture
def firefox_page() -> Iterator[Firefox]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("no Firefox: on Debian, apt install firefox-esr")
    if not (HERE / "node_modules/puppeteer-core").is_dir():
        pytest.skip("no npm packages: make audit installs them")
    firefox = Firefox(program)
    yield firefox
    firefox.close()


def finished(learner: Learner, site: Site, course: Course) -> None:
    module = next(module for module in course.modules if module.id == UNIT)
    talks = [page for page in module.pages() if isinstance(page, Scenario)]
    assert learner.endings == {end for talk in talks for end in ways(talk)}
    learner.browser.open(site.url + "index.html")
    unit = f"document.querySelector('[data-module={UNIT}] .unit-state').textContent"
    learner.wait(unit)
    done, total = [int(word) for word in learner.browser.js(unit).split() if word.isdigit()]
    assert done == total > 5


@pytest.mark.audit
@pytest.mark.browser
@pytest.mark.parametrize("driver", ["chromium_page", "firefox_page"])
def test_unit(driver: str, request: pytest.FixtureRequest, site: Site, course: Course) -> None:
    learner = walk(request.getfixturevalue(driver), site.url, course, UNIT)
    kinds = set(learner.kinds)
    finished(learner, site, course)
    module = next(module for module in course.modules if module.id == UNIT)
    lessons = [page for page in module.pages() if isinstance(page, Lesson)]
    asked = {question.kind for lesson in lessons for question in lesson.questions}
    assert asked and asked <= kinds  # what its quiz asks beside that is drawn by lot


@pytest.mark.audit
@pytest.mark.browser
@pytest.mark.parametrize("driver", ["chromium_page", "firefox_page"])
def test_every_kind(driver: str, request: pytest.FixtureRequest) -> None:
    """The unit has six kinds of questions; a small course has all ten."""
    base = sample.course()
    (module, about) = base.modules
    pages = tuple(
        replace(page, drawn=0, questions=(*page.questions, GAPS))
        if isinstance(page, Quiz)
        else page
        for page in module.activities
    )
    small = replace(base, modules=(replace(module, activities=pages), about))
    site = site_of(web.TARGETS[0].render(small))
    learner = walk(request.getfixturevalue(driver), site.url, small, module.id)
    site.close()
    known = "single multiple truefalse match order numeric text hottext gaps journal"
    assert learner.kinds == set(known.split())
