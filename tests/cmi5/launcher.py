"""A platform of cmi5 with its record store, as strict as the specification: what it does not allow
is in `wrong`. On a port of its own, as stores are on other sites."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

CMI5 = "https://w3id.org/xapi/cmi5/context"
SESSION = f"{CMI5}/extensions/sessionid"
DEFINED = frozenset({"initialized", "completed", "passed", "failed", "terminated"})
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Authorization,Content-Type,X-Experience-API-Version",
    "Access-Control-Allow-Methods": "GET,PUT,POST,OPTIONS",
}


def verb(statement: Mapping[str, Any]) -> str:
    return str(statement["verb"]["id"]).rpartition("/")[2]


class Launcher:
    """One registration of one learner. down: it answers nothing. mastery, mode: of LaunchData."""

    def __init__(self, mastery: float | None = None, mode: str = "Normal") -> None:
        self.mastery, self.mode = mastery, mode
        self.down = False
        self.registration = str(uuid.uuid4())
        self.actor = {
            "objectType": "Agent",
            "account": {"homePage": "https://lms.example", "name": "learner-7"},
        }
        self.statements: list[dict[str, Any]] = []
        self.states: dict[str, bytes] = {}
        self.tokens: dict[str, str] = {}
        self.sessions: list[str] = []
        self.wrong: list[str] = []
        self.profiles = 0
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def launch(self) -> str:
        """The query of a new session (8.1)."""
        session = str(uuid.uuid4())
        self.sessions.append(session)
        template = {
            "contextActivities": {"grouping": [{"id": "urn:moocbuild:small:unit"}]},
            "extensions": {SESSION: session},
        }
        data: dict[str, Any] = {
            "contextTemplate": template,
            "launchMode": self.mode,
            "moveOn": "CompletedAndPassed",
        }
        if self.mastery is not None:
            data["masteryScore"] = self.mastery
        self.states["LMS.LaunchData"] = json.dumps(data).encode()
        return urlencode(
            {
                "endpoint": f"{self.url}/lrs",
                "fetch": f"{self.url}/fetch/{session}",
                "actor": json.dumps(self.actor),
                "registration": self.registration,
                "activityId": "https://lms.example/au/1",
            }
        )

    def verbs(self) -> list[str]:
        return [verb(each) for each in self.statements]

    def take(self, sent: list[dict[str, Any]]) -> int:
        """The status of a request with statements."""
        with self._lock:
            held = {each["id"]: each for each in self.statements}
            if any(each["id"] in held and held[each["id"]] != each for each in sent):
                return 409
            for each in sent:
                if each["id"] not in held:
                    self._judge(each)
                    self.statements.append(each)
            return 200

    def _judge(self, made: Mapping[str, Any]) -> None:
        what, context = verb(made), made["context"]
        session = context.get("extensions", {}).get(SESSION)
        mine = [v for v in self.statements if v["context"]["extensions"][SESSION] == session]
        said = [verb(each) for each in mine]
        names = [
            c["id"].rpartition("/")[2] for c in context["contextActivities"].get("category", ())
        ]
        wanted = {"cmi5"} if what in DEFINED else set()
        wanted |= {"moveon"} if what in ("completed", "passed", "failed") else set()
        checks = {
            "a session of this launch": session in self.sessions,
            "the registration": context.get("registration") == self.registration,
            "the context template": context["contextActivities"].get("grouping"),
            "the actor": made["actor"] == self.actor,
            "categories": set(names) == wanted and len(names) == len(wanted),
            "initialized first, and once": (what == "initialized") == (not said),
            "nothing after terminated": "terminated" not in said,
            "a verdict once": what not in ("completed", "passed") or what not in self.verbs(),
            "no verdict in a review": self.mode == "Normal" or what == "initialized",
            "a time in UTC": str(made["timestamp"]).endswith("Z"),
            "a duration": what != "terminated" or made["result"]["duration"].startswith("PT"),
        }
        self.wrong += [f"{what}: {name}" for name, good in checks.items() if not good]

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes]:
        parts, query = urlsplit(path), parse_qs(urlsplit(path).query)
        if parts.path.startswith("/fetch/"):
            return self._token(parts.path.rpartition("/")[2], method)
        if headers["Authorization"] not in {f"Basic {token}" for token in self.tokens.values()}:
            return 401, b""
        if headers["X-Experience-API-Version"] != "1.0.3":
            self.wrong.append(f"no version at {path}")
        match parts.path:
            case "/lrs/statements":
                return self.take(json.loads(body)), b"[]"
            case "/lrs/agents/profile":
                self.profiles += 1
                return 404, b""
            case "/lrs/activities/state":
                return self._state(method, query, body)
        return 404, b""

    def _token(self, session: str, method: str) -> tuple[int, bytes]:
        if session in self.tokens or method != "POST":
            return 200, json.dumps({"error-code": "1", "error-text": "in use"}).encode()
        self.tokens[session] = f"token-{session}"
        return 200, json.dumps({"auth-token": self.tokens[session]}).encode()

    def _state(
        self, method: str, query: Mapping[str, list[str]], body: bytes
    ) -> tuple[int, bytes]:
        (id,) = query["stateId"]
        if json.loads(query["agent"][0]) != self.actor or "activityId" not in query:
            self.wrong.append("a state of somebody else")
        if method == "PUT":
            self.states[id] = body
            return 204, b""
        return (200, self.states[id]) if id in self.states else (404, b"")


def _handler(launcher: Launcher) -> type[BaseHTTPRequestHandler]:  # noqa: C901 - one method each
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._do("GET")

        def do_PUT(self) -> None:
            self._do("PUT")

        def do_POST(self) -> None:
            self._do("POST")

        def do_OPTIONS(self) -> None:
            self._send(204, b"")

        def _do(self, method: str) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            if launcher.down:
                self.connection.close()
                return
            self._send(*launcher.answer(method, self.path, body, self.headers))

        def _send(self, status: int, data: bytes) -> None:
            self.send_response(status)
            for name, value in _CORS.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
