"""read → load → check → select → add pages → fit → render → verify → pack → write.

The only module that knows the order. Everything up to `write` is a function of values.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from moocbuild.cache.keep import current, flush
from moocbuild.checks import (
    ProseCheck,
    checks,
    package_checks,
    prose_checks,
    target_checks,
)
from moocbuild.diagnostics import Collector, Diagnostic, Report
from moocbuild.errors import ExportError, UnknownNameError
from moocbuild.i18n.languages import languages_of
from moocbuild.i18n.together import beside_each_other, check_pages_of
from moocbuild.lower import has_content, lower
from moocbuild.model.course import Course, Track, Translation
from moocbuild.model.marks import Marks, know, marks_of
from moocbuild.model.select import select
from moocbuild.package import Package
from moocbuild.package.memo import one_build
from moocbuild.package.release import Sums, write_release
from moocbuild.pages import add_pages
from moocbuild.prose.course_prose import Prose
from moocbuild.report.data import Release
from moocbuild.report.page import report_page
from moocbuild.rules import rules
from moocbuild.source.course import load_course
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tree import SourceTree, read_tree
from moocbuild.source.overrides import overrides
from moocbuild.source.pages.naming import show_drafts
from moocbuild.source.targets_named import check_targets_named
from moocbuild.target import Target
from moocbuild.targets import targets
from moocbuild.values import dataclass
from moocbuild.verify import verify

if TYPE_CHECKING:
    from moocbuild.compare.changes import Compared

REPORT = "report.html"
_HEAVIEST = "scorm-1.2"
"""The target whose pages weigh most; a test weighs all that have pages."""
_SEVERAL = "mul"
"""What ISO 639 calls several languages."""
_OURS = Path(__file__).parent
Progress = Callable[[str], None]
Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The course as read; None where it could not be made. All findings are in the report."""

    course: Course | None
    tree: SourceTree
    ids: Ids


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build: names of targets (none: the course's own, else all but those on request), of
    a track, and of languages (none: the author's). together: packages that can have several
    languages have all of these, and a switch.
    """

    targets: tuple[str, ...] = ()
    track: str = ""
    every_track: bool = False
    languages: tuple[str, ...] = ()
    every_language: bool = False
    together: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """One package to be: the fitted course, and the file that it becomes."""

    target: Target
    course: Course
    file: str

    @property
    def language(self) -> str:
        """Its language; of several, `mul`."""
        return _language(self.course)


@dataclass(slots=True)
class Built:
    """Written files with their sha256, in order of their names."""

    files: dict[str, str] = field(default_factory=dict)


def load(root: Path, report: Report, today: datetime.date, *, drafts: bool = False) -> Loaded:
    """Reads and checks the course below `root`. What its author decided of rules counts.

    drafts: as if no text were one.
    """
    tree = read_tree(root, report)
    if drafts:
        tree = show_drafts(tree)
    course, ids = load_course(tree, report, today)
    if course is not None and isinstance(report, Collector):
        report.accept(overrides(course, tree, rules, report))
    if course is not None:
        _check(course, report)
        for diagnostic in check_targets_named(course, targets()):
            report(diagnostic)
    flush()
    return Loaded(course, tree, ids)


def _check(course: Course, report: Report) -> None:
    for check in checks():
        for diagnostic in check(course):
            report(diagnostic)


def in_languages(
    loaded: Loaded,
    wanted: BuildRequest,
    report: Collector,
    today: datetime.date,
    *,
    prose: bool = False,
) -> list[Course]:
    """The course in each language that is asked for; raises UnknownNameError.

    What is wrong in a translation is reported; a course that cannot be made is not among them.
    prose: looks at the language of translations, too.
    """
    course = loaded.course
    if course is None:
        return []
    known = languages_of(course, loaded.tree)
    names = known if wanted.every_language else wanted.languages or (course.language,)
    for name in names:
        _named("language", name, dict.fromkeys(known))
    check = _check_language if prose else _check_translated
    found = [
        course if name == course.language else _in_language(loaded, name, report, today, check)
        for name in dict.fromkeys(names)
    ]
    flush()
    return [each for each in found if each is not None]


def _in_language(
    loaded: Loaded,
    language: str,
    report: Collector,
    today: datetime.date,
    check: Callable[[Course, SourceTree, Collector], None],
) -> Course | None:
    from moocbuild.i18n.course import Read, translated  # few builds read catalogues

    course = loaded.course
    assert course is not None
    read = Read(course, loaded.tree, loaded.ids)
    made = translated(read, language, report, today, check)
    # With what was set in Studio; each language is a run of its own, with learners of its own.
    olx = replace(course.settings.olx, run=f"{course.settings.olx.run}-{language}")
    return made and replace(made, settings=replace(made.settings, olx=olx))


def _check_translated(course: Course, tree: SourceTree, report: Collector) -> None:
    report.accept(overrides(course, tree, rules, report))
    _check(course, report)


def _check_language(course: Course, tree: SourceTree, report: Collector) -> None:
    _check_translated(course, tree, report)
    prose = Prose(course, tree.line)
    for check in prose_checks():
        for diagnostic in check(prose):
            report(diagnostic)


def in_studio(course: Course, export: Path) -> Course:
    """The course with what its team has set in Studio; ExportError where that cannot be read."""
    from moocbuild.source.studio import read_export  # hardly a build has one to read

    studio = read_export(export)
    asked = [question.id for question in course.questions() if question.scored]
    if asked and not any(("problem", id) in studio.blocks for id in asked):
        raise ExportError("no question of this course is in it")
    olx = replace(course.settings.olx, studio=studio)
    return replace(course, settings=replace(course.settings, olx=olx))


def check_pages(course: Course, report: Report) -> None:
    """Holds pages against their budgets, as the heaviest package has them."""
    (variant,) = variants(course, BuildRequest((_HEAVIEST,)), Collector())
    package = variant.target.render(variant.course)
    for check in package_checks():
        for diagnostic in check(variant.course, package):
            report(diagnostic)


def check_prose(loaded: Loaded, report: Report, asked: Sequence[ProseCheck] = ()) -> None:
    """Looks at the language of a course that could be loaded. asked: checks only on request."""
    if loaded.course is not None:
        prose = Prose(loaded.course, loaded.tree.line)
        for check in (*prose_checks(), *asked):
            for diagnostic in check(prose):
                report(diagnostic)
        flush()


def check_targets(course: Course, wanted: BuildRequest, report: Report) -> None:
    """Holds what is asked for against the rules of its targets; raises UnknownNameError."""
    chosen = _targets(course, wanted.targets)
    for each in _tracks(course, wanted):
        for target in chosen:
            for check in target_checks(target.name):
                for diagnostic in check(each):
                    report(diagnostic)


def in_every(
    course: Course, courses: Sequence[Course], wanted: BuildRequest, report: Report
) -> list[Variant]:
    """Every package asked for of a course in several languages; raises UnknownNameError.

    What its targets change is nearly the same in each, so that it is told of the author's; of
    another one only by rules that have nothing to say there, such as that on decimal points.
    """
    told, known = set[tuple[str, str]](), dict[str, list[Variant]]()
    for spoken in (course, *(each for each in courses if each is not course)):
        found = Collector()
        known[spoken.language] = variants(spoken, wanted, found)
        new = [note for note in found.found if (note.rule.code, note.target) not in told]
        for note in new:
            report(note)
        told |= {(note.rule.code, note.target) for note in new}
    every = [variant for each in courses for variant in known[each.language]]
    if not wanted.together or len(courses) < 2:
        return every
    alone = [variant for variant in every if not variant.target.switches]
    return [*alone, *_together(courses, wanted, report)]


def _together(
    courses: Sequence[Course], wanted: BuildRequest, report: Report
) -> Iterator[Variant]:
    """Packages that have all of the languages, and a switch."""
    names = tuple(t.name for t in _targets(courses[0], wanted.targets) if t.switches)
    if not names:
        return
    asked, keep = replace(wanted, targets=names), current()
    found = [variants(each, asked, Collector()) for each in beside_each_other(courses)]
    for first, *more in zip(*found, strict=True):
        check_pages_of([variant.course for variant in (first, *more)], report)
        course = replace(first.course, others=tuple(variant.course for variant in more))
        if keep is not None and (marks := keep.mark(first.course)):
            know(course, marks)
        yield Variant(first.target, course, file_name(course, first.target))


def variants(course: Course, wanted: BuildRequest, report: Report) -> list[Variant]:
    """Every package asked for, fitted to its target; raises UnknownNameError."""
    chosen = _targets(course, wanted.targets)
    # Whoever did not ask for a framework's packages need not hear that there are none.
    said = report if wanted.targets or course.settings.targets else Collector()
    found: list[Variant] = []
    for selected in _tracks(course, wanted):
        whole = replace(add_pages(selected), origin=selected)
        carrying = [target for target in chosen if has_content(whole, target, said)]
        found += _fitted(whole, marks_of(course, selected), carrying, report)
    return found


def _fitted(
    course: Course, marks: Marks, chosen: Sequence[Target], report: Report
) -> Iterator[Variant]:
    know(course, marks)
    for target in chosen:
        fitted = lower(course, target, report)
        if fitted is not course:
            know(fitted, marks, target.name)
        yield Variant(target, fitted, file_name(course, target))


def file_name(course: Course, target: Target) -> str:
    """`<id>-<version>-<language>[-<track>]-<target><suffix>`; of several languages, `mul`."""
    track = f"-{course.track}" if course.track else ""
    name = f"{course.id}-{course.version}-{_language(course)}"
    return f"{name}{track}-{target.name}{target.suffix}"


def _language(course: Course) -> str:
    return _SEVERAL if course.others else course.language


def build(
    found: list[Variant],
    source: Course,
    out: Path,
    progress: Progress,
    findings: Sequence[Diagnostic] = (),
    changes: Sequence[str] = (),
    since: Compared | None = None,
    translations: Sequence[tuple[str, Translation]] = (),
) -> Built:
    """Writes every variant, report.html and SHA256SUMS into `out`: all of them or none.

    changes: since course.lock was written. since: what changed since an earlier release.
    translations: languages of the packages beside the author's, and how far these are.
    """
    files: dict[str, Callable[[BinaryIO], None]] = {
        variant.file: partial(_write, variant, progress) for variant in found
    }
    packages = [(variant.target, variant.file) for variant in found]

    def report(sums: Sums) -> bytes:
        return report_page(
            Release(
                course=source,
                packages=packages,
                findings=findings,
                lock=changes,
                since=since,
                translations=translations,
                sums=sums,
            )
        )

    with one_build():
        return Built(write_release(out, files, {REPORT: report}))


def _write(variant: Variant, progress: Progress, stream: BinaryIO) -> None:
    progress(variant.file)
    variant.target.pack(_rendered(variant), stream)
    flush()


def _rendered(variant: Variant) -> Package:
    """The package, verified. A template of ours that is missing is our bug, media are not."""
    try:
        package = variant.target.render(variant.course)
    except OSError as error:
        if Path(error.filename or "").is_relative_to(_OURS):
            raise RuntimeError(f"{error.filename} is missing") from error
        raise
    verify(package, variant.target.name)
    return package


def _targets(course: Course, names: tuple[str, ...]) -> list[Target]:
    known = targets()
    usual = (name for name, target in known.items() if not target.on_request)
    named = tuple(name for name, _ in course.settings.targets if name in known)
    wanted = names or named or tuple(usual)
    return [_named("target", name, known) for name in dict.fromkeys(wanted)]


def _tracks(course: Course, wanted: BuildRequest) -> Iterator[Course]:
    known = {track.id: track for track in course.tracks}
    if wanted.track:
        track: Track = _named("track", wanted.track, known)
        yield select(course, track)
        return
    yield course
    if wanted.every_track:
        yield from (select(course, track) for track in course.tracks)


def _named(what: str, name: str, known: Mapping[str, Named]) -> Named:
    if name not in known:
        raise UnknownNameError(what, name, list(known))
    return known[name]
