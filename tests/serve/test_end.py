"""How a preview ends (F16): at once, with nothing left, whatever it was doing."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import socket
import termios
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from serve.conftest import HANG, Served


def children(served: Served) -> str:
    return Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children").read_text()


def port_is_free(served: Served) -> bool:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return other.connect_ex(("127.0.0.1", served.port)) != 0


@pytest.fixture(autouse=True)
def _signals_are_heeded() -> Iterator[None]:
    """What runs in the background (`nohup make test &`) ignores them, and so does what it starts;
    a handler is not passed on.
    """
    heed = {signal.SIGINT: signal.default_int_handler, signal.SIGHUP: lambda *_: None}
    before = {each: signal.signal(each, handler) for each, handler in heed.items()}
    yield
    for each, handler in before.items():
        signal.signal(each, signal.SIG_DFL if handler is None else handler)


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("moment", ["idle", "building", "a page is open"])
def test_f16_signals_end_it(course: Path, sent: int, status: int, moment: str) -> None:
    served = Served(course, "--port", "0")
    if moment != "building":
        served.says("state 1")
    if moment == "a page is open":
        assert next(events := served.events())["snapshot"] == 1
    assert children(served) == ""
    served.process.send_signal(sent)
    assert served.process.wait(HANG) == status
    if moment == "a page is open":
        assert next(events, "ended") == "ended"
    assert port_is_free(served)
    assert not [line for line in served.lines if "Traceback" in line]


def test_f16_a_closed_terminal_ends_it(course: Path) -> None:
    ours, theirs = pty.openpty()

    def into_terminal() -> None:
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

    served = Served(
        course, "--port", "0", stdin=theirs, start_new_session=True, preexec_fn=into_terminal
    )
    os.close(theirs)
    served.says("state 1")
    os.close(ours)
    assert served.process.wait(HANG) == -signal.SIGHUP
    assert port_is_free(served)


def test_no_thread_outlives_a_workshop(course: Path) -> None:
    """For whoever starts one in a program that lives on."""
    import datetime

    from moocbuild.serve.workshop import Workshop

    before = set(threading.enumerate())
    workshop = Workshop(course, (), lambda: datetime.date.min)
    shown = threading.Event()
    workshop.snapshots.listen(lambda _: shown.set())
    workshop.start()
    assert shown.wait(HANG)
    workshop.stop()
    for thread in set(threading.enumerate()) - before:
        thread.join(HANG)
        assert not thread.is_alive()
