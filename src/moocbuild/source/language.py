"""Whether there are words for learners in a course's language."""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.source.yaml.reader import Node
from moocbuild.words import words
from moocbuild.words.languages import files

NO_WORDS = Rule(
    "MB226",
    "no-words",
    Severity.WARNING,
    """There are no words for learners in the course's language.

Menus, buttons, verdicts and the pages that every course has are in English then. They say so
(`lang="en"`), so that screen readers pronounce them rightly, but learners have to understand them.
Another language is one file, `src/moocbuild/words/LANGUAGE.json`: CONTRIBUTING.md shows how.""",
    remedy="write the words of the interface, or take a language that has them",
)


def check_language(language: str, node: Node, report: Report) -> None:
    """A warning where the interface speaks another language than the course."""
    if words(language).foreign:
        message = f"the interface has no words in '{language}': English is shown"
        kept = "'rules: {MB226: {severity: off, because: …}}'"
        help = f"write {kept} to keep its English, or take a language that has words: {_spoken()}"
        report(NO_WORDS.at(node.at(("language",)), message, help=help))


def _spoken() -> str:
    return ", ".join(sorted(files()))
