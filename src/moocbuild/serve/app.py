"""What each address answers. Names are looked up, never turned into paths; nothing is listed.

/  /one.check.html     the page, in a frame, with all that the preview says of it
/_side                 a phone beside a desktop
/_lms                  the SCORM package in a learning system
/_events               states, as server-sent events
/_static/NAME          scripts and style of the preview's own pages
/@7/web/NAME           a file of the seventh state of the course
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from starlette.datastructures import Headers, QueryParams
from starlette.responses import Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from moocbuild.package.names import page_file
from moocbuild.player.html.names import HOME
from moocbuild.serve.content import member
from moocbuild.serve.events import Channels
from moocbuild.serve.guard import HEADERS, Guard, plain
from moocbuild.serve.preview import WEB
from moocbuild.serve.snapshots import Snapshots

_SITE = Path(__file__).parent / "site"
_VENDOR = Path(__file__).parent / "vendor/scorm-again"
STATIC: Mapping[str, tuple[Path, str]] = {
    **{p.name: (p, "text/javascript; charset=utf-8") for p in sorted(_SITE.glob("*.js"))},
    **{p.name: (p, "text/css; charset=utf-8") for p in sorted(_SITE.glob("*.css"))},
    **{p.name: (p, "text/javascript; charset=utf-8") for p in sorted(_VENDOR.glob("*.js"))},
}
_SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
_MEMBER = re.compile(r"/@([1-9][0-9]{0,8})/([a-z0-9.-]+)/(.+)", re.S)
_LEFT_BEHIND = frozenset({"iframe", "frame"})
_START = page_file(HOME)


class App:
    """An ASGI application for one course. lms: the SCORM target that `/_lms` plays, if any."""

    def __init__(self, snapshots: Snapshots, port: int, root: Path, lms: str = "") -> None:
        self._snapshots, self._root, self._lms = snapshots, root, lms
        self._guard = Guard(port)
        self._token = secrets.token_urlsafe(24)
        place = os.path.realpath(root).encode("utf-8", "surrogateescape")
        self._course = hashlib.sha256(place).hexdigest()[:12]
        self.channels = Channels(snapshots)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return
        response = self.answer(scope)

        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = dict(HEADERS)
                headers.update((n.decode(), v.decode("latin-1")) for n, v in message["headers"])
                message["headers"] = [
                    (n.encode(), v.encode("latin-1")) for n, v in headers.items()
                ]
            await send(message)

        await response(scope, receive, shielded)

    def answer(self, scope: Scope) -> Response:
        """The response to a request, whose path has been decoded once."""
        headers, path = Headers(scope=scope), scope["path"]
        refused = self._guard.refusal(scope["method"], headers)
        if refused is not None:
            return refused
        if path == "/_events" and scope["method"] == "GET":
            return self._events(QueryParams(scope["query_string"]))
        if path in ("/_side", "/_lms"):
            return self._shell(path.removeprefix("/_"))
        if path.startswith("/_static/"):
            return _static(path.removeprefix("/_static/"))
        match = _MEMBER.fullmatch(path)
        if match:
            return self._member(int(match[1]), match[2], match[3], headers)
        return self._page(path.removeprefix("/"))

    def _page(self, name: str) -> Response:
        """The frame around a page of the course; its address is the page's own.

        Before the first build nobody knows which pages there are: the frame will say.
        """
        site = self._snapshots.state.snapshot.sites.get(WEB)
        if not name or (name.endswith(".html") and (site is None or name in site)):
            return self._shell("page")
        return plain(404, "no such page")

    def _shell(self, mode: str) -> Response:
        if mode == "lms" and not self._lms:
            return plain(404, "start 'moocbuild serve --lms' to play the SCORM package")
        html = _template().render(
            mode=mode,
            token=self._token,
            course=self._course,
            start=_START,
            lms=self._lms,
            target=self._lms if mode == "lms" else WEB,
        )
        return Response(html, 200, {"content-security-policy": _SHELL_POLICY}, "text/html")

    def _member(self, number: int, target: str, name: str, headers: Headers) -> Response:
        snapshot = self._snapshots.get(number)
        if snapshot is None:
            return self._newer(target, name, headers)
        site = snapshot.sites.get(target)
        if site is None or name not in site:
            return _gone() if name.endswith(".html") else plain(404, "no such file")
        return member(name, site.members[name], headers.get("range"), self._root)

    def _newer(self, target: str, name: str, headers: Headers) -> Response:
        """A frame with a page of long ago goes on to the newest; whatever else asks mixes none."""
        newest = self._snapshots.state.snapshot
        site = newest.sites.get(target)
        framed = headers.get("sec-fetch-dest") in _LEFT_BEHIND
        if not framed or site is None or name not in site or not name.endswith(".html"):
            return plain(404, "this state of the course is no longer kept")
        return plain(307, "newer", {"location": f"/@{newest.number}/{target}/{name}"})

    def _events(self, query: QueryParams) -> Response:
        given = query.get("token", "").encode("utf-8", "replace")
        if not secrets.compare_digest(given, self._token.encode()):
            return plain(403, "the preview was started anew: reload this page")
        if self.channels.full():
            return plain(503, "too many pages of the preview are open")
        return StreamingResponse(self.channels.stream(), media_type="text/event-stream")


def _static(name: str) -> Response:
    found = STATIC.get(name)
    if found is None:
        return plain(404, "no such file")
    path, kind = found
    return Response(path.read_bytes(), 200, {"content-type": kind})


def _gone() -> Response:
    html = _template("gone.html").render(start=_START)
    policy = "default-src 'none'; style-src 'self'; frame-ancestors 'self'"
    return Response(html, 404, {"content-security-policy": policy}, "text/html")


@cache
def _template(name: str = "shell.html") -> Template:
    loader = FileSystemLoader(_SITE)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(
        name
    )
