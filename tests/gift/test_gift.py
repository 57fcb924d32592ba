"""A question of each kind as GIFT: reviewed like code, and read back by gift-pegjs."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Collector
from moocbuild.formats import gift
from moocbuild.lower import lower
from moocbuild.model.course import Activity, Quiz
from moocbuild.model.question import Interaction
from moocbuild.targets.gift import FILE, TARGETS
from whole.courses import COURSES, course, package

GOLDEN = Path(__file__).parent / "golden" / FILE
PARSER = Path(__file__).parents[1] / "player/node_modules/gift-pegjs"
(GIFT,) = TARGETS
HOSTILE = "a = b ~ c # d { e } f : g \\ h \\n i -> j // k %50% ####"


def kinds() -> Activity:
    return make.quiz(
        make.question(
            "silence",
            make.single("*Stay", "Ask", "0.5 Go", feedback="Feedback on "),
            title="Lina: falls ~silent~",
            competencies=make.refs("IX.2", "I.3"),
            hint=make.text("A hint"),
            explanation=make.prose("Because 100%25 {of} it."),
        ),
        make.question(
            "picture",
            make.multiple("*Here", "*There", "[html] %50% Nowhere"),
            prompt=make.image("media/bench.svg", 'A "bench"'),
        ),
        make.question("truth", make.true_false("True", "*False")),
        make.question("word", make.typed("Hé-re*", "->", wrong=["[talk]"], feedback="F ")),
        make.question("pairs", make.match(("a = b", "A, B"), ("b", "B"), distractors=["C"])),
        make.question("steps", make.order("first", "then", "last")),
        make.question("number", make.number(2.5, 3.5, "Well counted")),
        make.question("minus", make.number(-5, -5)),
        make.question("yourself", make.journal(), explanation=make.prose("A model answer")),
    )


def written(*pages: Activity, **more: Any) -> str:
    lowered = lower(make.course(*pages, **more), GIFT, Collector())
    return GIFT.render(lowered).read(FILE).decode()


def parsed(text: str) -> list[dict[str, Any]]:
    """What gift-pegjs makes of a file; fails where it is no GIFT."""
    node = shutil.which("node")
    if node is None or not PARSER.is_dir():
        pytest.skip("no Node, or no gift-pegjs: npm ci in tests/player")
    program = (
        f"const g=require({json.dumps(str(PARSER))});const t=require('fs').readFileSync(0,'utf8');"
        "process.stdout.write(JSON.stringify(g.parse(t)))"
    )
    done = subprocess.run(
        [node, "-e", program], input=text, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-1500:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_every_kind_is_written_as_reviewed(accept: bool) -> None:
    made = written(kinds(), assets=[make.asset("media/bench.svg")])
    if accept:
        GOLDEN.write_text(made, "utf-8")
    assert made == GOLDEN.read_text("utf-8")


def test_every_kind_is_read_as_that_kind() -> None:
    found = parsed(written(kinds(), assets=[make.asset("media/bench.svg")]))
    read = {each["id"]: each for each in found if each["type"] != "Category"}
    types = {id: each["type"] for id, each in read.items()}
    assert types == {
        "silence": "MC",
        "picture": "MC",
        "truth": "TF",
        "word": "Short",
        "pairs": "Matching",
        "steps": "MC",
        "number": "Numerical",
        "minus": "Numerical",
        "yourself": "Description",
    }
    silence = read["silence"]
    assert silence["title"] == "Lina: falls ~silent~" and silence["tags"] == ["IX.2", "I.3"]
    assert [(c["isCorrect"], c["weight"]) for c in silence["choices"]] == [
        (True, None),
        (False, None),
        (False, 50),
    ]
    assert silence["choices"][1]["feedback"]["text"] == "Feedback on b"
    assert "100%25 {of} it" in silence["globalFeedback"]["text"]
    picture = read["picture"]
    assert [c["weight"] for c in picture["choices"]] == [50, 50, -50]
    assert picture["choices"][2]["text"]["text"] == "[html] %50% Nowhere"
    assert '[A "bench"]' in picture["stem"]["text"]
    assert read["truth"]["isTrue"] is False
    pairs = [(p["subquestion"]["text"], p["subanswer"]) for p in read["pairs"]["matchPairs"]]
    assert pairs == [("a = b", "A, B"), ("b", "B"), ("", "C")]
    assert read["number"]["choices"][0]["text"]["number"] == 3
    assert read["number"]["choices"][0]["text"]["range"] == 0.5
    assert read["minus"]["choices"][0]["text"]["number"] == -5
    assert "A model answer" in read["yourself"]["stem"]["text"]


@pytest.mark.parametrize(
    "asks",
    [
        make.single(f"*{HOSTILE}", "[plain] x", feedback=f"{HOSTILE} "),
        make.typed(HOSTILE, wrong=["%50% off", "[html]"], feedback=HOSTILE),
        make.match((HOSTILE, "A"), (f"{HOSTILE} b", HOSTILE)),
        make.journal(),
    ],
    ids=lambda asks: type(asks).__name__,
)
def test_no_text_ends_an_entry_or_changes_its_kind(asks: Interaction) -> None:
    plain = make.question("q", asks, explanation=make.prose("x"))
    question = replace(plain, prompt=make.prose(f"{HOSTILE}a\n\nb"), title=HOSTILE)
    hostile, usual = (parsed(written(make.quiz(q))) for q in (question, plain))
    assert [each["type"] for each in hostile] == [each["type"] for each in usual]
    assert "a\n\nb" in hostile[1]["stem"]["text"]
    assert hostile[1]["title"].replace("&#62;", ">") == HOSTILE


@pytest.mark.parametrize("name", COURSES)
def test_whole_courses_are_read(name: str) -> None:
    found = parsed(package(name, "gift").read(FILE).decode())
    read = [each for each in found if each["type"] != "Category"]
    quizzes = [page for page in course(name).pages() if isinstance(page, Quiz)]
    assert len(read) >= sum(len(quiz.questions) for quiz in quizzes) > 1
    assert len({each["id"] for each in read}) == len(read)


def test_categories_keep_their_names() -> None:
    """Moodle undoes no escape there, and takes two strokes for one in a name."""
    assert gift.category(["A/B: {c}\nd", "e\\n"]) == "$CATEGORY: $course$/top/A//B: {c} d/e\\\\n\n"
