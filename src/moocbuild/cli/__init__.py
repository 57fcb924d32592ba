"""The command line: options in, exit status out. No logic.

Exit status: 0 clean (warnings and notes too), 1 the author's errors, 2 usage, environment or
refused input, 70 a bug of ours, 130 and 143 after SIGINT and SIGTERM.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import signal
import sys
from types import FrameType

import click

from moocbuild import __version__
from moocbuild.cli.commands import cli
from moocbuild.cli.problems import BUG, OK, REFUSED, Problem

_SIGPIPE = 13
"""Windows has no such signal, but a pipe that breaks all the same."""


def main() -> None:
    """The process: runs and ends; never a traceback for what is not our fault."""
    signal.signal(signal.SIGTERM, _terminated)
    _print_everything()
    gc.set_threshold(10_000_000)  # a run makes many values and few cycles
    os._exit(run())  # all is written: taking every value apart would be work for nothing


def _print_everything() -> None:
    """Courses hold letters that the encoding of a console or pipe may lack."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if os.name == "nt" and "PYTHONIOENCODING" not in os.environ:
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="backslashreplace")


def run(arguments: list[str] | None = None) -> int:
    """The exit status, after everything was said that is to be said."""
    try:
        status = _status(arguments)
    except OSError:  # not even standard error takes a word
        status = REFUSED
    return _errors_written(status)


def _status(arguments: list[str] | None) -> int:
    try:
        status = cli.main(arguments, prog_name="moocbuild", standalone_mode=False)
        click.echo(nl=False)  # writes out what is still kept: now a refusal can be told
        return status if isinstance(status, int) else OK
    except Problem as problem:
        problem.show()
        return problem.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Abort:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        sys.stderr.close()
        return 128 + _SIGPIPE
    except OSError as error:
        if error.filename is not None or not _is_output(error):
            _show_bug()
            return BUG
        return _unwritable(error)
    except Exception:
        _show_bug()
        return BUG


def _is_output(error: OSError) -> bool:
    """Whether the last call of ours was one that prints."""
    import traceback  # few runs end like this

    last = traceback.extract_tb(error.__traceback__)[-1]
    return last.filename == click.utils.__file__


def _unwritable(error: OSError) -> int:
    """Standard output would not take what was said: a full disk behind `>`, for instance."""
    with contextlib.suppress(OSError):
        sys.stdout.close()  # else Python complains of the same once more when it ends
    message = f"standard output: {(error.strerror or str(error)).lower()}"
    Problem(message, "make room, or write elsewhere").show()
    return REFUSED


def _errors_written(status: int) -> int:
    """The status; REFUSED where standard error does not take what it kept until now."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        with contextlib.suppress(OSError):
            sys.stderr.close()  # else Python ends with a status of its own, 120
        return REFUSED
    return status


def _terminated(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _show_bug() -> None:
    import traceback

    traceback.print_exc()
    click.echo(
        "\nthis is a bug in moocbuild, not in your course. Please report it with the lines\n"
        "above, the command that you ran, and: "
        f"moocbuild {__version__}, Python {sys.version.split()[0]}",
        err=True,
    )
