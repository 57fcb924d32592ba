"""Courses of other subjects: nothing is in their packages that their authors did not ask for."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import lxml.html
import pytest

from hostile.course import COURSE, COURSE_YML, LESSON, PICTURE_SVG, Files, write_course
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario
from moocbuild.package import Package
from test_diagnostics import HERE, TODAY

HYGIENE = HERE / "courses" / "hand-hygiene"
OF_ANOTHER_COURSE = re.compile(
    r"help now|crisis|suicid|too much|mental|licence to work|CC-BY|CC BY|0 items|Not today"
    r"|WCAG|\bpeers?\b|training centre|\b112\b|as printed",
    re.I,
)
"""Words that only a course like the reference course may ask for."""


def course_at(root: Path, *, strict: bool = False) -> Course:
    report = Collector(strict=strict)
    course = load(root, report, TODAY).course
    assert course is not None and not report.failed, report.found
    return course


def packages(course: Course) -> Mapping[str, Package]:
    report = Collector(strict=True)
    found = variants(course, BuildRequest(), report)
    assert not report.failed
    return {each.target.name: each.target.render(each.course) for each in found}


def said(package: Package) -> Iterator[tuple[str, str]]:
    """What is written for people in each member; scripts hold every word of the interface."""
    for name, content in package.members.items():
        data = content.content if isinstance(content, Asset) else content
        if data is None or data.startswith((b"PK", b"(", b"window")) or name.endswith(".css"):
            continue
        text = data.decode("utf-8", "replace")
        yield name, lxml.html.fromstring(data).text_content() if name.endswith(".html") else text


@pytest.fixture(scope="module")
def hygiene() -> Mapping[str, Package]:
    return packages(course_at(HYGIENE, strict=True))


def test_a_course_without_competencies_or_help_builds_clean(
    hygiene: Mapping[str, Package],
) -> None:
    assert {"case", "moodle-competencies", "openedx-taxonomy"}.isdisjoint(hygiene)
    assert {"web", "scorm-1.2", "scorm-2004", "cc-1.1", "cc-1.3", "moodle", "olx"} <= set(hygiene)


def test_no_word_of_another_course(hygiene: Mapping[str, Package]) -> None:
    found = {
        (target, name, match[0])
        for target, package in hygiene.items()
        for name, text in said(package)
        for match in [OF_ANOTHER_COURSE.search(text)]
        if match
    }
    assert found == set()


def test_the_search_finds_such_words() -> None:
    """In the minimal course, once it speaks of them."""
    assert OF_ANOTHER_COURSE.search("Need help now? In the European Union it is 112.")


def test_only_pages_that_have_something_to_show(hygiene: Mapping[str, Package]) -> None:
    pages = {name for name in hygiene["web"].members if name.count(".") == 1 and "html" in name}
    assert pages == {"index.html", "completion.html", "about.html"}


# --- pages by choice


def web(root: Path, files: Files) -> Mapping[str, str]:
    course = course_at(write_course(root, files))
    (found,) = variants(course, BuildRequest(("web",)), Collector())
    members = found.target.render(found.course).members
    return {n: c.decode() for n, c in members.items() if isinstance(c, bytes) and ".html" in n}


def test_competencies_without_simulations_or_a_journal() -> None:
    """What counts is told only of what there is to do."""
    course = course_at(HERE / "courses" / "fractions")
    assert not any(isinstance(page, Scenario) for page in course.pages())
    page = dict(said(packages(course)["web"]))["competencies.html"]
    assert "question de quiz" in page and "simulation" not in page
    assert ("journal" in page) == ("journal.html" in packages(course)["web"].members)


def test_an_author_asks_for_help(tmp_path: Path) -> None:
    asked = web(tmp_path / "a", {COURSE: COURSE_YML + "pages: {help: true}\n"})
    slot = web(tmp_path / "b", {LESSON: "# A lesson\n\nTalk to someone: {local_help}.\n"})
    rows = web(tmp_path / "c", {"course/contacts.yml": "contacts: []\n"})
    for pages in (asked, slot, rows):
        assert "help.html" in pages
        assert all('class="help" href="help.html"' in page for page in pages.values())


def test_no_help_unless_it_is_asked_for(tmp_path: Path) -> None:
    off = {COURSE: COURSE_YML + "pages: {help: false}\n", "course/contacts.yml": "contacts: []\n"}
    for number, files in enumerate(({}, off)):
        pages = web(tmp_path / str(number), files)
        assert "help.html" not in pages
        assert not any('class="help"' in page for page in pages.values())


@pytest.mark.parametrize("name", ["framework", "competencies", "completion", "about"])
def test_a_page_is_switched_off(name: str, tmp_path: Path) -> None:
    quiz = "---\nkind: quiz\n---\n\n# Q\n\n## A\n<!-- #qa -->\n\n`A.1`\n\nB?\n\n- [x] C\n- [ ] D\n"
    with_quiz = {"quizzes/01-one.md": quiz}
    there = web(tmp_path / "on", with_quiz)
    gone = web(tmp_path / "off", {**with_quiz, COURSE: f"{COURSE_YML}pages: {{{name}: no}}\n"})
    assert set(there) - set(gone) == {f"{name}.html"}
    assert not any(f'href="{name}.html' in page for page in gone.values())


@pytest.mark.parametrize(
    "name", ["help", "framework", "glossary", "sources", "competencies", "journal", "completion"]
)
def test_an_author_writes_a_page(name: str, tmp_path: Path) -> None:
    own = "# Mine\n\nMy own words, and [a lesson](01-one/01-lesson.md).\n\n## More\n\nThings.\n"
    files = {COURSE: f"{COURSE_YML}pages: {{{name}: own.md}}\n", "course/own.md": own}
    pages = web(tmp_path / "c", {**files, LESSON: "# A lesson\n\nSee [it](../own.md#more).\n"})
    assert "My own words" in pages[f"{name}.html"]
    assert '<a href="one.lesson.html">a lesson</a>' in pages[f"{name}.html"]
    assert f'href="{name}.html#more"' in pages["one.lesson.html"]


def test_an_author_writes_the_page_about_the_course(tmp_path: Path) -> None:
    files = {
        COURSE: COURSE_YML + "pages: {about: us.md, privacy: kept.md, accessibility: true}\n",
        "course/us.md": "# Who we are\n\nA school.\n\n## Where\n\nBy the sea.\n",
        "course/kept.md": "# What we keep\n\nNothing.\n\n## For how long\n\nNever.\n",
    }
    page = web(tmp_path / "c", files)["about.html"]
    order = ["Who we are", "A school", "Where", "What we keep", "For how long", "Accessibility"]
    assert [page.index(f">{words}") for words in order] == sorted(
        page.index(f">{words}") for words in order
    )
    assert '<h2 id="privacy">What we keep</h2>' in page and ">For how long</h3>" in page
    assert "Version 1.0.0, released" not in page


def test_accessibility_claims_what_was_checked(tmp_path: Path) -> None:
    asked = {COURSE: COURSE_YML + "pages: {accessibility: true}\n"}
    page = web(tmp_path / "c", asked)["about.html"]
    assert "every picture has words in its place" in page
    assert "film" not in page and "WCAG" not in page
    bare = web(tmp_path / "b", {**asked, LESSON: "# A lesson\n\nWords.\n"})["about.html"]
    assert "picture" not in bare and "every link" in bare


def test_no_framework_and_no_dummy_file() -> None:
    course, report = course_at(HYGIENE), Collector()
    assert not any(each.rule.code == "MB340" for each in report.found)
    assert variants(course, BuildRequest(("case",)), report) == []
    assert [found.rule.code for found in report.found] == ["MB340"]


def test_no_licence_is_claimed(tmp_path: Path) -> None:
    bare = COURSE_YML.replace("licence: Free\n", "")
    root, report = write_course(tmp_path / "c", {COURSE: bare}), Collector()
    course = load(root, report, TODAY).course
    assert course is not None
    assert "no-licence" in {found.rule.slug for found in report.found}
    claimed = {
        (target, name)
        for target, package in packages(course).items()
        for name, text in said(package)
        if re.search(r"licen[cs]e", text.replace("<license>unknown</license>", ""), re.I)
    }
    assert claimed == set()


# --- files where authors put them


BESIDE: Files = {
    LESSON: "# A lesson\n\n![A bench](bench.svg)\n\n![Another](pictures/big%20one.svg)\n\n"
    "See [the list](list.pdf).\n",
    "course/01-one/bench.svg": PICTURE_SVG.replace("<title>", "<title>Beside "),
    "course/01-one/pictures/big one.svg": PICTURE_SVG.replace("<title>", "<title>Below "),
    "course/01-one/list.pdf": b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n",
    "course/01-one/notes.psd": b"not used, so not looked at",
}


def test_pictures_beside_a_lesson(tmp_path: Path) -> None:
    course = course_at(write_course(tmp_path / "c", BESIDE))
    assert sorted(course.assets) == [
        "course/01-one/bench.svg",
        "course/01-one/list.pdf",
        "course/01-one/pictures/big one.svg",
    ]
    for name, package in packages(course).items():
        whole = b"".join(package.read(each) for each in package.names())
        if name in ("web", "scorm-1.2", "scorm-2004", "cc-1.1", "cc-1.3", "moodle", "olx"):
            assert b"<title>Beside " in whole and b"<title>Below " in whole, name
            assert b"%PDF-1.4" in whole, name


def test_a_file_beside_a_lesson_that_cannot_be_used(tmp_path: Path) -> None:
    files = {LESSON: "# A lesson\n\n![A](a.psd)\n", "course/01-one/a.psd": b"8BPS"}
    report = Collector()
    load(write_course(tmp_path / "c", files), report, TODAY)
    (found,) = (each for each in report.found if each.rule.code == "MB140")
    assert found.span.line == 3 and "svg" in found.help


def test_the_course_is_copied_whole(tmp_path: Path) -> None:
    """What authors are given as an example needs nothing from elsewhere."""
    shutil.copytree(HYGIENE, tmp_path / "copy")
    assert course_at(tmp_path / "copy").title == "Clean hands in the kitchen"
