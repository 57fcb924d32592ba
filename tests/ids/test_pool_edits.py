"""Quizzes and their pools are renamed, moved, split, merged: each keeps its answers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ids.course import (
    COURSE,
    TWO,
    append,
    bank,
    commit,
    edit,
    errors,
    git,
    ids,
    move,
    question,
    read,
    rename_module,
    start,
    take_out,
)
from ids.test_edits import Learner, web
from moocbuild.model.outline import quizzes
from moocbuild.model.question import ChoiceInteraction

SHARED, MORE = "quizzes/pools/01-shared.md", "quizzes/pools/02-more.md"
ONE_QUIZ, TWO_QUIZ, END_QUIZ = "quizzes/01-one.md", "quizzes/02-two.md", "quizzes/03-end.md"
ASKED = {
    ONE_QUIZ: "{shared: all}",
    TWO_QUIZ: "{shared: [p-one, p-two], more: all}",
    END_QUIZ: "{more: all, shared: [p-one]}",
}


def pool(title: str, *questions: str) -> str:
    return f"# {title}\n\n" + "\n".join(map(question, questions))


def asking(path: str, *own: str) -> str:
    return bank(*own).replace("pass_mark", f"pools: {ASKED[path]}\npass_mark")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three quizzes that ask two pools; all frozen."""
    root = start(tmp_path_factory.mktemp("before") / "course")
    files = {
        SHARED: pool("Shared", "p-one", "p-two", "p-three"),
        MORE: pool("More", "m-one"),
        ONE_QUIZ: asking(ONE_QUIZ, "first", "second"),
        TWO_QUIZ: asking(TWO_QUIZ, "third"),
        END_QUIZ: asking(END_QUIZ, "fourth"),
        "course/03-end/index.md": "# End\n\nThe last part.\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    edit(root, COURSE, "  - 02-two\n", "  - 02-two\n  - 03-end\n")
    assert ids(root, "--write")[0] == 0
    commit(root, first=True)
    return root


def rename_a_quiz(root: Path) -> None:
    move(root, TWO_QUIZ, "quizzes/02-two/01-check.md")


def rename_a_quiz_with_git(root: Path) -> None:
    (root / "quizzes/02-two").mkdir()
    git(root, "mv", TWO_QUIZ, "quizzes/02-two/07-test.md")


def move_a_quiz_to_another_module(root: Path) -> None:
    move(root, TWO_QUIZ, "quizzes/01-one/02-more.md")


def a_quiz_among_lessons(root: Path) -> None:
    move(root, END_QUIZ, "course/03-end/04-last.md")


def rename_a_folder(root: Path) -> None:
    rename_module(root, "02-two", "02-home")


def rename_all_folders(root: Path) -> None:
    rename_module(root, "01-one", "01-away")
    rename_module(root, "02-two", "02-home")


def renumber_modules(root: Path) -> None:
    rename_module(root, "01-one", "08-one")
    rename_module(root, "03-end", "01-end")


def modules_in_another_order(root: Path) -> None:
    edit(root, COURSE, "  - 01-one\n  - 02-two\n", "  - 02-two\n  - 01-one\n")


def merge_modules(root: Path) -> str:
    for name in ("01-sleep.md", "02-bread.md"):
        move(root, f"{TWO}/{name}", f"course/01-one/1{name}")
    move(root, TWO_QUIZ, "quizzes/01-one/02-more.md")
    (root / TWO / "index.md").unlink()
    edit(root, COURSE, "  - 02-two\n", "")
    return "Two"


def renumber_a_pool(root: Path) -> None:
    move(root, SHARED, "quizzes/pools/07-shared.md")


def rename_a_pool(root: Path) -> None:
    move(root, SHARED, "quizzes/pools/everywhere.md")
    for name in ASKED:
        edit(root, name, "shared:", "everywhere:")


def pool_in_another_order(root: Path) -> None:
    asked = take_out(root, SHARED, "p-one")
    append(root, SHARED, asked)


def split_a_pool(root: Path) -> None:
    asked = take_out(root, SHARED, "p-three")
    (root / "quizzes/pools/third.md").write_text("# Third\n" + asked, "utf-8")
    edit(root, ONE_QUIZ, "{shared: all}", "{shared: all, third: all}")


def merge_pools(root: Path) -> None:
    append(root, SHARED, take_out(root, MORE, "m-one"))
    (root / MORE).unlink()
    edit(root, ONE_QUIZ, "{shared: all}", "{shared: [p-one, p-two, p-three]}")
    edit(root, TWO_QUIZ, "{shared: [p-one, p-two], more: all}", "{shared: [p-one, p-two, m-one]}")
    edit(root, END_QUIZ, "{more: all, shared: [p-one]}", "{shared: [p-one, m-one]}")


def a_question_into_a_pool(root: Path) -> None:
    """The second quiz asks it, too, and begins anew there."""
    append(root, SHARED, take_out(root, ONE_QUIZ, "second"))
    edit(root, TWO_QUIZ, "[p-one, p-two]", "[p-one, p-two, second]")


def a_question_out_of_a_pool(root: Path) -> None:
    """To its home, which alone asked it."""
    append(root, ONE_QUIZ, take_out(root, SHARED, "p-three"))


def another_quiz_asks_the_pool(root: Path) -> None:
    text = bank("fifth").replace("pass_mark", "pools: [shared, more]\npass_mark")
    (root / "quizzes/01-one").mkdir()
    (root / "quizzes/01-one/00-before.md").write_text(text, "utf-8")


def more_questions(root: Path) -> None:
    edit(root, SHARED, "# Shared\n", "# Shared\n\n" + question("p-new"))


def draw_instead_of_all(root: Path) -> None:
    edit(root, ONE_QUIZ, "{shared: all}", "{shared: 2}")


def retitle_and_mend(root: Path) -> None:
    edit(root, SHARED, "## Ask p-one", "## Who is p-one?")
    edit(root, SHARED, "Which one is p-two?", "Which of them is p-two?")


def retire_and_put_back(root: Path) -> None:
    text = (root / TWO_QUIZ).read_text("utf-8")
    (root / TWO_QUIZ).unlink()
    assert ids(root, "--write", "--retire")[0] == 0
    commit(root)
    (root / TWO_QUIZ).write_text(text, "utf-8")
    for id in ("two/quiz", "third"):
        assert ids(root, "--restore", id)[0] == 0, id


EDITS: dict[str, Callable[[Path], object]] = {
    made.__name__: made
    for made in (
        rename_a_quiz,
        rename_a_quiz_with_git,
        move_a_quiz_to_another_module,
        a_quiz_among_lessons,
        rename_a_folder,
        rename_all_folders,
        renumber_modules,
        modules_in_another_order,
        merge_modules,
        renumber_a_pool,
        rename_a_pool,
        pool_in_another_order,
        split_a_pool,
        merge_pools,
        a_question_into_a_pool,
        a_question_out_of_a_pool,
        another_quiz_asks_the_pool,
        more_questions,
        draw_instead_of_all,
        retitle_and_mend,
        retire_and_put_back,
    )
}


def edited(name: str, before: Path, root: Path) -> None:
    shutil.copytree(before, root)
    EDITS[name](root)
    status, said = ids(root, "--moved", "--write")
    assert status == 0, said
    assert errors(root) == [], said
    assert ids(root)[1].strip() == "all ids are frozen"


def kept(root: Path) -> dict[tuple[str, str], tuple[int, dict[str, str]]]:
    """Title of each quiz and id of each question in it → where its answers are kept."""
    found = {}
    for quiz in quizzes(read(root)[0]):
        for each in quiz.questions:
            asks = each.interaction
            assert isinstance(asks, ChoiceInteraction)
            letters = {choice.id: choice.text.plain for choice in asks.choices}
            found[quiz.title, each.id] = (each.ordinal, letters)
    return found


@pytest.mark.parametrize("name", EDITS)
def test_numbers_stay_and_are_nobody_elses(name: str, before: Path, tmp_path: Path) -> None:
    was = kept(before)
    edited(name, before, tmp_path / "c")
    now = kept(tmp_path / "c")
    assert {asked: now[asked] for asked in was} == was
    numbers = [number for number, _ in now.values()]
    assert len(set(numbers)) == len(numbers)


def answer(learner: Learner, page: str, id: str, *, right: bool) -> None:
    learner.open(page)
    (form,) = (
        form
        for form in learner.page.locator("form.question").all()
        if form.get_attribute("id") == f"q-{id}"
    )
    form.locator("label", has_text=f"This is {id}." if right else "That is not.").click()
    form.locator("[type=submit]").click()


def verdicts(learner: Learner) -> dict[tuple[str, str], str]:
    """Title of each quiz and id of each question → what is said of an earlier answer."""
    said: dict[tuple[str, str], str] = {}
    for name in learner.files:
        if name.endswith(".html") and b'class="quiz"' in learner.files[name]:
            learner.open(name)
            title = learner.page.locator("h1").inner_text()
            found = learner.page.locator(".quiz .question").evaluate_all(
                "forms => forms.map(f => [f.id, f.querySelector('.verdict').textContent])"
            )
            said.update({(title, id.removeprefix("q-")): words for id, words in found})
    return said


@pytest.fixture(scope="module")
def learned(before: Path, shared_browser: Any) -> tuple[Any, dict[tuple[str, str], str]]:
    learner = Learner(shared_browser)
    learner.files = web(before)
    answer(learner, "one.quiz.html", "second", right=True)
    answer(learner, "one.quiz.html", "p-one", right=True)
    answer(learner, "one.quiz.html", "p-three", right=False)
    answer(learner, "two.quiz.html", "p-one", right=False)
    answer(learner, "two.quiz.html", "m-one", right=True)
    storage = learner.context.storage_state()
    said = verdicts(learner)
    learner.context.close()
    return storage, said


@pytest.mark.browser
def test_one_question_is_answered_in_each_quiz_by_itself(learned: tuple[Any, Any]) -> None:
    said = {(title.split()[-1], id): words for (title, id), words in learned[1].items()}
    one, two, end = (said[quiz, "p-one"] for quiz in ("first", "third", "fourth"))
    assert end == "" and one != two and "" not in (one, two)
    assert said["fourth", "m-one"] == "" != said["third", "m-one"] == one
    assert said["third", "p-two"] == said["first", "p-two"] == ""


@pytest.mark.browser
@pytest.mark.parametrize("name", EDITS)
def test_in_the_player(
    name: str, before: Path, tmp_path: Path, learned: tuple[Any, Any], shared_browser: Any
) -> None:
    storage, was = learned
    edited(name, before, tmp_path / "c")
    learner = Learner(shared_browser, storage)
    learner.files = web(tmp_path / "c")
    now = verdicts(learner)
    learner.context.close()
    assert {asked: now[asked] for asked in was} == was
    assert not any(words for asked, words in now.items() if asked not in was)
