"""Exit statuses, and troubles of usage or environment."""

from __future__ import annotations

import click

from moocbuild.errors import TwoCoursesError

OK = 0
AUTHOR_ERRORS = 1
REFUSED = 2


class Problem(click.ClickException):
    """Usage, the environment (no space, no permission) or refused input. Exit status 2."""

    exit_code = REFUSED

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help

    def show(self, file: object = None) -> None:
        """`error: …` and, where there is one, `help: …`, on standard error."""
        click.echo(f"error: {self.message}", err=True)
        if self.help:
            click.echo(f"help: {self.help}", err=True)


def two(error: TwoCoursesError) -> Problem:
    """What is wrong with comparing two courses."""
    return Problem(str(error), "a course keeps its id: in course.yml over all of its versions")
