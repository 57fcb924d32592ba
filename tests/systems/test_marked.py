"""Text that is easily falsified, at every place, in packages that need no system to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree

from formats.test_titles import both, built
from moocbuild.model.course import Course
from moocbuild.package import Package
from systems import marked

TITLES = {"course", "framework", "module", "page", "quiz", "simulation"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return marked.course(tmp_path_factory.mktemp("marked"))


@pytest.mark.parametrize("edition", ["1.2", "2004"])
def test_manifests(course: Course, edition: str, accept: bool) -> None:
    """With one SCO for the course, and with one for each page."""
    by_page = replace(course, settings=replace(course.settings, sco="lesson"))
    packages = [built(each, f"scorm-{edition}") for each in (course, by_page)]
    found = marked.verdicts(title for each in packages for title in _titles(each))
    absent = marked.PLACES.keys() - TITLES
    marked.judged(f"the manifest of SCORM {edition}", found, absent=absent, accept=accept)


def _titles(package: Package) -> Iterator[str]:
    root = etree.fromstring(package.read("imsmanifest.xml"))
    yield from map(both, root.xpath("//*[local-name()='title']//text()"))
    yield from root.xpath("//*[local-name()='description']//text()")


def test_every_falsification_is_noticed() -> None:
    for place, text in marked.PLACES.items():
        for changed in (text.replace("<b>", ""), text.replace("&lt;", "<"), text[:-1] + "."):
            assert marked.verdicts([text, changed])[place].startswith("differs"), changed
        assert marked.verdicts([text[:20] + "…"])[place] == marked.ABSENT
        assert marked.verdicts([text[:20] + "…", f"A {text} B"])[place] == marked.WRITTEN
