"""`moocbuild init`: a course that builds at once, or nothing at all."""

from __future__ import annotations

import datetime
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from moocbuild.build import load
from moocbuild.cli import run
from moocbuild.cli.commands import cli
from moocbuild.cli.init import _answer
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import SYMBOLS, walk
from moocbuild.model.walk import texts
from moocbuild.scaffold import course as scaffold
from moocbuild.scaffold.schemas import schema_text
from moocbuild.scaffold.templates import FOLDER, languages
from moocbuild.source.pages.questions import kinds
from moocbuild.source.yaml.json_schema import SCHEMAS
from moocbuild.targets import targets

TODAY = datetime.date(2026, 11, 21)
SAID = ("--title", "T", "--language", "en", "--licence", "CC0-1.0")


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def made(folder: Path, *options: str) -> Course:
    assert run(["init", str(folder), *options]) == 0
    report = Collector(strict=True)
    course = load(folder, report, TODAY).course
    assert course is not None and not report.failed, report.found
    return course


def in_folder(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("language", languages())
def test_it_has_no_findings_and_builds_every_package(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my-course"
    made(folder, "--language", language)
    capsys.readouterr()
    assert run(["check", "-C", str(folder), "--strict"]) == 0
    assert capsys.readouterr() == ("", "no problems found\n")
    assert run(["build", "-C", str(folder), "--strict"]) == 0
    assert (folder / "dist" / f"my-course-1.0.0-{language}-scorm-1.2.zip").exists()
    every = [option for name in targets() for option in ("-t", name)]
    assert run(["build", "-C", str(folder), "--strict", "--all", *every]) == 0
    carrying = [t for t in targets().values() if t.content]
    assert len(list((folder / "dist").glob(f"*-{language}-[!s]*"))) > len(carrying)


@pytest.mark.parametrize("language", languages())
def test_it_shows_everything(tmp_path: Path, language: str) -> None:
    course = made(tmp_path / "c", "--language", language)
    pages = [page for module in course.modules for page in module.activities]
    quizzes = [page for page in pages if isinstance(page, Quiz)]
    asked = [question.kind for quiz in quizzes for question in quiz.questions]
    assert set(asked) == set(kinds())
    assert len([kind for kind in asked if kind != "single"]) == len(kinds()) - 1
    assert [(quiz.pretest, quiz.final) for quiz in quizzes] == [(True, False), (False, True)]
    assert {type(page) for page in pages} == {Lesson, Scenario, Quiz}
    assert {page.kind for page in pages if isinstance(page, Lesson)} == {"lesson", "case"}
    assert course.framework.items and course.glossary and course.references and course.tracks
    used = {name for text in texts(course) for name, *_ in walk(text.nodes)}
    elsewhere = {"card"}  # loads a film of another site
    assert used >= SYMBOLS - elsewhere
    assert used >= {"abbr", "details", "dl", "img", "s", "table"}
    assert {Path(href).suffix for href in course.assets} == {
        ".svg",
        ".mp4",
        ".vtt",
        ".mp3",
        ".pdf",
    }


def test_samples_are_alike_in_all_languages(tmp_path: Path) -> None:
    found = {}
    for language in languages():
        course = made(tmp_path / language, "--language", language)
        found[language] = [
            [type(page).__name__, [q.kind for q in getattr(page, "questions", ())]]
            for module in course.modules
            for page in module.activities
        ]
    assert len({json.dumps(each) for each in found.values()}) == 1
    assert {len(list((FOLDER / each).rglob("*.*"))) for each in languages()} == {
        len(list((FOLDER / "en").rglob("*.*")))
    }


@pytest.mark.parametrize(
    "title",
    ['A "b": c # d', "'", "- x", "café 茶 שלום 🍵", "yes", "2026", "{a}", "{{ id }}", "\\n"],
)
def test_any_title(tmp_path: Path, title: str) -> None:
    assert made(tmp_path / "c", "--title", title).title == title


@pytest.mark.parametrize(
    ("name", "id"), [("Clean Hands", "clean-hands"), ("茶", "course"), ("07-Über uns", "uber-uns")]
)
def test_the_id_is_after_the_folder(tmp_path: Path, name: str, id: str) -> None:
    assert made(tmp_path / name).id == id


def test_a_language_without_a_sample_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path / "c"), "--language", "it"]) == 0
    assert "there is none in 'it' yet" in capsys.readouterr().err
    report = Collector()
    load(tmp_path / "c", report, TODAY)
    assert {found.rule.code for found in report.found} == {"MB226"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--language", "English"], "write a tag such as en, fr or pt-BR"),
        (["--title", "a\u202eb"], "this makes no course"),
        (["--licence", "javascript: x"], "this makes no course"),
    ],
)
def test_bad_answers_leave_nothing(
    tmp_path: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path / "c"), *options]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["course/mine.md", "AGENTS.md", ".gitignore", "media/a.svg"])
def test_nothing_is_written_over(
    tmp_path: Path, there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "c" / there).parent.mkdir(parents=True)
    (tmp_path / "c" / there).write_text("mine")
    assert run(["init", str(tmp_path / "c"), *SAID]) == 2
    assert "is there already" in capsys.readouterr().err
    assert in_folder(tmp_path) == {f"c/{there}": b"mine"}


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_folder_that_is_none(tmp_path: Path, kind: str) -> None:
    if kind == "file":
        (tmp_path / "c").write_text("mine")
    else:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "c").symlink_to("elsewhere")
    assert run(["init", str(tmp_path / "c"), *SAID]) == 2
    assert set(in_folder(tmp_path)) == ({"c"} if kind == "file" else set())


def test_beside_other_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "c" / ".git").mkdir(parents=True)
    (tmp_path / "c" / "README.md").write_text("mine")
    monkeypatch.chdir(tmp_path / "c")
    made(Path(), *SAID)
    assert (tmp_path / "c" / "README.md").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def _fail(after: int) -> Any:
    left = [after]

    def write(path: Path, data: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device", str(path))
        with path.open("wb") as file:
            return file.write(data)

    return write


@pytest.mark.parametrize("after", [0, 1, 12, 30])
@pytest.mark.parametrize("there", [True, False])
def test_a_full_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, there: bool
) -> None:
    if there:
        (tmp_path / "c").mkdir()
    monkeypatch.setattr(Path, "write_bytes", _fail(after))
    assert run(["init", str(tmp_path / "c"), *SAID]) == 2
    assert in_folder(tmp_path) == {}
    assert list(tmp_path.iterdir()) == ([tmp_path / "c"] if there else [])


@pytest.mark.parametrize("number", range(7))
def test_a_rename_that_fails_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "README.md").write_text("mine")
    rename, calls = Path.rename, []

    def failing(path: Path, to: Path) -> Path:
        calls.append(to)
        if len(calls) > number:
            raise OSError(13, "Permission denied", str(to))
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", failing)
    assert run(["init", str(tmp_path / "c"), *SAID]) == 2
    assert len(calls) == number + 1
    assert in_folder(tmp_path) == {"c/README.md": b"mine"}


def test_questions_are_asked_at_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "moocbuild", "init", "tea", "--licence", "CC0-1.0"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
    )
    os.close(theirs)
    os.write(ours, b"Eine Tasse\nfr\n")
    said = b"".join(_until_closed(ours)).decode()
    assert process.wait() == 0
    assert "Title of the course [Tea]" in said and "Language (ar, ca, de, en" in said
    assert "Licence" not in said
    settings = (tmp_path / "tea" / "course" / "course.yml").read_text("utf-8")
    assert 'title: "Eine Tasse"' in settings and "language: fr" in settings


def _until_closed(handle: int) -> Iterable[bytes]:
    while True:
        try:
            data = os.read(handle, 4096)
        except OSError:  # Linux tells so that the other end is closed
            return
        if not data:
            return
        yield data


def test_editors_find_the_schemas(tmp_path: Path) -> None:
    made(tmp_path / "c", *SAID)
    for name in SCHEMAS:
        text = (tmp_path / "c" / scaffold.SCHEMA_FOLDER / f"{name}.json").read_text("utf-8")
        assert text == schema_text(name)
    named = 0
    for path in (tmp_path / "c" / "course").glob("*.yml"):
        first = path.read_text("utf-8").split("\n", 1)[0]
        schema = (path.parent / first.partition("$schema=")[2]).resolve()
        assert schema.is_file() and schema.stem == path.stem
        named += 1
    assert named == 4
    settings = json.loads((tmp_path / "c" / ".vscode" / "settings.json").read_text("utf-8"))
    assert all((tmp_path / "c" / file).is_file() for file in settings["yaml.schemas"])


def test_agents_are_told_everything_on_one_page() -> None:
    text = (FOLDER / "common" / "AGENTS.md").read_text("utf-8")
    assert text.count("\n") < 200 and max(map(len, text.split("\n"))) <= 120
    told = set(re.findall(r"`moocbuild ([a-z]+)", text))
    assert told <= set(cli.commands)
    assert told >= {"check", "build", "new", "ids", "explain", "schema", "targets"}
    assert all(f"| `{kind}` |" in text for kind in kinds())
    for name in ("module", "lesson", "scenario", "quiz"):
        keys = set(SCHEMAS[name].model.fields()) - {"extra", "category_mark"}
        assert not [key for key in keys if not re.search(rf"\b{key}\b", text)]
    needed = (key for key, field in SCHEMAS["course"].model.fields().items() if field.required)
    assert not [key for key in needed if f"`{key}`" not in text]


def test_what_agents_are_shown_is_a_course(tmp_path: Path) -> None:
    """Its fences are files: together they have no finding that would have to be mended."""
    text = (FOLDER / "common" / "AGENTS.md").read_text("utf-8")
    shown = dict(re.findall(r"^```(?:yaml|markdown) (\S+)\n(.*?)^```$", text, re.M | re.S))
    assert {Path(name).stem for name in shown} >= {"course", "framework", "glossary", "references"}
    shown["course/01-place/index.md"] = "# The place\n\nWhere it grows. [@Card]\n"
    for name, written in shown.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, "utf-8")
    assert run(["ids", "--write", "-C", str(tmp_path)]) == 0
    report = Collector(strict=True)
    course = load(tmp_path, report, TODAY).course
    assert course is not None and not report.failed, report.found
    assert {type(page) for module in course.modules for page in module.activities} == {
        Scenario,
        Quiz,
    }


@pytest.mark.parametrize(
    ("given", "terminals", "answer"),
    [
        ("Given", (True, True), "Given"),
        ("  Given ", (False, False), "Given"),
        ("", (True, True), "default"),
        (" ", (False, False), "default"),
        (None, (True, True), "typed"),
        (None, (True, False), "default"),
        (None, (False, True), "default"),
        (None, (False, False), "default"),
    ],
)
def test_only_somebody_at_a_terminal_is_asked(
    given: str | None,
    terminals: tuple[bool, bool],
    answer: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, terminal in zip(("stdin", "stderr"), terminals, strict=True):
        stream = io.StringIO()
        monkeypatch.setattr(stream, "isatty", lambda terminal=terminal: terminal)
        monkeypatch.setattr(sys, name, stream)
    monkeypatch.setattr("click.prompt", lambda *asked, **options: "typed")
    assert _answer("Title?", given, "default") == answer
