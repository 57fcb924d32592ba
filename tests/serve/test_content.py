"""Files of packages as answers: parts of them, their types, and what took their place since."""

from __future__ import annotations

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import Response

from moocbuild.model.asset import Asset, Piece
from moocbuild.package import Content
from moocbuild.package.zip import deflated
from moocbuild.serve.content import member

ASIDE = ThreadPoolExecutor(1)


def asset(path: Path, media_type: str, pieces: tuple[Piece, ...] = ()) -> Asset:
    data = path.read_bytes()
    return Asset(
        href=f"media/{path.name}",
        media_type=media_type,
        source=path,
        size=sum(map(len, bodies(data, pieces))) if pieces else len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        pieces=pieces,
    )


def bodies(data: bytes, pieces: tuple[Piece, ...]) -> list[bytes]:
    return [p if isinstance(p, bytes) else data[p[0] : p[1]] for p in pieces]


def body(response: Response) -> bytes:
    """All that a client gets."""
    sent: list[bytes] = []

    async def send(message: object) -> None:
        assert isinstance(message, dict)
        sent.append(message.get("body", b""))

    async def receive() -> object:
        await asyncio.Event().wait()

    scope = {"type": "http", "method": "GET", "asgi": {"spec_version": "2.3"}}
    # In a thread of its own: where a browser was started before, a loop runs in this one.
    ASIDE.submit(lambda: asyncio.run(response(scope, receive, send))).result()  # type: ignore[arg-type]
    return b"".join(sent)


places = st.integers(0, 40)
pieces = st.lists(
    st.one_of(
        st.binary(max_size=9), st.tuples(places, places).map(lambda two: (min(two), max(two)))
    ),
    min_size=1,
    max_size=5,
)


@given(pieces, places, places)
def test_a_part_of_pieces_is_a_part_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, some: list[Piece], start: int, last: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "film.bin"
    path.write_bytes(bytes(range(40)))
    made = asset(path, "video/mp4", tuple(some))
    whole = b"".join(bodies(path.read_bytes(), tuple(some)))
    response = member("film.mp4", made, f"bytes={start}-{last}", path.parent)
    if start >= len(whole) or start > last:
        assert response.status_code == 416
    else:
        assert body(response) == whole[start : last + 1]
        assert response.headers["content-length"] == str(len(whole[start : last + 1]))


def test_all_kinds_of_members_have_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"0123456789" * 10)
    for content in (path.read_bytes(), deflated(path.read_bytes()), asset(path, "audio/mpeg")):
        assert body(member("a.mp3", content, None, tmp_path)) == path.read_bytes()
        assert body(member("a.mp3", content, "bytes=98-200", tmp_path)) == b"89"


def test_f04_a_link_that_took_the_place_of_a_file(tmp_path: Path) -> None:
    root = tmp_path / "course"
    (root / "media").mkdir(parents=True)
    secret, path = tmp_path / "secret.png", root / "media/a.png"
    secret.write_bytes(b"SECRET")
    path.write_bytes(b"public")
    made = asset(path, "image/png")
    assert body(member("a.png", made, None, root)) == b"public"
    path.unlink()
    path.symlink_to(secret)
    assert member("a.png", made, None, root).status_code == 404
    path.unlink()
    (root / "media").rmdir()
    (root / "media").symlink_to(tmp_path)
    (tmp_path / "a.png").write_bytes(b"SECRET")
    assert member("a.png", made, None, root).status_code == 404


def test_a_file_that_has_changed_is_not_sent_as_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    made = asset(path, "image/png")
    path.write_bytes(b"newer")
    assert member("a.png", made, None, tmp_path).status_code == 404
    path.unlink()
    assert member("a.png", made, None, tmp_path).status_code == 404


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("evil.html", "text/html"),
        ("evil.js", "text/javascript"),
        ("evil.xhtml", "application/xhtml+xml"),
        ("evil.mjs", "application/javascript"),
        ("evil.css", "text/css"),
    ],
)
def test_f13_nothing_that_an_author_adds_can_run(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"<script>alert(1)</script>")
    response = member(name, asset(path, kind), None, tmp_path)
    assert response.headers["content-type"].startswith("text/plain")


def test_f13_a_drawing_runs_nothing_even_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    policy = member("a.svg", asset(path, "image/svg+xml"), None, tmp_path).headers[
        "content-security-policy"
    ]
    assert "default-src 'none'" in policy and policy.endswith("sandbox")


@pytest.mark.parametrize("name", ["one.html", "player.js", "style.css", "course.json"])
def test_our_own_files_have_their_types(tmp_path: Path, name: str) -> None:
    content: Content = b"{}"
    kind = member(name, content, None, tmp_path).headers["content-type"]
    assert kind.split(";")[0] in ("text/html", "text/javascript", "text/css", "application/json")
