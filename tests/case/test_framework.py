"""Exports of a framework: CASE against the official schema, the taxonomy by the platform's rules.

Also of another framework than the reference course's: three levels, and codes of another pattern.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import uuid
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.formats.case import Document, Item, package
from moocbuild.lower import lower
from moocbuild.model.course import Course
from moocbuild.model.text import Text, attribute, walk
from moocbuild.pages.framework import framework_page
from moocbuild.targets import targets

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared/schemas/case/case_v1p1_cfpackage-jsonschema1.json"
TODAY = datetime.date(2026, 11, 21)
OTHER = {
    "course/course.yml": """\
id: tiny
title: Tiny course
version: 1.0.0
released: 2026-01-02
language: en
modules:
  - 01-one
""",
    "course/01-one/index.md": "---\noutcomes: [Listen]\n---\n\n# One\n\nWelcome here.\n",
    "course/01-one/01-lesson.md": "---\nitems: [K-1.2.a]\n---\n\n# A lesson\n\nWords.\n",
    "course/framework.yml": """\
id: other
title: Another framework
language: en
uuid: 0b0f4a2e-7a43-4b7e-8f0a-1d9a0c1e2f33
categories:
  - code: K-1
    title: "Knows; and says so > often"
    items:
      - code: K-1.2
        statement: Listens.
        items:
          - code: K-1.2.a
            statement: Listens.
            short_label: Hears
          - code: K-1.2.b
            statement: "Wäits, \\"so\\"."
            uuid: 5e0e8f0a-1111-4b7e-8f0a-1d9a0c1e2f44
  - code: S
    title: Does
    items:
      - code: S-9
        statement: Acts.
""",
    "quizzes/01-one.md": """\
# Check yourself

## One
<!-- #one -->

`S-9`

Which?

- [ ] Wrong
    > No.
- [x] Right
    > Yes.
- [ ] Other
    > No.
""",
}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Course:
    root = tmp_path_factory.mktemp("other")
    for name, text in OTHER.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None and not report.failed
    return course


@cache
def reference() -> Course:
    course = load(ROOT, Collector(), TODAY).course
    assert course is not None
    return course


def exported(course: Course, name: str) -> bytes:
    target = targets()[name]
    stream = io.BytesIO()
    target.pack(target.render(course), stream)
    return stream.getvalue()


def rows(course: Course) -> list[list[str]]:
    return list(csv.reader(io.StringIO(exported(course, "openedx-taxonomy").decode())))


def test_case_is_valid(other: Course) -> None:
    if not SCHEMA.exists():
        pytest.skip("the official schemas are not beside this repository")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    judge = jsonschema.validators.validator_for(schema)
    validator = judge(schema, format_checker=judge.FORMAT_CHECKER)
    for course in (reference(), other):
        package = json.loads(exported(course, "case"))
        assert [error.message for error in validator.iter_errors(package)] == []


def test_case_has_every_item_under_its_parent(other: Course) -> None:
    package = json.loads(exported(other, "case"))
    codes = {i["identifier"]: i["humanCodingScheme"] for i in package["CFItems"]}
    assert list(codes.values()) == ["K-1", "K-1.2", "K-1.2.a", "K-1.2.b", "S", "S-9"]
    top = package["CFDocument"]["identifier"]
    placed = {
        (
            codes[link["originNodeURI"]["identifier"]],
            codes.get(link["destinationNodeURI"]["identifier"], top),
            link["sequenceNumber"],
        )
        for link in package["CFAssociations"]
    }
    assert placed == {
        ("K-1", top, 1),
        ("K-1.2", "K-1", 1),
        ("K-1.2.a", "K-1.2", 1),
        ("K-1.2.b", "K-1.2", 2),
        ("S", top, 2),
        ("S-9", "S", 1),
    }


def test_identifiers_are_the_authors_or_version_5(other: Course) -> None:
    package = json.loads(exported(other, "case"))
    assert package["CFDocument"]["identifier"] == "0b0f4a2e-7a43-4b7e-8f0a-1d9a0c1e2f33"
    found = {i["humanCodingScheme"]: uuid.UUID(i["identifier"]) for i in package["CFItems"]}
    assert found["K-1.2.b"] == uuid.UUID("5e0e8f0a-1111-4b7e-8f0a-1d9a0c1e2f44")
    assert {found[code].version for code in found if code != "K-1.2.b"} == {5}
    links = [uuid.UUID(link["identifier"]) for link in package["CFAssociations"]]
    assert {link.version for link in links} == {5}
    assert len({*links, *found.values()}) == 12


def test_dates_are_the_releases(other: Course) -> None:
    package = json.loads(exported(other, "case"))
    parts = [package["CFDocument"], *package["CFItems"], *package["CFAssociations"]]
    assert {part["lastChangeDateTime"] for part in parts} == {"2026-01-02T00:00:00Z"}


def test_statements_are_quoted_to_the_letter() -> None:
    package = json.loads(exported(reference(), "case"))
    said = {i["humanCodingScheme"]: i["fullStatement"] for i in package["CFItems"]}
    framework = reference().framework
    everything = (*framework.categories, *framework.items)
    assert said == {c.code: c.statement for c in everything}
    assert len(package["CFItems"]) == len(package["CFAssociations"]) == 76


def test_a_taxonomy_has_parents_first_and_values_once(other: Course) -> None:
    for course in (reference(), other):
        head, *lines = rows(course)
        assert head == ["id", "value", "parent_id"]
        seen: set[str] = set()
        for id, value, parent in lines:
            assert not parent or parent in seen
            assert value.startswith(f"{id} ") and len(value) <= 500
            assert not set(";\t\n") & set(value) and " > " not in value
            seen.add(id)
        assert len(seen) == len({value for _, value, _ in lines}) == len(lines)


def test_what_parts_tags_for_the_platform_is_written_another_way(other: Course) -> None:
    values = {id: value for id, value, _ in rows(other)[1:]}
    assert values["K-1"] == "K-1 Knows, and says so › often"
    assert values["K-1.2"] != values["K-1.2.a"]  # the same words, told apart by the code


def test_tags_of_a_course_are_values_of_its_taxonomy(other: Course) -> None:
    (variant,) = variants(other, BuildRequest(("olx",)), Collector())
    package = variant.target.render(variant.course)
    tags = list(csv.reader(io.StringIO(package.read("tags.csv").decode())))
    assert tags[0][3] == "other"
    values = {value for _, value, _ in rows(other)}
    used = {value for row in tags[1:] for value in row[3].split(";")}
    assert used == {"K-1.2.a Listens.", "S-9 Acts."} <= values


def test_every_target_takes_the_other_framework(other: Course) -> None:
    for variant in variants(other, BuildRequest(tuple(targets())), Collector()):
        assert variant.target.render(variant.course).names()


NESTED = """\
id: nested
title: Three levels
language: en
categories:
  - code: A
    title: Area
    items:
      - code: A.0
        statement: Belongs to the area itself.
    categories:
      - code: A.1
        title: Field
        items:
          - code: A.1.1
            statement: Listens.
          - code: S-9
            statement: Acts.
      - code: A.2
        title: Empty field
  - code: B
    title: Another area
    items:
      - code: K-1.2.a
        statement: Waits.
"""
PARENTS = {
    "A": "",
    "A.0": "A",
    "A.1": "A",
    "A.1.1": "A.1",
    "S-9": "A.1",
    "A.2": "A",
    "B": "",
    "K-1.2.a": "B",
}


@pytest.fixture
def nested(tmp_path: Path) -> Course:
    for name, text in {**OTHER, "course/framework.yml": NESTED}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    report = Collector()
    course = load(tmp_path, report, TODAY).course
    assert course is not None and not report.failed, report.found
    return course


def test_categories_within_categories_are_exported_below_them(nested: Course) -> None:
    assert {id: parent for id, _, parent in rows(nested)[1:]} == PARENTS
    package = json.loads(exported(nested, "case"))
    codes = {i["identifier"]: i["humanCodingScheme"] for i in package["CFItems"]}
    placed = {
        codes[link["originNodeURI"]["identifier"]]: codes.get(
            link["destinationNodeURI"]["identifier"], ""
        )
        for link in package["CFAssociations"]
    }
    assert placed == PARENTS
    lines = csv.reader(io.StringIO(exported(nested, "moodle-competencies").decode()))
    assert {row[1]: row[0] for row in list(lines)[2:]} == PARENTS


def test_the_page_shows_them_one_level_lower(nested: Course) -> None:
    page = framework_page(nested)
    (text,) = page.parts
    assert isinstance(text, Text)
    headings = [
        (name, attribute((name, attributes, children, line), "id"))
        for name, attributes, children, line in walk(text.nodes)
        if name in ("h2", "h3", "h4")
    ]
    assert headings == [
        ("h2", "A"),
        ("h3", "A.0"),
        ("h3", "A.1"),
        ("h4", "A.1.1"),
        ("h4", "S-9"),
        ("h3", "A.2"),
        ("h2", "B"),
        ("h3", "K-1.2.a"),
    ]
    assert [nested.framework.category_of(i) for i in nested.framework.items] == [
        "A",
        "A",
        "A",
        "B",
    ]


def test_an_export_says_nothing_of_course_content() -> None:
    for name in ("case", "openedx-taxonomy"):
        report = Collector()
        assert lower(reference(), targets()[name], report) is reference()
        assert report.found == []


def test_the_same_bytes_twice() -> None:
    for name in ("case", "openedx-taxonomy"):
        assert exported(reference(), name) == exported(reference(), name)


WHOLE = uuid.UUID(int=1)


def test_quoted_statements_carry_their_rights() -> None:
    item = Item(
        identifier=uuid.UUID(int=2),
        code="A",
        statement="Listens.",
        type="Item",
        parent=uuid.UUID(int=1),
    )
    facts = {"title": "T", "creator": "C", "changed": "2026-01-02T00:00:00Z"}
    ours = Document(
        identifier=uuid.UUID(int=1), rights="Quoted from X.", rights_title="Rights", **facts
    )
    made = json.loads(package(ours, [item]))
    (licence,) = made["CFDefinitions"]["CFLicenses"]
    assert licence["licenseText"] == "Quoted from X."
    links = [made["CFDocument"]["licenseURI"], made["CFItems"][0]["licenseURI"]]
    assert {link["identifier"] for link in links} == {licence["identifier"]}
    assert {link["title"] for link in (*links, licence)} == {"Rights"}
    none = json.loads(package(Document(identifier=WHOLE, **facts), [item]))
    assert "CFDefinitions" not in none and "licenseURI" not in none["CFItems"][0]
