"""Questions that lead nowhere are made once for the backup and the question file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moocbuild import build_course
from moocbuild.targets.moodle import question as made
from small_course import HERE

BOTH = ["moodle", "moodle-xml"]


@pytest.mark.parametrize("name", ["first-loaf", "fractions", "bicycle"])
def test_each_file_is_what_it_is_alone(name: str, tmp_path: Path) -> None:
    both = build_course(HERE / "courses" / name, tmp_path / "both", BOTH).files
    alone = {}
    for target in BOTH:
        alone |= build_course(HERE / "courses" / name, tmp_path / target, [target]).files
    packages = [file for file in both if file.endswith((".mbz", "moodle-xml.xml"))]
    assert len(packages) == 2
    assert all(both[file] == alone[file] for file in packages)


def test_a_question_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    item = made._item

    def counted(source: made.Question, context: made.LoweringContext) -> made.Item:
        asked.append(source.id)
        return item(source, context)

    monkeypatch.setattr(made, "_item", counted)
    course = tmp_path / "course"  # of which nothing is kept
    shutil.copytree(HERE / "courses" / "first-loaf", course)
    build_course(course, tmp_path / "out", BOTH)
    assert asked
    assert sum(asked.count(id) == 1 for id in set(asked)) > len(set(asked)) / 2
    assert max(map(asked.count, asked)) <= 2
