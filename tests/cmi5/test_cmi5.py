"""The player in front of a launcher: what it says, when, and that no answer is lost."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from cmi5.launcher import Launcher, verb
from moocbuild.targets.cmi5 import TARGETS
from player.answers import answer
from player.conftest import Server
from player.course import small_course
from whole.courses import COURSES, package

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
QUIZ = "one.check.html"
NOT_YET = "have not reached the learning platform"
AGAIN = "Everything has reached the learning platform again"
(CMI5,) = TARGETS


class Learner:
    """A browser in which a course is launched."""

    def __init__(self, browser: Any, server: Server, launcher: Launcher) -> None:
        self.server, self.launcher = server, launcher
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.page.set_default_timeout(20000)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, page: str = QUIZ, query: str | None = None) -> None:
        asked = self.launcher.launch() if query is None else query
        self.page.goto(f"{self.server.url}/course/{page}?{asked}")
        self.page.wait_for_selector("html.js h1")

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(400):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(self.launcher.verbs())

    def tell(self, kind: str, given: Any) -> None:
        answer(self.page.main_frame, f"q-{kind}", kind, given)

    def leave(self) -> None:
        self.page.goto("about:blank")


@pytest.fixture
def server() -> Iterator[Server]:
    made = CMI5.render(small_course())
    server = Server()
    server.files.update(
        {f"/course/{n}": made.read(n) for n in made.names() if not n.endswith((".mp4", ".mp3"))}
    )
    yield server
    server.close()


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


@pytest.mark.browser
def test_a_session_from_launch_to_leave_and_the_next_one(learner: Learner) -> None:
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: launcher.verbs() == ["initialized"])
    learner.tell("single", "b")
    learner.until(lambda: launcher.verbs() == ["initialized", "answered"])
    said = launcher.statements[1]
    assert said["object"]["id"] == "https://lms.example/au/1#q-single"
    definition = said["object"]["definition"]
    assert definition["interactionType"] == "choice"
    assert definition["correctResponsesPattern"] == ["b"]
    assert (said["result"]["response"], said["result"]["success"]) == ("b", True)
    assert said["result"]["score"] == {"scaled": 1}
    about = said["context"]["contextActivities"].get("other", [])
    assert about and all(each["id"].startswith("urn:uuid:") for each in about)
    # The next page of the course is in the same session.
    learner.page.evaluate(
        "() => { const a = document.createElement('a'); a.href = 'index.html';"
        " document.querySelector('main').append(a); a.click(); }"
    )
    learner.page.wait_for_selector('html.js[data-page=""]')
    learner.until(lambda: "moocbuild" in launcher.states)
    learner.leave()
    learner.until(lambda: launcher.verbs()[-1] == "terminated")
    learner.open()
    learner.until(lambda: launcher.verbs()[-1] == "initialized")
    learner.page.wait_for_selector('[data-result="good"]', state="attached")
    assert launcher.profiles == 2 and launcher.wrong == []
    assert json.loads(launcher.states["moocbuild"])["data"].startswith("m2;")


@pytest.mark.browser
def test_an_answer_that_finds_no_store_arrives_once_and_the_learner_is_told(
    learner: Learner,
) -> None:
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: "moocbuild" in launcher.states)
    launcher.down = True
    learner.tell("single", "b")
    learner.page.wait_for_function("words => document.body.innerText.includes(words)", arg=NOT_YET)
    launcher.down = False
    learner.page.wait_for_function("words => document.body.innerText.includes(words)", arg=AGAIN)
    learner.until(lambda: launcher.verbs().count("answered") == 1)
    assert launcher.wrong == []


@pytest.mark.browser
def test_a_page_that_nobody_launched_works_and_says_so(learner: Learner) -> None:
    learner.open(query="")
    learner.tell("single", "b")
    learner.page.wait_for_selector('[data-result="good"]', state="attached")
    assert learner.launcher.statements == []


@pytest.mark.browser
@pytest.mark.audit
@pytest.mark.parametrize("launcher", [{"mode": "Review"}], indirect=True)
def test_a_review_tells_nothing(learner: Learner) -> None:
    learner.open()
    learner.until(lambda: learner.launcher.verbs() == ["initialized"])
    learner.tell("single", "b")
    learner.until(lambda: "moocbuild" in learner.launcher.states)
    learner.leave()
    assert learner.launcher.verbs() == ["initialized"] and learner.launcher.wrong == []


@pytest.mark.browser
@pytest.mark.audit
def test_a_reload_goes_on(learner: Learner) -> None:
    """Its token cannot be asked for again."""
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: launcher.verbs() == ["initialized"])
    learner.page.reload()
    learner.page.wait_for_selector("html.js h1")
    learner.tell("single", "b")
    learner.until(lambda: "answered" in launcher.verbs())
    assert launcher.verbs().count("initialized") == 1


@pytest.mark.parametrize("name", COURSES)
def test_the_official_schema_finds_nothing(name: str) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("the official schemas are not beside this repository")
    sys.path.insert(0, str(SCHEMAS))
    loader = pytest.importorskip("loader")
    schema, _ = loader.load("cmi5", "CourseStructure.xsd")
    schema.assertValid(etree.fromstring(package(name, "cmi5").read("cmi5.xml")))


@pytest.mark.parametrize(("name", "wanted"), [("fractions", "CompletedAndPassed")])
def test_what_satisfies_the_unit(name: str, wanted: str) -> None:
    root = etree.fromstring(package(name, "cmi5").read("cmi5.xml"))
    (unit,) = root.findall("{*}au")
    assert unit.get("moveOn") == wanted and unit.findtext("{*}url") == "index.html"
    known = {each.get("id") for each in root.iterfind("{*}objectives/{*}objective")}
    named = {each.get("idref") for each in unit.iter("{*}objective")}
    assert named == known and known


def test_a_verb_is_named_by_its_end() -> None:
    assert verb({"verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}}) == "passed"
