"""The course as a static web site: works from any server, from a disk, and without a network."""

from __future__ import annotations

from moocbuild.diagnostics import Report
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.player.edition import NONE
from moocbuild.player.question import RENDERERS
from moocbuild.player.site import files
from moocbuild.target import KEPT, Fate, Feature, Target, degraded, lost

_FEATURES: dict[Feature, Fate] = dict.fromkeys(Feature, KEPT) | {
    Feature.GRADE: lost("a web site has no gradebook; the score is shown to the learner alone"),
    Feature.PROGRESS: degraded("kept on the learner's device, where storage is allowed"),
}


def render(course: Course, report: Report) -> Package:
    """Every page with `index.html` at the root."""
    return Package(files(course, NONE))


TARGETS = (
    Target(
        name="web",
        title="Web site",
        suffix=".zip",
        interactions=frozenset(RENDERERS),
        features=_FEATURES,
        render=render,
    ),
)
