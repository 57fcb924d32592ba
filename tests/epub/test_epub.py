"""A book is one that e-readers open: structure, navigation, what is linked, what is said of it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Collector
from moocbuild.lower import lower
from moocbuild.model.asset import Asset
from moocbuild.model.course import Activity
from moocbuild.model.text import Ref, element, paragraph, text, with_attributes
from moocbuild.package import Package
from moocbuild.package.zip import write_zip
from moocbuild.targets.epub import TARGETS
from whole.courses import COURSES, package

CHECKER = Path(__file__).parents[1] / "player/node_modules/@likecoin/epubcheck-ts/bin/epubcheck.js"
XHTML = "{http://www.w3.org/1999/xhtml}"
(EPUB,) = TARGETS


def book(*pages: Activity, **more: Any) -> Package:
    return EPUB.render(lower(make.course(*pages, **more), EPUB, Collector()))


def typed(href: str, media_type: str) -> Asset:
    return replace(make.asset(href), media_type=media_type)


def written(made: Package, folder: Path) -> Path:
    file = folder / "book.epub"
    with file.open("wb") as stream:
        write_zip(made, stream)
    return file


def metas(made: Package, name: str) -> list[str]:
    root = etree.fromstring(made.read("EPUB/book.opf"))
    return [m.text or "" for m in root.iter("{*}meta") if m.get("property") == name]


def test_the_type_comes_first_and_can_be_read_in_place() -> None:
    stream = io.BytesIO()
    write_zip(book(make.lesson(make.prose("p"))), stream)
    assert stream.getvalue()[30:58] == b"mimetypeapplication/epub+zip"
    first, second, *_ = zipfile.ZipFile(stream).infolist()
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert second.filename.startswith(("EPUB/", "META-INF/"))


def test_every_file_is_declared_and_every_page_is_in_order() -> None:
    made = package("fractions", "epub")
    root = etree.fromstring(made.read("EPUB/book.opf"))
    items = {item.get("id"): item.get("href") for item in root.iter("{*}item")}
    inner = {name.removeprefix("EPUB/") for name in made.names() if name.startswith("EPUB/")}
    assert sorted(items.values()) == sorted(inner - {"book.opf"})
    order = [items[ref.get("idref")] for ref in root.iter("{*}itemref")]
    nav = etree.fromstring(made.read("EPUB/nav.xhtml"))
    listed = [link.get("href") for link in nav.iter(f"{XHTML}a")]
    assert order == ["title.xhtml", "nav.xhtml", *listed]
    assert set(order) == {name for name in inner if name.endswith(".xhtml")}


def test_it_says_what_readers_need() -> None:
    prose = make.lesson(make.prose("p"))
    assert metas(book(prose), "schema:accessMode") == ["textual"]
    shown = [typed("media/a.png", "image/png"), typed("media/a.vtt", "text/vtt")]
    film = book(prose, assets=[*shown, typed("media/a.mp4", "video/mp4")])
    assert metas(film, "schema:accessMode") == ["textual", "visual", "auditory"]
    assert metas(film, "schema:accessModeSufficient") == ["textual,visual,auditory"]
    assert {"captions", "alternativeText"} <= set(metas(film, "schema:accessibilityFeature"))
    assert metas(film, "schema:accessibilityHazard") == ["unknown"]
    assert metas(book(prose), "schema:accessibilityHazard") == ["none"]
    assert "MathML" in metas(package("fractions", "epub"), "schema:accessibilityFeature")


def test_links_lead_to_pages_and_to_no_file() -> None:
    linked = text(
        paragraph(element("a", "There", href=Ref("page", "m/check", "q"))),
        paragraph(element("a", "Nowhere", href=Ref("page", "m/check", "gone"))),
        paragraph(element("a", "A file", href=Ref("media", "media/a.pdf"))),
        paragraph(element("img", alt="New", src=Ref("media", "media/a.avif"))),
        paragraph(element("img", alt="Half", src=Ref("media", "media/a.png"), width="50%")),
    )
    made = book(
        make.lesson(linked),
        make.quiz(make.question("q", make.single("*a", "b", feedback="so "))),
        assets=[
            typed("media/a.pdf", "application/pdf"),
            typed("media/a.avif", "image/avif"),
            typed("media/a.png", "image/png"),
        ],
    )
    page = made.read("EPUB/m.one.xhtml").decode()
    assert '<a href="m.check.xhtml#q">There</a>' in page
    assert '<a href="m.check.xhtml">Nowhere</a>' in page
    assert "<p>A file</p>" in page and "<p>[New]</p>" in page
    assert 'style="width: 50%"' in page
    assert not [name for name in made.names() if name.endswith((".pdf", ".avif"))]
    quiz = made.read("EPUB/m.check.xhtml").decode()
    assert quiz.index('id="q"') < quiz.index("Answers") < quiz.index("so a")


def test_what_unfolds_is_open_and_headings_stay_with_their_text() -> None:
    """Paper and some readers unfold nothing."""
    folded = text(
        with_attributes(
            element("details", element("summary", "More"), paragraph("Inside")), name="one"
        )
    )
    made = book(make.lesson(folded))
    assert '<details open="open"><summary>' in made.read("EPUB/m.one.xhtml").decode()
    sheet = made.read("EPUB/style.css").decode()
    assert "h6 { break-after: avoid; }" in sheet and "tr { break-inside: avoid; }" in sheet


@pytest.mark.parametrize("name", COURSES)
def test_a_checker_finds_nothing(name: str, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not CHECKER.is_file():
        pytest.skip("no Node, or no epubcheck-ts: npm ci in tests/player")
    file = written(package(name, "epub"), tmp_path)
    done = subprocess.run([node, CHECKER, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "Warnings: 0" in done.stdout, done.stdout + done.stderr


@pytest.mark.audit
@pytest.mark.parametrize("name", COURSES)
def test_epubcheck_finds_nothing(name: str, tmp_path: Path) -> None:
    """The checker of the standard's own makers, which needs Java."""
    if shutil.which("java") is None:
        pytest.skip("no Java")
    epubcheck = pytest.importorskip("epubcheck")
    found = epubcheck.EpubCheck(str(written(package(name, "epub"), tmp_path)))
    assert found.valid and not found.messages, found.messages
