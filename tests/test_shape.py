"""Mappings of authors' files: what annotations ask, what is kept of a value, what is imported."""

from __future__ import annotations

import datetime
import pickle
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import TypeAdapter
from pydantic_core import SchemaValidator, ValidationError

from moocbuild.source.yaml.shape import After, Before, Cleaned, Limits, Schema, core_schema

ROOT = Path(__file__).parents[1]


class Leaf(Schema):
    """A mapping without others."""

    name: Annotated[str, Limits(min_length=2, strip_whitespace=True)]
    count: Annotated[int, Limits(ge=0, le=9)] = 3


class Tree(Cleaned):
    """A mapping that may hold itself, and one that stands in it twice."""

    id: str
    leaf: Leaf = Leaf(name="first")
    leaves: list[Leaf] = []
    branches: dict[str, Tree] = {}
    day: datetime.date | None = None
    mode: Literal["a", "b"] = "a"
    notes: list[str] | str = []
    open: Annotated[bool, Before(lambda value: value == "open")] = False
    shout: Annotated[str, After(str.upper)] = ""

    @classmethod
    def cleaned(cls, written: object) -> object:
        """Without what begins with an x."""
        if not isinstance(written, dict):
            return written
        return {key: value for key, value in written.items() if key[:1] != "x"}


def problems(written: object, of: type[Schema] = Tree) -> list[tuple[str, tuple[object, ...]]]:
    with pytest.raises(ValidationError) as caught:
        of.validate(written)
    return [(each["type"], each["loc"]) for each in caught.value.errors()]


def test_what_is_written_becomes_values() -> None:
    tree = Tree.validate(
        {
            "id": "oak",
            "x-ray": 1,
            "leaves": [{"name": " ab "}, {"name": "cd", "count": "7"}],
            "branches": {"up": {"id": "twig"}},
            "day": "2026-11-21",
            "notes": "one",
            "open": "open",
            "shout": "hey",
        }
    )
    assert [(leaf.name, leaf.count) for leaf in tree.leaves] == [("ab", 3), ("cd", 7)]
    assert tree.branches["up"] == Tree(id="twig") != Tree(id="other")
    assert (tree.day, tree.mode, tree.notes) == (datetime.date(2026, 11, 21), "a", "one")
    assert (tree.open, tree.shout, tree.leaf) == (True, "HEY", Leaf(name="first"))
    assert tree.written() == {"id", "leaves", "branches", "day", "notes", "open", "shout"}
    assert Tree(id="oak").written() == {"id"}


def test_every_problem_is_at_its_place() -> None:
    wrong = {
        "leaves": [{"name": "a"}, {"count": 10, "colour": "red"}],
        "branches": {"up": {"id": "twig", "mode": "c"}},
        "leaf": {"name": "ab", "y": 1},
    }
    assert problems(wrong) == [
        ("missing", ("id",)),
        ("extra_forbidden", ("leaf", "y")),
        ("string_too_short", ("leaves", 0, "name")),
        ("missing", ("leaves", 1, "name")),
        ("less_than_equal", ("leaves", 1, "count")),
        ("extra_forbidden", ("leaves", 1, "colour")),
        ("literal_error", ("branches", "up", "mode")),
    ]
    assert problems([]) == [("model_type", ())]


def test_each_value_has_defaults_of_its_own() -> None:
    one, other = Tree(id="one"), Tree.validate({"id": "other"})
    one.leaves.append(Leaf(name="ab"))
    other.leaf.count = 0
    assert Tree.validate({"id": "x"}).leaves == Tree(id="x").leaves == []
    assert Tree(id="x").leaf.count == Tree.validate({"id": "x"}).leaf.count == 3


def test_they_are_copied_changed_and_plain() -> None:
    tree = Tree.validate(
        {"id": "oak", "leaves": [{"name": "ab"}], "branches": {"up": {"id": "b"}}}
    )
    changed = tree.but(id="elm")
    assert (tree.id, changed.id, changed.leaves) == ("oak", "elm", tree.leaves)
    assert deepcopy(tree) == pickle.loads(pickle.dumps(tree)) == tree
    assert tree.plain()["branches"]["up"]["leaf"] == {"name": "first", "count": 3}
    assert tree.plain()["leaves"] == [{"name": "ab", "count": 3}]


def test_what_no_key_can_be() -> None:
    class Odd(Schema):
        """Sets are not YAML."""

        names: set[str]

    with pytest.raises(TypeError, match="no key of a file"):
        core_schema(Odd)


@pytest.mark.parametrize(
    "kind",
    [
        str,
        int,
        bool,
        datetime.date,
        Literal["a", "b"],
        list[int],
        dict[str, list[bool]],
        int | None,
        list[str] | str,
        bool | int | None,
    ],
)
@pytest.mark.parametrize(
    "value", ["a", "1", 1, True, "true", [], ["1"], {"a": ["yes"]}, None, "2026-11-21", 1.5, "ä"]
)
def test_they_ask_what_pydantic_asks_of_the_same_annotation(kind: Any, value: object) -> None:
    class One(Schema):
        """A key of this kind."""

        key: kind

    One.__annotations__["key"] = kind
    own, theirs = SchemaValidator(core_schema(One)), TypeAdapter(kind)
    told: list[object] = []
    for check in (
        lambda: own.validate_python({"key": value}).key,
        lambda: theirs.validate_python(value),
    ):
        try:
            told.append(check())
        except ValidationError as error:
            told.append([(each["type"], each["msg"]) for each in error.errors()])
    assert told[0] == told[1] and type(told[0]) is type(told[1])


def test_a_build_imports_its_core_alone(tmp_path: Path) -> None:
    """The rest of pydantic takes as long as a seventh of a package."""
    course, out = ROOT / "tests/courses/first-loaf", tmp_path / "out"
    code = (
        "import sys; from moocbuild import build_course;"
        f"assert build_course({str(course)!r}, {str(out)!r}, ['web']).status == 'built';"
        "print(sorted({name.split('.')[0] for name in sys.modules if 'pydantic' in name}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['pydantic_core']"
