"""The whole source step: a tree of files to a Course, with everything that was found wrong."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping

from moocbuild.diagnostics import Report, Span
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course, Reference, Settings, Term
from moocbuild.source.assets import read_assets
from moocbuild.source.contacts import confirmed_words, read_contacts
from moocbuild.source.context import Context
from moocbuild.source.files.lint import lint
from moocbuild.source.files.lock import Ids, check_lock, read_lock
from moocbuild.source.files.tree import NOT_FOUND, SourceTree, read_folder
from moocbuild.source.framework import read_framework
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.markdown.links import check_anchors, own_anchors
from moocbuild.source.markdown.render import render
from moocbuild.source.pages.modules import (
    check_tracks,
    module_folders,
    page_ids,
    read_modules,
    tracks,
)
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.schema import CourseFile, GlossaryFile, ReferencesFile
from moocbuild.source.yaml.validate import validate

COURSE = "course/course.yml"
MADE_PAGES = {
    "course/contacts.yml": "help",
    "course/framework.yml": "framework",
    "course/glossary.yml": "glossary",
    "course/references.yml": "sources",
}


def load_course(
    tree: SourceTree, report: Report, today: datetime.date = datetime.date.min
) -> tuple[Course | None, Ids]:
    """The course, or None where course.yml or framework.yml cannot be read; and its ids."""
    for file in tree.texts.values():
        if file.path.endswith((".md", ".yml")):
            lint(file, report)
    ids = read_lock(tree, report)
    node, written = _course_file(tree, report)
    framework = read_framework(tree, ids, report)
    if node is None:
        return None, ids
    settings = written or _stand_in(tree, node)
    context = _context(tree, node, settings, ids, report)
    references = _references(tree, report)
    contacts = read_contacts(tree, report)
    context.references = frozenset(r.key for r in references)
    context.placeholders = confirmed_words(contacts, settings.countries)
    modules = own_anchors(read_modules(settings, context), context)
    glossary = _glossary(tree, context)
    schemas = _schemas(settings, node.at(("scorm", "schemas")), tree, report)
    assets = {**read_assets(context), **schemas}
    check_anchors(context)
    check_lock(ids, tree, report, complete=not (context.incomplete or tree.unread))
    if framework is None or written is None:
        return None, ids
    check_tracks(settings, node, modules, report)
    course = Course(
        id=settings.id,
        org=settings.org,
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
        tracks=tracks(settings),
        contacts=contacts,
        references=tuple(r for r in references if r.key in context.cited),
        glossary=glossary,
        assets=assets,
        settings=_settings(settings, today),
    )
    return course, ids


def _context(
    tree: SourceTree, node: Node, settings: CourseFile, ids: Ids, report: Report
) -> Context:
    context = Context(tree=tree, report=report, ids=ids, language=settings.language)
    context.folders = module_folders(node, settings, context)
    context.pages = {**MADE_PAGES, **page_ids(tree, context.folders)}
    return context


def _course_file(tree: SourceTree, report: Report) -> tuple[Node | None, CourseFile | None]:
    file = tree.texts.get(COURSE)
    if file is None:
        if COURSE not in tree.unread:
            help = "run moocbuild in the course's root, or name it with -C"
            report(NOT_FOUND.at(Span(COURSE), "no course/course.yml here", help=help))
        return None, None
    node = read_yaml(file.text, COURSE, report)
    if node is None:
        return Node({}, Span(COURSE, 1)), None
    return node, validate(CourseFile, node, report, Span(COURSE, 1))


def _stand_in(tree: SourceTree, node: Node) -> CourseFile:
    """For a course.yml with errors: with it the texts can be checked in the same run."""
    wanted = node.child("modules").value if isinstance(node.value, dict) else None
    names = [n.value for n in wanted] if isinstance(wanted, list) else []
    listed = [name for name in names if isinstance(name, str)]
    folders = listed or [f for f in tree.folders("course") if f != "locale"]
    return CourseFile(
        id="course",
        title="Course",
        version="0",
        released=datetime.date(2000, 1, 1),
        language="en",
        modules=folders or ["none"],
    )


def _settings(settings: CourseFile, today: datetime.date) -> Settings:
    return Settings(
        pass_mark=settings.completion.pass_mark,
        targets=tuple(settings.targets),
        sco=settings.scorm.sco,
        scorm_schemas=settings.scorm.schemas,
        olx_run=settings.olx.run,
        olx_xblocks=settings.olx.xblocks,
        today=today,
    )


def _references(tree: SourceTree, report: Report) -> tuple[Reference, ...]:
    path = "course/references.yml"
    file = tree.texts.get(path)
    if file is None:
        return ()
    node = read_yaml(file.text, path, report)
    data = validate(ReferencesFile, node, report, Span(path, 1)) if node else None
    if data is None or node is None:
        return ()
    return tuple(
        Reference(
            key=r.key,
            cite=r.cite,
            verified=r.verified,
            doi=r.doi,
            url=r.url,
            span=node.at(("references", n)),
        )
        for n, r in enumerate(data.references)
    )


def _glossary(tree: SourceTree, context: Context) -> tuple[Term, ...]:
    path = "course/glossary.yml"
    file = tree.texts.get(path)
    node = read_yaml(file.text, path, context.report) if file else None
    data = validate(GlossaryFile, node, context.report, Span(path, 1)) if node else None
    if data is None or node is None:
        return ()
    terms = []
    for number, entry in enumerate(data.terms):
        span = node.at(("terms", number, "definition"))
        words = Fragment(path, span.line, (entry.definition,))
        terms.append(Term(term=entry.term, definition=render(words, context), span=span))
    return tuple(sorted(terms, key=lambda t: t.term.casefold()))


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
