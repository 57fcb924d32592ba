"""Open edX: the course as OLX, which Studio imports, also again into the same course.

Import the framework (target `openedx-taxonomy`) first: tags are matched by its export id.
"""

from __future__ import annotations

from functools import partial

from moocbuild.package.targz import write_tar_gz
from moocbuild.target import Target
from moocbuild.targets.olx.features import FATES
from moocbuild.targets.olx.outline import package
from moocbuild.targets.olx.problem import RENDERERS

TARGETS = (
    Target(
        name="olx",
        title="Open edX (OLX)",
        suffix=".tar.gz",
        interactions=RENDERERS.known,
        narrow_numbers=True,
        named_by_org=True,
        captions_by_name=True,
        fates=FATES,
        render=package,
        pack=partial(write_tar_gz, folder="course"),
    ),
)
