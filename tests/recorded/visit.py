"""A learner's visit to a course: on the web, or inside a platform that keeps what it is told."""

from __future__ import annotations

import json
import mimetypes
import re
import subprocess
import sys
import threading
import zipfile
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

HERE = Path(__file__).parent
COURSES = HERE / "course"
VERSIONS = {"web": "", "scorm-1.2": "1.2", "scorm-2004": "2004"}
BLANK = b"<!doctype html><title>Blank</title>"


def built(course: Path, to: Path, *targets: str) -> dict[str, Path]:
    """The packages of a course, made by the program of these tests, or of PYTHONPATH."""
    command = [sys.executable, "-m", "moocbuild", "build", "-C", str(course), "--out", str(to)]
    for target in targets:
        command += ["-t", target]
    subprocess.run(command, check=True, capture_output=True)
    return {target: next(to.glob(f"*-{target}.*")) for target in targets}


def members(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def first_page(files: dict[str, bytes]) -> str:
    """What a platform opens: the manifest says it; on the web it is the index."""
    if "imsmanifest.xml" not in files:
        return "index.html"
    root = etree.fromstring(files["imsmanifest.xml"])
    return str(root.xpath("string(//*[local-name()='resource'][@href][1]/@href)"))


_ADDRESSES = """() => Object.fromEntries(
  Array.from(document.querySelectorAll(".menu a, main ol a"), (link) =>
    [link.textContent.replace(/\\s+/g, " ").trim(), link.getAttribute("href")]))"""
_FOLLOW = """(address) => {
  const link = document.createElement("a");
  link.href = address;
  document.querySelector("main").append(link);
  link.click();
}"""


class Server:
    """Serves one course, the platform's page, and what the platform has kept."""

    def __init__(self, files: dict[str, bytes], kept: dict[str, str] | None) -> None:
        self.files = {f"/course/{name}": data for name, data in files.items()}
        self.files |= {
            "/blank.html": BLANK,
            "/double.html": (HERE / "double.html").read_bytes(),
            "/kept": json.dumps(kept).encode(),
            "/favicon.ico": b"",
        }
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self.files))
        self._http.handle_error = lambda *request: None  # type: ignore[method-assign]
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        serve = partial(self._http.serve_forever, poll_interval=0.01)
        threading.Thread(target=serve, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def _handler(files: dict[str, bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            data = files.get(path)
            self.send_response(404 if data is None else 200)
            kind = mimetypes.guess_type(path)[0] or "application/json"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


class Visit:
    """Each has a server, so an origin, and so a storage, of its own: pages can be used again.

    kept: what the platform holds by element, None for a new attempt. storage: the device's."""

    def __init__(
        self,
        page: Any,
        files: dict[str, bytes],
        target: str,
        *,
        kept: dict[str, str] | None = None,
        storage: dict[str, str] | None = None,
    ) -> None:
        self.version = VERSIONS[target]
        self.first = first_page(files)
        self.server = Server(files, kept)
        self.errors: list[str] = []
        self.page = page
        self.page.set_default_timeout(10000)
        self.page.on("pageerror", self._failed)
        self.page.on("console", self._said)
        self.page.goto(f"{self.server.url}/blank.html")
        self.page.evaluate(
            "kept => Object.entries(kept).forEach(([key, value]) => localStorage[key] = value)",
            storage or {},
        )
        self.open()

    def _failed(self, error: Any) -> None:
        self.errors.append(str(error))

    def _said(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def open(self) -> None:
        if self.version:
            query = f"version={self.version}&page={self.first}"
            self.page.goto(f"{self.server.url}/double.html?{query}")
            self.page.wait_for_selector("iframe")
            self.frame = self.page.frames[1]
        else:
            self.page.goto(f"{self.server.url}/course/{self.first}")
            self.frame = self.page.main_frame
        self.frame.wait_for_selector("main h1")
        self.frame.wait_for_load_state("load")

        self.addresses: dict[str, str] = self.frame.evaluate(_ADDRESSES)

    def go(self, title: str) -> None:
        """To a page by its title: a link as the list of pages and the menu have it is followed."""
        self.frame.evaluate(_FOLLOW, self.addresses[title])
        exactly = re.compile(rf"^\s*{re.escape(title)}\s*$")  # also where its language is marked
        self.frame.locator("main h1").filter(has_text=exactly).wait_for()

    def named(self, path: str) -> str:
        """The title of a page that only the menu names."""
        return next(title for title, address in self.addresses.items() if address == path)

    def leave(self) -> tuple[dict[str, str], dict[str, str]]:
        """Ends the visit; what the platform then holds, what the device holds."""
        values: dict[str, str] = {}
        if self.version:
            self.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
            self.page.wait_for_function("() => frames[0].location.href === 'about:blank'")
            values = self.page.evaluate("() => values")
        self.page.goto(f"{self.server.url}/blank.html")
        return values, self.page.evaluate("() => Object.fromEntries(Object.entries(localStorage))")

    def told(self) -> list[tuple[str, str]]:
        """What the course set in this visit so far."""
        return [(name, value) for name, value in self.page.evaluate("() => calls")]

    def close(self) -> None:
        self.page.remove_listener("pageerror", self._failed)
        self.page.remove_listener("console", self._said)
        self.page.goto("about:blank")  # what it still fetches in the background fails unheard
        self.server.close()
