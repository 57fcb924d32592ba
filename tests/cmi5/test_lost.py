"""A record store that is lost, or refuses: no answer is lost, and none is told twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cmi5.conftest import Learner
from cmi5.launcher import Launcher
from cmi5.ralph import Ralph

NOT_YET = "have not reached the learning platform"
AGAIN = "Everything has reached the learning platform again"
pytestmark = pytest.mark.browser


def lose(
    learner: Learner, lost: Callable[[Launcher], None], back: Callable[[Launcher], None]
) -> None:
    """Something happens to the store while an answer is given; then it is over."""
    learner.open()
    learner.until(lambda: "moocbuild" in learner.launcher.states)
    lost(learner.launcher)
    learner.tell("single", "b")
    learner.tell("multiple", "ac")
    learner.page.wait_for_function("words => document.body.innerText.includes(words)", arg=NOT_YET)
    back(learner.launcher)
    learner.page.wait_for_function("words => document.body.innerText.includes(words)", arg=AGAIN)
    learner.until(lambda: learner.launcher.verbs().count("answered") == 2)
    learner.leave()
    assert learner.launcher.verbs() == ["initialized", "answered", "answered", "terminated"]
    assert learner.launcher.wrong == []


def down(launcher: Launcher) -> None:
    launcher.down = True


def deaf(launcher: Launcher) -> None:
    launcher.deaf = True


def well(launcher: Launcher) -> None:
    launcher.down = launcher.deaf = False
    launcher.refuses = None


def refusing(status: int) -> Callable[[Launcher], None]:
    def refuse(launcher: Launcher) -> None:
        launcher.refuses = status

    return refuse


def test_an_answer_that_finds_no_store_arrives_once_and_the_learner_is_told(
    learner: Learner,
) -> None:
    lose(learner, down, well)


@pytest.mark.audit
@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_store_that_refuses_for_a_time_has_all_in_the_end(learner: Learner, status: int) -> None:
    lose(learner, refusing(status), well)


@pytest.mark.audit
def test_a_store_whose_answers_are_lost_has_each_statement_once(
    learner: Learner, ralph: Ralph
) -> None:
    learner.launcher.store = ralph.take
    lose(learner, deaf, well)
    held = ralph.held(learner.launcher.registration)
    ids = [each["id"] for each in learner.launcher.statements]
    assert [each["id"] for each in held][1:] == ids and len(set(ids)) == len(ids)


@pytest.mark.audit
def test_a_statement_that_the_store_has_counts_as_told(learner: Learner) -> None:
    """409: it has one of that id."""
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: "moocbuild" in launcher.states)
    launcher.refuses = 409
    learner.tell("single", "b")
    learner.page.wait_for_selector('[data-question="q-single"][data-result="good"]')
    learner.page.wait_for_timeout(3000)
    assert NOT_YET not in learner.page.inner_text("body")
    launcher.refuses = None
    learner.tell("multiple", "ac")
    learner.until(lambda: launcher.verbs() == ["initialized", "answered"])


@pytest.mark.audit
def test_a_network_that_is_gone_at_the_launch_comes_back(learner: Learner) -> None:
    launcher = learner.launcher
    launcher.down = True
    learner.open()
    learner.tell("single", "b")
    learner.page.wait_for_function(
        "() => document.body.innerText.includes('No learning platform answers here')"
    )
    launcher.down = False
    learner.until(lambda: launcher.verbs() == ["initialized", "answered"])
    assert len(launcher.tokens) == 1 and launcher.wrong == []


@pytest.mark.audit
def test_a_beginning_whose_answer_is_lost_is_told_once(learner: Learner) -> None:
    launcher = learner.launcher
    launcher.deaf = True
    learner.open()
    learner.until(lambda: launcher.verbs() == ["initialized"])
    launcher.deaf = False
    learner.tell("single", "b")
    learner.until(lambda: launcher.verbs() == ["initialized", "answered"])
    assert launcher.wrong == []


@pytest.mark.audit
def test_an_abandoned_session_keeps_answers_for_the_next(learner: Learner) -> None:
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: "moocbuild" in launcher.states)
    launcher.abandon()
    learner.tell("single", "b")
    learner.page.wait_for_function("words => document.body.innerText.includes(words)", arg=NOT_YET)
    learner.page.goto("about:blank")
    assert launcher.verbs() == ["initialized"]
    learner.open()
    learner.page.wait_for_selector('[data-question="q-single"][data-result="good"]')
    learner.until(lambda: launcher.verbs() == ["initialized", "initialized"])
    learner.until(lambda: b"q-" not in launcher.states["moocbuild"])
    learner.leave()
    assert launcher.wrong == []


@pytest.mark.audit
def test_a_verdict_that_the_platform_has_is_no_trouble(learner: Learner) -> None:
    """Some refuse a second "completed" as forbidden: the learner need not hear of it for ever."""
    launcher = learner.launcher
    learner.open()
    learner.answer_all(right=True)
    learner.until(lambda: launcher.verbs().count("answered") == 10)
    launcher.refuses = 403
    learner.read_all()
    learner.until(lambda: b'"told"' in launcher.states.get("moocbuild", b""))
    assert NOT_YET not in learner.page.inner_text("body")
