"""Packages for platforms with moocbuild-xblock: the blocks read what the target writes."""

from __future__ import annotations

import copy
import datetime
from dataclasses import replace
from functools import cache

from lxml import etree

from moocbuild.diagnostics import Span
from moocbuild.model.course import Activity, Contact, Course, Quiz, Settings
from moocbuild.model.openedx import OpenEdxSettings
from moocbuild.model.outline import assessed_competencies
from moocbuild.model.question import ExtendedTextInteraction
from moocbuild.model.scenario import Scenario
from moocbuild_xblock import chart, story, xmldata
from moocbuild_xblock.chart import Chart
from moocbuild_xblock.story import Story
from olx.opened import Opened
from olx.test_package import built, framework
from pages.sample import HOSTILE, course

AT = Span("course/contacts.yml", 1)
DAY = datetime.date(2026, 11, 1)
CONTACTS = (
    Contact(country="BE", role="emergency", number="112", confirmed_on=DAY, span=AT),
    Contact(country="BE", role="talk", number="1813", url="ftp://x", confirmed_on=DAY, span=AT),
    Contact(country="BE", role="talk", number="000", span=AT),
)


@cache
def source() -> Course:
    settings = Settings(olx=OpenEdxSettings(xblocks=True))
    return course(framework=framework(), settings=settings, contacts=CONTACTS, countries=("BE",))


@cache
def native() -> Opened:
    return built(source())


def held(kind: str, root: str, made: Opened | None = None) -> str:
    (block,) = (made or native()).of(kind).values()
    return xmldata.plain(copy.deepcopy(block.find(root)))


def read_story() -> Story:
    return story.read_story(held("moocbuild_scenario", "scenario"))


def read_chart(made: Opened | None = None) -> Chart:
    return chart.read_chart(held("moocbuild_competencies", "competencies", made))


def scenario() -> Scenario:
    return next(page for page in source().pages() if isinstance(page, Scenario))


def private(page: Activity) -> list[str]:
    asked = page.debrief_questions if isinstance(page, Scenario) else page.questions
    return [q.id for q in asked if isinstance(q.interaction, ExtendedTextInteraction)]


def test_without_the_setting_nothing_is_another_byte() -> None:
    plain = built(course(framework=framework()))
    assert plain.of("scorm") and not plain.of("moocbuild_scenario")
    assert not any("moocbuild_map" in name for name in plain.package.names())


def test_no_scorm_block_and_no_package_of_one() -> None:
    assert not native().of("scorm")
    assert not [name for name in native().package.names() if name.startswith("scorm/")]


def test_blocks_stand_inside_their_units() -> None:
    for kind in ("moocbuild_scenario", "moocbuild_competencies"):
        (block,) = native().of(kind).values()
        assert block.get("xblock-family") == "xblock.v1" and block.getparent().tag == "vertical"


def test_the_whole_simulation_is_there() -> None:
    read, wanted = read_story(), scenario()
    assert read.start == wanted.scenes[0].id
    assert [scene.title for scene in read.scenes.values()] == [s.title for s in wanted.scenes]
    for scene in wanted.scenes:
        found = read.scenes[scene.id]
        assert found.end == scene.end
        for choice, one in zip(scene.choices, found.choices, strict=True):
            assert one.id == choice.id and one.goes_to == choice.goes_to
            assert one.critical == choice.critical
            assert one.shows == tuple((ref.code, points) for ref, points in choice.evidence)
            assert one.moves == choice.effects
    assert [(m.id, m.start, dict(m.words)) for m in read.meters] == [
        (m.id, m.start, dict(m.words)) for m in wanted.meters
    ]
    asked = [
        q for q in wanted.debrief_questions if isinstance(q.interaction, ExtendedTextInteraction)
    ]
    assert [prompt.id for prompt in read.prompts] == [q.id for q in asked]


def test_hostile_words_arrive_as_words() -> None:
    (choice,) = read_story().scenes["door"].choices[1:]
    text = etree.fromstring(f"<p>{choice.text}</p>")
    assert "".join(text.itertext()) == HOSTILE


def test_only_confirmed_lines_and_addresses_of_the_web() -> None:
    for lines in (read_story().lines, read_chart().lines):
        assert [(line.number, line.emergency, line.url) for line in lines] == [
            ("112", True, ""),
            ("1813", False, ""),
        ]


def test_lines_say_when_they_were_confirmed() -> None:
    package = built(source()).package
    block = package.read("course.xml") + b"".join(
        package.read(name) for name in package.names() if name.endswith(".xml")
    )
    assert block.count(b'confirmed-on="2026-11-01"') == block.count(b"<help ") > 0


def test_the_map_asks_what_the_course_asks() -> None:
    read = read_chart()
    items = [item for category in read.categories for item in category.items]
    known = {item.code for item in source().framework.items}
    assert {item.code for item in items if item.asked} == assessed_competencies(source()) & known
    assert read.later == len(known - assessed_competencies(source()))
    questions = {source.block: source for source in read.sources if source.kind != "scenario"}
    problems = native().of("problem")
    assert questions and set(questions) <= set(problems)
    for name, found in questions.items():
        assert float(problems[name].get("weight", "1")) == found.points
    (played,) = (source.block for source in read.sources if source.kind == "scenario")
    assert played in native().of("moocbuild_scenario")


def test_finals_are_told_from_quizzes() -> None:
    module, about = source().modules
    last = tuple(replace(a, final=True) if isinstance(a, Quiz) else a for a in module.activities)
    made = built(replace(source(), modules=(replace(module, activities=last), about)))
    kinds = {found.kind for found in read_chart(made).sources}
    assert kinds == {"final", "scenario"}
    assert {found.kind for found in read_chart().sources} == {"quiz", "scenario"}


def test_every_private_prompt_has_its_place_in_the_journal() -> None:
    pages = (page for page in source().pages() if not page.id.endswith("-text"))
    wanted = {id for page in pages for id in private(page)}
    assert wanted and {prompt.id for prompt in read_chart().prompts} == wanted


def test_the_map_stands_before_the_made_pages() -> None:
    root = etree.fromstring(native().package.read("course/r1.xml"))
    names = [child.get("url_name") for child in root if child.tag == "chapter"]
    assert names[-2:] == ["moocbuild_map_module", "about_module"]


def test_links_and_files_are_the_platforms() -> None:
    text = held("moocbuild_scenario", "scenario")
    assert "@@" not in text and "../" not in text
