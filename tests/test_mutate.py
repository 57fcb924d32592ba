"""tools/mutate.py: which changes it makes, that it finds what notices them, and what survives."""

from __future__ import annotations

import ast
import sqlite3
import subprocess
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

import mutate
from mutants import mutants

CODE = textwrap.dedent(
    """\
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        import os


    def f(a, b):
        # Écoute: more bytes than letters
        if a == 1 and not b:
            return [x for x in b if x]
        while a <= 2 < b:
            a += 1
        return "y" if a in ("x", f"{b if a else 0}") else None
    """
)


def test_every_change_of_a_condition() -> None:
    found = list(mutants("src/f.py", CODE.encode()))
    assert [f"{mutant.line} {mutant.before} → {mutant.after}" for mutant in found] == [
        "8 a == 1 and (not b) → not (a == 1 and (not b))",
        "8 a == 1 and (not b) → a == 1 or not b",
        "8 a == 1 → a != 1",
        "8 a == 1 → a == 2",
        "8 not b → b",
        "9 x → not x",
        "10 a <= 2 < b → not a <= 2 < b",
        "10 a <= 2 < b → a < 2 < b",
        "10 a <= 2 < b → a <= 2 <= b",
        "10 a <= 2 < b → a <= 3 < b",
        "12 a in ('x', f'{(b if a else 0)}') → a not in ('x', f'{(b if a else 0)}')",
    ]
    assert {mutant.scope for mutant in found} == {"f"}
    for mutant in found:
        assert ast.dump(ast.parse(mutant.source)) != ast.dump(ast.parse(CODE))
        assert mutant.source.count(b"\n") == CODE.encode().count(b"\n")


def test_a_seed_chooses_the_same() -> None:
    one, again, other = (mutate.choose(5, seed, "package/") for seed in (1, 1, 2))
    assert one == again != other
    assert {each.path for each in mutate.choose(3, 1, "package/zip")} == {
        "src/moocbuild/package/zip.py"
    }


def test_what_is_left_out_is_never_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *rest = (mutant.name for mutant in mutate.choose(1000, 1, "package/zip"))
    (tmp_path / "left_out.txt").write_text(f"# why\n{first} | does the same\n")
    monkeypatch.setattr(mutate, "LEFT_OUT", tmp_path / "left_out.txt")
    assert sorted(mutant.name for mutant in mutate.choose(1000, 1, "package/zip")) == sorted(rest)
    (tmp_path / "left_out.txt").write_text(f"{first}\n")
    with pytest.raises(SystemExit, match="no reason"):
        mutate.choose(1, 1, "package/zip")


def test_what_the_list_names_is_still_there() -> None:
    """An entry whose code has changed is to be taken out."""
    for name in mutate._left_out():
        path = name.split(" | ")[0]
        found = mutants(path, (mutate.ROOT / path).read_bytes())
        assert name in {mutant.name for mutant in found}


@pytest.mark.audit
def test_killed_and_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tiny project: a condition that a test knows, one that none does, a test that is broken."""
    (tmp_path / "src/moocbuild").mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    code = "def f(a):\n    return 1 if a > 2 else 0\n\n\ndef g(a):\n    return not a\n"
    (tmp_path / "src/moocbuild/thing.py").write_text(code)
    (tmp_path / "tests/test_thing.py").write_text(
        "from thing import f\n\n\ndef test_f():\n    assert f(3) == 1 and f(1) == 0\n\n\n"
        "def test_broken():\n    assert f(3) == 5\n"
    )
    (tmp_path / "tests/test_thing_too.py").write_text("import nowhere\n")
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\npythonpath = src/moocbuild\nmarkers = browser\n"
    )
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # faster
    copy = mutate.Copy(tmp_path, browser=False)
    found = {m.after: copy.killer(m) for m in mutants("src/moocbuild/thing.py", code.encode())}
    assert found == {
        "not a > 2": "tests/test_thing.py::test_f",
        "a >= 2": "",
        "a > 3": "tests/test_thing.py::test_f",
        "a": "",
    }
    assert (tmp_path / "src/moocbuild/thing.py").read_text() == code


def test_what_reaches_a_line_is_run_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the files of those tests, and no others; a test that is gone by now kills nothing."""
    ran: list[tuple[str, ...]] = []
    for name in ("tests/moodle/test_page.py", "tests/test_api.py", "tests/test_cli.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "src/moocbuild/targets/moodle").mkdir(parents=True)
    path = "src/moocbuild/targets/moodle/page.py"
    (tmp_path / path).write_text("if a:\n    b\n")
    recorded(
        tmp_path / "data",
        {
            "tests/test_api.py::test_one[a|b]|run": {path: [1, 2]},
            "tests/test_api.py::test_two|setup": {path: [1]},
            "tests/moodle/test_page.py::test_gone|run": {path: [1]},
            "tests/test_cli.py::test_elsewhere|run": {path: [2, 9], "src/moocbuild/page.py": [1]},
            "": {path: [1]},
        },
    )

    def pytest_ended(_: mutate.Copy, tests: tuple[str, ...], marks: str) -> object:
        ran.append(tests)
        named = "::" in tests[0]
        return subprocess.CompletedProcess([], mutate.NOT_FOUND if named else 0, "", "")

    monkeypatch.setattr(mutate.Copy, "_pytest", pytest_ended)
    monkeypatch.setattr(mutate, "FIRST", (1, 9))
    copy = mutate.Copy(tmp_path, browser=False, reached=tmp_path / "data")
    mutant, *_ = mutants(path, b"if a:\n    b\n")
    assert copy.killer(mutant) == ""
    assert ran == [
        ("tests/moodle/test_page.py::test_gone",),
        ("tests/test_api.py::test_one[a|b]", "tests/test_api.py::test_two"),
        ("tests/moodle/test_page.py",),
        ("tests/test_api.py",),
    ]


def recorded(data: Path, contexts: dict[str, dict[str, list[int]]]) -> None:
    """A file as coverage.py writes it: its tables of lines."""
    with closing(sqlite3.connect(data)) as made, made:
        made.execute("create table file (id integer primary key, path text unique)")
        made.execute("create table context (id integer primary key, context text unique)")
        made.execute("create table line_bits (file_id, context_id, numbits)")
        for context, files in contexts.items():
            key = made.execute("insert into context (context) values (?)", (context,)).lastrowid
            for path, lines in files.items():
                made.execute("insert or ignore into file (path) values (?)", (f"/old/{path}",))
                bits = sum(1 << line for line in lines).to_bytes(max(lines) // 8 + 1, "little")
                made.execute(
                    "insert into line_bits select id, ?, ? from file where path = ?",
                    (key, bits, f"/old/{path}"),
                )


def test_few_tests_of_each_file_come_first() -> None:
    tests = ["far::1", "far::2", "near::1", "near::2", "too::1"]
    assert mutate.nearest(tests, [["near", "too"], ["other"]]) == [
        "near::1",
        "too::1",
        "near::2",
        "far::1",
        "far::2",
    ]


def test_the_nearest_tests_are_first(tmp_path: Path) -> None:
    for name, text in {
        "tests/moodle/test_page.py": "",
        "tests/olx/test_unit.py": "",
        "tests/olx/test_both.py": "from moocbuild.targets.olx import unit\n",
        "tests/pages/test_own.py": "from moocbuild.targets.moodle.page import page_of\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    near, around, others = mutate.likely(tmp_path, "src/moocbuild/targets/moodle/page.py")
    assert near == ("tests/moodle/test_page.py", "tests/pages/test_own.py")
    assert around == ("tests/olx/test_both.py",)
    assert others == ("tests/olx/test_unit.py",)
