"""The player in front of a launcher: what it says, and when."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from lxml import etree

from cmi5.conftest import CMI5, Learner, two_units
from cmi5.launcher import MOVE_ON, UNIT, Launcher, verb
from cmi5.ralph import Ralph
from moocbuild.model.course import Course
from player.answers import RIGHT
from whole.courses import COURSES, package

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
WIRE = {
    "single": ("choice", "b", ["b"]),
    "multiple": ("choice", "a[,]c", ["a[,]c"]),
    "truefalse": ("true-false", "true", ["true"]),
    "match": ("matching", "a[.]x[,]b[.]y", ["a[.]x[,]b[.]y"]),
    "order": ("sequencing", "a[,]b[,]c", ["a[,]b[,]c"]),
    "numeric": ("numeric", "3.5", ["3.4[:]3.6"]),
    "text": ("fill-in", "ecoute ACTIVE!", ["Écoute active", "{case_matters=true}OARS"]),
    "hottext": ("choice", "a", ["a"]),
}
"""Kind → type, response and right pattern of a right answer (xAPI 1.0.3, part two, 2.4.4.1)."""


@pytest.mark.browser
def test_a_session_from_launch_to_leave_and_the_next_one(learner: Learner) -> None:
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: launcher.verbs() == ["initialized"])
    learner.tell("single", "b")
    learner.until(lambda: launcher.verbs() == ["initialized", "answered"])
    said = launcher.statements[1]
    assert said["object"]["id"] == f"{UNIT}#q-single"
    assert (said["result"]["response"], said["result"]["success"]) == ("b", True)
    assert said["result"]["score"] == {"scaled": 1}
    about = said["context"]["contextActivities"].get("other", [])
    assert about and all(each["id"].startswith("urn:uuid:") for each in about)
    # The next page of the course is in the same session.
    learner.go("index.html")
    learner.until(lambda: "moocbuild" in launcher.states)
    learner.leave()
    learner.open()
    learner.until(lambda: launcher.verbs()[-1] == "initialized")
    learner.page.wait_for_selector('[data-result="good"]', state="attached")
    assert launcher.profiles == 2 and launcher.wrong == []
    assert json.loads(launcher.states["moocbuild"])["data"].startswith("m2;")


def whole_way(learner: Learner) -> None:
    """All is right and read, one after the other."""
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: launcher.verbs() == ["initialized"])
    satisfied = {name for name in MOVE_ON if launcher.satisfied(name)}
    assert satisfied == {"NotApplicable"}
    learner.answer_all(right=True)
    learner.read_all()
    learner.until(lambda: {"completed", "passed"} <= set(launcher.verbs()))
    assert all(launcher.satisfied(name) for name in MOVE_ON)
    by_verb = {verb(each): each for each in launcher.statements}
    assert by_verb["passed"]["result"]["score"] == {"scaled": 1}
    for kind, (type_, response, patterns) in WIRE.items():
        about = f"{UNIT}#q-{kind}"
        (said,) = [each for each in launcher.statements if each["object"]["id"] == about]
        definition = said["object"]["definition"]
        assert definition["interactionType"] == type_
        assert definition["correctResponsesPattern"] == patterns
        assert said["result"]["response"] == response and said["result"]["success"]
    learner.leave()
    assert launcher.verbs().count("answered") == len(RIGHT) + 2
    # What was told once is not told again in the next session.
    learner.open()
    learner.until(lambda: launcher.verbs()[-1] == "initialized")
    learner.tell("single", "b")
    learner.leave()
    assert [launcher.verbs().count(each) for each in ("completed", "passed", "failed")] == [
        1,
        1,
        0,
    ]
    assert launcher.wrong == []


@pytest.mark.browser
def test_who_does_all_has_completed_and_passed(learner: Learner) -> None:
    whole_way(learner)


@pytest.mark.browser
@pytest.mark.audit
def test_ralph_takes_all_of_it(learner: Learner, ralph: Ralph) -> None:
    """The store of others has what the launcher was told, in its order, and its model reads it."""
    launcher = learner.launcher
    launcher.store = ralph.take
    whole_way(learner)
    held = ralph.held(launcher.registration)
    told = [each for each in held if verb(each) != "launched"]
    assert [each["id"] for each in told] == [each["id"] for each in launcher.statements]
    assert len(held) - len(told) == 2
    ralph.judge(launcher.statements)


@pytest.mark.browser
@pytest.mark.audit
@pytest.mark.parametrize("launcher", [{}, {"blank": True}], indirect=True)
def test_who_takes_all_in_vain_has_failed_and_may_pass_in_the_next_session(
    learner: Learner,
) -> None:
    launcher = learner.launcher
    learner.open()
    learner.answer_all(right=False)
    learner.until(lambda: launcher.verbs().count("answered") == len(RIGHT) + 2)
    assert "failed" not in launcher.verbs()
    learner.leave()
    assert launcher.verbs()[-2:] == ["failed", "terminated"]
    failed = launcher.statements[-2]["result"]
    assert failed["success"] is False and failed["score"]["scaled"] < 0.7
    assert {name for name in MOVE_ON if launcher.satisfied(name)} == {"NotApplicable"}
    # Looking once more is no second try.
    learner.open()
    learner.until(lambda: launcher.verbs()[-1] == "initialized")
    learner.leave()
    assert launcher.verbs().count("failed") == 1
    learner.open()
    learner.page.wait_for_selector("[data-result]", state="attached")
    for form in learner.page.locator(".again:visible").all():
        form.click()
    learner.answer_all(right=True)
    learner.read_all()
    learner.until(lambda: "completed" in launcher.verbs())
    assert launcher.wrong == []


@pytest.mark.browser
@pytest.mark.audit
@pytest.mark.parametrize("launcher", [{"mastery": 0.2}], indirect=True)
def test_the_mark_of_the_platform_counts(learner: Learner) -> None:
    """It is in the context of the verdict, and the score is on its right side."""
    launcher = learner.launcher
    learner.open()
    learner.answer_all(right=True)
    learner.read_all()
    learner.until(lambda: {"completed", "passed"} <= set(launcher.verbs()))
    learner.leave()
    assert launcher.wrong == []


@pytest.mark.browser
def test_a_page_that_nobody_launched_works_and_says_so(learner: Learner) -> None:
    learner.open(query="")
    learner.tell("single", "b")
    learner.page.wait_for_selector('[data-result="good"]', state="attached")
    assert learner.launcher.statements == []


@pytest.mark.browser
@pytest.mark.audit
@pytest.mark.parametrize("launcher", [{"mode": "Review"}, {"mode": "Browse"}], indirect=True)
def test_who_only_looks_tells_nothing_but_beginning_and_end(learner: Learner) -> None:
    learner.open()
    learner.until(lambda: learner.launcher.verbs() == ["initialized"])
    learner.tell("single", "b")
    learner.until(lambda: "moocbuild" in learner.launcher.states)
    learner.leave()
    assert learner.launcher.verbs() == ["initialized", "terminated"]
    assert learner.launcher.wrong == []


@pytest.mark.browser
@pytest.mark.audit
@pytest.mark.parametrize("launcher", [{"home": "http://127.0.0.1:9/courses"}], indirect=True)
def test_there_is_a_way_back_to_the_platform(learner: Learner) -> None:
    learner.open()
    back = learner.page.get_by_role("link", name="Back to the learning platform")
    back.wait_for()
    assert back.get_attribute("href") == "http://127.0.0.1:9/courses"
    learner.go("index.html")
    back.wait_for()
    assert back.count() == 1


@pytest.mark.browser
@pytest.mark.audit
def test_a_reload_has_ended_the_session_and_answers_come_with_the_next(learner: Learner) -> None:
    """Nothing may follow the end of a session; what is answered then stays on the device."""
    launcher = learner.launcher
    learner.open()
    learner.until(lambda: launcher.verbs() == ["initialized"])
    learner.tell("multiple", "ac")
    learner.until(lambda: "answered" in launcher.verbs())
    learner.page.reload()
    learner.page.wait_for_selector("html.js h1")
    learner.page.wait_for_function(
        "() => document.body.innerText.includes('No learning platform answers here')"
    )
    learner.tell("single", "b")
    learner.page.wait_for_selector('[data-question="q-single"][data-result="good"]')
    assert launcher.verbs() == ["initialized", "answered", "terminated"]
    learner.open()
    learner.until(lambda: launcher.verbs()[-1] == "initialized")
    for kind in ("single", "multiple"):
        learner.page.wait_for_selector(f'[data-question="q-{kind}"][data-result="good"]')
    learner.leave()
    assert launcher.wrong == []


class TestUnitsOfModules:
    @pytest.fixture
    def course(self) -> Course:
        return two_units()

    @pytest.mark.browser
    def test_each_module_is_launched_and_satisfied_by_itself(self, learner: Learner) -> None:
        launcher, second = learner.launcher, "https://lms.example/au/2"
        learner.folder = "two/"
        learner.open("index.html", unit=second)
        learner.until(lambda: launcher.verbs(second) == ["initialized"])
        learner.go("two.index.html")
        # Nothing is graded in it: it is completed when it is read, and never passed.
        learner.until(lambda: launcher.verbs(second) == ["initialized", "completed"])
        learner.leave()
        assert launcher.satisfied("Completed", second) and not launcher.satisfied("Completed")
        learner.folder = "one/"
        learner.open()
        learner.tell("single", "b")
        learner.until(lambda: launcher.verbs(UNIT) == ["initialized"])
        learner.until(lambda: "answered" in launcher.verbs(f"{UNIT}#q-single"))
        learner.leave()
        learner.open()
        learner.read_all()
        learner.go("one.check.html")
        learner.answer_all(right=True)
        learner.until(lambda: launcher.satisfied("CompletedAndPassed"))
        learner.leave()
        ids = [each["id"] for each in launcher.statements]
        assert len(set(ids)) == len(ids)
        assert set(launcher.units[second]) == {"LMS.LaunchData", "moocbuild"}
        assert launcher.wrong == []

    def test_the_structure_has_a_unit_for_each(self, course: Course) -> None:
        made = CMI5.render(course)
        root = etree.fromstring(made.read("cmi5.xml"))
        units = root.findall("{*}au")
        assert [each.findtext("{*}url") for each in units] == ["one/index.html", "two/index.html"]
        assert [each.get("moveOn") for each in units] == ["CompletedAndPassed", "Completed"]
        assert [each.get("id") for each in units] == [
            "urn:moocbuild:small-one:unit",
            "urn:moocbuild:small-two:unit",
        ]
        said = [each.findtext("{*}description/{*}langstring") for each in units]
        assert said == ["One", "Say it."]
        assert {each.findtext("{*}url") for each in units} <= set(made.names())


@pytest.mark.parametrize("unit", ["course", "module"])
@pytest.mark.parametrize("name", COURSES)
def test_the_official_schema_finds_nothing(name: str, unit: str) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("the official schemas are not beside this repository")
    sys.path.insert(0, str(SCHEMAS))
    loader = pytest.importorskip("loader")
    schema, _ = loader.load("cmi5", "CourseStructure.xsd")
    made = package(name, "cmi5") if unit == "course" else CMI5.render(two_units())
    schema.assertValid(etree.fromstring(made.read("cmi5.xml")))


@pytest.mark.parametrize(("name", "wanted"), [("fractions", "CompletedAndPassed")])
def test_what_satisfies_the_unit(name: str, wanted: str) -> None:
    root = etree.fromstring(package(name, "cmi5").read("cmi5.xml"))
    (unit,) = root.findall("{*}au")
    assert unit.get("moveOn") == wanted and unit.findtext("{*}url") == "index.html"
    known = {each.get("id") for each in root.iterfind("{*}objectives/{*}objective")}
    named = {each.get("idref") for each in unit.iter("{*}objective")}
    assert named == known and known


def test_what_a_launcher_asks_for() -> None:
    """It sees what is not allowed: a verdict before the beginning, without a duration."""
    launcher = Launcher()
    launcher.launch()
    context = {"contextActivities": {"grouping": [{"id": "x"}]}, "extensions": {}}
    said = {
        "id": "1",
        "actor": launcher.actor,
        "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"},
        "object": {"id": UNIT},
        "context": context,
        "result": {"duration": "", "success": True},
        "timestamp": "2026-11-30T12:00:00Z",
    }
    assert launcher.take([said]) == 403
    assert {fault.partition(": ")[2] for fault in launcher.wrong} == {
        "a session of this launch",
        "the registration",
        "categories",
        "initialized first, and once",
        "a duration",
        "preferences before",
    }
    launcher.close()
