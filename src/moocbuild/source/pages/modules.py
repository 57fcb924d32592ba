"""The modules of a course: which folders and files are pages, and what is on them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence

from moocbuild.diagnostics import Report, Rule, Severity, Span, near
from moocbuild.model.course import Activity, Lesson, Module, Track
from moocbuild.source.context import Context
from moocbuild.source.files.front_matter import Document, read_document
from moocbuild.source.files.tree import NOT_FOUND, SourceTree
from moocbuild.source.pages.lesson import listed, page_title, read_lesson, read_parts
from moocbuild.source.pages.question import DUPLICATE_ID
from moocbuild.source.pages.quiz import read_quiz
from moocbuild.source.pages.scenario import read_scenario
from moocbuild.source.pages.section import BAD_ID, ID, RESERVED_ID, read_body
from moocbuild.source.yaml.reader import Node
from moocbuild.source.yaml.schema import CourseFile, ModulePage

LEFT_OUT = Rule(
    "MB145",
    "left-out",
    Severity.WARNING,
    """A text lies in the course's folders and is no part of the course: its folder does not stand
under `modules:` in course.yml, it lies in a folder within a module, or a question bank has no
module of its name. List the folder, move the file, or delete it.""",
)

RESERVED_MODULES = frozenset({"about", "help", "framework", "glossary", "sources", "index"})
"""Modules and pages that every course gets."""

_NUMBER = re.compile(r"^\d+-")
_TEXT_VERSION = "-text"
_ONE_LANGUAGE = re.compile(r"\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\.md$")
"""A text for one language only: `lesson.fr.md`."""

ID_HELP = "use a-z, 0-9 and hyphens"


def module_folders(node: Node, settings: CourseFile, context: Context) -> tuple[str, ...]:
    """The folders that course.yml lists and that are there, each once."""
    tree, report = context.tree, context.report
    known = tree.folders("course")
    folders: dict[str, Span] = {}
    for number, folder in enumerate(settings.modules):
        span, index = node.at(("modules", number)), f"course/{folder}/index.md"
        if folder in folders:
            related = ((folders[folder], "first here"),)
            report(DUPLICATE_ID.at(span, f"'{folder}' stands twice", related=related))
        elif index in tree.texts:
            folders[folder] = span
        else:
            context.incomplete = True
            if index not in tree.unread:
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
        id = _NUMBER.sub("", folder)
        if not ID.fullmatch(id):
            index = Span(f"course/{folder}/index.md")
            report(BAD_ID.at(index, f"the folder name '{folder}' is no id", help=ID_HELP))
        elif id in RESERVED_MODULES:
            message = f"'{id}' is a part of every course"
            report(RESERVED_ID.at(span, message, help="give the folder another name"))
        elif id in taken:
            message = f"'{id}' is also the id of another module"
            report(DUPLICATE_ID.at(span, message, related=((taken[id], "first here"),)))
        taken.setdefault(id, span)


def page_ids(tree: SourceTree, folders: Sequence[str]) -> dict[str, str]:
    """Path of each file that is a page → page id."""
    pages = {}
    for folder in folders:
        module = _NUMBER.sub("", folder)
        for file in tree.under(f"course/{folder}"):
            if file.path.endswith(".md") and not _ONE_LANGUAGE.search(file.path):
                stem = posixpath.basename(file.path).removesuffix(".md")
                pages[file.path] = f"{module}/{_NUMBER.sub('', stem)}"
        if f"quizzes/{folder}.md" in tree.texts:
            pages[f"quizzes/{folder}.md"] = f"{module}/quiz"
    return pages


def read_modules(settings: CourseFile, context: Context) -> tuple[Module, ...]:
    """Every module; texts that belong to none are reported."""
    _report_left_out(context)
    return tuple(_module(folder, settings, context) for folder in context.folders)


def _report_left_out(context: Context) -> None:
    for path in context.tree.texts:
        top, *folders = path.split("/")[:-1]
        if not path.endswith(".md") or path in context.pages or path.endswith("/README.md"):
            continue
        if _ONE_LANGUAGE.search(path) or (top == "course" and not folders):
            continue
        help = "list it under 'modules:' in course/course.yml"
        if top == "course" and folders[0] in context.folders:
            help = "move it up: folders within a module are not read"
        elif top == "quizzes":
            help = "give it the name of its module's folder"
        elif top != "course":
            continue
        context.report(LEFT_OUT.at(Span(path), "the text is no part of the course", help=help))


def _module(folder: str, settings: CourseFile, context: Context) -> Module:
    id = _NUMBER.sub("", folder)
    index = read_document(context.tree.texts[f"course/{folder}/index.md"], context.report)
    front = index.checked(ModulePage, context.report) or ModulePage()
    activities = _activities(folder, settings, context)
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
    index, bank = f"course/{folder}/index.md", f"quizzes/{folder}.md"
    taken = {context.pages[index]: index}
    found: list[Activity] = []
    for file in (*context.tree.under(f"course/{folder}"), context.tree.texts.get(bank)):
        page = context.pages.get(file.path, "") if file else ""
        if file is None or not page or file.path == index:
            continue
        _claim(page, file.path, taken, context)
        document = read_document(file, context.report)
        if file.path == bank:
            activity: Activity | None = read_quiz(
                document, page, settings.completion.pass_mark, context
            )
        else:
            activity = _activity(document, page, taken, context)
        found += [activity] if activity else []
    return tuple(found)


def _activity(
    document: Document, page: str, taken: dict[str, str], context: Context
) -> Activity | None:
    if document.kind() != "scenario":
        return read_lesson(document, page, context)
    _claim(page + _TEXT_VERSION, document.file.path, taken, context)
    return read_scenario(document, page, context)


def _claim(page: str, path: str, taken: dict[str, str], context: Context) -> None:
    """The id of a page, unique from now on; a simulation's text version takes one, too."""
    name = page.partition("/")[2]
    if not ID.fullmatch(name):
        message = f"the file name '{posixpath.basename(path)}' is no id"
        context.report(BAD_ID.at(Span(path), message, help=ID_HELP))
    elif page in taken:
        message = f"'{name}' is also the id of another page"
        related = ((Span(taken[page]), "here"),)
        context.report(DUPLICATE_ID.at(Span(path), message, related=related))
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
