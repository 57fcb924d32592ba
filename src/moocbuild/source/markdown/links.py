"""Where a link in a text leads: a page, a file under media/, or out of the course (refused)."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote

from moocbuild.diagnostics import Rule, Severity, Span, near
from moocbuild.model.course import Module
from moocbuild.model.richtext import Link, Part, Ref, RichText
from moocbuild.model.walk import map_texts
from moocbuild.source.context import Context, MetLink

PATH_OUTSIDE = Rule(
    "MB004",
    "path-outside",
    Severity.ERROR,
    """A link leads out of the course's folder, or names a place on the author's own computer.
Packages hold the course's own files only. Copy the file under media/ and link to it there.""",
    refuses=True,
)
DEAD_LINK = Rule(
    "MB106",
    "dead-link",
    Severity.ERROR,
    """The link leads to a file that is not part of the course.

Links go to files, relative to the page that holds them: `[Being
present](02-being-present.md)`. A new module must also stand under `modules:` in course.yml.""",
)
DEAD_ANCHOR = Rule(
    "MB107",
    "dead-anchor",
    Severity.ERROR,
    """The page is there, but no heading or question on it has this id.""",
)
MISSING_MEDIA = Rule(
    "MB108",
    "missing-media",
    Severity.ERROR,
    """The file is not under media/. Names count letter by letter, capitals too.""",
)

Modules = tuple[Module, ...]
_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\|%5c", re.I)


def resolve(
    url: str, holder: str, span: Span, context: Context, *, media: bool = False
) -> Ref | None:
    """What the relative `url` in the file `holder` names; None after it was reported.

    media: it is shown or played, so no page will do.
    """
    if not url:
        context.report(DEAD_LINK.at(span, "a link or picture without an address"))
        return None
    if media and url.startswith("//"):
        return None  # reported with the markup: it lies on another host
    path, _, anchor = url.partition("#")
    target = _target(path.partition("?")[0], url, holder)
    if target is None:
        message = f"'{url[:80]}' leads out of the course"
        context.report(PATH_OUTSIDE.at(span, message, help="copy it under media/"))
        return None
    if media or target.startswith("media/"):
        return _media(target, span, context)
    return _page(target, anchor, url, holder, span, context)


def _target(path: str, url: str, holder: str) -> str | None:
    """The path from the course's root, None where it leads out."""
    path = unquote(path)
    if path.startswith(("/", "file:")) or _WINDOWS.search(url) or "\0" in path:
        return None
    if "%2f" in url.lower():
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(holder), path or "."))
    if target == ".." or target.startswith("../"):
        return None
    return target if path else holder


def _page(
    target: str, anchor: str, url: str, holder: str, span: Span, context: Context
) -> Ref | None:
    page = context.pages.get(target)
    if page is None and target not in context.tree.unread:
        path = unquote(url.partition("#")[0])
        names = {posixpath.relpath(p, posixpath.dirname(holder)) for p in context.pages}
        help = near(path, sorted(names))
        context.report(DEAD_LINK.at(span, f"'{path}' is no page of this course", help=help))
    if page is None:
        return None
    anchor = unquote(anchor)
    if anchor:
        context.links.append(MetLink(page, anchor, span))
    return Ref("page", page, anchor)


def _media(target: str, span: Span, context: Context) -> Ref | None:
    if target not in context.tree.media:
        name = target.removeprefix("media/")
        known = [path.removeprefix("media/") for path in context.tree.media]
        context.report(MISSING_MEDIA.at(span, f"no file '{target}'", help=near(name, known)))
        return None
    context.media.setdefault(target, span)
    return Ref("media", target)


def own_anchors(modules: Modules, context: Context) -> Modules:
    """`modules` with links by GitHub's anchor of a heading led to the heading's own id."""
    aliases = {key: id for key, id in context.aliases.items() if key[1] != id}
    if not any((link.page, link.anchor) in aliases for link in context.links):
        return modules

    def own(part: Part) -> Part:
        if not isinstance(part, Link):
            return part
        id = aliases.get((part.ref.id, part.ref.anchor))
        return Link(replace(part.ref, anchor=id), part.html) if id else part

    def change(text: RichText) -> RichText:
        if not any(ref.anchor for ref in text.refs()):
            return text
        return RichText(tuple(map(own, text.parts)), text.plain)

    return map_texts(modules, change)


def check_anchors(context: Context) -> None:
    """Reports links to places that no page has; run when all pages are read."""
    for link in context.links:
        known = context.anchors.get(link.page, set())
        if link.page in context.anchors and link.anchor not in known:
            help = near(link.anchor, sorted(known))
            context.report(
                DEAD_ANCHOR.at(link.span, f"no '#{link.anchor}' on that page", help=help)
            )
