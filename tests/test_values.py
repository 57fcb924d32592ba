"""Values compare, hash and print as data classes of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
from dataclasses import field
from pathlib import Path

import pytest

import moocbuild
from moocbuild.values import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value with every kind of field."""

    x: int
    y: int = 0
    names: list[str] = field(default_factory=list, compare=False)
    sum: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sum", self.x + self.y)


@dataclass(frozen=True, slots=True)
class One:
    """A value of one field."""

    only: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mixed(One):
    """Fields that are inherited, in order and by name."""

    last: str = "z"
    wanted: int = field(kw_only=True)
    named: str = field(default="n", kw_only=True)
    later: bool = False


@dataclass(slots=True)
class Counter:
    """What changes."""

    count: int = 0


def test_they_compare_by_class_and_compared_fields() -> None:
    assert Point(x=1, y=2) == Point(x=1, y=2, names=["a"]) != Point(x=2, y=1)
    assert One((1,)) != (1,) and One((1,)) != Counter()
    assert len({Point(x=1), Point(x=1, names=["a"]), One((1,)), One((1,))}) == 2


def test_what_changes_has_no_hash() -> None:
    assert Counter(1) == Counter(1) != Counter(2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counter())


def test_they_print_what_made_them() -> None:
    assert repr(Point(x=1)) == "Point(x=1, y=0, names=[], sum=1)"
    assert repr(One((1,))) == "One(only=(1,))"


def test_they_can_be_replaced_copied_and_pickled() -> None:
    point = Point(x=1, names=["a"])
    assert replace(point, y=4) == Point(x=1, y=4) and replace(point, y=4).sum == 5
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
    assert dataclasses.asdict(point) == {"x": 1, "y": 0, "names": ["a"], "sum": 1}


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        (Point(x=1, names=["a"]), {}),
        (Point(x=1), {"x": 5}),
        (One((1,)), {"only": ()}),
        (Counter(3), {"count": 4}),
    ],
)
def test_they_are_replaced_as_the_standard_library_does(value: object, changes: dict) -> None:
    made, wanted = replace(value, **changes), dataclasses.replace(value, **changes)
    assert made == wanted and repr(made) == repr(wanted) and type(made) is type(value)


@pytest.mark.parametrize("changes", [{"z": 1}, {"x": 1, "z": 1}])
def test_what_is_no_field_cannot_be_replaced(changes: dict) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        replace(Point(x=1), **changes)


def test_fields_in_order_and_by_name() -> None:
    standard = dataclasses.make_dataclass(
        "Mixed",
        [
            ("only", tuple),
            ("last", str, field(default="z")),
            ("wanted", int, field(kw_only=True)),
            ("named", str, field(default="n", kw_only=True)),
            ("later", bool, field(default=False)),
        ],
    )
    for given, named in [
        (((1,),), {"wanted": 2}),
        (((1,), "y", True), {"wanted": 2, "named": "m"}),
        ((), {"only": (), "later": True, "wanted": 0}),
    ]:
        made, wanted = Mixed(*given, **named), standard(*given, **named)
        assert dataclasses.asdict(made) == dataclasses.asdict(wanted)
    signature = inspect.signature(Mixed.__init__)
    assert list(signature.parameters) == list(inspect.signature(standard.__init__).parameters)
    for given, named in [
        ((), {}),
        ((1,), {}),
        ((1, 2, 3, 4), {"wanted": 1}),
        ((1,), {"x": 1, "wanted": 1}),
    ]:
        with pytest.raises(TypeError) as ours:
            Mixed(*given, **named)
        with pytest.raises(TypeError) as theirs:
            standard(*given, **named)
        assert str(ours.value).split("()")[1] == str(theirs.value).split("()")[1]
    assert "Mixed.__init__" in str(ours.value)


def test_without_slots_and_by_identity() -> None:
    @dataclass(frozen=True, eq=False)
    class Same:
        value: int

    assert Same(1) != Same(1) and len({Same(1), Same(1)}) == 2


def test_the_program_has_no_others() -> None:
    program = Path(moocbuild.__file__).parent
    slow = [
        path.relative_to(program)
        for path in program.rglob("*.py")
        if re.search(r"^from dataclasses import .*\bdataclass\b", path.read_text("utf-8"), re.M)
    ]
    assert slow == []
