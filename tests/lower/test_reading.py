"""Questions as text to read: how each is asked, and how its answer is told."""

from __future__ import annotations

from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.lower.reading import answered, answers, asked, questions_and_answers
from moocbuild.model.text import EMPTY, Text
from moocbuild.render import Dialect
from moocbuild.words import words

SAY = words("en")


def html(text: Text) -> str:
    return Dialect().html(text, lambda ref: ref.id)


def ask(asks: Any, **more: Any) -> str:
    return html(
        asked(make.question("q", asks, **{"prompt": EMPTY, "title": ""} | more), "h2", SAY)
    )


def tell(asks: Any, **more: Any) -> str:
    question = make.question("q", asks, **{"prompt": EMPTY, "title": ""} | more)
    return html(answered(question, "h3", SAY))


EMPTY_PROMPT = "<div></div>"


@pytest.mark.parametrize(
    ("asks", "read"),
    [
        (make.single("*a", "b"), "<ul><li>a</li><li>b</li></ul>"),
        (make.typed("a", wrong=["b"]), ""),
        (make.number(1, 2), ""),
        (
            make.journal(),
            "<p><em>Write for yourself, on paper or in a file of your own.</em></p>",
        ),
        (
            make.gaps(make.single("*a", "b"), make.single("*c")),
            "<ol><li><ul><li>a</li><li>b</li></ul></li><li><ul><li>c</li></ul></li></ol>",
        ),
        (make.gaps(make.single("*a", "b")), "<ul><li>a</li><li>b</li></ul>"),
        (
            make.gaps(make.typed("a"), make.single("*b")),
            "<ol><li>____</li><li><ul><li>b</li></ul></li></ol>",
        ),
        (make.gaps(make.typed("a"), make.typed("b")), ""),
    ],
)
def test_how_a_question_is_asked(asks: Any, read: str) -> None:
    """With what may be picked, and without what is to be typed."""
    assert ask(asks) == EMPTY_PROMPT + read


def test_a_title_is_where_a_question_is_found() -> None:
    assert ask(make.typed("a"), title="T").startswith('<h2 id="q">T</h2>')
    assert "h2" not in ask(make.typed("a"))


@pytest.mark.parametrize("steps", ["ab", "abc", "abcd"])
@pytest.mark.parametrize("id", ["q1", "q2", "q3", "q4"])
def test_an_order_is_never_asked_in_its_order(steps: str, id: str) -> None:
    asked_as = html(asked(make.question(id, make.order(*steps)), "h2", SAY))
    listed = [part.partition("<")[0] for part in asked_as.split("<li>")[1:]]
    assert sorted(listed) == sorted(steps) and "".join(listed) != steps
    assert "<p>Put in order:</p>" in asked_as


def test_a_match_is_asked_in_two_lists() -> None:
    read = ask(make.match(("l1", "r1"), ("l2", "r2"), distractors=["r3"]))
    left, _, right = read.partition("<p>Find what belongs to it:</p>")
    assert left.endswith("<p>For each of these:</p><ul><li>l1</li><li>l2</li></ul>")
    assert sorted(right.count(f"<li>r{n}</li>") for n in (1, 2, 3)) == [1, 1, 1]


@pytest.mark.parametrize(
    ("asks", "read"),
    [
        (
            make.single("*a", "0.5 b", "c", feedback="f"),
            "<ul><li><strong>Right:</strong> a<div>fa</div></li>"
            "<li><strong>Partly right:</strong> b<div>fb</div></li>"
            "<li><strong>Not right:</strong> c<div>fc</div></li></ul>",
        ),
        (
            make.typed("a", wrong=["b"]),
            "<ul><li><strong>Accepted:</strong> a</li><li><strong>Not right:</strong> b</li></ul>",
        ),
        (
            make.number(1.5, 2),
            "<ul><li><strong>Accepted:</strong> 1.5 \N{EN DASH} 2</li></ul>",
        ),
        (make.number(3, 3), "<ul><li><strong>Accepted:</strong> 3</li></ul>"),
        (
            make.gaps(make.single("*a"), make.typed("b")),
            "<ol><li><ul><li><strong>Right:</strong> a</li></ul></li>"
            "<li><ul><li><strong>Accepted:</strong> b</li></ul></li></ol>",
        ),
        (
            make.match(("l", "r")),
            "<ul><li>l → r<div>fb l</div></li></ul>",
        ),
        (
            make.order("a", "b"),
            "<p>The right order:</p><ol><li>a<div>fb a</div></li><li>b<div>fb b</div></li></ol>",
        ),
        (make.journal(), ""),
    ],
)
def test_how_an_answer_is_told(asks: Any, read: str) -> None:
    assert tell(asks) == read


def test_an_answer_is_told_under_its_title_or_its_prompt() -> None:
    assert tell(make.journal(), title="T", prompt=make.prose("P?")) == "<h3>T</h3>"
    assert tell(make.journal(), prompt=make.prose("P?")) == "<h3>P?</h3>"


@pytest.mark.parametrize(
    ("more", "read"),
    [
        ({"hint": make.prose("h")}, "<p><strong>Hint</strong></p><div><p>h</p></div>"),
        (
            {"explanation": make.prose("e")},
            "<p><strong>Explanation</strong></p><div><p>e</p></div>",
        ),
        ({"competencies": make.refs("A", "B")}, "<p>Works on: A, B</p>"),
    ],
)
def test_what_stands_below_an_answer(more: dict[str, Any], read: str) -> None:
    assert tell(make.journal(), **more) == read


def test_questions_to_try_come_before_all_answers() -> None:
    questions = (make.question("a", make.typed("x")), make.question("b", make.typed("y")))
    read = [text.plain for text in questions_and_answers(questions, SAY)]
    assert read == [
        "Title a Prompt a?",
        "Title b Prompt b?",
        "Answers",
        "Title a Accepted: x",
        "Title b Accepted: y",
    ]
    assert [text.plain for text in answers(questions, SAY)] == read[2:]
