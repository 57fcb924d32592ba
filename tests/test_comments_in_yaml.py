"""A `#` behind words: a comment to YAML, and to many authors a part of the words."""

from __future__ import annotations

import pytest

from moocbuild.diagnostics import Diagnostic
from moocbuild.source.yaml.reader import read_yaml


def findings(text: str) -> list[tuple[int, int, str]]:
    found: list[Diagnostic] = []
    assert read_yaml(text, "a.yml", found.append) is not None
    return [(each.span.line, each.span.column, each.help) for each in found]


@pytest.mark.parametrize(
    ("text", "line", "column", "write"),
    [
        ("title: Room # 5", 1, 13, '"Room # 5"'),
        ("title: #1 of all\nkind: quiz", 1, 8, '"#1 of all"'),
        ("description: Salt #", 1, 19, '"Salt #"'),
        ('title: a # "b"', 1, 10, "\"a # 'b'\""),
        ("outcomes:\n  - Know C # and D\n  - Know E", 2, 12, '"Know C # and D"'),
        ("terms:\n- term: Dough # 1\n  definition: It rises.", 2, 15, '"Dough # 1"'),
        ("title: two\n  lines # more", 2, 9, "all of the words"),
    ],
)
def test_words_that_are_cut_are_told(text: str, line: int, column: int, write: str) -> None:
    ((found_line, found_column, help),) = findings(text)
    assert (found_line, found_column) == (line, column)
    assert write in help


@pytest.mark.parametrize("sign", ["\r", "\x85", "\u2028", "\u2029"])
def test_other_ends_of_lines_are_blanks(sign: str) -> None:
    """YAML counts lines by them, files do not: places would be wrong, or beyond the last line."""
    assert findings(f"title: two{sign}parts # more\nkind: quiz") == [
        (1, 18, "write '\"two parts # more\"' if learners are to read it")
    ]
    found: list[Diagnostic] = []
    assert read_yaml(f"- a{sign}b: c\nd\ne", "a.yml", found.append) is None
    assert [each.span.line for each in found] == [2]


@pytest.mark.parametrize("text", ["title:", "outcomes:\n-", "a:\n  term:", "note: #"])
def test_the_end_of_a_file(text: str) -> None:
    found: list[Diagnostic] = []
    assert read_yaml(text, "a.yml", found.append) is not None


@pytest.mark.parametrize(
    "text",
    [
        "minutes: 10 # about",
        "kind: quiz # graded",
        "title: C# and F#",
        'title: "Room # 5"',
        "title: 'Room' # a working title",
        "# all\ntitle: Room",
        "title: |\n  Room # 5",
        "title: Room\n# below",
    ],
)
def test_comments_elsewhere_are_comments(text: str) -> None:
    assert findings(text) == []
