"""What holds for every target, on the reference course. A new target is tested by existing."""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest
from lxml import etree

from moocbuild.build import BuildRequest, Variant, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.formats.xml import DECLARATION
from moocbuild.lower import features
from moocbuild.package import Package
from moocbuild.package.zip import write_zip
from moocbuild.target import Feature
from moocbuild.targets import targets
from moocbuild.verify import verify_whole

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
NAMES = sorted(targets())
ONE_FILE = {  # no archive, and no pages with links
    *(name for name, target in targets().items() if not target.content),
    "moodle-xml",
    "gift",
}
NO_PAGES = {*ONE_FILE, "qti-2.1"}
"""Whose links between pages are words."""
TODAY = datetime.date(2026, 11, 21)
pytestmark = pytest.mark.xdist_group("reference")  # every package of it is made once


@cache
def _built() -> dict[str, tuple[Variant, Package]]:
    report = Collector()
    course = load(ROOT, report, TODAY).course
    assert course is not None
    found = {v.target.name: v for v in variants(course, BuildRequest(tuple(NAMES)), report)}
    assert not report.failed
    return {name: (v, v.target.render(v.course)) for name, v in found.items()}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def package(name: str) -> Package:
    return _built()[name][1]


def test_the_package_is_sound(name: str, package: Package) -> None:
    verify_whole(package, name)
    assert len(package.names()) == 1 if name in ONE_FILE else len(package.names()) > 10


def test_every_feature_has_a_fate(name: str) -> None:
    fates = features(targets()[name])
    assert set(fates) == set(Feature)
    assert all(fate.how for fate in fates.values() if not fate.kept)


def test_every_link_and_file_is_there(name: str, package: Package) -> None:
    dead = [
        f"{page}: {address}"
        for page, address in _addresses(package)
        if not _leads_somewhere(package, page, address)
    ]
    assert not dead
    assert name in NO_PAGES or sum(1 for _ in _addresses(package)) >= 4


def test_it_asks_no_other_host(name: str, package: Package) -> None:
    fetched = [
        (page, address)
        for page, address, loads in _loads(package)
        if loads and address.startswith(("http:", "https:", "//"))
    ]
    assert not fetched


def test_the_same_bytes_twice(name: str, package: Package) -> None:
    variant = _built()[name][0]
    first, second = io.BytesIO(), io.BytesIO()
    variant.target.pack(package, first)
    variant.target.pack(variant.target.render(variant.course), second)
    assert first.getvalue() == second.getvalue()


def test_the_official_schemas_find_nothing(name: str, package: Package, tmp_path: Path) -> None:
    oracle = SHARED / "oracle" / "conformance.py"
    if not oracle.exists():
        pytest.skip("the official schemas are not beside this repository")
    if "imsmanifest.xml" not in package or name == "qti-2.1":  # tests/qti judges each file
        pytest.skip(f"{name} has no manifest for the schemas to judge")
    archive = tmp_path / f"package{targets()[name].suffix}"
    with archive.open("wb") as stream:
        write_zip(package, stream)
    run = subprocess.run(
        [sys.executable, oracle, archive], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def _pages(package: Package) -> Iterator[tuple[str, str]]:
    """HTML files, HTML inside QTI, and problems of Open edX, which hold HTML as elements."""
    for name in package.names():
        if name.endswith((".html", ".xhtml")) or name.startswith("problem/"):
            yield name, package.read(name).decode().removeprefix(DECLARATION)
        elif name.endswith(".xml") and name != "imsmanifest.xml":
            for text in etree.fromstring(package.read(name)).itertext():
                if "<" in text:
                    yield name, text


def _loads(package: Package) -> Iterator[tuple[str, str, bool]]:
    for page, markup in _pages(package):
        for element, attribute, address, _ in lxml.html.fromstring(markup).iterlinks():
            if attribute in ("href", "src", "poster"):
                yield page, address, element.tag not in ("a", "area")


def _addresses(package: Package) -> Iterator[tuple[str, str]]:
    for page, address, _ in _loads(package):
        if not address.startswith(("http:", "https:", "mailto:", "tel:", "data:")):
            yield page, address


@cache
def _ids(text: str) -> frozenset[str]:
    return frozenset(lxml.html.fromstring(text.removeprefix(DECLARATION)).xpath("//@id"))


def _leads_somewhere(package: Package, page: str, address: str) -> bool:
    if address.startswith(("$@", "@@")):
        return _moodle_finds(package, page, address)
    if address.startswith("/jump_to_id/"):
        return f"vertical/{address.removeprefix('/jump_to_id/')}.xml" in package
    if address.startswith("/static/"):
        return address[1:] in package
    if address.startswith("#") and page.startswith(("html/", "problem/")):
        return unquote(address[1:]) in _unit_ids(package, page)
    base = "web_resources" if address.startswith("$IMS-CC-FILEBASE$") else posixpath.dirname(page)
    path, anchor = urldefrag(address.removeprefix("$IMS-CC-FILEBASE$/"))
    target = posixpath.normpath(posixpath.join(base, unquote(path))) if path else page
    if target not in package:
        return False
    return not anchor or unquote(anchor) in _ids(package.read(target).decode())


def _unit_ids(package: Package, page: str) -> frozenset[str]:
    """Ids of all blocks that Open edX shows together with the block of this file."""
    block = page.rpartition(".")[0]
    kind, _, name = block.partition("/")
    units = (n for n in package.names() if n.startswith(("vertical/", "library_content/")))
    unit = next(
        u for u in units if package.read(u).find(f'<{kind} url_name="{name}"'.encode()) >= 0
    )
    blocks = [(b.tag, b.get("url_name")) for b in etree.fromstring(package.read(unit))]
    files = (f"{tag}/{url_name}.{end}" for tag, url_name in blocks for end in ("html", "xml"))
    return frozenset().union(*(_ids(package.read(f).decode()) for f in files if f in package))


def _moodle_finds(package: Package, page: str, address: str) -> bool:
    """A page by its number, a file by its path."""
    if address.startswith("@@PLUGINFILE@@/"):
        return address.removeprefix("@@PLUGINFILE@@") in _moodle_files(package.read("files.xml"))
    found = re.fullmatch(r"\$@([A-Z]+)VIEWBYID\*(\d+)@\$(?:#(.*))?", address)
    if found is None:
        return False
    kind = found[1].lower()
    file = f"activities/{kind}_{found[2]}/{kind}.xml"
    if file not in package:
        return False
    content = etree.fromstring(package.read(file)).findtext(".//content") or "<p/>"
    return not found[3] or unquote(found[3]) in _ids(content)


@cache
def _moodle_files(listing: bytes) -> frozenset[str]:
    files = etree.fromstring(listing).iter("file")
    return frozenset(f"{f.findtext('filepath')}{f.findtext('filename')}" for f in files)
