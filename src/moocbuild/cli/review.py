"""`moocbuild review`: sheets for reviewers, their comments as findings, and who signs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from moocbuild.build import Loaded, load
from moocbuild.cli.findings import emit, status, summary, today, unknown
from moocbuild.cli.problems import OK, Problem
from moocbuild.diagnostics import Collector, Severity, Span
from moocbuild.diagnostics.reviewing import NOT_A_REVIEW, OTHER_COURSE
from moocbuild.errors import ChangedDuringBuild, UnknownNameError
from moocbuild.freeze import replace_file
from moocbuild.model.course import Course, Module
from moocbuild.model.places import text_hash
from moocbuild.review.comments import NotAReviewError, Review
from moocbuild.review.files import read_file
from moocbuild.review.find import Places
from moocbuild.review.findings import findings, is_of, read_whole
from moocbuild.review.sheet import Sheet, folder_of, sheet
from moocbuild.review.sign import NoRoomError, with_review
from moocbuild.source.reviewers import NOT_A_PERSON, is_person
from moocbuild.source.reviews import PATH
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What a row of reviews.yml says, "" for what a file or the course tells."""

    unit: str
    name: str
    role: str
    date: datetime.datetime | None
    note: str


def run(
    root: Path,
    names: tuple[str, ...],
    out: Path | None,
    read: bool,
    sign: str,
    name: str,
    role: str,
    date: datetime.datetime | None,
    note: str,
    strict: bool,
    format_: str,
) -> int:
    """Writes a sheet; with `read`, lists comments; with `sign`, adds a row to reviews.yml."""
    if read and sign:
        raise Problem("--read and --sign cannot be one step", "run one of them after the other")
    if not sign and (name or role or date or note):
        help = "name the module that was read with --sign"
        raise Problem("--name, --role, --date and --note are for --sign", help)
    report = Collector()
    loaded = load(root, report, today())
    course = loaded.course
    if course is None or (not read and _stopped(report, sign)):
        emit(report.sorted(), loaded.tree.line, format_, notes=False)
        click.echo(f"{summary(report.sorted())}; nothing was written", err=True)
        return status(report)
    if read:
        return _read(course, loaded, names, strict, format_)
    if sign:
        signing = Signing(unit=sign, name=name, role=role, date=date, note=note)
        return _sign(course, root, names, signing)
    return _write(course, names, out or Path("review.html"))


def _stopped(report: Collector, sign: str) -> bool:
    """Whether errors stand in the way; those of reviews.yml itself do not stop a sheet."""
    errors = [d for d in report.found if d.rule.severity is Severity.ERROR]
    return any(sign or d.span.path != PATH for d in errors)


# --- a sheet ------------------------------------------------------------------------------------


def _write(course: Course, names: tuple[str, ...], out: Path) -> int:
    make = _maker(out)
    try:
        found = sheet(course, names)
    except UnknownNameError as error:
        raise unknown(error) from None
    try:
        data = make(found)
        out.write_bytes(data)
    except ChangedDuringBuild as error:
        raise Problem(str(error), "run it again") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problem(f"{out}: {reason}", "name another file with -o") from error
    places = sum(1 for _ in found.rows())
    click.echo(f"written: {out}, with {places} numbered passages", err=True)
    click.echo(
        "next: send it to a reviewer; what comes back is for 'review --read FILE'", err=True
    )
    return OK


def _maker(out: Path) -> Callable[[Sheet], bytes]:
    suffix = out.suffix.lower()
    if suffix == ".docx":
        from moocbuild.review.write_docx import review_docx

        return review_docx
    if suffix in (".html", ".htm"):
        from moocbuild.review.page import review_page

        return review_page
    message = f"'{out}' is neither a page nor a Word document"
    raise Problem(message, "name a file that ends in .html or .docx with -o")


# --- what comes back ----------------------------------------------------------------------------


def _read(
    course: Course, loaded: Loaded, names: tuple[str, ...], strict: bool, format_: str
) -> int:
    if not names:
        raise Problem("no file is named", "name what reviewers sent: review --read FILE")
    report = Collector(strict=strict)
    places = Places(course)
    for name in names:
        try:
            review = read_file(Path(name))
        except NotAReviewError as error:
            report(NOT_A_REVIEW.at(Span(name), f"the file {error}", help=error.help))
            continue
        for finding in findings(course, review, places, name):
            report(finding)
    found = report.sorted()
    emit(found, loaded.tree.line, format_)
    click.echo(summary(found), err=True)
    return status(report)


# --- a signature --------------------------------------------------------------------------------


def _sign(course: Course, root: Path, names: Sequence[str], signing: Signing) -> int:
    module = _module(course, signing.unit)
    review = _file_of(names, course)
    now = text_hash(module)
    read = read_whole(module, review) if review else now
    if not read:
        message = f"{names[0]} does not have all of '{folder_of(module)}'"
        raise Problem(message, "a review is of a whole unit: ask the reviewer to read all of it")
    row = _row(course, module, signing, review, read)
    path = root / PATH
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else None
        replace_file(path, with_review(text, row))
    except UnicodeDecodeError as error:
        raise Problem(f"{PATH} is not UTF-8", "save the file as UTF-8") from error
    except NoRoomError as error:
        help = f"write these lines below 'reviews:' yourself; nothing was changed\n{error.row}"
        raise Problem(str(error), help) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problem(f"{PATH}: {reason}", "give yourself permission to write it") from error
    click.echo(f"written: {PATH}, a review of '{module.title}' by {row['who']}", err=True)
    if read != now:
        click.echo("the text has changed since: ask whether they still stand by it", err=True)
    return OK


def _module(course: Course, name: str) -> Module:
    plain = name.replace("\\", "/").rstrip("/").removeprefix("./").removeprefix("course/")
    known = {folder_of(module): module for module in course.units()}
    found = known.get(plain) or next((m for m in known.values() if m.id == plain), None)
    if found is None:
        raise unknown(UnknownNameError("module", name, list(known)))
    return found


def _file_of(names: Sequence[str], course: Course) -> Review | None:
    if not names:
        return None
    if len(names) > 1:
        raise Problem("one file at a time", "name the file of the one who signs")
    try:
        review = read_file(Path(names[0]))
    except NotAReviewError as error:
        message = f"{names[0]}: the file {error}"
        raise Problem(message, error.help or NOT_A_REVIEW.remedy, NOT_A_REVIEW) from None
    if not is_of(course, review):
        message = f"{names[0]}: this is a review of another course than '{course.id}'"
        raise Problem(message, OTHER_COURSE.remedy, OTHER_COURSE)
    return review


def _row(
    course: Course, module: Module, signing: Signing, review: Review | None, hash: str
) -> dict[str, str]:
    name = " ".join((signing.name or (review.name if review else "")).split())
    role = " ".join((signing.role or (review.role if review else "")).split())
    if not name or not role:
        missing = "--role" if name else "--name"
        help = "say who has read the unit: --name 'Their name' --role 'psychiatric nurse'"
        raise Problem(f"{missing} is missing", help)
    if not is_person(name):
        raise Problem(f"'{name}' is no person", NOT_A_PERSON.remedy, NOT_A_PERSON)
    row = {
        "unit": folder_of(module),
        "who": name,
        "role": role,
        "when": _when(signing, review),
        "version": (review.version if review else "") or course.version,
        "hash": hash,
    }
    note = " ".join(signing.note.split())
    return {**row, "note": note} if note else row


def _when(signing: Signing, review: Review | None) -> str:
    if signing.date:
        return signing.date.date().isoformat()
    try:
        return datetime.date.fromisoformat(review.saved if review else "").isoformat()
    except ValueError:
        return today().isoformat()
