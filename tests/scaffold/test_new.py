"""`moocbuild new`: a file in its place, with the next number; nothing is written over."""

from __future__ import annotations

import datetime
import io
import shutil
import sys
from pathlib import Path

import pytest

from moocbuild.build import load
from moocbuild.cli import run
from moocbuild.diagnostics import Collector
from moocbuild.scaffold.course_yml import with_module
from moocbuild.scaffold.errors import ScaffoldError
from moocbuild.words.languages import files

COURSES = Path(__file__).parents[1] / "courses"
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(COURSES / "hand-hygiene", tmp_path / "hands"))


def new(root: Path, kind: str, name: str, *options: str) -> int:
    return run(["new", kind, name, "-C", str(root), *options])


def found(root: Path) -> list[tuple[str, str]]:
    """Code and place of everything but notes."""
    report = Collector()
    load(root, report, TODAY)
    return [(d.rule.code, d.span.path) for d in report.sorted() if d.rule.severity > 1]


def written(root: Path, before: set[Path]) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in set(root.rglob("*.md")) - before)


@pytest.mark.parametrize("language", sorted(files()))
def test_whatever_is_added_is_right(course: Path, language: str) -> None:
    settings = course / "course" / "course.yml"
    settings.write_text(settings.read_text().replace("language: en", f"language: {language}"))
    before = set(course.rglob("*.md"))
    assert new(course, "module", "Über Hände") == 0
    pages = ("lesson", "lesson", "scenario", "quiz", "quiz")
    for number, kind in enumerate(pages, 1):
        assert new(course, kind, f"My {kind} {number}", "--in", "uber-hande") == 0
    assert written(course, before) == [
        "course/03-uber-hande/01-my-lesson-1.md",
        "course/03-uber-hande/02-my-lesson-2.md",
        "course/03-uber-hande/03-my-scenario-3.md",
        "course/03-uber-hande/index.md",
        "quizzes/03-uber-hande.md",
        "quizzes/03-uber-hande/01-my-quiz-5.md",
    ]
    own = [each for each in found(course) if "uber" in each[1] or "course.yml" in each[1]]
    assert own == []
    assert ("MB127", "course/course.lock") in found(course)
    assert run(["ids", "--write", "-C", str(course)]) == 0
    assert run(["build", "-C", str(course), "-t", "web", "-t", "moodle"]) == 0


def test_a_course_with_competencies_names_one(tmp_path: Path) -> None:
    course = Path(shutil.copytree(COURSES / "minimal", tmp_path / "c"))
    assert new(course, "quiz", "Again") == 0
    assert new(course, "scenario", "A talk") == 0
    assert new(course, "lesson", "More") == 0
    assert "`L.1`" in (course / "quizzes" / "01-listening" / "01-again.md").read_text()
    assert "`L.1 2`" in (course / "course" / "01-listening" / "02-a-talk.md").read_text()
    assert "items: [L.1]" in (course / "course" / "01-listening" / "03-more.md").read_text()
    assert found(course) == [("MB127", "course/course.lock")]


@pytest.mark.parametrize("module", ["02-how-to-wash", "how-to-wash", "02", "2"])
def test_ways_to_name_a_module(course: Path, module: str) -> None:
    assert new(course, "lesson", "Nails", "--in", module) == 0
    assert (course / "course" / "02-how-to-wash" / "03-nails.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lesson", "X"], "name one with --in: 01-when-to-wash, 02-how-to-wash"),
        (["lesson", "X", "--in", "how-to-wsh"], "did you mean '02-how-to-wash'?"),
        (["lesson", "New Cook", "--in", "2"], "'02-new-cook' is there already"),
        (["module", "When to wash"], "'01-when-to-wash' is there already"),
        (["lesson", "  ", "--in", "2"], "a title is missing"),
        (["language", "French"], "write a tag such as en, fr or pt-BR"),
    ],
)
def test_what_cannot_be_added(
    course: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    assert run(["new", *arguments, "-C", str(course)]) == 2
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


def test_no_course_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(tmp_path, "lesson", "X") == 2
    assert "moocbuild init" in capsys.readouterr().err


def test_a_module_that_cannot_be_listed_is_not_there(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("moocbuild.scaffold.pages.replace_file", full)
    assert new(course, "module", "Nails") == 2
    assert not (course / "course" / "03-nails").exists()


def test_ends_of_lines_stay(course: Path) -> None:
    settings = course / "course" / "course.yml"
    settings.write_bytes(settings.read_bytes().replace(b"\n", b"\r\n"))
    assert new(course, "module", "Nails") == 0
    lines = settings.read_bytes().split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])
    assert b"  - 03-nails\r" in lines


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "modules:\n  - a\n  - b # e\nid: x\n",
            "modules:\n  - a\n  - b # e\n  - c\nid: x\n",
        ),
        ("modules:\n- a\n", "modules:\n- a\n- c\n"),
        ("modules: [a, b]  # two\n", "modules: [a, b, c]  # two\n"),
        ("modules: [a,\n  'b']\n", "modules: [a,\n  'b', c]\n"),
        ('modules:\n  - "a"', 'modules:\n  - "a"\n  - c'),
    ],
)
def test_a_line_in_course_yml(text: str, changed: str) -> None:
    assert with_module(text, "c") == changed


@pytest.mark.parametrize("text", ["id: x\n", "modules: []\n", "modules: a\n", "modules:\n"])
def test_a_list_that_is_left_to_its_author(text: str) -> None:
    with pytest.raises(ScaffoldError) as caught:
        with_module(text, "c")
    assert "write '- c' there yourself" in caught.value.help


def test_a_language_is_a_catalogue(course: Path) -> None:
    assert new(course, "language", "fr") == 0
    path = course / "course" / "locale" / "fr.po"
    before = path.read_bytes()
    assert b'msgctxt "course/title"' in before
    assert not [each for each in found(course) if each[0] != "MB127"]
    assert new(course, "language", "fr") == 0
    assert path.read_bytes() == before


def test_a_sample_takes_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    root = tmp_path / "tea"
    assert run(["init", str(root)]) == 0
    assert new(root, "module", "Iced tea") == 0
    for kind in ("lesson", "quiz", "scenario"):
        assert new(root, kind, "On ice", "--in", "3") == (0 if kind != "scenario" else 2)
    assert new(root, "scenario", "A hot day", "--in", "3") == 0
    assert found(root) == [("MB127", "course/course.lock")]
