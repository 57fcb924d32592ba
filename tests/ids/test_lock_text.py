"""What course.lock says as a file, and what of it is left out because it says nothing."""

from __future__ import annotations

import pytest
import yaml

from moocbuild.source.files.lock_file import HEAD, lock_text, retired
from moocbuild.source.files.lock_merge import clashes, merged, settled
from moocbuild.source.yaml.schema import LockFile, OpenEdxLock


def said(lock: LockFile) -> dict[str, object]:
    text = lock_text(lock)
    assert text.startswith(HEAD)
    found: dict[str, object] = yaml.safe_load(text)
    return found


def openedx(periods: bool = True, org: str = "", **banks: dict[str, str]) -> LockFile:
    return LockFile(openedx=OpenEdxLock(periods=periods, org=org, banks=banks))


@pytest.mark.parametrize(
    ("lock", "text"),
    [
        (LockFile(), {}),
        (LockFile(questions={"b": 2, "a": 1}), {"questions": {"a": 1, "b": 2}}),
        (LockFile(scenes={"m/s": {}}, options={"q": {}}, retired={"questions": []}), {}),
        (LockFile(scenes={"m/s": {"door": 1}}), {"scenes": {"m/s": {"door": 1}}}),
        (LockFile(retired={"items": ["b", "a", "b"]}), {"retired": {"items": ["a", "b"]}}),
        (openedx(), {}),
        (openedx(periods=False), {"openedx": {"periods": False}}),
        (openedx(quiz={"a": "x"}), {"openedx": {"periods": True, "banks": {"quiz": {"a": "x"}}}}),
        (openedx(quiz={}), {}),
        (openedx(org="Ours"), {"openedx": {"periods": True, "org": "Ours"}}),
        (openedx(periods=False, quiz={}), {"openedx": {"periods": False}}),
    ],
)
def test_only_what_there_is(lock: LockFile, text: dict[str, object]) -> None:
    assert said(lock) == text


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "periods"),
    [
        (True, True, True, True),
        (True, False, True, False),
        (True, True, False, False),
        (False, False, False, False),
        (False, True, False, True),
        (False, False, True, True),
        (True, False, False, False),
    ],
)
def test_a_merge_takes_what_one_side_changed(
    base: bool, ours: bool, theirs: bool, periods: bool
) -> None:
    lock, given = merged(*(openedx(periods=each) for each in (base, ours, theirs)))
    assert (lock.openedx.periods, given) == (periods, [])


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "org"),
    [("", "A", "", "A"), ("", "", "A", "A"), ("A", "A", "B", "B"), ("", "A", "B", "A")],
)
def test_merged_locks_keep_the_organisation(base: str, ours: str, theirs: str, org: str) -> None:
    for one, other in ((ours, theirs), (theirs, ours)):
        lock, _ = merged(*(openedx(org=each) for each in (base, one, other)))
        assert lock.openedx.org == org


def test_banks_are_merged_by_quiz_and_question() -> None:
    base = openedx(one={"a": "x", "b": "y"}, two={"c": "z"})
    ours = openedx(one={"a": "x"}, two={"c": "z"})
    theirs = openedx(one={"a": "x", "b": "y", "d": "w"})
    lock, _ = merged(base, ours, theirs)
    assert lock.openedx.banks == {"one": {"a": "x", "d": "w"}}


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (["a=3"], {"a": 3}),
        (["a"], {"a": 0}),
        (["a=b"], {"a=b": 0}),
        (["=3"], {"=3": 0}),
        (["a=b=3"], {"a=b": 3}),
    ],
)
def test_retired_ids_may_have_numbers(names: list[str], known: dict[str, int]) -> None:
    assert retired(LockFile(retired={"questions": names}), "questions") == known
    assert retired(LockFile(retired={"questions": names}), "items") == {}


def test_an_id_that_is_back_with_its_number_is_not_retired() -> None:
    lock = LockFile(questions={"a": 1, "b": 2}, retired={"questions": ["a=1", "b=3", "c=4"]})
    assert settled(lock, [])[0].retired == {"questions": ["b=3", "c=4"]}
    assert lock.retired == {"questions": ["a=1", "b=3", "c=4"]}


def test_an_id_clashes_with_others_and_not_with_itself() -> None:
    lock = LockFile(questions={"a": 1}, retired={"questions": ["a=1", "b=2"]})
    assert list(clashes(lock)) == []
    lock = LockFile(questions={"a": 1}, retired={"questions": ["b=1"]})
    (clash,) = clashes(lock)
    assert (clash.ids, clash.spent) == (("a",), ("b",))
    two = LockFile(questions={"a": 1, "b": 1})
    ((kind, number),) = {(each.kind, each.number) for each in clashes(two)}
    assert (kind, number) == ("questions", 1)
    lock, (given,) = settled(two, [LockFile(questions={"b": 1})])
    assert (given.id, given.old, given.new, given.keeper) == ("a", 1, 2, "b")
    lock, (given,) = settled(two, [])
    assert (given.id, given.keeper) == ("b", "a")
    kept, (given,) = settled(LockFile(questions={"a": 1}, retired={"questions": ["b=1"]}), [])
    assert (given.id, given.new, kept.retired) == ("a", 2, {"questions": ["b=1"]})
