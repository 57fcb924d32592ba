"""IMS Common Cartridge 1.1, as Moodle reads it, and 1.3, for Canvas and Open edX."""

from __future__ import annotations

from functools import partial

from moocbuild.target import Target
from moocbuild.targets.common_cartridge import manifest
from moocbuild.targets.common_cartridge.edition import EDITIONS
from moocbuild.targets.common_cartridge.quiz import RENDERERS

TARGETS = tuple(
    Target(
        name=edition.name,
        title=edition.title,
        suffix=".imscc",
        interactions=RENDERERS.known,
        fates=edition.fates,
        reasons=edition.reasons,
        render=partial(manifest.package, edition=edition),
        quiz_size=edition.quiz_size,
    )
    for edition in EDITIONS
)
