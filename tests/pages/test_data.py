"""course.js and moocbuild.json: valid, complete, and unable to break out of a script."""

from __future__ import annotations

import json
import re
from pathlib import Path

import moocbuild.player
from moocbuild.model.course import Course, Settings
from moocbuild.player.data import course_script
from moocbuild.player.words import script_words, words
from pages import sample

PLAYER = Path(moocbuild.player.__file__).parent
SCRIPTS = sorted((PLAYER / "scripts").glob("*.js"))


def data(course: Course) -> dict[str, object]:
    text = course_script(course).decode()
    assert text.startswith("window.moocbuild=") and text.endswith(";\n")
    value: dict[str, object] = json.loads(text.removeprefix("window.moocbuild=")[:-2])
    return value


def test_course_script(course: Course) -> None:
    value = data(course)
    assert (value["course"], value["passMark"], value["sco"]) == ("sample", 70, "course")
    files = [page["file"] for page in value["pages"]]  # type: ignore[attr-defined]
    own = {"competencies.html", "journal.html", "completion.html"}
    assert len(files) == len(set(files)) == len(list(course.pages())) + len(own)
    assert own < set(files)


def test_hostile_words_cannot_leave_the_script() -> None:
    title = sample.HOSTILE + "\ud800\u2029\ufeff]]>"
    text = course_script(sample.course(title=title))
    assert not re.search("[<>&\u2028\u2029\ufeff]", text.decode())
    assert data(sample.course(title=title))["title"] == title


def test_draw_plan_and_questions(course: Course) -> None:
    value = data(course)
    quiz = value["quizzes"]["active-listening/check-yourself"]  # type: ignore[index]
    plan = quiz["plan"]
    assert plan["always"] == ["signs"] and quiz["graded"] and quiz["shuffle"]
    assert len(plan["always"]) + len(plan["pools"]) + plan["rest"] == 4
    questions: dict[str, dict[str, object]] = value["questions"]  # type: ignore[assignment]
    assert questions["signs"] == {
        "ordinal": 2,
        "kind": "multiple",
        "points": 1.0,
        "page": "active-listening/check-yourself",
        "items": ["VIII.2"],
        "critical": True,
    }
    assert questions["room"]["kind"] == "journal"


def test_only_items_in_use_in_the_frameworks_order(course: Course) -> None:
    items: dict[str, object] = data(course)["items"]  # type: ignore[assignment]
    assert list(items) == ["I.3", "VIII.2", "IX.2"]
    assert items["VIII.2"] == {"n": 0, "label": "Keeps people safe", "critical": True}


def test_settings_reach_the_script() -> None:
    value = data(sample.course(settings=Settings(pass_mark=55, sco="lesson")))
    assert (value["passMark"], value["sco"]) == (55, "lesson")


def test_about(files: dict[str, bytes]) -> None:
    facts = json.loads(files["moocbuild.json"])
    assert facts["course"] == "sample" and facts["released"] == "2026-11-21"
    assert set(facts) == {"course", "title", "version", "released", "language", "moocbuild"}


def test_the_script_has_every_word_that_it_says() -> None:
    said = re.compile(r"\b(?:say|notice|tool)\([^\"()]*\"(\w+)\"")
    wanted = {word for file in SCRIPTS for word in said.findall(file.read_text("utf-8"))}
    assert wanted <= set(script_words("en"))


def test_templates_use_known_words_and_nothing_is_said_for_nobody() -> None:
    templates = "".join(f.read_text("utf-8") for f in (PLAYER / "templates").glob("*.html"))
    python = "".join(f.read_text("utf-8") for f in PLAYER.glob("*.py"))
    used = set(re.findall(r"\bt\.(\w+)", templates))
    page_words = {word for word in words("en") if not word.startswith("script.")}
    assert used <= page_words
    stems = ("how_", "mark_", "label_", "level_", "menu_")
    said = set(re.findall(r"[\"'](\w+)[\"']", python))
    assert {w for w in page_words - used - said if not w.startswith(stems)} == set()


def test_languages_fall_back_and_are_no_paths() -> None:
    assert words("xx")["check"] == words("en")["check"]
    assert words("../en") == words("en")
