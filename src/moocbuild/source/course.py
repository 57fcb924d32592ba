"""The whole source step: a tree of files to a Course, with everything that was found wrong."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence

from moocbuild.diagnostics import Report, Span
from moocbuild.model.asset import Asset
from moocbuild.model.course import Contact, Course, Module, Reference, Settings, Term
from moocbuild.model.statements import Statements
from moocbuild.model.text import EMPTY, Text
from moocbuild.source.assets import read_assets
from moocbuild.source.contacts import confirmed_words, read_contacts
from moocbuild.source.files.lint import lint
from moocbuild.source.files.lock import Ids, check_lock, read_lock
from moocbuild.source.files.tree import NOT_FOUND, SourceTree, read_folder
from moocbuild.source.framework import read_framework
from moocbuild.source.language import check_language
from moocbuild.source.markdown.texts import Texts
from moocbuild.source.merge import (
    Merged,
    check_anchors,
    check_questions,
    modules_of,
    numbered,
    own_anchors,
    pages_read,
)
from moocbuild.source.pages.modules import (
    PageRead,
    check_page_ids,
    check_tracks,
    module_folders,
    page_files,
    page_ids,
    read_page,
    report_left_out,
    tracks,
)
from moocbuild.source.pages.section import read_syntax
from moocbuild.source.reviews import read_reviews
from moocbuild.source.shared import FileReader, Shared
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
    _lint(tree, report)
    ids = read_lock(tree, report)
    node, written = _course_file(tree, report)
    framework = read_framework(tree, ids, report)
    if node is None:
        return None, ids
    settings = written or _stand_in(tree, node)
    references = _references(tree, report)
    contacts = read_contacts(tree, report)
    folders = module_folders(node, settings, tree, report)
    known = frozenset(framework.by_code) if framework else frozenset()
    shared = _shared(tree, settings, folders, references, contacts, known, ids)
    modules, merged = _read(tree, settings, folders, shared, ids, report)
    glossary = _glossary(tree, shared, merged, report)
    reviews = read_reviews(tree, settings.modules, report)
    schemas = _schemas(settings, node.at(("scorm", "schemas")), tree, report)
    assets = {**read_assets(merged.media, tree, report), **schemas}
    check_anchors(merged, report)
    whole = len(folders) == len(settings.modules) and not merged.incomplete and not tree.unread
    check_lock(ids, tree, report, complete=whole)
    if framework is None or written is None:
        return None, ids
    _check_settings(settings, node, modules, report)
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
        references=tuple(r for r in references if r.key in merged.cited),
        glossary=glossary,
        statements=Statements(**settings.statements.model_dump()),
        reviews=reviews,
        assets=assets,
        settings=_settings(settings, today),
    )
    return course, ids


def _check_settings(
    settings: CourseFile, node: Node, modules: tuple[Module, ...], report: Report
) -> None:
    """What course.yml alone cannot tell to be wrong."""
    check_tracks(settings, node, modules, report)
    check_language(settings.language, node, report)


def _lint(tree: SourceTree, report: Report) -> None:
    for file in tree.texts.values():
        if file.path.endswith((".md", ".yml")):
            lint(file, report)


def _shared(
    tree: SourceTree,
    settings: CourseFile,
    folders: Sequence[str],
    references: Sequence[Reference],
    contacts: Sequence[Contact],
    codes: frozenset[str],
    ids: Ids,
) -> Shared:
    return Shared(
        language=settings.language,
        pages={**MADE_PAGES, **page_ids(tree, folders)},
        media=frozenset(tree.media),
        unread=tree.unread,
        references=frozenset(reference.key for reference in references),
        placeholders=confirmed_words(contacts, settings.countries, settings.language),
        codes=codes,
        frozen=ids.frozen,
    )


def _read(
    tree: SourceTree,
    settings: CourseFile,
    folders: Sequence[str],
    shared: Shared,
    ids: Ids,
    report: Report,
) -> tuple[tuple[Module, ...], Merged]:
    """Every page, read by itself, and then all of them as one course."""
    report_left_out(tree, shared, folders, settings.modules, report)
    pass_mark = settings.completion.pass_mark
    found: list[list[PageRead]] = []
    merged = Merged()
    for folder in folders:
        files = list(page_files(tree, folder))
        reads = [read_page(file, shared, pass_mark) for file in files]
        check_page_ids([(f.path, r) for f, r in zip(files, reads, strict=True)], shared, report)
        found.append(reads)
    for read in pages_read(found):
        merged.add(read.added)
        for finding in read.findings:
            report(finding)
    check_questions(pages_read(found), report)
    modules = numbered(modules_of(found), pages_read(found), ids)
    return own_anchors(modules, merged), merged


def _course_file(tree: SourceTree, report: Report) -> tuple[Node | None, CourseFile | None]:
    file = tree.texts.get(COURSE)
    if file is None:
        if COURSE not in tree.unread:
            help = "run moocbuild in the folder that contains course/, or pass it with -C"
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
    listed = [name for name in names if isinstance(name, str) and name.strip()]
    folders = listed or [f for f in tree.folders("course") if f != "locale"]
    return CourseFile.model_construct(  # as it is: there may be no folder at all
        id="course",
        title="Course",
        version="0",
        released=datetime.date(2000, 1, 1),
        language="en",
        modules=folders,
    )


def _settings(settings: CourseFile, today: datetime.date) -> Settings:
    return Settings(
        pass_mark=settings.completion.pass_mark,
        targets=tuple(settings.targets),
        sco=settings.scorm.sco,
        scorm_schemas=settings.scorm.schemas,
        olx_run=settings.olx.run,
        olx_xblocks=settings.olx.xblocks,
        olx_dates=settings.olx.dates(),
        olx_self_paced=settings.olx.pacing == "self",
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


def _glossary(
    tree: SourceTree, shared: Shared, merged: Merged, report: Report
) -> tuple[Term, ...]:
    path = "course/glossary.yml"
    file = tree.texts.get(path)
    node = read_yaml(file.text, path, report) if file else None
    data = validate(GlossaryFile, node, report, Span(path, 1)) if node else None
    if data is None or node is None or file is None:
        return ()
    reader = FileReader(file, MADE_PAGES[path], shared)
    terms = []
    for number, entry in enumerate(data.terms):
        span = node.at(("terms", number, "definition"))
        terms.append(
            Term(term=entry.term, definition=_text(entry.definition, span, reader), span=span)
        )
    merged.add(reader.added)
    for finding in reader.findings:
        report(finding)
    return tuple(sorted(terms, key=lambda t: t.term.casefold()))


def _text(words: str, span: Span, reader: FileReader) -> Text:
    """Markdown in a YAML value."""
    syntax = read_syntax(words.split("\n"), span.line, reader)
    return Texts(syntax, reader).text(*syntax.blocks) if syntax else EMPTY


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
