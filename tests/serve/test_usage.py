"""What the preview says where it cannot begin: the pages in `diagnostics/` that run a command."""

from __future__ import annotations

import shlex
import socket
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from moocbuild.cli import run
from test_diagnostics import COMMANDS, fence


@pytest.mark.parametrize("page", COMMANDS, ids=lambda page: page.stem)
def test_the_author_sees_this(
    page: Path,
    accept: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = page.read_text("utf-8")
    for name in fence(text, "without").split():
        monkeypatch.setitem(sys.modules, name, None)
    program, *arguments = shlex.split(fence(text, "command"))
    assert program == "moocbuild"
    with ExitStack() as taken:
        for port in fence(text, "taken").split():
            other = taken.enter_context(socket.socket())
            with suppress(OSError):  # taken indeed
                other.bind(("127.0.0.1", int(port)))
                other.listen()
        assert run(arguments) == 2
    said, console = capsys.readouterr().err, fence(text, "console")
    if accept and said != console:
        page.write_text(text.replace(f"```console\n{console}```", f"```console\n{said}```"))
    else:
        assert said == console
    assert f"[{text.split()[1]}]" in said
