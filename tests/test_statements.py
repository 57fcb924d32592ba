"""What a course says of itself: the sentence on its first page, reviews, the same as data."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from moocbuild.build import BuildRequest, variants
from moocbuild.checks.unreviewed_unit import check
from moocbuild.diagnostics import Collector, Span
from moocbuild.model.course import Course, Lesson
from moocbuild.model.statements import Review, Statements
from moocbuild.model.text import Text
from moocbuild.package import Package
from moocbuild.pages import add_pages
from moocbuild.source.yaml.schema import ReviewsFile
from moocbuild.target import Target
from moocbuild.targets import targets
from moocbuild.words.statement import sentence, statement
from small_course import MINIMAL, read
from test_diagnostics import HERE

STATED = """
statements:
  drafted: drafted with <care> & a pen
  endorsement: endorsed by nobody
  made: It was made in a garden.
"""
REVIEW = """
reviews:
  - unit: 01-listening
    who: A person
    role: nurse
    when: 2026-02-03
    version: 1.0.0
    note: Read without the quiz.
"""
WHOLE = "Drafted with <care> & a pen; {}; endorsed by nobody."
NONE, ALL = "no unit reviewed by people yet", "every unit reviewed by people"
FIRST_PAGES = {
    "web": "index.html",
    "scorm-1.2": "index.html",
    "scorm-2004": "index.html",
    "moodle": "sections/section_",
    "olx": "about/overview.html",
    "cmi5": "index.html",
    "epub": "EPUB/title.xhtml",
    "cc-1.1": "pages/p-minimal.course.about.html",
    "cc-1.3": "web_resources/pages/p-listening.index.html",
}
WITH_PAGES = [target for name, target in targets().items() if name in FIRST_PAGES]


def course_in(
    root: Path, statements: str = "", reviews: str | None = None
) -> tuple[Course, Collector]:
    settings = (MINIMAL / "course" / "course.yml").read_text("utf-8") + statements
    listed = {} if reviews is None else {"course/reviews.yml": reviews}
    return read(root, {"course/course.yml": settings, **listed})


def packed(course: Course, target: Target) -> Package:
    (variant,) = variants(course, BuildRequest((target.name,)), Collector())
    return target.render(variant.course)


def texts(package: Package, beginning: str) -> str:
    found = {name: data for name, data in package.members.items() if name.startswith(beginning)}
    assert found, sorted(package.members)
    return " ".join(data.decode() for data in found.values() if isinstance(data, bytes))


def unescaped(text: str) -> str:
    for _ in range(2):  # a Moodle section holds HTML inside XML
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return text.replace("\u2060", "")  # which guards what Moodle would take for a tag


def test_every_target_with_pages_is_tested() -> None:
    without = {"moodle-xml", "gift", "qti-2.1"}
    assert {t.name for t in targets().values() if t.content} - set(FIRST_PAGES) == without


@pytest.mark.parametrize("target", WITH_PAGES, ids=lambda target: target.name)
@pytest.mark.parametrize(("reviews", "people"), [("reviews: []", NONE), (REVIEW, ALL)])
def test_the_first_page_says_it(target: Target, reviews: str, people: str, tmp_path: Path) -> None:
    course, _ = course_in(tmp_path / "c", STATED, reviews)
    page = unescaped(texts(packed(course, target), FIRST_PAGES[target.name]))
    assert WHOLE.format(people) in page


@pytest.mark.parametrize("target", WITH_PAGES, ids=lambda target: target.name)
def test_a_course_without_a_list_of_reviews_says_nothing_of_them(
    target: Target, tmp_path: Path
) -> None:
    course, _ = course_in(tmp_path / "c", STATED)
    package = packed(course, target)
    page = unescaped(texts(package, FIRST_PAGES[target.name]))
    assert "Drafted with <care> & a pen; endorsed by nobody." in page
    written = b" ".join(data for data in package.members.values() if isinstance(data, bytes))
    assert b"reviewed" not in written.lower()


@pytest.mark.parametrize("target", WITH_PAGES, ids=lambda target: target.name)
def test_a_course_that_says_nothing_stays_as_it_is(target: Target, tmp_path: Path) -> None:
    course, report = course_in(tmp_path / "c")
    members = packed(course, target).members.values()
    written = b" ".join(data for data in members if isinstance(data, bytes)).lower()
    assert b"reviewed" not in written
    if target.name != "cmi5":  # whose script speaks of xAPI's own statements
        assert b"statements" not in written
    assert "MB223" not in {found.rule.code for found in report.found}


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "scorm-2004", "moodle"])
def test_programs_can_read_it(target: str, tmp_path: Path) -> None:
    course, _ = course_in(tmp_path / "c", STATED, REVIEW)
    facts = json.loads(texts(packed(course, targets()[target]), "moocbuild.json"))
    told = facts["course"]["statements"] if target == "moodle" else facts["statements"]
    assert told["sentence"] == WHOLE.format(ALL)
    assert told["made"] == "It was made in a garden."
    review = {"unit": "listening", "who": "A person", "role": "nurse", "when": "2026-02-03"}
    assert told["reviews"] == [review]


@pytest.mark.parametrize("target", ["cc-1.1", "cc-1.3"])
def test_a_manifest_says_it(target: str, tmp_path: Path) -> None:
    course, _ = course_in(tmp_path / "c", STATED, "reviews: []")
    manifest = unescaped(texts(packed(course, targets()[target]), "imsmanifest.xml"))
    about = re.search(r"<lom:description>(.*?)</lom:description>", manifest, re.S)
    assert about
    assert f"The smallest course that is complete. {WHOLE.format(NONE)}" in about[1]


def about(course: Course) -> str:
    page = next(page for page in add_pages(course).pages() if page.id == "about")
    assert isinstance(page, Lesson)
    return " ".join(part.plain for part in page.parts if isinstance(part, Text))


def test_the_about_page_lists_reviews(tmp_path: Path) -> None:
    course, _ = course_in(tmp_path / "c", STATED, REVIEW)
    assert "It was made in a garden." in about(course)
    assert "A person, nurse, 2026-02-03, version 1.0.0. Read without the quiz." in about(course)
    assert "No person has reviewed this unit yet." not in about(course)


def test_the_about_page_says_how_it_was_made_alone(tmp_path: Path) -> None:
    course, _ = course_in(tmp_path / "c", "statements: {made: In a garden.}\n")
    assert sentence(course) == ""
    assert "How this course was made In a garden." in " ".join(about(course).split())
    assert "eview" not in about(course)


def test_the_about_page_names_what_nobody_has_reviewed(tmp_path: Path) -> None:
    course, _ = course_in(tmp_path / "c", "", "reviews: []")
    assert "No unit reviewed by people yet." in about(course)
    assert "No person has reviewed this unit yet." in about(course)
    assert [found.message for found in check(course)] == ["nobody has reviewed 'Listening'"]


def test_a_review_of_no_module_is_an_error(tmp_path: Path) -> None:
    course, report = course_in(tmp_path / "c", "", REVIEW.replace("01-l", "02-l"))
    (found,) = (d for d in report.found if d.rule.code == "MB006")
    assert found.message == "unknown module '02-listening'"
    assert (found.span.path, found.span.line) == ("course/reviews.yml", 3)
    assert found.help == "did you mean '01-listening'?"
    assert course.reviews == ()


def test_some_units_are_named(tmp_path: Path) -> None:
    by_hand = Statements(drafted="drafted by hand.")
    course, _ = course_in(tmp_path / "c")
    (module,) = course.modules
    modules = tuple(replace(module, id=title, title=title) for title in ("One", "Two", "Three"))
    reviews = tuple(reviewed(title) for title in ("Three", "One"))
    some = replace(course, modules=modules, reviews=reviews, statements=by_hand, language="en-GB")
    assert sentence(some) == "Drafted by hand; reviewed by people: One, Three."
    every = replace(course, reviews=(reviewed(module.id),), language="xx")
    assert sentence(every) == "Every unit reviewed by people."
    assert sentence(replace(every, language="fr-BE")).startswith("Tous les modules")
    (mark,) = statement(every).nodes[:1]
    assert mark[:2] == ("span", (("lang", "en"),)), "words of ours in a course without its own"


def reviewed(module: str) -> Review:
    day = datetime.date(2026, 2, 3)
    return Review(unit=module, who="A person", role="nurse", when=day, span=Span("r.yml"))


def test_the_kits_line_is_one_that_is_read() -> None:
    kit = (HERE.parent / "docs" / "review-kit.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", kit, re.S)
    lines = {k.strip(" -"): v.split("#")[0].strip() for k, _, v in _pairs(example) if v.strip()}
    row = ReviewsFile.validate({"reviews": [lines]}).reviews[0]
    assert (row.unit, row.when.isoformat()) == ("02-active-listening", "2027-02-11")


def _pairs(example: str) -> list[tuple[str, str, str]]:
    return [line.partition(":") for line in example.splitlines()]
