"""Four whole courses of different subjects, languages and looks, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.targets import targets
from test_diagnostics import HERE, TODAY

COURSES = ("hand-hygiene", "fractions", "git-basics", "bicycle")
ABOUT_COMPETENCIES = frozenset({"case", "moodle-competencies", "openedx-taxonomy"})
FOR_ALL = frozenset(
    {"web", "scorm-1.2", "scorm-2004", "cc-1.1", "cc-1.3", "moodle", "moodle-xml", "olx"}
)
ON_REQUEST = frozenset({"gift", "epub", "qti-2.1", "cmi5"})
"""What a build makes only where it is named."""


def root(name: str) -> Path:
    """Where a course lies."""
    return HERE / "courses" / name


@cache
def course(name: str) -> Course:
    """A course, which has no warning."""
    report = Collector(strict=True)
    found = load(root(name), report, TODAY).course
    assert found is not None and not report.failed, report.found
    return found


@cache
def packages(name: str) -> Mapping[str, Package]:
    """What all targets make of it, by their names; nothing of it is a warning."""
    report = Collector(strict=True)
    made = variants(course(name), BuildRequest(tuple(targets())), report)
    assert not report.failed, report.found
    return {each.target.name: each.target.render(each.course) for each in made}


def package(name: str, target: str) -> Package:
    """What one target makes of it."""
    (made,) = variants(course(name), BuildRequest((target,)), Collector(strict=True))
    return made.target.render(made.course)
