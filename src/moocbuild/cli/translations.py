"""The commands of `moocbuild i18n` and their options."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.cli.lazily import do
from moocbuild.cli.options import complete_languages, root_option


@click.group(short_help="Translate the course.")
def i18n() -> None:
    """Translate the course: its texts as PO files in course/locale/, for translators."""


_language_names = click.argument("languages", nargs=-1, shell_complete=complete_languages)


@i18n.command(short_help="Write a template of all texts.")
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write (default: course/locale/course.pot).",
)
@root_option
def extract(**options: object) -> int:
    """Write a template with every text that learners read, without translations."""
    return do("i18n", "extract", **options)


@i18n.command(short_help="Bring translations up to date.")
@_language_names
@root_option
def merge(**options: object) -> int:
    """Bring course/locale/LANGUAGE.po up to date with the course, or begin it.

    A text that has changed keeps its translation, marked fuzzy until somebody has looked at it;
    what is gone stays at the end of the file. Without LANGUAGES, all of them.
    """
    return do("i18n", "merge", **options)


@i18n.command("status", short_help="Say how far translations are.")
@_language_names
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output format.",
)
@root_option
def i18n_status(**options: object) -> int:
    """Say how much of the course is translated into each language, and what is wrong there."""
    return do("i18n", "status_of", **options)


@i18n.command(short_help="Write a translation for trying out.")
@click.argument("language", default="en-XA")
@root_option
def pseudo(**options: object) -> int:
    """Write a translation that looks foreign and can be read: what stays plain is not translated.

    LANGUAGE is en-XA if none is named. Translations by people are never written over.
    """
    return do("i18n", "pseudo", **options)
