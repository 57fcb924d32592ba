"""One package in several languages: a learner who switches loses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from lxml import etree

from i18n.courses import together
from moocbuild.package import Package
from moocbuild.player.html.script import FIRST
from moocbuild.verify import verify
from player.conftest import HERE as PLAYER
from player.conftest import SCORM_AGAIN, Lms, Server
from whole.courses import COURSES, course, root

TARGETS = {"": "web", "1.2": "scorm-1.2", "2004": "scorm-2004"}


def other(name: str) -> str:
    """A language that runs the other way than the course's own."""
    return "fr" if course(name).language == "ar" else "ar"


@cache
def package(name: str, target: str) -> Package:
    (variant,) = together(root(name), ("de", other(name)), (target,))
    assert re.fullmatch(rf"[\w-]+-[\d.]+-mul-{target}\.zip", variant.file)
    made = variant.target.render(variant.course)
    verify(made, target)
    return made


def pages(made: Package) -> Iterator[tuple[str, Any]]:
    for name, content in made.members.items():
        if name.endswith(".html") and isinstance(content, bytes):
            yield name, lxml.html.fromstring(content)


@pytest.mark.parametrize("name", COURSES)
def test_every_page_leads_to_itself_in_every_language(name: str) -> None:
    made = package(name, "web")
    language = {file: page.get("lang") for file, page in pages(made)}
    first = language["index.html"]
    assert set(language.values()) == {first, "de", other(name)}
    for file, page in pages(made):
        links = page.xpath("//nav[@class='languages']/a")
        assert [link.get("lang") for link in links] == [first, "de", other(name)]
        assert [language[link.get("href")] for link in links] == [first, "de", other(name)]
        (here,) = (link for link in links if link.get("aria-current"))
        assert here.get("href") == file
        ids = {page.get("data-page")} | {p.get("data-page") for f, p in pages(made) if f == file}
        assert len(ids) == 1


@pytest.mark.parametrize("name", COURSES)
@pytest.mark.parametrize("target", ["web", "scorm-1.2"])
def test_every_file_that_a_page_names_is_there(name: str, target: str) -> None:
    made = package(name, target)
    for file, page in pages(made):
        for attribute in ("href", "src"):
            for url in page.xpath(f"//@{attribute}"):
                path = re.split(r"[?#]", url)[0]
                if path and not re.match(r"[a-z]+:", path):
                    assert path in made.members, (file, url)
        tongue = "" if page.get("lang") == next(pages(made))[1].get("lang") else page.get("lang")
        scripts = page.xpath("//script/@src")
        ends = f"_{tongue}.js" if tongue else ".js"
        assert all(s.endswith(ends) for s in scripts if s != FIRST), scripts
        own = page.xpath("//main//a/@href | //nav[@class='menu']//a/@href")
        others = set(page.xpath("//nav[@class='languages']/a/@href"))
        inner = [u for u in own if u.split("#")[0].endswith(".html") and u not in others]
        ends = f"_{tongue}.html" if tongue else ".html"
        assert all(url.split("#")[0].endswith(ends) for url in inner), file


def test_all_files_are_in_the_manifest() -> None:
    made = package("fractions", "scorm-2004")
    manifest = made.members["imsmanifest.xml"]
    assert isinstance(manifest, bytes)
    listed = set(etree.fromstring(manifest).xpath("//*[local-name()='file']/@href"))
    assert {"lire.quiz_de.html", "player_ar.js", "index.html"} <= listed


def test_the_first_language_is_as_it_is_alone() -> None:
    """But for the switch: who has bookmarks, or records of answers, finds everything."""
    made = package("fractions", "web").members
    names = {re.sub(r"_(de|ar)(?=\.\w+$)", "", name) for name in made}
    assert names <= set(made)


# --- in a browser -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def members() -> Mapping[str, Mapping[str, bytes]]:
    return {
        version: {k: v for k, v in package("fractions", t).members.items() if isinstance(v, bytes)}
        for version, t in TARGETS.items()
    }


@pytest.fixture
def visit(
    shared_browser: Any,
    members: Mapping[str, Mapping[str, bytes]],
    request: pytest.FixtureRequest,
) -> Iterator[Lms]:
    if not SCORM_AGAIN.is_dir():
        pytest.skip("no npm packages: npm --prefix tests/player ci")
    server = Server()
    server.files["/lms.html"] = (Path(PLAYER) / "lms.html").read_bytes()
    for name in ("scorm12.js", "scorm2004.js"):
        server.files[f"/{name}"] = (SCORM_AGAIN / name).read_bytes()
    lms = Lms(shared_browser, server, request.param, members[request.param])
    yield lms
    lms.context.close()
    server.close()


def switch(lms: Lms, language: str) -> Any:
    lms.frame.locator(f".languages a[hreflang={language}]").click()
    lms.frame.wait_for_selector(
        f"html.js[lang={language}] [data-set=font][aria-pressed]", state="attached"
    )
    return lms.frame


@pytest.mark.browser
@pytest.mark.parametrize("visit", list(TARGETS), indirect=True)
def test_a_learner_who_switches_loses_nothing(visit: Lms) -> None:
    frame = visit.open("lire.quiz.html")
    form = frame.locator("form.question").first
    id = form.get_attribute("id")
    right = form.locator("input").first.get_attribute("value")
    form.locator("input").first.check()
    form.locator("button[type=submit]").click()
    frame.wait_for_selector(f"#{id} .verdict:not(:empty)")
    result = form.get_attribute("data-result")
    frame = switch(visit, "de")
    form = frame.locator(f"#{id}")
    assert form.locator(".verdict").inner_text()
    assert form.locator(f"input[value={right}]").count() == 1
    assert frame.locator("h1").inner_text().startswith("⟦")
    if visit.version:
        assert visit.holds("cmi.suspend_data").startswith("m2;")
        said = [c for c in visit.calls() if c.verb == "SetValue" and c.element.endswith(".id")]
        assert any("interactions" in call.element for call in said)
    frame = switch(visit, "ar")
    assert frame.locator("html").get_attribute("dir") == "rtl"
    assert frame.locator(f"#{id} .verdict").inner_text()
    assert result in ("good", "off", "part")
    if visit.version:
        assert visit.leave() == []


@pytest.mark.browser
@pytest.mark.parametrize("visit", [""], indirect=True)
def test_a_course_opens_again_in_the_language_that_was_chosen(visit: Lms) -> None:
    visit.open("index.html")
    switch(visit, "de")
    visit.page.goto(f"{visit.server.url}/course/index.html")
    visit.page.wait_for_url("**/index_de.html")
    visit.frame = visit.page.main_frame
    visit.frame.wait_for_selector("[data-set=font][aria-pressed]", state="attached")
    switch(visit, "fr")
    visit.open("index.html")
    assert visit.page.url.endswith("/index.html")
