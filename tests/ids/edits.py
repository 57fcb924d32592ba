"""What authors do to a course that learners are in: by name, each a script.

An edit may say titles of pages that are then gone, or whose words are another page's now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ids.course import (
    COURSE,
    ONE,
    TWO,
    WORDS,
    append,
    bank,
    commit,
    edit,
    git,
    ids,
    move,
    rename_module,
    take_out,
)

Edit = Callable[[Path], object]


def rename_a_lesson(root: Path) -> None:
    move(root, f"{ONE}/03-feet.md", f"{ONE}/03-cold-toes.md")


def rename_and_mend(root: Path) -> None:
    rename_a_lesson(root)
    edit(root, f"{ONE}/03-cold-toes.md", "Shoes wait", "Boots and shoes are waiting")


def rename_and_commit_before_ids_are_frozen(root: Path) -> None:
    rename_a_lesson(root)
    commit(root)


def rename_with_git(root: Path) -> None:
    git(root, "mv", f"{ONE}/03-feet.md", f"{ONE}/05-toes.md")


def rename_twice(root: Path) -> None:
    rename_a_lesson(root)
    ids(root, "--moved", "--write")
    commit(root)
    move(root, f"{ONE}/03-cold-toes.md", f"{TWO}/07-shoes.md")


def move_to_another_module(root: Path) -> None:
    move(root, f"{ONE}/03-feet.md", f"{TWO}/03-feet.md")


def move_and_rename(root: Path) -> None:
    move(root, f"{ONE}/01-lesson.md", f"{TWO}/00-washing.md")


def rename_a_folder(root: Path) -> None:
    rename_module(root, "02-two", "02-home")


def rename_a_folder_and_a_lesson(root: Path) -> None:
    rename_a_folder(root)
    move(root, "course/02-home/02-bread.md", "course/02-home/02-loaf.md")


def rename_a_folder_and_move_a_lesson_out(root: Path) -> None:
    rename_a_folder(root)
    move(root, "course/02-home/02-bread.md", f"{ONE}/09-bread.md")


def renumber(root: Path) -> None:
    move(root, f"{TWO}/01-sleep.md", f"{TWO}/05-sleep.md")
    rename_module(root, "02-two", "07-two")


def a_bank_into_its_folder(root: Path) -> None:
    move(root, "quizzes/02-two.md", "quizzes/02-two/01-check.md")


def a_bank_among_lessons(root: Path) -> None:
    move(root, "quizzes/02-two.md", f"{TWO}/01-before.md")


def rename_a_simulation(root: Path) -> None:
    move(root, f"{ONE}/02-story.md", f"{ONE}/02-knock.md")


def move_a_simulation(root: Path) -> None:
    move(root, f"{ONE}/02-story.md", f"{TWO}/09-knock.md")


def split_a_lesson(root: Path) -> None:
    """Its question goes to the new one."""
    asked = take_out(root, f"{ONE}/01-lesson.md", "in-hands")
    (root / ONE / "01-more.md").write_text(f"# More on hands\n\nA word.\n{asked}", "utf-8")


def split_a_lesson_under_new_names(root: Path) -> None:
    asked = take_out(root, f"{ONE}/01-lesson.md", "in-hands")
    (root / ONE / "01-more.md").write_text(f"# More on hands\n\nA word.\n{asked}", "utf-8")
    move(root, f"{ONE}/01-lesson.md", f"{ONE}/01-soap.md")


def merge_lessons(root: Path) -> str:
    """One of them is gone, its words and its question are with the other."""
    asked = take_out(root, f"{TWO}/01-sleep.md", "in-sleep")
    (root / TWO / "01-sleep.md").unlink()
    append(root, f"{TWO}/02-bread.md", f"\n{WORDS['sleep']}\n{asked}")
    return "On sleep"


def split_a_module(root: Path) -> None:
    (root / "course/03-three").mkdir()
    (root / "course/03-three/index.md").write_text("# Three\n\nA third part.\n", "utf-8")
    edit(root, COURSE, "  - 02-two\n", "  - 02-two\n  - 03-three\n")
    move(root, f"{TWO}/02-bread.md", "course/03-three/01-bread.md")


def merge_modules(root: Path) -> str:
    for name in ("01-sleep.md", "02-bread.md"):
        move(root, f"{TWO}/{name}", f"{ONE}/1{name}")
    move(root, "quizzes/02-two.md", "quizzes/01-one/02-more.md")
    (root / TWO / "index.md").unlink()
    edit(root, COURSE, "  - 02-two\n", "")
    return "Two"


def swap_two_files(root: Path) -> None:
    """Both names are known already: only the author can say so."""
    move(root, f"{TWO}/01-sleep.md", f"{TWO}/x.md")
    move(root, f"{TWO}/02-bread.md", f"{TWO}/02-sleep.md")
    move(root, f"{TWO}/x.md", f"{TWO}/01-bread.md")
    edit(root, f"{TWO}/02-sleep.md", "---\n", "---\nid: bread\n")
    edit(root, f"{TWO}/01-bread.md", "---\n", "---\nid: sleep\n")


def move_questions(root: Path) -> None:
    asked = take_out(root, f"{ONE}/01-lesson.md", "in-hands")
    append(root, "quizzes/02-two.md", asked)
    append(root, f"{TWO}/02-bread.md", take_out(root, "quizzes/01-one.md", "second"))


def retire_by_mistake(root: Path) -> None:
    rename_a_lesson(root)
    ids(root, "--write", "--retire")
    commit(root)
    edit(root, f"{ONE}/03-cold-toes.md", "---\n", "---\nid: feet\n")
    ids(root, "--restore", "one/feet")


def delete_and_put_back(root: Path) -> None:
    kept = {name: (root / name).read_text("utf-8") for name in ("quizzes/02-two.md",)}
    (root / "quizzes/02-two.md").write_text(bank("other"), "utf-8")
    ids(root, "--write")
    commit(root)
    for name, text in kept.items():
        (root / name).write_text(text, "utf-8")
    ids(root, "--restore", "third")


def delete_a_simulation_and_put_it_back(root: Path) -> None:
    text = (root / ONE / "02-story.md").read_text("utf-8")
    (root / ONE / "02-story.md").unlink()
    ids(root, "--write")
    (root / ONE / "02-story.md").write_text(text, "utf-8")
    ids(root, "--restore", "one/story")


EDITS: Mapping[str, Edit] = {
    edit.__name__: edit
    for edit in (
        rename_a_lesson,
        rename_and_mend,
        rename_and_commit_before_ids_are_frozen,
        rename_with_git,
        rename_twice,
        move_to_another_module,
        move_and_rename,
        rename_a_folder,
        rename_a_folder_and_a_lesson,
        rename_a_folder_and_move_a_lesson_out,
        renumber,
        a_bank_into_its_folder,
        a_bank_among_lessons,
        rename_a_simulation,
        move_a_simulation,
        split_a_lesson,
        split_a_lesson_under_new_names,
        merge_lessons,
        split_a_module,
        merge_modules,
        swap_two_files,
        move_questions,
        retire_by_mistake,
        delete_and_put_back,
        delete_a_simulation_and_put_it_back,
    )
}
