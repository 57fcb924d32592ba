"""YAML as values with places, and what is refused in it, with the very place."""

from __future__ import annotations

import pytest

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.source.yaml.reader import MAX_DEPTH, MAX_NODES, MAX_SCALAR, Node, read_yaml

PATH = "course/x.yml"


def read(text: str, first_line: int = 1) -> tuple[Node | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return read_yaml(text, PATH, found.append, first_line=first_line), found


def value(text: str) -> object:
    node, found = read(text)
    assert node is not None and not found, found
    return node.plain()


def refused(text: str, first_line: int = 1) -> tuple[str, int, int, int, str]:
    node, (found,) = read(text, first_line)
    assert node is None
    span = found.span
    return found.rule.code, span.line, span.column, span.length, found.message


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("a: NO", {"a": "NO"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a:", {"a": None}),
        ("a: ~", {"a": None}),
        ("a: null", {"a": None}),
        ("a: Null", {"a": "Null"}),
        ("a: ''", {"a": ""}),
        ('a: ""', {"a": ""}),
        ("a: '~'", {"a": "~"}),
        ('a: "null"', {"a": "null"}),
        ("a: |\n  null\n", {"a": "null\n"}),
        ("a: ! 7", {"a": "7"}),
        ("a: [1, [], {}]", {"a": ["1", [], {}]}),
        ("- a\n- b: c\n", ["a", {"b": "c"}]),
        ("", {}),
        ("# nothing\n", {}),
        ("---\na: b\n", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: '<<<<<<< HEAD'", {"a": "<<<<<<< HEAD"}),
        ("a: <<<<<<<", {"a": "<<<<<<<"}),
        ("'a b': c", {"a b": "c"}),
        ('a: "x\\ty\\nz"', {"a": "x\ty\nz"}),
        ("! a: b", {"a": "b"}),
    ],
)
def test_values_are_what_the_author_wrote(written: str, read_as: object) -> None:
    assert value(written) == read_as


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a: !x 7", ("MB011", 1, 4, 4, "'!x' is a tag")),
        ("!x a: 7", ("MB011", 1, 1, 4, "'!x' is a tag")),
        ("a: !!str 7", ("MB011", 1, 4, 7, "'tag:yaml.org,2002:str' is a tag")),
        ("a: &b 7", ("MB012", 1, 4, 4, "'&b' is an anchor for aliases")),
        ("b: *a", ("MB012", 1, 4, 2, "'*a' is an alias")),
        ("*a : b", ("MB012", 1, 1, 2, "'*a' is an alias")),
        ("a: {<<: {b: c}}", ("MB012", 1, 5, 2, "'<<' is a merge key")),
        ("a: 1\nab: 2\na: 3", ("MB013", 3, 1, 1, "'a' appears twice")),
        ("{[a]: b}", ("MB016", 1, 2, 1, "a key must be a word")),
        ("{null: b}", ("MB016", 1, 2, 4, "a key must be a word")),
        ("{~: b}", ("MB016", 1, 2, 1, "a key must be a word")),
        ("{'': b}", ("MB016", 1, 2, 2, "a key must be a word")),
        ("a: b\n---\nc: d", ("MB015", 2, 1, 3, "a second document begins here")),
        ('a: "b\\u202e"', ("MB021", 1, 4, 9, "")),
        ('a: "b\\0"', ("MB021", 1, 4, 5, "")),
        ("<<<<<<< HEAD\na: b", ("MB010", 1, 1, 12, "two versions of this file")),
        ("a: b\n>>>>>>> x", ("MB010", 2, 1, 9, "two versions of this file")),
        ("a: b: c", ("MB010", 1, 5, 1, "unexpected colon")),
        ("a: [b\nc: d", ("MB010", 2, 2, 1, "an opening bracket is not closed")),
        ("a: [b", ("MB010", 2, 1, 1, "an opening bracket is not closed")),
        ("a: {b", ("MB010", 2, 1, 1, "an opening bracket is not closed")),
        ("a: 'b", ("MB010", 1, 6, 1, "a quotation mark is not closed")),
        ('a: "\\q"', ("MB010", 1, 5, 1, "unknown escape")),
        ("a:\n\tb: c", ("MB010", 2, 1, 1, "a tab is not allowed here")),
        ("a: @b", ("MB010", 1, 4, 1, "'@' cannot begin a value")),
        ("a: `b`", ("MB010", 1, 4, 1, "'`' cannot begin a value")),
        ("a: b\n c: d\n", ("MB010", 2, 3, 1, "unexpected colon")),
        ("a: 'b' c", ("MB010", 1, 8, 1, "this does not match the lines above")),
    ],
)
def test_what_is_refused(written: str, said: tuple[str, int, int, int, str]) -> None:
    *place, message = refused(written)
    assert (*place, message[: len(said[-1])]) == said


def test_front_matter_begins_further_down() -> None:
    assert refused("a: @b", first_line=2)[:3] == ("MB010", 2, 4)
    assert refused("a: b\n>>>>>>> x", first_line=2)[1] == 3
    assert refused("a: b\na: c", first_line=5)[1] == 6
    node, _ = read("", first_line=2)
    assert node is not None and node.span == Span(PATH, 2)


def test_places() -> None:
    node, _ = read("a: bcd\nlist:\n  - 'e'\n  - {f: g}\nlong: |\n  x\n  y\n")
    assert node is not None
    assert node.at(("a",)) == Span(PATH, 1, 4, 3)
    assert node.at(("list", 0)) == Span(PATH, 3, 5, 3)
    assert node.at(("list", 1, "f")) == Span(PATH, 4, 9, 1)
    assert node.at(("long",)) == Span(PATH, 5, 7, 1)
    assert node.keys["list"] == Span(PATH, 2, 1, 4)
    # What is not there is told at what is around it.
    around = node.at(("list",))
    assert node.at(("list", 2)) == around == node.at(("list", "f")) == node.at(("list", 9, "f"))
    assert node.at(("a", "b")) == node.at(("a",)) == node.at(("a", 0))
    assert node.at(("nowhere", 0)) == node.span


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


@pytest.mark.parametrize(
    ("most", "more"),
    [
        (nested(MAX_DEPTH + 1), nested(MAX_DEPTH + 2)),
        ("[" + "a," * (MAX_NODES - 1) + "]", "[" + "a," * MAX_NODES + "]"),
        ("x" * MAX_SCALAR, "x" * (MAX_SCALAR + 1)),
    ],
    ids=["depth", "values", "length"],
)
def test_limits(most: str, more: str) -> None:
    assert read(most)[1] == []
    assert refused(more)[0] == "MB014"
