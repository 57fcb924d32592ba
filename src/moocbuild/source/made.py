"""`pages:` of course.yml: which pages the tool makes, and which an author has written instead."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.model.course import MadePage
from moocbuild.source.files.tree import NOT_FOUND, SourceTree
from moocbuild.source.yaml.reader import Node
from moocbuild.source.yaml.schema import CourseFile

MADE_OF: Mapping[str, MadePage] = {
    "course/contacts.yml": "help",
    "course/framework.yml": "framework",
    "course/glossary.yml": "glossary",
    "course/references.yml": "sources",
}
"""Files to which authors link when they mean the page that is made of them."""

HELP_SLOT = "{local_help}"
TAKEN_TWICE = Rule(
    "MB161",
    "page-taken-twice",
    Severity.ERROR,
    """A file that `pages:` in course.yml names is a page of a module, too, or stands in the place
of two made pages. Give each page a file of its own, beside course.yml: `pages: {about: about.md}`.
""",
    remedy="give the page a file of its own, beside course.yml",
)


def asked_pages(settings: CourseFile, tree: SourceTree) -> Mapping[MadePage, bool]:
    """What is switched on or off. Help is asked for by contacts.yml, and by `{local_help}`."""
    said = {page: choice for page, choice in settings.pages.items() if isinstance(choice, bool)}
    if "help" not in settings.pages and _asks_for_help(tree):
        said["help"] = True
    return said


def _asks_for_help(tree: SourceTree) -> bool:
    if "course/contacts.yml" in tree.texts or "course/contacts.yml" in tree.unread:
        return True
    return any(HELP_SLOT in file.text for path, file in tree.texts.items() if path.endswith(".md"))


def own_pages(
    settings: CourseFile, node: Node, tree: SourceTree, lessons: Mapping[str, str], report: Report
) -> dict[str, MadePage]:
    """Path → the made page in whose place a file stands. lessons: files that are pages already."""
    found: dict[str, MadePage] = {}
    for page, choice in settings.pages.items():
        if isinstance(choice, bool):
            continue
        path, span = f"course/{choice}", node.at(("pages", page))
        if path in lessons or path in found:
            other = lessons.get(path) or found[path]
            report(TAKEN_TWICE.at(span, f"'{choice}' is the page '{other}' already"))
        elif path in tree.texts:
            found[path] = page
        elif path not in tree.unread:
            report(NOT_FOUND.at(span, f"no file '{path}'"))
    return found


def linked_pages(
    settings: CourseFile, asked: Mapping[MadePage, bool], tree: SourceTree
) -> dict[str, str]:
    """Files of data → the page that stands for them, where the course has that page."""
    return {
        path: page
        for path, page in MADE_OF.items()
        if isinstance(settings.pages.get(page), str)
        or asked.get(page, path in tree.texts or path in tree.unread)
    }
