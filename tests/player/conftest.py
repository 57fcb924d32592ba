"""What the browser tests share: Chromium, a server of course and LMS, and `Lms`, one visit."""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from player.course import small_course
from player.strict import Call, complaints

HERE = Path(__file__).parent
SCORM_AGAIN = HERE / "node_modules/scorm-again/dist/esm"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Three quarters of the matrix run only where they are asked for: `-m matrix`."""
    if "matrix" in (config.option.markexpr or ""):
        return
    left_out = [item for item in items if item.get_closest_marker("matrix")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("matrix")]


@pytest.fixture(scope="session")
def browser(shared_browser: Any) -> Any:
    if not SCORM_AGAIN.is_dir():
        pytest.skip("no npm packages: npm --prefix tests/player ci")
    return shared_browser


COMMITS = {
    "ok": (200, b'{"result":true}'),
    "false": (200, b'{"result":false,"errorCode":101}'),
    "html": (200, b"<!doctype html><title>Log in</title>"),
    "401": (401, b""),
    "403": (403, b""),
    "500": (500, b""),
}


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            data = server.found(path)
            if server.down and path.startswith("/course"):
                self.connection.close()
                return
            self.send_response(200 if data is not None else 404)
            kind = mimetypes.guess_type(path)[0] or "text/plain"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            for name, value in server.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data or b"")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            if server.mode == "drop":
                self.connection.close()
                return
            status, answer = COMMITS[server.mode]
            if server.mode == "ok":
                server.keep(json.loads(body))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


class Server:
    """Serves bytes by path; `down` lets every request under /course fail.

    /commit answers as `mode` says (see COMMITS; "drop": not at all), /kept gives what it took.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.down = False
        self.mode = "ok"
        self.kept: dict[str, Any] = {}
        self.headers: dict[str, str] = {}
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.handle_error = lambda *request: None  # type: ignore[method-assign]
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def found(self, path: str) -> bytes | None:
        return json.dumps(self.kept).encode() if path == "/kept" else self.files.get(path)

    def keep(self, sent: dict[str, Any]) -> None:
        """One value, all values, or the whole record of a commit."""
        if "name" in sent:
            self.kept.setdefault("values", {})[sent["name"]] = sent["value"]
        else:
            self.kept = sent

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture(scope="session")
def packages() -> Mapping[str, Mapping[str, bytes]]:
    """The small course for each LMS API, by name → bytes."""
    from moocbuild.player.html.edition import NONE, SCORM_12, SCORM_2004_4TH
    from moocbuild.player.html.sco import sco
    from moocbuild.player.html.site import files

    course, lessons = small_course(), small_course("lesson")
    made = {
        "1.2": sco(course, SCORM_12).members,
        "2004": sco(course, SCORM_2004_4TH).members,
        "1.2 lesson": sco(lessons, SCORM_12).members,
        "2004 lesson": sco(lessons, SCORM_2004_4TH).members,
        "": files(course, NONE),
    }
    return {
        name: {path: content for path, content in members.items() if isinstance(content, bytes)}
        for name, members in made.items()
    }


@pytest.fixture
def server(packages: Mapping[str, Mapping[str, bytes]]) -> Iterator[Server]:
    server = Server()
    server.files["/lms.html"] = (HERE / "lms.html").read_bytes()
    for name in ("scorm12.js", "scorm2004.js"):
        server.files[f"/{name}"] = (SCORM_AGAIN / name).read_bytes()
    yield server
    server.close()


SAVES = "() => calls.filter(call => call.verb === 'Commit').length"


class Lms:
    """A learner's browser in front of a course, inside an LMS or alone (version "")."""

    def __init__(
        self, browser: Any, server: Server, version: str, package: Mapping[str, bytes]
    ) -> None:
        self.version = version
        self.server = server
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.page.set_default_timeout(20000)  # a state that is waited for; a busy machine is slow
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        server.files.update({f"/course/{name}": data for name, data in package.items()})

    def open(self, page: str = "index.html", **query: object) -> Any:
        """Visits a page of the course; the frame that it is in."""
        if not self.version:
            self.page.goto(f"{self.server.url}/course/{page}")
            self.frame = self.page.main_frame
        else:
            more = "".join(f"&{key}={value}" for key, value in query.items())
            self.page.goto(f"{self.server.url}/lms.html?version={self.version}&page={page}{more}")
            self.page.wait_for_selector("iframe")
            self.frame = self.page.frames[1]
        self.frame.wait_for_selector("html.js h1")
        # later.js, which swaps pages: it comes when the page is there.
        self.frame.wait_for_selector("[data-set=font][aria-pressed]", state="attached")
        return self.frame

    def go(self, name: str) -> Any:
        """Follows the first link to a page inside the course."""
        self.frame.evaluate(
            "name => { const a = document.createElement('a'); a.href = name;"
            " document.querySelector('main').append(a); a.click(); }",
            name,
        )
        page = "" if name == "index.html" else name.removesuffix(".html").replace(".", "/")
        self.frame.wait_for_selector(f'html.js[data-page="{page}"]')
        return self.frame

    def calls(self) -> list[Call]:
        raw = self.page.evaluate("() => calls")
        return [
            Call(c["verb"], c["element"], str(c["value"]), c["result"], c["error"]) for c in raw
        ]

    def holds(self, element: str) -> str:
        """What the LMS would answer to anybody who asks."""
        return str(self.page.evaluate("element => value(element)", element))

    def sets(self) -> dict[str, str]:
        """The last value of every element that the course set."""
        return {c.element: c.value for c in self.calls() if c.verb == "SetValue"}

    def begun(self) -> None:
        """Waits until what opening the page says is committed, which may have been long ago."""
        self._committed(0)

    def saved(self) -> None:
        """Waits until what was done is committed."""
        self._committed(self.page.evaluate(SAVES))

    def _committed(self, before: int) -> None:
        self.page.wait_for_function(f"before => ({SAVES})() > before", arg=before)

    def leave(self) -> list[str]:
        """Closes the course as an LMS does; what was wrong with the visit's calls."""
        self.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        self.page.wait_for_function("() => frames[0].location.href === 'about:blank'")
        return complaints(self.version, self.calls()) + self.errors


@pytest.fixture
def lms(
    browser: Any,
    server: Server,
    packages: Mapping[str, Mapping[str, bytes]],
    request: pytest.FixtureRequest,
) -> Iterator[Lms]:
    version = getattr(request, "param", "1.2")
    lms = Lms(browser, server, version.removesuffix(" lesson"), packages[version])
    yield lms
    lms.context.close()
