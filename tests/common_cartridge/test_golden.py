"""One question of each kind as both editions write it, reviewed like code.

What a test made instead of the golden file is in the assertion; write it there after a review.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from common_cartridge import hand_made as make
from lower.targets import CC

GOLDEN = Path(__file__).parent / "golden"
FILES = {"cc-1.1": "q-m.check.xml", "cc-1.3": "q-m.check/assessment.xml"}


@pytest.mark.parametrize("target", CC.values(), ids=CC)
def test_questions_are_written_as_reviewed(target: object) -> None:
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
        make.question("word", make.typed("hear*", "listen", wrong=["talk"], feedback="F ")),
    )
    course = make.course(quiz, assets=[make.asset("media/bench.svg")])
    made = target.render(course).read(FILES[target.name])  # type: ignore[attr-defined]
    assert made.decode() == (GOLDEN / f"{target.name}.xml").read_text("utf-8")  # type: ignore[attr-defined]
