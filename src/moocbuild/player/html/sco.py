"""A course as a SCO package: the site, the player for one edition, and imsmanifest.xml.

What SCORM targets use, and Moodle and Open edX where they carry a SCO inside. No mastery score
and no passing measure: Moodle would overwrite the status that the page sets itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from moocbuild.formats.imscp import Item, Profile, Resource, manifest, ncname
from moocbuild.formats.imsss import sequencing
from moocbuild.formats.titles import as_either, fitting
from moocbuild.formats.xml import serialise
from moocbuild.model.course import Course, Module
from moocbuild.package import Content, Package, kept
from moocbuild.package.names import page_file, schema_files
from moocbuild.package.summary import summary
from moocbuild.player.html.edition import Edition
from moocbuild.player.html.names import HOME
from moocbuild.player.html.site import files

MANIFEST = "imsmanifest.xml"
_SHARED = "R_shared"


def sco(course: Course, edition: Edition, *, start: str = HOME) -> Package:
    """The package of one edition, the manifest first.

    The official schemas come along where the course names a folder of them. start: id of the page
    that opens first, where the course is one SCO.
    """
    profile = edition.profile
    if profile is None:
        raise ValueError(f"edition {edition.name!r} has no manifest")
    members = {**files(course, edition), **summary(course)}
    xsd: dict[str, Content] = dict(schema_files(course))
    make = partial(_manifest, course, profile, members, start, with_schemas=bool(xsd))
    written = kept.manifest(course, members, make, edition.name, start)
    return Package({MANIFEST: written, **members, **xsd}, first=(MANIFEST,))


def _manifest(
    course: Course, profile: Profile, members: Iterable[str], start: str, *, with_schemas: bool
) -> bytes:
    if course.settings.sco == "lesson":
        items, resources = _lessons(course, profile, members)
    else:
        items, resources = _whole(course, profile, members, page_file(start))
    root = manifest(
        profile,
        identifier=ncname(course.id, "M_"),
        title=_title(course.title),
        items=items,
        resources=resources,
        with_schemas=with_schemas,
    )
    return serialise(root)


_Contents = tuple[list[Item], list[Resource]]


def _whole(course: Course, profile: Profile, members: Iterable[str], first: str) -> _Contents:
    """One SCO: moving between pages never leaves it, and its state is one."""
    rest = sorted(name for name in members if name != first)
    resource = Resource(
        identifier=ncname(course.id, "R_"), files=(first, *rest), href=first, kind="sco"
    )
    return [_item(profile, course.id, course.title, resource.identifier)], [resource]


def _lessons(course: Course, profile: Profile, members: Iterable[str]) -> _Contents:
    """One SCO a page; what they share is an asset that all depend on."""
    pages = [page for module in course.modules for page in module.pages()]
    launched = {page_file(page.id) for page in pages}
    shared = Resource(
        identifier=_SHARED, files=tuple(sorted(set(members) - launched)), kind="asset"
    )
    resources = [_page_resource(page.id) for page in pages]
    return [_module_item(profile, module) for module in course.modules], [*resources, shared]


def _page_resource(page_id: str) -> Resource:
    file = page_file(page_id)
    return Resource(
        identifier=ncname(page_id, "R_"),
        files=(file,),
        href=file,
        kind="sco",
        dependencies=(_SHARED,),
    )


def _module_item(profile: Profile, module: Module) -> Item:
    children = tuple(
        _item(profile, page.id, page.title, ncname(page.id, "R_")) for page in module.pages()
    )
    return Item(identifier=ncname(module.id, "C_"), title=_title(module.title), children=children)


def _item(profile: Profile, id: str, title: str, resource: str) -> Item:
    # SCORM 2004 alone knows sequencing: there it says that the page sets its status itself.
    extensions = (sequencing(),) if "imsss" in profile.prefixes else ()
    return Item(
        identifier=ncname(id), title=_title(title), resource=resource, extensions=extensions
    )


def _title(title: str) -> str:
    # Moodle cleans it of tags and shows it as HTML, Open edX shows it as it is.
    return as_either(fitting(title))
