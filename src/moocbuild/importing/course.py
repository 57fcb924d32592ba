"""Sources in, a course in a folder out: all of it, or nothing. A second time changes nothing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from moocbuild.diagnostics import Collector, Diagnostic, Report, Severity, Span, near
from moocbuild.diagnostics.importing import NAME, NOTHING, UNKNOWN_FORMAT, WOULD_OVERWRITE
from moocbuild.freeze import freeze
from moocbuild.freeze import write as write_ids
from moocbuild.importing.brought import Brought
from moocbuild.importing.errors import ImportFailed
from moocbuild.importing.files import Wished, course_files, questions
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats import formats
from moocbuild.importing.naming import as_id, named
from moocbuild.importing.readback import differences
from moocbuild.importing.source import Source, opened
from moocbuild.importing.summary import FILE, Origin, digest, summary
from moocbuild.importing.tied import tied
from moocbuild.importing.unread import what_it_is
from moocbuild.scaffold.course import for_editors
from moocbuild.scaffold.staging import put, staged, tops
from moocbuild.scaffold.templates import common_files
from moocbuild.source.course import load_course
from moocbuild.source.files.tree import read_tree
from moocbuild.values import dataclass

_LONGEST_ID = 32
"""Characters of the course's id, which Open edX takes for an organisation where none is named."""
COURSE, LOCK = "course/course.yml", "course/course.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What the author says. Each may be "", and is then taken from the source or made.

    format: its name, where files do not tell. released: the date of a new course.
    """

    title: str = ""
    language: str = ""
    licence: str = ""
    format: str = ""
    released: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """written: files by path, () where all were there already. found: losses, guesses, and errors
    of the new course.
    """

    brought: Brought
    origins: tuple[Origin, ...]
    written: tuple[str, ...]
    found: tuple[Diagnostic, ...]


def bring(paths: Sequence[Path], into: Path, ask: Ask) -> Outcome:
    """Imports. Raises ImportFailed, RefusedError, ScaffoldError, OSError; then nothing is left."""
    report = Collector()
    read = [_read(path, ask, report) for path in paths]
    brought = _together([each for _, each in read])
    if brought.empty:
        finding = NOTHING.at(Span(read[0][0].name), "no page and no question")
        raise ImportFailed(finding, report.sorted())
    brought = tied(named(brought, report), Span(read[0][0].name), report)
    wished = _wished(brought, ask, into, report)
    files = course_files(brought, wished)
    with staged(into, {**files, **common_files(), **for_editors()}) as made:
        errors = _read_back(made, brought, report)
        found = [*errors, *report.sorted()]
        origins = tuple(origin for origin, _ in read)
        (made / FILE).write_text(summary(origins, brought, found), "utf-8", newline="\n")
        own = [*files, FILE, *([LOCK] if (made / LOCK).exists() else [])]
        written = _placed(made, into, own)
    return Outcome(brought=brought, origins=origins, written=written, found=tuple(found))


# --- reading ------------------------------------------------------------------------------------


def _read(path: Path, ask: Ask, report: Report) -> tuple[Origin, Brought]:
    with opened(path) as source:
        known = _format(source, ask.format)
        brought = known.read(source, Wanted(report=report, language=ask.language))
    marked = digest(path.read_bytes()) if path.is_file() else ""
    return Origin(name=source.name, format=known.title, digest=marked), brought


def _format(source: Source, name: str) -> Format:
    """The format that is named, or that finds its marks in the source."""
    known = formats()
    if name:
        if name in known:
            return known[name]
        help = near(name, known) or f"use one of {', '.join(known)}"
        raise ImportFailed(UNKNOWN_FORMAT.at(source.span(), f"no format '{name}'", help=help))
    for each in known.values():
        if each.recognises(source):
            return each
    known_as, help = what_it_is(source)
    message = f"{known_as}, which is not read" if known_as else "of no format that is known"
    raise ImportFailed(UNKNOWN_FORMAT.at(source.span(), message, help=help))


def _together(read: Sequence[Brought]) -> Brought:
    if len(read) == 1:
        return read[0]
    files: dict[str, bytes] = {}
    for each in read:
        for name, data in each.files.items():
            if files.setdefault(name, data) != data:
                raise ImportFailed(
                    WOULD_OVERWRITE.at(Span(name), "two sources have a file of this name")
                )
    first = read[0]
    codes = {code: said for each in reversed(read) for code, said in each.codes.items()}
    units = tuple(unit for each in read for unit in each.units)
    pools = tuple(pool for each in read for pool in each.pools)
    return replace(first, units=units, pools=pools, files=files, codes=codes)


def _wished(brought: Brought, ask: Ask, into: Path, report: Report) -> Wished:
    title = ask.title or brought.title or into.resolve().name
    language = ask.language or brought.language
    if not language:
        report(NAME.at(Span(COURSE), "the language of the course is taken to be English: 'en'"))
    return Wished(
        id=as_id(title, _LONGEST_ID) or "course",
        title=title,
        language=language or "en",
        licence=ask.licence or brought.licence,
        released=_released(into, ask.released),
    )


def _released(into: Path, otherwise: datetime.date) -> datetime.date:
    """The date that an earlier import wrote, so that another day changes nothing."""
    try:
        text = (into / COURSE).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return otherwise
    found = re.search(r"^released: (\d{4}-\d\d-\d\d)\b", text, re.M)
    try:
        return datetime.date.fromisoformat(found[1]) if found else otherwise
    except ValueError:
        return otherwise


# --- writing ------------------------------------------------------------------------------------


def _read_back(made: Path, brought: Brought, report: Collector) -> list[Diagnostic]:
    """Freezes ids, reports what reads otherwise than the source; errors of the new course."""
    told = Collector()
    course, _ = load_course(read_tree(made, told), told)
    for each in differences(questions(brought), course):
        report(each)
    write_ids(made, freeze(made, Collector()))
    return [each for each in told.sorted() if each.rule.severity is Severity.ERROR]


def _placed(made: Path, into: Path, own: Sequence[str]) -> tuple[str, ...]:
    """What was put in place; () where it is there already, byte for byte."""
    there = {name: _content(into / name) for name in own}
    if all(data == (made / name).read_bytes() for name, data in there.items()):
        return ()
    differs = [n for n, data in there.items() if data not in (None, (made / n).read_bytes())]
    names = [path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()]
    blocked = [top for top in tops(names) if (into / top).exists()]
    if differs or (set(tops(own)) & set(blocked)):
        shown = sorted(differs or blocked)
        more = f" and {len(shown) - 1} more" if len(shown) > 1 else ""
        message = f"'{shown[0]}'{more} is there and is not what would be written"
        raise ImportFailed(WOULD_OVERWRITE.at(Span(str(into)), message))
    put(made, into, [top for top in tops(names) if top not in blocked])
    return tuple(sorted(names))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None
