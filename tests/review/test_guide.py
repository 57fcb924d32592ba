"""docs/review.md: its commands do what it says, word by word."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from moocbuild.cli import run
from moocbuild.model.places import text_hash
from moocbuild.review.sheet import sheet
from moocbuild.review.write_docx import review_docx
from moocbuild.source.yaml.schema import ReviewsFile
from review.sheets import course_at, saved, written
from small_course import MINIMAL
from test_diagnostics import HERE

ROOT = HERE.parent
GUIDE = (ROOT / "docs" / "review.md").read_text("utf-8")
UNIT = "02-active-listening"


def fences(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", GUIDE, re.M | re.S)


def commands() -> list[list[str]]:
    lines = "".join(fences("sh")).splitlines()
    return [shlex.split(line, comments=True)[1:] for line in lines if line]


LESSON = """\
---
title: Being fully there
---

# Being fully there

Put the phone away.

## In short
<!-- #in-short -->

One sentence.
And another one.

- Breathe out twice before you fill a gap.
- Listen for what happened and for what it is like.
"""


@pytest.fixture
def at_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course that has the files which the guide names."""
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "course/course.lock").unlink()
    (tmp_path / "course/01-listening").rename(tmp_path / "course" / UNIT)
    (tmp_path / "quizzes/01-listening.md").rename(tmp_path / f"quizzes/{UNIT}.md")
    (tmp_path / "course" / UNIT / "02-being-fully-there.md").write_text(LESSON, "utf-8")
    settings = tmp_path / "course/course.yml"
    settings.write_text(settings.read_text("utf-8").replace("01-listening", UNIT), "utf-8")
    course = course_at(tmp_path)
    (module,) = course.units()
    told = {"saved": "2027-02-11", "hashes": {module.id: text_hash(module)}}
    rows = sheet(course, [UNIT]).rows()
    (id,) = (row.place.id for row in rows if row.words.startswith("Listen for what"))
    said = {id: "What if she asks to be left alone?"}
    written(tmp_path / "review-ana.json", saved(course, said, **told))
    (tmp_path / "listening.docx").write_bytes(review_docx(sheet(course, [UNIT])))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_its_commands_run(at_course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(commands()) == 8
    for command in commands():
        assert run(command) == 0, command
        said = capsys.readouterr().out
        if "--read" in command and "--format" not in command:
            assert fences("text")[0].strip() in said
    for name in ("review.html", "listening.html", "page.html"):
        assert (at_course / name).is_file()
    listed = (at_course / "course/reviews.yml").read_text("utf-8")
    assert listed.count(f"- unit: {UNIT}") == 2
    assert "when: 2027-02-11" in listed


def test_its_example_is_one() -> None:
    (example,) = fences("yaml")
    pairs = (line.strip(" -").split(": ") for line in example.splitlines()[1:])
    (row,) = ReviewsFile.validate({"reviews": [dict(pairs)]}).reviews
    assert (row.unit, len(row.hash)) == (UNIT, 32)


def test_it_names_every_code() -> None:
    assert {f"MB39{n}" for n in range(8)} <= set(re.findall(r"MB\d{3}", GUIDE))
