"""Editions: which LMS the player talks to, and how the package says so. One row each."""

from __future__ import annotations

from dataclasses import dataclass

from moocbuild.formats.imscp import SCORM_1_2, SCORM_2004, Profile


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edition:
    """adapters: the scripts that speak with the LMS. profile: the manifest's, None without one."""

    name: str
    adapters: tuple[str, ...]
    profile: Profile | None = None


SCORM_12 = Edition(
    name="scorm-1.2", adapters=("lms_scorm12.js", "lms_scorm.js"), profile=SCORM_1_2
)
SCORM_2004_4TH = Edition(
    name="scorm-2004", adapters=("lms_scorm2004.js", "lms_scorm.js"), profile=SCORM_2004
)
NONE = Edition(name="none", adapters=("lms_none.js",))
EDITIONS = (SCORM_12, SCORM_2004_4TH, NONE)
