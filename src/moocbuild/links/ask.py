"""One question to one server: is this page there?

The name is looked up once and the connection goes to what was found, so that a server cannot be
one computer when it is judged and another one when it is asked. Each redirection is judged anew.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from moocbuild import __version__
from moocbuild.checks.dead_address import Answer
from moocbuild.links.public import is_public, resolve

TIMEOUT = 10
"""Seconds."""
_REDIRECTIONS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_HEADERS: Mapping[str, str] = {
    "User-Agent": f"moocbuild/{__version__} (checks the links of a course)",
    "Accept": "*/*",
    "Connection": "close",
}
_SAFE = "%/:?#[]@!$&'()*+,;=~"

Resolve = Callable[[str, int], Sequence[str]]


class Asker:
    """Asks. resolve: a host's IP addresses; allowed: whether one of them may be asked."""

    def __init__(
        self, resolve: Resolve = resolve, allowed: Callable[[str], bool] = is_public
    ) -> None:
        self._resolve, self._allowed = resolve, allowed
        self._tls = ssl.create_default_context()

    def ask(self, address: str) -> Answer:
        """Follows redirections; never raises for what a network may do."""
        try:
            for _ in range(_REDIRECTIONS + 1):
                status, location = self._status(address)
                if status not in _MOVED or not location:
                    return verdict(status)
                address = urljoin(address, location)
        except _NotAskedError as error:
            return Answer(None, str(error))
        except ssl.SSLCertVerificationError as error:
            said = f"its certificate is not valid ({error.verify_message})"
            return Answer(False, said, answered=True)
        except socket.gaierror as error:
            return _unnamed(error)
        except TimeoutError:
            return Answer(None, f"no answer in {TIMEOUT} seconds")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(None, f"no answer ({str(error)[:80] or type(error).__name__})")
        return Answer(None, "is redirected again and again", answered=True)

    def _status(self, address: str) -> tuple[int, str]:
        """What a server says at once; of those that dislike HEAD, to GET."""
        status, location = self._request("HEAD", address)
        if status < 400:
            return status, location
        return self._request("GET", address)

    def _request(self, method: str, address: str) -> tuple[int, str]:
        parts = urlsplit(address)
        connection = self._connection(parts)
        try:
            path = quote(parts.path or "/", safe=_SAFE)
            query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
            connection.request(method, path + query, headers=_HEADERS)
            response = connection.getresponse()
            return response.status, response.getheader("Location") or ""
        finally:
            connection.close()

    def _connection(self, parts: SplitResult) -> http.client.HTTPConnection:
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _NotAskedError(f"leads to '{parts.scheme}:', which is not asked for")
        if parts.username or parts.password:
            raise _NotAskedError("has a name or password in it, and is not asked for")
        secure = parts.scheme == "https"
        host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else ""
        host = host or parts.hostname
        port = parts.port or (443 if secure else 80)
        found = self._resolve(host, port)
        if not found or not all(map(self._allowed, found)):
            raise _NotAskedError("is on this computer or network, and is not asked for")
        connection: http.client.HTTPConnection
        if secure:
            connection = http.client.HTTPSConnection(
                host, port, timeout=TIMEOUT, context=self._tls
            )
        else:
            connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
        sock: socket.socket = socket.create_connection((found[0], port), TIMEOUT)
        connection.sock = self._tls.wrap_socket(sock, server_hostname=host) if secure else sock
        return connection


class _NotAskedError(Exception):
    """What is not asked for, and why."""


def verdict(status: int) -> Answer:
    """What a status of HTTP says of a page."""
    words = http.client.responses.get(status, "")
    said = f"the server says {status}{f' ({words})' if words else ''}"
    if 200 <= status < 300:
        return Answer(True, answered=True)
    return Answer(False if status in _GONE else None, said, answered=True)


def _unnamed(error: socket.gaierror) -> Answer:
    """No such name; or nobody could be asked for names."""
    unknown = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None))
    return Answer(False if unknown else None, "nobody has this name")
