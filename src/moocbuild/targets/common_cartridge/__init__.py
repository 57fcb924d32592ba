"""IMS Common Cartridge 1.1, as Moodle reads it, and 1.3, for Canvas and Open edX."""

from __future__ import annotations

from functools import partial

from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.target import Target
from moocbuild.targets.common_cartridge import manifest
from moocbuild.targets.common_cartridge.edition import EDITIONS, Edition
from moocbuild.targets.common_cartridge.quiz import RENDERERS


def _render(edition: Edition, course: Course) -> Package:
    return manifest.package(course, edition)


TARGETS = tuple(
    Target(
        name=edition.name,
        title=edition.title,
        suffix=".imscc",
        interactions=RENDERERS.known,
        features=edition.features,
        render=partial(_render, edition),
        quiz_size=edition.quiz_size,
    )
    for edition in EDITIONS
)
