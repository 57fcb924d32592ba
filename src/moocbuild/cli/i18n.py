"""`moocbuild i18n`: what translators work on."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import click

from moocbuild.build import BuildRequest, Loaded, in_languages
from moocbuild.cli.findings import emit, status, summary, today
from moocbuild.cli.problems import AUTHOR_ERRORS, OK, Problem
from moocbuild.diagnostics import Collector, Diagnostic, Severity
from moocbuild.freeze import replace_file
from moocbuild.i18n.captions import films_without_captions
from moocbuild.i18n.header import new_catalogue
from moocbuild.i18n.languages import languages_of
from moocbuild.i18n.merge import Counts, counts, merged
from moocbuild.i18n.messages import Message, Pieces, for_language, messages_of, pieces_of
from moocbuild.i18n.po import TEMPLATE, Catalogue, catalogue_path, read_catalogue, written
from moocbuild.i18n.pseudo import is_pseudo, pseudo_catalogue
from moocbuild.model.course import Course
from moocbuild.source.course import load_course
from moocbuild.source.files.tree import read_tree
from moocbuild.source.markdown.media import NO_ALT, NO_CAPTIONS, NO_TRANSCRIPT
from moocbuild.source.yaml.types import LANGUAGE, PATTERNS
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class _Work:
    """A course without errors, and its messages, file by file."""

    course: Course
    loaded: Loaded
    pieces: Sequence[Pieces]

    def messages(self, language: str = "") -> list[Message]:
        """All, or those that are translated one by one into a language."""
        if not language:
            return messages_of(self.pieces)
        return for_language(self.pieces, self.loaded.tree, language)


def extract(root: Path, out: Path | None) -> int:
    """Writes the template: every message, without translations."""
    work = _read(root)
    made = merged(work.messages(), new_catalogue(work.course))
    path = out or root / TEMPLATE
    _write(path, written(made))
    click.echo(f"written: {_shown(path, root)}, {_texts(len(made.entries))}", err=True)
    return OK


def merge(root: Path, languages: Sequence[str]) -> int:
    """Brings catalogues up to date with the course; makes those that are not there yet."""
    work = _read(root)
    names = languages or languages_of(work.course, work.loaded.tree)[1:]
    if not names:
        help = "name one, as in 'moocbuild i18n merge fr'"
        raise Problem("the course has no other language yet", help)
    for name in names:
        _check(name, work.course)
    old = {name: _catalogue(work, name) for name in names}
    for name in names:
        made = merged(work.messages(name), old[name])
        path = root / catalogue_path(name)
        _write(path, written(made))
        said = _counted(counts(work.messages(name), made))
        click.echo(f"written: {_shown(path, root)}, {said}", err=True)
    told = " -l ".join(names)
    click.echo(f"next: translate, then 'moocbuild build -l {told}'", err=True)
    return OK


def status_of(root: Path, languages: Sequence[str], format_: str) -> int:
    """Says how far each language is, and what is wrong in its catalogue."""
    work = _read(root)
    known = languages_of(work.course, work.loaded.tree)[1:]
    for name in languages:
        _check(name, work.course)
    names = languages or known
    report = Collector()
    courses = in_languages(work.loaded, BuildRequest(languages=tuple(names)), report, today())
    films = {each.language: len(list(films_without_captions(each))) for each in courses}
    found = {name: counts(work.messages(name), _catalogue(work, name)) for name in names}
    worth = _errors(report)
    if format_ == "json":
        rows = {
            name: {**_row(each), "films_without_captions": films.get(name, 0)}
            for name, each in found.items()
        }
        click.echo(json.dumps(rows, indent=2))
        return status(report) if worth else OK
    for name, each in found.items():
        share = 100 * each.translated // each.total if each.total else 100
        more = f", films without captions: {films[name]}" if films.get(name) else ""
        click.echo(f"{name}: {share} %, {_counted(each)}{more}")
    emit(worth, work.loaded.tree.line, "full")
    if worth:
        click.echo(summary(worth), err=True)
    return status(report) if worth else OK


def pseudo(root: Path, language: str) -> int:
    """Writes a translation that no translator wrote."""
    work = _read(root)
    _check(language, work.course)
    old = _catalogue(work, language)
    if any(entry.translation and not is_pseudo(entry) for entry in old.entries.values()):
        message = f"{catalogue_path(language)} has translations by people"
        raise Problem(message, "name another language, such as en-XA")
    made = pseudo_catalogue(work.messages(language), old)
    path = root / catalogue_path(language)
    _write(path, written(made))
    click.echo(f"written: {_shown(path, root)}, {_texts(len(made.entries))}", err=True)
    click.echo(f"next: 'moocbuild build -l {language}'; all but names is in ⟦ ⟧", err=True)
    return OK


def _read(root: Path) -> _Work:
    """Errors keep texts from being found, whose translations would then be put aside.

    The course is read and not checked: what checks find keeps no text from being found, nor does
    what only lacks beside a text, such as captions.
    """
    report = Collector()
    tree = read_tree(root, report)
    course, ids = load_course(tree, report, today())
    loaded = Loaded(course, tree, ids)
    errors = _errors(report)
    if loaded.course is None or errors:
        emit(errors, loaded.tree.line, "concise")
        click.echo("correct the course first; nothing was written", err=True)
        raise click.exceptions.Exit(status(report) or AUTHOR_ERRORS)
    return _Work(loaded.course, loaded, list(pieces_of(loaded.tree, loaded.course)))


def _errors(report: Collector) -> list[Diagnostic]:
    """But for what is lacking beside texts, of which translators need not hear."""
    lacking = (NO_ALT, NO_CAPTIONS, NO_TRANSCRIPT)
    errors = (d for d in report.sorted() if d.rule.severity is Severity.ERROR)
    return [each for each in errors if each.rule not in lacking]


def _check(language: str, course: Course) -> None:
    if not re.fullmatch(LANGUAGE, language):
        message, help = PATTERNS[LANGUAGE]
        raise Problem(message.format(input=language), help)
    if language == course.language:
        message = f"'{language}' is the language in which the course is written"
        raise Problem(message, "name another one")


def _catalogue(work: _Work, language: str) -> Catalogue:
    """As it is, or a new one; what cannot be read is told, and never written over."""
    tree, path = work.loaded.tree, catalogue_path(language)
    file = tree.texts.get(path)
    if file is None:
        if path in tree.unread:
            raise Problem(f"{path} cannot be read", "see 'moocbuild check'")
        return new_catalogue(work.course, language)
    report = Collector()
    found = read_catalogue(file, report)
    if found is None:
        emit(report.sorted(), tree.line, "full")
        click.echo("nothing was written", err=True)
        raise click.exceptions.Exit(status(report) or AUTHOR_ERRORS)
    return found


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text)
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        raise Problem(f"{path}: {reason}", "nothing was changed") from error


def _shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def _texts(count: int) -> str:
    return f"{count} text{'' if count == 1 else 's'}"


def _counted(found: Counts) -> str:
    return ", ".join(f"{count} {name}" for name, count in _row(found).items() if name != "total")


def _row(found: Counts) -> dict[str, int]:
    return {
        "total": found.total,
        "translated": found.translated,
        "fuzzy": found.fuzzy,
        "untranslated": found.untranslated,
        "obsolete": found.obsolete,
    }
