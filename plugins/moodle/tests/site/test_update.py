"""A course is updated in place; nothing that learners have done is lost, or nothing happens."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.editions import ASKED_ANEW, CHANGED, RETIRED, build

pytestmark = [pytest.mark.lms, pytest.mark.slow]
Facts = dict[str, Any]
TEAM = "working-in-the-team/quiz"
LEARNERS = ("attempts", "answers", "grades", "completion", "tracks")


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The package of an edition, built once."""
    folder = tmp_path_factory.mktemp("editions")
    return cache(lambda name: build(name, folder))


@pytest.fixture(scope="module")
def course(site: Installed, edition: Callable[[str], Path]) -> Iterator[int]:
    """The first edition, imported by the command line, in which a learner has worked."""
    said = imported(site, edition("1"), "--new")
    number = int(re.findall(r"\d+", said)[-1])
    assert site.drive("study.php", number) is True
    yield number
    site.php("remove.php", number)


@pytest.fixture(scope="module")
def before(site: Installed, course: int) -> Facts:
    return state(site, course)


@pytest.fixture(scope="module")
def after(
    site: Installed, course: int, before: Facts, edition: Callable[[str], Path]
) -> tuple[str, Facts]:
    """What the command said of the update to the second edition, and the course after it."""
    preview = imported(site, edition("2"), f"--course={course}", "--preview")
    assert without_log(state(site, course)) == without_log(before)
    said = imported(site, edition("2"), f"--course={course}")
    assert said.splitlines()[1:] == preview.splitlines()[1:], "the preview is what is done"
    return said, state(site, course)


def imported(site: Installed, package: Path, *options: str) -> str:
    run = site.command("import.php", f"--file={package}", *options)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def state(site: Installed, course: int) -> Facts:
    return dict(site.drive("course_state.php", course))


def without_log(facts: Facts) -> Facts:
    return {key: value for key, value in facts.items() if key != "log"}


def categories(package: Path) -> dict[str, str]:
    """The category of each question in a package, by ID numbers."""
    with zipfile.ZipFile(package) as archive:
        bank = ElementTree.fromstring(archive.read("questions.xml"))
    return {
        question.findtext("idnumber", ""): category.findtext("idnumber", "")
        for category in bank.iter("question_category")
        for question in category.iter("question_bank_entry")
    }


def print_of(site: Installed, course: int) -> Facts:
    return dict(site.drive("fingerprint.php", course))


def modules(facts: Facts) -> dict[str, Facts]:
    found = [module for module in facts["modules"] if module["kind"] != "qbank"]
    names = Counter(module["idnumber"] for module in found)
    assert max(names.values()) == 1, names.most_common(3)
    return {module["idnumber"]: module for module in found}


def test_moodle_makes_no_links_of_its_own(before: Facts) -> None:
    assert before["autolinks"] is False


def test_the_same_package_writes_nothing(
    site: Installed, course: int, before: Facts, edition: Callable[[str], Path]
) -> None:
    was = print_of(site, course)
    for option in ("--preview", f"--course={course}"):
        assert "Nothing changes" in imported(site, edition("1"), f"--course={course}", option)
    assert print_of(site, course) == was
    assert state(site, course)["log"] == ["created", "unchanged"]


@pytest.mark.parametrize("part", ["added", "questions", "links"])
def test_a_failure_in_the_middle_leaves_nothing_behind(
    site: Installed, course: int, before: Facts, edition: Callable[[str], Path], part: str
) -> None:
    was = print_of(site, course)
    said = site.drive("failing_update.php", edition("3"), course, part)
    assert said == {"said": f"broken after {part}", "orphans": 0, "open": False}
    now = print_of(site, course)
    assert now == was
    assert now["missing"] == [] and now["staging"] == 0


@pytest.mark.parametrize(("what", "why"), [("harm", "learners: attempts"), ("spoil", "left: ")])
def test_an_update_that_does_harm_is_undone(
    site: Installed,
    course: int,
    before: Facts,
    edition: Callable[[str], Path],
    what: str,
    why: str,
) -> None:
    was = print_of(site, course)
    said = site.drive("failing_update.php", edition("2"), course, what)
    assert said["said"].startswith(why), said
    assert print_of(site, course) == was


def test_learners_may_work_during_an_update(site: Installed, course: int, before: Facts) -> None:
    assert site.drive("harmed.php", course) == {"away": ["attempts"], "here": []}


def test_nothing_is_doubled(before: Facts, after: tuple[str, Facts]) -> None:
    old, new = modules(before), modules(after[1])
    assert set(new) - set(old) == {"active-listening/one-more"}
    assert not set(old) - set(new), "nothing is deleted"
    assert {key: new[key]["id"] for key in old} == {key: old[key]["id"] for key in old}
    assert set(before["questions"]) == set(after[1]["questions"])
    assert len(after[1]["sections"]) == len(before["sections"])


def test_what_learners_have_done_is_as_it_was(before: Facts, after: tuple[str, Facts]) -> None:
    for records in LEARNERS:
        assert before[records], records
        assert after[1][records] == before[records], records


def test_changed_lessons_are_changed_in_place(before: Facts, after: tuple[str, Facts]) -> None:
    old, new = modules(before), modules(after[1])
    changed = {key for key in old if old[key]["text"] != new[key]["text"]}
    changed -= {"framework"}  # which says where each item is taught
    assert {key.partition("/")[2] for key in changed} == set(CHANGED)
    for key in changed:
        assert "of a later edition" in new[key]["text"]


def test_only_changed_questions_have_new_versions(before: Facts, after: tuple[str, Facts]) -> None:
    old, new = before["questions"], after[1]["questions"]
    assert {key for key in new if len(new[key]) > len(old[key])} == set(ASKED_ANEW)
    for key in ASKED_ANEW:
        versions = new[key]
        assert [row["version"] for row in versions] == [1, 2]
        assert versions[0]["text"] == old[key][0]["text"], "who was asked keeps the question"
        assert versions[1]["text"] != versions[0]["text"] and versions[1]["status"] == "ready"
        assert versions[1]["tags"] == versions[0]["tags"] != []
        assert versions[1]["category"] == versions[0]["category"]


def test_what_was_taken_away_is_hidden(after: tuple[str, Facts]) -> None:
    new = modules(after[1])
    hidden = [key for key, module in new.items() if not module["visible"]]
    assert hidden == ["active-listening/journal"]
    assert new[hidden[0]]["id"] not in map(int, after[1]["criteria"])


def test_what_was_added_stands_in_its_place(before: Facts, after: tuple[str, Facts]) -> None:
    facts = after[1]
    listening = next(s for s in facts["sections"] if "active-listening/index" in s["activities"])
    shown = [key for key in listening["activities"] if key != "active-listening/journal"]
    place = shown.index("active-listening/one-more")
    assert shown[place - 1] == "active-listening/take-away"
    added = modules(facts)["active-listening/one-more"]
    assert added["id"] in map(int, facts["criteria"])
    assert added["tags"] == modules(before)["active-listening/journal"]["tags"]
    assert added["competencies"] == modules(before)["active-listening/journal"]["competencies"]


def test_an_update_is_told(after: tuple[str, Facts]) -> None:
    said = after[0]
    assert "New activities (1)" in said
    lost = re.search(r"^!! Ids lost: .*\(1\)\n  - (.*)", said, re.M)
    assert lost and "active-listening/journal" in lost[1]
    texts = re.search(r"^Changed texts .*\n((?:  - .*\n)*)", said, re.M)
    assert texts and all(f"({key}, on " in texts[1] for key in ASKED_ANEW)
    assert after[1]["log"][-1] == "updated"
    assert after[1]["events"] == 2


def test_three_more_times_change_nothing(
    site: Installed, course: int, after: tuple[str, Facts], edition: Callable[[str], Path]
) -> None:
    was = print_of(site, course)
    for _ in range(3):
        assert "Nothing changes" in imported(site, edition("2"), f"--course={course}")
    assert print_of(site, course) == was
    assert state(site, course)["log"][-4:] == ["updated", *["unchanged"] * 3]


def test_a_module_more_another_order_and_other_names(
    site: Installed, course: int, after: tuple[str, Facts], edition: Callable[[str], Path]
) -> None:
    imported(site, edition("3"), f"--course={course}")
    facts = state(site, course)
    found = modules(facts)
    titles = [section["name"] for section in facts["sections"]]
    assert titles.index("Endings") == titles.index("Working in the team") - 1
    assert "Module two, Active listening" in titles
    assert found["active-listening/first-contact"]["name"].startswith("At first, ")
    assert found["endings/quiz"]["slots"] == 2 and found["endings/quiz"]["sum"] == 2
    assert found["endings/quiz"]["pass"] == 60
    link = f"view.php?id={found['active-listening/first-contact']['id']}"
    assert link in found["endings/saying-goodbye"]["text"]
    for records in ("attempts", "answers", "completion", "tracks"):
        assert facts[records] == after[1][records]
    assert "Nothing changes" in imported(site, edition("3"), f"--course={course}")


def test_back_to_the_first_edition(
    site: Installed, course: int, before: Facts, edition: Callable[[str], Path]
) -> None:
    imported(site, edition("3"), f"--course={course}")
    imported(site, edition("1"), f"--course={course}")
    facts = state(site, course)
    shown = {key for key, module in modules(facts).items() if module["visible"]}
    assert shown == {key for key, module in modules(before).items() if module["visible"]}
    assert [facts["questions"][key][-1]["status"] for key in ("which-goodbye",)] == ["hidden"]
    assert {k: m["text"] for k, m in modules(facts).items() if k in shown} == {
        k: m["text"] for k, m in modules(before).items()
    }
    for records in LEARNERS:
        assert facts[records] == before[records], records
    assert "Nothing changes" in imported(site, edition("1"), f"--course={course}")


@pytest.fixture
def drawn(site: Installed, edition: Callable[[str], Path]) -> Iterator[tuple[int, Facts]]:
    """A course of the first edition that a learner has attempted, and its state."""
    number = int(re.findall(r"\d+", imported(site, edition("1"), "--new"))[-1])
    assert site.drive("study.php", number, TEAM) is True
    yield number, state(site, number)
    site.php("remove.php", number)


def test_quizzes_can_be_attempted_after_their_draws_changed(
    site: Installed, drawn: tuple[int, Facts], edition: Callable[[str], Path]
) -> None:
    course, before = drawn
    said = imported(site, edition("4"), f"--course={course}")
    after = state(site, course)
    assert re.search(
        r"Answers, points and limits .*\n(  - .*\n)*  - .*team.*questions asked", said
    )
    assert re.search(r"listening” keeps its number .*attempts: 1\)", said)
    # What the package puts elsewhere, or has no longer, and still is where it was: what the
    # places that stay draw from.
    wanted = categories(edition("4"))
    held = {
        id for id, rows in after["questions"].items() if rows[-1]["category"] != wanted.get(id)
    }
    assert held > set(RETIRED), "with others whose category goes"
    assert all(after["questions"][id] == before["questions"][id] for id in held)
    assert f"Questions that stay in them for that: {len(held)}." in said
    assert re.search(r"Attempts at quizzes whose questions change: 2, of which 1 open", said)
    for records in LEARNERS:
        assert before[records] and after[records] == before[records], records
    assert "Nothing changes" in imported(site, edition("4"), f"--course={course}")
    assert site.drive("study.php", course) is True, "every quiz can be begun anew"
    again = state(site, course)
    assert len(again["attempts"]) == 2 * len(before["attempts"])


def test_a_package_of_another_course_is_refused(
    site: Installed, course: int, tmp_path: Path
) -> None:
    other = tmp_path / "other.mbz"
    other.write_bytes(b"PK\x03\x04 no more")
    run = site.command("import.php", f"--file={other}", f"--course={course}")
    assert run.returncode == 1 and "damaged" in run.stderr
    run = site.command("import.php", "--file=https://127.0.0.1/x.mbz", f"--course={course}")
    assert run.returncode == 1 and "no such file" in run.stderr
