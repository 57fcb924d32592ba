"""A real Open edX: the drivers of ../shared, one of our own, and olxcleaner."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baseline import unpack

VARIABLE = "OEX_PLATFORM"
_BESIDE = Path(__file__).parents[3].parent / "shared" / "lms" / "openedx"
SHARED = Path(os.environ.get("OEX_DRIVERS", _BESIDE))
OWN = Path(__file__).parent / "drivers"
TIMEOUT = 3600
BUNDLES = Path("test_root/staticfiles/webpack-stats.json")
"""What the platform's webpack writes last."""


@dataclass(frozen=True)
class Served:
    """The LMS as one learner's browser sees it. units: path of each unit's page by its name."""

    address: str
    cookies: dict[str, str]
    units: dict[str, str]


@dataclass(frozen=True)
class OpenEdx:
    """A checkout of the platform, whose Python is OEX_PYTHON. out: where answers are written."""

    out: Path

    @property
    def python(self) -> str:
        return os.environ.get("OEX_PYTHON", sys.executable)

    def learn(self, archive: Path, number: str, *options: str) -> dict[str, Any]:
        """Imports into a new course, and has learners use it: right, wrong and mute."""
        out = self.out / f"{number}.json"
        script = SHARED / "import_olx.py"
        told = ["--number", number, "--out", str(out), *options]
        self._run([sys.executable, str(script), str(archive), *told])
        return self._answer(out)

    def taxonomy(self, file: Path, name: str, export_id: str) -> dict[str, Any]:
        """Imports a taxonomy as Studio's page does."""
        out = self.out / "taxonomy.json"
        script = SHARED / "driver" / "stage_taxonomy.py"
        self._run([self.python, str(script), str(file), name, export_id, str(out)])
        return self._answer(out)

    def again(self, command: str, *arguments: str) -> Any:
        """One step of drivers/again.py."""
        out = self.out / f"{command}.json"
        self._run([self.python, str(OWN / "again.py"), command, *arguments, str(out)])
        return self._answer(out)

    def team(self, command: str, *arguments: str) -> dict[str, Any]:
        """One step of drivers/team.py."""
        out = self.out / f"team-{command}.json"
        self._run([self.python, str(OWN / "team.py"), command, *arguments, str(out)])
        return self._answer(out)

    def shown(self, course: str) -> dict[str, Any]:
        """What learners are shown of a course, by drivers/shown.py."""
        out = self.out / "shown.json"
        self._run([self.python, str(OWN / "shown.py"), course, str(out)])
        return self._answer(out)

    def graded(self, trials: Path, course: str) -> list[dict[str, Any]]:
        """How each trial of a file is graded, by drivers/graded.py."""
        out = self.out / f"{trials.stem}-{course.partition('+')[2]}.jsonl"
        self._run([self.python, str(OWN / "graded.py"), str(trials), course, str(out)])
        return [json.loads(line) for line in out.read_text("utf-8").splitlines()]

    def opened(self, course: str) -> dict[str, Any]:
        """What arrived of a course and how its units open, by drivers/opened.py."""
        out = self.out / "opened.json"
        self._run([self.python, str(OWN / "opened.py"), course, str(out)])
        return self._answer(out)

    @property
    def has_scripts(self) -> bool:
        """Whether its pages can run in a browser."""
        return (Path(os.environ[VARIABLE]) / BUNDLES).exists()

    @contextmanager
    def serve(self, course: str, learner: str) -> Iterator[Served]:
        """The LMS on a loopback port, with a session of `learner`, who starts anew."""
        out, log = self.out / f"{learner}.json", self.out / f"{learner}.log"
        out.unlink(missing_ok=True)
        command = [self.python, str(OWN / "serve.py"), course, learner, str(out)]
        with (
            log.open("wb") as told,
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=told, stderr=told) as server,
        ):
            try:
                yield Served(**self._awaited(server, out, log))
            finally:
                server.terminate()

    def _awaited(self, server: subprocess.Popen[bytes], out: Path, log: Path) -> dict[str, Any]:
        end = time.monotonic() + TIMEOUT
        while not out.exists():
            assert server.poll() is None and time.monotonic() < end, log.read_text()[-4000:]
            time.sleep(0.5)
        return self._answer(out)

    def cleaner(self, archive: Path, folder: Path) -> list[str]:
        """The errors that olxcleaner reports, with the blocks that the package uses allowed."""
        unpack(archive, folder)
        code = (
            "import json, sys, olxcleaner\n"
            "found = olxcleaner.validate(sys.argv[1], steps=8, allowed_xblocks="
            "['library_content', 'scorm'])[1]\n"
            "print(json.dumps([f'{e.name}: {e.description}' for e in found.errors"
            " if e.level_val >= 3]))"
        )
        course = str(folder / "course" / "course.xml")
        run = self._run([self.python, "-W", "ignore", "-c", code, course])
        return list(json.loads(run.stdout.splitlines()[-1]))

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        run = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
        assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-4000:]
        return run

    def _answer(self, out: Path) -> dict[str, Any]:
        return dict(json.loads(out.read_text("utf-8")))
