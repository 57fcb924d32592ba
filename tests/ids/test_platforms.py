"""What records in Moodle and Open edX hang on stays, too, when files go elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ids.course import commit, read, start
from ids.edits import EDITS
from ids.test_edits import edited
from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector

MARKS = {
    "olx": re.compile(rb'url_name="([^"]+)"'),
    "moodle": re.compile(rb"<idnumber>([^<]+)</idnumber>"),
    "scorm-1.2": re.compile(rb' identifier="([^"]+)"'),
}
TRIED = (
    "move_and_rename",
    "rename_a_folder_and_a_lesson",
    "a_bank_among_lessons",
    "move_a_simulation",
    "split_a_lesson_under_new_names",
    "merge_modules",
    "swap_two_files",
)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = start(tmp_path_factory.mktemp("before") / "course")
    commit(root, first=True)
    return root


def marks(root: Path, target: str) -> set[str]:
    """Every id of a block, an activity or an item."""
    (variant,) = variants(read(root)[0], BuildRequest((target,)), Collector())
    found: set[str] = set()
    for data in variant.target.render(variant.course).members.values():
        if isinstance(data, bytes):
            found.update(mark.decode() for mark in MARKS[target].findall(data))
    return found


def of_page(marks: set[str], *pages: str) -> Iterator[str]:
    """Those that name a page, however its id is written there."""
    forms = tuple(page.replace("/", sign) for page in pages for sign in "/.-_")
    forms += tuple(page.replace("/", "__") for page in pages)
    return (mark for mark in marks if any(form in mark for form in forms))


@pytest.mark.parametrize("target", MARKS)
@pytest.mark.parametrize("name", TRIED)
def test_no_mark_is_lost(name: str, target: str, before: Path, tmp_path: Path) -> None:
    assert name in EDITS
    was = marks(before, target)
    assert was
    gone = edited(name, before, tmp_path / "c")
    lost = was - marks(tmp_path / "c", target)
    allowed = {"two", *of_page(lost, "two/index", "two/module")} if gone else set()
    assert lost <= allowed
