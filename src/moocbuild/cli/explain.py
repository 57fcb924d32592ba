"""`moocbuild explain CODE`."""

from __future__ import annotations

import click

from moocbuild.cli.problems import Problem
from moocbuild.diagnostics import near
from moocbuild.rules import rules


def run(code: str | None) -> int:
    """Explains a rule by its code or slug; without one, lists all rules."""
    known = rules()
    if code is None:
        for rule in known.values():
            click.echo(f"{rule.code}  {rule.severity.name.lower():8} {rule.slug}")
        return 0
    found = [r for r in known.values() if code.upper() == r.code or code == r.slug]
    if not found:
        names = [*known, *(r.slug for r in known.values())]
        raise Problem(
            f"unknown rule '{code}'", near(code, names) or "run 'moocbuild explain' to list them"
        )
    rule = found[0]
    click.echo(f"{rule.code} {rule.slug} ({rule.severity.name.lower()})\n")
    click.echo(rule.explanation.strip())
    return 0
