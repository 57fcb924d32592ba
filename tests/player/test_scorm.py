"""A course in an LMS, from the first page to the end: what learners see, what the LMS is told."""

from __future__ import annotations

from typing import Any

import pytest

from player.answers import RIGHT, WRONG, answer
from player.conftest import Lms

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("lms", ["1.2", "2004"], indirect=True)
first = pytest.mark.parametrize("lms", ["1.2"], indirect=True)

STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.success_status"}
RAW = {"1.2": "cmi.core.score.raw", "2004": "cmi.score.raw"}
SAID = {"1.2": "student_response", "2004": "learner_response"}
TYPES = {
    "single": "choice",
    "multiple": "choice",
    "truefalse": "true-false",
    "match": "matching",
    "order": "sequencing",
    "numeric": "numeric",
    "text": "fill-in",
    "hottext": "choice",
}
RESPONSES = {
    "1.2": {
        "single": "b",
        "multiple": "a,c",
        "truefalse": "t",
        "match": "a.x,b.y",
        "order": "a,b,c",
        "numeric": "3.5",
        "text": "ecoute ACTIVE!",
        "hottext": "a",
    },
    "2004": {
        "single": "b",
        "multiple": "a[,]c",
        "truefalse": "true",
        "match": "a[.]x[,]b[.]y",
        "order": "a[,]b[,]c",
        "numeric": "3.5",
        "text": "ecoute ACTIVE!",
        "hottext": "a",
    },
}


def interaction(lms: Lms, id: str) -> dict[str, str]:
    """What was said of a question, by the last part of the element's name."""
    said = lms.sets()
    name = next(
        key
        for key, value in said.items()
        if key.startswith("cmi.interactions.")
        and key.endswith(".id")
        and value == id
        and ".objectives." not in key
    ).removesuffix("id")
    return {key.removeprefix(name): value for key, value in said.items() if key.startswith(name)}


@both
def test_every_kind_right_and_wrong(lms: Lms) -> None:
    """Wrong first: notes, no explanation; then right: the same index, and the explanation."""
    frame = lms.open("one.check.html")
    for kind in RIGHT:
        form = answer(frame, f"q-{kind}", kind, WRONG[kind])
        assert form.get_attribute("data-result") == "off", kind
        assert "Not yet" in form.locator(".verdict").inner_text()
        assert not form.locator(".explanation").is_visible()
        if kind not in ("text",):
            assert form.locator(".feedback.shown").count(), kind
        said = interaction(lms, f"q-{kind}")
        assert said["type"] == TYPES[kind]
        assert said["result"] == ("wrong" if lms.version == "1.2" else "incorrect")
        assert [said["objectives.0.id"], said["objectives.1.id"]] == ["IX.2", "I.3"]
    for kind in RIGHT:
        form = answer(frame, f"q-{kind}", kind, RIGHT[kind])  # changing it is a new try
        assert form.get_attribute("data-result") == "good", kind
        assert form.locator(".explanation").is_visible()
        said = interaction(lms, f"q-{kind}")
        assert said["result"] == "correct"
        assert said[SAID[lms.version]] == RESPONSES[lms.version][kind]
        assert "correct_responses.0.pattern" in said or (lms.version, kind) == ("1.2", "numeric")
    assert "100 of 100" in frame.locator(".quiz-result").inner_text()
    lms.saved()
    said = lms.sets()
    assert {key for key in said if key.startswith("cmi.interactions.8")} == set()
    # 8 points of the quiz, 2 × 1.5 of the final that is still open.
    assert said[RAW[lms.version]] == str(round(100 * 8 / 11))
    assert lms.holds(STATUS[lms.version]) == ("incomplete" if lms.version == "1.2" else "unknown")
    assert said["cmi.objectives.0.id"] == "IX.2"
    assert said["cmi.objectives.0.score.raw"] == "100"
    assert lms.leave() == []


@first
def test_a_quiz_is_done_when_its_mark_is_reached(lms: Lms) -> None:
    frame = lms.open("one.check.html")
    for kind, given in WRONG.items():
        answer(frame, f"q-{kind}", kind, given)
    lms.go("index.html")
    row = frame.locator("li[data-page='one/check']")
    assert row.get_attribute("data-state") == "started"
    lms.go("one.check.html")
    for kind, given in RIGHT.items():
        answer(frame, f"q-{kind}", kind, given)
    lms.go("index.html")
    assert row.get_attribute("data-state") == "done"


@both
def test_partial_credit_is_a_number(lms: Lms) -> None:
    frame = lms.open("one.check.html")
    form = answer(frame, "q-single", "single", "a")
    assert form.get_attribute("data-result") == "part"
    assert interaction(lms, "q-single")["result"] == "0.5"
    form = answer(frame, "q-match", "match", {"a": "x", "b": "z"})
    assert interaction(lms, "q-match")["result"] == "0.5"
    assert form.locator(".made.good").count() == form.locator(".made.off").count() == 1
    lms.saved()
    assert lms.leave() == []


@first
def test_try_again_keeps_what_was_chosen(lms: Lms) -> None:
    frame = lms.open("one.check.html")
    form = answer(frame, "q-hottext", "hottext", "b")
    frame.wait_for_function(
        "form => performance.now() - form.pressedAt > 300", arg=form.element_handle()
    )
    form.get_by_role("button", name="Try again").click()
    assert form.locator(".shown").count() == 0
    assert form.locator("input[value=b]").is_checked()
    assert form.get_by_role("button", name="Check").is_visible()
    frame.wait_for_function(
        "form => performance.now() - form.pressedAt > 300", arg=form.element_handle()
    )
    form.evaluate("form => { form.pressedAt = performance.now(); }")
    answer(frame, "q-hottext", "hottext", "c")
    form.get_by_role("button", name="Show the answer and why").click()
    assert "Because of q-hottext" in form.locator(".explanation").inner_text()
    assert form.locator("[data-option=a] .feedback").is_visible()


def play(frame: Any) -> None:
    """The hard way through the scene, to its end."""
    frame.get_by_role("button", name="Begin").click()
    frame.get_by_role("button", name="Say a to hard").click()
    assert "Sami looks at the door" in frame.locator(".meters").inner_text()
    frame.get_by_role("button", name="Say a to last").click()


@both
def test_a_whole_course_to_its_end(lms: Lms) -> None:
    """Every page seen, scenario played, quizzes passed: passed, with score and objectives."""
    frame = lms.open()
    lms.go("one.read.html")
    lms.go("one.case.html")
    lms.go("one.talk.html")
    play(frame)
    assert frame.locator(".critical-note").is_visible()
    assert frame.locator(".debrief").is_visible()
    assert frame.evaluate("document.activeElement.dataset.scene") == "last"
    assert "Fits well: 1, Not yet: 1" in frame.locator(".showed").inner_text()
    lms.go("one.check.html")
    for kind, given in RIGHT.items():
        answer(frame, f"q-{kind}", kind, given)
    lms.saved()
    assert lms.holds(STATUS[lms.version]) == ("incomplete" if lms.version == "1.2" else "unknown")
    lms.go("one.final.html")
    drawn = frame.locator("form.question:not([hidden])")
    assert drawn.count() == 2
    for id in drawn.evaluate_all("forms => forms.map(form => form.dataset.question)"):
        answer(frame, id, "single", "b")
    assert frame.get_by_role("button", name="Begin again with other questions").is_visible()
    lms.saved()
    said = lms.sets()
    assert said[STATUS[lms.version]] == "passed"
    assert said[RAW[lms.version]] == "100"
    if lms.version == "2004":
        assert said["cmi.completion_status"] == "completed"
        assert said["cmi.progress_measure"] == "1"
        assert said["cmi.score.scaled"] == "1"
    objectives = {
        value
        for key, value in said.items()
        if key.startswith("cmi.objectives.") and key.endswith(".id")
    }
    assert {"IX.2", "I.3", "VIII.2"} <= objectives
    assert len([c for c in lms.calls() if c.verb == "Initialize"]) == 1
    assert lms.leave() == []
    assert [c.verb for c in lms.calls()][-1] == "Terminate", lms.calls()[-8:]


@both
def test_left_and_resumed(lms: Lms) -> None:
    """With nothing but the LMS's own record: answers, score, place and interactions go on."""
    frame = lms.open("one.check.html")
    answer(frame, "q-single", "single", "b")
    answer(frame, "q-multiple", "multiple", "a")
    lms.saved()
    before = lms.sets()
    assert lms.leave() == []
    kept = lms.page.evaluate("sessionStorage.getItem('kept')")
    lms.page.evaluate("k => { localStorage.clear(); sessionStorage.setItem('kept', k); }", kept)
    frame = lms.open()
    assert "Go on where you stopped: Check" in frame.locator("[data-resume]").inner_text()
    frame.locator("[data-resume]").click()
    frame.wait_for_selector('html.js[data-page="one/check"]')
    frame.locator(".quiz-result", has_text="2 of 8").wait_for()  # scripts come one by one
    assert frame.locator('[data-question="q-single"]').get_attribute("data-result") == "good"
    assert frame.locator('[data-question="q-multiple"]').get_attribute("data-result") == "part"
    answer(frame, "q-multiple", "multiple", "ac")
    answer(frame, "q-hottext", "hottext", "a")
    lms.saved()
    said = lms.sets()
    assert said["cmi.suspend_data"] != before["cmi.suspend_data"]
    assert float(said[RAW[lms.version]]) > float(before[RAW[lms.version]])
    ids = sorted(
        key
        for key in said
        if key.startswith("cmi.interactions.")
        and key.endswith(".id")
        and ".objectives." not in key
    )
    # 2004 reads its list and goes on with the old index; 1.2 counts and appends.
    assert (
        ids
        == {
            "1.2": ["cmi.interactions.2.id", "cmi.interactions.3.id"],
            "2004": ["cmi.interactions.2.id"],
        }[lms.version]
    )
    if lms.version == "2004":
        assert said["cmi.interactions.1.result"] == "correct"
    assert lms.leave() == []


@both
def test_nothing_private_in_any_call(lms: Lms) -> None:
    frame = lms.open("one.read.html")
    frame.locator("textarea").fill("Qcanary: I was afraid.")
    frame.locator(".saved:not(:empty)").wait_for()
    lms.go("one.case.html")
    answer(frame, "c-order", "order", "cba")
    lms.saved()
    lms.go("one.read.html")
    assert frame.locator("textarea").input_value() == "Qcanary: I was afraid."
    assert lms.leave() == []
    told = "".join(f"{c.element}={c.value}" for c in lms.calls())
    assert "canary" not in told.lower()
    stored = lms.page.evaluate("Object.entries(localStorage)")
    assert all("Zxqv" not in key + value and "4711" not in key for key, value in stored)
    assert [key for key, value in stored if "Qcanary" in value] == [
        key for key, _ in stored if key.endswith(":journal")
    ]
    assert not [
        url for url in lms.requests if not url.startswith((lms.server.url, "data:", "blob:"))
    ]
    assert lms.context.cookies() == []


@first
def test_fifty_presses_are_one_attempt(lms: Lms) -> None:
    frame = lms.open("one.check.html")
    form = answer(frame, "q-hottext", "hottext", "b")
    frame.evaluate("""() => { const b = document.querySelector('#q-q-hottext [type=submit]');
        for (let n = 0; n < 50; n++) b.click(); }""")
    assert form.get_attribute("data-result") == "off"
    results = [c for c in lms.calls() if c.verb == "SetValue" and c.element.endswith(".result")]
    assert len(results) == 1
    lms.saved()
    assert lms.leave() == []


@both
def test_a_refused_commit_is_told_and_repeated(lms: Lms) -> None:
    frame = lms.open("one.check.html")
    lms.saved()
    lms.page.evaluate("window.commits = false")
    answer(frame, "q-hottext", "hottext", "a")
    frame.get_by_text("have not reached the learning platform").wait_for()
    lms.page.evaluate("window.commits = true")
    frame.get_by_text("Everything has reached").wait_for()
    assert lms.leave() == []


@both
def test_review_changes_no_grade(lms: Lms) -> None:
    frame = lms.open("one.check.html", mode="review")
    answer(frame, "q-single", "single", "b")
    lms.saved()
    said = lms.sets()
    assert not [key for key in said if "score" in key or "status" in key or "interactions" in key]
    assert lms.leave() == []


@first
def test_offline_in_the_middle(lms: Lms) -> None:
    """Pages fetched while idle are there without a network."""
    frame = lms.open("one.read.html")
    frame.wait_for_function(
        """() => {
          const met = performance.getEntriesByType('resource').map(e => e.name.split('/').pop());
          return ['one.case.html', 'one.talk.html', 'scenario.js', 'kinds.js']
            .every(name => met.includes(name)); }"""
    )
    lms.server.down = True
    lms.go("one.case.html")
    answer(frame, "c-order", "order", "abc")
    lms.go("one.talk.html")
    play(frame)
    lms.saved()
    assert lms.leave() == []


@first
def test_no_api_is_told(lms: Lms) -> None:
    frame = lms.open("one.check.html", none=1)
    answer(frame, "q-hottext", "hottext", "a")
    frame.get_by_text("Your answers are kept on this device").wait_for()
    assert lms.calls() == []
    frame = lms.open("one.check.html", none=1)
    frame.locator('[data-question="q-hottext"][data-result="good"]').wait_for()
    assert lms.errors == []


@both
def test_an_api_that_comes_late(lms: Lms) -> None:
    frame = lms.open("one.check.html", late=1500)
    answer(frame, "q-hottext", "hottext", "a")
    lms.saved()
    assert float(lms.sets()[RAW[lms.version]]) > 0
    assert lms.leave() == []


@first
def test_another_learner_starts_afresh(lms: Lms) -> None:
    frame = lms.open("one.check.html", learner="anna")
    answer(frame, "q-hottext", "hottext", "a")
    lms.saved()
    lms.leave()
    lms.page.evaluate("sessionStorage.clear()")
    frame = lms.open("one.check.html", learner="ben")
    assert frame.locator('[data-question="q-hottext"]').get_attribute("data-result") != "good"
    assert lms.leave() == []
    lms.page.evaluate("sessionStorage.clear()")
