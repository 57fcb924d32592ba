"""The modules of a course: which folders and files are pages, and what is on them.

Each file is read by itself, a function of its text and of what all files share; what the files
add to the course is merged afterwards (`moocbuild.source.merge`).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span, near
from moocbuild.model.course import Activity, Lesson, Module, Track
from moocbuild.model.outline import text_version
from moocbuild.model.scenario import Scenario
from moocbuild.source.files.front_matter import Document, read_document
from moocbuild.source.files.tree import NOT_FOUND, SourceFile, SourceTree
from moocbuild.source.pages.lesson import listed, page_title, read_lesson, read_parts
from moocbuild.source.pages.question import DUPLICATE_ID
from moocbuild.source.pages.quiz import read_quiz
from moocbuild.source.pages.scenario import read_scenario
from moocbuild.source.pages.section import BAD_ID, ID, RESERVED_ID, read_body
from moocbuild.source.shared import Added, FileReader, Shared
from moocbuild.source.yaml.reader import Node
from moocbuild.source.yaml.schema import CourseFile, ModulePage

LEFT_OUT = Rule(
    "MB145",
    "left-out",
    Severity.WARNING,
    """A text in the course's folders is not part of the course: its folder is not listed under
`modules:` in course.yml, it is in a subfolder of a module, or a question bank is not named after
a module. List the folder, move the file, or delete it.""",
)

RESERVED_MODULES = frozenset({"about", "help", "framework", "glossary", "sources", "index"})
"""Modules and pages that every course gets."""

_NUMBER = re.compile(r"^\d+-")
_ONE_LANGUAGE = re.compile(r"\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\.md$")
"""A text for one language only: `lesson.fr.md`."""

ID_HELP = "use a-z, 0-9 and hyphens"


@dataclass(frozen=True, slots=True)
class PageRead:
    """What reading one file gives: its page (of a module: the module without its activities), what
    it adds to the course, and everything that was found wrong. Plain values, which can be kept.
    """

    page: Activity | Module | None
    added: Added
    findings: tuple[Diagnostic, ...]


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
            folders[folder] = span
        elif index not in tree.unread:
            message, help = _missing(folder, known)
            report(NOT_FOUND.at(span, message, help=help))
    _check_ids(folders, report)
    return tuple(folders)


def _missing(folder: str, known: Sequence[str]) -> tuple[str, str]:
    """What to say, and what helps."""
    if folder in known:
        message, help = f"course/{folder} has no index.md", f"write course/{folder}/index.md"
        return message, help
    return f"no folder 'course/{folder[:80]}' with texts", near(folder, known)


def _check_ids(folders: Mapping[str, Span], report: Report) -> None:
    taken: dict[str, Span] = {}
    for folder, span in folders.items():
        id = module_id(folder)
        if not ID.fullmatch(id):
            index = Span(f"course/{folder}/index.md")
            report(BAD_ID.at(index, f"the folder name '{folder}' is not a valid id", help=ID_HELP))
        elif id in RESERVED_MODULES:
            message = f"'{id}' is part of every course"
            report(RESERVED_ID.at(span, message, help="rename the folder"))
        elif id in taken:
            message = f"'{id}' is also the id of another module"
            report(DUPLICATE_ID.at(span, message, related=((taken[id], "first used here"),)))
        taken.setdefault(id, span)


def module_id(folder: str) -> str:
    """`02-active-listening` → `active-listening`."""
    return _NUMBER.sub("", folder)


def page_ids(tree: SourceTree, folders: Sequence[str]) -> dict[str, str]:
    """Path of each file that is a page → page id."""
    pages = {}
    for folder in folders:
        module = module_id(folder)
        for file in tree.under(f"course/{folder}"):
            if file.path.endswith(".md") and not _ONE_LANGUAGE.search(file.path):
                stem = posixpath.basename(file.path).removesuffix(".md")
                pages[file.path] = f"{module}/{_NUMBER.sub('', stem)}"
        if f"quizzes/{folder}.md" in tree.texts:
            pages[f"quizzes/{folder}.md"] = f"{module}/quiz"
    return pages


def page_files(tree: SourceTree, folder: str) -> Iterator[SourceFile]:
    """The files of a module that are pages: lessons, cases, simulations; its bank; its index."""
    index, bank = f"course/{folder}/index.md", f"quizzes/{folder}.md"
    for file in tree.under(f"course/{folder}"):
        one_language = _ONE_LANGUAGE.search(file.path)
        if file.path.endswith(".md") and file.path != index and not one_language:
            yield file
    if bank in tree.texts:
        yield tree.texts[bank]
    yield tree.texts[index]


def read_page(file: SourceFile, shared: Shared, pass_mark: int) -> PageRead:
    """One file as a page. pass_mark: the course's, in percent."""
    reader = FileReader(file, shared.pages[file.path], shared)
    page = _page(read_document(file, reader.report), pass_mark, reader)
    return PageRead(page, reader.added, tuple(reader.findings))


def _page(document: Document, pass_mark: int, reader: FileReader) -> Activity | Module | None:
    if reader.path.startswith("quizzes/"):
        return read_quiz(document, pass_mark, reader)
    if posixpath.basename(reader.path) == "index.md":
        return _module(document, reader)
    if document.kind() == "scenario":
        return read_scenario(document, reader)
    return read_lesson(document, reader)


def _module(index: Document, reader: FileReader) -> Module:
    """A module from its index page, without its activities."""
    front = index.checked(ModulePage, reader.report) or ModulePage()
    body = read_body(index, reader)
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


def report_left_out(
    tree: SourceTree,
    shared: Shared,
    folders: Sequence[str],
    listed: Sequence[str],
    report: Report,
) -> None:
    """Reports texts that belong to no module. listed: folders that are to be modules."""
    unread = set(listed) - set(folders)  # reported already
    for path in tree.texts:
        if path not in shared.pages and not path.endswith("/README.md"):
            help = _left_out(path, folders, unread)
            if help:
                report(LEFT_OUT.at(Span(path), "the text is not part of the course", help=help))


def _left_out(path: str, folders: Sequence[str], unread: AbstractSet[str]) -> str:
    """What to do with a text that is no page, "" where it need not be one."""
    top, *inner = path.split("/")[:-1]
    stem, suffix = posixpath.splitext(posixpath.basename(path))
    if suffix != ".md":
        return f"rename it to '{stem}.md'" if suffix.lower() == ".md" else ""
    if _ONE_LANGUAGE.search(path) or (top == "course" and not inner):
        return ""
    if not unread.isdisjoint((*inner, stem)):
        return ""
    if top == "quizzes":
        return "give it the name of its module's folder"
    if top != "course":
        return ""
    if inner[0] in folders:
        return "move it up: subfolders of a module are not read"
    return "list it under 'modules:' in course/course.yml"


def check_page_ids(reads: Sequence[tuple[str, PageRead]], shared: Shared, report: Report) -> None:
    """Reports pages of one module with the same id; a text version takes an id, too.

    reads: path and page of each file.
    """
    taken: dict[str, str] = {}
    for path, read in sorted(reads, key=lambda pair: not pair[0].endswith("/index.md")):
        page = shared.pages[path]
        _claim(page, path, taken, report)
        if isinstance(read.page, Scenario):
            _claim(text_version(page), path, taken, report)


def _claim(page: str, path: str, taken: dict[str, str], report: Report) -> None:
    name = page.partition("/")[2]
    if not ID.fullmatch(name):
        message = f"the file name '{posixpath.basename(path)}' is not a valid id"
        report(BAD_ID.at(Span(path), message, help=ID_HELP))
    elif page in taken:
        message = f"'{name}' is also the id of another page"
        related = ((Span(taken[page]), "here"),)
        report(DUPLICATE_ID.at(Span(path), message, related=related))
    taken.setdefault(page, path)


def tracks(settings: CourseFile) -> tuple[Track, ...]:
    """The routes that course.yml names."""
    return tuple(
        Track(id=id, title=track.title, modules=tuple(map(_track_part, track.modules)))
        for id, track in settings.tracks.items()
    )


def _track_part(written: str) -> str:
    """`02-active-listening/01-first-contact` → `active-listening/first-contact`."""
    return "/".join(_NUMBER.sub("", part) for part in written.split("/"))


def check_tracks(
    settings: CourseFile, node: Node, modules: Sequence[Module], report: Report
) -> None:
    """Reports parts of tracks that are in no module."""
    pages = {page.id for module in modules for page in module.pages()}
    known = {module.id for module in modules} | pages
    for id, track in settings.tracks.items():
        for number, written in enumerate(track.modules):
            if _track_part(written) not in known:
                span = node.at(("tracks", id, "modules", number))
                message = f"no module or page '{written[:80]}'"
                report(NOT_FOUND.at(span, message, help=near(written, settings.modules)))
