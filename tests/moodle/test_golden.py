"""A question of each kind, as a backup and as a question file write it, reviewed like code.

`pytest --accept` rewrites the golden files.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Collector
from moocbuild.lower import lower
from moocbuild.model.course import Course
from moocbuild.targets.moodle import TARGETS

GOLDEN = Path(__file__).parent / "golden"
FILES = [
    ("moodle", "questions.xml"),
    ("moodle", "files.xml"),
    ("moodle", "moodle_backup.xml"),
    ("moodle", "moocbuild.json"),
    ("moodle", "course/course.xml"),
    ("moodle", "course/competencies.xml"),
    ("moodle-xml", "questions.xml"),
    ("moodle-competencies", "competencies.csv"),
]


def kinds() -> Course:
    shown = make.image("media/bench.svg", 'A "bench"')
    quiz = make.quiz(
        make.question(
            "silence",
            make.single("*Stay", "Ask", "0.5 Go", feedback="Feedback on "),
            title="Lina falls silent",
            competencies=make.refs("IX.2", "I.3"),
            points=2,
            hint=make.text("A hint"),
            explanation=make.prose("Because <b>100%25</b>."),
        ),
        make.question("image", make.multiple("*Here", "There", feedback="F "), prompt=shown),
        make.question("two", make.single("*This", "That")),
        make.question("truth", make.true_false("True", "*False")),
        make.question("word", make.typed("Hé-re*", "listen", wrong=["talk"], feedback="F ")),
        make.question("pairs", make.match(("a", "A"), ("b", "B"), distractors=["C"])),
        make.question("steps", make.order("first", "then", "last")),
        make.question("number", make.number(2.5, 3.5, "Well counted")),
        make.question("sentences", make.hottext("*This one", "not this", feedback="F ")),
        make.with_gaps(
            "gaps",
            make.gaps(
                make.single("*ro}om", "a #plan", feedback="F "),
                make.typed("=pau~se", wrong=["talk"], feedback="F "),
            ),
            " {#1} {1:SA:=x} ",
        ),
        make.question("yourself", make.journal()),
    )
    return make.course(quiz, assets=[make.asset("media/bench.svg")])


@pytest.mark.parametrize(("target", "file"), FILES, ids=[" ".join(row) for row in FILES])
def test_files_are_written_as_reviewed(target: str, file: str, accept: bool) -> None:
    chosen = next(each for each in TARGETS if each.name == target)
    course = lower(kinds(), chosen, Collector())
    made = chosen.render(course).read(file).decode()
    golden = GOLDEN / target / file
    if accept:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(made.encode())
    assert made.encode() == golden.read_bytes()
