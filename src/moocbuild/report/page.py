"""report.html: what is in the release, for administrators. One file, no scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from moocbuild import __version__
from moocbuild.checks.guessing import Guessed, guessed
from moocbuild.lower import features
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.scenario import Scenario
from moocbuild.target import Target


def report_page(course: Course, packages: Sequence[tuple[Target, str]]) -> bytes:
    """Contents, packages with what each keeps, competencies. The same bytes at every build."""
    environment = Environment(
        loader=PackageLoader("moocbuild.report", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html")
    text = template.render(
        course=course,
        version=__version__,
        modules=[(module.title, _counts(module.pages())) for module in course.modules],
        packages=[(target, file, _losses(target)) for target, file in packages],
        guesses=list(_guesses(guessed(course))),
    )
    return text.encode()


def _counts(pages: Iterable[Activity]) -> dict[str, int]:
    counts = {"lessons": 0, "simulations": 0, "questions": 0}
    for page in pages:
        counts["lessons"] += isinstance(page, Lesson)
        counts["simulations"] += isinstance(page, Scenario)
        counts["questions"] += 0 if isinstance(page, Scenario) else len(page.questions)
    return counts


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


def _losses(target: Target) -> list[tuple[str, str, str]]:
    return [
        (feature.value, fate.state.word, fate.how)
        for feature, fate in features(target).items()
        if not fate.kept
    ]
