"""All or nothing: a second import changes nothing, and nothing is ever written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from imports import brought, tree
from moocbuild.cli import run
from moocbuild.importing.errors import ImportFailed

GIFT = "::Cats:: What do cats eat? {=Mice ~Grass}\n\n// [tag:L.1]\nTwo? {#2}\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    (tmp_path / "bank.gift").write_text(GIFT, "utf-8")
    return tmp_path / "bank.gift"


def test_import_build_import_changes_nothing(
    bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["import", "bank.gift", "--into", "course"]) == 0
    assert run(["build", "-C", "course", "-t", "web", "--no-cache"]) == 0
    before = tree(tmp_path / "course")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")  # on another day
    capsys.readouterr()
    assert run(["import", "bank.gift", "--into", "course"]) == 0
    assert "nothing to change" in capsys.readouterr().err
    assert tree(tmp_path / "course") == before


def test_edits_are_never_written_over(bank: Path, tmp_path: Path) -> None:
    brought(tmp_path / "made", bank)
    quiz = tmp_path / "made/quizzes/01-bank.md"
    quiz.write_text(quiz.read_text("utf-8").replace("Mice", "Fish"), "utf-8")
    before = tree(tmp_path)
    with pytest.raises(ImportFailed) as failed:
        brought(tmp_path / "made", bank)
    assert failed.value.finding.rule.code == "MB452"
    assert "quizzes/01-bank.md" in failed.value.finding.message
    assert tree(tmp_path) == before


def test_a_folder_with_other_things_keeps_them(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made/notes.txt").write_text("mine", "utf-8")
    brought(tmp_path / "made", bank)
    assert (tmp_path / "made/notes.txt").read_text("utf-8") == "mine"
    assert (tmp_path / "made/course/course.yml").exists()


def test_a_course_that_is_there_is_left_alone(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "made/course").mkdir(parents=True)
    (tmp_path / "made/course/mine.md").write_text("mine", "utf-8")
    before = tree(tmp_path)
    with pytest.raises(ImportFailed):
        brought(tmp_path / "made", bank)
    assert tree(tmp_path) == before


def test_several_files_are_one_course(tmp_path: Path) -> None:
    (tmp_path / "one.gift").write_text("A? {=a ~b}\n", "utf-8")
    (tmp_path / "two.csv").write_text("question,option a,option b,answer\nA?,x,y,B\n", "utf-8")
    made = brought(tmp_path / "made", tmp_path / "one.gift", tmp_path / "two.csv", title="Both")
    assert [unit.title for unit in made.brought.units] == ["one", "two"]
    ids = [q.id for unit in made.brought.units for page in unit.pages for q in page.questions]
    assert ids == ["a", "a-2"]


def test_what_cannot_be_read_leaves_nothing(tmp_path: Path) -> None:
    for name, content in {
        "a.xml": b"<quiz><question type='truefalse'>",
        "b.xml": b"<!DOCTYPE quiz [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><quiz><question/></quiz>",
        "c.zip": b"PK\x03\x04 and no more",
        "d.gift": b"",
        "e.bin": b"\0\1\2",
    }.items():
        (tmp_path / name).write_bytes(content)
        before = tree(tmp_path)
        assert run(["import", str(tmp_path / name), "--into", str(tmp_path / "made")]) in (1, 2)
        assert tree(tmp_path) == before, name
