"""A course in another language: its sources with translations in them, read once more."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from moocbuild.diagnostics import Collector, Diagnostic, Report, Severity, Span
from moocbuild.i18n.captions import films_without_captions
from moocbuild.i18n.findings import NO_OWN_CAPTIONS, UNSOUND, UNTRANSLATED
from moocbuild.i18n.languages import own_text
from moocbuild.i18n.merge import counts
from moocbuild.i18n.messages import Piece, Pieces, for_language, pieces_of
from moocbuild.i18n.po import Catalogue, Entry, catalogue_path, msgstr_line, read_catalogue
from moocbuild.i18n.same import check_same
from moocbuild.i18n.sound import definitions, problems
from moocbuild.i18n.written import Given, Made, Origins, all_left, made_text, mapped, replaced_text
from moocbuild.model.course import Course, Translation
from moocbuild.model.language import primary
from moocbuild.model.question import GapsInteraction
from moocbuild.model.scenario import Scenario
from moocbuild.source.course import COURSE, load_course
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tree import Original, SourceFile, SourceTree
from moocbuild.source.pages.naming import is_other_language, one_language
from moocbuild.values import dataclass

_NO_SWAP = frozenset({".vtt", ".yml", ".yaml", ".lock", ".po", ".pot"})


@dataclass(frozen=True, slots=True)
class Read:
    """A course as its author wrote it."""

    course: Course
    tree: SourceTree
    ids: Ids


Check = Callable[[Course, SourceTree, Collector], None]
"""What is checked of a course beyond reading it."""


def translated(
    read: Read, language: str, report: Collector, today: datetime.date, check: Check
) -> Course | None:
    """The course in another language; None where that cannot be made.

    What is wrong is reported where it was written: in the catalogue, or in the text that stands in
    the place of another. check: what is checked of every course.
    """
    sources = list(pieces_of(read.tree, read.course))
    catalogue, file = _catalogue(read.tree, language, report)
    finder = _Finder(read, catalogue or Catalogue(), file, report)
    made = _Maker(read, language, finder).texts(sources)
    origins = {path: each.origins for path, each in made.items()}
    tree = _tree(read.tree, made, language)
    own = Collector(strict=report.strict)
    course, _ = load_course(tree, own, today, language)
    counted = counts(for_language(sources, read.tree, language), catalogue or Catalogue())
    if course is not None:
        done = Translation(
            language=read.course.language,
            done=counted.translated,
            total=counted.total,
            left=all_left(made.values()),
        )
        course = replace(course, translation=done)
        check(course, tree, own)
        check_same(read.course, course, own)
    for found in own.found:
        _tell(found, origins, report)
    if course is not None and catalogue and counted.translated < counted.total:
        left = counted.total - counted.translated
        message = f"{left} of {counted.total} texts are not translated into '{language}'"
        report(UNTRANSLATED.at(Span(file.path if file else COURSE), message))
    if course is not None:
        _report_captions(course, file.path if file else COURSE, report)
    return course


def _report_captions(course: Course, path: str, report: Report) -> None:
    films = list(films_without_captions(course))
    if films:
        what = "1 film has" if len(films) == 1 else f"{len(films)} films have"
        message = f"{what} no captions in '{course.language}'"
        help = f"put '{films[0].rpartition('.')[0]}.{course.language}.vtt' beside the others"
        report(NO_OWN_CAPTIONS.at(Span(path), message, help=help))


def _tell(found: Diagnostic, origins: Mapping[str, Origins], report: Collector) -> None:
    """At its place in what people wrote; nothing that is as wrong in the author's own language."""
    span = mapped(origins, found.span)
    related = tuple((mapped(origins, place), words) for place, words in found.related)
    here = (found.rule.code, span.path, span.line)
    known = any((d.rule.code, d.span.path, d.span.line) == here for d in report.found)
    of_translation = span.path.endswith(".po") or is_other_language(span.path)
    if of_translation or (found.rule.severity > Severity.NOTE and not known):
        report(replace(found, span=span, related=related, fix=None))


def _catalogue(
    tree: SourceTree, language: str, report: Report
) -> tuple[Catalogue | None, SourceFile | None]:
    """That of the language, or of the one that it is a kind of: `fr` for `fr-BE`.

    None after anything was reported.
    """
    for name in dict.fromkeys((language, primary(language))):
        file = tree.texts.get(catalogue_path(name))
        if file is not None:
            return read_catalogue(file, report), file
    return Catalogue(), None


class _Finder:
    """Finds translations, and reports those that cannot stand where they should."""

    def __init__(
        self, read: Read, catalogue: Catalogue, file: SourceFile | None, report: Report
    ) -> None:
        self._entries, self._file, self._report = catalogue.entries, file, report
        self._gaps = {
            question.id
            for question in read.course.questions()
            if isinstance(question.interaction, GapsInteraction)
        }
        self._judged: dict[tuple[str, str], bool] = {}

    def of(self, source: Pieces) -> Callable[[Piece], Given | None]:
        """How the pieces of a file are translated."""
        known = definitions(source.file)

        def find(piece: Piece) -> Given | None:
            entry = self._entries.get(piece.key)
            if entry is None or not entry.done.strip() or self._file is None:
                return None
            if not self._sound(piece, entry, known):
                return None
            return Given(entry.done, self._file.path, msgstr_line(self._file, entry))

        return find

    def _sound(self, piece: Piece, entry: Entry, known: str) -> bool:
        if piece.key not in self._judged:
            gaps = any(part in self._gaps for part in entry.context.split("/"))
            wrong = list(problems(piece.leaf, entry.done, known, gaps=gaps))
            for message in wrong:
                self._tell(entry, message)
            self._judged[piece.key] = not wrong
        return self._judged[piece.key]

    def _tell(self, entry: Entry, message: str) -> None:
        assert self._file is not None
        line = msgstr_line(self._file, entry)
        span = Span(self._file.path, line, 1, len(self._file.line(line)))
        self._report(UNSOUND.at(span, f"'{entry.context}': {message}"))


class _Maker:
    """Makes the texts of one language."""

    def __init__(self, read: Read, language: str, finder: _Finder) -> None:
        self._read, self._language, self._finder = read, language, finder
        self._kinds: dict[str, dict[str, str]] = {}
        for page in read.course.pages():
            asked = () if isinstance(page, Scenario) else page.questions
            for question in asked:
                self._kinds.setdefault(question.span.path, {})[question.id] = question.kind

    def texts(self, sources: Sequence[Pieces]) -> dict[str, Made]:
        """By path, those that differ from the author's."""
        return {source.file.path: self._text(source) for source in sources}

    def _text(self, source: Pieces) -> Made:
        path = source.file.path
        used = self._read.ids.parts.get(path)
        letters = {owner: tuple(known) for owner, known in (used.options if used else {}).items()}
        kinds = self._kinds.get(path, {})
        other = own_text(self._read.tree, path, self._language)
        if other is not None:
            language = self._read.course.language
            original = Original(language=language, letters=letters, kinds=kinds)
            return replaced_text(source.file, other, original)
        find = self._finder.of(source)
        return made_text(source, find, self._read.course.language, letters, kinds)


def _tree(tree: SourceTree, made: Mapping[str, Made], language: str) -> SourceTree:
    """The files in another language: `bench.fr.svg` stands in the place of `bench.svg`, too."""
    texts = {path: made[path].file if path in made else file for path, file in tree.texts.items()}
    media, tables = dict(tree.media), dict(tree.tables)
    for path, other in _swapped(tree.media, language):
        media[path] = tree.media[other]
        if other in tree.tables:
            tables[path] = tree.tables[other]
    return SourceTree(tree.root, texts, media, tree.unread, tables)


def _swapped(media: Mapping[str, Path], language: str) -> Iterator[tuple[str, str]]:
    """Files of media that have one for the language beside them; the nearest tag counts."""
    for name in dict.fromkeys((primary(language), language)):
        for other in media:
            path, tag = one_language(other) or ("", "")
            swapped = tag == name and path in media
            if swapped and posixpath.splitext(path)[1].lower() not in _NO_SWAP:
                yield path, other
