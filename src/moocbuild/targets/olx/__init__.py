"""Open edX: the course as OLX, which Studio imports, also again into the same course.

Import the framework (target `openedx-taxonomy`) first: tags are matched by its export id.
"""

from __future__ import annotations

from functools import partial

from moocbuild.diagnostics import Report
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.package.targz import write_tar_gz
from moocbuild.target import Target
from moocbuild.targets.olx.features import FEATURES
from moocbuild.targets.olx.outline import package
from moocbuild.targets.olx.problem import RENDERERS


def _render(course: Course, report: Report) -> Package:
    return package(course)


TARGETS = (
    Target(
        name="olx",
        title="Open edX (OLX)",
        suffix=".tar.gz",
        interactions=frozenset(RENDERERS),
        narrow_numbers=True,
        features=FEATURES,
        render=_render,
        pack=partial(write_tar_gz, folder="course"),
    ),
)
