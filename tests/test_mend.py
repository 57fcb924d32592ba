"""`check --fix`: what it writes, what it leaves alone, and when it asks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from moocbuild.cli import run
from moocbuild.cli.fix import Wish
from moocbuild.cli.problems import Problem
from moocbuild.diagnostics import Collector, Edit, Fix, Rule, Severity, Span
from moocbuild.mend import ChangedMeanwhileError, mending
from moocbuild.source.files.tree import read_tree

HERE = Path(__file__).parent
RULE = Rule("MB999", "sample", Severity.WARNING)
PAGE = "course/01-listening/01-silence.md"
BANK = "quizzes/01-listening.md"
BEGUN = (
    b"---\ntitle: When someone goes quiet\nitems: [L.1, L.2]\n---\n\n# When someone goes quiet\n\n"
)
ENDED = b"\n## Why it helps\n<!-- #why -->\n\nWords. [@Book2020]\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "courses" / "minimal", tmp_path / "c")
    return tmp_path / "c"


def fix(course: Path, *more: str) -> int:
    return run(["check", "--fix", "-C", str(course), "--format", "concise", *more])


def everything(course: Path) -> dict[str, bytes]:
    files = (path for path in course.rglob("*") if path.is_file())
    return {path.relative_to(course).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (b"hid\xe2\x80\x8bden\n", b"hidden\n"),
        ("cafe\u0301 e\u0301te\u0301\n".encode(), "café été\n".encode()),
        ("a cafe\u0301\u200b b\n".encode(), "a café b\n".encode()),
        (b"one\r\nt\xe2\x80\x8bwo\r\n", b"one\r\ntwo\r\n"),
    ],
)
def test_only_the_places_change(course: Path, written: bytes, mended: bytes) -> None:
    page = course / PAGE
    page.write_bytes(b"\xef\xbb\xbf" + BEGUN + written + ENDED)
    before = everything(course)
    assert fix(course, "--yes") == 0
    after = everything(course)
    assert after.pop(PAGE) == b"\xef\xbb\xbf" + BEGUN + mended + ENDED
    before.pop(PAGE)
    assert after == before
    assert fix(course, "--yes") == 0  # nothing is left to do
    assert everything(course)[PAGE] == b"\xef\xbb\xbf" + BEGUN + mended + ENDED


def test_a_picture_is_found_by_its_name(course: Path) -> None:
    (course / "media" / "deep").mkdir(parents=True)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    (course / "media" / "deep" / "A bench.svg").write_text(svg)
    picture = b"![Two people on a bench](../pics/a%20bench.svg)\n"
    (course / PAGE).write_bytes(BEGUN + picture + ENDED)
    assert fix(course, "--yes") == 0
    assert b"](../../media/deep/A%20bench.svg)" in (course / PAGE).read_bytes()


def test_feedback_at_the_margin_goes_to_its_option(course: Path) -> None:
    bank = course / BANK
    text = bank.read_text("utf-8")
    assert "\n    > That" in text
    bank.write_text(text.replace("\n    > That", "\n> That"), "utf-8")
    assert fix(course, "--yes") == 0
    assert bank.read_text("utf-8") == text


def test_ids_are_written_last(course: Path) -> None:
    (course / "course" / "course.lock").unlink()
    bank = course / BANK
    bank.write_text(bank.read_text("utf-8").replace("<!-- #silence -->\n", ""), "utf-8")
    assert fix(course, "--yes") == 0
    assert "<!-- #she-falls-silent -->" in bank.read_text("utf-8")
    assert "she-falls-silent: 1" in (course / "course" / "course.lock").read_text("utf-8")


def test_a_guess_is_left_alone_until_it_is_asked_for(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = course / PAGE
    page.write_bytes(page.read_bytes().replace(b"Book2020", b"Book2021"))
    before = everything(course)
    assert fix(course, "--yes") == 1
    assert everything(course) == before
    assert "--guesses" in capsys.readouterr().err
    assert fix(course, "--yes", "--guesses") == 0
    assert b"[@Book2020]" in page.read_bytes()


def test_without_a_terminal_nothing_is_written(
    course: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (course / PAGE).write_bytes(BEGUN + b"hid\xe2\x80\x8bden\n" + ENDED)
    before = everything(course)
    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        fix(course)
    assert everything(course) == before
    said = capsys.readouterr()
    assert "+hidden" in said.err
    assert "add --yes" in said.err
    assert "MB231" in said.out


@pytest.mark.parametrize(("answer", "written"), [(True, True), (False, False)])
def test_at_a_terminal_it_asks(
    course: Path, answer: bool, written: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (course / PAGE).write_bytes(BEGUN + b"hid\xe2\x80\x8bden\n" + ENDED)
    asked: list[str] = []

    def confirm(question: str, **more: object) -> bool:
        asked.append(question)
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", confirm)
    fix(course)
    assert asked == ["1 finding can be mended in 1 file. Write it?"]
    assert (b"hidden" in (course / PAGE).read_bytes()) == written


def test_the_diff_is_one_for_git(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crlf = (BEGUN + b"hid\xe2\x80\x8bden\n" + ENDED).replace(
        b"\n", b"\r\n"
    ) + b"no\xe2\x80\x8b end"
    (course / PAGE).write_bytes(crlf)
    before = everything(course)
    assert run(["check", "--diff", "-C", str(course)]) == 1
    assert everything(course) == before
    patch = capsys.readouterr().out
    subprocess.run(["git", "init", "-q"], cwd=course, check=True)
    applied = subprocess.run(
        ["git", "apply", "-"], cwd=course, input=patch.encode(), capture_output=True
    )
    assert applied.returncode == 0, applied.stderr
    assert (course / PAGE).read_bytes() == crlf.replace(b"\xe2\x80\x8b", b"")
    assert run(["check", "--diff", "-C", str(course)]) == 0
    assert capsys.readouterr().out == ""


def test_findings_of_programs_stay_programs(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course / PAGE).write_bytes(BEGUN + b"hid\xe2\x80\x8bden\n" + ENDED)
    run(["check", "--fix", "--yes", "-C", str(course), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert "MB231" not in {each["code"] for each in found}


@pytest.mark.parametrize(
    "wish",
    [{"yes": True}, {"guesses": True}, {"fix": True, "diff": True}, {"diff": True, "yes": True}],
)
def test_what_does_not_go_together(wish: dict[str, bool]) -> None:
    with pytest.raises(Problem):
        Wish(**wish)


def test_of_two_fixes_of_one_place_the_first_counts(course: Path) -> None:
    tree = read_tree(course, Collector())
    at = Span(PAGE, 1, 1, 3)
    first = RULE.at(at, "a", fix=Fix("---", "+++"))
    whole = Fix(edits=(Edit(Span(PAGE, 1, 2, 1), "x"), Edit(Span(PAGE, 2, 1, 0), "y")))
    made = mending(tree, [first, RULE.at(at, "b", fix=whole)])
    assert made.count == 1
    assert made.files[PAGE][1].startswith("+++\ntitle")


def test_what_somebody_wrote_meanwhile_is_kept(course: Path) -> None:
    tree = read_tree(course, Collector())
    made = mending(tree, [RULE.at(Span(PAGE, 1, 1, 3), "a", fix=Fix("---", "+++"))])
    (course / PAGE).write_text("mine")
    with pytest.raises(ChangedMeanwhileError, match=PAGE):
        made.write(course)
    assert (course / PAGE).read_text() == "mine"
