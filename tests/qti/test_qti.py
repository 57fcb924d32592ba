"""Items and tests of QTI 2.1: by the official schema, and scored as the course scores them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Collector
from moocbuild.lower import lower
from moocbuild.model.course import Activity
from moocbuild.model.question import GapsInteraction, Interaction
from moocbuild.package import Package
from moocbuild.targets.qti import TARGETS
from qti.scored import Answers, scored
from whole.courses import COURSES, package

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
(QTI,) = TARGETS


def made(*pages: Activity, **more: Any) -> Package:
    return QTI.render(lower(make.course(*pages, **more), QTI, Collector()))


def item(asks: Interaction, **more: Any) -> etree._Element:
    question = make.question("q", asks, **more)
    return etree.fromstring(made(make.quiz(question)).read("items/q-q.xml"))


def test_of(**more: Any) -> etree._Element:
    asked = [make.question(f"q{n}", make.single("*a", "b"), critical=n == 0) for n in range(4)]
    return etree.fromstring(made(make.quiz(*asked, **more)).read("tests/t-m.check.xml"))


@pytest.mark.parametrize("name", COURSES)
def test_the_official_schema_finds_nothing(name: str) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("the official schemas are not beside this repository")
    sys.path.insert(0, str(SCHEMAS))
    loader = pytest.importorskip("loader")
    schema, _ = loader.load("qti21", "imsqti_v2p1p1.xsd")
    found = package(name, "qti-2.1")
    files = [each for each in found.names() if each.startswith(("items/", "tests/"))]
    assert len(files) > 2
    for file in files:
        schema.assertValid(etree.fromstring(found.read(file)))


@pytest.mark.parametrize("name", COURSES)
def test_the_manifest_names_every_file(name: str) -> None:
    found = package(name, "qti-2.1")
    root = etree.fromstring(found.read("imsmanifest.xml"))
    listed = {each.get("href") for each in root.iter("{*}file")}
    assert listed == set(found.names()) - {"imsmanifest.xml"}
    ids = {each.get("identifier") for each in root.iter("{*}resource")}
    assert {each.get("identifierref") for each in root.iter("{*}dependency")} <= ids
    for test in (n for n in found.names() if n.startswith("tests/")):
        for ref in etree.fromstring(found.read(test)).iter("{*}assessmentItemRef"):
            assert f"items/{ref.get('href').rpartition('/')[2]}" in found


CHOICE = make.single("*Right", "0.5 Half", "Wrong", feedback="on ")
TICKED = make.multiple("*a", "*b", "c", feedback="on ")
WORDS = make.typed("Pause", wrong=["talk"], feedback="on ")
PAIRS = make.match(("l1", "r1"), ("l2", "r2"), distractors=["r3"])
GAPS = make.gaps(make.single("*a", "b"), make.typed("c"))
MARKED = make.hottext("*a", "*b", "c")
SCORES: list[tuple[Interaction, Answers, float]] = [
    (CHOICE, {"RESPONSE": ["o_a"]}, 2),
    (CHOICE, {"RESPONSE": ["o_b"]}, 1),
    (CHOICE, {"RESPONSE": ["o_c"]}, 0),
    (CHOICE, {}, 0),
    (TICKED, {"RESPONSE": ["o_a", "o_b"]}, 2),
    (TICKED, {"RESPONSE": ["o_a"]}, 1),
    (TICKED, {"RESPONSE": ["o_a", "o_b", "o_c"]}, 1),
    (TICKED, {"RESPONSE": ["o_c"]}, 0),
    (MARKED, {"RESPONSE": ["o_b", "o_a"]}, 2),
    (WORDS, {"RESPONSE": ["pause"]}, 2),
    (WORDS, {"RESPONSE": ["talk"]}, 0),
    (make.number(2.5, 3.5), {"RESPONSE": ["2.5"]}, 2),
    (make.number(2.5, 3.5), {"RESPONSE": ["3.51"]}, 0),
    (make.order("1", "2", "3", "4"), {"RESPONSE": ["s_s0", "s_s1", "s_s2", "s_s3"]}, 2),
    (make.order("1", "2", "3", "4"), {"RESPONSE": ["s_s0", "s_s1", "s_s3", "s_s2"]}, 1),
    (GAPS, {"RESPONSE_a": ["o_a_2e_a"], "RESPONSE_b": ["x"]}, 1),
    (GAPS, {"RESPONSE_a": ["o_a_2e_a"], "RESPONSE_b": ["C"]}, 2),
]


def scored_item(asks: Interaction) -> str:
    """An item of two points."""
    blanks = isinstance(asks, GapsInteraction)
    question = (
        make.with_gaps("q", asks, points=2) if blanks else make.question("q", asks, points=2)
    )
    return made(make.quiz(question)).read("items/q-q.xml").decode()


@pytest.mark.parametrize(("asks", "answers", "score"), SCORES)
def test_it_scores_as_the_course_does(asks: Interaction, answers: Answers, score: float) -> None:
    root = etree.fromstring(scored_item(asks).encode())
    assert scored(root, answers).score == pytest.approx(score)


def test_pairs_earn_their_share() -> None:
    root = item(PAIRS, points=2)
    right = [value.text or "" for value in root.findall(".//{*}correctResponse/{*}value")]
    assert scored(root, {"RESPONSE": right}).score == 2
    assert scored(root, {"RESPONSE": right[:1]}).score == 1


def test_each_answer_shows_its_own_feedback_and_all_show_the_explanation() -> None:
    root = item(CHOICE, explanation=make.prose("Why"), hint=make.text("A hint"))
    shown = scored(root, {"RESPONSE": ["o_b"]}).shown
    assert any("on b" in each for each in shown) and not any("on a" in each for each in shown)
    assert any("Why" in each and "A hint" in each for each in shown)
    typed = item(WORDS)
    assert any("on talk" in each for each in scored(typed, {"RESPONSE": ["Talk"]}).shown)
    assert scored(item(make.single("*a", "b")), {"RESPONSE": ["o_a"]}).shown == []


def test_what_is_private_or_asked_for_views_scores_nothing() -> None:
    assert not item(make.journal()).findall(".//{*}responseDeclaration")
    view = item(make.survey("often", "rarely"))
    assert not view.findall(".//{*}correctResponse")
    assert scored(view, {"RESPONSE": ["o_a"]}).score == 0
    assert view.findtext("{*}outcomeDeclaration[@identifier='MAXSCORE']//{*}value") == "0"


def test_a_test_says_how_it_is_taken() -> None:
    plain = test_of()
    assert len(plain.findall(".//{*}assessmentSection")) == 1
    drawn = test_of(drawn=3, time_limit=20, feedback="after-close", right_answers=False)
    sections = drawn.findall(".//{*}assessmentSection")
    assert [s.find("{*}selection") is not None for s in sections] == [False, True]
    selected = [s.get("select") for s in drawn.iter("{*}selection")]
    assert selected == ["2"], "the critical one is always there"
    assert next(drawn.iter("{*}timeLimits")).get("maxTime") == "1200"
    control = next(drawn.iter("{*}itemSessionControl"))
    assert (control.get("showFeedback"), control.get("showSolution")) == ("false", "false")
    assert next(drawn.iter("{*}testPart")).get("submissionMode") == "simultaneous"
