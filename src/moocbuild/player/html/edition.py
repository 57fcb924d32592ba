"""Editions: which LMS the player talks to, and how the package says so. One row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from moocbuild.formats.imscp import SCORM_1_2, SCORM_2004, Profile
from moocbuild.values import dataclass

OWN_FILES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What a page may load and speak with: nothing from elsewhere, nothing inline."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edition:
    """adapters: the scripts that speak with the LMS, if there is a `platform`; finders: those that
    look for it before the page is drawn. profile: the manifest's, None without one. searches:
    whether its menu leads to a search of the course.

    sources: what pages may load, by directive of a content security policy. An edition whose
    adapter speaks with another server names it here.
    """

    name: str
    adapters: tuple[str, ...]
    finders: tuple[str, ...] = ()
    platform: bool = True
    searches: bool = False
    profile: Profile | None = None
    sources: Mapping[str, str] = field(default_factory=lambda: OWN_FILES)

    @property
    def policy(self) -> str:
        """The content security policy of its pages."""
        return "; ".join(f"{directive} {allowed}" for directive, allowed in self.sources.items())


SCORM_12 = Edition(
    name="scorm-1.2",
    adapters=("lms_values.js", "lms_scorm12.js", "lms_scorm.js"),
    finders=("lms_scorm12.js", "lms_find.js"),
    profile=SCORM_1_2,
)
SCORM_2004_4TH = Edition(
    name="scorm-2004",
    adapters=("lms_values.js", "lms_answers.js", "lms_scorm2004.js", "lms_scorm.js"),
    finders=("lms_scorm2004.js", "lms_find.js"),
    profile=SCORM_2004,
)
CMI5 = Edition(
    name="cmi5",
    adapters=("lms_values.js", "lms_answers.js", "lms_cmi5.js"),
    sources={**OWN_FILES, "connect-src": "'self' https: http:"},
)
"""Speaks with the record store of whoever launches it, whose address is known only then."""
NONE = Edition(name="none", adapters=("lms_none.js",), platform=False, searches=True)
EDITIONS = (SCORM_12, SCORM_2004_4TH, CMI5, NONE)
