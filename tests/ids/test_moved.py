"""`ids` proposes where pages went; `--moved` writes it, `--retire` does not want to know."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ids.course import (
    COURSE,
    LOCK,
    ONE,
    TWO,
    bank,
    commit,
    edit,
    errors,
    git,
    ids,
    lesson,
    lock,
    move,
    pages,
    rename_module,
    start,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Without git."""
    return start(tmp_path / "course")


def test_a_proposal_is_not_written_by_itself(root: Path) -> None:
    commit(root, first=True)
    before, text = pages(root), lock(root)
    move(root, f"{ONE}/03-feet.md", f"{TWO}/04-toes.md")
    status, said = ids(root)
    assert status == 0
    line = f"{TWO}/04-toes.md seems to be the page 'one/feet' (100% of its text, as git has it)"
    assert f"{line}: id: one/feet" in said and "ids --moved" in said
    assert errors(root) == ["lost-id"]
    status, said = ids(root, "--write")
    assert status == 1 and lock(root) == text  # neither retired nor given a new number
    status, said = ids(root, "--moved")
    assert status == 0 and f"written: {TWO}/04-toes.md" in said
    assert (root / TWO / "04-toes.md").read_text("utf-8").startswith("---\nid: one/feet\nminutes")
    assert pages(root) == before and lock(root) == text and errors(root) == []


def test_the_rest_is_written_beside_a_proposal(root: Path) -> None:
    commit(root, first=True)
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    (root / ONE / "09-new.md").write_text("# New\n\nWords of its own.\n", "utf-8")
    assert ids(root, "--write")[0] == 1
    assert "one/new: " in lock(root) and "one/toes" not in lock(root)
    assert "one/feet: " in lock(root) and "retired" not in lock(root)


def test_who_does_not_want_it_retires(root: Path) -> None:
    commit(root, first=True)
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    status, said = ids(root, "--write", "--retire")
    assert status == 0 and "seems to be" not in said
    assert "one/toes: " in lock(root) and "- one/feet=" in lock(root)
    assert ids(root, "--moved", "--retire")[0] == 2


def test_other_words_are_another_page(root: Path) -> None:
    commit(root, first=True)
    (root / ONE / "03-feet.md").unlink()
    (root / ONE / "03-toes.md").write_text("# On cabbage\n\nCut it fine.\n", "utf-8")
    assert "seems to be" not in ids(root)[1]
    assert ids(root, "--write")[0] == 0 and "- one/feet=" in lock(root)


def test_the_likest_of_several(root: Path) -> None:
    commit(root, first=True)
    text = (root / ONE / "03-feet.md").read_text("utf-8")
    (root / ONE / "05-short.md").write_text(text[: len(text) * 2 // 3], "utf-8")
    move(root, f"{ONE}/03-feet.md", f"{ONE}/06-toes.md")
    assert "06-toes.md seems to be the page 'one/feet'" in ids(root)[1]
    assert ids(root)[1].count("seems to be") == 1


def test_an_id_that_is_written_is_no_question(root: Path) -> None:
    commit(root, first=True)
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    edit(root, f"{ONE}/04-toes.md", "---\n", "---\nid: one/toes\n")
    assert "seems to be" not in ids(root)[1]


def test_an_id_without_its_module_is_written_anew(root: Path) -> None:
    commit(root, first=True)
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    edit(root, f"{ONE}/04-toes.md", "---\n", "---\nid: feet\n")
    assert errors(root) == []
    commit(root)
    move(root, f"{ONE}/04-toes.md", f"{TWO}/04-toes.md")
    assert errors(root) == ["lost-id"] and ids(root, "--moved")[0] == 0
    text = (root / TWO / "04-toes.md").read_text("utf-8")
    assert text.startswith("---\nid: one/feet\nminutes: 3\n---\n") and errors(root) == []


def test_no_git_but_scenes(root: Path) -> None:
    move(root, f"{ONE}/02-story.md", f"{TWO}/05-visit.md")
    said = ids(root, "--moved")[1]
    assert "written: course/02-two/05-visit.md" in said and errors(root) == []


def test_no_git_but_questions(root: Path) -> None:
    move(root, f"{ONE}/01-lesson.md", f"{ONE}/01-washing.md")
    assert "the page 'one/lesson' (it holds questions of the lock)" in ids(root)[1]


def test_no_git_but_what_a_quiz_draws(root: Path) -> None:
    names = ("first", "second", "third-1", "fourth")
    text = bank(*names).replace("kind: quiz\n", "kind: quiz\ndraw: 2\n")
    (root / "quizzes/01-one.md").write_text(text, "utf-8")
    edit(root, "quizzes/02-two.md", "#third", "#other")
    ids(root, "--write")
    move(root, "quizzes/01-one.md", "quizzes/01-one/05-test.md")
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    said = ids(root)[1]
    assert "05-test.md seems to be the page 'one/quiz' (its questions): id: one/quiz" in said
    assert "toes.md" not in said


def test_no_git_but_the_name_of_the_file(root: Path) -> None:
    move(root, f"{ONE}/03-feet.md", f"{TWO}/03-feet.md")
    assert "the page 'one/feet' (its name): id: one/feet" in ids(root)[1]


def test_no_git_but_the_pages_of_a_folder(root: Path) -> None:
    before = pages(root)
    rename_module(root, "02-two", "02-home")
    status, said = ids(root, "--moved")
    assert status == 0 and "written: course/02-home/index.md" in said
    assert said.count("written:") == 1
    assert pages(root) == before and errors(root) == []
    assert (root / "course/02-home/index.md").read_text("utf-8").startswith("---\nid: two\n---\n")


def test_neither_git_nor_anything_known(root: Path) -> None:
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    assert "seems to be" not in ids(root)[1]


def test_a_course_within_a_repository(tmp_path: Path) -> None:
    root = start(tmp_path / "all" / "courses" / "tiny")
    git(tmp_path / "all", "init", "-q", "-b", "main")
    commit(tmp_path / "all")
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    assert "04-toes.md seems to be the page 'one/feet'" in ids(root)[1]


def test_front_matter_of_old_counts(root: Path) -> None:
    """A page that had its id from its front matter, and lost it on the way."""
    edit(root, f"{ONE}/03-feet.md", "---\n", "---\nid: shoes\n")
    (root / LOCK).unlink()
    ids(root, "--write")
    commit(root, first=True)
    edit(root, f"{ONE}/03-feet.md", "id: shoes\n", "")
    assert "03-feet.md seems to be the page 'one/shoes'" in ids(root)[1]
    assert ids(root, "--moved")[0] == 0 and errors(root) == []


def test_a_new_module_beside_one_that_is_gone(root: Path) -> None:
    commit(root, first=True)
    shutil.rmtree(root / TWO)
    (root / "quizzes/02-two.md").unlink()
    (root / "course/02-home").mkdir()
    (root / "course/02-home/index.md").write_text("# Home\n\nAll is new.\n", "utf-8")
    (root / "course/02-home/01-one.md").write_text(lesson("hands"), "utf-8")
    edit(root, COURSE, "02-two", "02-home")
    assert "seems to be" not in ids(root)[1]


def test_a_hostile_repository_runs_nothing(root: Path) -> None:
    """What a repository may name as programs is not run by reading it."""
    commit(root, first=True)
    proof = root.parent / "proof"
    program = root.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch {proof}\n", "utf-8")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.x.textconv", "core.sshCommand"):
        git(root, "config", key, str(program))
    (root / ".gitattributes").write_text("* diff=x filter=x\n", "utf-8")
    git(root, "config", "filter.x.smudge", str(program))
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    assert "seems to be the page" in ids(root)[1]
    assert not proof.exists()


def test_many_at_once(root: Path) -> None:
    for number in range(250):
        words = f"# Page {number}\n\n" + " ".join(f"word{number}x{n}" for n in range(60))
        (root / ONE / f"a{number}.md").write_text(words, "utf-8")
    ids(root, "--write")
    commit(root, first=True)
    for number in range(250):
        move(root, f"{ONE}/a{number}.md", f"{ONE}/b{number}.md")
        if number % 2:
            edit(root, f"{ONE}/b{number}.md", f"word{number}x7 ", "begun anew ")
    started = time.monotonic()
    status, said = ids(root, "--moved")
    assert status == 0 and said.count("written:") == 250
    assert errors(root) == []
    assert time.monotonic() - started < 60


def test_what_is_not_decided_changes_nothing(root: Path) -> None:
    """A quiz that draws, its banks among them."""
    names = ("first", "second", "fourth")
    text = bank(*names).replace("kind: quiz\n", "kind: quiz\ndraw: 2\n")
    (root / "quizzes/01-one.md").write_text(text, "utf-8")
    ids(root, "--write")
    commit(root, first=True)
    rename_module(root, "01-one", "01-first-part")
    said = ids(root)[1]
    assert "seems to be the module 'one'" in said and "would change" not in said


def test_a_machine_without_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, first=True)
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    move(root, f"{ONE}/02-story.md", f"{ONE}/02-knock.md")
    monkeypatch.setenv("PATH", str(root))
    said = ids(root)[1]
    assert "02-knock.md seems to be the page 'one/story' (its scenes)" in said
    assert "toes.md" not in said


def test_a_hook_of_another_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, first=True)
    move(root, f"{ONE}/03-feet.md", f"{ONE}/04-toes.md")
    monkeypatch.setenv("GIT_DIR", str(root / "elsewhere"))
    assert "(100% of its text, as git has it)" in ids(root)[1]


def test_a_build_asks_neither_git_nor_packages() -> None:
    """What it trusts is the lock alone."""
    code = (
        "import moocbuild.api, moocbuild.build, moocbuild.cli.build, moocbuild.cli.check, sys;"
        "print(*[name for name in sys.modules if name.startswith('moocbuild.freeze')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
