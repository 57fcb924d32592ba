"""Pages of the LMS in a browser, as its learning app frames them: simulations, and a film."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario, reading_path
from moocbuild.targets.olx.names import places
from olx.test_films import asset
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx, Served

pytestmark = [pytest.mark.lms, pytest.mark.slow, pytest.mark.browser]

LEARNER = "player"
PATIENCE = 120_000
"""Milliseconds: a page of the platform is made of hundreds of files."""
FILM = "media/talk.mp4"
A_PATH = ";x"
"""How the kept state begins to tell of simulations."""
RECORD = """async () => {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(10), {mimeType: "video/webm"});
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.start();
  for (let n = 0; n < 20; n += 1) {
    pen.fillStyle = `rgb(${12 * n}, 80, 80)`;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    await new Promise((done) => setTimeout(done, 100));
  }
  await new Promise((done) => { recorder.onstop = done; recorder.stop(); });
  return Array.from(new Uint8Array(await new Blob(parts).arrayBuffer()));
}"""


@pytest.fixture(scope="module")
def filmed(sample: Course, shared_browser: Any) -> Course:
    """The sample course with a film that this browser can play. Its name does not matter."""
    page = shared_browser.new_page()
    film = asset(FILM, bytes(page.evaluate(RECORD)))
    page.close()
    return replace(sample, assets={**sample.assets, FILM: film})


@pytest.fixture(scope="module", params=["filmed", "reference"])
def course(request: pytest.FixtureRequest) -> Course:
    found: Course = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def key(platform: OpenEdx, archive: Archive, course: Course) -> str:
    """The course in the platform, under the key that its package names."""
    if not platform.has_scripts:
        pytest.skip("the platform's scripts are not built: see the head of conftest.py")
    key = f"course-v1:{course.org}+{course.id}+{course.settings.olx.run}"
    done = platform.again("import", str(archive(course, "olx")), key)
    assert done == {"state": "Succeeded", "artifacts": []}
    return key


@pytest.fixture(scope="module")
def served(platform: OpenEdx, key: str) -> Iterator[Served]:
    with platform.serve(key, LEARNER) as served:
        yield served


class Visit:
    """A new browser, which knows nothing but the session. errors: what its console says.

    sent: calls to simulations that have no answer yet. answered: what the others said.
    """

    def __init__(self, browser: Any, served: Served) -> None:
        self.served, self.errors = served, list[str]()
        self.sent, self.answered = set[Any](), list[str]()
        context = browser.new_context(viewport={"width": 1000, "height": 900})
        context.route(lambda url: not url.startswith(served.address), lambda route: route.abort())
        context.add_cookies(
            [{"name": k, "value": v, "url": served.address} for k, v in served.cookies.items()]
        )
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._sends)
        self.page.on("requestfinished", self._is_answered)

    def _sends(self, request: Any) -> None:
        if request.url.endswith("/handler/scorm_set_values"):
            self.sent.add(request)

    def _is_answered(self, request: Any) -> None:
        if request in self.sent:
            self.sent.remove(request)
            self.answered.append(request.post_data)

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *raised: object) -> None:
        self.page.context.close()

    def open(self, name: str) -> Any:
        """The page of a unit, complete."""
        self.page.goto(self.served.address + self.served.units[name], wait_until="load")
        return self.page

    def simulation(self, unit: str) -> Any:
        """The frame in which the simulation of a unit is played."""
        return self.open(unit).frame_locator("iframe.scorm-embedded")

    def settle(self, words: str) -> None:
        """Waits until a call that says `words` is answered, and every other one."""
        end = time.monotonic() + PATIENCE / 1000
        while self.sent or not any(words in told for told in self.answered):
            assert time.monotonic() < end, self.answered
            self.page.wait_for_timeout(500)


def begin(frame: Any) -> None:
    frame.locator(".scenario .start .actions button.primary").click()


def choose(frame: Any, choice: str) -> None:
    frame.locator(f'.talk > :last-child [data-choice="{choice}"] button').click()


def test_simulations_are_played_left_and_gone_on_with(
    platform: OpenEdx, key: str, course: Course, served: Served, shared_browser: Any
) -> None:
    named = places(course)
    scenarios = [page for page in course.pages() if isinstance(page, Scenario)]
    for scenario in scenarios:
        ways = [choice.id for _, choice in reading_path(scenario) if choice is not None]
        with Visit(shared_browser, served) as first:
            frame = first.simulation(named.unit(scenario.id))
            begin(frame)
            choose(frame, ways[0])
            frame.locator(".talk > :nth-child(2)").wait_for()
            first.settle(A_PATH)
        with Visit(shared_browser, served) as second:
            frame = second.simulation(named.unit(scenario.id))
            begin(frame)
            assert frame.locator(".talk > *").count() == 2  # the first scene is past
            for choice in ways[1:]:
                choose(frame, choice)
            frame.locator(".talk > [data-end]").last.wait_for()
            second.settle('"completed"')
        assert [*first.errors, *second.errors] == []
    told = platform.again("played", key, LEARNER)
    assert len(told["simulations"]) == len(scenarios)
    for scenario in scenarios:
        name = named.name(scenario.id, "play")
        stored = told["simulations"][name]
        assert stored["state"]["lesson_status"] == "completed"
        assert stored["state"]["scorm_data"]["cmi.suspend_data"]
        assert stored["grade"] is None  # no one is graded for practising
        assert told["completed"][name] == 1


def test_a_film_plays_with_its_captions(
    course: Course, served: Served, shared_browser: Any
) -> None:
    if FILM not in course.assets:
        pytest.skip("this course has no film of its own")
    with Visit(shared_browser, served) as visit:
        page = visit.open(places(course).unit("active-listening/film"))
        page.locator(".subtitles-menu", has_text="You said: 1 < 2.").wait_for()
        page.locator("video").evaluate("film => { film.muted = true; return film.play(); }")
        page.wait_for_function("() => document.querySelector('video').currentTime > 0.5")
        link = page.locator(".video-download-button").get_attribute("href")
        assert page.request.get(served.address + link).ok
        assert visit.errors == []
