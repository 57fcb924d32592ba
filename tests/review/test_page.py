"""The page for reviewers: what is on it, and what it does in a browser, from a folder."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import click
import pytest

from audit.looks import look, violations
from moocbuild.cli import run
from moocbuild.cli.commands import cli
from moocbuild.model.course import Course
from moocbuild.review.page import review_page
from moocbuild.review.sheet import sheet
from review.sheets import MOST, SMALL, course_at, rows, told
from test_diagnostics import HERE

LOOKS = itertools.product(
    [*SMALL, HERE / "courses" / "hand-hygiene"], ("light", "dark", "forced colours")
)
OTHER_LOOKS = [look for look in LOOKS if look not in ((SMALL[0], "light"), (SMALL[1], "dark"))]
STYLE = re.compile(r"<style>.*?</style>|<script.*?</script>", re.S)


@pytest.fixture(params=MOST, ids=lambda root: root.name)
def course(request: pytest.FixtureRequest) -> Course:
    return course_at(request.param)


def body(course: Course) -> str:
    return STYLE.sub("", review_page(sheet(course)).decode())


def test_every_place_has_a_number_and_nothing_is_loaded(course: Course) -> None:
    page = body(course)
    assert re.findall(r'id="p(\d+)"', page) == [str(row.number) for row in rows(course)]
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "default-src &#39;none&#39;" in page and "<form" in page
    addresses = re.findall(r'\b(?:src|href)="([^"]*)"', page)
    assert all(each.startswith(("#", "data:image/")) for each in addresses)
    ElementTree.fromstring(_closed(page))


def _closed(page: str) -> str:
    """As XML: HTML leaves some elements open."""
    page = re.sub(r"<(meta|input|img|br|hr|col)\b([^>]*?)/?>", r"<\1\2/>", page)
    return page.removeprefix("<!DOCTYPE html>").replace("&nbsp;", " ").strip()


def test_it_is_the_same_again(course: Course) -> None:
    assert review_page(sheet(course)) == review_page(sheet(course))


def test_what_is_right_is_said() -> None:
    course = course_at(SMALL[0])
    page = body(course)
    by_id = {row.place.id: row.number for row in rows(course)}

    def at(id: str) -> str:
        return page.split(f'id="p{by_id[id]}"')[1].split('id="p')[0]

    assert "Bonne réponse" in at("reste#b.a") and "Retour" in at("reste#b.a:feedback")
    assert "Mauvaise réponse" in at("reste#b.b")


def test_pages_and_modules_by_any_name(tmp_path: Path) -> None:
    course = course_at(SMALL[0])
    lesson = ["lire/la-tarte", "course/01-lire/01-la-tarte.md", "./course/01-lire/01-la-tarte.md"]
    assert len({tuple(row.place.id for row in rows(course, [name])) for name in lesson}) == 1
    unit = ["lire", "01-lire", "course/01-lire", "course/01-lire/"]
    found = {tuple(row.place.page for row in rows(course, [name])) for name in unit}
    assert len(found) == 1 and {page.partition("/")[0] for page in found.pop()} == {"lire"}
    assert rows(course, ["quizzes/01-lire.md"])[0].number == 1


def test_the_command_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["review", "-C", str(SMALL[0])]) == 0
    assert (tmp_path / "review.html").read_bytes() == review_page(sheet(course_at(SMALL[0])))
    assert "187 numbered passages" in capsys.readouterr().err
    for arguments, said in (
        (["nowhere"], "no page or module 'nowhere'"),
        (["lirre"], "did you mean 'lire'?"),
        (["-o", "r.pdf"], "neither a page nor a Word document"),
        (["-o", "no/r.html"], "no such file"),
        (["--read"], "no file is named"),
    ):
        assert run(["review", "-C", str(SMALL[0]), *arguments]) == 2
        assert said in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["review.html"]


def test_a_shell_completes_modules_and_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SMALL[0])
    command = cli.commands["review"]
    names, *_ = command.params
    found = names.shell_complete(click.Context(command), "")
    assert {"01-lire", "course/01-lire/01-la-tarte.md"} <= {each.value for each in found}


def test_a_course_with_errors_gets_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.html"
    assert run(["review", "-C", str(tmp_path), "-o", str(out)]) == 1
    assert "no course/course.yml here" in capsys.readouterr().out
    assert not out.exists()


# --- in a browser -------------------------------------------------------------------------------

Page = Any
Prepare = Callable[[Page], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "review.html"
    path.write_bytes(review_page(sheet(course_at(SMALL[0]))))
    return path


@contextmanager
def opened(
    browser: Any, file: Path, prepare: Callable[[Page], None] | None = None
) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 700}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(15000)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text))
    if prepare:
        prepare(page)
    page.goto(file.as_uri())
    yield page
    assert problems == []
    context.close()


def write(page: Page, number: int, words: str) -> None:
    page.locator(f"#p{number} .add").click()
    page.locator(f"#p{number} textarea").fill(words)


def save(page: Page, path: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator("#save").click()
    assert waiting.value.suggested_filename.startswith("review-fractions")
    waiting.value.save_as(path)
    return path


@pytest.mark.browser
def test_comments_are_kept_saved_and_come_back(
    shared_browser: Any, file: Path, tmp_path: Path
) -> None:
    with opened(shared_browser, file) as page:
        write(page, 6, "Un demi ?")
        write(page, 20, "Très  bien\n— merci <b>")
        write(page, 21, "gone")
        page.locator("#p21 textarea").fill("  ")
        page.locator("#name").fill("Ana Sol")
        page.locator("#role").fill("prof")
        page.locator("[value=changes]").check()
        page.reload()
        assert page.locator("#count").text_content() == "2"
        assert page.locator("#p6 textarea").input_value() == "Un demi ?"
        back = save(page, tmp_path / "back.json")
        assert "review-fractions-Ana-Sol.json" in page.locator("#status").text_content()
    course = course_at(SMALL[0])
    found = told(course, back)
    assert [(each.rule.code, each.message) for each in found] == [
        ("MB397", f"Ana Sol (prof), {json.loads(back.read_text())['saved']}: "
         "would let people learn from it after the changes"),
        ("MB392", "Ana Sol (prof): Un demi ?"),
        ("MB392", "Ana Sol (prof): Très bien — merci <b>"),
    ]  # fmt: skip
    by_number = {row.number: row for row in rows(course)}
    assert found[1].span == by_number[6].place.span
    assert json.loads(back.read_text("utf-8"))["comments"][0]["text"] == by_number[6].words


@pytest.mark.browser
def test_a_saved_file_goes_on_elsewhere(shared_browser: Any, file: Path, tmp_path: Path) -> None:
    with opened(shared_browser, file) as page:
        write(page, 6, "one")
        first = save(page, tmp_path / "first.json")
    data = json.loads(first.read_text("utf-8"))
    lost = {**data["comments"][0], "place": "gone/page#:1", "comment": "of an older page"}
    first.write_text(json.dumps({**data, "comments": [*data["comments"], lost]}), "utf-8")
    with opened(shared_browser, file) as page:
        assert page.locator("#count").text_content() == "0"
        write(page, 6, "two")
        page.locator("#open").set_input_files(first)
        page.wait_for_function("document.querySelector('#count').textContent === '2'")
        again = save(page, tmp_path / "again.json")
        page.locator("#open").set_input_files(file)
        page.wait_for_selector("#status.loud")
    said = {each["comment"] for each in json.loads(again.read_text("utf-8"))["comments"]}
    assert said == {"two\n\none", "of an older page"}


@pytest.mark.browser
def test_a_browser_that_keeps_nothing_says_so(
    shared_browser: Any, file: Path, tmp_path: Path
) -> None:
    blocked = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    with opened(shared_browser, file, lambda page: page.add_init_script(blocked)) as page:
        status = page.locator("#status")
        assert "ne garde rien" in status.text_content()
        write(page, 6, "one")
        assert "loud" in (status.get_attribute("class") or "")
        assert len(json.loads(save(page, tmp_path / "b.json").read_text())["comments"]) == 1


@pytest.mark.browser
def test_the_keyboard_is_enough(shared_browser: Any, file: Path, tmp_path: Path) -> None:
    with opened(shared_browser, file) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.locator("#p6 .number").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.type("typed")
        page.keyboard.press("Escape")
        focused = "document.activeElement.getAttribute('aria-label')"
        assert page.evaluate(focused) == "Commenter 6"
        assert page.locator("#p6 .box").is_hidden()
        page.locator("#remarks").focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "save"


@pytest.mark.browser
def test_without_scripts_it_can_be_read_and_printed(shared_browser: Any, file: Path) -> None:
    context = shared_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("noscript").is_visible()
    assert not page.locator("#save").is_visible()
    assert page.locator(".number").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("#p6 .said").is_visible()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("root", "scheme"),
    [
        (SMALL[0], "light"),
        (SMALL[1], "dark"),
        *(pytest.param(root, scheme, marks=pytest.mark.audit) for root, scheme in OTHER_LOOKS),
    ],
    ids=lambda each: each if isinstance(each, str) else each.name,
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    root: Path, scheme: str, shared_browser: Any, tmp_path: Path
) -> None:
    path = tmp_path / "r.html"
    path.write_bytes(review_page(sheet(course_at(root))))
    for width in (1280, 360):
        with look(shared_browser, scheme, width) as page:
            asked: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(path.as_uri())
            write(page, 6, "one")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert [each for each in asked if not each.startswith("data:")] == [path.as_uri()]
