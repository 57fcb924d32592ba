"""The modules of a course: which folders and files are pages, and what is on them.

Each file is read by itself, a function of its text and of what all files share; what the files
add to the course is merged afterwards (`moocbuild.source.merge`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span, nearest
from moocbuild.model.course import Activity, Lesson, Module, Pool, Track
from moocbuild.model.marks import Mark
from moocbuild.source.files.front_matter import Document, read_document
from moocbuild.source.files.tree import NOT_FOUND, SourceFile, SourceTree
from moocbuild.source.pages.lesson import (
    listed,
    page_title,
    read_lesson,
    read_own_page,
    read_parts,
)
from moocbuild.source.pages.naming import POOLS, Names, is_draft, is_other_language, texts_in
from moocbuild.source.pages.pool import read_pool
from moocbuild.source.pages.question import DUPLICATE_ID
from moocbuild.source.pages.quiz import QUIZZES, read_quiz
from moocbuild.source.pages.scenario import read_scenario
from moocbuild.source.pages.section import read_body
from moocbuild.source.shared import Added, FileReader, Shared
from moocbuild.source.yaml.page_schema import ModulePage
from moocbuild.source.yaml.reader import Node
from moocbuild.source.yaml.schema import CourseFile
from moocbuild.values import dataclass

LEFT_OUT = Rule(
    "MB145",
    "left-out",
    Severity.WARNING,
    """A text in the course's folders is not part of the course: its folder is not listed under
`modules:` in course.yml, or a question bank is not named after a module nor in a folder of its
name. List the folder, move the file, delete it, or begin its name with `_` if it is a draft.""",
    remedy="list its folder under 'modules:' in course.yml, or begin its name with '_'",
)
DRAFTS = Rule(
    "MB212",
    "drafts",
    Severity.NOTE,
    """Some texts are not to be seen yet: their names begin with `_`, or their front matter says
`draft: true`. No package contains them, and their ids are not frozen.""",
)
_NAMED = 3


@dataclass(frozen=True, slots=True)
class PageRead:
    """What reading one file gives: its page (of a module: the module without its activities), what
    it adds to the course, and everything that was found wrong. Plain values, which can be kept.
    """

    page: Activity | Module | Pool | None
    added: Added
    findings: tuple[Diagnostic, ...]
    mark: Mark | None = None


def module_folders(
    node: Node, settings: CourseFile, tree: SourceTree, report: Report
) -> tuple[str, ...]:
    """The folders that course.yml lists and that are there, each once."""
    known = tree.folders("course")
    folders: dict[str, Span] = {}
    for number, folder in enumerate(settings.modules):
        span, index = node.at(("modules", number)), f"course/{folder}/index.md"
        if folder in folders:
            related = ((folders[folder], "first used here"),)
            report(DUPLICATE_ID.at(span, f"'{folder}' is listed twice", related=related))
        elif index in tree.texts:
            if not is_draft(tree.texts[index]):
                folders[folder] = span
        elif index not in tree.unread:
            report(_missing(folder, known, span))
    return tuple(folders)


def _missing(folder: str, known: Sequence[str], span: Span) -> Diagnostic:
    if folder in known:
        help = f"write course/{folder}/index.md"
        return NOT_FOUND.at(span, f"course/{folder} has no index.md", help=help)
    message = f"no folder 'course/{folder[:80]}' with texts"
    otherwise = f"create course/{folder[:80]}/index.md, or correct the name"
    return NOT_FOUND.meant(span, message, folder, nearest(folder, known), otherwise)


def page_files(tree: SourceTree, folder: str) -> Iterator[SourceFile]:
    """The files of a module that are pages: lessons, cases, simulations, quizzes among them; then
    the quizzes that lie apart; its index.
    """
    index, bank = f"course/{folder}/index.md", f"quizzes/{folder}.md"
    yield from (file for file in texts_in(tree, f"course/{folder}") if file.path != index)
    if bank in tree.texts and not is_draft(tree.texts[bank]):
        yield tree.texts[bank]
    yield from texts_in(tree, f"quizzes/{folder}")
    yield tree.texts[index]


def read_page(file: SourceFile, shared: Shared, pass_mark: int) -> PageRead:
    """One file as a page, or as a pool. pass_mark: the course's, in percent."""
    pool = shared.pools.get(file.path)
    if pool is not None:
        reader = FileReader(file, f"{POOLS}/{pool}", shared)
        read = read_pool(read_document(file, reader.report), pool, reader)
        return PageRead(read, reader.added, tuple(reader.findings))
    reader = FileReader(file, shared.pages[file.path], shared)
    page = _page(read_document(file, reader.report), pass_mark, reader)
    if page is not None and (reader.added.hosts or reader.added.uses):
        page = _with_needs(page, reader.added)
    return PageRead(page, reader.added, tuple(reader.findings))


def _with_needs(page: Activity | Module, added: Added) -> Activity | Module:
    hosts, uses = tuple(sorted(added.hosts)), tuple(sorted(added.uses))
    if isinstance(page, Module):
        return replace(page, welcome=replace(page.welcome, hosts=hosts, uses=uses))
    return replace(page, hosts=hosts, uses=uses)


def _page(document: Document, pass_mark: int, reader: FileReader) -> Activity | Module | None:
    if reader.path.startswith("quizzes/") or document.kind() in QUIZZES:
        return read_quiz(document, pass_mark, reader)
    if "/" not in reader.page:
        return read_own_page(document, reader)
    if posixpath.basename(reader.path) == "index.md" and reader.page.endswith("/index"):
        return _module(document, reader)
    if document.kind() == "scenario":
        return read_scenario(document, reader)
    return read_lesson(document, reader)


def _module(index: Document, reader: FileReader) -> Module:
    """A module from its index page, without its activities."""
    front = index.checked(ModulePage, reader.report) or ModulePage()
    body = read_body(index, reader, titled=bool(front.title))
    title = page_title(body, front.title)
    items = listed(index, front.items)
    welcome = Lesson(
        id=reader.page,
        title=title,
        parts=read_parts(body),
        competencies=items,
        content_notes=tuple(front.content_notes),
        ordinal=reader.added.ids.page(reader.page),
        span=body.h1_span,
    )
    return Module(
        id=reader.page.partition("/")[0],
        title=title,
        welcome=welcome,
        outcomes=tuple(front.outcomes),
        competencies=items,
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        span=body.h1_span,
    )


_MARKDOWN = frozenset({".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".rmd"})
"""How other tools call files of Markdown."""


def report_left_out(
    tree: SourceTree,
    shared: Shared,
    folders: Sequence[str],
    listed: Sequence[str],
    drafts: Container[str],
    report: Report,
) -> None:
    """Reports texts that belong to no module. listed: folders that are to be modules."""
    unread = set(listed) - set(folders)  # reported already
    for path in tree.texts:
        known = path in shared.pages or path in shared.pools or path in drafts
        known |= path.endswith("/README.md")
        if not known:
            help = _left_out(path, folders, unread)
            if help:
                report(LEFT_OUT.at(Span(path), "the text is not part of the course", help=help))
    for path in tree.media:
        stem, suffix = posixpath.splitext(posixpath.basename(path))
        if suffix.lower() in _MARKDOWN and not path.startswith("media/"):
            help = f"rename it to '{stem}.md'"
            report(LEFT_OUT.at(Span(path), "the text is not part of the course", help=help))


def report_drafts(names: Names, report: Report) -> None:
    """Says how many texts are not to be seen yet."""
    if names.drafts:
        many = len(names.drafts)
        what = "1 draft is" if many == 1 else f"{many} drafts are"
        shown = ", ".join(sorted(names.drafts)[:_NAMED]) + (" …" if many > _NAMED else "")
        span = Span(min(names.drafts))
        report(DRAFTS.at(span, f"{what} left out of every package: {shown}"))


def _left_out(path: str, folders: Sequence[str], unread: AbstractSet[str]) -> str:
    """What to do with a text that is no page, "" where it need not be one."""
    top, *inner = path.split("/")[:-1]
    stem, suffix = posixpath.splitext(posixpath.basename(path))
    if suffix != ".md":
        return f"rename it to '{stem}.md'" if suffix.lower() == ".md" else ""
    if is_other_language(path) or (top == "course" and not inner):
        return ""
    if not unread.isdisjoint((*inner, stem)):
        return ""
    if top == "quizzes":
        module = folders[-1] if folders else "01-start"
        several = f"quizzes/{module}/{posixpath.basename(path)}"
        return (
            f"give it the name of its module's folder, or move it to {several}; "
            "questions that several quizzes ask go to quizzes/pools/"
        )
    if top != "course":
        return ""
    return "list it under 'modules:' in course/course.yml"


def tracks(settings: CourseFile, names: Names) -> tuple[Track, ...]:
    """The routes that course.yml names."""
    return tuple(
        Track(id=id, title=track.title, modules=tuple(map(names.meant, track.modules)))
        for id, track in settings.tracks.items()
    )


def check_tracks(
    settings: CourseFile, node: Node, names: Names, modules: Sequence[Module], report: Report
) -> None:
    """Reports parts of tracks that are in no module."""
    pages = {page.id for module in modules for page in module.pages()}
    known = {module.id for module in modules} | pages | {*names.drafts.values()}
    for id, track in settings.tracks.items():
        for number, written in enumerate(track.modules):
            if names.meant(written) not in known:
                span = node.at(("tracks", id, "modules", number))
                message = f"no module or page '{written[:80]}'"
                name = nearest(written, settings.modules)
                report(NOT_FOUND.meant(span, message, written, name))
