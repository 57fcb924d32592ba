"""A `#` behind words: a comment to YAML, and to many authors a part of the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import pytest

from moocbuild.diagnostics import Diagnostic
from moocbuild.source.yaml import page_schema, schema
from moocbuild.source.yaml.reader import WORDS, read_yaml
from moocbuild.source.yaml.shape import Schema

_NO_WORDS = """
 accent accent_dark banks code countries country cover dictionary doi due extra hash homes id image
 items key language languages lessons logo meters modules number options org pages pools questions
 requires retired rules run scenes schemas source style targets tracks unit url uuid version
"""
"""Keys of codes, files and addresses, and of mappings whose keys are their authors' own."""


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
        (1, 18, "write '\"two parts # more\"' if it belongs to the text")
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


def _of_text(annotation: object) -> bool:
    if get_origin(annotation) is Literal:
        return False
    return annotation is str or any(map(_of_text, get_args(annotation)))


def _text_keys() -> Iterator[str]:
    for module in (schema, page_schema):
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, Schema):
                fields = each.fields().items()
                yield from (name for name, field in fields if _of_text(field.annotation))


def test_every_key_with_words_is_looked_behind() -> None:
    assert set(_text_keys()) == WORDS | set(_NO_WORDS.split())
    assert not WORDS & set(_NO_WORDS.split())
