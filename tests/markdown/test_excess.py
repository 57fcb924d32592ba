"""How much a text may hold, to the very last, and what is said of one more."""

from __future__ import annotations

import pytest

from moocbuild.source.markdown.limits import excess

FULL, MORE = "x " * 300, "\n\n> "
"""Short texts without a quotation are never looked at."""


@pytest.mark.parametrize(
    ("most", "more", "said"),
    [
        ("a [ b" * 600, "a [ b" * 601, "more than 600 '[' in one block"),
        ("a ` b" * 600, "a ` b" * 601, "more than 600 '`' in one block"),
        ("a _b" * 600, "a _b" * 601, "more than 600 '_' in one block"),
        ("a_b" * 5000, "a_b" * 5000 + " _" * 601, "more than 600 '_' in one block"),
        ("&a" * 5000, "&a" * 5001, "more than 5,000 '&' in one block"),
        ("& " * 5001, "& " * 5001 + "&#" * 5001, "more than 5,000 '&' in one block"),
        (FULL + "[" * 30, FULL + "[" * 31, "more than 30 unclosed '['"),
        (FULL + "[]" * 40, FULL + "[" * 31 + "]" * 31, "more than 30 unclosed '['"),
        (FULL + "[]" * 5 + "[" * 30, FULL + "[]" * 5 + "[" * 31, "more than 30 unclosed '['"),
        (FULL + "](" * 30, FULL + "](" * 31, "more than 30 unclosed ']('"),
        (FULL + "]" * 99 + "[" * 30, FULL + "]" * 99 + "[" * 31, "more than 30 unclosed '['"),
        ("x" * 50_000, "x" * 50_001, "more than 50,000 characters in one block"),
        ("[^" * 600 + "\n\n" + "[^" * 600, None, ""),
        (FULL + ">" * 12, FULL + "\n" + ">" * 13, "nested more than 12 levels deep"),
        (FULL + "\n" + "> " * 12, FULL + "\n" + "> " * 13, "nested more than 12 levels deep"),
        ("x\n\n" * 80_000, "x\n\n" * 80_001, "more than 80,000 paragraphs"),
    ],
)
def test_the_last_that_is_taken(most: str, more: str | None, said: str) -> None:
    assert not said or (excess(most) or ("", 0, ""))[2] != said
    if more is not None:
        found = excess(more)
        assert found is not None and found[2] == said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\nb\n" + "[" * 601, 2),
        ("a\n \t\nb\n" + "[" * 601, 2),
        ("\n" * 7 + ">" * 13, 7),
        ("> a\n\n" * 3 + "> " * 13, 6),
    ],
)
def test_where_it_is(text: str, line: int) -> None:
    found = excess(text)
    assert found is not None and found[1] == line


def test_footnotes_are_counted_in_the_whole_text() -> None:
    blocks = ["[^a] " * 500] * 3
    assert (excess("\n\n".join(blocks)) or ("", 0, ""))[2] == "more than 1,200 footnotes"
    assert excess("\n\n".join(blocks[:2])) is None


def test_short_texts_hold_nothing_that_is_too_much() -> None:
    assert excess("[" * 599) is None
    assert excess("[" * 601) is not None
    assert excess(">" * 13) is not None
