"""What is new or gone since course.lock was written, as the report of a release tells it."""

from __future__ import annotations

import pytest

from moocbuild.source.files.lock import Ids, changes
from moocbuild.source.yaml.schema import LockFile


def lock(options: dict[str, dict[str, str]], **ids: dict[str, int]) -> LockFile:
    return LockFile(options=options, **ids)  # type: ignore[arg-type]


def told(frozen: LockFile, used: LockFile) -> list[str]:
    return changes(Ids(frozen=frozen, used=used, present=True))


@pytest.mark.parametrize(
    ("frozen", "used", "said"),
    [
        ({"a": "Wait"}, {"a": "Wait"}, []),
        ({"a": "Wait"}, {"a": "Wait", "b": "Go"}, ["'q' has a new option: 'Go'"]),
        ({}, {"a": "Wait"}, []),
        (
            {"a": "Wait"},
            {"a": "Wait!"},
            ["'q' has another wording: 'Wait!' (before: 'Wait')"],
        ),
    ],
)
def test_options(frozen: dict[str, str], used: dict[str, str], said: list[str]) -> None:
    ids = {"questions": {"q": 1}}
    assert told(lock({"q": frozen}, **ids), lock({"q": used}, **ids)) == said


def test_ids_of_every_kind() -> None:
    frozen = LockFile(questions={"a": 1, "b": 2}, lessons={"m/x": 1}, scenes={"m/s": {"door": 1}})
    used = LockFile(questions={"b": 2, "c": 3}, lessons={"m/y": 2}, scenes={"m/s": {"room": 2}})
    assert told(frozen, used) == [
        "new question 'c'",
        "question 'a' is gone",
        "new page 'm/y'",
        "page 'm/x' is gone",
        "new scene 'room'",
        "scene 'door' is gone",
    ]
    assert told(frozen, frozen) == []


def test_without_a_lock_there_is_nothing_to_compare() -> None:
    assert changes(Ids(used=LockFile(questions={"a": 1}))) == ["there is no course.lock yet"]
