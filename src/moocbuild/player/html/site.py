"""A course as files: every page, its data, its style.

The same bytes for every edition under the same content security policy.
"""

from __future__ import annotations

import json

from moocbuild import __version__
from moocbuild.model.course import Course
from moocbuild.package import Content
from moocbuild.package.facts import stated
from moocbuild.package.memo import once
from moocbuild.package.names import media_files
from moocbuild.player.html.data import course_script, part_data
from moocbuild.player.html.edition import NONE, Edition
from moocbuild.player.html.page import PageRenderer
from moocbuild.player.html.parts import PARTS
from moocbuild.player.html.script import part, script
from moocbuild.player.html.style import SHEETS, style

PLAYER = "player.js"


def site(course: Course, edition: Edition = NONE) -> dict[str, bytes]:
    """Pages, data, parts of the player, style, moocbuild.json. Printed once for all targets."""
    return dict(_printed(course, edition.policy))


def files(course: Course, edition: Edition) -> dict[str, Content]:
    """Everything that lies in a package but the manifest."""
    media = {path: course.assets[href] for href, path in media_files(course).items()}
    return {**_printed(course, edition.policy), PLAYER: script(edition, course.language), **media}


def _printed(course: Course, policy: str) -> dict[str, bytes]:
    """Made once a build and policy; a course is compared by identity."""
    key = ("site", course, policy)
    return once(key, lambda: _site(course, policy), lambda made: sum(map(len, made.values())))


def _site(course: Course, policy: str) -> dict[str, bytes]:
    printed = PageRenderer(course, policy).pages()
    pages = {name: html.encode("utf-8", "replace") for name, html in printed}
    tables = part_data(course)
    return pages | {
        "course.js": course_script(course),
        **{name: tables.get(name, b"") + part(name, course.language) for name in PARTS},
        **{name: style(name) for name in SHEETS},
        "moocbuild.json": _about(course),
    }


def _about(course: Course) -> bytes:
    facts: dict[str, object] = {
        "course": course.id,
        "title": course.title,
        "version": course.version,
        "released": course.released.isoformat(),
        "language": course.language,
        "moocbuild": __version__,
        **stated(course),
    }
    return json.dumps(facts, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
