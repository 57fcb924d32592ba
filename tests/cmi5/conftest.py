"""A course that is launched in a browser, and who learns there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from cmi5.launcher import UNIT, Launcher
from cmi5.ralph import Ralph
from moocbuild.model.course import Course, Module
from moocbuild.targets.cmi5 import TARGETS
from player.answers import RIGHT, WRONG, answer
from player.conftest import Server
from player.course import lesson, small_course

QUIZ = "one.check.html"
REST = ("index.html", "one.index.html", "one.read.html", "one.case.html", "one.talk-text.html")
"""What is read or played; the quizzes come on top."""
(CMI5,) = TARGETS


def two_units() -> Course:
    """The small course and a second module, each a unit of its own."""
    course = small_course()
    second = Module(
        id="two",
        title="Two",
        welcome=lesson("two/index", 8),
        outcomes=("Say it.",),
        span=course.modules[0].span,
    )
    return replace(
        course,
        modules=(course.modules[0], second, course.modules[1]),
        settings=replace(course.settings, au="module"),
    )


class Learner:
    """A browser in which a course is launched. folder: of the unit."""

    def __init__(self, browser: Any, server: Server, launcher: Launcher) -> None:
        self.server, self.launcher = server, launcher
        self.folder = ""
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.page.set_default_timeout(20000)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, page: str = QUIZ, query: str | None = None, unit: str = UNIT) -> None:
        asked = self.launcher.launch(unit) if query is None else query
        self.page.goto(f"{self.server.url}/course/{self.folder}{page}?{asked}")
        self.page.wait_for_selector("html.js h1")

    def go(self, page: str) -> None:
        """Follows a link to a page of the course."""
        self.page.evaluate(
            "(to) => { const a = document.createElement('a'); a.href = to;"
            " document.querySelector('main').append(a); a.click(); }",
            page,
        )
        self.page.wait_for_function("to => location.pathname.endsWith('/' + to)", arg=page)
        self.page.wait_for_selector("html.js h1")

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(400):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError((self.launcher.verbs(), self.launcher.wrong))

    def tell(self, kind: str, given: Any) -> None:
        answer(self.page.main_frame, f"q-{kind}", kind, given)

    def answer_all(self, *, right: bool) -> None:
        """All that is graded."""
        for kind, given in (RIGHT if right else WRONG).items():
            self.tell(kind, given)
        self.go("one.final.html")
        for form in self.page.locator("[data-question]:visible").all():
            name = form.get_attribute("data-question")
            answer(self.page.main_frame, name, "single", "b" if right else "c")

    def read_all(self) -> None:
        """All that is not graded."""
        for page in REST:
            self.go(page)

    def leave(self) -> None:
        """Goes away, and the session ends."""
        self.page.goto("about:blank")
        self.until(lambda: self.launcher.verbs()[-1] == "terminated")

    def results(self) -> Sequence[Any]:
        """Results of what was answered."""
        said = [
            each for each in self.launcher.statements if each["verb"]["id"].endswith("answered")
        ]
        return [each["result"] for each in said]


def _served(course: Course) -> Server:
    made = CMI5.render(course)
    server = Server()
    server.files.update(
        {f"/course/{n}": made.read(n) for n in made.names() if not n.endswith((".mp4", ".mp3"))}
    )
    return server


@pytest.fixture
def course() -> Course:
    """What is launched: one unit."""
    return small_course()


@pytest.fixture
def server(course: Course) -> Iterator[Server]:
    server = _served(course)
    yield server
    server.close()


@pytest.fixture(scope="session")
def ralph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ralph]:
    """Ralph, a record store that others made."""
    ralph = Ralph(tmp_path_factory.mktemp("ralph"))
    yield ralph
    ralph.close()


@pytest.fixture
def launcher(request: pytest.FixtureRequest) -> Iterator[Launcher]:
    launcher = Launcher(**getattr(request, "param", {}))
    yield launcher
    launcher.close()


@pytest.fixture
def learner(shared_browser: Any, server: Server, launcher: Launcher) -> Iterator[Learner]:
    learner = Learner(shared_browser, server, launcher)
    yield learner
    learner.context.close()
    assert learner.errors == []
