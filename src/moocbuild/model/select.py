"""A track: the course with only some of its modules and activities."""

from __future__ import annotations

from dataclasses import replace

from moocbuild.model.course import Course, Module, Track
from moocbuild.model.text import Element, Nodes, Text, reference, rewrite
from moocbuild.model.walk import map_texts


def select(course: Course, track: Track) -> Course:
    """The modules of `track`; links to pages outside it become text."""
    wanted = set(track.modules)
    kept = [_kept(module, wanted) for module in course.modules]
    modules = tuple(module for module in kept if module is not None)
    pages = {page.id for module in modules for page in module.pages()}
    every = {page.id for page in course.pages()}
    outside = every - pages
    return replace(
        course,
        track=track.id,
        modules=tuple(map_texts(m, lambda text: _without(text, outside)) for m in modules),
        made=map_texts(course.made, lambda text: _without(text, outside)),
    )


def _kept(module: Module, wanted: set[str]) -> Module | None:
    if module.id in wanted:
        return module
    activities = tuple(a for a in module.activities if a.id in wanted)
    return replace(module, activities=activities) if activities else None


def _without(text: Text, outside: set[str]) -> Text:
    """`text` in which links to pages outside the track are words."""

    def link(found: Element) -> Nodes:
        ref = reference(found, "href")
        return found[2] if ref and ref.kind == "page" and ref.id in outside else (found,)

    nodes = rewrite(text.nodes, {"a": link})
    return text if nodes is text.nodes else Text(nodes)
