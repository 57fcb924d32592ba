"""A preview as an author starts it: a process, its address, and what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest

COURSES = Path(__file__).parents[1] / "courses"
HANG = 120
"""Seconds after which a test that waits for ever is ended; no measure of anything."""
OWN: Mapping[str, str] = {}


class Served:
    """One `moocbuild serve`. lines: what it has said so far."""

    def __init__(self, root: Path, *options: str, **more: Any) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-m", "moocbuild", "serve", "-C", root, *options],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            **more,
        )
        self.lines: list[str] = []
        self._said = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        self.url = re.search(r"http://\S+/", self.says("the course is at"))[0]  # type: ignore[index]
        self.port = int(self.url.rsplit(":", 1)[1].strip("/"))

    def _listen(self) -> None:
        for line in self.process.stderr or ():
            with self._said:
                self.lines.append(line.rstrip("\n"))
                self._said.notify_all()
        with self._said:
            self.lines.append("<end>")
            self._said.notify_all()

    def says(self, words: str, after: int = 0) -> str:
        """Waits for a line that begins so; the line."""
        with self._said:
            done = self._said.wait_for(lambda: self._line(words, after), HANG)
            assert done and done.startswith(words), self.lines
            return done

    def _line(self, words: str, after: int) -> str:
        found = (line for line in self.lines[after:] if line.startswith((words, "<end>")))
        return next(found, "")

    def get(
        self, path: str, method: str = "GET", headers: Mapping[str, str] = OWN
    ) -> tuple[HTTPResponse, bytes]:
        """The answer to a request whose path is sent as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=HANG)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def status(self, path: str, method: str = "GET", **headers: str) -> int:
        """The status alone; headers with `_` in place of `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.get(path, method, named)[0].status

    def token(self) -> str:
        """As the preview's own pages know it."""
        return re.search(r'data-token="([^"]+)"', self.get("/")[1].decode())[1]  # type: ignore[index]

    def events(self) -> Iterator[Mapping[str, Any]]:
        """Every state from now on, as a browser gets it."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=HANG)
        connection.request("GET", f"/_events?token={self.token()}")
        response = connection.getresponse()
        assert response.status == 200, response.read()
        for line in response:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(HANG)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of a course of another subject than the reference course's."""
    return Path(shutil.copytree(COURSES / "hand-hygiene", tmp_path / "course"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One for all tests of a file, which change nothing in it."""
    root = tmp_path_factory.mktemp("served") / "course"
    shutil.copytree(COURSES / "hand-hygiene", root)
    (root / "media/.env").write_text("SECRET=1", "utf-8")
    (root / "outside.txt").write_text("SECRET=2", "utf-8")
    preview = Served(root, "--port", "0")
    preview.says("state 1")
    yield preview
    preview.close()
