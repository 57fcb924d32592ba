"""A summary from elsewhere: whatever is in it, it is compared or refused, and never a bug."""

from __future__ import annotations

import copy
import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from compare.bread import QUIZ, bread, edited
from hostile.run import run
from moocbuild.compare import SUMMARY
from moocbuild.compare.slim import packed
from moocbuild.diff import of_folder
from moocbuild.source.course import load_course
from moocbuild.source.files.tree import read_tree

ODD: tuple[Any, ...] = (
    None,
    0,
    -1,
    1e308,
    "",
    "x",
    "\x1b[2J",
    "\x1f",
    [],
    ["x"],
    {},
    {"x": 1},
    True,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bread(tmp_path_factory.mktemp("bread"))


@pytest.fixture(scope="module")
def summary(root: Path) -> Any:
    import datetime

    from moocbuild.diagnostics import Collector

    report = Collector()
    course, _ = load_course(read_tree(root, report), report, datetime.date.min)
    assert course is not None
    return json.loads(packed(course))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place below the top."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        yield (*path, key)
        if isinstance(each, (dict, list)):
            yield from places(each, (*path, key))


def spoiled(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    whole = copy.deepcopy(value)
    home = whole
    for key in path[:-1]:
        home = home[key]
    if new is Ellipsis:
        del home[path[-1]]
    else:
        home[path[-1]] = new
    return whole


def package(path: Path, value: Any) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SUMMARY, json.dumps(value))
    return path


def test_each_place_spoiled(root: Path, summary: Any, tmp_path: Path) -> None:
    """Every place once, with one of the odd values, or left out."""
    rng, found = random.Random(5), {0: 0, 2: 0}
    every = list(places(summary))
    assert len(every) > 300
    for path in rng.sample(every, 250):
        odd = rng.choice((*ODD, Ellipsis))
        name = package(tmp_path / "odd.zip", spoiled(summary, path, odd))
        done = run("diff", str(name), str(root))
        assert done.status in found, (path, odd, done.stderr)
        assert "\x1b" not in done.stdout + done.stderr
        found[done.status] += 1
    assert found[0] > 20 and found[2] > 20


def test_a_terminal_is_not_written_on(root: Path, summary: Any, tmp_path: Path) -> None:
    for char in ("\x1b", "\x07", "\x9b", "\r"):
        title = spoiled(summary, ("course", "title"), f"a{char}b")
        done = run("diff", str(package(tmp_path / "odd.zip", title)), str(root))
        assert done.status == 2 and "damaged" in done.stderr


def test_what_is_no_character_of_control_is_welcome(tmp_path: Path) -> None:
    """An emoji in two parts, a blank that does not break, letters from right to left."""
    words = "a 👩🏽 é\u00a0! العجين"
    root = bread(tmp_path / "b", edited(QUIZ, ("Un peu", words)))
    assert run("build", "-C", str(root), "-t", "web").status == 0
    (built,) = (root / "dist").glob("*-web.zip")
    done = run("diff", str(built), str(root), "--exit-code")
    assert done.status == 0, done.stdout + done.stderr
    assert of_folder(root).errors == 0
