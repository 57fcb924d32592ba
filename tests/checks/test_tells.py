"""What can be seen of options without understanding them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from moocbuild.checks.guessing.banks import Decision
from moocbuild.checks.guessing.guess import _named
from moocbuild.checks.guessing.tells import SAID, Seen, eye

LONGER = "A rather longer one of words, with a comma."
CASES: dict[str, tuple[str, Sequence[str], Sequence[bool]]] = {
    "longest": ("", ("One.", LONGER, "Three."), (False, True, False)),
    "shortest": ("", ("One.", LONGER, "Three."), (True, False, False)),
    "first": ("", ("Aa", "Bb", "Cc"), (True, False, False)),
    "last": ("", ("Aa", "Bb", "Cc"), (False, False, True)),
    "sentences": ("", ("Sit. Wait. Look.", "Go. Now.", "So."), (True, False, False)),
    "echo": (
        "Where is the kettle from?",
        ("A window", "The kettle", "A ladder"),
        (False, True, False),
    ),
    "alike": (
        "",
        ("green garden gate", "green garden", "green gate letter", "pencil"),
        (True, False, False, False),
    ),
    "question": ("", ("Is it?", "It is.", "Was it？"), (True, False, True)),
    "only question": ("", ("It was.", "Is it?", "It is."), (False, True, False)),
    "exclamation": ("", ("No!", "No.", "Yes."), (True, False, False)),
    "quotation": ("", ("“No”", "No", "«Yes»"), (True, False, True)),
    "number": ("", ("2 cups", "Two cups", "No cup"), (True, False, False)),
    "comma": ("", ("Yes, now", "Now", "Yes"), (True, False, False)),
    "colon": ("", ("So: now", "Now", "So; now"), (True, False, True)),
    "bracket": ("", ("So (now)", "Now", "So"), (True, False, False)),
}


def tells(prompt: str, options: Sequence[str]) -> dict[str, tuple[bool, ...]]:
    decision = Decision(
        prompt=prompt, options=tuple(options), best=(True, *(False for _ in options[1:]))
    )
    return dict(eye("en")(decision).tells)


@pytest.mark.parametrize("tell", CASES)
def test_an_option_is_told_by(tell: str) -> None:
    prompt, options, marks = CASES[tell]
    assert tells(prompt, options)[tell] == tuple(marks)


def test_every_tell_has_a_case() -> None:
    assert {name.removeprefix("only ") for name in CASES} == set(SAID)


@pytest.mark.parametrize(
    ("tell", "options"),
    [
        ("longest", ("Twice", "Twice", "Now")),
        ("shortest", ("Now", "Now", "Twice")),
        ("sentences", ("So. So.", "Go. Go.", "Yes.")),
        ("only question", ("Is it?", "Was it?", "It is.")),
        ("question", ("Is it?", "Was it?", "Shall it?")),
        ("number", ("One", "Two", "Three")),
    ],
)
def test_what_several_have_tells_nothing(tell: str, options: Sequence[str]) -> None:
    assert tell not in tells("", options)


def test_short_words_say_nothing_of_the_matter() -> None:
    assert "echo" not in tells("Who is it to us?", ("it is us", "no", "yes"))
    assert tells("That word", ("that", "the", "a"))["echo"] == (True, False, False)


def decided(tell: str, times: int, *, right: bool = True, options: int = 2) -> list[Seen]:
    """Decisions in which the first option has the tell, and is the best one or is not."""
    marks = tuple(place == 0 for place in range(options))
    best = marks if right else tuple(not mark for mark in marks)
    return [Seen(tells={tell: marks}, best=best, order=tuple(range(options)))] * times


@pytest.mark.parametrize(
    ("times", "weight", "right", "named"),
    [
        (2, 1.0, True, []),  # one more than chance gives
        (3, 1.0, True, ["the longest option is right (3 of 3)"]),
        (3, 0.5, True, ["the longest option is right (3 of 3)"]),
        (3, 0.0, False, ["the longest option is wrong (3 of 3)"]),
        (3, -0.5, False, ["the longest option is wrong (3 of 3)"]),
        (3, 0.5, False, []),
        (3, -0.5, True, []),
    ],
)
def test_a_tell_is_named_if_it_points_right_beyond_chance(
    times: int, weight: float, right: bool, named: list[str]
) -> None:
    found = decided("longest", times, right=right)
    assert list(_named(found, {"longest": weight}, "en")) == named


def test_three_tells_are_named_one_of_each_family() -> None:
    tells = ("longest", "first", "comma", "colon", "only comma")
    found = [each for n, tell in enumerate(tells) for each in decided(tell, 4 + n)]
    named = list(_named(found, dict.fromkeys(tells, 1.0), "en"))
    assert named == [
        "the only option with a comma is right (8 of 8)",
        "an option with a colon is right (7 of 7)",
        "the first option is right (5 of 5)",
    ]
