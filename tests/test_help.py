"""The help page and `{local_help}` lead somewhere, also where nobody has confirmed a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course, Lesson
from moocbuild.model.text import Text, attribute, walk
from moocbuild.pages.help import help_page
from moocbuild.targets import targets
from moocbuild.words.crisis import about_crisis
from small_course import MINIMAL, read

PLACES = ("112", "emergency department", "doctor", "person you trust")
LESSON = "course/01-listening/01-silence.md"
MODULE = "course/01-listening/index.md"


def crisis(root: Path, files: dict[str, str] | None = None) -> Course:
    """The smallest course, with a content note."""
    index = (
        (MINIMAL / MODULE)
        .read_text("utf-8")
        .replace("---\n", "---\ncontent_notes: [suicide]\n", 1)
    )
    index += "\n[Help](../contacts.yml)\n"
    course, _ = read(root, {MODULE: index, **(files or {})})
    assert about_crisis(course)
    return course


def shown(page: Lesson) -> Text:
    (text,) = page.parts
    assert isinstance(text, Text)
    return text


def order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places)


def test_a_course_of_another_subject_is_told_nothing_of_crisis(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c")
    assert not about_crisis(course)
    text = shown(help_page(course)).plain
    assert "112" in text and "person you trust" in text
    assert not [word for word in ("uicid", "afraid", "help line", "hospital") if word in text]


def test_without_a_line_it_leads_on(tmp_path: Path) -> None:
    course = crisis(tmp_path / "c")
    assert not course.help_lines()
    text = shown(help_page(course)).plain
    assert all(place in text for place in PLACES)
    assert "Ask your local" not in text


def test_directories_are_links_and_nothing_loads_by_itself(tmp_path: Path) -> None:
    course = crisis(tmp_path / "c")
    found = list(walk(shown(help_page(course)).nodes))
    links = [attribute(each, "href") for each in found if each[0] == "a"]
    assert links == ["tel:112", "https://findahelpline.com", "https://befrienders.org"]
    assert not [each for each in found if each[0] in ("img", "source", "track", "player")]


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "cc-1.1", "cc-1.3", "moodle", "olx"])
def test_every_package_has_the_way(target: str, tmp_path: Path) -> None:
    course = crisis(tmp_path / "c")
    (variant,) = variants(course, BuildRequest((target,)), Collector())
    members = targets()[target].render(variant.course).members.values()
    pages = [data.decode() for data in members if isinstance(data, bytes) and b"befrien" in data]
    assert pages
    assert all("noopener" in page for page in pages if "https://befrienders.org" in page)


def test_confirmed_lines_stand_where_they_are_looked_for(tmp_path: Path) -> None:
    lines = (
        "contacts:\n"
        "  - {country: BE, role: suicide_line, number: 0800 1, confirmed_on: 2026-11-01}\n"
        "  - {country: BE, role: emergency, number: 100, confirmed_on: 2026-11-01}\n"
        "  - {country: BE, role: suicide_line, number: 0800 2}\n"
    )
    course = crisis(tmp_path / "c", {"course/contacts.yml": lines})
    text = shown(help_page(course)).plain
    assert order(
        text, "In immediate danger", "100", "If you need to talk", "0800 1", "Befrienders"
    )
    assert "0800 2" not in text


def test_local_help_names_people_and_places(tmp_path: Path) -> None:
    written = (MINIMAL / LESSON).read_text("utf-8").replace("A gap", "Talk to {local_help}. A gap")
    course, _ = read(tmp_path / "c", {LESSON: written})
    page = next(page for page in course.pages() if page.id == "listening/silence")
    assert isinstance(page, Lesson)
    (text,) = page.parts
    assert isinstance(text, Text)
    assert "a person you trust, a doctor, an emergency department or a help line" in text.plain
    assert next(ref.id for ref in text.refs()) == "help"
