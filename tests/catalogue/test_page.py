"""catalogue.html and catalogue.json: what is in them, and what the page does in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from audit.looks import look, too_wide, violations
from catalogue.courses import broken, catalogue, copied, here, rows, tiny
from hostile.run import run
from moocbuild.catalogue import Done, Job, Revision
from moocbuild.catalogue.page import Page, pieces
from moocbuild.catalogue.shelf import Shelf
from moocbuild.catalogue.work import _row
from moocbuild.cli import catalogue as command
from moocbuild.words.languages import files
from test_diagnostics import HERE

REVIEWS = """\
reviews:
  - {unit: 01-one, who: Ana Lima, role: nurse, when: 2026-01-02, version: 1.0.0}
"""
GUIDE = HERE.parent / "docs" / "how-to" / "catalogue.md"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of courses of several languages, one of them broken, two of one id."""
    top = tmp_path_factory.mktemp("catalogue")
    for name in ("bicycle", "fractions", "minimal"):
        copied(name, top / "a b" / name)
    tiny(top / "tea", title="'<b>Tea</b> & milk'")
    assert run("i18n", "pseudo", "fr", "-C", str(top / "tea")).status == 0
    (top / "tea/course/reviews.yml").write_text(REVIEWS, "utf-8")
    tiny(top / "té", version="2.0.0")
    broken(top / "broken")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "_runner", lambda *_: here)
        assert run("catalogue", str(top), "-t", "web", "-t", "moodle").status == 1
    return top / "dist"


def page_of(out: Path) -> str:
    return (out / "catalogue.html").read_text("utf-8")


def without_programs(page: str) -> str:
    return re.sub(r"<style>.*?</style>|<script.*?</script>", "", page, flags=re.S)


def test_every_link_leads_to_a_file(made: Path) -> None:
    page = without_programs(page_of(made))
    addresses = re.findall(r'\b(?:src|href)="([^"]*)"', page)
    found = {unquote(each) for each in addresses if not each.startswith("#")}
    assert {path for path in found if not (made / path).is_file()} == set()
    listed = [row for row in catalogue(made)["courses"] if row["status"] == "built"]
    files = [f for row in listed for f in (*row["packages"], row["report"])]
    assert len(found) == len(files) and len(listed) == 5


def test_it_is_well_formed_and_says_what_is_wrong(made: Path) -> None:
    page = without_programs(page_of(made))
    closed = re.sub(r"<(meta|input)\b([^>]*)>", r"<\1\2/>", page.removeprefix("<!DOCTYPE html>"))
    closed = re.sub(r" (hidden|download)(?=[ >])", r' \1=""', closed)
    ElementTree.fromstring(closed)
    assert "&lt;b&gt;Tea&lt;/b&gt; &amp; milk" in page
    assert "MB106 <code>broken/course/01-one/01-lesson.md:3</code>" in page
    assert "MB495 <code>té/course/course.yml</code>" in page
    assert re.search(r'<h2 id="c\d" lang="ar" dir="rtl">', page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_each_course_is_a_line_with_the_same_keys(made: Path) -> None:
    lines = (made / "catalogue.json").read_text("utf-8").splitlines()
    assert len(lines) == 1 + len(catalogue(made)["courses"]) + 1
    assert len({tuple(row) for row in catalogue(made)["courses"]}) == 1
    assert rows(made)["broken"]["findings"]["errors"] == 1
    assert rows(made)["tea"]["reviews"] == {"modules": 1, "reviewed": 1, "changed_since": 0}
    assert rows(made)["tea"]["languages"][1]["title"] != "<b>Tea</b> & milk"
    assert catalogue(made)["findings"][0]["code"] == "MB495"


def test_the_guide_names_every_key(made: Path) -> None:
    """And none that is not there."""
    text = GUIDE.read_text("utf-8").partition("\n## catalogue.json\n")[2]
    said = set(re.findall(r"^\| `([\w.]+)` \|", text, re.M))
    revision = Revision(name="v1", commit="0", folder="v1")
    of_git = _row(Job(top="", path="", out="", revision=revision), "failed", {}, ())
    found = {*_keys(catalogue(made)), *_keys({"courses": [of_git]})}
    listed = "courses.findings.listed."
    inner = {key.removeprefix(listed) for key in found if key.startswith(listed)}
    assert inner == {key.removeprefix("findings.") for key in found if key.startswith("findings.")}
    assert said == found - {listed + key for key in inner - {"code"}}


def _keys(value: object, before: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{before}{key}"
            yield from _keys(inner, f"{before}{key}.")
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner, before)


def test_a_course_that_cannot_be_read_has_no_title(tmp_path: Path) -> None:
    (tiny(tmp_path / "a") / "course/course.yml").write_text("id: [")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "_runner", lambda *_: here)
        assert run("catalogue", str(tmp_path), "-t", "web").status == 1
    (row,) = catalogue(tmp_path / "dist")["courses"]
    assert row["title"] is row["languages"] is None and row["packages"] == []
    assert ">a</h2>" in page_of(tmp_path / "dist")


@pytest.mark.parametrize("language", sorted(files()))
def test_it_speaks_every_language(language: str, made: Path) -> None:
    page = b"".join(pieces(Page(6, language), catalogue(made)["courses"])).decode()
    assert f'<html lang="{language}"' in page
    assert page.count("<article") == 6


def test_it_speaks_that_of_most_courses(made: Path) -> None:
    assert '<html lang="en"' in page_of(made)
    jobs = [Job(top="", path=name, out="") for name in "abc"]
    shelf = Shelf(jobs)
    known = rows(made)
    for job, name in zip(jobs, ("a b/bicycle", "a b/fractions", "broken"), strict=True):
        shelf.add(Done(job, "built", {**known[name], "language": known[name]["language"]}))
    assert shelf._language() == "ar"


# --- in a browser -------------------------------------------------------------------------------

browser_tests = [pytest.mark.browser, pytest.mark.audit]


@contextmanager
def opened(browser: Any, made: Path, scheme: str = "light", width: int = 1280) -> Iterator[Any]:
    with look(browser, scheme, width) as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.append(request.url))
        page.goto((made / "catalogue.html").as_uri())
        wrong[:] = [each for each in wrong if not each.endswith("catalogue.html")]
        yield page
        assert wrong == []


class TestInABrowser:
    pytestmark = browser_tests

    def shown(self, page: Any) -> list[str]:
        found: list[str] = page.locator("article:visible code").all_inner_texts()
        return [each for each in found if ":" not in each]

    @pytest.mark.parametrize("scheme", ["light", "dark", "forced colours"])
    @pytest.mark.parametrize("width", [1280, 360, 320])
    def test_nothing_bars_anybody(
        self, shared_browser: Any, made: Path, scheme: str, width: int
    ) -> None:
        with opened(shared_browser, made, scheme, width) as page:
            page.add_style_tag(content="article { content-visibility: visible !important }")
            page.evaluate("document.querySelectorAll('details').forEach(d => (d.open = true))")
            assert violations(page) == []
            assert too_wide(page) == []

    def test_search(self, shared_browser: Any, made: Path) -> None:
        with opened(shared_browser, made) as page:
            everything = self.shown(page)
            assert len(everything) == 6 and page.locator("#found").inner_text() == "6 courses"
            for words, found in (
                ("TE", {"tea", "té", "a b/fractions"}),
                ("the smallest course", {"a b/minimal"}),
                ("أصلح", {"a b/bicycle"}),
                ("nothing like this", set()),
            ):
                page.locator("#words").fill(words)
                page.wait_for_timeout(250)
                got = set(self.shown(page))
                assert got == found or (words == "TE" and found <= got), (words, got)
            assert page.locator("#found").inner_text() == "0 courses"
            page.locator("#words").fill("")
            page.locator("#language").select_option("fr")
            page.wait_for_timeout(250)
            assert set(self.shown(page)) == {"tea", "a b/fractions"}

    def test_keyboard(self, shared_browser: Any, made: Path) -> None:
        with opened(shared_browser, made, width=360) as page:
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "courses"
            page.locator("#words").focus()
            page.keyboard.type("fractions")
            page.wait_for_timeout(250)
            for _ in range(3):  # the list of languages, the report, the packages
                page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.localName") == "summary"
            page.keyboard.press("Enter")
            assert page.locator("article:visible a[download]").first.is_visible()

    def test_without_scripts(self, shared_browser: Any, made: Path) -> None:
        context = shared_browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto((made / "catalogue.html").as_uri())
        assert len(self.shown(page)) == 6
        assert page.locator("form").is_hidden()
        page.locator("summary").first.click()
        assert page.locator("a[download]").first.is_visible()
        context.close()
