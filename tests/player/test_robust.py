"""Platforms that lie, forget or throw; pages that cannot be fetched; a SCO for each lesson."""

from __future__ import annotations

import json

import pytest

from player.answers import RIGHT, answer
from player.conftest import SCORM_AGAIN, Lms
from player.test_scorm import RAW, STATUS

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("lms", ["1.2", "2004"], indirect=True)
first = pytest.mark.parametrize("lms", ["1.2"], indirect=True)


@both
def test_real_navigation_stays_in_the_session(lms: Lms) -> None:
    """Where nothing can be fetched: no end between pages, and the next page goes on."""
    lms.page.add_init_script("window.fetch = undefined")
    frame = lms.open("one.case.html")
    answer(frame, "c-order", "order", "abc")
    lms.go("one.check.html")
    frame.wait_for_selector("html.js .quiz-result:not(:empty)")
    answer(frame, "q-hottext", "hottext", "a")
    lms.go("one.case.html")
    frame.wait_for_selector('[data-question="c-order"][data-result="good"]')
    assert lms.leave() == []
    verbs = [call.verb for call in lms.calls()]
    assert verbs.count("Terminate") == 1 and verbs[-1] == "Terminate"


@both
def test_the_block_that_always_says_true(lms: Lms) -> None:
    """Nothing can be asked: state comes from suspend_data, interactions go on by its count."""
    frame = lms.open("one.check.html", double="xblock")
    answer(frame, "q-single", "single", "b")
    answer(frame, "q-hottext", "hottext", "b")
    lms.saved()
    lms.leave()
    lms.page.evaluate("localStorage.clear()")
    frame = lms.open("one.check.html", double="xblock")
    assert "2 of 8" in frame.locator(".quiz-result").inner_text()
    answer(frame, "q-text", "text", "OARS")
    lms.saved()
    said = lms.sets()
    assert said["cmi.interactions.2.id"] == "q-text"
    assert "cmi.interactions.0.id" not in said
    assert lms.errors == []


@first
@pytest.mark.parametrize("double", ["throws", "silent"])
def test_an_api_that_does_not_work(lms: Lms, double: str) -> None:
    frame = lms.open("one.check.html", double=double)
    form = answer(frame, "q-hottext", "hottext", "a")
    assert form.get_attribute("data-result") == "good"
    frame.get_by_text("Your answers are kept on this device").wait_for()
    assert lms.errors == []


@first
def test_a_wall_around_the_page(lms: Lms) -> None:
    """An opaque origin: no parent, no storage, no fetch of pages; the course still works."""
    frame = lms.open("one.check.html", sandbox="allow-scripts allow-forms")
    form = answer(frame, "q-hottext", "hottext", "a")
    assert form.get_attribute("data-result") == "good"
    frame.get_by_text("This device keeps nothing").wait_for()
    assert lms.errors == []


@pytest.mark.parametrize("lms", ["1.2 lesson", "2004 lesson"], indirect=True)
def test_a_lesson_as_its_own_sco(lms: Lms) -> None:
    """Status and score of this page alone."""
    lms.open("one.read.html")
    lms.begun()
    said = lms.sets()
    done = "cmi.core.lesson_status" if lms.version == "1.2" else "cmi.completion_status"
    assert said[done] == "completed"
    assert RAW[lms.version] not in said
    assert lms.leave() == []
    lms.page.evaluate("sessionStorage.clear()")
    frame = lms.open("one.check.html")
    for kind, given in RIGHT.items():
        answer(frame, f"q-{kind}", kind, given)
    lms.saved()
    said = lms.sets()
    assert said[STATUS[lms.version]] == "passed"
    assert said[RAW[lms.version]] == "100"
    assert not [key for key in said if key.startswith("cmi.objectives")]
    assert lms.leave() == []


@first
def test_two_windows_lose_nothing(lms: Lms) -> None:
    """The newer one is told to the older, and both keep all answers."""
    frame = lms.open("one.check.html")
    lms.page.wait_for_function("sessionStorage.getItem('kept')")
    kept = lms.page.evaluate("sessionStorage.getItem('kept')")
    other = lms.context.new_page()
    # What the platform took from the first window it gives to the second.
    other.add_init_script(f"sessionStorage.setItem('kept', {json.dumps(kept)})")
    other.goto(lms.page.url)
    other.wait_for_selector("iframe")
    second = other.frames[1]
    second.wait_for_selector("html.js .quiz-result:not(:empty)")
    answer(second, "q-single", "single", "b")
    answer(second, "q-text", "text", "OARS")
    frame.get_by_text("open in another window").wait_for()
    answer(frame, "q-hottext", "hottext", "a")
    lms.saved()
    assert "3 of 8" in frame.locator(".quiz-result").inner_text()
    assert lms.leave() == []


@first
def test_axe_finds_nothing(lms: Lms) -> None:
    """In the states that scripts make: answered, revealed, ordered, played, noted."""
    axe = (SCORM_AGAIN.parents[2] / "axe-core/axe.min.js").read_text("utf-8")
    run = (
        "async () => (await axe.run({resultTypes: ['violations']})).violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
    )
    frame = lms.open("one.check.html")
    for kind, given in {
        **RIGHT,
        "single": "c",
        "match": {"a": "x", "b": "z"},
        "order": "acb",
    }.items():
        answer(frame, f"q-{kind}", kind, given)
    frame.get_by_role("button", name="Show the answer and why").first.click()
    found = []
    for page in ("", "one.case.html", "one.talk.html", "one.read.html", "index.html"):
        if page:
            lms.go(page)
        if page == "one.talk.html":
            frame.get_by_role("button", name="Begin").click()
            frame.get_by_role("button", name="Say a to hard").click()
        if page == "one.read.html":
            frame.locator("textarea").fill("words")
            frame.locator(".saved:not(:empty)").wait_for()
        frame.evaluate(axe)
        found += [f"{page}: {text}" for text in frame.evaluate(run)]
    assert found == []


KEPT = {
    "1.2": {"core": {"lesson_status": "passed", "score": {"raw": "90", "min": "0", "max": "100"}}},
    "2004": {
        "completion_status": "completed",
        "success_status": "passed",
        "score": {"raw": "90", "min": "0", "max": "100", "scaled": "0.9"},
    },
}


@both
def test_what_the_platform_has_is_never_taken_back(lms: Lms) -> None:
    """Passed with 90, and the state is lost: still passed with 90."""
    lms.open("one.check.html", none=1)
    lms.page.evaluate(
        "kept => sessionStorage.setItem('kept', JSON.stringify({cmi: kept}))", KEPT[lms.version]
    )
    frame = lms.open("one.check.html")
    answer(frame, "q-hottext", "hottext", "a")
    lms.saved()
    for element, value in ((STATUS[lms.version], "passed"), (RAW[lms.version], "90")):
        assert lms.holds(element) == value
        assert lms.sets().get(element, value) == value
    assert lms.leave() == []


@both
def test_any_words_are_a_valid_answer(lms: Lms) -> None:
    frame = lms.open("one.check.html")
    for text in (
        "a,b;c \"quoted\" 'x' [,] [.] [:] {lang=en}x",
        "{case_matters=true}",
        "\u202eabc\t\u0000😀é",
        "long " * 1000 + "😀",
        "[[,],]",
        "{{}",
    ):
        form = answer(frame, "q-text", "text", text)
        assert form.get_attribute("data-result") == "off"
    lms.saved()
    assert lms.leave() == []


@first
def test_reading_a_scenario_is_enough(lms: Lms) -> None:
    lms.open("one.talk-text.html")
    lms.go("index.html")
    row = lms.frame.locator('li[data-page="one/talk"]')
    assert lms.frame.locator(".course-progress").evaluate("bar => bar.value") == 1
    assert row.get_attribute("data-state") == "done"
    assert lms.leave() == []


@both
def test_back_from_the_browsers_cache(lms: Lms) -> None:
    """The session was ended: it is not ended twice, the page works and says where it keeps."""
    frame = lms.open("one.check.html")
    answer(frame, "q-hottext", "hottext", "a")
    frame.evaluate("""() => {
        dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
        dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})); }""")
    form = answer(frame, "q-text", "text", "OARS")
    assert form.get_attribute("data-result") == "good"
    assert "2 of 8" in frame.locator(".quiz-result").inner_text()
    frame.wait_for_timeout(1500)
    lms.leave()
    verbs = [c.verb for c in lms.calls()]
    begun = [c for c in lms.calls() if c.verb == "Initialize" and c.result == "true"]
    assert verbs.count("Terminate") == len(begun)
    assert lms.errors == []
