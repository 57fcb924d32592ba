"""Who may ask: pages of this very server in a browser on this machine, and nobody else.

Other web sites can make a browser ask us, too, and can give our address a name of theirs (DNS
rebinding). So a request must name one of our own addresses, and must not come from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.responses import Response

HEADERS: Mapping[str, str] = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'self'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
"""On every response; its own policy may stand in place of this one."""
_NONE: Mapping[str, str] = {}
_OWN = frozenset({"same-origin", "none"})


def plain(status: int, words: str, headers: Mapping[str, str] = _NONE) -> Response:
    """A response of a few words."""
    return Response(words + "\n", status, dict(headers), "text/plain; charset=utf-8")


class Guard:
    """Knows the addresses of a server on this port."""

    def __init__(self, port: int) -> None:
        self.hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self.origins = frozenset(f"http://{host}" for host in self.hosts)

    def refusal(self, method: str, headers: Headers) -> Response | None:
        """The answer to whoever may not ask; None for all others."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return plain(421, "this server answers to 127.0.0.1 and localhost alone")
        if any(origin not in self.origins for origin in headers.getlist("origin")):
            return plain(403, "other sites may not ask this server")
        if any(site not in _OWN for site in headers.getlist("sec-fetch-site")):
            return plain(403, "open this address yourself: other sites may not")
        if method not in ("GET", "HEAD"):
            return plain(405, "only GET and HEAD", {"allow": "GET, HEAD"})
        return None
