"""Documents of Word as different people write questions in them, and what lies beside the text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx

from imports import asked, codes, of_text
from moocbuild.model.course import Course


def imported(
    tmp_path: Path, write: Callable[[Any], None], **parts: str
) -> tuple[list[str], Course]:
    made = docx.Document()
    write(made)
    stream = io.BytesIO()
    made.save(stream)
    with zipfile.ZipFile(stream, "a") as whole:
        for name, content in parts.items():
            whole.writestr(f"word/{name}.xml", content)
    outcome, course = of_text(tmp_path, "d.docx", stream.getvalue())
    return codes(outcome), course


def shares(course: Course) -> list[list[tuple[str, float]]]:
    return [
        [(told.text.plain, told.score) for group in each.interaction.groups() for told in group]
        for each in asked(course).values()
    ]


def test_a_numbered_list_of_questions_with_lists_of_options(tmp_path: Path) -> None:
    def write(made: Any) -> None:
        for stem, right in (("What rises?", 1), ("What is salty?", 0), ("Only a list", 9)):
            made.add_paragraph(stem, style="List Number")
            for number, words in enumerate(("Salt", "Dough")):
                run = made.add_paragraph(style="List Bullet 2").add_run(words)
                run.bold = number == right

    _, course = imported(tmp_path, write)
    assert shares(course) == [
        [("Salt", 0.0), ("Dough", 1.0)],
        [("Salt", 1.0), ("Dough", 0.0)],
    ]
    page = next((tmp_path / "made/course").glob("*/index.md")).read_text("utf-8")
    assert "Only a list" in page and "What rises?" not in page


def test_letters_of_any_alphabet_with_a_mark_before(tmp_path: Path) -> None:
    def write(made: Any) -> None:
        made.add_paragraph("Что солёное?", style="List Number")
        for words in ("а) Вода", "*б) Соль", "в) Мука"):
            made.add_paragraph(words)

    _, course = imported(tmp_path, write)
    assert shares(course) == [[("Вода", 0.0), ("Соль", 1.0), ("Мука", 0.0)]]


def test_comments_are_told(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    comments = f'<w:comments xmlns:w="{space}"><w:comment w:id="0"/></w:comments>'

    def write(made: Any) -> None:
        made.add_paragraph("Text.")

    found, _ = imported(tmp_path, write, comments=comments)
    assert "MB469 0" in found
