"""What hardly any course needs, and must be right all the same."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete

from common_cartridge import hand_made as make
from lower.targets import CC
from moocbuild.cli import cache as cache_command
from moocbuild.cli.commands import cli
from moocbuild.cli.problems import Problem
from moocbuild.diagnostics import Diagnostic
from moocbuild.formats.olx import markup
from moocbuild.freeze import _held
from moocbuild.lower import survey
from moocbuild.model.course import Lesson, Settings
from moocbuild.model.openedx import OpenEdxSettings
from moocbuild.model.question import Question
from moocbuild.model.text import Ref, Text, element, text
from moocbuild.report.data import Release
from moocbuild.report.page import report_page
from moocbuild.source.files.tree import SourceFile, SourceTree, read_tree
from moocbuild.source.yaml.described import DESCRIBED
from moocbuild.source.yaml.schema import LockFile
from moocbuild.targets.olx.dialect import HTML
from moocbuild.targets.olx.xblocks import has_map


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(13, "Permission denied", "/cache/x"), "/cache/x: permission denied"),
        (OSError("no cache"), "no cache"),
    ],
)
def test_a_cache_that_cannot_be_cleared(
    error: OSError, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def clear() -> int:
        raise error

    monkeypatch.setattr(cache_command, "clear", clear)
    with pytest.raises(Problem) as caught:
        cache_command.run()
    assert caught.value.message.endswith(said)


@pytest.mark.parametrize(
    ("arguments", "begun", "names"),
    [
        (["build", "-t"], "SCO", {"scorm-1.2", "scorm-2004"}),
        (["build", "-t"], "zzz", set()),
        (["explain"], "MB10", {f"MB10{n}" for n in range(1, 10)}),
    ],
)
def test_a_shell_completes_names(arguments: list[str], begun: str, names: set[str]) -> None:
    found = ShellComplete(cli, {}, "moocbuild", "_MOOCBUILD").get_completions(arguments, begun)
    assert {each.value for each in found} == names
    assert isinstance(cli, click.Command)


@pytest.mark.parametrize(
    ("href", "made"),
    [
        ("/here", '<a href="/here" title="T">words</a>'),
        ("", '<a href="" title="T">words</a>'),
        (None, "words"),
    ],
)
def test_a_link_that_leads_nowhere_is_its_words(href: str | None, made: str) -> None:
    link = element("a", "words", href=Ref("page", "m/one"), title="T")
    assert markup((link,), lambda ref: href) == made
    picture = element("img", src=Ref("media", "a.png"))
    assert markup((picture,), lambda ref: None) == '<img src=""/>'


def source_of(name: str) -> Any:
    return element("source", src=Ref("media", name))


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (element("audio", src=Ref("media", "media/a.mp3")), "a.mp3"),
        (element("audio", "Old browser.", source_of("media/b.mp3")), "b.mp3"),
        (element("video", element("track"), source_of("media/c.mp4")), "c.mp4"),
        (element("video", source_of("media/d.mp4"), source_of("media/e.webm")), "d.mp4"),
        (element("video", "Old browser."), ""),
    ],
)
def test_a_bare_player_is_a_link_to_its_file(found: Any, name: str) -> None:
    html = HTML.html(text(found), lambda ref: f"/static/{ref.id.rpartition('/')[2]}")
    assert html == (f'<p><a href="/static/{name}">{name}</a></p>' if name else "")


freeze_moves = importlib.import_module("moocbuild.freeze.moves")  # not its function of that name
TYPED = make.question("t", make.typed("word"))
VIEW = make.question("v", make.survey("often", "rarely"))


def test_views_in_a_lesson_are_read_where_nothing_is_asked_there() -> None:
    prose, target = make.prose("p"), CC["cc-1.3"]
    course = make.course(make.lesson(prose, VIEW, TYPED, key="m/one"))
    made = survey.lower(course, target, lambda found: None)
    page = next(page for page in made.pages() if page.id == "m/one")
    assert isinstance(page, Lesson)
    assert [part.id for part in page.parts if isinstance(part, Question)] == ["t"]
    first, told, _ = page.parts
    assert first == prose and isinstance(told, Text)
    assert "Prompt v?" in told.plain and "often" in told.plain
    plain = make.course(make.lesson(prose, TYPED, key="m/one"))
    assert survey.lower(plain, target, lambda found: None) is plain


def test_the_report_says_where_films_come_from() -> None:
    film = make.lesson(make.prose("p"), key="m/film", title="A film", hosts=("tube.org",))
    other = make.lesson(make.prose("p"), key="m/other", title="No film")
    release = Release(course=make.course(film, other), packages=[], sums={})
    page = report_page(release).decode()
    told = page[page.index("tube.org") :]
    assert "A film" in told[:400] and "No film" not in told[:400]


def test_a_folder_that_cannot_be_read_for_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "course").mkdir()

    def scandir(path: object) -> None:
        raise OSError

    monkeypatch.setattr("os.scandir", scandir)
    found: list[Diagnostic] = []
    read_tree(tmp_path, found.append)
    assert any(each.message == "'course' cannot be read: cannot be read" for each in found)


@pytest.mark.parametrize(
    ("pages", "mapped"),
    [
        ((make.lesson(make.prose("p")),), False),
        ((make.lesson(make.question("j", make.journal())),), True),
        ((make.lesson(TYPED),), False),
        ((make.quiz(replace(TYPED, competencies=make.refs("I.3"))),), True),
    ],
)
def test_a_learner_has_a_map_if_anything_stands_on_it(pages: Any, mapped: bool) -> None:
    settings = Settings(olx=OpenEdxSettings(xblocks=True))
    assert has_map(make.course(*pages, settings=settings)) == mapped


def test_an_own_page_can_say_what_a_page_can_but_for_two_keys() -> None:
    page, own = DESCRIBED["LessonPage"], DESCRIBED["OwnPage"]
    assert {"id", "draft"} <= set(page) and not {"id", "draft"} & set(own)
    assert set(own) <= set(page) and own


def test_what_a_page_holds_in_a_lock() -> None:
    lock = LockFile(
        questions={"a": 1, "b@m/check": 2, "c@m/other": 3}, scenes={"m/check": {"door": 1}}
    )
    assert list(_held(["m/check"], lock)) == [
        ("lessons", "m/check"),
        ("questions", "b@m/check"),
        ("scenes/m/check", "door"),
    ]


def test_very_many_pages_are_compared_by_their_names_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a course that was turned over: a page moves within its module, or keeps its name."""
    monkeypatch.setattr(freeze_moves, "_MANY", 3)
    compared: list[tuple[str, str]] = []

    def match(self: object, old: str, new: str) -> object:
        compared.append((old, new))
        return freeze_moves._Match(0, "")

    monkeypatch.setattr(freeze_moves._Missing, "match", match)
    lost, new = ["a/one", "b/two"], {"a/x": "1", "c/two": "2", "c/y": "3"}
    files = {path: SourceFile(path, path, (path,)) for path in new.values()}
    missing = freeze_moves._Missing(None, SourceTree(Path(), texts=files), lost, new)  # type: ignore[arg-type]
    assert missing.likely(lost, set()) == []
    assert compared == [("a/one", "a/x"), ("b/two", "c/two")]
    compared.clear()
    monkeypatch.setattr(freeze_moves, "_MANY", 6)
    missing.likely(lost, set())
    assert len(compared) == 6
