"""A web server with both blocks on one page, as strict as a platform can be.

The policy of its pages allows no inline script, style or handler and nothing from elsewhere.
jQuery is a few lines with the one call that the blocks make.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup
from openedx_double import Platform
from webob import Request, Response

from moocbuild_xblock.competencies import CompetenciesXBlock
from moocbuild_xblock.scenario import ScenarioXBlock

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
)
PAGE = Markup(
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Unit</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "{styles}{scripts}</head>"
    "<body><main><h1>Unit</h1><h2>Its blocks</h2>{blocks}</main></body></html>"
)
STYLE, SCRIPT = Markup('<link rel="stylesheet" href="{}">'), Markup('<script src="{}"></script>')
BLOCK = Markup(
    '<div class="xblock" data-id="{id}" data-init="{init}" data-args="{args}">{html}</div>'
)
START = """
window.jQuery = {ajax: ({url, method, contentType, data}) => {
  const told = (answer) => answer.json().then(
    (json) => ({status: answer.status, ok: answer.ok, responseJSON: json}),
    () => ({status: answer.status}));
  const sent = fetch(url, {method, body: data, headers: {"Content-Type": contentType}})
    .then(told, () => ({status: 0}));
  return {then: (done, failed) => sent.then((a) => (a.ok ? done(a.responseJSON) : failed(a)))};
}};
window.notified = [];
function start(element) {
  const runtime = {
    handlerUrl: (_, handler) => `/handler/${element.dataset.id}/${handler}`,
    notify: (name, data) => window.notified.push([name, data.state || data.message || ""]),
  };
  window[element.dataset.init](runtime, element, JSON.parse(element.dataset.args));
}
addEventListener("DOMContentLoaded", () => document.querySelectorAll(".xblock").forEach(start));
"""


@dataclass
class Site:
    """blocks: name → OLX. down: as if there were no connection. Every visit to the page is a new
    view of the same blocks, and every window sees the same learner."""

    platform: Platform
    blocks: dict[str, Any]
    language: str = "en"
    down: bool = False
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def handle(self, path: str, body: bytes) -> Response:
        name, handler = path.split("/")[-2:]
        request = Request.blank("/", method="POST", body=body)
        return self.blocks[name].handle(handler, request)

    def page(self, view: str) -> str:
        styles: dict[str, None] = {}
        scripts: dict[str, None] = {"/start.js": None}
        blocks = Markup()
        for name, block in self.blocks.items():
            fragment = getattr(block, view)()
            for each in fragment.resources:
                of = styles if each.mimetype == "text/css" else scripts
                of[each.data] = None
            args = json.dumps(fragment.json_init_args)
            html = Markup(fragment.content)
            blocks += BLOCK.format(id=name, init=fragment.js_init_fn, args=args, html=html)
        return PAGE.format(
            lang=self.language,
            styles=Markup().join(map(STYLE.format, styles)),
            scripts=Markup().join(map(SCRIPT.format, scripts)),
            blocks=blocks,
        )


def site(language: str = "en", *, author: bool | None = None, **olx: str) -> Site:
    """olx: `scenario=` and `competencies=`, whichever the page shall have."""
    platform = Platform(language=language, author=author)
    classes = {"scenario": ScenarioXBlock, "competencies": CompetenciesXBlock}
    blocks = {name: platform.block(classes[name], text, name) for name, text in olx.items()}
    return Site(platform, blocks, language)


VIEWS = {
    "/": ("student_view", POLICY),
    "/studio": ("studio_view", POLICY),
    "/sandbox": ("student_view", "sandbox"),
}
PUBLIC = ("moocbuild.css", "scenario.js", "journal.js", "competencies.js", "studio.js")
FILES = ("/start.js", *(f"/resource/public/{name}" for name in PUBLIC))


def resource(path: str) -> bytes:
    """As the platform serves them: by the block's own class."""
    if path == "/start.js":
        return START.encode()
    with ScenarioXBlock.open_local_resource(path.removeprefix("/resource/")) as file:
        return bytes(file.read())


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path in VIEWS:
                view, policy = VIEWS[path]
                self._answer(200, "text/html", site.page(view).encode(), policy)
                return
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            self._answer(*((200, kind, resource(path)) if path in FILES else (404, kind, b"")))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            site.asked.append(body.decode())
            if site.down:
                self.connection.close()
                return
            response = site.handle(self.path, body)
            self._answer(response.status_code, "application/json", response.body)

        def _answer(self, status: int, kind: str, data: bytes, policy: str = "") -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
