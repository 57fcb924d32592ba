"""Exit statuses, and troubles of usage or environment."""

from __future__ import annotations

import click

OK = 0
AUTHOR_ERRORS = 1
REFUSED = 2


class Problem(click.ClickException):
    """Usage, the environment (no space, no permission) or refused input. Exit status 2."""

    exit_code = REFUSED

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help

    def show(self, file: object = None) -> None:
        """`error: …` and `help: …`, what to type next, on standard error."""
        click.echo(f"error: {self.message}", err=True)
        click.echo(f"help: {self.help}", err=True)
