"""What authors decide of rules: `rules:` in course.yml, and comments at single places.

A comment `<!-- moocbuild: off RULE, because … -->` counts for the section in which it stands, from
its heading to the next; above the first of these headings, for the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from moocbuild.diagnostics import Override, Report, Rule, Severity, Span, nearest
from moocbuild.model.course import Course
from moocbuild.source.files.tree import SourceFile, SourceTree

BAD_EXCEPTION = Rule(
    "MB170",
    "bad-exception",
    Severity.ERROR,
    """An exception names no rule that there is, gives no reason, or is about a rule that cannot be
switched off. What is an error by itself stays one: a package would be wrong, or nobody could use
it. Name the rule by its code or its name, as `moocbuild explain` lists them, and say why: `<!--
moocbuild: off MB202, because the paper test has another order -->`.""",
    remedy="write '<!-- moocbuild: off MB203, because … -->' with a warning's or note's code",
)
UNUSED_EXCEPTION = Rule(
    "MB233",
    "unused-exception",
    Severity.WARNING,
    """A rule is switched off, or changed, where it finds nothing. Perhaps the place was mended
since. Take the exception out, so that the rule can find what comes later.""",
    remedy="delete the exception",
)
_COMMENT = re.compile(
    r"(?<!`)(?P<ticks>`{1,2})(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"  # code: it is words
    r"|(?<!\\)<!--\s*moocbuild:(?P<words>.*?)-->",
    re.S,
)
_OFF = re.compile(r"\s*off\s+([\w-]+)\s*(?:,\s*because\s+|:\s*)(\S.*)", re.S)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{2,6})\s")


Rules = Callable[[], Mapping[str, Rule]]
"""Every rule by its code. Asked for only where somebody wants another."""


def overrides(
    course: Course, tree: SourceTree, rules: Rules, report: Report
) -> Iterator[Override]:
    """Every one that can be made; reports those that cannot."""
    for name, severity, span in course.settings.rules:
        if rule := _rule(name, span, rules, report):
            yield Override(rule.code, severity, span, used=rule.on_request)
    for path, file in tree.texts.items():
        if path.endswith(".md") and "moocbuild:" in file.text:
            yield from _in_file(file, rules, report)


def is_override(comment: str) -> bool:
    """Whether the words of a comment decide on a rule, and are no id."""
    return comment.lstrip().startswith("moocbuild:")


def report_unused(
    found: Iterable[Override], report: Report, unasked: AbstractSet[str] = frozenset()
) -> None:
    """Reports those about nothing. What targets lose depends on which are asked for, and pages are
    weighed by `check` alone.

    unasked: codes of more rules that nobody asked.
    """
    for each in found:
        if not (each.used or each.code in unasked or each.code.startswith(("MB25", "MB3"))):
            report(UNUSED_EXCEPTION.at(each.span, f"{each.code} finds nothing here"))


def _rule(name: str, span: Span, rules: Rules, report: Report) -> Rule | None:
    known = {name: rule for rule in rules().values() for name in (rule.code, rule.slug)}
    rule = known.get(name)
    if rule is None:
        message, otherwise = f"no rule '{name[:60]}'", "run 'moocbuild explain' for a list"
        report(BAD_EXCEPTION.meant(span, message, name, nearest(name, known), otherwise))
    elif rule.severity is Severity.ERROR:
        report(BAD_EXCEPTION.at(span, f"{rule.code} cannot be switched off: it is an error"))
        return None
    return rule


def _in_file(file: SourceFile, rules: Rules, report: Report) -> Iterator[Override]:
    code = set(_code(file))
    headings = [
        n for n, line in enumerate(file.lines, 1) if n not in code and _HEADING.match(line)
    ]
    for comment in _COMMENT.finditer(file.text):
        line = file.text.count("\n", 0, comment.start()) + 1
        if line in code or comment["words"] is None:
            continue
        span = Span(file.path, line, 1, len(file.line(line)))
        off = _OFF.fullmatch(comment["words"].rstrip())
        if off is None:
            help = "write '<!-- moocbuild: off RULE, because … -->'"
            report(BAD_EXCEPTION.at(span, "an exception that cannot be read", help=help))
        elif rule := _rule(off[1], span, rules, report):
            place = _section(line, headings, file)
            used = (
                rule.on_request
            )  # else, unless it is looked for, it would seem to be for nothing
            yield Override(rule.code, None, span, file.path, *place, used=used)


def _code(file: SourceFile) -> Iterator[int]:
    """Numbers of the lines in fenced code."""
    fence = ""
    for number, line in enumerate(file.lines, 1):
        mark = _FENCE.match(line)
        if fence or mark:
            yield number
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip(" `~"):
            fence = ""


def _section(line: int, headings: Sequence[int], file: SourceFile) -> tuple[int, int]:
    """First and last line of the section of a line; of what is above all, the page's."""
    at = bisect_right(headings, line)
    if not at:
        return 0, len(file.lines)
    return headings[at - 1], (*headings, len(file.lines) + 1)[at] - 1
