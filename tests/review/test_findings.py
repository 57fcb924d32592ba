"""What reviewers send back, as findings: at which line, also after the text has changed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from moocbuild.cli import run
from moocbuild.diagnostics.emit import EMITTERS
from review.sheets import MOST, SMALL, course_at, rows, saved, told, written
from small_course import MINIMAL
from test_diagnostics import REVIEWED, _files, _write, fence


@pytest.mark.parametrize("page", REVIEWED, ids=lambda page: page.stem)
def test_the_author_sees_this(
    page: Path,
    tmp_path: Path,
    accept: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = page.read_text("utf-8")
    shutil.copytree(MINIMAL, tmp_path / "c")
    for kind, name, body in _files(text):
        if kind != "reviewed":
            _write(tmp_path / "c" / name, kind, body)
    (tmp_path / "review.json").write_text(fence(text, "reviewed"), "utf-8")
    monkeypatch.chdir(tmp_path)
    status = run(["review", "-C", "c", "--read", "review.json"])
    said, console = capsys.readouterr().out.strip() + "\n", fence(text, "console")
    if accept and said != console:
        page.write_text(text.replace(f"```console\n{console}```", f"```console\n{said}```"))
    else:
        assert said == console
    assert f"[{text.split()[1]}]" in said
    assert status == (2 if "error[" in said else 0)


@pytest.mark.parametrize("root", MOST, ids=lambda root: root.name)
def test_every_place_is_found_again(root: Path, tmp_path: Path) -> None:
    course = course_at(root)
    every = rows(course)
    said = {row.place.id: f"on {row.number}" for row in every}
    found = told(course, written(tmp_path / "r.json", saved(course, said)))
    assert {d.rule.code for d in found} == {"MB392"}
    assert [(d.span, d.message) for d in found] == [
        (row.place.span, f"Ana (nurse): on {row.number}") for row in every
    ]


LESSON = "course/01-lire/01-la-tarte.md"
EQUAL = "Si les parts n’ont pas la même taille, on ne peut pas nommer la fraction."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL[0], tmp_path / "c")


def place_with(root: Path, words: str) -> str:
    (id,) = (row.place.id for row in rows(course_at(root)) if words in row.words)
    return id


def change(root: Path, old: str, new: str) -> None:
    text = (root / LESSON).read_text("utf-8")
    assert old in text
    (root / LESSON).write_text(text.replace(old, new), "utf-8")


def line_of(root: Path, words: str) -> int:
    lines = (root / LESSON).read_text("utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if words in line)


def test_a_paragraph_that_moved_is_found_by_its_words(root: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "r.json", saved(course_at(root), {place_with(root, EQUAL): "ok"}))
    change(root, "On coupe une tarte", "Un paragraphe de plus.\n\nOn coupe une tarte")
    (found,) = told(course_at(root), file)
    assert found.rule.code == "MB392"
    assert found.span.line == line_of(root, EQUAL)


def test_a_paragraph_that_changed_is_told_then_and_now(root: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "r.json", saved(course_at(root), {place_with(root, EQUAL): "ok"}))
    new = EQUAL.replace("taille", "grandeur")
    change(root, EQUAL, f"Avant tout, regardons.\n>\n> {new}")
    (found,) = told(course_at(root), file)
    assert found.rule.code == "MB393"
    assert found.span.line == line_of(root, "grandeur")
    assert found.message == (
        f"Ana (nurse): ok (the text has changed since: then '{EQUAL}', now '{new}')"
    )


def test_an_option_is_found_by_its_id_whatever_it_says(root: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "r.json", saved(course_at(root), {"reste#b.b": "why?"}))
    change(root, "cinq tiers", "cinq tiers de tarte")
    (found,) = told(course_at(root), file)
    assert found.rule.code == "MB393"
    assert found.message.endswith("then 'cinq tiers', now 'cinq tiers de tarte')")


def test_an_option_that_is_gone_is_told_at_its_question(root: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "r.json", saved(course_at(root), {"reste#b.b": "why?"}))
    change(root, "cinq tiers", "tout autre chose")
    (found,) = told(course_at(root), file)
    assert found.rule.code == "MB394"
    assert found.span.line == line_of(root, "## Ce qui reste")


def test_of_a_long_text_only_what_differs_is_told(root: Path, tmp_path: Path) -> None:
    words = " ".join(f"mot{n}" for n in range(100))
    change(root, EQUAL, words)
    file = written(tmp_path / "r.json", saved(course_at(root), {place_with(root, "mot50"): "ok"}))
    change(root, "mot50", "parole")
    (found,) = told(course_at(root), file)
    assert "then '… mot46 mot47 mot48 mot49 mot50 mot51" in found.message
    assert "parole" in found.message and "mot90" not in found.message


def test_what_is_gone_is_told_at_its_page(root: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "r.json", saved(course_at(root), {place_with(root, EQUAL): "ok"}))
    text = (root / LESSON).read_text("utf-8").split("\n")
    kept = [line for line in text if not line.startswith(">")]
    (root / LESSON).write_text("\n".join(kept), "utf-8")
    (found,) = told(course_at(root), file)
    assert (found.rule.code, found.span.path) == ("MB394", LESSON)
    assert EQUAL in found.message


def test_of_a_removed_page_too(root: Path, tmp_path: Path) -> None:
    data = saved(course_at(root), {})
    lost = {"place": "x/y#:1", "page": "x/y", "text": "Qwerty asdf zxcv.", "comment": "ok"}
    (found,) = told(course_at(root), written(tmp_path / "r.json", {**data, "comments": [lost]}))
    assert (found.rule.code, found.span.path, found.span.line) == ("MB394", "course/course.yml", 1)


def test_the_whole_stands_at_the_unit_that_was_read(root: Path, tmp_path: Path) -> None:
    course = course_at(root)
    unit = next(course.units())
    data = saved(course, {}, verdict="no", remarks="Too long", hashes={unit.id: "0" * 32})
    found = told(course, written(tmp_path / "r.json", data))
    assert [d.rule.code for d in found] == ["MB397", "MB392"]
    assert {d.span for d in found} == {unit.welcome.span}
    assert found[0].message == "Ana (nurse): would not let people learn from it"


@pytest.mark.parametrize("format_", list(EMITTERS))
def test_every_format_has_the_comments(
    format_: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "r.json", saved(course_at(root), {"reste#b.b": "why not"}))
    assert run(["review", "-C", str(root), "--read", str(file), "--format", format_]) == 0
    out = capsys.readouterr().out
    assert "why not" in out and LESSON in out and "MB392" in out
    again = ["review", "-C", str(root), "--read", str(file), "--strict"]
    assert run(again) == 1


def test_one_bad_file_does_not_hide_the_others(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = written(tmp_path / "r.json", saved(course_at(root), {"reste#b.b": "why not"}))
    bad = written(tmp_path / "bad.json", [])
    assert run(["review", "-C", str(root), "--read", str(bad), str(good)]) == 2
    out = capsys.readouterr().out
    assert "MB395" in out and "why not" in out


# --- files of strangers ------------------------------------------------------------------------

HOSTILE = {
    "empty": b"",
    "text": b"hello",
    "list": b"[]",
    "deep": b"[" * 200_000 + b"]" * 200_000,
    "other": b'{"format": "x"}',
    "newer": b'{"format": "moocbuild-review", "form": 2, "comments": []}',
    "no form": b'{"format": "moocbuild-review", "comments": []}',
    "true": b'{"format": "moocbuild-review", "form": 1, "comments": true}',
    "no words": b'{"format": "moocbuild-review", "form": 1, "comments": [{"comment": 1}]}',
    "many": b'{"format": "moocbuild-review", "form": 1, "comments": ['
    + b",".join([b'{"comment": "a"}'] * 50_001)
    + b"]}",
    "utf-16": '{"format": "moocbuild-review"}'.encode("utf-16"),
    "nan": b'{"format": "moocbuild-review", "form": NaN, "comments": []}',
    "large": b" " * 20_000_001,
    "pdf": b"%PDF-1.7",
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_review_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "r.json"
    file.write_bytes(HOSTILE[name])
    assert run(["review", "-C", str(MINIMAL), "--read", str(file)]) == 2
    out = capsys.readouterr().out
    assert "MB395" in out and "Traceback" not in out


def test_neither_a_folder_nor_nothing_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path, tmp_path / "nowhere.json", tmp_path / "pipe"):
        assert run(["review", "-C", str(MINIMAL), "--read", str(name)]) == 2
        assert "MB395" in capsys.readouterr().out


def test_odd_values_are_left_out(tmp_path: Path) -> None:
    course = course_at(MINIMAL)
    odd = {
        "form": True,
        "verdict": "maybe",
        "hashes": {"listening": 5},
        "reviewer": [],
        "comments": [{"comment": "hm", "place": 7, "number": -1, "page": None, "text": []}],
    }
    (found,) = told(course, written(tmp_path / "r.json", {**saved(course, {}), **odd}))
    assert (found.rule.code, found.message) == ("MB394", "a reviewer: hm")


def test_comments_cannot_write_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = course_at(MINIMAL)
    evil = "a\x1b[2J\u202eb\nc\u2028d\x07::error::"
    data = saved(course, {"silence#a": evil}, reviewer={"name": "\x1b]0;x", "role": "\u2066r"})
    file = written(tmp_path / "r.json", data)
    for format_ in EMITTERS:
        assert run(["review", "-C", str(MINIMAL), "--read", str(file), "--format", format_]) == 0
        out = capsys.readouterr().out
        assert not set("\x1b\u202e\u2028\x07\u2066") & set(out)
        if format_ != "json":
            assert "\nc" not in out
        else:
            json.loads(out)
