"""Numbers read from a released package: which elements say them, and which files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from moocbuild.errors import ExportError
from moocbuild.freeze.released import released_lock

PAGE = "<html data-page='m/one' data-ordinal='3'>"


def package(folder: Path, **pages: str) -> Path:
    path = folder / "web.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in pages.items():
            archive.writestr(name.replace("_", "."), text)
    return path


def test_lessons_questions_and_scenes(tmp_path: Path) -> None:
    lock = released_lock(
        package(
            tmp_path,
            a_html=PAGE + "<form data-question='q' data-ordinal='7'></form>",
            b_html="<html data-page='m/s' data-ordinal='4'><div data-scenario='m/s'>"
            "<article data-scene='door' data-ordinal='1'></article>"
            "<article data-scene='room' data-ordinal='2'></article></div>",
        )
    )
    assert lock.lessons == {"m/one": 3, "m/s": 4}
    assert lock.questions == {"q": 7}
    assert lock.scenes == {"m/s": {"door": 1, "room": 2}}


@pytest.mark.parametrize(
    "element",
    [
        "<html data-ordinal='9'>",
        "<form data-ordinal='9'>",
        "<article data-ordinal='9'>",
        "<div data-page='x' data-ordinal='9'>",
        "<div data-question='x' data-ordinal='9'>",
        "<div data-scene='x' data-ordinal='9'>",
        "<form data-question='x' data-ordinal='0'>",
        "<form data-question='x' data-ordinal='-1'>",
        "<form data-question='x' data-ordinal>",
        "<form data-question='x'>",
        "<html data-question='x' data-ordinal='9'>",
        "<form data-scene='x' data-ordinal='9'>",
    ],
)
def test_other_elements_say_none(tmp_path: Path, element: str) -> None:
    lock = released_lock(package(tmp_path, a_html=PAGE + element))
    assert (lock.lessons, lock.questions, lock.scenes) == ({"m/one": 3}, {}, {})


def test_other_files_say_none(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="has no numbers"):
        released_lock(package(tmp_path, a_txt=PAGE))


@pytest.mark.parametrize(
    ("text", "found"),
    [("lessons:\n  m/one: 3\n", "lessons"), ("questions:\n  q: 7\n", "questions")],
)
def test_a_lock_may_hold_only_one_kind(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "course.lock").write_text(text, "utf-8")
    assert getattr(released_lock(tmp_path / "course.lock"), found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"items:\n  A.1: 1\n", "has no numbers"),
        (b"", "has no numbers"),
        (b"\xff", "cannot be read"),
    ],
)
def test_what_has_none(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(ExportError, match=said):
        released_lock(tmp_path / "file")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        released_lock(tmp_path / "nothing")
