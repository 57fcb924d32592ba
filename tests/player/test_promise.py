"""No answer is lost, no notice is untrue, and a platform hears each thing once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

import pytest

from player.answers import RIGHT, WRONG, answer
from player.conftest import Lms

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("lms", ["1.2", "2004"], indirect=True)
first = pytest.mark.parametrize("lms", ["1.2"], indirect=True)
QUIZ = "one.check.html"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
NOT_YET = "have not reached the learning platform"
WHOLE = "Everything has reached the learning platform"
OFFER = "that the learning platform does not have"


def done(frame: Any, count: int) -> None:
    frame.get_by_text(f"{count} of 8 answered").wait_for()


def since(lms: Lms, start: int, verb: str) -> Sequence[str]:
    """Elements that were said after so many calls."""
    return [call.element for call in lms.calls()[start:] if call.verb == verb]


def committed(lms: Lms, commits: int) -> None:
    lms.page.wait_for_function(
        "count => calls.filter((call) => call.verb === 'Commit').length > count", arg=commits
    )


def said_for(lms: Lms, act: Callable[[], object]) -> Sequence[str]:
    """What is set from an action to the commit after it."""
    calls = lms.calls()
    act()
    committed(lms, sum(call.verb == "Commit" for call in calls))
    return since(lms, len(calls), "SetValue")


# --- each thing once ---------------------------------------------------------------------------


@first
@pytest.mark.parametrize(
    ("page", "kind", "items", "most", "repeated"),
    [
        ("one.case.html", "order", 1, 11, 8),
        ("one.final.html", "single", 1, 15, 8),
        (QUIZ, "multiple", 2, 19, 8),
    ],
)
def test_an_answer_costs_few_calls(
    lms: Lms, page: str, kind: str, items: int, most: int, repeated: int
) -> None:
    """At most so many values for a first answer, and for another answer to the same question."""
    frame = lms.open(page)
    lms.begun()
    form = frame.locator(f'.question[data-kind="{kind}"]:visible').first
    assert len((form.get_attribute("data-items") or "").split()) == items
    id = form.get_attribute("data-question")
    said = said_for(lms, lambda: answer(frame, id, kind, WRONG[kind]))
    again = said_for(lms, lambda: answer(frame, id, kind, RIGHT[kind]))
    assert len(said) == len(set(said)) <= most, said
    assert len(again) == len(set(again)) <= repeated, again
    assert lms.leave() == []


@both
def test_nothing_new_is_not_said(lms: Lms) -> None:
    """The page that was left last, opened again: no commit before the end."""
    frame = lms.open(QUIZ)
    answer(frame, "q-hottext", "hottext", "a")
    lms.saved()
    lms.leave()
    lms.open(QUIZ)
    lms.page.wait_for_timeout(2500)
    verbs = [call.verb for call in lms.calls()]
    assert "Commit" not in verbs and "SetValue" not in verbs
    assert lms.leave() == []
    after = [call.verb for call in lms.calls()][len(verbs) :]
    assert (after.count("Commit"), after[-1]) == (1, "Terminate")


# --- a platform that refuses -------------------------------------------------------------------

REFUSE = """(what) => {
  window.refuses = new RegExp(what);
  const {LMSSetValue} = API;
  API.LMSSetValue = (name, value) => refuses.test(name) ? "false" : LMSSetValue(name, value);
}"""


@first
def test_refused_answers_come_again(lms: Lms) -> None:
    """Everything refused for a while: afterwards each answer is there, and only then told so."""
    frame = lms.open(QUIZ)
    lms.begun()
    lms.page.evaluate(REFUSE, ".")
    for kind in ("single", "hottext", "truefalse"):
        answer(frame, f"q-{kind}", kind, RIGHT[kind])
    frame.get_by_text(NOT_YET).wait_for()
    assert frame.get_by_text(WHOLE).count() == 0
    lms.page.evaluate("refuses = /^$/")
    frame.get_by_text(WHOLE).wait_for()
    said = [call for call in lms.calls() if call.element.startswith("cmi.interactions.")]
    results = [c for c in said if c.element.endswith(".result") and c.result == "true"]
    ids = {c.value for c in said if re.fullmatch(r"cmi.interactions.\d+.id", c.element)}
    assert len(results) == 3 and ids == {"q-single", "q-hottext", "q-truefalse"}
    assert lms.leave() == []


@first
def test_answers_that_are_never_taken(lms: Lms) -> None:
    """The state is; so the learner is not worried for ever, and nothing is claimed either."""
    frame = lms.open(QUIZ)
    lms.begun()
    lms.page.evaluate(REFUSE, "interactions")
    answer(frame, "q-hottext", "hottext", "a")
    frame.get_by_text(NOT_YET).wait_for()
    frame.locator(".notice[hidden]").first.wait_for(state="attached", timeout=60000)
    assert frame.get_by_text(WHOLE).count() == 0
    lms.leave()
    done(lms.open(QUIZ), 1)


# --- whose answers these are -------------------------------------------------------------------

FORGETS = """if (location.pathname === "/lms.html" && !sessionStorage.getItem("honest"))
  Object.defineProperty(window, "keep", {get: () => () => {}, set() {}})"""


def forgetting(lms: Lms) -> Any:
    """A first session whose commits are "true", and nothing is kept of it."""
    lms.page.add_init_script(FORGETS)
    frame = lms.open(QUIZ)
    answer(frame, "q-hottext", "hottext", "a")
    answer(frame, "q-single", "single", "b")
    lms.saved()
    lms.leave()
    lms.page.evaluate("sessionStorage.setItem('honest', '1')")
    return lms.open(QUIZ)


@both
def test_a_commit_that_lied(lms: Lms) -> None:
    """The platform has nothing: the learner is asked, and the device's answers are there again."""
    frame = forgetting(lms)
    done(frame, 0)
    frame.get_by_text(OFFER).wait_for()
    frame.get_by_role("button", name="Yes, take them over").click()
    done(frame, 2)
    answer(frame, "q-truefalse", "truefalse", "b")
    done(frame, 3)
    assert frame.get_by_text(OFFER).count() == 0
    assert lms.leave() == []


@first
def test_begun_again(lms: Lms) -> None:
    """The learner says that it is a new attempt: it stays new, at the next visit as well."""
    frame = forgetting(lms)
    lms.go("one.read.html")
    frame.get_by_role("button", name="No, I have begun again").click()
    lms.go(QUIZ)
    done(frame, 0)
    lms.leave()
    frame = lms.open(QUIZ)
    done(frame, 0)
    assert frame.get_by_text(OFFER).count() == 0


@first
@pytest.mark.parametrize("last", ["taken", "lost"])
def test_a_reset_attempt_begins_anew(lms: Lms, last: str) -> None:
    """What the platform has given back it does not forget: it was reset, so nothing is asked."""
    frame = lms.open(QUIZ)
    answer(frame, "q-hottext", "hottext", "a")
    lms.saved()
    lms.leave()
    frame = lms.open(QUIZ)
    done(frame, 1)
    if last == "lost":
        lms.page.evaluate("commits = false")
    answer(frame, "q-single", "single", "b")
    lms.page.wait_for_timeout(1500)
    lms.leave()
    lms.page.evaluate("sessionStorage.clear()")
    frame = lms.open(QUIZ)
    done(frame, 0)
    assert frame.get_by_text(OFFER).count() == 0


@first
def test_a_first_session_that_was_not_taken(lms: Lms) -> None:
    """The platform said so: no question is asked, and nothing is lost."""
    frame = lms.open(QUIZ)
    lms.page.evaluate("commits = false")
    answer(frame, "q-hottext", "hottext", "a")
    frame.get_by_text(NOT_YET).wait_for()
    lms.leave()
    lms.page.evaluate("sessionStorage.clear()")
    done(lms.open(QUIZ), 1)


# --- two windows that keep nothing -------------------------------------------------------------


HOLDS = """(count) => {
  const [, packed] = value("cmi.suspend_data").match(/;b([^;]*)/) || ["", ""];
  const bits = Array.from(packed, (sign) => "%s".indexOf(sign).toString(2).padStart(6, "0"));
  return (bits.join("").match(/.{4}/g) || []).filter((level) => level === "1111").length === count;
}""" % (ascii_uppercase + ascii_lowercase + digits + "-_")
"""Whether the platform's own record has so many right answers."""


def second_window(lms: Lms, *scripts: str) -> Any:
    for script in scripts:
        lms.context.add_init_script(script)
    lms.open(QUIZ)
    other = lms.context.new_page()
    other.goto(lms.page.url)
    other.wait_for_selector("iframe")
    frame = other.frames[1]
    frame.wait_for_selector("html.js .quiz-result:not(:empty)")
    frame.wait_for_selector("[data-set=font][aria-pressed]", state="attached")
    return frame


@first
def test_two_windows_without_a_storage(lms: Lms) -> None:
    """In turn, the older one last: both platforms' records hold all three."""
    second = second_window(lms, BLOCKED)
    answer(lms.frame, "q-hottext", "hottext", "a")
    answer(second, "q-single", "single", "b")
    answer(lms.frame, "q-truefalse", "truefalse", "b")
    for page in (lms.page, second.page):
        page.wait_for_function(HOLDS, arg=3)
    assert lms.errors == []


@first
def test_two_windows_that_cannot_speak(lms: Lms) -> None:
    """No storage and no channel: the learner is told beforehand."""
    second = second_window(lms, BLOCKED, "delete window.BroadcastChannel")
    for frame in (lms.frame, second):
        frame.get_by_text("in one window only").wait_for()


@first
def test_what_keeps_nothing_does_not_promise(lms: Lms) -> None:
    lms.page.add_init_script(BLOCKED)
    frame = lms.open(QUIZ)
    lms.page.evaluate("commits = false")
    answer(frame, "q-hottext", "hottext", "a")
    frame.get_by_text(NOT_YET).wait_for()
    frame.get_by_text("leave this page open").wait_for()
    assert frame.get_by_text("kept on this device").count() == 0


# --- before the scripts are awake --------------------------------------------------------------


AWAKE = """() => [window, ...Array.from(frames)].some(
  (one) => one.document.querySelector("html.js"))"""
BOTH = r"""() => /kept earlier\s+typed early/.test(
  document.querySelector("[data-journal]").value)"""


class Late:
    """A file of the course that comes when the test lets it, and at once from then on."""

    def __init__(self, lms: Lms, file: str) -> None:
        self.waiting: list[Any] = []
        self.released = False
        lms.page.route(f"**/course/{file}", self._asked)

    def _asked(self, route: Any) -> None:
        if self.released:
            route.continue_()
        else:
            self.waiting.append(route)

    def release(self) -> None:
        self.released = True
        for route in self.waiting:
            route.continue_()


@pytest.mark.parametrize("lms", ["", "1.2"], indirect=True)
def test_a_press_before_the_kind_is_awake(lms: Lms) -> None:
    """It counts when the script is there: the learner need not press again."""
    script = Late(lms, "kinds.js")
    where = "/course/" + QUIZ if not lms.version else f"/lms.html?version=1.2&page={QUIZ}"
    lms.page.goto(lms.server.url + where, wait_until="commit")
    lms.page.wait_for_function(AWAKE)
    frame = lms.page.frames[-1]
    form = frame.locator('[data-question="q-numeric"]')
    form.locator(".entry").fill("3.5")
    form.locator("[type=submit]").click(no_wait_after=True)
    lms.page.wait_for_timeout(300)
    assert form.get_attribute("data-result") is None
    script.release()
    frame.locator('[data-question="q-numeric"][data-result="good"]').wait_for()
    assert lms.errors == []


@pytest.mark.parametrize("lms", ["", "1.2"], indirect=True)
def test_an_answer_before_the_quiz_is_awake(lms: Lms) -> None:
    """The questions are awake first: what is answered then is part of the attempt, and counts."""
    script = Late(lms, "quiz.js")
    where = "/course/" + QUIZ if not lms.version else f"/lms.html?version=1.2&page={QUIZ}"
    lms.page.goto(lms.server.url + where, wait_until="commit")
    lms.page.wait_for_function(AWAKE)
    frame = lms.page.frames[-1]
    frame.locator('[data-question="q-numeric"] .entry').fill("3.5")
    frame.locator('[data-question="q-numeric"] [type=submit]').click(no_wait_after=True)
    frame.locator('[data-question="q-numeric"][data-result="good"]').wait_for()
    script.release()
    frame.get_by_text("1 of 8 answered").wait_for()
    if lms.version:
        lms.page.wait_for_function("() => API.LMSGetValue('cmi.core.score.raw') > 0")
    answer(frame, "q-hottext", "hottext", "a")
    frame.get_by_text("2 of 8 answered").wait_for()
    assert lms.errors == []


@pytest.mark.parametrize("lms", [""], indirect=True)
@pytest.mark.parametrize("file", ["kinds.js", "quiz.js", "evidence.js", "player.js"])
def test_one_request_is_lost(lms: Lms, file: str) -> None:
    """The file comes again behind those that use it; the quiz is then as ever."""
    lost: list[Any] = []

    def asked(route: Any) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route)
            route.abort()

    lms.page.route(f"**/course/{file}", asked)
    lms.page.goto(f"{lms.server.url}/course/{QUIZ}")
    frame = lms.page.main_frame
    frame.locator(".quiz.drawn").wait_for()
    answer(frame, "q-hottext", "hottext", "a")
    answer(frame, "q-numeric", "numeric", "3.5")
    frame.get_by_text("2 of 8 answered").wait_for()
    steps = frame.locator('[data-question="q-order"] .step')
    assert len({select.input_value() for select in steps.locator("select").all()}) > 2
    assert (len(lost), lms.errors) == (1, [])


@pytest.mark.parametrize("lms", [""], indirect=True)
def test_writing_before_the_journal_is_awake(lms: Lms) -> None:
    """What was kept and what was typed by then are both there, and kept without another word."""
    frame = lms.open("one.read.html")
    field = frame.locator("[data-journal]").first
    field.fill("kept earlier")
    frame.get_by_text("Kept on this device.").wait_for()
    script = Late(lms, "learner.js")
    lms.page.goto(lms.page.url, wait_until="commit")
    field.fill("typed early")
    lms.page.wait_for_timeout(300)
    script.release()
    lms.page.wait_for_function(BOTH)
    frame.get_by_text("Kept on this device.").wait_for()
    kept = lms.page.evaluate("Object.keys(localStorage).map((key) => localStorage[key]).join()")
    assert "typed early" in kept
