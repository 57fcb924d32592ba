"""`moocbuild check --fix`: what would change, a question, and the change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from moocbuild.cli.problems import Problem
from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.mend import ChangedMeanwhileError, Mending, mending
from moocbuild.source.files.tree import read_tree
from moocbuild.values import dataclass

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether and how to mend. diff: only show. yes: ask nothing. guesses: mend what was probably
    meant, too. Raises Problem for what does not go together.
    """

    fix: bool = False
    diff: bool = False
    yes: bool = False
    guesses: bool = False

    def __post_init__(self) -> None:
        lonely = [
            n for n in ("yes", "guesses") if getattr(self, n) and not (self.fix or self.diff)
        ]
        if lonely or (self.diff and (self.fix or self.yes)):
            message = f"--{lonely[0]} needs --fix" if lonely else "--diff writes nothing"
            raise Problem(message, "write --fix to mend, or --diff to see what would change")

    def shown(self, root: Path, found: list[Diagnostic]) -> bool:
        """The diff on standard output; whether there is any."""
        made = self._mending(root, found)
        _show(made, err=False)
        return bool(made.files)

    def mended(self, root: Path, found: list[Diagnostic]) -> bool:
        """Shows what would change and writes it, unless somebody is against it; whether it did."""
        if not self.fix:
            return False
        made = self._mending(root, found)
        if made.left:
            told = f"{_counted(made.left)} as was probably meant"
            click.echo(f"{told}: look with --fix --guesses", err=True)
        if not made.files:
            return False
        _show(made, err=True)
        if not self._agreed(made):
            return False
        _write(made, root)
        return True

    def _mending(self, root: Path, found: list[Diagnostic]) -> Mending:
        return mending(read_tree(root, Collector()), found, guesses=self.guesses)

    def _agreed(self, made: Mending) -> bool:
        what = f"{_counted(made.count)} in {len(made.files)} file{'s' * (len(made.files) > 1)}"
        if self.yes:
            return True
        if not (sys.stdin and sys.stdin.isatty()):
            click.echo(f"{what}: nothing was written; add --yes to write it", err=True)
            return False
        return click.confirm(f"{what}. Write it?", default=True, err=True)


def _write(made: Mending, root: Path) -> None:
    try:
        made.write(root)
    except ChangedMeanwhileError as error:
        message = f"{error} was changed meanwhile: nothing was written"
        raise Problem(message, "run the command again") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        help = "make it writable, and run the command again"
        raise Problem(f"{error.filename}: {reason}", help) from error
    for path in sorted(made.files):
        click.echo(f"written: {path}", err=True)


def _counted(count: int) -> str:
    return f"{count} finding{'s' * (count > 1)} can be mended"


def _show(made: Mending, *, err: bool) -> None:
    for line in made.diff():
        click.echo(click.style(line, fg=_COLOURS.get(line[:1])), err=err)
