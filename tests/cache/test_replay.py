"""An unchanged build is told from its record; whatever changes, the bytes are those of a build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moocbuild import Result, build_course, cache
from moocbuild.cache import prints, replay
from small_course import MINIMAL

LESSON = "course/01-listening/01-silence.md"
QUIZ = "quizzes/01-listening.md"
TARGETS = ("web", "cc-1.3", "moodle", "olx")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own."""
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "course root"))


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each build that is really made."""
    from moocbuild import api

    made: list[str] = []
    real = api._built

    def counted(*arguments: object) -> object:
        made.append("built")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(api, "_built", counted)
    return made


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_unchanged_build_is_not_made_again(course: Path, builds: list[str]) -> None:
    told: list[Result] = []
    first = build_course(course, checked=told.append)
    again = build_course(course, checked=told.append)
    assert builds == ["built"]
    assert again == first
    assert first.findings and first.lines, "nothing to compare"
    assert [replace(each, files={}) for each in told] == [replace(first, files={})] * 2


def test_nothing_heavy_is_imported_for_it(course: Path) -> None:
    code = (
        "import sys; from moocbuild import build_course; build_course(sys.argv[1]);"
        "print(*{'moocbuild.build', 'markdown', 'jinja2', 'lxml', 'yaml'} & {*sys.modules})"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, course], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert "moocbuild.build" in said[0]
    assert said[1] == []


def test_the_command_says_the_same_twice(course: Path) -> None:
    command = [sys.executable, "-m", "moocbuild", "build", "-C", course, "--format", "json"]
    first, again = (subprocess.run(command, capture_output=True, check=False) for _ in range(2))
    assert (again.returncode, again.stdout, again.stderr) == (0, first.stdout, first.stderr)


CHANGES = {
    "a word": lambda root: change(root / LESSON, "quiet", "silent"),
    "a new file": lambda root: (root / "course/01-listening/02-more.md").write_text("# More\n"),
    "a file of media": lambda root: (root / "media/a.txt").write_text("x"),
    "the version": lambda root: change(root / "course/course.yml", "1.0.0", "1.0.1"),
    "the output": lambda root: next((root / "dist").glob("*.zip")).write_bytes(b"x"),
    "no output": lambda root: next((root / "dist").glob("*.zip")).unlink(),
    "the sums": lambda root: (root / "dist/SHA256SUMS").unlink(),
    "a hidden file": lambda root: (root / "course/.hidden").write_text("x"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_is_built(what: str, course: Path, builds: list[str]) -> None:
    first = build_course(course)
    CHANGES[what](course)
    again = build_course(course)
    assert builds == ["built", "built"]
    if "output" in what or "sums" in what:
        assert again == first
    assert build_course(course) == again
    assert builds == ["built", "built"]


def test_a_link_in_place_of_an_output(course: Path, builds: list[str], tmp_path: Path) -> None:
    build_course(course)
    package = next((course / "dist").glob("*.zip"))
    package.rename(tmp_path / "elsewhere.zip")
    package.symlink_to(tmp_path / "elsewhere.zip")
    build_course(course)
    assert builds == ["built", "built"]
    assert not package.is_symlink()


def test_other_options_are_other_builds(course: Path, builds: list[str], tmp_path: Path) -> None:
    build_course(course, tmp_path / "a", ["web"])
    build_course(course, tmp_path / "a", ["web"], strict=False)
    build_course(course, tmp_path / "b", ["web"])
    build_course(course, tmp_path / "a", ["cc-1.1"])
    assert len(builds) == 3


def test_the_same_bytes_with_other_times_are_the_same(course: Path, builds: list[str]) -> None:
    build_course(course)
    for path in [*course.rglob("*")]:
        os.utime(path, (1e9, 1e9))
    build_course(course)
    assert builds == ["built"]


def test_same_size_and_time_but_other_words(course: Path, builds: list[str]) -> None:
    path = course / LESSON
    os.utime(path, (1e9, 1e9))
    build_course(course)
    path.write_bytes(path.read_bytes().replace(b"a", b"e"))
    os.utime(path, (1e9, 1e9))
    build_course(course)
    assert builds == ["built", "built"]


def test_a_course_that_changes_while_it_is_built_leaves_no_record(
    course: Path, builds: list[str]
) -> None:
    def edited(result: Result) -> None:
        change(course / LESSON, "quiet", "silent")

    build_course(course, checked=edited)
    build_course(course)
    assert builds == ["built", "built"]


def test_errors_are_found_again(course: Path, builds: list[str]) -> None:
    change(course / QUIZ, "`L.1` `L.2`", "`L.1` `L.9`")
    first, again = build_course(course), build_course(course)
    assert first == again
    assert first.status == "errors" and not first.files
    assert len(builds) == 2


# --- the program --------------------------------------------------------------------------------


def test_a_plugin_belongs_to_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = prints.program()
    site = tmp_path / "site"
    facts = site / "kinds-1.0.dist-info"
    facts.mkdir(parents=True)
    (facts / "entry_points.txt").write_text(
        "[console_scripts]\nx = y:z\n\n[moocbuild.checks]\nk = kinds.a:CHECK\n"
    )
    (site / "kinds").mkdir()
    (site / "kinds/a.py").write_text("CHECK = 1\n")
    assert prints.program() == before
    monkeypatch.syspath_prepend(str(site))
    installed = prints.program()
    (site / "kinds/a.py").write_text("CHECK = 2  # other\n")
    edited = prints.program()
    facts.rename(site / "kinds-1.1.dist-info")
    assert len({before, installed, edited, prints.program()}) == 4


def test_another_program_builds_anew(
    course: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_course(course)
    monkeypatch.setattr(replay, "running", lambda: "another")
    build_course(course)
    assert builds == ["built", "built"]


# --- the folder ---------------------------------------------------------------------------------


def spoiled(folder: Path) -> Iterator[Path]:
    return folder.glob("moocbuild-build-*.json")


SPOILS = {
    "no JSON": lambda path: path.write_bytes(b"\xff{"),
    "another value": lambda path: path.write_text("[1]"),
    "a record of nothing": lambda path: path.write_text('{"form": 1}'),
    "nested": lambda path: path.write_text("[" * 100_000),
    "writable by others": lambda path: path.chmod(0o666),
    "a folder writable by others": lambda path: path.parent.chmod(0o777),
}


@pytest.mark.parametrize("how", SPOILS)
def test_what_is_odd_is_no_record(how: str, course: Path, builds: list[str], folder: Path) -> None:
    first = build_course(course)
    (path,) = spoiled(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    SPOILS[how](path)
    assert build_course(course) == first
    assert builds == ["built", "built"]


def test_never_within_a_course(
    course: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(course / "cache"))
    build_course(course)
    assert not (course / "cache").exists()
    build_course(course)
    assert builds == ["built", "built"]


def test_a_disk_that_takes_nothing(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "file"))
    assert build_course(course).status == "built"


def test_it_is_bounded(folder: Path, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 1000)
    monkeypatch.setattr(cache, "EVERY", 1)
    for number in range(6):
        cache.keep_record(f"n{number}", {"x": "y" * 300}, course)
        os.utime(folder / f"moocbuild-n{number}.json", (number, number))
    (folder / "of somebody else").write_text("x" * 2000)
    cache.keep_record("n6", {"x": "y" * 300}, course)
    assert sorted(path.name for path in folder.iterdir()) == [
        *(f"moocbuild-n{number}.json" for number in (4, 5, 6)),
        "of somebody else",
    ]


def test_the_command_clears_it(course: Path, folder: Path) -> None:
    build_course(course)
    assert [*folder.iterdir()]
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "moocbuild", "cache", "clear"], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert str(folder) in done.stderr
    assert not folder.exists()


def test_a_folder_that_holds_other_things_keeps_them(course: Path, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "letters").mkdir()
    (folder / "notes.json").write_text("mine")
    build_course(course)
    assert cache.clear() > 0
    assert sorted(path.name for path in folder.iterdir()) == ["letters", "notes.json"]


# --- never stale --------------------------------------------------------------------------------

EDITS = [
    lambda root: change_any(root / LESSON, "\n\nMore words."),
    lambda root: change_any(root / QUIZ, "\n"),
    lambda root: change_any(root / "course/references.yml", "\n# a comment\n"),
    lambda root: (root / "course/01-listening/02-more.md").write_text("# More\n\nWords.\n"),
    lambda root: (root / "course/01-listening/02-more.md").unlink(missing_ok=True),
    lambda root: rename(root / LESSON, root / "course/01-listening/03-moved.md"),
    lambda root: rename(root / "course/01-listening/03-moved.md", root / LESSON),
    lambda root: set_value(root, "version", "2.0.0"),
    lambda root: set_value(root, "version", "1.0.0"),
    lambda root: set_value(root, "language", "fr"),
    lambda root: set_value(root, "language", "en"),
    lambda root: set_value(root, "title", "Hearing"),
    lambda root: (root / "course/glossary.yml").write_text("terms:\n  - term: a\n    text: b\n"),
    lambda root: (root / "course/glossary.yml").unlink(missing_ok=True),
    lambda root: None,
]


def change_any(path: Path, more: str) -> None:
    if path.exists():
        path.write_text(path.read_text("utf-8") + more, "utf-8")


def rename(path: Path, new: Path) -> None:
    if path.exists():
        path.rename(new)


def set_value(root: Path, key: str, value: str) -> None:
    path = root / "course/course.yml"
    lines = path.read_text("utf-8").splitlines()
    found = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines]
    path.write_text("\n".join(found) + "\n", "utf-8")


def written(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()} if out.exists() else {}


def never_stale(root: Path, edits: list[int]) -> None:
    shutil.rmtree(root, ignore_errors=True)
    course = Path(shutil.copytree(MINIMAL, root / "course"))
    for number in edits:
        EDITS[number](course)
        cached = build_course(course, root / "cached", TARGETS)
        clean = build_course(course, root / "clean", TARGETS, cache=False)
        assert cached == clean
        if clean.status == "built":
            assert {n: d for n, d in written(root / "cached").items() if n in clean.files} == {
                n: d for n, d in written(root / "clean").items() if n in clean.files
            }


NUMBERS = st.lists(st.integers(0, len(EDITS) - 1), min_size=2, max_size=5)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NUMBERS)
def test_random_edits_give_what_a_clean_build_gives(tmp_path: Path, edits: list[int]) -> None:
    never_stale(tmp_path / "random", edits)


@pytest.mark.audit
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NUMBERS)
def test_many_random_edits(tmp_path: Path, edits: list[int]) -> None:
    never_stale(tmp_path / "random", edits)


def test_a_young_file_is_read_again(tmp_path: Path) -> None:
    """Within the grain of the file system's clock one cannot tell two changes apart."""
    (tmp_path / "a").write_text("1")
    facts = {"a": os.lstat(tmp_path / "a")}
    young = prints.prints_of(tmp_path, facts, {})["a"]
    time.sleep(0.1)
    old = prints.prints_of(tmp_path, facts, {})["a"]
    assert len(old) == 6 and len(young) == 2
    assert list(young) == list(old[-2:])
