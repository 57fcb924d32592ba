"""`ids --write` beside other errors: what is new is frozen, and nothing is retired."""

from __future__ import annotations

from pathlib import Path

import pytest

from ids.course import (
    LOCK,
    ONE,
    TWO,
    append,
    edit,
    errors,
    ids,
    lock,
    move,
    question,
    questions,
    start,
)

BANK = "quizzes/01-one.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return start(tmp_path / "course")


def test_new_ids_are_frozen(root: Path) -> None:
    edit(root, f"{ONE}/03-feet.md", "Shoes", "[Shoes](nowhere.md)")
    append(root, BANK, "\n" + question("fresh").replace("<!-- #fresh -->\n", ""))
    status, said = ids(root, "--write")
    assert status == 0 and "MB106" in said and "nothing was retired" in said
    assert "<!-- #ask-fresh -->" in (root / BANK).read_text("utf-8")
    assert "  ask-fresh: 6\n" in lock(root)
    assert errors(root) == ["dead-link"]


def test_nothing_is_retired(root: Path) -> None:
    edit(root, BANK, "#second", "#changed")
    edit(root, BANK, "That is not.", "A word that nobody knows yet, whatever it was before.")
    edit(root, f"{ONE}/03-feet.md", "Shoes", "[Shoes](nowhere.md)")
    assert ids(root, "--write")[0] == 0
    assert "  second: " in lock(root) and "  changed: 6\n" in lock(root)
    assert "retired" not in lock(root) and "b: That is not." in lock(root)
    edit(root, f"{ONE}/03-feet.md", "[Shoes](nowhere.md)", "Shoes")
    assert ids(root, "--write")[0] == 0
    assert "- second=" in lock(root)


WRONG = {
    "front matter that is not YAML": (f"{ONE}/03-feet.md", "minutes: 3", "minutes: [3"),
    "front matter without an end": (f"{ONE}/03-feet.md", "3\n---", "3\n"),
    "another kind": (f"{ONE}/02-story.md", "kind: scenario", "kind: play"),
    "not a course": ("course/course.yml", "released: 2026-01-02", "released: soon"),
    "no course at all": ("course/course.yml", "id: tiny", "id: [tiny"),
    "no framework": ("course/framework.yml", "id: items", "id: [items"),
    "a control character": (f"{ONE}/01-lesson.md", "Warm", "\x01Warm"),
    "an id twice": (BANK, "#second", "#first"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_loses_nothing(root: Path, name: str) -> None:
    path, old, new = WRONG[name]
    before, numbers = lock(root), questions(root)
    text = (root / path).read_text("utf-8")
    edit(root, path, old, new)
    assert errors(root)
    assert ids(root, "--write")[0] == 0
    assert lock(root) == before
    (root / path).write_text(text, "utf-8")
    assert ids(root, "--write")[0] == 0
    assert lock(root) == before and questions(root) == numbers


def test_an_id_that_must_change_is_not_frozen(root: Path) -> None:
    """A file with a name that is no id: it will be renamed."""
    (root / ONE / "04-脚.md").write_text("# Toe\n\nWords.\n", "utf-8")
    assert errors(root) == ["bad-id"]
    assert ids(root, "--write")[0] == 0
    assert "脚" not in lock(root)


def test_a_lock_that_cannot_be_read_is_left_alone(root: Path) -> None:
    text = lock(root) + "nonsense: 1\n"
    (root / LOCK).write_text(text, "utf-8")
    status, said = ids(root, "--write")
    assert status == 1 and "fix course.lock first; nothing was written" in said
    assert lock(root) == text


def test_a_retired_id_in_use_is_not_frozen_anew(root: Path) -> None:
    text = (root / BANK).read_text("utf-8")
    edit(root, BANK, "#second", "#changed")
    ids(root, "--write")
    before = lock(root)
    (root / BANK).write_text(text, "utf-8")
    assert errors(root) == ["lost-id", "retired-id"]
    assert ids(root, "--write")[0] == 0 and lock(root) == before


def test_a_folder_that_is_refused_keeps_its_lock(root: Path, tmp_path: Path) -> None:
    before = lock(root)
    (root / "course").rename(tmp_path / "elsewhere")
    (root / "course").symlink_to(tmp_path / "elsewhere")
    status, said = ids(root, "--write")
    assert status == 1 and "symbolic link" in said
    assert lock(root) == before


@pytest.mark.parametrize("wrong", ["id: [tiny", "id: tiny\nmodules: 7\nx:"])
def test_what_may_be_no_module_is_not_frozen(root: Path, wrong: str) -> None:
    (root / LOCK).unlink()
    text = (root / "course/course.yml").read_text("utf-8").replace("modules:", "others:")
    (root / "course/course.yml").write_text(text.replace("id: tiny", wrong), "utf-8")
    assert ids(root, "--write")[0] == 0
    assert "first" not in lock(root) and "one/" not in lock(root)


def test_a_slip_in_the_settings_keeps_nothing_from_being_frozen(root: Path) -> None:
    edit(root, "course/course.yml", "released: 2026-01-02", "released: soon")
    append(root, BANK, "\n" + question("fresh"))
    assert ids(root, "--write")[0] == 0
    assert "  fresh: 6\n" in lock(root)


def test_a_lost_option_is_told_where_nothing_else_stands_in_the_way(root: Path) -> None:
    assert "MB155" not in ids(root)[1]
    edit(root, BANK, "- [x] This is second.", "- [x] Quite another answer, at last.")
    assert "MB155" in ids(root)[1]
    move(root, f"{ONE}/02-story.md", f"{TWO}/05-visit.md")
    said = ids(root)[1]
    assert "seems to be the page" in said and "MB155" not in said
