"""`ids --restore`: what was retired comes back with its number and letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from ids.course import (
    LOCK,
    ONE,
    edit,
    errors,
    ids,
    lock,
    pages,
    questions,
    read,
    start,
    take_out,
)
from moocbuild.model.question import ChoiceInteraction

BANK = "quizzes/01-one.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return start(tmp_path / "course")


def letters(root: Path, id: str) -> dict[str, str]:
    (asked,) = (q for q in read(root)[0].questions() if q.id == id)
    assert isinstance(asked.interaction, ChoiceInteraction)
    return {choice.text.plain: choice.id for choice in asked.interaction.choices}


def test_a_question_with_its_letters(root: Path) -> None:
    right = "- [x] This is second."
    edit(root, BANK, right, f"- [ ] Neither one nor two.\n    > No.\n{right}")
    ids(root, "--write")
    assert list(letters(root, "second").values()) == ["c", "a", "b"]
    before, number = lock(root), questions(root)["second"]
    text = (root / BANK).read_text("utf-8")
    take_out(root, BANK, "second")
    ids(root, "--write")
    assert "- second=" in lock(root)
    (root / BANK).write_text(text, "utf-8")
    assert "retired-id" in errors(root)
    status, said = ids(root, "--restore", "second")
    assert status == 0 and "written: course/course.lock" in said
    assert errors(root) == [] and questions(root)["second"] == number
    assert lock(root) == before


def test_an_option_with_its_letter(root: Path) -> None:
    before = letters(root, "second")
    text = (root / BANK).read_text("utf-8")
    other = text.replace("- [x] This is second.", "- [x] Quite another answer, at last.")
    (root / BANK).write_text(other, "utf-8")
    ids(root, "--write")
    assert "- a=This is second." in lock(root)
    assert "a" not in letters(root, "second").values()
    (root / BANK).write_text(text, "utf-8")
    assert letters(root, "second") == before
    ids(root, "--write")
    assert "a=This is second." not in lock(root)


def test_a_simulation_with_its_scenes(root: Path) -> None:
    before = lock(root)
    text = (root / ONE / "02-story.md").read_text("utf-8")
    (root / ONE / "02-story.md").unlink()
    ids(root, "--write")
    assert "- door=1" in lock(root)
    (root / ONE / "02-story.md").write_text(text, "utf-8")
    assert ids(root, "--restore", "one/story")[0] == 0
    assert lock(root) == before and errors(root) == []


def test_what_is_not_retired(root: Path) -> None:
    take_out(root, BANK, "second")
    ids(root, "--write")
    before = lock(root)
    status, said = ids(root, "--restore", "secnod")
    assert status == 2 and "no retired id 'secnod'" in said and "did you mean 'second'?" in said
    assert lock(root) == before


def test_a_number_that_is_another_s(root: Path) -> None:
    take_out(root, BANK, "second")
    ids(root, "--write")
    number = next(n for n in range(1, 9) if f"- second={n}\n" in lock(root))
    edit(root, LOCK, "questions:\n", f"questions:\n  other: {number}\n")
    status, said = ids(root, "--restore", "second")
    assert status == 2 and "its number is another's" in said


def test_an_old_lock_has_ids_without_numbers(root: Path) -> None:
    with (root / LOCK).open("a", encoding="utf-8") as file:
        file.write("retired:\n  questions: [old]\n")
    status, said = ids(root, "--restore", "old")
    assert status == 2 and "its number is not known" in said


def test_a_lock_that_cannot_be_read(root: Path) -> None:
    (root / LOCK).write_text("questions: [\n", "utf-8")
    assert ids(root, "--restore", "first")[0] == 2


def test_a_module_with_its_pages(root: Path) -> None:
    before = pages(root)
    text = (root / "course/course.yml").read_text("utf-8")
    for name in ("course/02-two", "quizzes/02-two.md"):
        (root / name).rename(root / f"away-{name.replace('/', '-')}")
    edit(root, "course/course.yml", "  - 02-two\n", "")
    ids(root, "--write")
    assert lock(root).count("- two/") == 4
    for name in ("course/02-two", "quizzes/02-two.md"):
        (root / f"away-{name.replace('/', '-')}").rename(root / name)
    (root / "course/course.yml").write_text(text, "utf-8")
    assert ids(root, "--restore", "two", "--restore", "third", "--restore", "in-sleep")[0] == 0
    assert pages(root) == before and errors(root) == []
