"""Who may ask the preview, and for what (F01 to F16 of the hostile cases)."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from moocbuild.serve.app import App
from moocbuild.serve.snapshots import Snapshots
from serve.conftest import HANG, Served

FILE = "/@1/web/index.html"
SHIELDS = {
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}


def raw(served: Served, request: bytes) -> bytes:
    """The answer to bytes that need not be a request."""
    with socket.create_connection(("127.0.0.1", served.port), HANG) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while block := connection.recv(65536):
            answer += block
        return answer


def alive(served: Served) -> bool:
    return served.status(FILE) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:{port}.evil.example",
        "[::1]:{port}",
    ],
)
def test_f01_a_foreign_host_is_misdirected(served: Served, host: str) -> None:
    assert served.status("/", Host=host.format(port=served.port)) == 421
    assert served.status(FILE, Host=host.format(port=served.port)) == 421


def test_f01_without_or_with_two_hosts(served: Served) -> None:
    host = f"Host: 127.0.0.1:{served.port}\r\n".encode()
    assert b" 400 " in raw(served, b"GET / HTTP/1.1\r\n" + 2 * host + b"\r\n").split(b"\r\n")[0]
    assert b" 421 " in raw(served, b"GET / HTTP/1.0\r\n\r\n").split(b"\r\n")[0]
    assert served.status("/", Host=f"LOCALHOST:{served.port}") == 200


def test_f02_other_sites_may_not_ask(served: Served) -> None:
    for path in ("/", FILE, "/_events", "/_static/shell.js"):
        for origin in ("https://evil.example", "null", "http://127.0.0.1:1"):
            assert served.status(path, Origin=origin) == 403
        for site in ("cross-site", "same-site"):
            assert served.status(path, Sec_Fetch_Site=site) == 403
    assert served.status(FILE, Sec_Fetch_Site="same-origin", Origin=served.url[:-1]) == 200
    response, _ = served.get("/", "OPTIONS", {"Origin": "https://evil.example"})
    assert not [name for name, _ in response.getheaders() if name.lower().startswith("access-c")]


@pytest.mark.parametrize("before", ["", "/@1/web", "/@1", "/_static", "/@1/web/media"])
@pytest.mark.parametrize(
    "way",
    [
        "/../outside.txt",
        "/../../course/course.yml",
        "/%2e%2e/outside.txt",
        "/%2e%2e%2foutside.txt",
        "/%252e%252e%252foutside.txt",
        "/..%5c..%5coutside.txt",
        "/..\\outside.txt",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/course/course.yml",
    ],
)
def test_f03_no_way_out(served: Served, before: str, way: str) -> None:
    response, body = served.get(before + way)
    assert response.status == 404
    assert b"SECRET" not in body and b"modules:" not in body


@pytest.mark.parametrize("path", ["/.env", "/media/.env", "/@1/web/.env", "/@1/web/media/.env"])
def test_f05_hidden_files_stay_hidden(served: Served, path: str) -> None:
    assert (served.root / "media/.env").is_file()
    assert served.status(path) == 404


@pytest.mark.parametrize(
    "path",
    ["/@1", "/@1/", "/@1/web", "/@1/web/", "/@1/web/media/", "/_static/", "/_static", "/media/"],
)
def test_f06_nothing_is_listed(served: Served, path: str) -> None:
    response, body = served.get(path)
    assert response.status == 404
    assert b"href" not in body


@pytest.mark.parametrize(
    "line",
    [
        b"GET /%00 HTTP/1.1",
        b"GET /\x00 HTTP/1.1",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1",
        b"BREW / HTTP/1.1",
        b"POST / HTTP/1.1",
        b"GET /%0d%0aSet-Cookie:%20a=b HTTP/1.1",
        b"GET /@1/web/%0d%0aLocation:%20http://evil.example HTTP/1.1",
        b"GET /@999999999999999999999/web/index.html HTTP/1.1",
        b"GET /@1/web/" + b"%e2%80%ae" * 50 + b" HTTP/1.1",
        b"GET http://evil.example/ HTTP/1.1",
        b"nonsense",
    ],
    ids=lambda line: line[:24].decode("latin-1"),
)
def test_f07_what_is_no_request(served: Served, line: bytes) -> None:
    answer = raw(served, line + f"\r\nHost: 127.0.0.1:{served.port}\r\n\r\n".encode())
    assert re.match(rb"HTTP/1\.1 4\d\d ", answer), answer[:100]
    head = answer.partition(b"\r\n\r\n")[0].lower()
    assert b"set-cookie" not in head and b"location" not in head
    assert b"x-content-type-options: nosniff" in head
    assert alive(served)


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "//evil.example/",
        "//evil.example/%2e%2e",
        "/\\evil.example/..",
        "/@0//evil.example/x.html",
    ],
)
def test_f08_nobody_is_sent_elsewhere(served: Served, path: str) -> None:
    response, _ = served.get(path, headers={"Sec-Fetch-Dest": "iframe"})
    assert response.status == 404
    assert response.getheader("location") is None


def test_f08_old_states_lead_to_the_newest_one_alone(served: Served) -> None:
    old = "/@77/web/index.html"
    response, _ = served.get(old, headers={"Sec-Fetch-Dest": "iframe"})
    assert (response.status, response.getheader("location")) == (307, FILE)
    assert served.status(old, Sec_Fetch_Dest="empty") == 404
    assert served.status("/@77/web/player.js", Sec_Fetch_Dest="iframe") == 404


def test_f09_only_this_machine_is_answered(served: Served) -> None:
    others = {"127.0.0.2", *socket.gethostbyname_ex(socket.gethostname())[2]} - {"127.0.0.1"}
    for address in others:
        with pytest.raises(OSError):
            socket.create_connection((address, served.port), HANG)
    help = subprocess.run(
        [sys.executable, "-m", "moocbuild", "serve", "--help"], capture_output=True, text=True
    )
    assert "--port" in help.stdout
    assert not re.search(r"--(host|bind|address)", help.stdout)


def test_f10_a_busy_port_is_passed_over(course: Path) -> None:
    one, other = Served(course), Served(course)
    try:
        assert other.port != one.port
        other.says("state 1")
        assert alive(other)
    finally:
        one.close()
        other.close()


def test_f11_requests_that_never_end(served: Served) -> None:
    waiting = [socket.create_connection(("127.0.0.1", served.port), HANG) for _ in range(100)]
    try:
        for connection in waiting:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert alive(served)
    finally:
        for connection in waiting:
            connection.close()


def test_f12_states_are_for_the_previews_own_pages(served: Served) -> None:
    token = served.token()
    assert len(token) >= 32
    for wrong in ("", "?token=", f"?token={token}x", "?token=%ff", f"?token={token[:-1]}"):
        assert served.status(f"/_events{wrong}") == 403
    assert served.status(f"/_events?token={token}", Origin="https://evil.example") == 403
    assert next(served.events())["snapshot"] == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        (FILE, 200),
        ("/@1/web/player.js", 200),
        ("/@1/web/style.css", 200),
        ("/_side", 200),
        ("/_lms", 404),
        ("/_static/shell.css", 200),
        ("/@1/web/gone.html", 404),
        ("/nothing.html", 404),
        ("/_events", 403),
    ],
)
def test_f14_every_answer_is_shielded(served: Served, path: str, status: int) -> None:
    for method in ("GET", "HEAD", "DELETE"):
        response, _ = served.get(path, method)
        assert response.status in (status, 405 if method == "DELETE" else 404)
        said = {name.lower(): value for name, value in response.getheaders()}
        assert {name: said[name] for name in SHIELDS} == SHIELDS
        policy = said["content-security-policy"]
        assert "unsafe" not in policy.replace("'unsafe-inline'; sandbox", "")
        assert "frame-ancestors" in policy or "sandbox" in policy


def test_f15_parts_heads_and_conditions(served: Served) -> None:
    whole = served.get(FILE)[1]
    for asked, part in {
        "bytes=0-9": whole[:10],
        "bytes=10-": whole[10:],
        "bytes=-10": whole[-10:],
        f"bytes=5-{10**15}": whole[5:],
    }.items():
        response, body = served.get(FILE, headers={"Range": asked})
        assert (response.status, body) == (206, part)
    for asked in (
        "bytes=0-1,3-4",
        "bytes=,-",
        "bytes=a-b",
        "lines=1-2",
        "bytes=-",
        "bytes=" + "0-1," * 5000,
    ):
        response, body = served.get(FILE, headers={"Range": asked})
        assert (response.status, body) == (200, whole)
    for asked in (f"bytes={len(whole)}-", "bytes=9-3", "bytes=-0", f"bytes={'9' * 400}-"):
        response, body = served.get(FILE, headers={"Range": asked})
        assert response.status == 416
        assert response.getheader("content-range") == f"bytes */{len(whole)}"
    response, body = served.get(FILE, "HEAD")
    assert (response.status, body) == (200, b"")
    assert response.getheader("content-length") == str(len(whole))
    for name in ("If-Modified-Since", "If-None-Match"):
        assert served.status(FILE, **{name.replace("-", "_"): "*"}) == 200


def test_before_the_first_build_any_page_may_be_one(tmp_path: Path) -> None:
    app = App(Snapshots(), 8321, tmp_path)
    scope = {"type": "http", "method": "GET", "query_string": b""}
    host = [(b"host", b"127.0.0.1:8321")]
    for path, status in {"/one.html": 200, "/": 200, "/one": 404, "/@1/web/one.html": 404}.items():
        assert app.answer({**scope, "path": path, "headers": host}).status_code == status
