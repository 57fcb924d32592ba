"""An adapter that answers later, slowly, in another order, or not: no answer is lost, and learners
are told the truth. What must happen when a page is left waits for nothing, in every edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from compile_scripts import core_with
from moocbuild.player.html.script import filled
from player.answers import answer
from player.conftest import HERE, Lms, Server

pytestmark = pytest.mark.browser
QUIZ = "one.check.html"
GIVEN = {"hottext": "a", "single": "b", "text": "OARS", "truefalse": "b", "numeric": "3.5"}
NOT_YET = "have not reached the learning platform"
AGAIN = "Everything has reached the learning platform again"


class Learner(Lms):
    """In front of the course, whose platform is lms_later.js."""

    def open(self, page: str = QUIZ, **query: object) -> Any:
        super().open(page, **query)
        self.waits("kept")
        return self.frame

    def waits(self, *calls: str) -> None:
        """Until exactly these calls wait for an answer."""
        self.page.wait_for_function(
            "wanted => later.waiting().sort().join() === wanted", arg=",".join(sorted(calls))
        )

    def settle(self, what: str, how: str = "ok", n: int = 0) -> None:
        self.page.evaluate("([what, how, n]) => later.settle(what, how, n)", [what, how, n])

    def begin(self) -> None:
        """The platform gives what it has, and the first state arrives there."""
        self.settle("kept")
        self.waits("put")
        self.settle("put")
        self.waits()

    def answer(self, *kinds: str) -> None:
        for kind in kinds:
            form = answer(self.frame, f"q-{kind}", kind, GIVEN[kind])
            assert form.get_attribute("data-result") == "good"

    def arrived(self) -> list[str]:
        """The answers that the platform holds, in the order in which they came."""
        answers: list[str] = self.page.evaluate("() => later.kept.answers")
        return [each.partition(":")[0].removeprefix("q-") for each in answers]

    def calls(self) -> list[Any]:
        return list(self.page.evaluate("() => later.calls"))

    def says(self, words: str) -> None:
        self.frame.get_by_text(words).wait_for()

    def silent(self) -> None:
        self.frame.locator(".notice[hidden]").wait_for(state="attached")

    def holds(self, count: int) -> None:
        """Another device takes up so many answers from the platform."""
        self.page.evaluate("localStorage.clear()")
        self.open()
        self.settle("kept")
        self.frame.get_by_text(f"{count} of 8 answered").wait_for()


@pytest.fixture
def learner(
    browser: Any, server: Server, packages: Mapping[str, Mapping[str, bytes]]
) -> Iterator[Learner]:
    told = packages[""]["player.js"].partition(b"\n")[0]
    core = filled(core_with((HERE / "lms_later.js").read_text("utf-8")), "en")
    learner = Learner(browser, server, "", {**packages[""], "player.js": told + core})
    yield learner
    assert learner.errors == []
    learner.context.close()


def test_answers_before_the_platform_has_spoken(learner: Learner) -> None:
    learner.open()
    learner.answer("hottext", "single")
    assert learner.calls() == [{"what": "kept", "value": "", "n": 0, "ended": False}]
    learner.settle("kept")
    learner.waits("answer")
    learner.settle("answer")
    learner.waits("answer", "put")
    learner.settle("answer")
    learner.settle("put")
    learner.waits("put")  # the second answer came while the first state was on its way
    learner.settle("put")
    learner.waits()
    assert learner.arrived() == ["hottext", "single"]
    learner.holds(2)


@pytest.mark.parametrize("how", ["refused", "broken"])
def test_a_platform_that_cannot_say_what_it_has(learner: Learner, how: str) -> None:
    learner.open()
    learner.answer("hottext")
    learner.settle("kept", how)
    learner.says("Your answers are kept on this device")
    assert [call["what"] for call in learner.calls()] == ["kept"], "nothing is overwritten"
    learner.open()
    learner.settle("kept", how)
    learner.says("1 of 8 answered")


def test_one_answer_at_a_time_in_order(learner: Learner) -> None:
    learner.open()
    learner.begin()
    learner.answer("hottext", "single", "text")
    learner.waits("answer", "put")
    learner.settle("put")
    for _ in range(3):
        learner.page.wait_for_function("() => later.waiting().includes('answer')")
        assert learner.page.evaluate("later.waiting()").count("answer") == 1
        learner.settle("answer")
    learner.waits("put")
    learner.settle("put")
    learner.silent()
    assert learner.arrived() == ["hottext", "single", "text"]


@pytest.mark.parametrize("how", ["refused", "broken"])
def test_an_answer_that_is_not_taken_comes_again(learner: Learner, how: str) -> None:
    learner.open()
    learner.begin()
    learner.answer("hottext")
    learner.waits("answer", "put")
    learner.settle("put")
    learner.waits("answer")
    learner.silent()  # slow is not lost
    learner.settle("answer", how)
    learner.says(NOT_YET)
    learner.waits("answer", "put")
    learner.settle("put")
    learner.says(NOT_YET)  # the state arrived, the answer did not
    learner.settle("answer")
    learner.waits("put")
    learner.settle("put")
    learner.says(AGAIN)
    assert learner.arrived() == ["hottext"]


def test_a_state_that_is_not_taken_comes_again(learner: Learner) -> None:
    learner.open()
    learner.begin()
    learner.answer("hottext")
    learner.waits("answer", "put")
    learner.settle("answer")
    learner.settle("put", "broken")
    learner.says(NOT_YET)
    learner.waits("put")
    learner.settle("put", "refused")
    learner.says(NOT_YET)
    learner.waits("put")
    learner.settle("put")
    learner.says(AGAIN)
    learner.holds(1)


def test_no_older_state_comes_after_a_newer_one(learner: Learner) -> None:
    """While one is on its way nothing else is sent; then the newest, and that once."""
    learner.open()
    learner.begin()
    learner.answer("hottext")
    learner.waits("answer", "put")
    learner.settle("answer")
    learner.answer("single", "text")
    learner.settle("answer")
    learner.page.wait_for_function("() => later.waiting().includes('answer')")
    learner.settle("answer")
    learner.waits("put")
    learner.settle("put")
    learner.waits("put")
    learner.settle("put")
    learner.waits()
    puts = [call["value"] for call in learner.calls() if call["what"] == "put"]
    assert len(puts) == len(set(puts)) == 3
    learner.holds(3)


def test_all_goes_when_the_page_is_left(learner: Learner) -> None:
    """In that very turn, and before the end; what was on its way is not sent twice."""
    learner.open()
    learner.begin()
    learner.answer("hottext")
    learner.waits("answer", "put")
    learner.answer("single", "text")
    before = len(learner.calls())
    told = learner.page.evaluate(
        """() => {
          dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}));
          return later.calls.map((call) => call.what);
        }"""
    )
    assert told[before:] == ["answer", "answer", "put", "end"]
    learner.page.goto(f"{learner.server.url}/course/style.css")
    learner.holds(3)
    assert sorted(learner.arrived()) == ["hottext", "single", "text"]
    assert not [call for call in learner.calls() if call["ended"]]


def test_a_hidden_page_hands_over_and_goes_on(learner: Learner) -> None:
    learner.open()
    learner.begin()
    learner.answer("hottext", "single")
    learner.waits("answer", "put")
    hide = """() => {
      Object.defineProperty(document, "hidden", {value: true, configurable: true});
      document.dispatchEvent(new Event("visibilitychange"));
      delete document.hidden;
      return later.waiting();
    }"""
    assert sorted(learner.page.evaluate(hide)) == ["answer", "answer", "put"]
    learner.settle("answer", "broken", 1)
    learner.says(NOT_YET)
    learner.settle("answer")
    learner.settle("put")
    learner.page.wait_for_function("() => later.waiting().includes('answer')")
    learner.settle("answer")
    learner.waits("put")
    learner.settle("put")
    learner.waits()
    assert sorted(learner.arrived()) == ["hottext", "single"]


@pytest.mark.parametrize("seed", range(3))
def test_a_storm(learner: Learner, seed: int) -> None:
    """Delays, failures, any order: in the end all has arrived, and nothing is missing."""
    learner.page.set_default_timeout(60000)
    learner.open()
    learner.settle("kept")
    learner.page.evaluate("seed => later.storm(seed, 8)", seed + 1)
    learner.answer(*GIVEN)
    learner.page.wait_for_function("n => later.kept.answers.length === n", arg=len(GIVEN))
    learner.page.wait_for_function("n => later.kept.answers.length === n", arg=len(GIVEN))
    learner.silent()
    learner.waits()
    assert sorted(learner.arrived()) == sorted(GIVEN)
    assert learner.page.evaluate("later.lost") > 0
    learner.holds(len(GIVEN))


@pytest.mark.parametrize("lms", ["1.2", "2004"], indirect=True)
def test_a_platform_that_answers_at_once_is_told_all_in_the_turn_of_leaving(lms: Lms) -> None:
    frame = lms.open(QUIZ)
    lms.begun()
    answer(frame, "q-hottext", "hottext", "a")
    verbs = frame.evaluate(
        """() => {
          const before = parent.calls.length;
          dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}));
          return parent.calls.slice(before).map((call) => call.verb);
        }"""
    )
    assert [verb for verb in verbs if verb in ("Commit", "Terminate")] == ["Commit", "Terminate"]
    assert verbs[-1] == "Terminate"
