"""`moocbuild init FOLDER`."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import click

from moocbuild.cli.findings import today
from moocbuild.cli.problems import OK, Problem
from moocbuild.scaffold.course import Asked, new_course
from moocbuild.scaffold.errors import ScaffoldError
from moocbuild.scaffold.templates import text_language
from moocbuild.source.yaml.types import LANGUAGE, PATTERNS
from moocbuild.words.languages import files

NO_LICENCE = "All rights reserved"
"""What is claimed where nobody has said more."""


def run(folder: Path, title: str | None, language: str | None, licence: str | None) -> int:
    """Writes a course, and says what to type next."""
    name = folder.resolve().name.replace("-", " ").replace("_", " ").strip() or "course"
    asked = Asked(
        title=_answer("Title of the course", title, name[:1].upper() + name[1:]),
        language=_language(_answer(f"Language ({', '.join(files())} …)", language, "en")),
        licence=_answer("Licence, such as CC-BY-SA-4.0", licence, NO_LICENCE),
        released=today(),
    )
    try:
        written = new_course(folder, asked)
    except ScaffoldError as error:
        raise Problem(str(error), error.help) from error
    _say(folder, asked, len(written))
    return OK


def _answer(question: str, given: str | None, default: str) -> str:
    """What was given, else what somebody at a terminal says, else the default."""
    if given is None and sys.stdin.isatty() and sys.stderr.isatty():
        given = click.prompt(question, default=default, err=True)
    return (given or "").strip() or default


def _language(tag: str) -> str:
    if not re.fullmatch(LANGUAGE, tag):
        message, help = PATTERNS[LANGUAGE]
        raise Problem(message.format(input=tag), help)
    return tag


def _say(folder: Path, asked: Asked, number: int) -> None:
    click.echo(f"{folder}: a course of {number} files", err=True)
    if text_language(asked.language) not in (asked.language, asked.language.partition("-")[0]):
        said = f"the sample is in English: there is none in '{asked.language}' yet"
        click.echo(said, err=True)
    if folder.resolve() != Path.cwd():
        click.echo(f"next: cd {shlex.quote(str(folder))}", err=True)
    click.echo("then: moocbuild build             a SCORM package for your system", err=True)
    click.echo("      moocbuild build -t moodle   a course for Moodle", err=True)
    click.echo("      moocbuild build -t web      a web site to look at", err=True)
    click.echo("AGENTS.md has the whole format on one page.", err=True)
