"""The server itself: a socket that only this machine reaches, and an end that leaves nothing."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path
from types import FrameType

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from moocbuild.serve.app import App
from moocbuild.serve.guard import HEADERS
from moocbuild.serve.workshop import Workshop

LOOPBACK = "127.0.0.1"
FIRST_PORT = 8321
_PORTS = 20
_LONGEST_HEAD = 32 << 10
"""Bytes of a request before its body."""


class PortTakenError(Exception):
    """No port could be had: the one that was asked for, or any of those that were tried."""

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(reason)
        self.port = port


def bound(port: int | None) -> socket.socket:
    """A socket on this port of the loopback address; without one, on the first that is free.

    Raises PortTakenError.
    """
    ports = range(FIRST_PORT, FIRST_PORT + _PORTS) if port is None else (port,)
    reason = ""
    for each in ports:
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would share the port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((LOOPBACK, each))
            made.listen()
        except OSError as error:
            made.close()
            reason = (error.strerror or str(error)).lower()
        else:
            return made
    raise PortTakenError(ports[0], reason)


class _Protocol(H11Protocol):
    """What is no request at all gets our headers, too."""

    def send_400_response(self, msg: str) -> None:
        lines = [f"{name}: {value}" for name, value in HEADERS.items()]
        body = msg.encode("ascii", "replace")
        lines += [f"content-length: {len(body)}", "content-type: text/plain", "connection: close"]
        head = "\r\n".join(["HTTP/1.1 400 Bad Request", *lines, "", ""])
        self.transport.write(head.encode("ascii") + body)
        self.transport.close()


class _Server(uvicorn.Server):
    """Ends the channels of open pages before it waits for its requests to end."""

    def __init__(self, config: uvicorn.Config, app: App) -> None:
        super().__init__(config)
        self._app = app

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        asyncio.get_running_loop().call_soon_threadsafe(self._app.channels.close)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.channels.begin()
        await super().startup(sockets)


def serve(workshop: Workshop, root: Path, at: socket.socket, lms: str = "") -> None:
    """Serves until a signal ends it, which is raised again; then nothing of it is left.

    lms: the SCORM target that is played, "" for none.
    """
    app = App(workshop.snapshots, at.getsockname()[1], root, lms)
    server = _Server(_config(app), app)
    try:
        workshop.start()
        server.run(sockets=[at])
    finally:
        workshop.stop()
        at.close()


def _config(app: App) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        loop="asyncio",
        http=_Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
    )
