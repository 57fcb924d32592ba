"""`moocbuild serve`."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moocbuild.cli.findings import summary, today
from moocbuild.cli.problems import OK, Problem
from moocbuild.diagnostics import Severity
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.diagnostics.usage import NO_PORT, NOT_INSTALLED
from moocbuild.model.language import primary

if TYPE_CHECKING:
    from moocbuild.serve.snapshots import State

NEEDS = ("starlette", "uvicorn", "watchfiles")


def run(root: Path, port: int | None, lms: str | None, browse: bool, language: str) -> int:
    """Serves the course until Ctrl-C."""
    _need()
    _find(root, language)
    from moocbuild.serve.server import PortTakenError, bound, serve
    from moocbuild.serve.workshop import Workshop

    try:
        socket = bound(port)
    except PortTakenError as error:
        message = f"port {error.port} cannot be had: {error}"
        raise Problem(message, NO_PORT.remedy, NO_PORT) from None
    address = f"http://127.0.0.1:{socket.getsockname()[1]}/"
    workshop = Workshop(root, (lms,) if lms else (), today, _told, language)
    _announce(address, bool(lms))
    if browse:
        click.launch(address)
    try:
        serve(workshop, root, socket, lms or "")
    except SystemExit as ended:  # of SIGTERM: else the whole course would be taken apart first
        return ended.code if isinstance(ended.code, int) else OK
    return OK


def _need() -> None:
    missing = []
    for name in NEEDS:
        try:
            importlib.import_module(name)
        except ImportError:
            missing.append(name)
    if missing:
        message = f"the preview needs what is not installed: {', '.join(missing)}"
        raise Problem(message, NOT_INSTALLED.remedy, NOT_INSTALLED)


def _find(root: Path, language: str) -> None:
    """A preview lives on while translations come and go, but one that never was is a slip."""
    names = [language, primary(language)] if language else []
    if names and not any((root / f"course/locale/{name}.po").is_file() for name in names):
        message = f"there is no course/locale/{language}.po"
        raise Problem(message, f"run 'moocbuild i18n merge {language}' to begin it")


def _announce(address: str, lms: bool) -> None:
    click.echo(f"the course is at {address}", err=True)
    click.echo(f"phone and desktop: {address}_side", err=True)
    if lms:
        click.echo(f"in a learning system: {address}_lms", err=True)
    click.echo("only this computer can open it; Ctrl-C ends it", err=True)


def _told(state: State) -> None:
    """One line a build, and a line for each error."""
    preview = state.preview
    errors = [found for found in preview.findings if found.rule.severity is Severity.ERROR]
    for line in EMITTERS["concise"](errors, lambda span: preview.lines.get(span, "")):
        click.echo(line, err=True)
    shown = f"state {state.snapshot.number}" if state.snapshot.number else "nothing to show yet"
    click.echo(f"{shown}: {state.trouble or summary(preview.findings)}", err=True)
