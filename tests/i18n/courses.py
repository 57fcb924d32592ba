"""Courses in other languages, for tests: catalogues in memory, and what is built with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from moocbuild.build import BuildRequest, Loaded, Variant, in_every, in_languages, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.i18n.header import new_catalogue
from moocbuild.i18n.merge import merged
from moocbuild.i18n.messages import Message, messages_of, pieces_of
from moocbuild.i18n.po import Catalogue, catalogue_path, written
from moocbuild.i18n.pseudo import pseudo_catalogue
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.source.files.tree import SourceFile
from test_diagnostics import HERE, TODAY

REFERENCE = HERE.parent


@cache
def loaded(root: Path) -> Loaded:
    """A course as its author wrote it."""
    report = Collector()
    found = load(root, report, TODAY)
    assert found.course is not None and not report.failed, report.found
    return found


def messages(found: Loaded) -> list[Message]:
    """Of a course that can be read."""
    assert found.course is not None
    return messages_of(pieces_of(found.tree, found.course))


def with_texts(found: Loaded, texts: Mapping[str, str]) -> Loaded:
    """The same with further files, by path."""
    files = {path: SourceFile(path, text, tuple(text.split("\n"))) for path, text in texts.items()}
    return replace(found, tree=replace(found.tree, texts={**found.tree.texts, **files}))


def catalogue(found: Loaded, language: str, translate: Callable[[Message], str]) -> Catalogue:
    """Every message as `translate` has it, "" for none."""
    assert found.course is not None
    base = merged(messages(found), new_catalogue(found.course, language))
    said = {message.key: translate(message) for message in messages(found)}
    entries = {key: replace(e, translation=said[key]) for key, e in base.entries.items()}
    return replace(base, entries=entries)


def with_catalogue(found: Loaded, language: str, made: Catalogue) -> Loaded:
    """The course beside a catalogue."""
    return with_texts(found, {catalogue_path(language): written(made)})


def pseudo_course(root: Path, language: str, report: Collector) -> Course:
    """The course in a language that nobody translated it into."""
    found = loaded(root)
    assert found.course is not None
    made = pseudo_catalogue(messages(found), new_catalogue(found.course, language))
    return in_language(with_catalogue(found, language, made), language, report)


def in_language(found: Loaded, language: str, report: Collector) -> Course:
    """A course in one language."""
    wanted = BuildRequest(languages=(language,))
    (course,) = in_languages(found, wanted, report, TODAY)
    return course


def packages(course: Course) -> Mapping[str, Package]:
    """What all targets make of it."""
    made = variants(course, BuildRequest(), Collector())
    return {each.target.name: each.target.render(each.course) for each in made}


def together(root: Path, languages: tuple[str, ...], targets: tuple[str, ...]) -> list[Variant]:
    """Packages of a course and its pseudo translations, with a switch."""
    found = loaded(root)
    assert found.course is not None
    report = Collector()
    courses = [found.course, *(pseudo_course(root, each, report) for each in languages)]
    wanted = BuildRequest(targets, together=True)
    made = in_every(found.course, courses, wanted, report)
    assert not report.failed, report.found
    return made
