"""Moodle's file picker in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def choose(page: Any, button: str, file: Path) -> None:
    """Uploads a file with the picker that a button opens.

    It shows the form for uploads by itself, as start.php has it as what the person used last.
    Whoever clicks *Upload a file* as well gets the form twice, the second one without the file.
    """
    page.locator(button).click()
    page.locator("input[name=repo_upload_file]").set_input_files(str(file))
    page.locator(".fp-upload-btn").click()
    page.locator(".filepicker-filename", has_text=file.name).wait_for()
