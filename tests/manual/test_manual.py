"""The manual is a course of moocbuild's own: it builds without a finding, and has every page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from manual.test_examples import PAGES, _name
from manual_site import DOCS, modules, moved, stage
from reference import AGENTS, pages

ROOT = DOCS.parent
PICTURE = re.compile(r"!\[[^\]]*\]\((?:\.\./)*([\w-]+\.png)\)")
LISTED = [
    page for module in modules((DOCS / "llms.txt").read_text("utf-8")) for page in module.pages
]


def test_every_page_is_in_the_contents() -> None:
    ours = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    apart = {"README.md", "manual/index.md", "manual/quiz.md"}
    assert sorted(page.path for page in LISTED) == sorted(ours - apart)


def test_the_site_builds_without_a_finding(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools/manual_site.py", "--out", tmp_path / "site"],
        env={"PYTHONPATH": f"{ROOT / 'src'}", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stdout + done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    shown = {
        name for page in DOCS.rglob("*.md") for name in PICTURE.findall(page.read_text("utf-8"))
    }
    assert len(list((tmp_path / "site").rglob("*.png"))) == len(shown)


def test_check_has_nothing_to_say(tmp_path: Path) -> None:
    stage(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "moocbuild", "check", "--strict", "-C", tmp_path],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stdout + done.stderr
    assert done.stderr.strip() == "no problems found"


def test_texts_are_copied_as_they_are(tmp_path: Path) -> None:
    stage(tmp_path)
    staged = (tmp_path / "course/01-start/01-tutorial.md").read_text("utf-8")
    words = re.compile(r"\]\([^)]*\)")
    assert words.sub("", staged) == words.sub("", (DOCS / "tutorial.md").read_text("utf-8"))


@pytest.mark.parametrize(
    ("written", "staged"),
    [
        ("[a](ids.md)", "[a](../05-x/01-ids.md)"),
        ("[a](ids.md#b-c)", "[a](../05-x/01-ids.md#b-c)"),
        ("[a](../CONTRIBUTING.md)", "a"),
        ("[a](https://example.org/x.md)", "[a](https://example.org/x.md)"),
        ("[a](#b)", "[a](#b)"),
        ("![a](course.png)", "![a](../../media/course.png)"),
        ("![a [b]](course.png)", "![a [b]](../../media/course.png)"),
        ("`[a](ids.md)`", "`[a](ids.md)`"),
        ("```\n[a](ids.md)\n```\n[a](ids.md)", "```\n[a](ids.md)\n```\n[a](../05-x/01-ids.md)"),
        ("  ```\n  [a](ids.md)\n  ```", "  ```\n  [a](ids.md)\n  ```"),
        ("[`a` b](ids.md)", "[`a` b](../05-x/01-ids.md)"),
        ("[a](../tests/questions)", "a"),
    ],
)
def test_links_lead_to_where_pages_are(written: str, staged: str) -> None:
    places = {"a.md": "course/01-start/01-a.md", "ids.md": "course/05-x/01-ids.md"}
    assert moved(written, "a.md", places, DOCS) == staged


@pytest.mark.parametrize("path", pages())
def test_the_reference_is_what_the_program_says(path: str) -> None:
    assert (DOCS / path).read_text("utf-8") == pages()[path], "run 'make reference'"


def test_the_format_page_is_that_of_new_courses() -> None:
    assert AGENTS.read_text("utf-8").partition("\n## Files\n")[2] in pages()["reference/format.md"]


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_anchors_lead_to_headings(page: Path) -> None:
    code = r"^ *```.*?^ *```|(`+)(?!`).+?(?<!`)\1(?!`)"
    text = re.sub(code, "", page.read_text("utf-8"), flags=re.M | re.S)
    for to, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", text):
        goal = page if not to else page.parent / to
        assert anchor in _anchors(goal), f"{to}#{anchor}"


def _anchors(page: Path) -> set[str]:
    """As GitHub makes them of headings."""
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text("utf-8"), flags=re.M | re.S)
    titles = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
