"""`moocbuild import FILES --into FOLDER`."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from moocbuild.archive import RefusedError
from moocbuild.cli.findings import emit, summary, today
from moocbuild.cli.problems import AUTHOR_ERRORS, OK, REFUSED, Problem
from moocbuild.diagnostics import Diagnostic, Severity
from moocbuild.importing.course import Ask, Outcome, bring
from moocbuild.importing.errors import ImportFailed
from moocbuild.importing.summary import FILE, counted
from moocbuild.scaffold.errors import ScaffoldError
from moocbuild.source.yaml.types import LANGUAGE, PATTERNS


def run(
    files: Sequence[Path],
    into: Path,
    format_name: str,
    title: str,
    language: str,
    licence: str,
    format_: str,
) -> int:
    """Imports, and says what was made, what was lost, and what to type next."""
    if language and not re.fullmatch(LANGUAGE, language):
        message, help = PATTERNS[LANGUAGE]
        raise Problem(message.format(input=language), help)
    ask = Ask(
        title=title, language=language, licence=licence, format=format_name, released=today()
    )
    try:
        made = bring(files, into, ask)
    except ImportFailed as error:
        return _failed(error.finding, format_, error.found)
    except RefusedError as error:
        return _failed(error.diagnostic(files[0].name), format_)
    except ScaffoldError as error:
        raise Problem(str(error), error.help) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problem(f"{error.filename or into}: {reason}", "choose another file") from error
    emit(made.found, lambda span: "", format_, notes=False)
    _say(made, into)
    return OK


def _failed(finding: Diagnostic, format_: str, found: Sequence[Diagnostic] = ()) -> int:
    emit([*found, finding], lambda span: "", format_)
    click.echo("nothing was written", err=True)
    return REFUSED if finding.rule.refuses else AUTHOR_ERRORS


def _say(made: Outcome, into: Path) -> None:
    sources = ", ".join(f"{origin.name} ({origin.format})" for origin in made.origins)
    if not made.written:
        click.echo(f"{into}: nothing to change, all of {sources} is there", err=True)
        return
    click.echo(f"{into}: {counted(made.brought)} from {sources}", err=True)
    if made.found:
        click.echo(f"{summary(made.found)}: {FILE} lists them with their places", err=True)
    errors = any(each.rule.severity is Severity.ERROR for each in made.found)
    if into.resolve() != Path.cwd():
        click.echo(f"next: cd {shlex.quote(str(into))}", err=True)
    click.echo("then: moocbuild check", err=True)
    if not errors:
        click.echo("      moocbuild build", err=True)
