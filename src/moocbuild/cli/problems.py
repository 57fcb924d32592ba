"""Exit statuses, and troubles of usage or environment."""

from __future__ import annotations

import click

from moocbuild.diagnostics import Rule
from moocbuild.errors import TwoCoursesError

OK = 0
AUTHOR_ERRORS = 1
REFUSED = 2
BUG = 70


class Problem(click.ClickException):
    """Usage, the environment (no space, no permission) or refused input. Exit status 2.

    rule: what `moocbuild explain` says more about.
    """

    exit_code = REFUSED

    def __init__(self, message: str, help: str, rule: Rule | None = None) -> None:
        super().__init__(message)
        self.help, self.rule = help, rule

    def show(self, file: object = None) -> None:
        """`error: …`, with a code if it has one, and `help: …`, what to type next, on stderr."""
        code = f"[{self.rule.code}]" if self.rule else ""
        click.echo(f"error{code}: {self.message}", err=True)
        click.echo(f"help: {self.help}", err=True)


def two(error: TwoCoursesError) -> Problem:
    """What is wrong with comparing two courses."""
    return Problem(str(error), "write the id that the course had before in course.yml")
