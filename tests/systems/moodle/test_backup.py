"""The native backup on a real Moodle: everything arrives, and is worth what it should be."""

from __future__ import annotations

import hashlib
import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from moocbuild.model.course import Lesson, Quiz
from moocbuild.model.draw import draw_plan
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.package import read_asset
from systems.moodle.conftest import variant
from systems.moodle.site import Site, Visitor

pytestmark = pytest.mark.lms
Facts = dict[str, Any]
KINDS = {Lesson: "page", Quiz: "quiz", Scenario: "scorm"}


def modules(facts: Facts, kind: str) -> list[Facts]:
    return [module for module in facts["modules"] if module["kind"] == kind]


def quizzes() -> list[Quiz]:
    return [page for page in variant("moodle").course.pages() if isinstance(page, Quiz)]


def test_every_section_is_named(restored: Facts) -> None:
    course = variant("moodle").course
    named = [section["name"] for section in restored["sections"]]
    assert named == [course.title, *(module.title for module in course.modules)]


def test_moodle_makes_no_links_of_its_own(restored: Facts) -> None:
    filters = restored["filters"]
    assert set(filters["site"]) - set(filters["course"]) == {"activitynames"}


def test_every_page_is_there_in_order_with_its_author_id(restored: Facts) -> None:
    course = variant("moodle").course
    expected = [
        (number, KINDS[type(page)], page.id, page.title)
        for number, module in enumerate(course.modules, 1)
        for page in module.pages()
    ]
    found = [
        (module["section"], module["kind"], module["idnumber"], html.unescape(module["name"]))
        for module in restored["modules"]
        if module["kind"] != "qbank"
    ]
    assert found == expected


def test_every_image_is_there_byte_for_byte(restored: Facts) -> None:
    course = variant("moodle").course
    by_id = {module["idnumber"]: module for module in restored["modules"]}
    counted = 0
    for page in course.pages():
        if not isinstance(page, Lesson):
            continue
        used = {
            ref.id
            for part in page.parts
            if not isinstance(part, Question)
            for ref in part.refs()
            if ref.kind == "media"
        }
        wanted = {hashlib.sha1(read_asset(course.assets[href])).hexdigest() for href in used}
        assert wanted == {file["sha1"] for file in by_id[page.id]["files"]}, page.id
        counted += len(wanted)
    assert counted >= 5


def test_every_question_has_its_id_tags_hints_and_explanation(restored: Facts) -> None:
    bank = {question["idnumber"]: question for question in restored["questions"]}
    asked = [question for quiz in quizzes() for question in quiz.questions]
    assert len(restored["questions"]) == len(bank) == len(asked)
    for question in asked:
        found = bank[question.id]
        codes = [ref.code for ref in question.competencies]
        assert sorted(found["tags"]) == sorted(codes), question.id
        assert len(found["hints"]) == bool(question.hint)
        assert bool(found["explanation"]) >= bool(question.explanation)
        assert found["mark"] == question.points * question.scored


def test_every_option_has_its_feedback(restored: Facts) -> None:
    bank = {question["idnumber"]: question for question in restored["questions"]}
    checked = 0
    for quiz in quizzes():
        for question in quiz.questions:
            choices = getattr(question.interaction, "choices", ())
            answers = bank[question.id]["answers"]
            assert len(answers) == len(choices) or not choices
            for choice, answer in zip(choices, answers if choices else (), strict=True):
                if answer["text"] in ("True", "False"):
                    continue
                words = " ".join(re.sub("<[^>]+>", " ", html.unescape(answer["feedback"])).split())
                assert choice.feedback.plain[:20] in words, question.id
                checked += 1
    assert checked > 100


def test_every_module_has_a_category_with_its_id(restored: Facts) -> None:
    course = variant("moodle").course
    top = {row["idnumber"]: row["name"] for row in restored["categories"] if not row["parent"]}
    for module in course.modules:
        if any(isinstance(page, Quiz) for page in module.activities):
            assert html.unescape(top[module.id]) == module.title


def test_quizzes_are_set_as_the_author_said(restored: Facts) -> None:
    by_id = {module["idnumber"]: module for module in restored["modules"]}
    for quiz in quizzes():
        module, plan = by_id[quiz.id], draw_plan(quiz)
        assert module["quiz"]["attempts"] == 0
        assert len(module["quiz"]["slots"]) >= plan.size
        assert module["quiz"]["sumgrades"] == sum(s["mark"] for s in module["quiz"]["slots"]) > 0
        if quiz.graded:
            assert module["grade"]["pass"] == quiz.pass_mark
            assert module["completion"]["pass"] == 1
    weights = [m["grade"]["weight"] for m in modules(restored, "quiz") if m["grade"]]
    assert sum(weights) == pytest.approx(1, abs=1e-3)


def test_drawn_slots_lead_to_categories_of_the_bank(restored: Facts) -> None:
    by_id = {module["idnumber"]: module for module in restored["modules"]}
    counts: Counter[str] = Counter()
    for quiz in quizzes():
        plan = draw_plan(quiz)
        slots = by_id[quiz.id]["quiz"]["slots"]
        fixed = [slot["question"] for slot in slots if slot.get("question")]
        drawn = [slot for slot in slots if "category" in slot]
        assert fixed[: len(plan.always)] == list(plan.always)
        assert len(drawn) == len(plan.pools) + plan.rest
        assert all(slot["category"] for slot in drawn)
        assert [slot["below"] for slot in drawn] == [False] * len(plan.pools) + [True] * plan.rest
        counts["drawn"] += len(drawn)
    assert counts["drawn"] > 10


def test_competencies_are_linked(restored: Facts, framework: Facts) -> None:
    course = variant("moodle").course
    assert framework["error"] in (None, "", False)
    codes = [c.code for c in (*course.framework.categories, *course.framework.items)]
    assert sorted(row["code"] for row in framework["competencies"]) == sorted(codes)
    by_id = {module["idnumber"]: module for module in restored["modules"]}
    linked = 0
    for page in course.pages():
        refs = (
            [ref for q in page.questions for ref in q.competencies]
            if isinstance(page, Quiz)
            else page.competencies
        )
        wanted = list(dict.fromkeys(ref.code for ref in refs))
        assert by_id[page.id]["competencies"] == wanted, page.id
        linked += len(wanted)
    assert linked > 50
    assert set(restored["competencies"]) >= set(by_id[quizzes()[-1].id]["competencies"])


def test_completion_is_by_view_by_pass_and_by_status(restored: Facts) -> None:
    pages = variant("moodle").course.pages()
    looked_up = {page.id for page in pages if isinstance(page, Lesson) and page.kind == "page"}
    assert looked_up, "pages that nobody has to do"
    for module in restored["modules"]:
        rule = module["completion"]
        if module["kind"] == "page":
            expected = (0, 0) if module["idnumber"] in looked_up else (2, 1)
            assert (rule["tracked"], rule["view"]) == expected, module["idnumber"]
        elif module["kind"] == "scorm":
            assert int(rule["status"]) == 6
    assert restored["course"]["completion"] == 1


def test_the_course_is_complete_with_its_lessons_and_graded_quizzes(restored: Facts) -> None:
    course = variant("moodle").course
    wanted = {
        page.id
        for module in course.modules
        for page in module.activities
        if (isinstance(page, Lesson) and page.ordinal and page.kind != "page")
        or (isinstance(page, Quiz) and page.graded)
    }
    by_number = {module["id"]: module["idnumber"] for module in restored["modules"]}
    assert {by_number[number] for number in restored["criteria"]} == wanted
    assert len(restored["criteria"]) == len(wanted) > 20


def test_an_all_right_attempt_earns_everything(site: Site, restored: Facts) -> None:
    for module in modules(restored, "quiz"):
        tried = site.php("attempt.php", module["id"], "right")
        assert tried["percent"] == pytest.approx(100), module["name"]
        if module["grade"]:
            assert float(tried["gradebook"]) == 100
            assert tried["complete"] == 2, "completed with a pass"


def test_ticking_everything_does_not(site: Site, restored: Facts) -> None:
    ticked = 0
    for module in modules(restored, "quiz"):
        tried = site.php("attempt.php", module["id"], "every")
        several = [slot for slot in tried["slots"] if slot["several"]]
        ticked += len(several)
        assert all(slot["fraction"] < 1 for slot in several), module["name"]
        assert (tried["percent"] < 100) == bool(several)
    assert ticked


def test_a_drawn_quiz_draws_as_the_course_does(site: Site, restored: Facts) -> None:
    by_id = {module["idnumber"]: module for module in restored["modules"]}
    quiz = next(q for q in quizzes() if draw_plan(q).rest or draw_plan(q).pools)
    plan = draw_plan(quiz)
    seen = set()
    for _ in range(4):
        tried = site.php("attempt.php", by_id[quiz.id]["id"], "none")
        ids = [slot["question"] for slot in tried["slots"] if slot["kind"] != "description"]
        assert len(ids) == len(set(ids)) == plan.size
        assert set(plan.always) <= set(ids)
        for pool in plan.pools:
            assert set(pool) & set(ids)
        seen.add(tuple(sorted(ids)))
    assert len(seen) > 1


def test_a_learner_sees_pages_images_and_links(learner: Visitor, restored: Facts) -> None:
    site = learner.site
    images, links = 0, set()
    for module in modules(restored, "page"):
        page = learner.page(f"{site.address}/mod/page/view.php?id={module['id']}")
        main = page[page.index('role="main"') :]
        assert "@@PLUGINFILE@@" not in main
        assert "$@" not in main
        for source in re.findall(r'src="([^"]*/mod_page/content/[^"]*)"', main):
            kind, data = learner.get(html.unescape(source))
            assert kind.startswith("image/")
            assert hashlib.sha1(data).hexdigest() in {file["sha1"] for file in module["files"]}, (
                unquote(source)
            )
            images += 1
        links |= set(re.findall(r'href="([^"#]*/mod/\w+/view\.php\?id=\d+)', module["content"]))
    assert images >= 5
    assert links <= {
        f"{site.address}/mod/{m['kind']}/view.php?id={m['id']}" for m in restored["modules"]
    }
    assert len(links) > 5


def test_a_learner_sees_what_is_said_of_an_answer(learner: Visitor, restored: Facts) -> None:
    site = learner.site
    bank = {question["idnumber"]: question for question in restored["questions"]}
    module = next(m for m in modules(restored, "quiz") if m["quiz"]["slots"][0].get("question"))
    tried = site.php("attempt.php", module["id"], "right")
    review = f"{site.address}/mod/quiz/review.php?attempt={tried['attempt']}&showall=1"
    page = _words(learner.page(review))
    told = 0
    for slot in tried["slots"]:
        question = bank[slot["question"]]
        right = [a["feedback"] for a in question["answers"] if a["fraction"] == 1]
        for text in (question["explanation"], *right[: question["kind"] == "multichoice"]):
            words = _words(text)[:60]
            assert words in page, (slot["question"], words)
            told += bool(words)
    assert told >= len(tried["slots"])


def _words(markup: str) -> str:
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", markup)).split())


def test_a_teacher_restores_into_their_own_course(
    site: Site, made: list[int], framework: Facts, archive: Callable[[str], Path], restored: Facts
) -> None:
    course = site.php("new_course.php")
    made.append(course)
    said = site.php("restore.php", archive("moodle"), "--user=teacher", f"--into={course}")
    assert said.get("ok"), said
    found = site.php("facts.php", course)
    for what in ("questions", "categories"):
        assert len(found[what]) == len(restored[what])
    kinds = Counter(module["kind"] for module in found["modules"])
    kinds.pop("forum", None)  # a new course has one of its own
    assert kinds == Counter(module["kind"] for module in restored["modules"])
    assert {q["idnumber"] for q in found["questions"]} == {
        q["idnumber"] for q in restored["questions"]
    }
