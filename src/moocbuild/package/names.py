"""Where pages and media lie inside a package: flat, safe, the same in every edition."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from moocbuild.model.asset import Asset
from moocbuild.model.course import Course
from moocbuild.package.paths import safe_name, unique_names


def page_file(page_id: str) -> str:
    """`module/lesson` → `module.lesson.html`; flat, so that no page needs `../`."""
    name = f"{page_id.replace('/', '.')}.html" if page_id else "index.html"
    safe = safe_name(name)
    if safe == name:
        return name
    digest = hashlib.sha256(page_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{safe[:80].removesuffix('.html')}-{digest}.html"


def in_tongue(name: str, tongue: str) -> str:
    """`module.lesson.html` → `module.lesson_fr.html`; ids of pages have no such sign."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}_{tongue}{dot}{suffix}" if tongue else name


def media_files(course: Course) -> Mapping[str, str]:
    """Asset href → its path in the package: ASCII, unique without case.

    Last parts are unique too: Open edX's SCORM block looks files up by that part alone.
    """
    schemas = set(schema_files(course).values())
    hrefs = [href for href, asset in course.assets.items() if asset not in schemas]
    names = unique_names(hrefs, basenames=True)
    own = {href: in_tongue(names[href], course.tongue) for href in course.own_media}
    return {**names, **own} if own else names


def schema_files(course: Course) -> Mapping[str, Asset]:
    """Path beside the manifest → schema, from the assets in the folder that the course names."""
    folder = course.settings.scorm_schemas.strip("/") + "/"
    return {
        href.removeprefix(folder): asset
        for href, asset in course.assets.items()
        if folder != "/" and href.startswith(folder) and href.endswith(".xsd")
    }
