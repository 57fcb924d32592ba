"""The course as a static web site: works from any server, from a disk, and without a network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from moocbuild.model.asset import Asset
from moocbuild.model.course import Course
from moocbuild.package import Content, Package
from moocbuild.package.summary import summary
from moocbuild.player.html.edition import NONE
from moocbuild.player.html.features import FATES
from moocbuild.player.html.question import RENDERERS
from moocbuild.player.html.site import files
from moocbuild.target import Fate, Feature, Target, degraded, lost

WORKER = "sw.js"
_SOURCE = Path(__file__).parent / WORKER
_LARGEST = 100_000
"""Bytes of a media file that is kept without being asked for."""

_UNHEARD = degraded("is asked, but a web site sends the answers to no one")
_FATES: Mapping[Feature, Fate] = {
    **FATES,
    Feature.ATTEMPTS: degraded("counted on the learner's device alone"),
    Feature.SURVEY: _UNHEARD,
    Feature.LIKERT: _UNHEARD,
    Feature.GRADE: lost("a web site has no gradebook; the score is shown to the learner alone"),
    Feature.COMPLETION: degraded("shown to the learner alone"),
    Feature.PROGRESS: degraded("kept on the learner's device, where storage is allowed"),
}


def render(course: Course) -> Package:
    """Every page with `index.html` at the root, and the service worker that keeps them."""
    members = files(course, NONE)
    return Package({**members, WORKER: worker(members), **summary(course)})


def worker(members: Mapping[str, Content]) -> bytes:
    """The service worker of these files. Its text changes with any of them, and only then."""
    kept = sorted(name for name, content in members.items() if _size(content) <= _LARGEST)
    whole = hashlib.sha256()
    for name in kept:
        whole.update(f"{name}\0{_digest(members[name])}\n".encode())
    told = {"MARK": whole.hexdigest()[:16], "FILES": kept}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    return (head + _SOURCE.read_text("utf-8")).encode()


def _size(content: Content) -> int:
    return content.size if isinstance(content, Asset) else 0


def _digest(content: Content) -> str:
    return hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else content.sha256


TARGETS = (
    Target(
        name="web",
        title="Web site",
        suffix=".zip",
        interactions=RENDERERS.known,
        fates=_FATES,
        render=render,
        switches=True,
    ),
)
