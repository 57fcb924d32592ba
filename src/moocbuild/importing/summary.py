"""IMPORT.md: what came from where, and every loss and guess with its place in the source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from moocbuild.diagnostics import Diagnostic, Severity
from moocbuild.importing.brought import Bank, Brought, Page
from moocbuild.importing.markdown import escape
from moocbuild.values import dataclass

FILE = "IMPORT.md"
_HEADINGS = {
    Severity.ERROR: "Errors: the course cannot be built before these are mended",
    Severity.WARNING: "To look at: losses and guesses",
    Severity.NOTE: "Also changed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A source that was read. digest: SHA-256 of a file, "" for a folder."""

    name: str
    format: str
    digest: str = ""


def digest(data: bytes) -> str:
    """What tells one file from another."""
    return hashlib.sha256(data).hexdigest()


def summary(origins: Iterable[Origin], brought: Brought, found: Sequence[Diagnostic]) -> str:
    """The file."""
    lines = ["# What was imported", "", f"{counted(brought)}, from:", ""]
    for origin in origins:
        marked = f", SHA-256 `{origin.digest}`" if origin.digest else ""
        lines.append(f"- {_code(origin.name)}: {origin.format}{marked}")
    lines += [
        "",
        "This file is for authors; no package has it. Delete it when all is settled.",
        "`moocbuild explain CODE` says more of a code.",
    ]
    if not found:
        lines += ["", "Nothing was lost, and nothing guessed."]
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        of_it = [each for each in found if each.rule.severity is severity]
        if of_it:
            lines += ["", f"## {_HEADINGS[severity]}", *_by_rule(of_it)]
    return "\n".join(lines) + "\n"


def _by_rule(found: Sequence[Diagnostic]) -> Iterator[str]:
    for rule in dict.fromkeys(each.rule for each in found):
        of_it = [each for each in found if each.rule == rule]
        yield from ("", f"### {rule.slug} ({rule.code}): {len(of_it)}", "")
        if rule.remedy:
            yield from (f"{escape.words(rule.remedy[:1].upper() + rule.remedy[1:])}.", "")
        for each in of_it:
            place = each.span.path + (f":{each.span.line}" if each.span.line else "")
            yield f"- {_code(place)}: {escape.words(' '.join(each.message.split()))}"


def _code(words: str) -> str:
    return f"`{words.replace('`', '')}`"


def counted(brought: Brought) -> str:
    """How much there is: `12 questions in 2 quizzes, 3 pages, 5 files`."""
    banks = [page for unit in brought.units for page in unit.pages if isinstance(page, Bank)]
    pages = sum(isinstance(page, Page) for unit in brought.units for page in unit.pages)
    pages += sum(bool(unit.welcome) for unit in brought.units)
    asked = sum(len(bank.questions) for bank in banks)
    parts = []
    if banks:
        parts.append(f"{_number(asked, 'question')} in {_number(len(banks), 'quiz', 'quizzes')}")
    if pages:
        parts.append(_number(pages, "page"))
    if brought.files:
        parts.append(_number(len(brought.files), "file"))
    return ", ".join(parts)


def _number(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"
