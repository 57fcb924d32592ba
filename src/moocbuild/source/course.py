"""The whole source step: a tree of files to a Course, with everything that was found wrong."""

from __future__ import annotations

import datetime
import hashlib
import posixpath
import re
from collections.abc import Mapping

from moocbuild.diagnostics import Report, Rule, Severity, Span, near
from moocbuild.media.load import load_asset
from moocbuild.media import MediaError
from moocbuild.model.asset import Asset
from moocbuild.model.course import (
    Activity,
    Course,
    Lesson,
    Module,
    Reference,
    Settings,
    Term,
    Track,
)
from moocbuild.source.block import BAD_ID, ID, read_body
from moocbuild.source.contacts import confirmed_words, read_contacts
from moocbuild.source.context import Context
from moocbuild.source.framework import read_framework
from moocbuild.source.front_matter import Document, read_document
from moocbuild.source.lesson import listed, page_title, read_lesson, read_parts
from moocbuild.source.links import check_anchors, own_anchors
from moocbuild.source.lint import lint
from moocbuild.source.lock import Ids, check_lock, read_lock
from moocbuild.source.markdown import Fragment, render
from moocbuild.source.question import DUPLICATE_ID
from moocbuild.source.quiz import read_quiz
from moocbuild.source.scenario import read_scenario
from moocbuild.source.schema import (
    CourseFile,
    GlossaryFile,
    ModulePage,
    ReferencesFile,
)
from moocbuild.source.tree import NOT_FOUND, SourceTree, read_folder
from moocbuild.source.validate import validate
from moocbuild.source.yaml import Node, read_yaml

MEDIA = Rule(
    "MB140",
    "media",
    Severity.ERROR,
    """A file under media/ is empty, damaged, far too large in pixels, or not what its name says.""",
)
MEDIA_REFUSED = Rule(
    "MB141",
    "media-refused",
    Severity.ERROR,
    """A drawing (SVG) declares entities or a document type. Such files can read other files or grow
to gigabytes. Save it again as plain SVG.""",
    refuses=True,
)

COURSE = "course/course.yml"
MADE_PAGES = {
    "course/contacts.yml": "help",
    "course/framework.yml": "framework",
    "course/glossary.yml": "glossary",
    "course/references.yml": "sources",
}
_NUMBER = re.compile(r"^\d+-")


def load_course(
    tree: SourceTree, report: Report, today: datetime.date = datetime.date.min
) -> tuple[Course | None, Ids]:
    """The course, or None where course.yml or framework.yml cannot be read; and its ids."""
    for file in tree.texts.values():
        if file.path.endswith((".md", ".yml")):
            lint(file, report)
    ids = read_lock(tree, report)
    node, settings = _course_file(tree, report)
    framework = read_framework(tree, report)
    if node is None or settings is None:
        return None, ids
    folders = _module_folders(tree, node, settings, report)
    context = Context(
        tree=tree,
        report=report,
        ids=ids,
        language=settings.language,
        pages=_pages(tree, folders),
    )
    references = _references(tree, report)
    contacts = read_contacts(tree, report)
    context.references = frozenset(r.key for r in references)
    context.placeholders = confirmed_words(contacts, settings.countries)
    read = [_module(folder, settings, context) for folder in folders]
    modules = own_anchors(tuple(module for module in read if module is not None), context)
    glossary = _glossary(tree, context)
    check_anchors(context)
    check_lock(ids, tree, report)
    if framework is None:
        return None, ids
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
        tracks=_tracks(settings),
        contacts=contacts,
        references=tuple(r for r in references if r.key in context.cited),
        glossary=glossary,
        assets={**_assets(context), **_schemas(settings, tree, report)},
        settings=_settings(settings, today),
    )
    return course, ids


def _course_file(tree: SourceTree, report: Report) -> tuple[Node | None, CourseFile | None]:
    file = tree.texts.get(COURSE)
    if file is None:
        help = "run moocbuild in the course's root, or name it with -C"
        report(NOT_FOUND.at(Span(COURSE), "no course/course.yml here", help=help))
        return None, None
    node = read_yaml(file.text, COURSE, report)
    return node, validate(CourseFile, node, report, Span(COURSE, 1)) if node else None


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


def _tracks(settings: CourseFile) -> tuple[Track, ...]:
    return tuple(
        Track(id=id, title=track.title, modules=tuple(map(_track_part, track.modules)))
        for id, track in settings.tracks.items()
    )


def _track_part(written: str) -> str:
    """`02-active-listening/01-first-contact` → `active-listening/first-contact`."""
    return "/".join(_NUMBER.sub("", part) for part in written.split("/"))


def _module_folders(
    tree: SourceTree, node: Node, settings: CourseFile, report: Report
) -> list[str]:
    known = tree.folders("course")
    folders = []
    for number, folder in enumerate(settings.modules):
        span = node.at(("modules", number))
        if f"course/{folder}/index.md" in tree.texts:
            folders.append(folder)
        elif folder in known:
            message = f"course/{folder} has no index.md"
            report(NOT_FOUND.at(span, message, help=f"write course/{folder}/index.md"))
        else:
            help = near(folder, known)
            report(NOT_FOUND.at(span, f"no folder 'course/{folder}' with texts", help=help))
    return list(dict.fromkeys(folders))


def _pages(tree: SourceTree, folders: list[str]) -> dict[str, str]:
    """Path of each file that is a page → page id."""
    pages = dict(MADE_PAGES)
    for folder in folders:
        module = _NUMBER.sub("", folder)
        for file in tree.under(f"course/{folder}"):
            if file.path.endswith(".md") and _is_source(file.path):
                stem = posixpath.basename(file.path).removesuffix(".md")
                pages[file.path] = f"{module}/{_NUMBER.sub('', stem)}"
        if f"quizzes/{folder}.md" in tree.texts:
            pages[f"quizzes/{folder}.md"] = f"{module}/quiz"
    return pages


def _is_source(path: str) -> bool:
    """Not a text for one language only (`lesson.fr.md`)."""
    return posixpath.basename(path).count(".") == 1


def _module(folder: str, settings: CourseFile, context: Context) -> Module | None:
    id = _NUMBER.sub("", folder)
    index = read_document(context.tree.texts[f"course/{folder}/index.md"], context.report)
    front = index.checked(ModulePage, context.report)
    if not ID.fullmatch(id):
        context.report(BAD_ID.at(Span(index.file.path), f"the folder name '{folder}' is no id"))
    activities = _activities(folder, settings, context)
    if front is None:
        return None
    body = read_body(index, context)
    title = page_title(body, front.title, context)
    items = listed(index, front.items)
    return Module(
        id=id,
        title=title,
        welcome=Lesson(
            id=f"{id}/index",
            title=title,
            parts=read_parts(body, f"{id}/index", context),
            competencies=items,
            content_notes=tuple(front.content_notes),
            ordinal=context.ids.page(f"{id}/index"),
            span=body.h1_span,
        ),
        outcomes=tuple(front.outcomes),
        activities=activities,
        competencies=items,
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        span=body.h1_span,
    )


def _activities(folder: str, settings: CourseFile, context: Context) -> tuple[Activity, ...]:
    """Lessons, cases and simulations in file-name order, then the quiz."""
    found: list[Activity] = []
    taken: dict[str, str] = {}
    for file in context.tree.under(f"course/{folder}"):
        page = context.pages.get(file.path)
        if page is None or page.endswith("/index"):
            continue
        _claim(page, file.path, taken, context)
        activity = _activity(read_document(file, context.report), page, context)
        if activity is not None:
            found.append(activity)
    bank = context.tree.texts.get(f"quizzes/{folder}.md")
    if bank is not None:
        document = read_document(bank, context.report)
        page = context.pages[bank.path]
        _claim(page, bank.path, taken, context)
        quiz = read_quiz(document, page, settings.completion.pass_mark, context)
        found += [quiz] if quiz else []
    return tuple(found)


def _activity(document: Document, page: str, context: Context) -> Activity | None:
    if document.kind() == "scenario":
        return read_scenario(document, page, context)
    return read_lesson(document, page, context)


def _claim(page: str, path: str, taken: dict[str, str], context: Context) -> None:
    name = page.partition("/")[2]
    if not ID.fullmatch(name):
        message = f"the file name '{posixpath.basename(path)}' is no id"
        help = "use a-z, 0-9 and hyphens"
        context.report(BAD_ID.at(Span(path), message, help=help))
    if page in taken:
        message = f"'{name}' is also the id of another page"
        context.report(
            DUPLICATE_ID.at(Span(path), message, related=((Span(taken[page]), "here"),))
        )
    taken[page] = path


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


def _schemas(settings: CourseFile, tree: SourceTree, report: Report) -> Mapping[str, Asset]:
    """The official schemas in the folder that `scorm: {schemas: …}` names."""
    folder = settings.scorm.schemas.strip("/")
    found = {f.name: f for f in read_folder(tree.root, folder, report)} if folder else {}
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


def _assets(context: Context) -> Mapping[str, Asset]:
    """What texts use, and the captions beside it."""
    found: dict[str, Asset] = {}
    for href, span in sorted(context.media.items()):
        try:
            found[href] = load_asset(context.tree.media[href], href)
        except MediaError as error:
            rule = MEDIA_REFUSED if getattr(error, "refused", False) else MEDIA
            context.report(rule.at(span, f"{href}: {error}"))
    return found
