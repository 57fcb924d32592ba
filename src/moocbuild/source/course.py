"""The whole source step: a tree of files to a Course, with everything that was found wrong."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from moocbuild.diagnostics import Report, Severity, Span
from moocbuild.model.asset import Asset
from moocbuild.model.competency import CompetencyFramework
from moocbuild.model.course import (
    Contact,
    Course,
    Lesson,
    MadePages,
    Module,
    Reference,
    Settings,
)
from moocbuild.model.openedx import OpenEdxSettings
from moocbuild.model.scenario import Scenario
from moocbuild.model.statements import Statements
from moocbuild.model.theme import Theme
from moocbuild.source.assets import read_assets
from moocbuild.source.banks import check_banks
from moocbuild.source.contacts import confirmed_words, read_contacts
from moocbuild.source.files.lint import dialled, lint
from moocbuild.source.files.lock import Ids, check_lock, read_lock
from moocbuild.source.files.tree import NOT_FOUND, SourceTree, read_folder
from moocbuild.source.framework import read_framework
from moocbuild.source.language import check_language
from moocbuild.source.listed import read_glossary, read_references
from moocbuild.source.made import asked_pages, linked_pages, own_pages
from moocbuild.source.merge import (
    Merged,
    check_anchors,
    check_questions,
    know_pages,
    modules_of,
    numbered,
    own_anchors,
    pages_read,
)
from moocbuild.source.organisation import organisation
from moocbuild.source.pages.kept import reader_of
from moocbuild.source.pages.modules import (
    check_tracks,
    module_folders,
    page_files,
    report_drafts,
    report_left_out,
    tracks,
)
from moocbuild.source.pages.naming import (
    Names,
    check_module_ids,
    check_page_ids,
    check_pool_ids,
    name_pages,
)
from moocbuild.source.pools import ask_pools
from moocbuild.source.requires import other_version
from moocbuild.source.reviews import read_reviews
from moocbuild.source.schedule import check_schedule
from moocbuild.source.shared import Shared
from moocbuild.source.theme import ThemeReader
from moocbuild.source.wording import read_wording
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.schema import CourseFile
from moocbuild.source.yaml.types import LANGUAGE
from moocbuild.source.yaml.validate import validate

COURSE = "course/course.yml"


def load_course(
    tree: SourceTree, report: Report, today: datetime.date = datetime.date.min, language: str = ""
) -> tuple[Course | None, Ids]:
    """The course, or None where course.yml or framework.yml cannot be read, or where the course
    requires another version; and its ids.

    language: that of `tree`, if it is not the author's.
    """
    if unfit := other_version(tree.texts.get(COURSE)):
        report(unfit)
        return None, Ids()
    contacts = read_contacts(tree, report)
    _lint(tree, contacts, report)
    ids = read_lock(tree, report)
    node, written = _course_file(tree, report)
    framework = read_framework(tree, ids, report)
    if node is None:
        return None, ids
    if written and language:
        written = written.but(language=language)
    settings = written or _stand_in(tree, node)
    references = read_references(tree, report)
    asked = asked_pages(settings, tree)
    names = _names(settings, node, tree, report)
    beside = own_pages(settings, node, tree, names.pages, report)
    pages = {**linked_pages(settings, asked, tree), **beside, **names.pages}
    shared = _shared(tree, settings, pages, names, references, contacts, framework, ids)
    modules, own, merged = _read(tree, settings, names, list(beside), shared, ids, report)
    glossary = read_glossary(tree, settings.language, shared, merged, report)
    theme, assets = _look(settings, node, tree, merged, report)
    check_anchors(merged, report)
    whole = framework is not None and _is_whole(settings, names, merged, tree)
    check_lock(ids, tree, report, complete=whole)
    if framework is None or written is None:
        return None, ids
    _check_settings(settings, node, names, modules, report)
    course = Course(
        id=settings.id,
        org=organisation(settings, ids),
        title=settings.title,
        description=settings.description,
        version=settings.version,
        released=settings.released,
        language=settings.language,
        licence=settings.licence,
        authors=tuple(author.name for author in settings.authors),
        countries=tuple(settings.countries),
        modules=modules,
        framework=framework,
        tracks=tracks(settings, names),
        contacts=contacts,
        references=tuple(r for r in references if r.key in merged.cited),
        glossary=glossary,
        made=MadePages(asked=asked, own=own),
        theme=theme,
        statements=Statements(**settings.statements.plain()),
        reviews=read_reviews(tree, settings.modules, modules, names, report),
        assets=assets,
        settings=replace(
            _settings(settings, node, names, ids, today),
            wording=read_wording(settings, node, tree, report),
        ),
    )
    check_banks(course, ids, report)
    return course, ids


def _names(settings: CourseFile, node: Node, tree: SourceTree, report: Report) -> Names:
    folders = module_folders(node, settings, tree, report)
    names = name_pages(tree, folders, settings.modules)
    check_module_ids(names, node, settings.modules, report)
    return names


def _look(
    settings: CourseFile, node: Node, tree: SourceTree, merged: Merged, report: Report
) -> tuple[Theme, dict[str, Asset]]:
    """The theme, and every file that it or a text uses."""
    reader = ThemeReader(settings.theme, node, tree, report)
    theme = reader.read()
    schemas = _schemas(settings, node.at(("scorm", "schemas")), tree, report)
    return theme, {**read_assets({**reader.files, **merged.media}, tree, report), **schemas}


def _is_whole(settings: CourseFile, names: Names, merged: Merged, tree: SourceTree) -> bool:
    """Whether all was read: else ids may seem lost. A module that is a draft is not missing."""
    drafts = (f"course/{folder}/index.md" in names.drafts for folder in settings.modules)
    there = len(names.modules) + sum(drafts) == len(settings.modules)
    return there and not merged.incomplete and not tree.unread


def course_names(tree: SourceTree) -> Names | None:
    """Which page each file of a tree is; None where course.yml cannot be read."""
    node, written = _course_file(tree, lambda _: None)
    if node is None:
        return None
    settings = written or _stand_in(tree, node)
    return name_pages(tree, module_folders(node, settings, tree, lambda _: None))


def _check_settings(
    settings: CourseFile,
    node: Node,
    names: Names,
    modules: tuple[Module, ...],
    report: Report,
) -> None:
    """What course.yml alone cannot tell to be wrong."""
    check_tracks(settings, node, names, modules, report)
    check_schedule(settings, node, names, modules, report)
    check_language(settings.language, node, report)


def _lint(tree: SourceTree, contacts: Sequence[Contact], report: Report) -> None:
    known = frozenset(dialled(contact.number) for contact in contacts)
    for file in tree.texts.values():
        if file.path.endswith((".md", ".yml")):
            lint(file, report, known)


def _shared(
    tree: SourceTree,
    settings: CourseFile,
    pages: Mapping[str, str],
    names: Names,
    references: Sequence[Reference],
    contacts: Sequence[Contact],
    framework: CompetencyFramework | None,
    ids: Ids,
) -> Shared:
    return Shared(
        language=settings.language,
        pages=pages,
        media=frozenset(tree.media),
        unread=tree.unread,
        references=frozenset(reference.key for reference in references),
        placeholders=confirmed_words(contacts, settings.countries, settings.language),
        codes=frozenset(framework.by_code) if framework else frozenset(),
        pools=names.pools,
        tables=tree.tables,
        frozen=ids.frozen,
    )


def _read(
    tree: SourceTree,
    settings: CourseFile,
    names: Names,
    own: Sequence[str],
    shared: Shared,
    ids: Ids,
    report: Report,
) -> tuple[tuple[Module, ...], tuple[Lesson, ...], Merged]:
    """Every page, read by itself, and then all of them as one course.

    own: files in the place of made pages, which come second.
    """
    report_left_out(tree, shared, list(names.modules), settings.modules, names.drafts, report)
    report_drafts(names, report)
    reader = reader_of(shared, settings.completion.pass_mark)
    merged = Merged()
    found = [[reader(file) for file in page_files(tree, folder)] for folder in names.modules]
    played = [r.added.path for r in pages_read(found) if isinstance(r.page, Scenario)]
    check_page_ids(names, played, report)
    check_pool_ids(names, report)
    beside = [reader(tree.texts[path]) for path in own]
    pools = [reader(tree.texts[path]) for path in names.pools]
    reads = [*pages_read(found), *pools]
    for read in (*reads, *beside):
        merged.add(read.added)
        for finding in read.findings:
            report(finding)
    merged.incomplete |= check_questions(reads, report)
    modules = ask_pools(numbered(modules_of(found), reads, ids), reads, ids, report)
    written = tuple(read.page for read in beside if isinstance(read.page, Lesson))
    modules = own_anchors(modules, merged)
    know_pages(modules, reads, merged)
    return modules, own_anchors(written, merged), merged


def _course_file(tree: SourceTree, report: Report) -> tuple[Node | None, CourseFile | None]:
    file = tree.texts.get(COURSE)
    if file is None:
        if COURSE not in tree.unread:
            help = _way_to_a_course(tree.root)
            report(NOT_FOUND.at(Span(COURSE), "no course/course.yml here", help=help))
        return None, None
    node = read_yaml(file.text, COURSE, report, partly=True)
    if node is None:
        return Node({}, Span(COURSE, 1)), None
    return node, validate(CourseFile, node, report, Span(COURSE, 1))


def _way_to_a_course(root: Path) -> str:
    """To the one that we are in, or to a new one."""
    above = root
    for _ in range(_FAR_UP):
        above = above / ".."
        if (above / COURSE).is_file():
            return f"name the folder that contains course/: -C {os.path.normpath(above)}"
    new = "run 'moocbuild init my-course' to start a course"
    return f"{new}, or name the folder that contains course/ with -C"


_FAR_UP = 4


_LANGUAGE = re.compile(r"^language:[ \t]*[\"']?([\w-]+)", re.M)


def _stand_in(tree: SourceTree, node: Node) -> CourseFile:
    """For a course.yml with errors: with it the texts can be checked in the same run."""
    wanted = node.child("modules").value if isinstance(node.value, dict) else None
    names = [n.value for n in wanted] if isinstance(wanted, list) else []
    listed = [name for name in names if isinstance(name, str) and name.strip()]
    folders = listed or [f for f in tree.folders("course") if f != "locale"]
    tag = node.child("language").value if node.value else None
    if not node.value and (line := _LANGUAGE.search(tree.texts[COURSE].text)):
        tag = line[1]  # of a file that is no YAML: else all texts were judged as English
    language = tag if isinstance(tag, str) else ""
    return CourseFile(  # as it is: there may be no folder at all
        id="course",
        title="Course",
        version="0",
        released=datetime.date(2000, 1, 1),
        language=language if re.fullmatch(LANGUAGE, language) else "en",
        modules=folders,
    )


def _settings(
    settings: CourseFile, node: Node, names: Names, ids: Ids, today: datetime.date
) -> Settings:
    olx = settings.olx
    return Settings(
        pass_mark=settings.completion.pass_mark,
        targets=tuple((t, node.child("targets", n).span) for n, t in enumerate(settings.targets)),
        languages=tuple(settings.languages),
        sco=settings.scorm.sco,
        scorm_schemas=settings.scorm.schemas,
        au=settings.cmi5.au,
        olx=OpenEdxSettings(
            unnamed=not settings.org,
            run=olx.run,
            xblocks=olx.xblocks,
            dates=olx.dates(),
            self_paced=None if olx.pacing is None else olx.pacing == "self",
            due={names.meant(page): day for page, day in olx.due.items()},
            image=olx.image,
            about=olx.about == "package",
            bank=olx.bank,
            redraw=olx.redraw,
            periods=ids.present and ids.frozen.openedx.periods,
        ),
        rules=tuple(
            (name, _SEVERITIES[rule.severity], node.child("rules").keys[name])
            for name, rule in settings.rules.items()
        ),
        today=today,
    )


_SEVERITIES: Mapping[str, Severity | None] = {
    "off": None,
    "note": Severity.NOTE,
    "warning": Severity.WARNING,
    "error": Severity.ERROR,
}


def _schemas(
    settings: CourseFile, span: Span, tree: SourceTree, report: Report
) -> Mapping[str, Asset]:
    """The official schemas in the folder that `scorm: {schemas: …}` names."""
    folder = settings.scorm.schemas.strip("/")
    found = {f.name: f for f in read_folder(tree.root, folder, span, report)} if folder else {}
    return {
        f"{folder}/{name}": Asset(
            href=f"{folder}/{name}",
            media_type="application/xml",
            source=path,
            size=path.stat().st_size,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for name, path in found.items()
        if name.endswith(".xsd")
    }
