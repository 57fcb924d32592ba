"""The oracle itself: what it lets pass, and that it catches what it is there for."""

from __future__ import annotations

import pytest

from player.strict import Call, complaints


def session(*calls: tuple[str, str] | Call, end: bool = True) -> list[Call]:
    middle = [c if isinstance(c, Call) else Call("SetValue", *c) for c in calls]
    return [Call("Initialize"), *middle, *([Call("Commit"), Call("Terminate")] if end else [])]


GOOD_12 = [
    Call("GetValue", "cmi.interactions._count", result="0"),
    ("cmi.core.score.min", "0"),
    ("cmi.core.score.max", "100"),
    ("cmi.core.score.raw", "85.5"),
    ("cmi.core.lesson_status", "incomplete"),
    ("cmi.suspend_data", "x" * 4096),
    ("cmi.core.session_time", "0000:05:07"),
    ("cmi.core.exit", "suspend"),
    ("cmi.interactions.0.id", "silence"),
    ("cmi.interactions.0.objectives.0.id", "IX.2"),
    ("cmi.interactions.0.type", "choice"),
    ("cmi.interactions.0.time", "09:05:07"),
    ("cmi.interactions.0.correct_responses.0.pattern", "a,c"),
    ("cmi.interactions.0.student_response", "b"),
    ("cmi.interactions.0.result", "0.5"),
    ("cmi.interactions.0.latency", "0000:00:12.50"),
    ("cmi.objectives.0.id", "IX.2"),
    ("cmi.objectives.0.status", "passed"),
]
GOOD_2004 = [
    ("cmi.score.min", "0"),
    ("cmi.score.max", "100"),
    ("cmi.score.raw", "85"),
    ("cmi.score.scaled", "0.85"),
    ("cmi.progress_measure", "0.3333"),
    ("cmi.success_status", "unknown"),
    ("cmi.completion_status", "incomplete"),
    ("cmi.session_time", "PT0H5M7.12S"),
    ("cmi.exit", "suspend"),
    ("cmi.interactions.0.id", "silence"),
    ("cmi.interactions.0.objectives.0.id", "IX.2"),
    ("cmi.interactions.0.type", "matching"),
    ("cmi.interactions.0.timestamp", "2026-11-21T10:20:30"),
    ("cmi.interactions.0.correct_responses.0.pattern", "a[.]c[,]b[.]d"),
    ("cmi.interactions.0.learner_response", "a[.]d[,]b[.]c"),
    ("cmi.interactions.0.result", "incorrect"),
    ("cmi.interactions.0.latency", "PT12.5S"),
    ("cmi.interactions.1.id", "n"),
    ("cmi.interactions.1.type", "numeric"),
    ("cmi.interactions.1.correct_responses.0.pattern", "10[:]12"),
    ("cmi.interactions.1.learner_response", "-3.5"),
    ("cmi.objectives.0.id", "IX.2"),
    ("cmi.objectives.0.score.raw", "50"),
]


@pytest.mark.parametrize(("version", "calls"), [("1.2", GOOD_12), ("2004", GOOD_2004)])
def test_good_calls_pass(version: str, calls: list[Call | tuple[str, str]]) -> None:
    assert complaints(version, session(*calls)) == []


BAD_12 = {
    "suspend_data of 4,097": [("cmi.suspend_data", "x" * 4097)],
    "status not attempted": [("cmi.core.lesson_status", "not attempted")],
    "a word of 2004": [("cmi.core.lesson_status", "unknown")],
    "score of 101": [("cmi.core.score.raw", "101")],
    "score NaN": [("cmi.core.score.raw", "NaN")],
    "location of 256": [("cmi.core.lesson_location", "x" * 256)],
    "exit normal": [("cmi.core.exit", "normal")],
    "minutes of 99": [("cmi.core.session_time", "0000:99:07")],
    "three decimals": [("cmi.core.session_time", "0000:09:07.123")],
    "the learner's name": [("cmi.core.student_name", "x")],
    "element of 2004": [("cmi.location", "x")],
    "reads an interaction": [Call("GetValue", "cmi.interactions.0.id", result="")],
    "skips an interaction": [("cmi.interactions.1.id", "q")],
    "skips a pattern": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "choice"),
        ("cmi.interactions.0.correct_responses.1.pattern", "a"),
    ],
    "no id first": [("cmi.interactions.0.type", "choice")],
    "blank in an id": [("cmi.objectives.0.id", "IX 2")],
    "result incorrect": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.result", "incorrect"),
    ],
    "true in words": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "true-false"),
        ("cmi.interactions.0.student_response", "true"),
    ],
    "choice in words": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "choice"),
        ("cmi.interactions.0.student_response", "stay quiet"),
    ],
    "answer before type": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.student_response", "a"),
    ],
    "an essay": [("cmi.interactions.0.id", "q"), ("cmi.interactions.0.type", "long-fill-in")],
    "score after status": [("cmi.core.lesson_status", "passed"), ("cmi.core.score.raw", "80")],
    "status taken back": [
        ("cmi.core.lesson_status", "passed"),
        Call("Commit"),
        ("cmi.core.lesson_status", "incomplete"),
    ],
    "score lowered": [("cmi.core.score.raw", "80"), ("cmi.core.score.raw", "70")],
    "refused": [Call("SetValue", "cmi.core.score.raw", "80", result="false", error="405")],
    "begun twice": [Call("Initialize")],
    "after the end": [Call("Terminate")],
    "unknown function": [Call("Save")],
}
BAD_2004 = {
    "milliseconds": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.timestamp", "2026-11-21T10:20:30.123Z"),
    ],
    "zone without fraction": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.timestamp", "2026-11-21T10:20:30Z"),
    ],
    "year 2039": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.timestamp", "2039-11-21T10:20:30"),
    ],
    "span of three decimals": [("cmi.session_time", "PT5M7.123S")],
    "raw after scaled": [("cmi.score.scaled", "0.8"), ("cmi.score.raw", "80")],
    "pattern before type": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.correct_responses.0.pattern", "a"),
    ],
    "matching of 1.2": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "matching"),
        ("cmi.interactions.0.learner_response", "a.1,b.2"),
    ],
    "number as pattern": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "numeric"),
        ("cmi.interactions.0.correct_responses.0.pattern", "5"),
    ],
    "hyphen in a choice": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "choice"),
        ("cmi.interactions.0.learner_response", "a-b"),
    ],
    "pattern twice": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "fill-in"),
        ("cmi.interactions.0.correct_responses.0.pattern", "x"),
        ("cmi.interactions.0.correct_responses.1.pattern", "x"),
    ],
    "two numbers": [
        ("cmi.interactions.0.id", "q"),
        ("cmi.interactions.0.type", "numeric"),
        ("cmi.interactions.0.correct_responses.0.pattern", "1[:]1"),
        ("cmi.interactions.0.correct_responses.1.pattern", "2[:]2"),
    ],
    "objective id twice": [("cmi.objectives.0.id", "IX.2"), ("cmi.objectives.1.id", "IX.2")],
    "score before objective id": [("cmi.objectives.0.score.raw", "5")],
    "scaled of 85": [("cmi.score.scaled", "85")],
    "result wrong": [("cmi.interactions.0.id", "q"), ("cmi.interactions.0.result", "wrong")],
    "suspend_data of 4,097": [("cmi.suspend_data", "x" * 4097)],
}


@pytest.mark.parametrize(
    ("version", "calls"),
    [pytest.param("1.2", calls, id=name) for name, calls in BAD_12.items()]
    + [pytest.param("2004", calls, id=name) for name, calls in BAD_2004.items()],
)
def test_bad_calls_are_caught(version: str, calls: list[Call | tuple[str, str]]) -> None:
    assert complaints(version, session(*calls)) != []


def test_what_is_never_committed_is_caught() -> None:
    assert complaints("1.2", session(("cmi.core.exit", "suspend"), end=False)) != []
