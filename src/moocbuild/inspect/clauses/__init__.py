"""What standards demand, clause by clause, and the rule that a breach is reported under.

A clause is cited as its publisher numbers it: requirements of ADL's test suite for SCORM 2004
(REQ_30.6.1), types of the schemas for SCORM 1.2 and Common Cartridge (itemType), and the rules in
Common Cartridge's own Schematron (RULE 1a). One table for each standard: key → clause. Checks know
keys alone, so that one check serves every standard which demands the same.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import replace

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """One demand. says: it in a few words of ours. severity: None for that of the rule."""

    standard: str
    number: str
    says: str
    rule: Rule
    severity: Severity | None = None

    @property
    def cited(self) -> str:
        """As it is cited behind a message."""
        return f"{self.standard}, {self.number}"

    def at(self, span: Span, message: str, help: str = "") -> Diagnostic:
        """A breach of it."""
        rule = self.rule
        if self.severity is not None and self.severity is not rule.severity:
            rule = replace(rule, severity=self.severity)
        return rule.at(span, f"{message} ({self.cited})", help=help)


Clauses = Mapping[str, Clause]
"""Those of one standard, by what a check asks for."""

Rows = Mapping[str, tuple[str, str, Rule] | tuple[str, str, Rule, Severity]]


def table(standard: str, rows: Rows) -> Clauses:
    """Clauses of one standard."""
    return {key: Clause(standard, *row) for key, row in rows.items()}


def every() -> Iterator[tuple[str, Clause]]:
    """Each clause of each standard with its key; the same everywhere and always."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        yield from importlib.import_module(f"{__name__}.{module.name}").CLAUSES.items()
