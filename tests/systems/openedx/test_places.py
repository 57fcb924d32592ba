"""Text that is easily falsified arrives at every place as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario
from moocbuild.targets.olx.names import places
from systems import marked
from systems.openedx.platform import OpenEdx
from systems.openedx.test_play import Visit

pytestmark = [pytest.mark.lms, pytest.mark.slow, pytest.mark.browser]

COURSE = "course-v1:Places+P1+r1"
SHOWN = ("alt", "title", "aria-label", "content", "placeholder", "value")
SYSTEM = "Open edX, 17 July 2025"
ABSENT = {"track", "meter", "competency description"}
"""A track is a package of its own; the title of a meter is for authors; tags have only a name."""
_LISTED = "differs: '’a’ ~ = # | ' for \"'a' ~ = # | \""
_TAG = "differs: ', {1} {mlang' for '; {1} {mlang'"
KNOWN = {"match option": _LISTED, "gap option": _LISTED, "category": _TAG, "competency": _TAG}
"""An entry of a list cannot hold ', nor a tag ;, by which the platform parts them."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return marked.course(tmp_path_factory.mktemp("marked"))


def texts(page: str) -> Iterator[str]:
    """What a reader has of a page; problems are in it as a value that scripts show."""
    if not page.strip():
        return
    root = lxml.html.document_fromstring(page)
    for hidden in root.xpath("//script | //style | //noscript"):
        hidden.drop_tree()
    for markup in root.xpath("//@data-content"):
        yield from texts(f"<div>{markup}</div>")
    for option in root.xpath("//option"):  # what is in a list stands by itself
        yield option.text_content()
        option.drop_tree()
    yield root.text_content()
    yield from root.xpath(f"//*/@*[{' or '.join(f'name()={name!r}' for name in SHOWN)}]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packages")


@pytest.fixture(scope="module")
def tags(platform: OpenEdx, course: Course, folder: Path) -> list[str]:
    """The framework's tags, as Studio shows them."""
    framework = course.framework
    file = marked.written(course, "openedx-taxonomy", folder)
    told = platform.taxonomy(file, framework.title, framework.id)
    return [value for value, *_ in told["tags_api"]]


@pytest.fixture(scope="module")
def found(platform: OpenEdx, course: Course, tags: list[str], folder: Path) -> dict[str, Any]:
    done = platform.again("import", str(marked.written(course, "olx", folder)), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}
    return platform.shown(COURSE)


def test_every_place(
    platform: OpenEdx,
    course: Course,
    tags: list[str],
    found: dict[str, Any],
    shared_browser: Any,
    tmp_path: Path,
    accept: bool,
) -> None:
    told = [html for parts in found["solutions"] for id, html in parts.items() if "solution" in id]
    seen = [text for page in [*found["html"], *told] for text in texts(page)]
    # Other spellings of an answer are accepted as well: those of its author must be among them.
    seen += [*found["titles"], *tags, *(set(found["typed"]) & set(marked.PLACES.values()))]
    seen += marked.loaded("image/svg+xml" in found["images"].values())
    (scenario,) = (page for page in course.pages() if isinstance(page, Scenario))
    with platform.serve(COURSE, "reader") as served, Visit(shared_browser, served) as visit:
        frame = visit.simulation(places(course).unit(scenario.id))
        seen += marked.played(frame, texts)
    (tmp_path / "seen.txt").write_text("\n".join(seen))
    told = marked.verdicts(seen)
    marked.write(tmp_path / "places.txt", {SYSTEM: told})
    print((tmp_path / "places.txt").read_text())
    marked.judged(SYSTEM, told, absent=ABSENT, known=KNOWN, accept=accept)


def test_the_authors_spelling_is_the_first_that_learners_are_shown(found: dict[str, Any]) -> None:
    """CAPA shows all that it accepts, one after the other."""
    shown = [words for parts in found["solutions"] for words in parts.values()]
    for place in ("accepted word", "gap word"):
        written = marked.PLACES[place]
        listed = [words for words in shown if written.partition(" ")[0] in words]
        assert len(listed) == 1
        first, *more = "".join(texts(listed[0])).split(" or ")
        assert first == written and more
