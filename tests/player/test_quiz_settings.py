"""Attempts, later feedback, hidden answers and surveys in the player, alone and in each LMS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Course, Quiz
from moocbuild.player.html.edition import NONE, SCORM_12, SCORM_2004_4TH
from moocbuild.player.html.sco import sco
from moocbuild.player.html.site import files
from player.conftest import HERE, Lms, Server
from player.test_scorm import interaction

pytestmark = pytest.mark.browser
VERSIONS = {"1.2": SCORM_12, "2004": SCORM_2004_4TH}


def asked(name: str, first: int, **settings: Any) -> Quiz:
    """Two questions, told by the name of their quiz; right is the first option."""
    told = make.prose("Because.")
    return make.quiz(
        make.question(
            f"{name}-one",
            make.single("*soap", "oil", "sand", feedback="About "),
            ordinal=first,
            explanation=told,
        ),
        make.question(
            f"{name}-two", make.single("*warm", "cold", "hot"), ordinal=first + 1, explanation=told
        ),
        key=f"m/{name}",
        title=f"Quiz {name}",
        ordinal=first + 20,
        **settings,
    )


def views() -> Quiz:
    return make.quiz(
        make.question("view", make.survey("often", "rarely"), ordinal=12),
        make.question(
            "scale",
            make.survey("no", "partly", "yes", statements=("I know when.", "There is a sink.")),
            ordinal=13,
        ),
        key="m/views",
        ordinal=32,
        graded=False,
    )


def course(**more: Any) -> Course:
    return make.course(
        asked("twice", 1, attempts=2),
        asked("later", 3, feedback="after-attempt"),
        asked("closed", 5, feedback="after-close"),
        asked("hidden", 7, right_answers=False),
        asked("once", 9, attempts=1, feedback="after-attempt"),
        asked("noted", 17),
        views(),
        make.quiz(
            make.question("bare", make.single("*warm", "cold"), ordinal=14),
            make.question("boxes", make.multiple("*soap", "*tap", "oil"), ordinal=15),
            make.question("must", make.single("*soap", "oil"), ordinal=16, critical=True),
            key="m/bare",
            ordinal=33,
        ),
        make.lesson(make.prose("Text."), ordinal=2),
        **more,
    )


@pytest.fixture(scope="module")
def packages() -> Mapping[str, Mapping[str, bytes]]:
    made = {name: sco(course(), edition).members for name, edition in VERSIONS.items()}
    made[""] = files(course(), NONE)
    return {
        name: {path: data for path, data in members.items() if isinstance(data, bytes)}
        for name, members in made.items()
    }


@pytest.fixture
def lms(
    browser: Any,
    server: Server,
    packages: Mapping[str, Mapping[str, bytes]],
    request: pytest.FixtureRequest,
) -> Iterator[Lms]:
    version = getattr(request, "param", "")
    made = Lms(browser, server, version, packages[version])
    yield made
    made.context.close()


def form_of(lms: Lms, id: str) -> Any:
    return lms.frame.locator(f'[data-question="{id}"]')


def answer(lms: Lms, id: str, option: str) -> Any:
    """By its words; a second press within 300 ms is the same press."""
    form = form_of(lms, id)
    form.get_by_label(option, exact=True).check()
    lms.page.wait_for_timeout(310)
    form.locator("[type=submit]").click()
    return form


def result(lms: Lms) -> str:
    return str(lms.frame.locator(".quiz-result").inner_text())


def again(lms: Lms) -> Any:
    return lms.frame.locator(".quiz-actions button")


def test_every_question_once_and_the_quiz_twice(lms: Lms) -> None:
    frame = lms.open("m.twice.html")
    assert "You can take this quiz 2 times" in frame.locator(".quiz-rule").inner_text()
    form = answer(lms, "twice-one", "oil")
    assert form.locator(".feedback.shown").inner_text().endswith("About b")
    assert form.locator("input").first.is_disabled()
    assert form.locator(".show-answer").is_visible()
    assert form.locator("[type=submit]").inner_text() == "Next question"
    answer(lms, "twice-two", "warm")
    assert "50 of 100" in result(lms) and "You can take the quiz again." in result(lms)
    again(lms).click()
    assert form.locator("input").first.is_enabled() and form.locator(":checked").count() == 0
    assert form.locator(".feedback.shown").count() == 0
    answer(lms, "twice-one", "soap")
    answer(lms, "twice-two", "cold")
    assert "as often as you can" in result(lms)
    assert again(lms).count() == 0
    assert lms.errors == []


def test_what_was_answered_stays_closed_on_the_next_visit(lms: Lms) -> None:
    lms.open("m.twice.html")
    answer(lms, "twice-one", "oil")
    answer(lms, "twice-two", "warm")
    again(lms).click()
    answer(lms, "twice-one", "soap")
    lms.open("m.twice.html")
    one, two = (form_of(lms, f"twice-{name}") for name in ("one", "two"))
    assert one.locator("input").first.is_disabled() and two.locator("input").first.is_enabled()
    assert one.locator(".verdict").inner_text() == "That fits well."
    assert not one.locator("[type=submit]").is_visible()
    answer(lms, "twice-two", "cold")
    assert again(lms).count() == 0  # the second of two


def test_feedback_waits_for_the_last_answer(lms: Lms) -> None:
    lms.open("m.later.html")
    one = answer(lms, "later-one", "oil")
    assert one.locator(".verdict").inner_text() == "Your answer is kept."
    assert lms.frame.locator(".feedback.shown, .explanation.shown, .show-answer").count() == 0
    one.get_by_label("soap", exact=True).check()  # another answer takes its place
    answer(lms, "later-one", "sand")
    answer(lms, "later-two", "warm")
    assert one.locator(".feedback.shown").inner_text().endswith("About c")
    two = form_of(lms, "later-two")
    assert (one.get_attribute("data-result"), two.get_attribute("data-result")) == ("off", "good")
    assert two.locator(".explanation").is_visible()
    assert "50 of 100" in result(lms)
    assert again(lms).inner_text() == "Take the quiz again"
    one.locator(".show-answer").click()
    assert one.locator(".explanation").is_visible()
    assert lms.errors == []


def test_a_right_answer_that_was_changed_earns_nothing(lms: Lms) -> None:
    """Neither in the quiz nor for competencies: only what stands in the end counts."""
    frame = lms.open("m.later.html")
    answer(lms, "later-one", "soap")
    answer(lms, "later-one", "oil")
    answer(lms, "later-two", "cold")
    assert "0 of 100" in result(lms)
    frame = lms.open("m.later.html")
    assert "0 of 100" in frame.locator(".quiz-result").inner_text()


def test_after_close_nothing_is_told(lms: Lms) -> None:
    frame = lms.open("m.closed.html")
    answer(lms, "closed-one", "soap")
    answer(lms, "closed-two", "cold")
    assert result(lms) == "All done. Your answers are kept."
    assert frame.locator(".shown, .show-answer, .mark:visible").count() == 0
    lms.open("m.closed.html")
    said = lms.frame.locator(".verdict").all_inner_texts()
    assert said == ["You have answered this.", "You have answered this."]


def test_right_answers_that_never_show(lms: Lms) -> None:
    lms.open("m.hidden.html")
    form = answer(lms, "hidden-one", "oil")
    assert form.locator(".feedback.shown").inner_text().endswith("About b")
    assert form.locator(".show-answer").count() == 0
    assert not form.locator(".explanation").is_visible()
    form.get_by_label("soap", exact=True).check()
    answer(lms, "hidden-one", "soap")
    assert form.locator(".explanation").is_visible()


@pytest.mark.parametrize("lms", [*VERSIONS], indirect=True)
def test_one_attempt_outlives_the_session(lms: Lms) -> None:
    lms.open("m.once.html")
    answer(lms, "once-one", "soap")
    answer(lms, "once-two", "warm")
    assert "100 of 100" in result(lms)
    assert again(lms).count() == 0
    lms.saved()
    assert lms.leave() == []
    lms.open("m.once.html")
    assert form_of(lms, "once-one").locator("input").first.is_disabled()
    assert again(lms).count() == 0


@pytest.mark.parametrize("lms", [*VERSIONS], indirect=True)
def test_a_platform_gets_the_answers_of_a_survey(lms: Lms) -> None:
    lms.open("m.views.html")
    form = answer(lms, "view", "rarely")
    assert "gone to the learning platform" in form.locator(".verdict").inner_text()
    assert form.get_attribute("data-result") == ""
    scale = form_of(lms, "scale")
    for statement, choice in {"I know when.": "yes", "There is a sink.": "partly"}.items():
        row = scale.get_by_role("radiogroup", name=statement)
        row.get_by_label(choice, exact=True).check()
    lms.page.wait_for_timeout(310)
    scale.locator("[type=submit]").click()
    lms.saved()
    response = "student_response" if lms.version == "1.2" else "learner_response"
    for id, given in {"view": "b", "scale-a": "c", "scale-b": "b"}.items():
        sent = interaction(lms, id)
        assert (sent["type"], sent["result"], sent[response]) == ("likert", "neutral", given)
        assert "correct_responses.0.pattern" not in sent
    assert lms.leave() == []


def test_a_web_site_says_that_it_sends_nothing(lms: Lms) -> None:
    lms.open("m.views.html")
    form = answer(lms, "view", "often")
    assert "sent to no one" in form.locator(".verdict").inner_text()
    assert result(lms) == ""
    scale = form_of(lms, "scale")
    scale.locator("[type=submit]").click()
    assert scale.locator(".verdict").inner_text() == "Choose something in every row first."
    assert lms.errors == []


def test_no_problem_for_axe_or_a_narrow_page(lms: Lms) -> None:
    lms.open("m.views.html")
    lms.page.set_viewport_size({"width": 360, "height": 800})
    width = lms.frame.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    lms.page.evaluate((HERE / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found = lms.page.evaluate("axe.run().then(r => r.violations.map(v => v.id))")
    assert found == []


def test_notes_are_spoken_of_only_where_there_are_some(lms: Lms) -> None:
    lms.open("m.bare.html")
    bare = answer(lms, "bare", "cold")
    assert bare.locator(".verdict").inner_text() == "Not yet. Try again if you like."
    boxes = form_of(lms, "boxes")
    boxes.get_by_label("soap", exact=True).check()
    boxes.locator("[type=submit]").click()
    assert boxes.locator(".verdict").inner_text() == "Part of it fits. Try again if you like."
    lms.page.wait_for_timeout(310)
    boxes.get_by_label("oil", exact=True).check()
    boxes.get_by_label("tap", exact=True).check()
    boxes.locator("[type=submit]").click()  # now a mark beside each of them tells which
    assert "Look at the notes" in boxes.locator(".verdict").inner_text()
    lms.open("m.noted.html")
    noted = answer(lms, "noted-one", "oil")
    assert "Look at the notes" in noted.locator(".verdict").inner_text()
    assert lms.errors == []


def test_a_question_that_must_be_right_is_named_by_what_it_is_for(lms: Lms) -> None:
    lms.open("m.bare.html")
    answer(lms, "bare", "warm")
    boxes = form_of(lms, "boxes")
    boxes.get_by_label("oil", exact=True).check()
    boxes.locator("[type=submit]").click()
    answer(lms, "must", "oil")
    assert "A question that is needed to finish the unit is still open" in result(lms)
