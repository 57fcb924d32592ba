"""Ralph (ralph-malph, MIT), a record store: statements alone, as it has no other resource of xAPI.

It lives in an environment of its own, which `make audit` makes: what it depends on is older than
what tests need. It speaks only with the launcher, which has its credentials.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

PYTHON = Path(__file__).parents[1] / "audit" / "ralph" / ".venv" / "bin" / "python"
_USER = ("launcher", "for tests")
_MAKE_USER = """
import bcrypt, json, sys
name, password = sys.argv[1:]
hashed = bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode()
agent = {"account": {"homePage": "https://lms.example", "name": name}}
print(json.dumps([{"username": name, "hash": hashed, "scopes": ["all"], "agent": agent}]))
"""
_JUDGE = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
for each in json.load(sys.stdin):
    BaseXapiStatement.model_validate(each)
"""


# Its store of files takes one request only, unless it is told to append.
_SERVE = """
import sys, uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]))
"""


class Ralph:
    """A store with a file in `folder`. Waits until it answers."""

    def __init__(self, folder: Path) -> None:
        if not PYTHON.is_file():
            pytest.skip("Ralph is not installed: make audit installs it")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        made = subprocess.run(
            [PYTHON, "-c", _MAKE_USER, *_USER], check=True, capture_output=True, text=True
        )
        (folder / "auth.json").write_text(made.stdout)
        settings = {
            "RALPH_APP_DIR": str(folder),
            "RALPH_AUTH_FILE": str(folder / "auth.json"),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder),
            "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
        }
        self.log = (folder / "log").open("w")
        self._process = subprocess.Popen(
            [PYTHON, "-c", _SERVE, str(port)],
            cwd=folder,
            env={**os.environ, **settings},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self.url = f"http://127.0.0.1:{port}/xAPI/statements"
        for _ in range(300):
            if self._asked("GET", None)[0] == 200:
                return
            time.sleep(0.1)
        raise AssertionError((folder / "log").read_text())

    def take(self, statements: Sequence[dict[str, Any]]) -> int:
        """Its status for these statements."""
        return self._asked("POST", json.dumps(statements).encode())[0]

    def held(self, registration: str) -> list[dict[str, Any]]:
        """What it has of a registration, in the order in which it was stored."""
        everything = json.loads(self._asked("GET", None, "?limit=500")[1])
        known = sorted(everything["statements"], key=lambda each: str(each["stored"]))
        return [each for each in known if each["context"]["registration"] == registration]

    def judge(self, statements: Sequence[dict[str, Any]]) -> None:
        """Its strict model of xAPI reads them: its interface takes more than that."""
        subprocess.run(
            [PYTHON, "-c", _JUDGE], check=True, input=json.dumps(statements).encode(), timeout=60
        )

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)
        self.log.close()

    def _asked(self, method: str, body: bytes | None, query: str = "") -> tuple[int, bytes]:
        secret = b64encode(":".join(_USER).encode()).decode()
        headers = {
            "Authorization": f"Basic {secret}",
            "X-Experience-API-Version": "1.0.3",
            "Content-Type": "application/json",
        }
        asked = urllib.request.Request(self.url + query, body, headers, method=method)
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()
        except urllib.error.URLError:
            return 0, b""
