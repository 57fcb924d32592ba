"""What each check must not find: the case beside the one that it is for, one small step away."""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.diagnostics import near
from small_course import read

BANK = "quizzes/01-listening.md"
LESSON = "course/01-listening/01-silence.md"
STORY = "course/01-listening/03-story.md"
YML = "course/course.yml"
HEAD = "---\ntitle: Check yourself\nkind: quiz\n{}---\n\n# Check yourself\n\n"
STORY_HEAD = "---\ntitle: A story\nkind: scenario\n---\n\n# A story\n\nBegin.\n\n"


def bank(*bodies: str, settings: str = "") -> str:
    asked = (f"## Ask {n}\n<!-- #ask-{n} {body}" for n, body in enumerate(bodies))
    return HEAD.format(settings) + "\n".join(asked)


def single(*options: str, stem: str = "What do you do?", kind: str = "kind=single") -> str:
    listed = "".join(f"{option}\n" for option in options)
    return f"{kind} -->\n\n`L.1`\n\n{stem}\n\n{listed}"


def option(words: str, *, right: bool = False, feedback: str = "So.") -> str:
    said = f"\n    > {feedback}" if feedback else ""
    return f"- [{'x' if right else ' '}] {words}{said}"


RIGHT, WRONG = option("Wait for her.", right=True), option("Talk on.")
LONG = option("Wait a good while for her to go on.", right=True)


def singles(longest: int, first: int, of: int) -> str:
    """A bank of single choices; in so many the right one is the longest, or comes first."""
    made = []
    for n in range(of):
        right = option("Wait for a long while." if n < longest else "Wait.", right=True)
        wrong = option("Talk on about it.")
        made.append(single(*((right, wrong) if n < first else (wrong, right))))
    return bank(*made)


def scenes(*found: str) -> str:
    return STORY_HEAD + "\n".join(found)


def scene(id: str, *ways: str, end: bool = False) -> str:
    choices = "".join(f"- [Go to {way}](#{way})\n    > So.\n" for way in ways)
    return f"## Scene {id}\n<!-- #{id}{' end' if end else ''} -->\n\nNow.\n\n{choices}"


CONTACTS = """contacts:
  - {{country: {country}, role: suicide_line, number: "123", confirmed_on: {day}}}
"""
REFERENCE = 'references:\n  - {{key: One, cite: "One 2020", verified: {verified}}}\n'
CASES: dict[str, tuple[str, dict[str, str], bool]] = {
    # code, files, whether it is found
    "all of": ("MB203", {BANK: bank(single(RIGHT, option("All of the above")))}, True),
    "all of them": ("MB203", {BANK: bank(single(RIGHT, option("All of her story")))}, False),
    "draws all": ("MB137", {BANK: bank(single(RIGHT, WRONG), settings="draw: 1\n")}, False),
    "draws more": ("MB137", {BANK: bank(single(RIGHT, WRONG), settings="draw: 2\n")}, True),
    "all right": (
        "MB205",
        {BANK: bank(single(RIGHT, option("Nod.", right=True), kind="kind=multiple"))},
        True,
    ),
    "one wrong": ("MB205", {BANK: bank(single(RIGHT, WRONG, kind="kind=multiple"))}, False),
    "quotes": (
        "MB206",
        {BANK: bank(single(RIGHT, option("Talk.", feedback="Better: wait for her.")))},
        True,
    ),
    "quotes a short one": (
        "MB206",
        {BANK: bank(single(option("Wait.", right=True), option("Talk.", feedback="Wait.")))},
        False,
    ),
    "quotes itself": (
        "MB206",
        {BANK: bank(single(option("Wait for her.", right=True, feedback="Wait for her."), WRONG))},
        False,
    ),
    "not": (
        "MB204",
        {BANK: bank(single(RIGHT, WRONG, stem="Which of these is not right?"))},
        True,
    ),
    "not in quotes": (
        "MB204",
        {BANK: bank(single(RIGHT, WRONG, stem="Which fits “I do not know”?"))},
        False,
    ),
    "no feedback on a wrong one": (
        "MB201",
        {BANK: bank(single(RIGHT, option("Talk.", feedback="")))},
        True,
    ),
    "no feedback on the right one": (
        "MB201",
        {BANK: bank(single(option("Wait.", right=True, feedback=""), WRONG))},
        False,
    ),
    "longest in 2 of 5": ("MB202", {BANK: singles(2, 0, 5)}, True),
    "longest in 1 of 5": ("MB202", {BANK: singles(1, 1, 5)}, False),
    "first in 2 of 5": ("MB202", {BANK: singles(0, 2, 5)}, True),
    "all of 4": ("MB202", {BANK: singles(4, 4, 4)}, False),
    "same words": ("MB133", {BANK: bank(single(RIGHT, option("Wait  for her.")))}, True),
    "other capitals": ("MB133", {BANK: bank(single(RIGHT, option("Wait for HER.")))}, False),
    "other words": ("MB133", {BANK: bank(single(RIGHT, option("Wait for him.")))}, False),
    "a circle": (
        "MB139",
        {STORY: scenes(scene("a", "b", "c"), scene("b", "b"), scene("c", end=True))},
        True,
    ),
    "a way round": (
        "MB139",
        {STORY: scenes(scene("a", "b"), scene("b", "a", "c"), scene("c", end=True))},
        False,
    ),
    "nobody leads there": (
        "MB138",
        {STORY: scenes(scene("a", "c"), scene("b", "c"), scene("c", end=True))},
        True,
    ),
    "a tag among words": (
        "MB159",
        {BANK: bank(single(RIGHT, WRONG, stem="What is `L.2` about?"))},
        True,
    ),
    "code among words": (
        "MB159",
        {BANK: bank(single(RIGHT, WRONG, stem="What is `L.2x` about?"))},
        False,
    ),
    "confirmed 180 days ago": (
        "MB220",
        {"course/contacts.yml": CONTACTS.format(country="BE", day="2026-05-25")},
        False,
    ),
    "confirmed 181 days ago": (
        "MB220",
        {"course/contacts.yml": CONTACTS.format(country="BE", day="2026-05-24")},
        True,
    ),
    "of another country": (
        "MB220",
        {"course/contacts.yml": CONTACTS.format(country="NO", day="2020-01-01")},
        False,
    ),
    "taught, practised, asked": (
        "MB210",
        {
            "course/01-listening/index.md": "---\nitems: [L.1]\n---\n\n# Listening\n\nWelcome.\n",
            LESSON: "---\nitems: [L.1]\n---\n\n# Silence\n\nWords.\n",
            STORY: STORY_HEAD
            + "## A\n<!-- #a -->\n\nNow.\n\n- [Go](#b) `L.1 2`\n    > So.\n\n"
            + scene("b", end=True),
            BANK: bank(single(RIGHT, WRONG), single(LONG, WRONG)),
        },
        False,
    ),
    "asked once": (
        "MB210",
        {
            "course/01-listening/index.md": "---\nitems: [L.1]\n---\n\n# Listening\n\nWelcome.\n",
            BANK: bank(single(RIGHT, WRONG)),
        },
        True,
    ),
    "announced and unknown": (
        "MB210",
        {"course/01-listening/index.md": "---\nitems: [X.9]\n---\n\n# Listening\n\nWelcome.\n"},
        False,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_found_or_not(name: str, tmp_path: Path) -> None:
    code, files, found = CASES[name]
    _, report = read(tmp_path / "course", files)
    assert (code in {each.rule.code for each in report.found}) is found


@pytest.mark.parametrize("verified", ["memory", "part", "source", '"public copies"'])
def test_how_far_a_source_was_seen(verified: str, tmp_path: Path) -> None:
    files = {
        "course/references.yml": REFERENCE.format(verified=verified),
        LESSON: "---\nitems: [L.1]\n---\n\n# Silence\n\nWords. [@One]\n",
    }
    _, report = read(tmp_path / "course", files)
    found = "MB224" in {each.rule.code for each in report.found}
    assert found is (verified in ("memory", "part"))


@pytest.mark.parametrize("many", [400, 600])
def test_near_among_many_names(many: int) -> None:
    """Of very many only those with the same beginning or end are compared."""
    names = [f"q{n}-other" for n in range(many)]
    assert near("listenin", [*names, "listening"]) == "did you mean 'listening'?"
    assert near("Iistening", [*names, "listening"]) == "did you mean 'listening'?"
    assert near("LISTENING", [*names, "listening"]) == "did you mean 'listening'?"
    assert near("something-else", names) == ""
