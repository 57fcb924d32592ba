"""Titles, through what learning systems do to each field until a learner reads them."""

from __future__ import annotations

import csv
import html
import html.entities
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector
from moocbuild.formats import moodle
from moocbuild.formats.titles import LONGEST, as_either, as_html, fitting
from moocbuild.model.course import Activity, Course, Quiz
from moocbuild.package import Package
from player.course import small_course

TITLES = (
    "Cool <5 °C, hot >65 °C",
    "<1>",
    "<HACCP>",
    "a<b",
    "a <",
    "x < y > z",
    "</title><script>alert(1)</script>",
    "<!-- x",
    "&lt;",
    "&amp;lt; &#60;b&#62; &copy; &copy &CounterClockwiseContourIntegral;",
    "R&D; AT&T, Q & A",
    "{mlang}",
    "{mlang de}Wärme{mlang}",
    '<span lang="de" class="multilang">Wärme</span>',
    "[[x]]",
    "$@NULL@$",
    "$@FILEPHP@$ @@PLUGINFILE@@",
    '%24 \\\' "quoted"',
)
JOINER = "\u2060"

Reader = Callable[[str], str]


def stripped(text: str) -> str:
    """PHP's strip_tags."""
    return re.sub(r"<(?![ \t\n\r\f])[^>]*(?:>|$)", "", text)


def moodle_name(kept: str) -> str:
    """What a reader sees of a name that Moodle keeps, with a filter for languages at work.

    A restore refuses what cleaning would change and takes `$@…@$` for its own.
    """
    assert stripped(kept) == kept
    assert "$@" not in kept
    shown = re.sub(r"\{\s*mlang\s+[\w,-]+\s*\}.*?\{\s*mlang\s*\}", "", kept, flags=re.I)
    shown = re.sub(r"&(?![a-zA-Z0-9#]{1,8};)", "&amp;", shown)
    return html.unescape(shown.replace("<", "&lt;"))


_KNOWN = rf"(?:#\d+|{'|'.join(html.entities.name2codepoint)});"


def cartridge_name(written: str) -> str:
    """Moodle's import decodes, escapes what is no reference yet, and reads that as XML."""
    once = _decoded(written)
    escaped = re.sub(rf"&(?!{_KNOWN})", "&amp;", once).replace("<", "&lt;")
    kept = etree.fromstring(f"<name>{escaped}</name>").text or ""
    # A course's short name is made of the title as it was written.
    short = _decoded(written.replace(" ", "").upper()[:94])
    assert stripped(_decoded(short)) == _decoded(short)
    return moodle_name(kept)


def _decoded(text: str) -> str:
    return re.sub(f"&{_KNOWN}", lambda found: html.unescape(found[0]), text)


def printed(written: str) -> str:
    """Open edX's SCORM block puts titles into its page as they are."""
    assert not re.search(r"<[A-Za-z/!?]", written)
    return html.unescape(written)


def both(written: str) -> str:
    """A manifest of SCORM."""
    shown = moodle_name(written)
    assert printed(written) == shown
    return shown


def read(title: str) -> str:
    return " ".join(title.split()).replace(JOINER, "")


@pytest.mark.parametrize("title", TITLES)
def test_each_kind_of_field(title: str) -> None:
    assert moodle_name(moodle.name(title)).replace(JOINER, "") == title
    assert both(as_either(title)).replace(JOINER, "") == title
    assert cartridge_name(as_html(title, decoded=2)).replace(JOINER, "") == title


@pytest.mark.parametrize("title", ["Temperature & time", "x < y > z", "R&D", "a > b; c", "[[x]]"])
def test_what_needs_nothing_stays(title: str) -> None:
    assert as_either(title) == title


_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
_PARTS = st.lists(st.sampled_from([*TITLES, "<", "&", ";", "{", "$@", "#", "lt", " ", "mlang"]))


@settings(deadline=None)
@given(st.one_of(_TEXT, _PARTS.map("".join)))
def test_any_title(title: str) -> None:
    line = fitting(title)
    for shown in (
        moodle_name(moodle.name(title)),
        both(as_either(line)),
        cartridge_name(as_html(line, decoded=2)),
    ):
        assert read(shown) == read(line)


@settings(deadline=None)
@given(_PARTS.map("".join), st.integers(1, 40), st.integers(60, 255), st.booleans())
def test_titles_are_cut_where_they_are_too_long(
    part: str, times: int, longest: int, ended: bool
) -> None:
    ending = " (A.1, <B.2>)" if ended else ""
    made = fitting(part * times, longest, ending=ending)
    whole = read(part * times) or "…"
    assert len(as_html(made)) <= longest
    assert made.endswith(ending)
    assert "\n" not in made
    if len(as_html(whole + ending)) <= longest - part.count(JOINER) * times:
        assert read(made) == whole + ending


def test_an_ending_stays_whole() -> None:
    made = fitting("long " * 100, ending=" (IX.2)")
    assert LONGEST - 2 <= len(made) <= LONGEST and made.endswith("… (IX.2)")
    assert made.startswith("long long")
    many = fitting("title", ending=" (" + "IX.2, " * 60 + ")")
    assert many.startswith("title (IX.2, IX.2") and many.endswith("…)")
    assert fitting(" two\n lines ") == "two lines"
    assert fitting(" ") == "…"


# --- in packages -------------------------------------------------------------------------------


def titled(title: str, *, sco: str = "course") -> Course:
    """A course in which everything that has a title has this one."""
    course = small_course(sco)

    def page(each: Activity) -> Activity:
        if not isinstance(each, Quiz):
            return replace(each, title=title)
        asked = tuple(replace(question, title=title) for question in each.questions)
        return replace(each, title=title, questions=asked)

    module = course.modules[0]
    own = [each for each in module.activities if each.ordinal]
    welcome = replace(module.welcome, title=title)
    module = replace(module, title=title, welcome=welcome, activities=tuple(map(page, own)))
    items = tuple(replace(item, short_label=title) for item in course.framework.items)
    framework = replace(course.framework, title=title, items=items)
    return replace(course, title=title, modules=(module,), framework=framework)


def built(course: Course, target: str) -> Package:
    (variant,) = variants(course, BuildRequest((target,)), Collector())
    return variant.target.render(variant.course)


def elements(package: Package, names: str, path: str) -> Iterator[str]:
    """Texts at a path in files of a package."""
    for name in package.names():
        if re.fullmatch(names, name):
            for found in etree.fromstring(package.read(name)).xpath(path):
                yield str(found if isinstance(found, str) else found.text)


def rows(package: Package) -> Iterator[str]:
    """Short names of the framework; those of competencies begin with a code."""
    _, framework, *items = csv.reader(io.StringIO(package.read("competencies.csv").decode()))
    yield framework[2]
    yield from (row[2].removeprefix(f"{row[1]} ") for row in items)


def inner_manifests(package: Package) -> Iterator[str]:
    """Titles in the packages of simulations inside a backup."""
    for name in package.names():
        data = package.read(name)
        if data.startswith(b"PK"):
            manifest = zipfile.ZipFile(io.BytesIO(data)).read("imsmanifest.xml")
            yield from etree.fromstring(manifest).xpath("//*[local-name()='title']/text()")


MANIFEST = "//*[local-name()='organization']//*[local-name()='title']"
LOM = "//*[local-name()='general']/*[local-name()='title']/*[local-name()='string']"
PLACES: Mapping[str, tuple[str, Callable[[Package], Iterator[str]], Reader]] = {
    "a backup's course": (
        "moodle",
        lambda p: elements(p, "course/course.xml", "/course/fullname"),
        moodle_name,
    ),
    "the course that a restore asks about": (
        "moodle",
        lambda p: elements(p, "moodle_backup.xml", "//original_course_fullname"),
        moodle_name,
    ),
    "what a restore lists": (
        "moodle",
        lambda p: elements(p, "moodle_backup.xml", "//activity/title"),
        moodle_name,
    ),
    "sections": (
        "moodle",
        lambda p: elements(p, "sections/.*/section.xml", "/section[number > 0]/name"),
        moodle_name,
    ),
    "activities": (
        "moodle",
        lambda p: elements(p, "activities/.*/(page|quiz|scorm).xml", "/activity/*/name"),
        moodle_name,
    ),
    "grades": (
        "moodle",
        lambda p: elements(p, "activities/.*/grades.xml", "//itemname"),
        moodle_name,
    ),
    "questions": (
        "moodle",
        lambda p: elements(p, "questions.xml", "//question/name"),
        moodle_name,
    ),
    "categories": (
        "moodle",
        lambda p: elements(p, "questions.xml", "//question_category/name"),
        moodle_name,
    ),
    "the rows of simulations": (
        "moodle",
        lambda p: elements(p, "activities/.*/scorm.xml", "//sco/title"),
        moodle_name,
    ),
    "simulations": ("moodle", inner_manifests, moodle_name),
    "a question file": (
        "moodle-xml",
        lambda p: elements(p, ".*", "//question/name/text"),
        moodle_name,
    ),
    "competencies": ("moodle-competencies", rows, moodle_name),
    "a cartridge's course": (
        "cc-1.1",
        lambda p: elements(p, "imsmanifest.xml", LOM),
        cartridge_name,
    ),
    "a cartridge's contents": (
        "cc-1.1",
        lambda p: elements(p, "imsmanifest.xml", MANIFEST),
        cartridge_name,
    ),
    "a cartridge's quizzes": (
        "cc-1.1",
        lambda p: elements(p, ".*q-.*xml", "//*[local-name()='assessment']/@title"),
        cartridge_name,
    ),
    "a cartridge's questions": (
        "cc-1.1",
        lambda p: elements(p, ".*q-.*xml", "//*[local-name()='item']/@title"),
        cartridge_name,
    ),
    "SCORM 1.2": ("scorm-1.2", lambda p: elements(p, "imsmanifest.xml", MANIFEST), both),
    "SCORM 2004": ("scorm-2004", lambda p: elements(p, "imsmanifest.xml", MANIFEST), both),
}


OURS = {"About this course", "Help now", "top", "I.1", "II.1"}
"""Titles of pages that a package adds, and categories for the bank's own order."""


@pytest.mark.parametrize("title", TITLES)
def test_each_place(title: str) -> None:
    course = titled(title)
    packages = {name: built(course, name) for name, _, _ in PLACES.values()}
    lessons = built(titled(title, sco="lesson"), "scorm-1.2")
    for place, (target, found, shown) in PLACES.items():
        kept = list(found(packages[target]))
        if place == "SCORM 1.2":
            kept += found(lessons)
        said = [shown(each).replace(JOINER, "") for each in kept]
        assert any(title in each for each in said), place
        assert {each for each in said if title not in each} <= OURS, place
