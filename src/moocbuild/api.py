"""A whole build as one function of plain values: for programs, and for the command line.

Safe in threads and processes, and beside another build of the same course. A build of which
nothing has changed since is told from the record of it, before anything is imported that builds.
"""

from __future__ import annotations

import datetime
import gc
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, field, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from moocbuild.cache.keep import Keep, keeping
from moocbuild.cache.prints import hash_of
from moocbuild.cache.replay import Replay
from moocbuild.diagnostics import Collector, Diagnostic, Edit, Fix, Rule, Severity, Span
from moocbuild.source.files.tree import FOLDERS
from moocbuild.values import dataclass

if TYPE_CHECKING:
    from moocbuild.build import BuildRequest
    from moocbuild.compare.changes import Compared
    from moocbuild.model.course import Course

Status = Literal["built", "errors", "refused"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a build found and wrote. Plain values: it can be pickled and compared.

    findings: by file, line and column. files: the SHA-256 of each written file by its name, none
    unless the status is "built". lines: what the author wrote, by path and number of each line
    that a finding names. card: what catalogues say of the course (`report/card.py`), empty where
    it could not be read. refused: the input is dangerous or foreign.
    """

    status: Status
    findings: tuple[Diagnostic, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    card: Mapping[str, Any] = field(default_factory=dict)

    def line(self, span: Span) -> str:
        """The author's line at `span`, "" where there is none."""
        return self.lines.get((span.path, span.line), "")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. targets: names (none: the course's own, else all). languages: tags (none:
    the author's).

    track: only the modules of this track. every_track: the whole course and every track. studio:
    Studio's export of the course, whose settings the olx package keeps. strict: warnings stop a
    build, too. today: the date that checks of age count to; without it nothing is too old. since:
    the facts of an earlier release. together: packages for the web and SCORM have all languages.
    """

    targets: tuple[str, ...] = ()
    track: str = ""
    every_track: bool = False
    studio: Path | None = None
    strict: bool = False
    today: datetime.date = datetime.date.min
    since: Mapping[str, Any] | None = None
    languages: tuple[str, ...] = ()
    every_language: bool = False
    together: bool = False


def build_course(
    root: Path | str,
    out: Path | str | None = None,
    targets: Sequence[str] = (),
    *,
    track: str = "",
    every_track: bool = False,
    studio: Path | str | None = None,
    strict: bool = False,
    today: datetime.date = datetime.date.min,
    since: Mapping[str, Any] | None = None,
    languages: Sequence[str] = (),
    every_language: bool = False,
    together: bool = False,
    checked: Callable[[Result], None] | None = None,
    progress: Callable[[str], None] | None = None,
    cache: bool = True,
    again: bool = True,
    pieces: bool = True,
) -> Result:
    """Builds the course below `root` into `out` (`dist/` beside it): all packages or none.

    since: the facts of an earlier release (`moocbuild.diff.side`): the report tells what changed.
    languages: tags (none: the author's); every_language: all that there are. together: packages
    for the web and SCORM have all of these, and a switch. cache: what was made before counts, and
    what is made is kept; again: in this process, too; pieces: not only the record of the
    whole, but what pages and modules became, for when the course is edited.
    Called meanwhile: `checked` with all findings before anything is written, `progress` with the
    name of each file when it is begun. Errors of an author are in the result. Raises
    UnknownNameError for a target, track or language that is not there, ExportError for an export
    that cannot be used, TwoCoursesError where `since` is of another course, and PackageError for
    what the disk refuses; then nothing was changed.
    """
    root, out = Path(root), Path(root) / "dist" if out is None else Path(out)
    export = None if studio is None else Path(studio)
    asked = Request(
        tuple(targets),
        track,
        every_track,
        export,
        strict,
        today,
        since,
        tuple(languages),
        every_language,
        together,
    )
    events = Events(checked or _ignored, progress or _ignored)
    with _CALM:
        replay = _replay(root, out, asked) if cache else None
        said = replay.found() if replay else None
        if said is not None:
            result = from_plain(said)
            events.checked(result)
            return result
        keep = Keep(root, replay.program, remember=again) if replay and pieces else None
        with keeping(keep):
            result, plain = _built(root, out, asked, events)
        if replay and plain:
            from moocbuild.package.release import SUMS

            replay.record(as_plain(result), [*result.files, SUMS], result.files)
    return result


NEW_VALUES = 2_000_000
"""After how many cycles are looked for: a build makes many values, and cycles by the hundred."""


class _Calm:
    """While builds run, cycles are looked for less often."""

    def __init__(self) -> None:
        self._lock, self._running, self._usual = Lock(), 0, gc.get_threshold()

    def __enter__(self) -> None:
        with self._lock:
            if not self._running:
                self._usual = gc.get_threshold()
                first, *rest = self._usual
                gc.set_threshold(first and max(first, NEW_VALUES), *rest)  # 0: never
            self._running += 1

    def __exit__(self, *raised: object) -> None:
        with self._lock:
            self._running -= 1
            if not self._running:
                gc.set_threshold(*self._usual)


_CALM = _Calm()


@dataclass(frozen=True, slots=True)
class Events:
    """What is called while a course is built."""

    checked: Callable[[Result], None]
    progress: Callable[[str], None]


def _ignored(what: object) -> None:
    pass


def _built(root: Path, out: Path, asked: Request, events: Events) -> tuple[Result, bool]:
    """The result of a build that is made; whether it wrote, and read but the usual folders."""
    from moocbuild.package.memo import one_build

    with one_build():
        return _made(root, out, asked, events)


def _made(root: Path, out: Path, asked: Request, events: Events) -> tuple[Result, bool]:
    from moocbuild.build import build, check_targets, in_every, in_languages, in_studio, load
    from moocbuild.checks import prose_rules
    from moocbuild.report.card import card
    from moocbuild.source.files.lock import changes
    from moocbuild.source.overrides import report_unused

    report = Collector(strict=asked.strict)
    loaded = load(root, report, asked.today)
    if loaded.course is not None and asked.studio is not None:
        loaded = replace(loaded, course=in_studio(loaded.course, asked.studio))
    course = loaded.course
    wanted = _wanted(asked)
    courses = in_languages(loaded, wanted, report, asked.today)
    if course is not None:
        check_targets(course, wanted, report)
    found = (
        in_every(course, courses, wanted, report)
        if course is not None and not report.failed
        else []
    )
    status: Status = "refused" if report.refused else "errors" if report.failed else "built"
    report_unused(report.overrides, report, prose_rules())
    findings = tuple(report.sorted())
    made = ((each.file, each.target.name, each.language) for each in found)
    about = {} if course is None else card(course, courses, made)
    result = Result(status, findings, lines=_lines(findings, loaded.tree.line), card=about)
    events.checked(result)
    if course is None or status != "built":
        return result, False
    earlier, changed = _since(course, asked.since), changes(loaded.ids)
    del loaded  # all texts of the course, which packages are not made of
    translations = [(c.language, c.translation) for c in courses if c.translation]
    built = build(found, course, out, events.progress, findings, changed, earlier, translations)
    return replace(result, files=built.files), not course.settings.scorm_schemas


def _wanted(asked: Request) -> BuildRequest:
    from moocbuild.build import BuildRequest

    return BuildRequest(
        asked.targets,
        asked.track,
        asked.every_track,
        asked.languages,
        asked.every_language,
        asked.together,
    )


def _since(course: Course, old: Mapping[str, Any] | None) -> Compared | None:
    """What changed since the facts of an earlier release. Raises TwoCoursesError."""
    if old is None:
        return None
    from moocbuild.compare.changes import compared

    return compared(old, course)


def _lines(
    findings: Sequence[Diagnostic], line: Callable[[Span], str]
) -> Mapping[tuple[str, int], str]:
    spans = (span for found in findings for span in (found.span, *(s for s, _ in found.related)))
    return {(span.path, span.line): line(span) for span in spans if span.line}


# --- as plain data, for the record ------------------------------------------------------------


def _replay(root: Path, out: Path, asked: Request) -> Replay | None:
    """The record of such builds; None where an export cannot be read, which the build will say."""
    try:
        export = None if asked.studio is None else hash_of(asked.studio)
    except OSError:
        return None
    known = json.dumps(asked.since, sort_keys=True).encode() if asked.since else b""
    data = {
        **asdict(replace(asked, since=None)),
        "studio": export,
        "today": asked.today.isoformat(),
        "since": hashlib.sha256(known).hexdigest(),
    }
    return Replay(root, out, data, FOLDERS)


def as_plain(result: Result) -> Mapping[str, object]:
    """A build that wrote, as JSON has it."""
    return {
        "files": dict(result.files),
        "card": result.card,
        "lines": [[path, number, line] for (path, number), line in result.lines.items()],
        "findings": [_finding(found) for found in result.findings],
    }


def _finding(found: Diagnostic) -> Sequence[object]:
    rule = found.rule
    return [
        [rule.code, rule.slug, int(rule.severity), rule.refuses, rule.recurs],
        _span(found.span),
        found.message,
        found.help,
        [[_span(span), note] for span, note in found.related],
        found.target,
        _fix(found.fix) if found.fix else None,
    ]


def _fix(fix: Fix) -> Sequence[object]:
    edits = [[_span(edit.span), edit.new] for edit in fix.edits]
    return [fix.old, fix.new, fix.command, edits, fix.sure]


def _fixed(old: str, new: str, command: str, edits: Sequence[Any], sure: bool) -> Fix:
    return Fix(old, new, command, tuple(Edit(Span(*span), text) for span, text in edits), sure)


def _span(span: Span) -> Sequence[object]:
    return [span.path, span.line, span.column, span.length]


def from_plain(said: Mapping[str, Any]) -> Result:
    """And back."""
    return Result(
        "built",
        tuple(
            Diagnostic(
                Rule(code, slug, Severity(severity), refuses=refuses, recurs=recurs),
                Span(*span),
                message,
                help,
                tuple((Span(*place), note) for place, note in related),
                target,
                _fixed(*fix) if fix else None,
            )
            for rule, span, message, help, related, target, fix in said["findings"]
            for code, slug, severity, refuses, recurs in [rule]
        ),
        said["files"],
        {(path, number): line for path, number, line in said["lines"]},
        said["card"],
    )
