"""What audits share: the reference course as a web site on a server of its own, and Chromium.

Those marked `audit` run with `make audit` alone; the others are samples of them, for `make test`.
"""

from __future__ import annotations

import datetime
import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.pages import add_pages
from moocbuild.targets import web

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def course() -> Course:
    """The reference course with its made pages."""
    loaded = load(ROOT, Collector(), datetime.date(2026, 11, 21))
    assert loaded.course is not None
    return add_pages(loaded.course)


@pytest.fixture(scope="session")
def package(course: Course) -> Package:
    return web.TARGETS[0].render(course)


@pytest.fixture(scope="session")
def pages(package: Package) -> list[str]:
    return [name for name in package.names() if name.endswith(".html")]


class Site:
    """A package on a server; `down` lets every request fail."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        self.members = members
        self.down = False
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"  # connections are used again, as on any server

            def do_GET(self) -> None:
                name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
                site.asked.append(name)
                if site.down:
                    self.close_connection = True
                    self.connection.close()
                    return
                data = site.members.get(name)
                self.send_response(200 if data is not None else 404)
                kind = mimetypes.guess_type(name)[0] or "text/plain"
                text = kind.startswith("text/") or kind.endswith(("javascript", "xml", "json"))
                if text and "gzip" in self.headers.get("Accept-Encoding", ""):
                    data = gzip.compress(data or b"", 6)
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Type", kind + ("; charset=utf-8" if text else ""))
                self.send_header("Content-Length", str(len(data or b"")))
                self.end_headers()
                self.wfile.write(data or b"")

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}/"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def site_of(package: Package) -> Site:
    return Site({name: package.read(name) for name in package.names()})


@pytest.fixture(scope="session")
def site(package: Package) -> Iterator[Site]:
    site = site_of(package)
    yield site
    site.close()


@pytest.fixture(scope="session")
def browser(shared_browser: Any) -> Any:
    return shared_browser
