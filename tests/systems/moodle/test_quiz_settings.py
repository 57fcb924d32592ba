"""How a quiz is asked and told on a real Moodle: attempts, minutes, feedback, surveys."""

from __future__ import annotations

import re
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Course, Quiz
from systems.moodle.site import Site
from systems.moodle.test_kinds import written

pytestmark = pytest.mark.lms


def asked(name: str, **settings: Any) -> Quiz:
    """One question; its last option is wrong, as nothing is shuffled."""
    question = make.question(
        name,
        make.single("*soap", "oil", "sand", feedback="About "),
        explanation=make.prose("Because of the fat."),
    )
    return make.quiz(question, key=f"m/{name}", title=name, shuffle=False, **settings)


def views() -> Quiz:
    scale = make.survey("no", "partly", "yes", statements=("I know when.", "There is a sink."))
    return make.quiz(
        make.question("judged", make.single("*soap", "oil", "sand")),
        make.question("view", make.survey("often", "rarely")),
        make.question("scale", scale),
        key="m/views",
        title="views",
    )


def course() -> Course:
    return make.course(
        asked("limits", attempts=1, time_limit=20),
        asked("later", feedback="after-attempt"),
        asked("closed", feedback="after-close"),
        asked("hidden", feedback="after-attempt", right_answers=False),
        views(),
        id="quiz-settings",
    )


@pytest.fixture(scope="module")
def modules(
    site: Site, made: list[int], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, int]:
    file = written(course(), "moodle", tmp_path_factory.mktemp("settings"))
    number = site.restore(file)
    made.append(number)
    return {m["name"]: m["id"] for m in site.php("facts.php", number)["modules"]}


@pytest.fixture(scope="module")
def told(site: Site, modules: dict[str, int]) -> dict[str, Any]:
    names = ("limits", "later", "closed", "hidden", "views: your view")
    return {name: site.php("told.php", modules[name]) for name in names}


def says(shown: str) -> set[str]:
    """What a rendered question tells of its answer."""
    signs = {
        "mark": r"Incorrect|Correct|fa-(?:check|times|remove)",
        "feedback": "About c",
        "explanation": "Because of the fat",
        "right": "The correct answer is",
    }
    return {name for name, sign in signs.items() if re.search(sign, shown)}


ALL = {"mark", "feedback", "explanation", "right"}


def test_one_attempt_of_twenty_minutes(site: Site, told: Any, modules: dict[str, int]) -> None:
    quiz = told["limits"]["quiz"]
    assert (quiz["attempts"], quiz["minutes"]) == (1, 20)
    assert "20" in " ".join(quiz["rules"]) and "1" in " ".join(quiz["rules"])
    assert says(told["limits"]["during"]["limits"]) >= {"mark", "feedback"}
    again = site.php("told.php", modules["limits"])
    assert len(again["prevented"]) == 1


def test_later_feedback_waits_for_the_end(told: Any) -> None:
    assert says(told["later"]["during"]["later"]) == set()
    assert says(told["later"]["after"]["later"]) == ALL


def test_nothing_is_told_before_the_quiz_closes(told: Any) -> None:
    assert says(told["closed"]["during"]["closed"]) == says(told["closed"]["after"]["closed"])
    assert says(told["closed"]["after"]["closed"]) == set()


def test_right_answers_stay_hidden(told: Any) -> None:
    assert says(told["hidden"]["after"]["hidden"]) == {"mark", "feedback"}


def test_views_are_neither_right_nor_wrong(told: Any) -> None:
    shown = told["views: your view"]
    assert shown["quiz"]["grade"] == 0
    assert set(shown["after"]) == {"view", "scale-a", "scale-b"}
    assert all(says(html) == set() for html in shown["after"].values())
    assert "There is a sink." in shown["after"]["scale-b"]
