"""Formats are found by being there, recognised by their content, and named in the help."""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.cli import run
from moocbuild.cli.commands import cli
from moocbuild.importing.formats import formats
from moocbuild.importing.source import opened

SAMPLES = {
    "a.xml": ("<?xml version='1.0'?>\n<quiz>\n<question type='x'/></quiz>", "moodle-xml"),
    "b.xml": ("<questestinterop><assessment ident='a'/></questestinterop>", "qti-1.2"),
    "c.txt": ("::A:: b {=c ~d}\n", "gift"),
    "d.txt": ("Asked?\nA. one\nB. two\nANSWER: A\n", "aiken"),
    "e.txt": ("1.  Asked?\na)  one\n*b) two\n", "text2qti"),
    "f.csv": ("question,answer\n", "sheet"),
    "g.md": ("# Page\n", "markdown"),
}


@pytest.mark.parametrize("name", list(SAMPLES))
def test_a_format_is_known_by_its_content(name: str, tmp_path: Path) -> None:
    text, wanted = SAMPLES[name]
    (tmp_path / name).write_text(text, "utf-8")
    with opened(tmp_path / name) as source:
        assert next(each.name for each in formats().values() if each.recognises(source)) == wanted


def test_the_help_names_each_format() -> None:
    help = cli.commands["import"].help or ""
    assert [name for name in formats() if name not in help] == []


def test_a_format_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words.txt").write_text("Which? {=a ~b}\n", "utf-8")
    made = str(tmp_path / "made")
    assert run(["import", str(tmp_path / "words.txt"), "--into", made, "--from", "gfit"]) == 2
    assert "did you mean 'gift'?" in capsys.readouterr().out
    assert run(["import", str(tmp_path / "words.txt"), "--into", made, "--from", "gift"]) == 0


@pytest.mark.audit
def test_a_bank_of_three_hundred(tmp_path: Path) -> None:
    """Three commands, with a tag of its own each, and no hand in between."""
    gift = "".join(
        f"$CATEGORY: Bank/Part {n // 50}\n\n// [id:q{n}x] [tag:T.{n % 9}]\n"
        f"::Question {n}:: What is {n} + 1? {{=={n + 1} ~{n} #No ~{n + 2}}}\n\n".replace(
            "{==", "{="
        )
        for n in range(300)
    )
    (tmp_path / "bank.gift").write_text(gift, "utf-8")
    made = str(tmp_path / "made")
    assert run(["import", str(tmp_path / "bank.gift"), "--into", made, "--language", "en"]) == 0
    assert run(["check", "-C", made]) == 0
    assert run(["build", "-C", made, "-t", "moodle-xml", "--no-cache"]) == 0
    assert "300 questions in 6 quizzes" in (tmp_path / "made/IMPORT.md").read_text("utf-8")
