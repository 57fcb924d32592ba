"""report.html: what is in the release, for administrators. One file, no scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from moocbuild import __version__
from moocbuild.cache.templates import Templates
from moocbuild.checks.guessing import Guessed, guessed
from moocbuild.checks.unconfirmed_contact import RULE as OF_THE_DAY
from moocbuild.diagnostics import Diagnostic, Severity, Span
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.scenario import Scenario
from moocbuild.target import Target


def report_page(
    course: Course,
    packages: Sequence[tuple[Target, str]],
    findings: Sequence[Diagnostic] = (),
    changes: Sequence[str] = (),
) -> bytes:
    """Contents, changes, findings, packages with what each loses of this very course.

    The same bytes at every build of the same files: what depends on the day is left out.
    """
    text = (
        _templates()
        .get_template("report.html")
        .render(
            course=course,
            version=__version__,
            modules=[(module.title, _counts(module.pages())) for module in course.modules],
            hosts=[(host, _shown_on(host, course)) for host in course.hosts()],
            changes=changes,
            findings=list(dict.fromkeys(_findings(findings))),
            packages=[
                (target, file, list(dict.fromkeys(_losses(target, findings))))
                for target, file in packages
            ],
            guesses=list(_guesses(guessed(course))),
        )
    )
    return text.encode()


@cache
def _templates() -> Templates:
    return Templates(Path(__file__).parent)


def _counts(pages: Iterable[Activity]) -> dict[str, int]:
    counts = {"lessons": 0, "simulations": 0, "questions": 0}
    for page in pages:
        counts["lessons"] += isinstance(page, Lesson)
        counts["simulations"] += isinstance(page, Scenario)
        counts["questions"] += 0 if isinstance(page, Scenario) else len(page.questions)
    return counts


def _shown_on(host: str, course: Course) -> list[str]:
    return [page.title for page in course.pages() if host in page.hosts]


def _guesses(found: Sequence[Guessed]) -> Iterator[tuple[str, str, str, str]]:
    """Each bank, then all of a kind: what, hits, what chance gives, what it does not exceed."""
    for each in found:
        hits = f"{each.hits} of {each.asked} {_KINDS[each.bank.kind]}"
        yield each.bank.title, hits, f"{each.expected:.1f}", str(each.allowed)
    for kind, name in _KINDS.items():
        whole = [each for each in found if each.bank.kind == kind]
        if whole:
            hits = f"{sum(e.hits for e in whole)} of {sum(e.asked for e in whole)} {name}"
            yield "All", hits, f"{sum(e.expected for e in whole):.1f}", ""


_KINDS = {"questions": "single choices", "simulation": "choices of a simulation"}


def _findings(findings: Iterable[Diagnostic]) -> Iterator[tuple[str, str, str, str]]:
    for each in findings:
        if each.rule.severity > Severity.NOTE and each.rule != OF_THE_DAY:
            yield each.rule.code, _place(each.span), each.message, each.help


def _losses(target: Target, findings: Iterable[Diagnostic]) -> Iterator[tuple[str, str, str]]:
    for each in findings:
        if each.target == target.name:
            yield each.message, _place(each.span), each.rule.code


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}" if span.line else span.path
