"""SCORM 1.2 and SCORM 2004: the same pages, one row each for what sets them apart.

Facts about importers: docs of `formats.imscp` and `formats.imsss`. The official schemas are not
part of moocbuild; `scorm: {schemas: FOLDER}` in course.yml names a folder of them to copy.
"""

from __future__ import annotations

from functools import partial

from moocbuild.player.html.edition import SCORM_12, SCORM_2004_4TH, Edition
from moocbuild.player.html.features import FATES
from moocbuild.player.html.question import RENDERERS
from moocbuild.player.html.sco import sco
from moocbuild.target import Target


def _target(edition: Edition, title: str) -> Target:
    return Target(
        name=edition.name,
        title=title,
        suffix=".zip",
        interactions=RENDERERS.known,
        fates=FATES,
        render=partial(sco, edition=edition),
        switches=True,
    )


TARGETS = (_target(SCORM_12, "SCORM 1.2"), _target(SCORM_2004_4TH, "SCORM 2004 4th Edition"))
