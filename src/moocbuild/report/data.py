"""All that a report says, as plain data: for the page, and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from moocbuild import __version__
from moocbuild.checks.guessing import Guessed, guessed
from moocbuild.checks.unconfirmed_contact import RULE as OF_THE_DAY
from moocbuild.diagnostics import Diagnostic, Severity
from moocbuild.model.course import Course, Translation
from moocbuild.model.language import autonym
from moocbuild.model.question import Feature
from moocbuild.report import access, contents, grades, install, keeps
from moocbuild.target import Target
from moocbuild.values import dataclass
from moocbuild.words import Words
from moocbuild.words.languages import reviewed

if TYPE_CHECKING:
    from moocbuild.compare.changes import Compared

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is reported. packages: targets and names of their files. findings: of the build.

    lock: what is new or gone since course.lock was written. since: what changed since an earlier
    release, None where none was named. translations: languages of packages beside the author's,
    and how far these are. sums: name of a file → SHA-256 and bytes, none without a
    build.
    """

    course: Course
    packages: Sequence[tuple[Target, str]]
    findings: Sequence[Diagnostic] = ()
    lock: Sequence[str] = ()
    since: Compared | None = None
    translations: Sequence[tuple[str, Translation]] = ()
    sums: Mapping[str, tuple[str, int]]


def data(release: Release, say: Words) -> Row:
    """Everything, in the order in which it is told. Words are in the language of `say`."""
    course, targets = release.course, [target for target, _ in release.packages]
    uses = keeps.used(course)
    matrix = keeps.matrix(uses, targets, say)
    criteria = access.criteria(course, release.findings, say)
    found = list(dict.fromkeys(_findings(release.findings)))
    return {
        "moocbuild": __version__,
        "course": _course(course, say),
        "translations": [_translation(*each) for each in release.translations],
        "changes": _changes(release, say),
        "modules": contents.modules(course),
        "kinds": contents.kinds(course, say),
        "competencies": contents.competencies(course),
        "reviews": contents.reviews(course, say),
        "matrix": {"targets": [t.name for t in targets if t.content], "rows": matrix},
        "packages": [_package(t, file, release, matrix, say) for t, file in release.packages],
        "releases": install.releases(),
        "quizzes": grades.table(course),
        "gradebook": grades.gradebook(course, targets, say),
        "media": contents.media(course),
        "privacy": _privacy(course, uses, say),
        "accessibility": criteria,
        "methods": say("report.acr_methods", version=__version__, axe=access.AXE),
        "findings": [
            dict(zip(("code", "place", "message", "help"), f, strict=True)) for f in found
        ],
        "guessed": list(_guesses(guessed(course), say)),
        "files": [
            {"file": name, "sha256": digest, "bytes": size}
            for name, (digest, size) in release.sums.items()
        ],
    }


def _course(course: Course, say: Words) -> Row:
    return {
        "id": course.id,
        "track": course.track,
        "title": course.title,
        "description": course.description,
        "version": course.version,
        "released": course.released.isoformat(),
        "language": course.language,
        "language_name": autonym(course.language) or course.language,
        "interface": autonym(say.foreign or course.language) or course.language,
        "interface_reviewed": reviewed(say.foreign or course.language),
        "licence": course.licence,
        "authors": list(course.authors),
        "attribution": course.framework.attribution,
    }


def _translation(language: str, far: Translation) -> Row:
    name = autonym(language) or language
    return {"language": language, "name": name, "translated": far.done, "texts": far.total}


def _changes(release: Release, say: Words) -> Row:
    since = release.since
    if since is None:
        return {"since": None, "groups": [], "lock": list(release.lock)}
    from moocbuild.compare.emit import as_data  # most builds have no use for it
    from moocbuild.compare.told import told

    groups = [
        {"heading": each.heading, "lines": list(each.lines), "loud": each.loud}
        for each in told(since.changes, say)
    ]
    return {"since": as_data(since, say), "groups": groups, "lock": list(release.lock)}


def _package(
    target: Target, file: str, release: Release, matrix: Sequence[Row], say: Words
) -> Row:
    digest, size = release.sums.get(file, ("", 0))
    row: Row = {
        "name": target.name,
        "title": target.title,
        "file": file,
        "sha256": digest,
        "bytes": size,
        "content": target.content,
        "steps": install.steps(target, release.course, say),
        "settings": install.settings(target, say),
    }
    if not target.content:
        return row
    return {
        **row,
        "counts": keeps.counted(matrix, target),
        "losses": keeps.losses(target, release.findings),
    }


def _privacy(course: Course, uses: Mapping[Feature, int], say: Words) -> Row:
    hosts = course.hosts()
    surveys = {Feature.SURVEY, Feature.LIKERT} & uses.keys()
    said = ["report.privacy_lms", *["report.privacy_survey"][: len(surveys)]]
    return {
        "hosts": [
            {"host": host, "pages": [p.title for p in course.pages() if host in p.hosts]}
            for host in hosts
        ],
        "said": [
            *([] if hosts else [say("report.privacy_none")]),
            *map(say, said),
            say("report.privacy_device", course=course.id),
        ],
    }


def _findings(findings: Iterable[Diagnostic]) -> Iterator[tuple[str, str, str, str]]:
    for each in findings:
        if each.rule.severity > Severity.NOTE and each.rule != OF_THE_DAY:
            yield each.rule.code, keeps.place(each.span), each.message, each.help


def _guesses(found: Sequence[Guessed], say: Words) -> Iterator[Row]:
    """Each bank, then all of a kind: what, hits, what chance gives, what it does not exceed."""
    for each in found:
        yield {
            "unit": each.bank.title,
            "hits": f"{each.hits} of {each.asked} {_KINDS[each.bank.kind]}",
            "chance": f"{each.expected:.1f}",
            "most": str(each.allowed),
        }
    for kind, name in _KINDS.items():
        whole = [each for each in found if each.bank.kind == kind]
        if whole:
            yield {
                "unit": say("report.guessed_all"),
                "hits": f"{sum(e.hits for e in whole)} of {sum(e.asked for e in whole)} {name}",
                "chance": f"{sum(e.expected for e in whole):.1f}",
                "most": "",
            }


_KINDS = {"questions": "single choices", "simulation": "choices of a simulation"}
