"""Web and SCORM packages: the same pages, manifests that the official schemas accept."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import pytest
from lxml import etree

from formats.shared_schemas import SHARED, WHY_NOT, module
from moocbuild.lower import features
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course, Settings
from moocbuild.package import Package
from moocbuild.package.memo import one_build
from moocbuild.package.zip import write_zip
from moocbuild.player.html import script as player_script
from moocbuild.player.html.edition import EDITIONS, Edition
from moocbuild.player.html.parts import PARTS
from moocbuild.player.html.site import site
from moocbuild.target import Feature, Target
from moocbuild.targets import scorm, web
from pages import sample

ALL: tuple[Target, ...] = (*web.TARGETS, *scorm.TARGETS)
IMSCP = "{*}"


def build(target: Target, course: Course) -> Package:
    return target.render(course)


def test_rows() -> None:
    assert [target.name for target in ALL] == ["web", "scorm-1.2", "scorm-2004"]
    for target in ALL:
        assert set(features(target)) == set(Feature)
        assert target.suffix == ".zip" and len(target.interactions) == 9


def test_pages_are_the_same_in_every_edition(course: Course) -> None:
    packages = [build(target, course) for target in ALL]
    own = {"first.js", "player.js", "later.js", "search.js", "sw.js", "imsmanifest.xml"}
    pages = [{n: c for n, c in package.members.items() if n not in own} for package in packages]
    assert pages[0] == pages[1] == pages[2]
    assert len({package.read("player.js") for package in packages}) == 3


@pytest.mark.parametrize("target", ALL, ids=lambda target: target.name)
def test_same_bytes_twice(target: Target) -> None:
    packed = []
    for _ in range(2):
        stream = io.BytesIO()
        write_zip(build(target, sample.course()), stream)
        packed.append(hashlib.sha256(stream.getvalue()).hexdigest())
    assert packed[0] == packed[1]


@pytest.mark.parametrize("target", scorm.TARGETS, ids=lambda target: target.name)
@pytest.mark.parametrize("sco", ["course", "lesson"])
@pytest.mark.parametrize("title", ["Écouter", sample.HOSTILE])
def test_official_schemas(target: Target, sco: str, title: str, tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip(WHY_NOT)
    package = build(target, sample.course(title=title, settings=Settings(sco=sco)))
    file = tmp_path / "package.zip"
    with file.open("wb") as stream:
        write_zip(package, stream)
    found = module("oracle/conformance.py").check(str(file))
    assert found["kind"].startswith("scorm")
    assert [found[part] for part in ("xsd", "sch", "inst", "cons")] == [[], [], [], []]


@pytest.mark.parametrize("target", scorm.TARGETS, ids=lambda target: target.name)
def test_manifest_of_one_sco(target: Target, course: Course) -> None:
    package = build(target, course)
    assert package.names()[0] == "imsmanifest.xml"
    root = etree.fromstring(package.read("imsmanifest.xml"))
    (item,) = root.iter(f"{IMSCP}item")
    (resource,) = root.iter(f"{IMSCP}resource")
    assert item.get("identifier") == "I_sample" and item.get("isvisible") == "true"
    assert resource.get("href") == "index.html"
    listed = [file.get("href") for file in resource.iter(f"{IMSCP}file")]
    assert sorted(listed) == sorted(set(package.members) - {"imsmanifest.xml"})
    text = package.read("imsmanifest.xml").decode().lower()
    assert "mastery" not in text and "minnormalizedmeasure" not in text and "mapinfo" not in text


def test_manifest_of_lessons(course: Course) -> None:
    package = build(scorm.TARGETS[0], sample.course(settings=Settings(sco="lesson")))
    root = etree.fromstring(package.read("imsmanifest.xml"))
    resources = list(root.iter(f"{IMSCP}resource"))
    scos = [r for r in resources if r.get("{*}scormtype") or "sco" in r.attrib.values()]
    assert len(scos) == len(list(course.pages())) == len(resources) - 1
    launched = {resource.get("href") for resource in scos}
    assert launched <= set(package.members) and "index.html" not in launched
    page = package.read("active-listening.silence.html").decode()
    assert 'data-sco="lesson"' in page


def test_schemas_of_the_author_lie_beside_the_manifest() -> None:
    base = sample.course()
    xsd = Asset(
        href="schemas/scorm12/imscp_rootv1p1p2.xsd",
        media_type="application/xml",
        source=Path("x.xsd"),
        size=4,
        sha256=hashlib.sha256(b"<x/>").hexdigest(),
        content=b"<x/>",
    )
    course = sample.course(
        assets={**base.assets, xsd.href: xsd}, settings=Settings(scorm_schemas="schemas/scorm12")
    )
    package = build(scorm.TARGETS[0], course)
    assert package.read("imscp_rootv1p1p2.xsd") == b"<x/>"
    assert not [name for name in package.members if name.startswith("schemas")]
    assert b"schemaLocation" in package.read("imsmanifest.xml")
    assert not [name for name in build(web.TARGETS[0], course).members if name.endswith(".xsd")]


def test_scripts_are_functions_that_leave_no_names() -> None:
    scripts = [player_script.script(edition, "en") for edition in EDITIONS]
    scripts += [player_script.part(name, "en") for name in PARTS]
    scripts += [player_script.first_script(edition) for edition in EDITIONS]
    for text in map(bytes.decode, scripts):
        assert re.match(r'(?:!function\(\w*\)|\((?:\w+|\(\))=>)\{"use strict";', text)
        assert re.search(r"\}\)?\([\w.|()]*\);\n$", text)


def test_pages_are_printed_once_a_build_and_policy(course: Course) -> None:
    abroad = Edition(name="abroad", adapters=(), sources={"default-src": "https:"})
    with one_build():
        pages = [site(course, edition)["index.html"] for edition in EDITIONS]
        made = zip(EDITIONS, pages, strict=True)
        assert all((page is pages[0]) == (e.policy == EDITIONS[0].policy) for e, page in made)
        assert site(course, abroad)["index.html"] not in pages
    assert site(course)["index.html"] is not site(course)["index.html"], "kept after the build"
