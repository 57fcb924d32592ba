"""What the README and CONTRIBUTING.md say is so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import moocbuild
from moocbuild.report.matrix import matrix
from moocbuild.source.pages.questions import kinds
from moocbuild.targets import targets

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ADDED = CONTRIBUTING.partition("\n## Adding an interaction\n")[0]
"""What changes no existing code; of an interaction see test_new_interaction.py."""


def test_the_readme_lists_every_target() -> None:
    listed = dict(re.findall(r"^\| `([\w.-]+)` \| `(\.[\w.]+)` \|", README, re.M))
    assert listed == {target.name: target.suffix for target in targets().values()}


def test_the_matrix_is_what_the_targets_say(accept: bool) -> None:
    before, marker, rest = README.partition("<!-- matrix -->\n")
    shown, end, after = rest.partition("<!-- /matrix -->")
    said = f"\n{matrix(list(targets().values()))}\n"
    if accept and shown != said:
        (ROOT / "README.md").write_text(before + marker + said + end + after, "utf-8")
    else:
        assert shown == said


def test_the_readme_names_every_kind() -> None:
    assert all(f"`{kind}`" in README for kind in kinds())


PAGES = [*sorted(ROOT.glob("[A-Z]*.md")), *sorted((ROOT / "docs").rglob("*.*"))]


@pytest.mark.parametrize("page", [p for p in PAGES if p.suffix in (".md", ".txt")], ids=str)
def test_links_lead_to_files(page: Path) -> None:
    code = r"^ *```.*?^ *```|(`+)(?!`).+?(?<!`)\1(?!`)"
    text = re.sub(code, "", page.read_text("utf-8"), flags=re.M | re.S)
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)\)", text)
    if page.name in ("README.md", "CONTRIBUTING.md"):
        assert links
    assert not [link for link in links if not (page.parent / link).exists()]


def test_assistants_find_every_page() -> None:
    listed = (ROOT / "docs" / "llms.txt").read_text("utf-8")
    assert listed.startswith("# moocbuild\n\n> ")
    apart = {"README.md", "manual/index.md", "manual/quiz.md"}
    docs = ROOT / "docs"
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} - apart
    assert {name for name in pages if f"]({name})" in listed} == pages


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the three files of CONTRIBUTING.md, and nothing else changed."""
    room = tmp_path_factory.mktemp("grown")
    shutil.copytree(Path(moocbuild.__file__).parent, room / "moocbuild")
    examples = re.findall(r"```python\n# src/(\S+)\n(.*?)```", ADDED, re.S)
    assert len(examples) == 3
    for path, code in examples:
        (room / path).parent.mkdir(exist_ok=True)
        (room / path).write_text(code, "utf-8")
    return room


def _run(room: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "moocbuild", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(room)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_target_is_one_folder_and_a_check_one_file(grown: Path) -> None:
    assert "Titles only" in _run(grown, "targets")
    assert "Menus cut it off" in _run(grown, "explain", "MB299")


def test_a_kind_of_question_is_one_file(grown: Path, tmp_path: Path) -> None:
    course = tmp_path / "c"
    shutil.copytree(Path(__file__).parent / "courses" / "minimal", course)
    bank = course / "quizzes" / "01-listening.md"
    head = bank.read_text("utf-8").partition("- [ ]")[0].replace("#silence", "#silence kind=scale")
    bank.write_text(head + "1. Talk.\n2. Wait.\n3. Stay.\n", "utf-8")
    _run(grown, "build", "-C", course, "-t", "plain", "-t", "web", "-t", "cc-1.1")
    assert (course / "dist" / "minimal-1.0.0-en-plain.zip").exists()
