"""Asking for addresses: politely, never on this computer or network, and not twice.

The server is one of this test's own on the loopback address, which the names of the test lead to.
"""

from __future__ import annotations

import datetime
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from moocbuild.checks.dead_address import Answer
from moocbuild.cli import run
from moocbuild.links import ask
from moocbuild.links.ask import Asker
from moocbuild.links.course_links import DELAY, Links
from moocbuild.links.public import is_public

TODAY = datetime.date(2026, 11, 21)


class Server(ThreadingHTTPServer):
    """What was asked of it, and how many questions there were at a time."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.busy = self.most = 0
        self.lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
            self.server.busy += 1
            self.server.most = max(self.server.most, self.server.busy)
        word = self.path.strip("/").partition("?")[0]
        if word == "slow":
            time.sleep(0.6)
        status = 405 if word == "no-head" and self.command == "HEAD" else 200
        status = int(word) if word.isdigit() else status
        to = "/loop" if word == "loop" else self.path.partition("?to=")[2]
        self.send_response(302 if to else status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        with self.server.lock:  # who has the answer may ask the next before this thread goes on
            self.server.busy -= 1
        self.end_headers()

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


def here(host: str, port: int) -> list[str]:
    """Where the names of this test lead: `private.test` to what nobody may ask for."""
    if host == "nobody.test":
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    return ["10.0.0.1"] if host == "private.test" else ["127.0.0.1"]


def asker() -> Asker:
    return Asker(here, lambda address: address == "127.0.0.1")


def url(server: Server, path: str, host: str = "school.test") -> str:
    return f"http://{host}:{server.server_port}/{path}"


@pytest.mark.parametrize(
    ("path", "fine", "said"),
    [
        ("there", True, ""),
        ("no-head", True, ""),
        ("404", False, "404 (Not Found)"),
        ("410", False, "410 (Gone)"),
        ("403", None, "403 (Forbidden)"),
        ("429", None, "429"),
        ("500", None, "500"),
        ("a?to=/there", True, ""),
        ("a?to=/404", False, "404"),
        ("a?to=/a?to=/there", True, ""),
        ("a?to=http://private.test/", None, "is on this computer or network"),
        ("a?to=file:///etc/hosts", None, "leads to 'file:'"),
        ("é%20ü?q=ä b", True, ""),
    ],
)
def test_answers(server: Server, path: str, fine: bool | None, said: str) -> None:
    answer = asker().ask(url(server, path))
    assert answer.fine is fine
    assert said in answer.said


def test_a_question_says_who_asks_and_takes_nothing(server: Server) -> None:
    asker().ask(url(server, "there"))
    ((method, _, who),) = server.asked
    assert method == "HEAD"
    assert who.startswith("moocbuild/")


def test_redirections_end(server: Server) -> None:
    answer = asker().ask(url(server, "loop"))
    assert (answer.fine, answer.said) == (None, "is redirected again and again")
    assert len(server.asked) <= 6


def test_a_slow_server_is_not_waited_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "TIMEOUT", 0.2)
    assert asker().ask(url(server, "slow")).fine is None


@pytest.mark.parametrize(
    "address",
    [
        "http://user:secret@school.test/",
        "http://[::1/",
        "http:///path",
        "http://school.test:99999/",
    ],
)
def test_odd_addresses_are_not_asked_for(address: str) -> None:
    answer = asker().ask(address)
    assert (answer.fine, answer.answered) == (None, False)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "ff02::1",
        "no address",
    ],
)
def test_what_is_not_of_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_what_is(address: str) -> None:
    assert is_public(address)


def test_nothing_on_this_computer_is_asked_for(server: Server) -> None:
    """As it is outside of tests: names and numbers of the loopback, in every way of writing."""
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"):
        assert Asker().ask(f"http://{host}:{server.server_port}/there").fine is not True
    assert server.asked == []


def links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int = 0
) -> tuple[Links, list[float]]:
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "cache"))
    slept: list[float] = []
    today = TODAY + datetime.timedelta(days)
    return Links(tmp_path / "c", today, asker(), sleep=slept.append), slept


def test_one_at_a_time_at_each_server(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, slept = links(tmp_path, monkeypatch)
    answers = asking([url(server, f"page-{n}") for n in range(5)])
    assert all(answer.fine for answer in answers.values())
    assert server.most == 1
    assert slept == [DELAY] * 4


def test_answers_are_kept_for_a_while(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [url(server, "there"), url(server, "404"), url(server, "x", "nobody.test")]
    first = links(tmp_path, monkeypatch)[0](pages)
    assert [answer.fine for answer in first.values()] == [True, False, False]
    for days, asked in ((0, []), (1, ["/404"]), (6, ["/404"]), (8, ["/there", "/404"])):
        server.asked.clear()
        again = links(tmp_path, monkeypatch, days)[0](pages)
        assert {a: b.fine for a, b in again.items()} == {a: b.fine for a, b in first.items()}
        assert list(dict.fromkeys(path for _, path, _ in server.asked)) == asked


def test_where_nobody_answers_nothing_is_called_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, _ = links(tmp_path, monkeypatch)
    answers = asking(["https://nobody.test/a", "https://nobody.test/b"])
    assert [answer.fine for answer in answers.values()] == [None, None]
    again, _ = links(tmp_path, monkeypatch)
    monkeypatch.setattr(Asker, "ask", lambda self, address: Answer(True, answered=True))
    assert all(answer.fine for answer in again(list(answers)).values())


def test_a_server_that_does_not_answer_is_left_in_peace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Silent(Asker):
        def ask(self, address: str) -> Answer:
            asked.append(address)
            return Answer(None, "no answer")

    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "cache"))
    answers = Links(tmp_path, TODAY, Silent(), sleep=lambda _: None)(
        [f"https://school.test/{n}" for n in range(9)]
    )
    assert asked == ["https://school.test/0"]
    assert len(answers) == 9


def test_no_command_asks_unless_it_is_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*any_: object, **more: object) -> object:
        raise AssertionError("something was asked of the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    course = "tests/courses/git-basics"
    assert run(["check", "-C", course, "--format", "concise"]) == 0
