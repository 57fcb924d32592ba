"""A real Moodle: its drivers (PHP, in drivers/) and its web pages, as a learner sees them."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

DRIVERS = Path(__file__).parent / "drivers"
VARIABLE = "MOODLE_DIR"
PATIENCE = 600
"""Seconds that a page may take on a busy machine."""


def folders() -> list[Path]:
    """Folders of installed Moodles (each with config.php), as MOODLE_DIR lists them."""
    named = os.environ.get(VARIABLE, "")
    return [Path(folder).absolute() for folder in named.split(os.pathsep) if folder]


@dataclass
class Site:
    """One installed Moodle."""

    folder: Path

    def php(self, driver: str, *arguments: object) -> Any:
        """The answer of a driver. Notices that PHP gives fail the test."""
        run = self._run([str(DRIVERS / driver), *map(str, arguments)])
        found = re.search(r"^ANSWER (.*)$", run.stdout, re.M)
        assert found, run.stdout[-2000:] + run.stderr[-2000:]
        said = json.loads(found[1])
        assert said["notices"] == [], said["notices"][:5]
        return said["answer"]

    def restore(self, archive: Path) -> int:
        """What an administrator does at the command line; gives the course's number."""
        script = self.folder / "admin/cli/restore_backup.php"
        run = self._run([str(script), f"--file={archive}", "--categoryid=1"])
        found = re.search(r"Restored course ID: (\d+)", run.stdout)
        assert found, run.stdout + run.stderr
        return int(found[1])

    def background(self) -> None:
        """What cron does of restores that a web page has begun."""
        task = r"--classname=\core\task\asynchronous_restore_task"
        run = self._run([str(self.folder / "admin/cli/adhoc_task.php"), task, "--execute"])
        assert run.returncode == 0, run.stdout + run.stderr

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        php = shutil.which("php")
        assert php, "PHP is needed to drive Moodle"
        return subprocess.run(
            [php, "-d", "max_input_vars=5000", "-d", "memory_limit=512M", *command],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={**os.environ, VARIABLE: str(self.folder)},
        )

    @cached_property
    def address(self) -> str:
        """$CFG->wwwroot."""
        config = (self.folder / "config.php").read_text()
        found = re.search(r"wwwroot\s*=\s*['\"]([^'\"]+)", config)
        assert found
        return found[1]

    @cached_property
    def web_root(self) -> Path:
        """Where its pages lie: below public/ since 5.1."""
        public = self.folder / "public"
        return public if public.is_dir() else self.folder

    @contextmanager
    def served(self) -> Iterator[None]:
        """The pages, at the site's address: by PHP's own server if nothing answers there yet."""
        server = None if self._answers() else self._serve()
        try:
            yield
        finally:
            if server is not None:
                stop(server)

    def _serve(self) -> subprocess.Popen[bytes]:
        host = urllib.parse.urlsplit(self.address).netloc
        limits = ("max_input_vars=5000", "upload_max_filesize=64M", "post_max_size=64M")
        options = [part for limit in limits for part in ("-d", limit)]
        server = subprocess.Popen(
            ["php", *options, "-S", host, "-t", str(self.web_root)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PHP_CLI_SERVER_WORKERS": "3"},
            start_new_session=True,
        )
        for _ in range(100):
            if self._answers():
                return server
            time.sleep(0.3)
        stop(server)
        raise AssertionError(f"no server at {self.address}")

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.address}/login/index.php", timeout=60).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ends a server and its workers, which would outlive it."""
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()


class Visitor:
    """Somebody logged in, with a browser's cookies and nothing else of one."""

    def __init__(self, site: Site, name: str) -> None:
        self.site = site
        self.cookies = http.cookiejar.CookieJar()
        handler = urllib.request.HTTPCookieProcessor(self.cookies)
        self._opener = urllib.request.build_opener(handler)
        login = f"{site.address}/login/index.php"
        token = re.search(r'name="logintoken" value="([^"]+)"', self.page(login))
        assert token
        form = {
            "username": name,
            "password": f"{name}-Moocbuild#1",
            "logintoken": token[1],
        }
        answer = self._opener.open(login, urllib.parse.urlencode(form).encode(), timeout=PATIENCE)
        assert "/login/" not in answer.url, "the login failed"

    def get(self, address: str) -> tuple[str, bytes]:
        """Type and bytes of what lies at an address."""
        with self._opener.open(address, timeout=PATIENCE) as answer:
            return answer.headers.get_content_type(), answer.read()

    def page(self, address: str) -> str:
        """The HTML at an address."""
        return self.get(address)[1].decode()
