"""A platform of cmi5 with its record store, as strict as the specification: what it does not allow
is refused, and in `wrong`. On a port of its own, as stores are on other sites."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

CMI5 = "https://w3id.org/xapi/cmi5/context"
SESSION = f"{CMI5}/extensions/sessionid"
MASTERY = f"{CMI5}/extensions/masteryscore"
VERBS = "http://adlnet.gov/expapi/verbs/"
DEFINED = frozenset({"initialized", "completed", "passed", "failed", "terminated"})
VERDICTS = ("completed", "passed", "failed")
UNIT = "https://lms.example/au/1"
Statement = dict[str, Any]
MOVE_ON: Mapping[str, Callable[[set[str]], bool]] = {
    "NotApplicable": lambda told: True,
    "Completed": lambda told: "completed" in told,
    "Passed": lambda told: "passed" in told,
    "CompletedOrPassed": lambda told: bool(told & {"completed", "passed"}),
    "CompletedAndPassed": lambda told: told >= {"completed", "passed"},
}
"""What satisfies a unit (13.1.4), of what was told in a registration."""
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Authorization,Content-Type,X-Experience-API-Version",
    "Access-Control-Allow-Methods": "GET,PUT,POST,OPTIONS",
}


def verb(statement: Mapping[str, Any]) -> str:
    return str(statement["verb"]["id"]).rpartition("/")[2]


class Launcher:
    """One registration of one learner.

    mastery, mode, home: of LaunchData. blank: it says null where there is no mastery score, as
    CATAPULT does. store: takes statements, gives a status; None: they are
    kept here alone. down: it answers nothing. deaf: it takes a request with statements, and its
    answer is lost. refuses: the status of each request with statements.
    """

    def __init__(
        self,
        mastery: float | None = None,
        mode: str = "Normal",
        home: str = "",
        *,
        blank: bool = False,
    ) -> None:
        self.mastery, self.mode, self.home, self.blank = mastery, mode, home, blank
        self.store: Callable[[Sequence[Statement]], int] | None = None
        self.down = self.deaf = False
        self.refuses: int | None = None
        self.registration = str(uuid.uuid4())
        self.actor = {
            "objectType": "Agent",
            "account": {"homePage": "https://lms.example", "name": "learner-7"},
        }
        self.statements: list[dict[str, Any]] = []
        self.states: dict[str, bytes] = {}
        self.units: dict[str, dict[str, bytes]] = {UNIT: self.states}
        self.abandoned: set[str] = set()
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

    def launch(self, unit: str = UNIT) -> str:
        """The query of a new session (8.1), which the platform records as launched (9.3.1)."""
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
        if self.mastery is not None or self.blank:
            data["masteryScore"] = self.mastery
        if self.home:
            data["returnURL"] = self.home
        held = self.units.setdefault(unit, {})
        held["LMS.LaunchData"] = json.dumps(data).encode()
        if self.store is not None:
            launched = self._own("launched", unit, template, session)
            assert self.store([launched]) == 200
        return urlencode(
            {
                "endpoint": f"{self.url}/lrs",
                "fetch": f"{self.url}/fetch/{session}",
                "actor": json.dumps(self.actor),
                "registration": self.registration,
                "activityId": unit,
            }
        )

    def abandon(self) -> None:
        """Ends the session that was launched last on the learner's behalf (9.3.6)."""
        self.abandoned.add(self.sessions[-1])

    def satisfied(self, move_on: str, unit: str = UNIT) -> bool:
        """Whether what was told of a unit satisfies it."""
        return MOVE_ON[move_on](set(self.verbs(unit)))

    def verbs(self, unit: str | None = None) -> list[str]:
        """Verbs in their order; of one unit: of all that was told of it."""
        about = [each for each in self.statements if unit in (None, each["object"]["id"])]
        return [verb(each) for each in about]

    def take(self, sent: list[Statement]) -> int:
        """The status of a request with statements: all of them, or none."""
        with self._lock:
            if self.refuses is not None:
                return self.refuses
            if any(_session(each) in self.abandoned for each in sent):
                return 403
            held = {each["id"]: each for each in self.statements}
            if any(each["id"] in held and held[each["id"]] != each for each in sent):
                return 409
            fresh = [each for each in sent if each["id"] not in held]
            wrong = [
                fault for n, each in enumerate(fresh) for fault in self._judge(each, fresh[:n])
            ]
            self.wrong += wrong
            if wrong:
                return 403
            status = self.store(fresh) if self.store and fresh else 200
            if status == 200:
                self.statements += fresh
            return status

    def _own(self, what: str, unit: str, template: Mapping[str, Any], session: str) -> Statement:
        category = [{"id": f"{CMI5}/categories/cmi5"}]
        context = {**template, "registration": self.registration}
        context["contextActivities"] = {**template["contextActivities"], "category": category}
        return {
            "id": str(uuid.uuid5(uuid.NAMESPACE_URL, session)),
            "actor": self.actor,
            "verb": {"id": VERBS + what, "display": {"en": what}},
            "object": {"objectType": "Activity", "id": unit},
            "context": context,
            "timestamp": "2026-11-30T12:00:00.000Z",
        }

    def _judge(self, made: Mapping[str, Any], before: Sequence[Statement]) -> list[str]:
        """What is wrong with a statement, by the clauses of the specification."""
        what, context = verb(made), made["context"]
        session = _session(made)
        known = [*self.statements, *before]
        said = [verb(each) for each in known if _session(each) == session]
        unit = made["object"]["id"].partition("#")[0]
        told = [verb(each) for each in known if each["object"]["id"] == unit]
        result = made.get("result", {})
        score = result.get("score", {}).get("scaled")
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
            "a verdict once": what not in ("completed", "passed") or what not in told,
            "passed or failed": what not in ("passed", "failed")
            or not {"passed", "failed"} & set(said),
            "nothing failed that was passed": what != "failed" or "passed" not in told,
            "no verdict in a review": self.mode == "Normal"
            or what in ("initialized", "terminated"),
            "a time in UTC": str(made["timestamp"]).endswith("Z"),
            "a duration": what not in ("terminated", *VERDICTS)
            or result["duration"].startswith("PT"),
            "success of a verdict": what not in DEFINED
            or result.get("success") == {"passed": True, "failed": False}.get(what),
            "completion": what not in DEFINED
            or result.get("completion") == (True if what == "completed" else None),
            "a score of verdicts alone": what in ("passed", "failed")
            or what not in DEFINED
            or score is None,
            "the mastery score": what not in ("passed", "failed")
            or context["extensions"].get(MASTERY) == self.mastery,
            "a score beside the mark": self.mastery is None
            or score is None
            or what not in ("passed", "failed")
            or (score >= self.mastery) == (what == "passed"),
            "the unit": what not in DEFINED or made["object"]["id"] in self.units,
            "preferences before": self.profiles >= len(self.sessions),
        }
        return [f"{what}: {name}" for name, good in checks.items() if not good]

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
                if f"Basic token-{self.sessions[-1]}" != headers["Authorization"]:
                    return 403, b""
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
        (id,), (unit,) = query["stateId"], query["activityId"]
        whose = (json.loads(query["agent"][0]), query["registration"])
        if whose != (self.actor, [self.registration]) or unit not in self.units:
            self.wrong.append("a state of somebody else")
        if self.sessions[-1] in self.abandoned:
            return 403, b""
        held = self.units[unit]
        if method == "PUT":
            self.wrong += ["LaunchData written"] * (id == "LMS.LaunchData")
            held[id] = body
            return 204, b""
        return (200, held[id]) if id in held else (404, b"")


def _session(made: Mapping[str, Any]) -> str | None:
    return made["context"].get("extensions", {}).get(SESSION)  # type: ignore[no-any-return]


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
            answer = launcher.answer(method, self.path, body, self.headers)
            if launcher.deaf and self.path.startswith("/lrs/statements"):
                self.connection.close()
                return
            self._send(*answer)

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
