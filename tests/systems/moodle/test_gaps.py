"""Texts with gaps on a real Moodle: from a backup, from a question file, in a teacher's form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.model.course import Course
from moocbuild.model.question import GapsInteraction
from systems.moodle.site import Site
from systems.moodle.test_kinds import written

pytestmark = pytest.mark.lms
SIGNS = "a } b # c ~ d / e \" f \\ g = h & i < j {k} {1:SA:=x} {#1} 'l' %50% é"
PAIRS: dict[str, GapsInteraction] = {
    "gap-two": make.gaps(
        make.single("*room", "advice", feedback="F "), make.typed("pause", wrong=["talk"])
    ),
    "gap-four": make.gaps(
        make.single("one", "*two", "three"),
        make.typed("Écoute", "hear*"),
        make.typed("word"),
        make.single("*yes", "no"),
    ),
    "gap-signs": make.gaps(
        make.single(f"*={SIGNS}", f"%5%{SIGNS} wrong", feedback=f"{SIGNS} "),
        make.typed(f"={SIGNS}", wrong=[f"{SIGNS} wrong"], feedback=SIGNS),
    ),
}


def course() -> Course:
    asked = (make.with_gaps(id, asks, f" {SIGNS} ", points=2) for id, asks in PAIRS.items())
    return make.course(make.quiz(*asked), id="gaps")


@pytest.fixture(scope="module")
def found(site: Site, made: list[int], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = written(course(), "moodle", tmp_path_factory.mktemp("gaps"))
    number = site.restore(file)
    made.append(number)
    return {"number": number, **site.php("facts.php", number)}


@pytest.mark.parametrize(("mode", "earned"), [("right", 1.0), ("wrong", 0.0), ("half", 0.5)])
def test_each_gap_earns_its_share(
    site: Site, found: dict[str, Any], mode: str, earned: float
) -> None:
    (quiz,) = (module for module in found["modules"] if module["kind"] == "quiz")
    tried = site.php("attempt.php", quiz["id"], mode)
    assert {slot["question"] for slot in tried["slots"]} == set(PAIRS)
    assert {slot["kind"] for slot in tried["slots"]} == {"multianswer"}
    assert [slot["max"] for slot in tried["slots"]] == [2.0] * len(PAIRS)
    # Moodle says null where no gap is right, and counts it as nothing.
    fractions = [slot["fraction"] or 0.0 for slot in tried["slots"]]
    assert fractions == pytest.approx([earned] * len(PAIRS))
    assert tried["percent"] == pytest.approx(100 * earned, abs=1e-4)


def test_only_the_questions_themselves_have_an_idnumber(found: dict[str, Any]) -> None:
    assert {q["idnumber"] for q in found["questions"] if q["idnumber"]} == set(PAIRS)


@pytest.mark.parametrize("id", PAIRS)
def test_what_moodle_keeps_is_what_was_written(
    site: Site, found: dict[str, Any], made: list[int], tmp_path: Path, id: str
) -> None:
    """From a backup as they are; from a question file after Moodle has read the gaps' spelling."""
    file = written(course(), "moodle-xml", tmp_path)
    said = site.php("import_questions.php", file)
    made.append(said["course"])
    assert said["ok"] is True, said
    kept, read = (site.php("gaps.php", number, id) for number in (found["number"], said["course"]))
    assert kept["parts"] == read["parts"]
    assert kept["text"] == read["text"]
    gaps = len(PAIRS[id].gaps)
    assert _mark(site, found["number"], id) == 2.0
    assert _mark(site, said["course"], id) == (2.0 if 2 % gaps == 0 else gaps), (
        "as the matrix says"
    )
    for part, gap in zip(kept["parts"], PAIRS[id].gaps, strict=True):
        wanted = [c.text.plain for c in gap.choices]
        wanted += [a.text.replace("*", r"\*") for a in gap.answers]
        words = [answer["plain"] for answer in part["answers"]]
        assert set(wanted) <= set(words)
        assert len(part["answers"]) == len(gap.choices) or not gap.choices


def _mark(site: Site, course: int, id: str) -> float:
    questions = site.php("facts.php", course)["questions"]
    return float(next(q["mark"] for q in questions if q["idnumber"] == id))


@pytest.mark.parametrize("id", PAIRS)
def test_a_teacher_s_form_reads_the_gaps_again(site: Site, found: dict[str, Any], id: str) -> None:
    """The spelling in the bank is what Moodle's form makes the same question of."""
    kept = site.php("gaps.php", found["number"], id)
    assert kept["form"] == kept["parts"]
