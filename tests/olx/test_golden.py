"""What Studio reads of a small course, reviewed like code; measured right on a running platform.

`pytest --accept` rewrites the golden files.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.model.course import Settings
from moocbuild.model.openedx import OpenEdxSettings
from moocbuild.model.text import text
from olx.opened import Opened
from olx.test_films import PLAYER, with_film
from olx.test_package import built, framework
from pages.sample import course

GOLDEN = Path(__file__).parent / "golden"
WHOLE = ("course.xml", "course/", "policies/", "problem/", "library_content/", "tags.csv")
SAMPLE = (
    *WHOLE,
    "about/overview.html",
    "html/active-listening__silence_text.html",
    "vertical/active-listening__check-yourself_unit.xml",
    "vertical/active-listening__silence_unit.xml",
)
NATIVE = ("chapter/moocbuild_map", "vertical/moocbuild_map", "vertical/active-listening__late")
FILM = ("vertical/active-listening__film_unit.xml", "video/", "static/talk.en.srt")


def chosen(opened: Opened, names: tuple[str, ...]) -> dict[str, bytes]:
    return {n: opened.package.read(n) for n in opened.package.names() if n.startswith(names)}


COURSES = {
    "sample": (lambda: course(framework=framework()), SAMPLE),
    "native": (
        lambda: course(
            framework=framework(), settings=Settings(olx=OpenEdxSettings(xblocks=True))
        ),
        NATIVE,
    ),
    "film": (lambda: with_film(text(PLAYER)), FILM),
}


@pytest.mark.parametrize("name", COURSES)
def test_files_are_written_as_reviewed(name: str, accept: bool) -> None:
    source, names = COURSES[name]
    made = chosen(built(source()), names)
    folder = GOLDEN / name
    if accept:
        for file, content in made.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(content)
    kept = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert made == kept
