"""`moocbuild serve -l`: the preview in another language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moocbuild.cli import run
from moocbuild.package import read
from moocbuild.serve.preview import Maker, Preview
from test_diagnostics import TODAY
from whole.courses import root


@pytest.fixture
def course(tmp_path: Path) -> Path:
    made = Path(shutil.copytree(root("hand-hygiene"), tmp_path / "hands"))
    assert run(["i18n", "pseudo", "fr", "-C", str(made)]) == 0
    return made


def shown(course: Path, language: str) -> Preview:
    return Maker(course, (), "program", lambda: TODAY, language).made(lambda: None)


def test_it_shows_the_language(course: Path) -> None:
    for language, title in (("fr", "⟦"), ("", "Clean hands"), ("nb", "Clean hands")):
        made = shown(course, language)
        page = read(made.sites["web"].members["index.html"]).decode()
        assert f'<html lang="{language if language == "fr" else "en"}"' in page
        assert made.title.startswith(title) and not made.failed


def test_what_is_wrong_there_is_told_with_its_line(course: Path) -> None:
    path = course / "course" / "locale" / "fr.po"
    text = path.read_text("utf-8")
    at = text.index('msgstr "⟦')
    path.write_text(f'{text[:at]}msgstr "broken\n{text[at:]}', "utf-8")
    made = shown(course, "fr")
    assert made.failed
    (found,) = made.findings
    assert found.span.path == "course/locale/fr.po"
    assert made.lines[found.span] == 'msgstr "broken'
