"""What can be seen of options without understanding them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from moocbuild.checks.guessing.banks import Decision
from moocbuild.checks.guessing.tells import SAID, eye

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
