"""How a run ends, whatever goes wrong on the way: its exit status, and what it says."""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path

import click
import pytest

import moocbuild.cli as cli
from moocbuild.cli.findings import today
from moocbuild.cli.problems import Problem


class Full(io.StringIO):
    """A stream on a full disk."""

    def __init__(self, *, writes: bool = False) -> None:
        super().__init__()
        self.writes = writes

    def write(self, text: str) -> int:
        if not self.writes:
            raise OSError(28, "No space left on device")
        return len(text)

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def ends(monkeypatch: pytest.MonkeyPatch, result: object) -> int:
    """The status of a run whose command raises `result`, or gives it back."""

    def main(*arguments: object, **options: object) -> object:
        if isinstance(result, BaseException):
            raise result
        return result

    monkeypatch.setattr(cli.cli, "main", main)
    return cli.run([])


@pytest.mark.parametrize(
    ("result", "status", "said"),
    [
        (0, 0, ""),
        (1, 1, ""),
        (None, 0, ""),
        ("words", 0, ""),
        (Problem("no course", "make one"), 2, "no course"),
        (click.UsageError("no such option"), 2, "no such option"),
        (click.exceptions.Abort(), 130, ""),
        (OSError(5, "Input/output error", "course.yml"), 70, "this is a bug in moocbuild"),
        (OSError(5, "Input/output error"), 70, "this is a bug in moocbuild"),
        (ValueError("odd"), 70, "this is a bug in moocbuild"),
    ],
)
def test_statuses(
    result: object,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ends(monkeypatch, result) == status
    shown = capsys.readouterr().err
    assert said in shown and bool(shown) == bool(said)
    assert ("Traceback" in shown) == (status == 70)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_on_a_full_disk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.suppress(OSError), Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert cli.run(["explain"]) == 2
    said = capsys.readouterr().err
    assert "standard output: no space left on device" in said and "Traceback" not in said


def test_standard_error_on_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    assert cli.run(["explain", "MB9999"]) == 2
    monkeypatch.setattr(sys, "stderr", Full(writes=True))
    assert ends(monkeypatch, 0) == 2


def test_no_standard_error_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert ends(monkeypatch, 1) == 1


def test_a_closed_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert ends(monkeypatch, BrokenPipeError()) == 128 + 13


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("", None), ("0", "1970-01-01"), ("1767312000", "2026-01-02"), ("-86400", "1969-12-31")],
)
def test_today_is_the_day_of_the_epoch(
    epoch: str, day: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert day is None or today().isoformat() == day


@pytest.mark.parametrize(
    ("epoch", "shown"),
    [("x" * 40, "x" * 40), ("x" * 41, "x" * 39 + "…"), ("9" * 30, "9" * 30)],
)
def test_a_day_that_is_none(epoch: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(Problem) as caught:
        today()
    assert f"'{shown}'" in str(caught.value.message)


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("MB101", 0, "MB101 unknown-competency (error)"),
        ("mb101", 0, "MB101 unknown-competency (error)"),
        ("unknown-competency", 0, "MB101 unknown-competency (error)"),
        ("Unknown-Competency", 2, ""),
        ("MB999", 2, ""),
    ],
)
def test_explain(code: str, status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["explain", code]) == status
    shown = capsys.readouterr()
    assert shown.out.startswith(said) and bool(shown.out) == (not status)
    assert bool(shown.err) == bool(status)


def test_explain_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "MB101  error    unknown-competency" in lines and len(lines) > 100
