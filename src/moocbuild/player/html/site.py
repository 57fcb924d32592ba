"""A course as files: every page, its data, its style.

The same bytes for every edition under the same content security policy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from moocbuild import __version__
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course, Module
from moocbuild.package import Content, Deflated, read
from moocbuild.package.facts import stated
from moocbuild.package.kept import members
from moocbuild.package.memo import once
from moocbuild.package.names import in_tongue, media_files
from moocbuild.player.html.data import course_script, part_data
from moocbuild.player.html.edition import NONE, Edition
from moocbuild.player.html.look import OWN_SHEET, look
from moocbuild.player.html.needs import STYLE, course_needs, kind_sheets
from moocbuild.player.html.page import PageRenderer
from moocbuild.player.html.parts import LATER, files_of, parts_in
from moocbuild.player.html.script import FIRST, first_script, later_script, part, script
from moocbuild.player.html.search import SCRIPT, search_data
from moocbuild.player.html.style import style

PLAYER = "player.js"


def site(course: Course, edition: Edition = NONE) -> dict[str, bytes]:
    """Pages, data, parts of the player, style, moocbuild.json."""
    shared = _shared(course, edition.policy)
    return {name: read(each) for name, each in shared.items() if not isinstance(each, Asset)}


def files(course: Course, edition: Edition) -> dict[str, Content]:
    """Everything that lies in a package but the manifest."""
    made: dict[str, Content] = {}
    for each in (course, *course.others):
        made |= _shared(each, edition.policy)
        core = course_script(each) + script(edition, each.language)
        made[in_tongue(PLAYER, each.tongue)] = core
        made[in_tongue(LATER, each.tongue)] = later_script(edition, each.language)
        if edition.searches:
            search = search_data(each) + part(SCRIPT, each.language)
            made[in_tongue(SCRIPT, each.tongue)] = search
    made[FIRST] = first_script(edition)
    return made


def _shared(course: Course, policy: str) -> dict[str, Content]:
    """What all editions have; made once a build and policy. A course is compared by identity."""
    key = ("site", course, policy)
    return once(key, lambda: _site(course, policy), _size)


def _size(made: dict[str, Content]) -> int:
    held = (each.data if isinstance(each, Deflated) else each for each in made.values())
    return sum(len(each) for each in held if isinstance(each, bytes))


def _site(course: Course, policy: str) -> dict[str, Content]:
    renderer = PageRenderer(course, policy)
    pages: dict[str, Content] = {name: _bytes(html) for name, html in renderer.own_pages()}
    for module in course.modules:
        make = partial(_pages, renderer, module)
        pages.update(members(course, module.id, "player", make, policy))
    made: dict[str, Content] = {in_tongue(n, course.tongue): d for n, d in _parts(course)}
    whole = {"moocbuild.json": _about(course)}
    return {**pages, **made, **(whole if not course.tongue else {}), **_media(course)}


def _parts(course: Course) -> Iterator[tuple[str, bytes]]:
    """Scripts and sheets."""
    tables, needs = part_data(course), course_needs(course)
    for name in files_of(needs.parts):
        parts = parts_in(name, needs.parts)
        yield name, b"".join(tables.get(n, b"") + part(n, course.language) for n in parts)
    for name in needs.sheets:
        yield name, style(name)
    kinds = b"".join(map(style, kind_sheets(course)))
    yield STYLE, style() + kinds + look(course.theme, course.language)
    if course.theme.style:
        yield OWN_SHEET, course.theme.style.encode()


def _media(course: Course) -> dict[str, Content]:
    """Files of media; of a further language only those that are another one there."""
    wanted = course.own_media if course.tongue else course.assets
    return {
        path: course.assets[href] for href, path in media_files(course).items() if href in wanted
    }


def _pages(renderer: PageRenderer, module: Module) -> list[tuple[str, bytes]]:
    return [(name, _bytes(html)) for name, html in renderer.pages(module)]


def _bytes(html: str) -> bytes:
    return html.encode("utf-8", "replace")


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
