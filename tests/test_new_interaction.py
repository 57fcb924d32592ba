"""The interaction that CONTRIBUTING.md adds as an example works from source to package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

import moocbuild

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SECTION = GUIDE.partition("\n## Adding an interaction\n")[2].partition("\n## Tests\n")[0]
NEW = re.compile(r"^```\w+\n(?:#|//|\{#) src/(\S+)(?: #\})?\n(.*?)^```", re.M | re.S)
CHANGED = re.compile(r"^```diff\n--- src/(\S+)\n(.*?)^```", re.M | re.S)
pytestmark = pytest.mark.xdist_group("new interaction")  # the program is copied once
TERSER = ROOT / "tests" / "player" / "node_modules" / "terser"


def _run(room: Path, *arguments: str | Path, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(room)},
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def _changed(text: str, hunk: str) -> str:
    """A hunk has no line numbers: what stands around the new lines must be found just once."""
    lines = hunk.splitlines(keepends=True)
    assert all(line[0] in " +" for line in lines)
    before = "".join(line[1:] for line in lines if line[0] == " ")
    after = "".join(line[1:] for line in lines)
    assert f"\n{text}".count(f"\n{before}") == 1, before
    return f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the example in it, its scripts compiled."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    if node is None or not TERSER.is_dir():
        pytest.skip("no terser to compile with: npm --prefix tests/player ci")
    room = tmp_path_factory.mktemp("grown")
    shutil.copytree(Path(moocbuild.__file__).parent, room / "moocbuild")
    for path, text in NEW.findall(SECTION):
        assert not (room / path).exists()
        (room / path).write_text(text, "utf-8")
    for path, hunks in CHANGED.findall(SECTION):
        text = (room / path).read_text("utf-8")
        for hunk in hunks.split("@@\n"):
            text = _changed(text, hunk)
        (room / path).write_text(text, "utf-8")
    _run(room, ROOT / "tools" / "compile_scripts.py")
    return room


@pytest.fixture(scope="module")
def built(grown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of a small course with the question of the example, for every target."""
    course = tmp_path_factory.mktemp("course") / "c"
    shutil.copytree(ROOT / "tests" / "courses" / "minimal", course)
    (question,) = re.findall(r"```markdown\n(.*?)```", SECTION, re.S)
    bank = course / "quizzes" / "01-listening.md"
    bank.write_text(f"{bank.read_text('utf-8')}\n{question}", "utf-8")
    _run(grown, "-m", "moocbuild", "build", "-C", course)
    return course / "dist"


def _package(built: Path, target: str) -> Path:
    (found,) = built.glob(f"minimal-*-en-{target}.*")
    return found


def _in_zip(package: Path) -> str:
    """The text files in it."""
    with zipfile.ZipFile(package) as files:
        names = [name for name in files.namelist() if name.endswith((".html", ".xml"))]
        return "\n".join(files.read(name).decode() for name in names)


def test_the_example_is_found(grown: Path) -> None:
    assert len(NEW.findall(SECTION)) == 5
    assert len(CHANGED.findall(SECTION)) == 4
    assert "estimate-as-number" in _run(grown, "-m", "moocbuild", "explain", "MB399")


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "scorm-2004"])
def test_the_player_shows_it(built: Path, target: str) -> None:
    shown = _in_zip(_package(built, target))
    assert 'data-question="back" data-kind="estimate"' in shown
    assert "Set a number from 0 to 100" in shown
    assert '<input type="range"' in shown


def test_a_cartridge_asks_for_a_number_as_a_text(built: Path) -> None:
    asked = _in_zip(_package(built, "cc-1.3"))
    assert 'title="How many come back?"' in asked
    assert "cc.fib.v0p1" in asked
    assert ">70</varequal>" in asked
    assert ">76</varequal>" not in asked


def test_moodle_and_open_edx_ask_for_a_number(built: Path) -> None:
    assert '<question type="numerical">' in _package(built, "moodle-xml").read_text("utf-8")
    with tarfile.open(_package(built, "olx")) as files:
        (problem,) = (name for name in files.getnames() if name.endswith("/problem/back.xml"))
        found = files.extractfile(problem)
        assert found is not None
        assert '<numericalresponse answer="[60,75]">' in found.read().decode()


def test_a_note_says_so_where_it_is_changed(grown: Path, built: Path) -> None:
    said = _run(grown, "-m", "moocbuild", "check", "-C", built.parent, "--format", "concise")
    changed = re.findall(r"MB399\] (\S+): 1 estimate becomes a number to type", said)
    assert changed == ["cc-1.1", "cc-1.3", "moodle", "moodle-xml", "olx"]


def test_what_cannot_be_read_is_reported(grown: Path, built: Path, tmp_path: Path) -> None:
    course = tmp_path / "c"
    shutil.copytree(built.parent, course)
    bank = course / "quizzes" / "01-listening.md"
    bank.write_text(bank.read_text("utf-8").replace("= 60..75", "= 75..60"), "utf-8")
    said = _run(grown, "-m", "moocbuild", "check", "-C", course, "--format", "concise", code=1)
    assert "error[MB199] 'back' cannot be read as an estimate" in said


@pytest.mark.browser
def test_it_is_played(built: Path, shared_browser: Any, tmp_path: Path) -> None:
    with zipfile.ZipFile(_package(built, "web")) as files:
        files.extractall(tmp_path)
    context = shared_browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "listening.quiz.html").as_uri())
    form = page.locator('[data-question="back"]')
    told = form.get_by_text("More than you think.")
    for number, result in (("10", "off"), ("40", "off"), ("75", "good")):
        form.get_by_label("Your answer").fill(number)
        assert form.locator("output").inner_text() == number
        page.wait_for_timeout(310)  # a second press within 300 ms is the same press
        form.locator("[type=submit]").click()
        assert form.get_attribute("data-result") == result
        assert told.is_visible() == (number == "10")
    context.close()


@pytest.mark.slow
def test_its_types_and_style_are_right(grown: Path, tmp_path: Path) -> None:
    settings = ROOT / "pyproject.toml"
    files = [grown / path for path, _ in (*NEW.findall(SECTION), *CHANGED.findall(SECTION))]
    ours = [path for path in files if path.suffix == ".py"]
    assert len(ours) == 5
    for check in (("check",), ("format", "--check")):
        _run(grown, "-m", "ruff", *check, "--no-cache", "--config", settings, *ours)
    mypy = ("-m", "mypy", "--config-file", settings, "--cache-dir", tmp_path)
    _run(grown, *mypy, grown / "moocbuild")
