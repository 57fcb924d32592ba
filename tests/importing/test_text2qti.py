"""text2qti: what belongs to nothing is said, and programs in it are not run."""

from __future__ import annotations

from pathlib import Path

from imports import asked, codes, of_text


def test_blanks_at_the_end_of_a_line(tmp_path: Path) -> None:
    made, course = of_text(
        tmp_path, "quiz.txt", "1.  Write.  \n____  \n\n2.  Or?  \na)  b  \n*b) c  \n"
    )
    assert [each.kind for each in asked(course).values()] == ["journal", "single"]
    assert codes(made)[0] == "MB467 1"


def test_a_program_is_not_run_and_not_read(tmp_path: Path) -> None:
    text = (
        "1.  Or?\na)  b\n*b) c\n\n```{.python .run}\n"
        "print('''\n2.  Made?\na)  b\n*b) c\n''')\n```\n"
        "3.  With code:\n\n    ```\n    x\n    ```\n*a) d\nb)  e\n"
    )
    made, course = of_text(tmp_path, "quiz.txt", text)
    assert [each.prompt.plain for each in asked(course).values()] == ["Or?", "With code: x"]
    assert "MB455 5" in codes(made)


def test_a_text_between_questions_is_a_page(tmp_path: Path) -> None:
    text = (
        "Quiz title: Oven\nText title: Before\nText: Wash\n  your hands.\n\n"
        "1.  Or?\na)  b\n*b) c\n"
    )
    made, _ = of_text(tmp_path, "quiz.txt", text)
    page, _ = made.brought.units[0].pages
    assert (page.title, page.body.plain) == ("Before", "Wash your hands.")
    assert "MB470 3" in codes(made)


def test_a_description_of_several_lines(tmp_path: Path) -> None:
    text = "Quiz title: Oven\nQuiz description: All\n  about it.\n\n1.  Or?\na)  b\n*b) c\n"
    made, _ = of_text(tmp_path, "quiz.txt", text)
    assert made.brought.units[0].pages[0].intro.plain == "All about it."


def test_nothing_is_passed_over(tmp_path: Path) -> None:
    text = "1.  Or?\n+   Yes.\n-   No.\na)  b\n*b) c\n\n@gap x) y\n"
    made, course = of_text(tmp_path, "quiz.txt", text)
    assert next(iter(asked(course).values())).explanation.plain == "Yes. No."
    assert {"MB470 1", "MB469 7"} <= set(codes(made))
