"""The line of suspend_data: small, exact, and never a reason to crash."""

from __future__ import annotations

import random
from typing import Any

from moocbuild.model.evidence import RULES
from player.node import run

COURSE = {"course": "patmh"}
FILES = ("score.js", "state.js")
ROUND = "return given.map((text) => decodeState(text));"


def big() -> dict[str, Any]:
    """250 questions, 13 scenarios, 70 pages, 15 quizzes: all tried, all finished."""
    rng = random.Random(1)
    levels = [0, *(rng.randint(1, 15) for _ in range(250))]
    return {
        "attempt": "k3x9qp",
        "seq": 12345,
        "finished": 1,
        "place": 70,
        "sent": 250,
        "floor": 88,
        "seen": [0] + [1] * 70,
        "best": levels,
        "now": levels,
        "quizzes": {
            str(n): {
                "percent": 95,
                "reached": 2,
                "seed": 40000 + n,
                **({"tries": n} if n > 9 else {}),
            }
            for n in range(1, 16)
        },
        "scenarios": {
            str(n): {"done": 2, "shares": "".join(f"0{i}P" for i in range(6)), "path": []}
            for n in range(20, 33)
        },
    }


def normal(state: Any) -> Any:
    state = dict(state)
    for name in ("seen", "best", "now"):
        while state[name] and not state[name][-1]:
            state[name] = state[name][:-1]
    return state


def test_a_full_course_fits_and_comes_back() -> None:
    text, back = run(
        FILES, "const text = encodeState(given); return [text, decodeState(text)];", big(), COURSE
    )
    assert len(text) <= 1000
    assert text.isascii() and text.isprintable()
    assert normal(back) == normal(big())


def test_never_more_than_4096() -> None:
    state = big()
    state["scenarios"] = {
        str(n): {"done": 1, "shares": "00P" * 60, "path": ["a"] * 150} for n in range(1, 20)
    }
    text = run(FILES, "return encodeState(given);", state, COURSE)
    assert len(text) <= 4096
    back = run(FILES, ROUND, [text], COURSE)[0]
    assert back["best"][:251] == state["best"]


def test_random_states_come_back() -> None:
    rng = random.Random(2)
    states = []
    for _ in range(300):
        size = rng.randint(0, 40)
        states.append(
            {
                "attempt": "a1",
                "seq": rng.randint(0, 10**6),
                "finished": rng.randint(0, 2),
                "place": rng.randint(0, 99),
                "sent": rng.randint(0, 300),
                "floor": rng.randint(0, 100),
                "seen": [0] + [rng.randint(0, 1) for _ in range(size)],
                "best": [0] + [rng.randint(0, 15) for _ in range(size)],
                "now": [0] + [rng.choice([0, 0, 8, 15]) for _ in range(size)],
                "quizzes": {
                    str(n): {
                        "percent": rng.randint(0, 100),
                        "reached": rng.randint(0, 2),
                        "seed": rng.randint(1, 46000),
                    }
                    for n in range(1, rng.randint(1, 6))
                },
                "scenarios": {
                    str(n): {
                        "done": rng.randint(0, 2),
                        "shares": rng.choice(["", "00P0aB"]),
                        "path": [rng.choice("abc") for _ in range(rng.randint(0, 9))],
                    }
                    for n in range(1, rng.randint(1, 4))
                },
            }
        )
    back = run(FILES, "return given.map((s) => decodeState(encodeState(s)));", states, COURSE)
    for state, found in zip(states, back, strict=True):
        assert normal(found) == normal(state)


def test_2000_damaged_lines() -> None:
    """Cut, flipped, doubled, foreign: what is read is a state, with numbers in their bounds."""
    rng = random.Random(3)
    text = run(FILES, "return encodeState(given);", big(), COURSE)
    lines = []
    for n in range(2000):
        damaged = list(text)
        for _ in range(rng.randint(0, 6)):
            damaged[rng.randrange(len(damaged))] = chr(
                rng.choice([*range(32, 127), 0, 233, 0x2028])
            )
        line = "".join(damaged)
        lines.append((line, line[: rng.randrange(len(line))], line * 2, line[::-1])[n % 4])
    for found in run(FILES, ROUND, lines, COURSE):
        if found is None:
            continue
        assert all(0 <= level <= 15 for level in found["best"])
        assert all(0 <= quiz["percent"] <= 100 for quiz in found["quizzes"].values())
        assert all(scenario["done"] in (0, 1, 2) for scenario in found["scenarios"].values())


def test_a_cut_line_keeps_what_came_before() -> None:
    text = run(FILES, "return encodeState(given);", big(), COURSE)
    cut = text[: text.index(";q") + 40]
    found = run(FILES, ROUND, [cut], COURSE)[0]
    assert found["best"][:251] == big()["best"]


def test_another_course_or_none_is_nothing() -> None:
    text = run(FILES, "return encodeState(given);", big(), {**COURSE, "course": "other"})
    lines = [text, "", '{"a": 1}', "m", "m2;", "\u2028", "m2;c", "m1c5:x"]
    assert run(FILES, ROUND, lines, COURSE) == [None] * len(lines)


def test_a_newer_line_is_read_as_far_as_it_is_known() -> None:
    text = run(FILES, "return encodeState(given);", big(), COURSE).replace("m2;", "m3;")
    found = run(FILES, ROUND, ["m3;yabc;" + text[3:] + "z__;"], COURSE)[0]
    assert normal(found) == normal(big())


def test_merging_never_loses() -> None:
    one, other = big(), big()
    one["best"][7], other["best"][7] = 3, 15
    one["seen"][5], other["seen"][9] = 0, 0
    one["seq"] = 9
    one["quizzes"]["12"]["tries"] = 40
    one["scenarios"]["20"]["done"] = 1
    merged = run(
        FILES,
        "return [mergeStates(given[0], given[1]), mergeStates(given[1], given[0])];",
        [one, other],
        COURSE,
    )
    for state in merged:
        assert state["best"][7] == 15
        assert state["seen"][5] == state["seen"][9] == 1
        assert state["scenarios"]["20"]["done"] == 2
        assert state["seq"] == 12345
        assert state["quizzes"]["12"]["tries"] == 40
        assert "tries" not in state["quizzes"]["3"]


def test_the_longest_way_through_a_simulation_comes_back() -> None:
    state, half = big(), RULES.path // 2
    state["scenarios"]["40"] = {"done": 1, "shares": "", "path": ["46a", "47b"] * half}
    text, back = run(
        FILES, "const text = encodeState(given); return [text, decodeState(text)];", state, COURSE
    )
    assert len(text) <= 4096
    assert normal(back) == normal(state)
