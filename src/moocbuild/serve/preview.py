"""One state of a course as packages in memory, and all that was found wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from pathlib import Path

from moocbuild.build import (
    BuildRequest,
    Loaded,
    Variant,
    check_targets,
    in_languages,
    load,
    variants,
)
from moocbuild.cache.keep import Keep, keeping, trim
from moocbuild.checks import prose_rules
from moocbuild.diagnostics import Collector, Diagnostic, Severity, Span
from moocbuild.i18n.languages import languages_of
from moocbuild.model.course import Course
from moocbuild.model.outline import scenarios, text_version
from moocbuild.package import Package
from moocbuild.package.memo import one_build
from moocbuild.package.names import page_file
from moocbuild.source.course import course_names
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.overrides import report_unused
from moocbuild.source.pages.naming import draft_paths
from moocbuild.values import dataclass

WEB = "web"
_KEPT = 3
"""Times as many values as a build uses stay, for edits that are taken back."""


@dataclass(frozen=True, slots=True)
class Preview:
    """sites: packages by the name of their target; none where the course has errors.

    findings: what `moocbuild check` finds, but for notes; of drafts, too. lines: what stands at
    each. drafts: names of pages that no package will have. failed: a build would stop.
    """

    sites: Mapping[str, Package] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    lines: Mapping[Span, str] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    title: str = ""
    failed: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A course that was read and checked, with what would become of it."""

    course: Course | None
    tree: SourceTree
    report: Collector
    variants: Sequence[Variant]


class Maker:
    """Makes previews of one course; nothing is made twice while this process lives.

    targets: of the packages that are wanted beside the web site. program: see `prints.program`.
    language: in which it is shown, "" for its author's; where it has none such, the author's.
    """

    def __init__(
        self,
        root: Path,
        targets: Sequence[str],
        program: str,
        today: Callable[[], datetime.date],
        language: str = "",
    ) -> None:
        self._root, self._program, self._today = root, program, today
        self._language = language
        self._targets = (WEB, *targets)
        self._first = True
        self._most = 0

    def made(self, settled: Callable[[], None]) -> Preview:
        """The course as it is now. settled: called when all has been read; what it raises, goes.

        A draft with errors is left out, and its errors are found. Raises OSError for what cannot
        be read.
        """
        # What other processes kept is worth reading once; drafts are none of their business.
        keep, more = self._keep(disk=self._first), self._keep(disk=False)
        try:
            return self._made(keep, more, settled)
        finally:
            self._first = False
            self._most = max(self._most, keep.used() + more.used())
            trim(_KEPT * self._most)

    def _made(self, keep: Keep, more: Keep, settled: Callable[[], None]) -> Preview:
        with keeping(keep), one_build():
            plain = self._read(self._targets, drafts=False)
            names = set(draft_paths(plain.tree))
            if not names or plain.course is None:
                settled()
                return _preview(plain, _packages(plain.variants))
            with keeping(more):
                whole = self._read((WEB,), drafts=True)
                settled()
                sites = _packages(whole.variants)
            sites.update(_packages(v for v in plain.variants if v.target.name not in sites))
            return _preview(plain, sites, whole, names)

    def _keep(self, *, disk: bool) -> Keep:
        return Keep(self._root, self._program, disk=disk)

    def _read(self, targets: Sequence[str], *, drafts: bool) -> _Read:
        report = Collector()
        loaded = load(self._root, report, self._today(), drafts=drafts)
        found: Sequence[Variant] = ()
        course = self._in_language(loaded, report)
        if loaded.course is not None and course is not None:
            wanted = BuildRequest(tuple(targets))
            check_targets(loaded.course, wanted, report)
            if not report.failed:
                found = variants(course, wanted, report)
        report_unused(report.overrides, report, prose_rules())
        return _Read(course, loaded.tree, report, found)

    def _in_language(self, loaded: Loaded, report: Collector) -> Course | None:
        course = loaded.course
        if course is None or self._language not in languages_of(course, loaded.tree):
            return course
        wanted = BuildRequest(languages=(self._language,))
        return next(iter(in_languages(loaded, wanted, report, self._today())), None)


def _packages(found: Iterable[Variant]) -> dict[str, Package]:
    return {each.target.name: each.target.render(each.course) for each in found}


def _preview(
    plain: _Read,
    sites: Mapping[str, Package],
    whole: _Read | None = None,
    drafts: AbstractSet[str] = frozenset(),
) -> Preview:
    told = [*_worth_saying(plain.report.sorted())]
    if whole is not None:
        told += [d for d in _worth_saying(whole.report.sorted()) if _is_news(d, told, drafts)]
    course = plain.course
    return Preview(
        sites=sites,
        findings=tuple(told),
        lines={d.span: plain.tree.line(d.span) for d in told},
        drafts=frozenset(_draft_pages(whole, drafts)) if whole and whole.variants else frozenset(),
        title=course.title if course else "",
        failed=plain.report.failed,
    )


def _worth_saying(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    return (each for each in found if each.rule.severity > Severity.NOTE)


def _is_news(found: Diagnostic, told: Sequence[Diagnostic], drafts: AbstractSet[str]) -> bool:
    """Whether it is about drafts: ids that are not frozen yet are nothing to say of these."""
    about = found.span.path in drafts or found.rule.severity is Severity.ERROR
    return about and found not in told


def _draft_pages(whole: _Read, drafts: AbstractSet[str]) -> Iterator[str]:
    """Files of pages that are drafts, or are in a module whose first page is one."""
    names = course_names(whole.tree)
    told = {scenario.id for scenario in scenarios(whole.course)} if whole.course else ()
    for path, page in names.pages.items() if names else ():
        folder = path.split("/")[1].removesuffix(".md")
        if path in drafts or f"course/{folder}/index.md" in drafts:
            yield page_file(page)
            if page in told:
                yield page_file(text_version(page))
