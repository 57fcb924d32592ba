"""The commands on what other programs made, and their options."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.cli.lazily import do
from moocbuild.cli.options import complete_formats, findings_format, out_option, strict_option


@click.command("import", short_help="Start a course from files of other programs.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--into",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder of the new course. Nothing in it is ever written over.",
)
@click.option(
    "--from",
    "format_name",
    default="",
    shell_complete=complete_formats,
    help="The format of the files, where they do not tell, such as gift.",
)
@click.option("--title", default="", help="Title of the course (default: as the source has it).")
@click.option("--language", default="", help="Its language, such as en or fr (default: en).")
@click.option("--licence", default="", help="An SPDX name or words (default: none).")
@findings_format
def import_(**options: object) -> int:
    """Make a course of FILES that other programs wrote, such as question banks or cartridges.

    Formats: moodle-xml, gift, aiken, qti-1.2, common-cartridge (also of Canvas and Blackboard),
    text2qti, sheet (CSV, XLSX), docx, and markdown (also folders of MkDocs and Obsidian).

    Several files become one course, in their order. IMPORT.md in it lists every loss and every
    guess. To import the same files once more changes nothing.
    """
    return do("bring", **options)


@click.command(short_help="Say what is in a package, and what is wrong with it.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="Lines, all of it as data, or a page.",
)
@out_option
@strict_option
def inspect(**options: object) -> int:
    """Say what is in a package that anybody made, and what is wrong with it.

    SCORM 1.2 and 2004 and Common Cartridge are checked by the rules of their standard; OLX, Moodle
    backups, QTI, cmi5, xAPI, AICC, H5P and EPUB are recognised, listed and checked as archives.
    Nothing is unpacked to disk, run or fetched; what is dangerous or ambiguous is refused (exit
    status 2).
    """
    return do("inspect", **options)
