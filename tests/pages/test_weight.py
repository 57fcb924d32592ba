"""What the pages and scripts of the reference course weigh, as gzip sends them.

Bytes are the same on every machine, so these are limits and no measurements.
"""

from __future__ import annotations

import datetime
import gzip
import statistics
from collections.abc import Mapping
from pathlib import Path

import lxml.html
import pytest

from moocbuild.build import load
from moocbuild.checks.heavy_page import sent
from moocbuild.diagnostics import Collector
from moocbuild.package import Package
from moocbuild.pages import add_pages
from moocbuild.player.html.edition import NONE, SCORM_12, SCORM_2004_4TH, Edition
from moocbuild.player.html.sco import sco
from moocbuild.player.html.script import part
from moocbuild.player.html.search import SCRIPT
from moocbuild.targets import web
from page_weight import about, weigh

ROOT = Path(__file__).parents[2]
KB = 1024
ROUND_TRIP, SPEED = 400, 50  # ms, bytes a ms: slow 3G
BROWSER = 150
"""ms for what a browser does between a script's last byte and a verdict on a phone."""
EDITIONS = {each.name: each for each in (SCORM_12, SCORM_2004_4TH, NONE)}


@pytest.fixture(scope="module")
def packages() -> Mapping[str, Package]:
    """The reference course by edition."""
    loaded = load(ROOT, Collector(), datetime.date(2026, 11, 21))
    assert loaded.course is not None
    course = add_pages(loaded.course)
    (site,) = web.TARGETS
    return {
        name: site.render(course) if edition is NONE else sco(course, edition)
        for name, edition in EDITIONS.items()
    }


def scripts(package: Package, edition: Edition) -> dict[str, bytes]:
    """All of them; of the search its code alone, since its index is the course's own words."""
    found = {name: package.read(name) for name in package.members if name.endswith(".js")}
    if edition.searches:
        code = part(SCRIPT, "en")
        assert found[SCRIPT].endswith(code)
        found[SCRIPT] = code
    return found


@pytest.mark.parametrize(
    ("edition", "most"),
    [("scorm-1.2", 26.6), ("scorm-2004", 26.6), ("none", 27.5)],
)
def test_all_scripts_together(packages: Mapping[str, Package], edition: str, most: float) -> None:
    """No more than before pages could be read first; the search of the web is new, and apart."""
    found = scripts(packages[edition], EDITIONS[edition])
    sizes = {name: len(gzip.compress(data, 9, mtime=0)) for name, data in found.items()}
    sizes.pop(SCRIPT, None)
    assert sum(sizes.values()) <= most * KB, sizes


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_needed_before_reading(packages: Mapping[str, Package], edition: str) -> None:
    package, seen = packages[edition], dict[str, int]()
    lessons, quizzes = list[float](), list[tuple[str, float, int]]()
    for name in package.members:
        if name.endswith(".html"):
            kind, questions = about(package.read(name))
            text = weigh(package, name, seen).text / KB
            if kind == "lesson":
                lessons.append(text)
            elif kind == "quiz":
                quizzes.append((name, text, questions))
    assert len(lessons) > 100 and len(quizzes) > 10
    assert statistics.median(lessons) <= 12
    assert sorted(lessons)[-(-95 * len(lessons) // 100) - 1] <= 15
    assert not [each for each in quizzes if each[1] > 15 + 0.6 * each[2]]


@pytest.mark.parametrize("edition", EDITIONS)
def test_first_question_of_a_quiz_on_slow_3g(
    packages: Mapping[str, Package], edition: str
) -> None:
    """There and back, and the page; then what its head names: two round trips, and the bytes."""
    package = packages[edition]
    times: dict[str, float] = {}
    for name in package.members:
        if name.endswith(".html") and about(package.read(name))[0] == "quiz":
            page = lxml.html.fromstring(package.read(name))
            head = set(page.xpath("/html/head/link[@rel='preload']/@href"))
            head |= {
                *page.xpath("/html/head/link[@rel='stylesheet']/@href"),
                *page.xpath("//script/@src"),
            }
            (then,) = page.xpath("//script/@data-then")
            needed = then.split()[: then.split().index("quiz.js") + 1]
            assert head >= {*needed, "first.js"}, "nothing is asked for a round trip later"
            bytes_of = {each: sent(package.read(each)) for each in (name, *head)}
            text = ROUND_TRIP + bytes_of.pop(name) / SPEED
            times[name] = max(text, 2 * ROUND_TRIP) + sum(bytes_of.values()) / SPEED
    assert len(times) > 10
    assert max(times.values()) <= 1500 - BROWSER, times
