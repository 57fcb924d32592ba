"""The package that Studio imports: what was learned on a running platform, without one."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree
from lxml import html as lxml_html

from moocbuild.diagnostics import Collector
from moocbuild.lower import lower
from moocbuild.model.competency import CompetencyFramework
from moocbuild.model.course import Course, Quiz, Settings
from moocbuild.model.openedx import OpenEdxSettings
from moocbuild.model.text import Nodes, attribute, element, paragraph, text
from moocbuild.model.walk import texts
from moocbuild.targets import targets
from moocbuild.targets.olx import dialect
from moocbuild.targets.olx.dialect import HTML4
from moocbuild.targets.olx.policy import attributes
from moocbuild.verify import verify_whole
from olx.opened import Opened, plain
from pages.sample import HOSTILE, course

TARGET = targets()["olx"]
URL_NAME = re.compile(r"[A-Za-z0-9_.-]{1,100}")


def built(source: Course) -> Opened:
    fitted = lower(source, TARGET, Collector())
    package = TARGET.render(fitted)
    verify_whole(package, "olx")
    return Opened(package)


@cache
def sample() -> Opened:
    return built(course())


def archive(opened: Opened) -> bytes:
    stream = io.BytesIO()
    TARGET.pack(opened.package, stream)
    return stream.getvalue()


def test_every_pointer_leads_to_a_file_and_every_file_is_reached() -> None:
    reached = {f"{kind}/{name}.xml" for kind, name in sample().blocks}
    files = {name for name in sample().package.names() if name.endswith(".xml")}
    assert files - {"course.xml"} <= reached
    pages = {name for name, _ in sample().pages() if name.startswith("html/")}
    assert pages == {
        f"html/{block.get('filename')}.html" for block in sample().of("html").values()
    }


def test_url_names_are_such_as_the_platform_takes() -> None:
    names = [name for _, name in sample().blocks]
    assert all(map(URL_NAME.fullmatch, names))
    folded = [name.lower() for name in names]
    assert len(folded) == len(set(folded))  # jump_to_id looks among all types


def test_pure_xblocks_stand_inside_their_parents() -> None:
    block = sample().of("scorm")["active-listening__late-afternoon_play"]
    assert block.getparent().tag == "vertical"
    assert block.get("xblock-family") == "xblock.v1"
    assert not any(
        name.startswith("scorm/") and name.endswith(".xml") for name in sample().package.names()
    )


def test_the_simulation_comes_as_a_package_of_its_own() -> None:
    block = sample().of("scorm")["active-listening__late-afternoon_play"]
    data = sample().package.read(block.get("scorm_package_path"))
    meta = json.loads(block.get("package_meta"))
    assert meta["size"] == len(data)
    inner = zipfile.ZipFile(io.BytesIO(data))
    assert inner.namelist()[0] == "imsmanifest.xml"
    assert block.get("index_page_path") in inner.namelist()
    manifest = etree.fromstring(inner.read("imsmanifest.xml"))
    first = next(manifest.iter("{*}resource"))
    assert first.get("href") == block.get("index_page_path")
    assert "active-listening.check-yourself.html" not in inner.namelist()


def test_the_way_to_the_text_version_stands_above_the_simulation() -> None:
    unit = sample().of("vertical")["active-listening__late-afternoon_unit"]
    assert [child.tag for child in unit] == ["html", "scorm"]
    page = sample().package.read("html/active-listening__late-afternoon_text.html").decode()
    assert 'href="/jump_to_id/active-listening__late-afternoon-text_unit"' in page
    assert "suicide and fear of forced treatment" in page


def test_links_lead_to_units_and_files() -> None:
    for name, page in [*sample().pages(), *problems_as_html()]:
        for _, name_of, link, _ in lxml_html.fromstring(page).iterlinks():
            if link.startswith("/jump_to_id/"):
                assert link.removeprefix("/jump_to_id/") in sample().of("vertical"), name
            elif link.startswith("/static/"):
                assert link[1:] in sample().package, name
            else:
                assert link.startswith(("#", "https:", "mailto:", "tel:")), (name, name_of, link)


def test_pages_pass_the_optional_validation() -> None:
    """It reads pages with libxml2's HTML 4 parser, and an error refuses the course."""
    for name, page in sample().pages():
        if name.startswith("html/"):
            parser = etree.HTMLParser()
            etree.fromstring(page, parser)
            assert not [e.message for e in parser.error_log], name
    for name, page in [*sample().pages(), *problems_as_html()]:
        tags = {e.tag for e in lxml_html.fromstring(f"<div>{page}</div>").iter(etree.Element)}
        assert tags <= HTML4 | CAPA, name


_CAPA = (
    "problem label choice choicegroup checkboxgroup choicehint optionhint option optioninput"
    " solution demandhint hint multiplechoiceresponse choiceresponse optionresponse"
    " numericalresponse stringresponse responseparam formulaequationinput textline correcthint"
    " additional_answer stringequalhint style"
)
CAPA = frozenset(_CAPA.split())


def problems_as_html() -> list[tuple[str, str]]:
    return [
        (name, etree.tostring(block, encoding="unicode"))
        for name, block in sample().of("problem").items()
    ]


def test_every_word_of_the_course_is_there() -> None:
    source = lower(course(), TARGET, Collector())
    said = sample().words()
    for page in source.pages():
        if hasattr(page, "scenes"):
            continue
        for each in texts(page):
            for line in filter(None, map(plain, strings(each.nodes))):
                assert line in said or line.replace("'", "’") in said, (page.id, line)


def strings(nodes: Nodes) -> Iterator[str]:
    """What is said in each element; of a formula what its author wrote."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node[0] == "formula":
            yield attribute(node, "tex")
        else:
            yield from strings(node[2])


def test_hostile_texts_arrive_as_they_are() -> None:
    whole = plain(HOSTILE.replace("\u2028", " "))
    assert plain("".join(sample().problem("hostile").itertext())).count(whole) >= 1
    outline = json.dumps(json.loads(sample().package.read("policies/r1/policy.json")))
    assert "Need help now?" in outline
    title = built(course(title=HOSTILE)).of("course")["r1"].get("display_name")
    assert title == HOSTILE


def test_the_course_has_a_name_a_start_and_an_end_far_away() -> None:
    root = sample().of("course")["r1"]
    assert root.get("end") == "2099-12-31T23:59:59Z"
    assert root.get("display_name") == "Peer and Team Support in Mental Health"
    assert root.get("start") == "2026-11-21T00:00:00Z"
    assert root.get("license") == "creative-commons: ver=4.0 BY SA"
    pointer = etree.fromstring(sample().package.read("course.xml"))
    assert dict(pointer.attrib) == {"url_name": "r1", "org": "PAT", "course": "sample"}


def test_the_run_is_the_authors() -> None:
    other = built(course(settings=Settings(olx=OpenEdxSettings(run="2027.spring"))))
    assert "course/2027.spring.xml" in other.package
    assert "policies/2027.spring/policy.json" in other.package


def test_graded_subsections_name_their_row_of_the_grading_policy() -> None:
    policy = json.loads(sample().package.read("policies/r1/grading_policy.json"))
    assert policy["GRADE_CUTOFFS"] == {"Pass": 0.7}
    formats = {s.get("format") for s in sample().of("sequential").values() if s.get("graded")}
    assert formats == {row["type"] for row in policy["GRADER"]} == {"Module quiz"}
    assert [row["weight"] for row in policy["GRADER"]] == [1.0]


def test_a_final_assessment_weighs_half_as_much_again() -> None:
    source = course()
    module, about = source.modules
    (quiz,) = (a for a in module.activities if isinstance(a, Quiz))
    questions = tuple(replace(q, id=f"final-{q.id}") for q in quiz.questions)
    final = replace(quiz, id="active-listening/final", final=True, questions=questions)
    both = replace(module, activities=(*module.activities, final))
    made = built(replace(source, modules=(both, about)))
    policy = json.loads(made.package.read("policies/r1/grading_policy.json"))
    weights = {row["type"]: row["weight"] for row in policy["GRADER"]}
    assert weights == {"Module quiz": 0.4, "Final assessment": 0.6}


def test_a_quiz_draws_from_banks_that_share_nothing() -> None:
    unit = sample().of("vertical")["active-listening__check-yourself_unit"]
    direct = [child.get("url_name") for child in unit if child.tag == "problem"]
    kind = "library_content"  # platforms before June 2026 grade an itembank wrong
    banks = [sample().of(kind)[c.get("url_name")] for c in unit if c.tag == kind]
    drawn = [child.get("url_name") for bank in banks for child in bank]
    assert len(drawn) == len(set(drawn)) and not set(drawn) & set(direct)
    counts = [int(bank.get("max_count")) for bank in banks]
    assert all(0 < count < len(bank) for count, bank in zip(counts, banks, strict=True))
    assert len(direct) + sum(counts) == 4


def test_tabs_hold_help_framework_and_privacy() -> None:
    policy = json.loads(sample().package.read("policies/r1/policy.json"))
    rows = [row for row in policy["course/r1"]["tabs"] if row["type"] == "static_tab"]
    assert [row["url_slug"] for row in rows] == ["help", "framework", "privacy"]
    for row in rows:
        assert f"tabs/{row['url_slug']}.html" in sample().package


def test_tags_name_their_taxonomy_and_values_that_it_has() -> None:
    source = course(framework=framework())
    made = built(source)
    rows = list(csv.reader(io.StringIO(made.package.read("tags.csv").decode())))
    assert rows[0] == ["Name", "Type", "ID", "f"]
    listed = targets()["openedx-taxonomy"].render(source).read("taxonomy.csv")
    values = {row[1] for row in csv.reader(io.StringIO(listed.decode()))}
    for _, kind, url_name, tags in rows[1:]:
        assert (kind, url_name) in made.blocks
        assert set(tags.split(";")) <= values
    assert {row[1] for row in rows[1:]} == {"sequential", "problem"}


def framework() -> CompetencyFramework:
    """That of the sample course."""
    return course().framework


def test_the_same_bytes_and_members_in_order() -> None:
    first, again = archive(sample()), archive(built(course()))
    assert first == again
    with tarfile.open(fileobj=io.BytesIO(first)) as tar:
        names = tar.getnames()
    assert names[0] == "course/course.xml"
    assert names[1:] == sorted(names[1:])


def test_an_edited_text_changes_no_name_but_only_files() -> None:
    source = course()
    module, about = source.modules
    lesson = module.activities[0]
    edited = replace(lesson, title="Another title")
    changed = replace(module, activities=(edited, *module.activities[1:]))
    after = built(replace(source, modules=(changed, about)))
    assert set(after.blocks) == set(sample().blocks)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_pages_say_their_language_and_direction(language: str) -> None:
    made = built(course(language=language))
    direction = "rtl" if language == "ar" else "ltr"
    edge = ' style="text-align: start"' if language == "ar" else ""
    said = f'<div lang="{language}" dir="{direction}"{edge}>'
    assert all(said in page for name, page in made.pages() if name.startswith("html/"))
    problem = made.problem("silence")
    (label,) = (found.find(".//span[@lang]") for found in problem.iter("label"))
    hints = [*problem.iter("choicehint"), *problem.iter("hint")]
    marked = [label, *(found[0] for found in [*problem.iter("choice"), *hints])]
    assert len(hints) == 4 and len(marked) == 8
    for found in marked:
        assert (found.get("lang"), found.get("dir")) == (language, direction)


def test_names_of_blocks_hold_no_period_but_for_courses_that_have_records_by_them() -> None:
    old = built(course(settings=Settings(olx=OpenEdxSettings(periods=True))))
    assert not any("." in name for _, name in sample().blocks)
    kept = {(kind, name.replace("__", ".")) for kind, name in sample().blocks}
    assert set(old.blocks) == kept
    assert ("library_content", "active-listening.check-yourself_bank_IX.2") in kept


@pytest.mark.parametrize("ours", [False, True])
def test_learners_draw_anew_only_where_the_author_says_so(ours: bool) -> None:
    kind = "itembank" if ours else "library_content"
    made = built(course(settings=Settings(olx=OpenEdxSettings(redraw=ours, bank=kind))))
    drawn = made.of(kind)
    assert drawn and not made.of("library_content" if ours else "itembank")
    for bank in drawn.values():
        assert bank.get("allow_resetting_children") == ("true" if ours else None)


@pytest.mark.parametrize("ours", [False, True])
def test_banks_are_the_block_that_grades_right_on_every_release(ours: bool) -> None:
    made = built(course(settings=Settings(olx=OpenEdxSettings(xblocks=ours))))
    assert made.of("library_content") and not made.of("itembank")


def test_the_schedule_is_what_the_author_wrote() -> None:
    dates = {"start": datetime.date(2027, 1, 11), "enrollment_end": datetime.date(2027, 2, 1)}
    source = course()
    settings = Settings(olx=OpenEdxSettings(dates=dates, self_paced=False))
    assert (
        dict(attributes(replace(source, settings=settings))).items()
        >= {
            "start": "2027-01-11T00:00:00Z",
            "end": "2099-12-31T23:59:59Z",
            "enrollment_end": "2027-02-01T23:59:59Z",
            "self_paced": "false",
        }.items()
    )
    assert "enrollment_end" not in attributes(source)


def test_only_pages_with_a_last_day_are_due() -> None:
    day = {"active-listening/check-yourself": datetime.date(2027, 2, 1)}
    made = built(course(settings=Settings(olx=OpenEdxSettings(due=day, self_paced=False))))
    due = {name: block.get("due") for name, block in made.of("sequential").items()}
    assert due.pop("active-listening__check-yourself_page") == "2027-02-01T23:59:59Z"
    assert due and set(due.values()) == {None}


def test_the_page_about_the_course_can_be_the_teams() -> None:
    theirs = built(course(settings=Settings(olx=OpenEdxSettings(about=False, image="card.png"))))
    assert not [name for name in theirs.package.names() if name.startswith("about/")]
    assert theirs.of("course")["r1"].get("course_image") == "card.png"
    plain = replace(course(), description="")
    assert "about/short_description.html" not in built(plain).package
    assert "about/short_description.html" in sample().package


def test_right_to_left_texts_say_where_they_begin() -> None:
    """The platform aligns paragraphs and titles to the left, and indents lists from there."""
    prose = text(
        element("h2", "a"),
        paragraph("b"),
        element("ul", element("li", "c")),
        element("dl", element("dt", "d"), element("dd", "e")),
        element("table", element("tr", element("td", "f"), element("td", "g", class_="center"))),
        element("pre", "h"),
        element("notes", element("note", paragraph("i"), id="fn", back="b")),
    )
    start = 'style="text-align: start"'
    made = dialect.html(prose, lambda ref: None, "ar")
    for written in (f"<h2 {start}>a", f"<p {start}>b", f"<td {start}>f", f"<p {start}>i"):
        assert written in made
    assert made.count('style="padding: 0 1.5em 0 0"') == 2  # the notes are a list, too
    assert '<dd style="margin: 0 2em 0 0">e' in made
    assert '<td style="text-align: center">g' in made
    assert '<pre dir="ltr" style="text-align: left">h' in made
    plain = dialect.html(prose, lambda ref: None, "en")
    assert re.findall(r'style="([^"]*)"', plain) == ["overflow-x: auto", "text-align: center"]


def test_a_text_within_one_of_the_other_direction_says_where_it_begins() -> None:
    """The platform aligns all to the left, and indents lists from there."""
    entries = element("ul", element("li", "a"))
    written = element("div", paragraph("b"), entries, lang="ar", dir="rtl")
    made = dialect.html(text(written, entries), lambda ref: None, "en")
    assert made == (
        '<div lang="ar" dir="rtl" style="text-align: start"><p style="text-align: start">b</p>'
        '<ul style="padding: 0 1.5em 0 0"><li>a</li></ul></div><ul><li>a</li></ul>'
    )
    written = element("ul", element("li", "a"), dir="rtl")
    made = dialect.html(text(written), lambda ref: None, "en")
    assert 'style="padding: 0 1.5em 0 0; text-align: start"' in made
    written = element("div", entries, dir="ltr")
    made = dialect.html(text(written), lambda ref: None, "ar")
    assert made == '<div dir="ltr"><ul><li>a</li></ul></div>'


def test_a_table_scrolls_where_it_is_wider_than_the_page() -> None:
    table = element("table", element("tr", element("td", "a")))
    made = dialect.html(text(table), lambda ref: None, "en")
    assert made.startswith('<div style="overflow-x: auto"><table>')


def test_what_labels_a_field_stands_where_the_platform_puts_the_field() -> None:
    """Its lists and fields are at the left, in every language of a site (measured)."""
    labels = [each[0] for each in built(course(language="ar")).problem("silence").iter("label")]
    assert [(each.get("dir"), each.get("style")) for each in labels] == [("rtl", None)]


def test_a_box_has_a_line_at_its_edge_and_a_bold_title() -> None:
    box = element("alert", element("caption", "Note well"), paragraph("a"), kind="tip")
    made = dialect.html(text(box), lambda ref: None, "en")
    assert made.startswith('<div class="admonition tip" style="border-inline-start: 4px solid')
    assert '<p class="admonition-title"><strong>Note well</strong></p><p>a</p>' in made
