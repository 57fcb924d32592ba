"""The commands and their options. What they do is imported when it is done: help stays quick."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild import __version__
from moocbuild.cli.lazily import do
from moocbuild.cli.of_others import import_, inspect
from moocbuild.cli.options import (
    complete_languages,
    complete_modules,
    complete_pages_and_modules,
    complete_rules,
    complete_schemas,
    course_options,
    findings_format,
    out_option,
    root_option,
    since_option,
    strict_option,
    target_option,
)
from moocbuild.cli.translations import i18n


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="moocbuild")
def cli() -> None:
    """Compile a Markdown course into packages for learning systems."""


for _command in (i18n, import_, inspect):
    cli.add_command(_command)


@cli.command(short_help="Build packages into dist/.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Output folder (default: dist/).",
)
@target_option
@click.option("--track", default="", help="Build only the modules of this track.")
@click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    shell_complete=complete_languages,
    help="Build the course in this language, such as fr; may be repeated.",
)
@click.option(
    "--together",
    is_flag=True,
    help="Put the languages into one package for the web and SCORM, with a switch.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Build the whole course and every track, in every language.",
)
@click.option(
    "--studio",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Studio's export of the course: the olx package keeps what its team has set.",
)
@since_option
@click.option(
    "--cache/--no-cache", default=True, show_default=True, help="Use what was built before."
)
@course_options
def build(**options: object) -> int:
    """Build packages into dist/. Nothing is written if the course has errors."""
    return do("build", **options)


@cli.command(short_help="Build every course below a folder.")
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path()
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Output folder (default: dist/ in FOLDER).",
)
@click.option(
    "--revision",
    "revisions",
    multiple=True,
    help="Build the courses of this git revision, not those of the work tree; may be repeated.",
)
@target_option
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="Processes that work at the same time (default: one for each processor).",
)
@click.option("--dask", default="", metavar="ADDRESS", help="Work on this Dask cluster instead.")
@click.option(
    "--page-language",
    default="",
    help="Language of catalogue.html, such as fr (default: that of most courses).",
)
@click.option(
    "--cache/--no-cache", default=True, show_default=True, help="Use what was built before."
)
@strict_option
@findings_format
def catalogue(**options: object) -> int:
    """Build every course below FOLDER, each in each language, and list them all.

    Packages go into a folder for each course; catalogue.html and catalogue.json list them. A
    course that is broken stops no other, and what is unchanged is not built again.
    """
    return do("catalogue", **options)


@cli.command(short_help="Report every problem in the course.")
@target_option
@click.option(
    "--spell/--no-spell",
    default=None,
    help="Look at the spelling (default: as `spelling:` in course.yml says).",
)
@click.option(
    "--links", is_flag=True, help="Ask for addresses on the web, too: is the page there?"
)
@click.option("--fix", is_flag=True, help="Mend what is mechanical: show what changes, and ask.")
@click.option("--diff", is_flag=True, help="Only show what --fix would change.")
@click.option("--yes", is_flag=True, help="With --fix: ask nothing.")
@click.option("--guesses", is_flag=True, help="Mend names that were probably meant, too.")
@course_options
def check(**options: object) -> int:
    """Report every problem in the course, and what each target does not support.

    With --fix, files are changed: ids, indents of lists, paths of pictures, hidden characters and
    the form of letters. Without a terminal, that needs --yes.
    """
    return do("check", **options)


@cli.command(short_help="Preview the course while you write.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Port on this computer (default: the first free one from 8321).",
)
@click.option(
    "--lms",
    is_flag=False,
    flag_value="scorm-1.2",
    type=click.Choice(["scorm-1.2", "scorm-2004"]),
    help="Play the SCORM package, too, and show what it tells the learning system.",
)
@click.option(
    "-l",
    "--language",
    default="",
    shell_complete=complete_languages,
    help="Show the course in this language, such as fr.",
)
@click.option("--open", "browse", is_flag=True, help="Open the browser.")
@root_option
def serve(**options: object) -> int:
    """Preview the course in a browser on this computer; every saved change shows at once.

    Needs the extra, as in: pipx install 'PATH/TO/moocbuild[serve]'.
    """
    return do("serve", **options)


@cli.group(short_help="What builds keep for the next one.")
def cache() -> None:
    """What builds keep in your own cache folder, so that the next one takes less time."""


@cache.command(short_help="Remove everything that builds keep.")
def clear() -> int:
    """Remove everything that builds keep."""
    return do("cache")


@cli.command(short_help="Explain a code such as MB101.")
@click.argument("code", required=False, shell_complete=complete_rules)
def explain(code: str | None) -> int:
    """Explain a rule such as MB101. Without CODE, list all rules."""
    return do("explain", code=code)


_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@cli.command(short_help="Freeze ids, so that edits keep learners' records.")
@click.option("--write", "write_", is_flag=True, help="Write ids and course.lock.")
@click.option(
    "--moved", is_flag=True, help="Write, too, which pages were renamed or moved, as proposed."
)
@click.option(
    "--retire", is_flag=True, help="Do not propose moves: what is gone is retired by --write."
)
@click.option(
    "--restore", multiple=True, metavar="ID", help="Take a retired id back; may be repeated."
)
@click.option(
    "--released",
    multiple=True,
    type=_file,
    help="A released package (web, SCORM) or its course.lock: of two ids with one number, the one"
    " that it knows keeps it; may be repeated.",
)
@click.option(
    "--merge",
    nargs=3,
    type=_file,
    metavar="BASE OURS THEIRS",
    help="Merge two versions of course.lock into OURS, as git's merge driver.",
)
@root_option
def ids(**options: object) -> int:
    """Freeze ids, so that edits keep learners' records. Without --write, only list the changes.

    Lists pages that seem to have been renamed or moved, too. While there are errors, new ids are
    frozen, but none is retired.
    """
    return do("ids", **options)


@cli.command(short_help="Start a course in a new folder.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="Title of the course (default: the folder's name).")
@click.option("--language", help="Its language, such as en or fr (default: en).")
@click.option("--licence", help="An SPDX name or words (default: All rights reserved).")
def init(**options: object) -> int:
    """Start a small course in FOLDER that builds at once and shows every feature.

    At a terminal, what is not given as an option is asked. Nothing is ever written over.
    """
    return do("init", **options)


@cli.command(short_help="Add a module, a page or a translation.")
@click.argument("kind", type=click.Choice(["module", "lesson", "quiz", "scenario", "language"]))
@click.argument("name")
@click.option(
    "--in",
    "module",
    default="",
    shell_complete=complete_modules,
    help="The module that a page is for: its folder, id or number.",
)
@root_option
def new(**options: object) -> int:
    """Add to the course: a module or page with the title NAME, or translations into NAME.

    A file is written in its place, with the next number, and a module is listed in course.yml.
    A language, such as fr, gets a file for its translators, as by `moocbuild i18n merge`.
    """
    return do("new", **options)


@cli.command(short_help="Print JSON Schemas of a course's files.")
@click.argument("name", required=False, shell_complete=complete_schemas)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the schema, or without NAME all of them, into this folder.",
)
def schema(**options: object) -> int:
    """Print the JSON Schema of a kind of file, such as course. Without NAME, list the kinds.

    Editors that have the schemas complete keys and mark mistakes.
    """
    return do("schema", **options)


@cli.command(short_help="List the available targets.")
@click.option(
    "--matrix", "show_matrix", is_flag=True, help="Show what each target supports, and how."
)
def targets(show_matrix: bool) -> int:
    """List the available targets."""
    return do("targets", show_matrix=show_matrix)


@cli.command(short_help="Say what changed for learners.")
@click.argument("old")
@click.argument("new", required=False, default="")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Output format.",
)
@click.option(
    "--language", default="", help="Say it in this language, such as en (default: the course's)."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
@root_option
def diff(**options: object) -> int:
    """Say what changed for learners from OLD to NEW: answers first, then ids that are lost.

    OLD and NEW are a course's folder, a package for the web or SCORM, a folder of packages, or a
    git revision. Without NEW, the course in the current folder.
    """
    return do("diff", **options)


@cli.command(short_help="Report on the course and its packages.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "json", "openacr"]),
    default="html",
    show_default=True,
    help="A page, all of it as data, or the draft on accessibility in OpenACR's form.",
)
@out_option
@target_option
@since_option
@root_option
def report(**options: object) -> int:
    """Report on the course and its packages, without building them.

    A build writes the page into dist/, too, and adds the checksums of its packages.
    """
    return do("report", **options)


@cli.command(short_help="Have people review the course, and list what they say.")
@click.argument(
    "names", nargs=-1, metavar="[PAGE|MODULE|FILE]...", shell_complete=complete_pages_and_modules
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write: .html for a browser, .docx for Word (default: review.html).",
)
@click.option("--read", is_flag=True, help="List the comments in these files as findings.")
@click.option(
    "--sign",
    default="",
    metavar="MODULE",
    shell_complete=complete_modules,
    help="Add a review of this module to course/reviews.yml; FILE tells who has read what.",
)
@click.option("--name", default="", help="With --sign: who has read the module.")
@click.option("--role", default="", help="With --sign: in which role, such as nurse.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="With --sign: on which day (default: that of FILE, or today).",
)
@click.option("--note", default="", help="With --sign: a remark, which learners can read.")
@course_options
def review(**options: object) -> int:
    """Write a page for reviewers who have no git: the text, with room for comments everywhere.

    Of the modules and pages that are named, or of the whole course. Reviewers send a file back;
    --read lists its comments at file and line, also after the text has changed. --sign lists in
    course/reviews.yml who stands by a module.
    """
    return do("review", **options)
