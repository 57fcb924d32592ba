"""Options that several commands share, and names for the completion of a shell."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from moocbuild.diagnostics.emit import EMITTERS

Function = TypeVar("Function", bound=Callable[..., object])
Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def _completes(find: Callable[[], Iterable[str]]) -> Complete:
    """Names for the completion of a shell, found when it asks for them."""

    def complete(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
        return [name for name in find() if name.casefold().startswith(begun.casefold())]

    return complete


def _names(module: str, function: str) -> Complete:
    """The keys of what a function of ours gives."""
    return _completes(lambda: getattr(importlib.import_module(module), function)())


complete_targets = _names("moocbuild.targets", "targets")
complete_rules = _names("moocbuild.rules", "rules")
complete_formats = _names("moocbuild.importing.formats", "formats")
complete_modules = _completes(
    lambda: (each.parent.name for each in Path("course").glob("*/index.md"))
)
complete_languages = _completes(lambda: (each.stem for each in Path("course/locale").glob("*.po")))
complete_pages_and_modules = _completes(
    lambda: [
        *(each.parent.name for each in Path("course").glob("*/index.md")),
        *(each.as_posix() for each in Path("course").glob("*/*.md")),
    ]
)
complete_schemas = _names("moocbuild.scaffold.schemas", "schema_names")

root_option = click.option(
    "-C",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder that contains course/ (default: the current folder).",
)


findings_format = click.option(
    "--format",
    "format_",
    type=click.Choice(list(EMITTERS)),
    default="full",
    show_default=True,
    help="Output format for findings.",
)

out_option = click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write (default: standard output).",
)

strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


def course_options(function: Function) -> Function:
    """-C, --strict and --format."""
    for decorate in (findings_format, strict_option, root_option):
        function = decorate(function)
    return function


target_option = click.option(
    "-t",
    "--target",
    "names",
    multiple=True,
    shell_complete=complete_targets,
    help="Only this target; may be repeated.",
)

since_option = click.option(
    "--since",
    default="",
    metavar="OLD",
    help="Report what changed since this package for the web or SCORM, folder or git revision.",
)
