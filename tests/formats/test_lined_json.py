"""JSON for programs that people can read, too."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from moocbuild.formats.lined_json import lined

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), VALUES))
def test_it_is_json(value: dict[str, object]) -> None:
    assert json.loads(lined(value).decode("utf-8", "surrogatepass")) == value


def test_an_entry_is_a_line() -> None:
    value = {"a": [{"b": 1}, {"b": [2, 3]}], "c": [], "é": {"d": "x\ny"}}
    assert lined(value).decode() == (
        '{\n"a": [\n{"b": 1},\n{"b": [2, 3]}\n],\n"c": [],\n"é": {"d": "x\\ny"}\n}\n'
    )


def test_half_a_character_stops_no_build() -> None:
    assert lined({"a": "\ud800"}) == b'{\n"a": "?"\n}\n'
